# Квиз в аудитории: список и настройка, пульт и экран, вход и телефон, разбор.
live-eyebrow = Квиз в аудитории
live-code = Код
live-team = Команда
live-players = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[other] { $count } участников
}
live-question = Вопрос { $number } из { $total }
live-without-points = без баллов
live-clock-left = Осталось секунд
live-refresh = Обновить
live-away = Связь прервалась. Подключимся сами, как только она вернётся.
live-right-answer = Правильный ответ:
live-more-names = и ещё { $count }
live-player-number = Участник { $number }

live-phase-lobby = Сбор участников
live-phase-open = Идёт вопрос
live-phase-paused = Пауза
live-phase-closed = Вопрос закрыт
live-phase-ended = Завершён

live-index-title = Квизы
live-index-lead = Вопрос на экране зала, ответы с телефонов, таблица после каждого вопроса.
live-index-live = Проведённые и текущие
live-index-quizzes = Провести квиз по тесту
live-index-run = Подготовить
live-index-none = В программе нет тестов
live-index-none-help = Квиз проводят по вопросам теста. Добавьте тест в программу и импортируйте её новую версию.

live-setup-title = Квиз: { $quiz }
live-setup-asked = { $count ->
    [one] Будет задан { $count } вопрос, в порядке теста.
    [few] Будут заданы { $count } вопроса, в порядке теста.
   *[other] Будет задано { $count } вопросов, в порядке теста.
}
live-setup-random = Случайные вопросы выбираются один раз, когда вы открываете вход.
live-setup-left-out = Эти вопросы не подходят для телефона и заданы не будут
live-setup-nothing = В этом тесте нечего спросить с телефона
live-setup-nothing-help = Все его вопросы требуют развёрнутого ответа или заполнения пропусков. Выберите другой тест.
live-setup-mode = Как играют
live-setup-single = Каждый за себя
live-setup-teams = Командами
live-setup-teams-count = Сколько команд
live-setup-teams-hint = Только для игры командами. Балл команды – среднее её участников, поэтому размер команды не важен.
live-setup-seconds = Секунд на вопрос
live-setup-right = Баллов за верный ответ
live-setup-quick = Баллов за скорость
live-setup-points-hint = Баллы за скорость тают вместе со временем: в первый миг все, в последний ни одного.
live-setup-names = Показывать имена на экране зала
live-setup-names-hint = Иначе в таблице будут номера. На пульте имена видны всегда.
live-setup-guests = Пускать гостей
live-setup-guests-hint = Они назовутся сами. Засчитать квиз можно только слушателям потока.
live-setup-start = Открыть вход участникам
live-kind-gaps = пропуски в тексте
live-kind-essay = развёрнутый ответ
fault-live-nothing-to-ask = В этом тесте нет вопросов для телефона
fault-live-code-unknown = Квиза с таким кодом нет. Сверьте шесть цифр с экраном
fault-live-name-taken = Это имя уже занято. Добавьте букву фамилии

live-console-title = Пульт квиза
live-console-screen = Экран зала
live-console-screen-help = Откройте его на компьютере с проектором, а этой страницей управляйте с телефона.
live-console-open-screen = Открыть экран зала
live-console-door = Вход для участников:
live-console-here = Уже здесь:
live-console-nobody = Пока никто не вошёл. Покажите код на экране зала.
live-console-debriefing = Разобрать вопросы

live-console-extra = Общее время вышло. Вопрос открыт для тех, кому добавлено время, и закроется сам.
live-console-reopen-help = Верный ответ уже показан. Если открыть вопрос ещё раз, новые и изменённые ответы баллов не принесут и не засчитаются.
live-control-first = Задать первый вопрос
live-control-next = Следующий вопрос
live-control-pause = Пауза
live-control-resume = Продолжить
live-control-close = Закрыть вопрос сейчас
live-control-reopen = Открыть вопрос ещё раз
live-control-reopen-confirm = Верный ответ уже показан: новые и изменённые ответы баллов не принесут и не засчитаются. Открыть вопрос ещё раз?
live-control-end = Завершить квиз
live-control-end-confirm = Завершить квиз? Продолжить его будет нельзя.
live-flash-elsewhere = Пока вы нажимали, квиз уже перешёл дальше. Ниже то, что сейчас.
live-flash-not-over = Разбор откроется, когда квиз завершится
live-flash-counted = { $count ->
    [one] Квиз засчитан { $count } слушателю
   *[other] Квиз засчитан { $count } слушателям
}
live-flash-closed = Ответ не принят: вопрос уже закрыт или стоит пауза
live-flash-answered = Ваш ответ уже принят, второй не считается

live-screen-join = Вход:
live-screen-scan = Наведите камеру или откройте
live-screen-qr = Код для камеры телефона: вход в квиз
live-screen-players = в зале
live-screen-answers = ответили
live-screen-extra = Время почти вышло
live-screen-ended = Итоги
live-screen-console = Пульт
live-screen-bare = Экран без кнопок
live-screen-with-controls = Экран с кнопками

live-bar-right = верно
live-bar-other = другие ответы
live-bar-all = всё верно
live-bar-some = верно частично
live-bar-nothing = неверно

live-table-title = Таблица
live-table-teams = Команды
live-table-place = Место
live-table-name = Участник
live-table-team = Команда
live-table-points = Баллы
live-table-mean = В среднем
live-table-more = { $count ->
    [one] и ещё { $count } участник
    [few] и ещё { $count } участника
   *[other] и ещё { $count } участников
}

live-hint-one = Нажмите один ответ
live-hint-many = Отметьте все верные ответы
live-hint-true-false = Нажмите один ответ
live-hint-number = Введите число
live-hint-text = Введите слово или несколько
live-hint-order = Укажите место каждой строки
live-hint-match = Подберите пару каждой строке
live-hint-scale = Выберите от 1 до 5. Верных ответов здесь нет

live-door-title = Вход в квиз
live-door-lead = Введите шесть цифр с экрана зала.
live-door-next = Дальше
live-door-name = Как вас зовут
live-door-name-hint = Так вас увидят в таблице
live-door-sign-in = Войдите под своей записью,
live-door-sign-in-help = если вы слушатель этого потока: только так квиз можно засчитать.
live-door-known = Вы войдёте как
live-door-team = Ваша команда
live-door-enter = Войти в квиз
live-door-over = Этот квиз закончился. Итоги есть у преподавателя.
live-door-closed = В этом квизе участвуют только слушатели потока
live-door-closed-help = Если вы слушатель, войдите под своей записью и откройте код ещё раз.

live-phone-lobby = Вы в игре
live-phone-lobby-help = Вопрос появится здесь сам. Смотрите на экран зала.
live-phone-extra = Вам добавлено { $percent } % времени на каждый вопрос.
live-phone-waiting = Ответ принят, ждём остальных
live-phone-too-late = Ваше время вышло
live-phone-too-late-help = Вопрос скоро закроется, ответ появится здесь сам.
live-phone-paused = Пауза
live-phone-paused-help = Время остановлено, никто ничего не теряет.
live-phone-reopened = Вопрос открыт ещё раз. Верный ответ уже показан, поэтому новый ответ баллов не принесёт. Ваш ответ:
live-phone-reopened-blank = Вопрос открыт ещё раз. Верный ответ уже показан, поэтому баллов за него не будет.
live-phone-right = Верно
live-phone-partly = Верно частично
live-phone-wrong = Неверно
live-phone-blank = Вы не ответили
live-phone-thanks = Ответ учтён
live-phone-own = Ваш ответ:
live-phone-late = Верный ответ был уже показан, поэтому новый ответ баллов не приносит.
live-phone-ended = Квиз завершён
live-phone-points = { $count ->
    [one] { $count } балл
    [few] { $count } балла
   *[other] { $count } баллов
}
live-phone-place = Ваше место: { $place } из { $of }
live-phone-choose = Выберите
live-phone-send = Ответить

live-credit-title = Засчитать результаты
live-credit-explain = Из слушателей потока играли { $trainees }, проходной балл набрали { $passed }. Пока вы не решите иначе, квиз ни на что не влияет.
live-credit-pass = Чтобы сдать, нужно { $percent } % верных ответов; скорость не считается.
live-credit-button = Засчитать результаты
live-credit-confirm = Засчитать тест тем, кто набрал проходной балл? Отменить это будет нельзя.
live-credit-nobody = Проходной балл не набрал никто, засчитывать нечего.
live-credit-done = { $count ->
    [one] Засчитано { $count } слушателю.
   *[other] Засчитано { $count } слушателям.
}
live-credit-diagnostic = Это диагностический тест: на документ он не влияет, и засчитать его нельзя.

live-debriefing-title = Разбор: { $quiz }
live-debriefing-lead = { $count ->
    [one] Играл { $count } человек. Вопросы по порядку: как ответил зал, что верно и почему, таблица на тот момент.
    [few] Играли { $count } человека. Вопросы по порядку: как ответил зал, что верно и почему, таблица на тот момент.
   *[other] Играли { $count } человек. Вопросы по порядку: как ответил зал, что верно и почему, таблица на тот момент.
}
live-debriefing-answers = { $count ->
    [one] Ответил { $count } человек
    [few] Ответили { $count } человека
   *[other] Ответили { $count } человек
}
live-debriefing-nothing = Ни один вопрос задан не был.
