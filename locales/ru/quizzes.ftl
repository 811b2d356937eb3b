# Тесты: до попытки, во время, проверка перед сдачей, результат.
quizzes-eyebrow = Тест
quizzes-eyebrow-diagnostic = Диагностика, не влияет на документ
quizzes-to-course = К программе
quizzes-question = Вопрос
quizzes-map = Отвечено
quizzes-map-questions = Вопросы теста
quizzes-map-answered = отвечен
quizzes-map-flagged = вернуться позже
quizzes-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[other] { $count } минут
}
quizzes-points = ({ $count ->
    [one] { $count } балл
    [few] { $count } балла
   *[other] { $count } баллов
})
quizzes-attempt-number = Попытка { $number }
quizzes-other-language = Этот вопрос пока есть только на другом языке

quizzes-before-questions = Вопросов
quizzes-before-time = Время
quizzes-before-any-time = Не ограничено, пока идёт поток
quizzes-before-attempts = Попыток
quizzes-before-attempts-left = осталось { $left } из { $allowed }
quizzes-before-any-attempts = Сколько угодно попыток
quizzes-before-pass = Чтобы сдать
quizzes-before-pass-percent = { $percent } % и больше
quizzes-before-passed = Тест сдан. Можно пройти ещё раз: лучший результат останется за вами.
quizzes-before-then = Что будет дальше
quizzes-before-diagnostic = Это диагностика: результат увидите вы и преподаватели, на документ он не влияет.
quizzes-before-release-now = Сразу после сдачи вы увидите результат, правильные ответы и пояснения.
quizzes-before-release-later = Результат вы увидите сразу после сдачи, а правильные ответы и пояснения откроются { $date }.
quizzes-before-one-by-one = Вопросы идут по одному. К любому можно вернуться до сдачи, а вопрос, который хочется отложить, можно отметить.
quizzes-before-saving = Каждый ответ сохраняется. Можно прерваться и продолжить на другом устройстве.
quizzes-before-clock = Время пойдёт сразу и не остановится, даже если закрыть страницу. Когда оно выйдет, попытка завершится сама с тем, что сохранено.
quizzes-before-start = Начать тест
quizzes-before-start-again = Начать новую попытку
quizzes-before-under-way = Попытка уже идёт
quizzes-before-until = Ответы сохранены. Время идёт до { $time }.
quizzes-before-kept = Ответы сохранены, можно продолжать с того же места.
quizzes-before-resume = Продолжить тест
quizzes-before-locked = Тест пока закрыт
quizzes-before-locked-first = Сначала пройдите: { $first }
quizzes-before-exhausted = Попыток больше нет
quizzes-before-exhausted-help = Прежние результаты сохранены. Если до проходного балла не хватило, обсудите с преподавателем, что делать дальше.
quizzes-before-exhausted-diagnostic = Ответы сохранены, их увидят преподаватели. Больше ничего делать не нужно.
quizzes-before-closed = Сейчас тест пройти нельзя
quizzes-before-closed-help = Поток ещё не начался, уже закончился, или вы отчислены из него. Даты указаны на странице программы.
quizzes-before-history = Ваши попытки

quizzes-state-running = идёт
quizzes-state-passed = сдан
quizzes-state-failed = не сдан
quizzes-state-waiting = ждёт проверки

quizzes-clock-left = Осталось времени
quizzes-clock-until = время идёт до
quizzes-clock-hide = Скрыть часы
quizzes-clock-show = Показать часы
quizzes-clock-five = Осталось меньше пяти минут
quizzes-clock-one = Осталось меньше минуты

quizzes-hint-many = Можно выбрать несколько
quizzes-hint-number = Ваш ответ числом
quizzes-hint-order = Укажите место каждой строки: 1 – первая
quizzes-hint-match = Для каждой строки внизу выберите номер из списка
quizzes-hint-scale = Здесь нет правильного ответа
quizzes-hint-text = Ваш ответ
quizzes-hint-units = Можно указать единицу: { $units }. Число без единицы – { $own }.
quizzes-hint-gaps = Заполните пропуски в тексте
quizzes-hint-essay = Ваш текст
quizzes-gap = Пропуск { $number }
quizzes-essay-between = От { $least } до { $most ->
    [one] { $most } слова.
   *[other] { $most } слов.
}
quizzes-essay-least = Не меньше { $count ->
    [one] { $count } слова.
   *[other] { $count } слов.
}
quizzes-essay-most = Не больше { $count ->
    [one] { $count } слова.
   *[other] { $count } слов.
}
quizzes-essay-marked = Этот ответ проверит преподаватель.
quizzes-essay-words = Слов:
quizzes-essay-fewer = нужно ещё
quizzes-essay-over = лишних
quizzes-order-place = место…
quizzes-order-up = Выше
quizzes-order-down = Ниже
quizzes-order-drag = Перетащите строки или двигайте их кнопками
quizzes-match-choose = Выберите…

quizzes-during-title-one = Вопрос { $number } из { $total }: { $quiz }
quizzes-during-place = Вопрос { $number } из { $total }
quizzes-during-previous = Предыдущий вопрос
quizzes-during-next = Следующий вопрос
quizzes-flag = Вернуться позже
quizzes-during-unreachable = Связи пока нет. Ответы лежат в этом браузере и отправятся сами, когда она появится. Тогда нажмите кнопку ещё раз.
quizzes-during-finish = Сдать тест
quizzes-during-save = Сохранить ответы
quizzes-during-signed-out = Вы больше не в системе, поэтому ответы пока лежат только в этом браузере. Войдите в соседней вкладке и обновите эту страницу: они отправятся сами.
quizzes-during-disputed = Часть ответов вы изменили и на другом устройстве
quizzes-during-disputed-help = Остальное сохранено. У отмеченных вопросов показаны оба ответа: оставьте нужный и сохраните ещё раз.
quizzes-during-elsewhere = На другом устройстве сохранён другой ответ
quizzes-during-taken-back = ответ убран
quizzes-during-keep-mine = Оставить здешний
quizzes-during-take-theirs = Взять тот

quizzes-check-title = Проверка перед сдачей: { $quiz }
quizzes-check-heading = Всё готово к сдаче?
quizzes-check-of = { $answered } из { $total }
quizzes-check-complete = Вы ответили на все вопросы.
quizzes-check-blank = { $count ->
    [one] { $count } вопрос без ответа
    [few] { $count } вопроса без ответа
   *[other] { $count } вопросов без ответа
}
quizzes-check-flagged = { $count ->
    [one] { $count } отмечен «вернуться позже»
    [few] { $count } отмечены «вернуться позже»
   *[other] { $count } отмечено «вернуться позже»
}
quizzes-check-open = Без ответа остались
quizzes-check-later = Вы хотели вернуться
quizzes-check-lengths = Объём не тот, что просили
quizzes-check-until = Время идёт до
quizzes-check-final = После сдачи ответы изменить нельзя.
quizzes-check-left = { $count ->
    [one] Останется ещё { $count } попытка.
    [few] Останется ещё { $count } попытки.
   *[other] Останется ещё { $count } попыток.
}
quizzes-check-submit = Сдать тест
quizzes-check-back = Вернуться к вопросам

quizzes-after-title = Результат: { $quiz }
quizzes-after-passed = Тест сдан
quizzes-after-failed = Тест пока не сдан
quizzes-after-diagnostic = Ответы приняты
quizzes-after-waiting = Ответы приняты
quizzes-after-waiting-help = Результат ещё не окончательный: часть ответов проверит преподаватель. Итог появится на этой странице.
quizzes-after-so-far = Пока баллов: { $points } из { $most }
quizzes-after-points = баллов: { $points } из { $most }
quizzes-after-needed = Чтобы сдать, нужно { $percent } %
quizzes-after-submitted = Ответы отправлены: { $date }
quizzes-after-by-clock = Время вышло: { $date }. Попытка завершилась сама, учтено всё, что было сохранено.
quizzes-after-hidden = Правильные ответы пока закрыты
quizzes-after-hidden-until = Они и пояснения откроются { $date }, когда закончится поток.
quizzes-after-left = { $count ->
    [one] Осталась ещё { $count } попытка
    [few] Осталось ещё { $count } попытки
   *[other] Осталось ещё { $count } попыток
}
quizzes-after-no-more = Попыток больше нет, результат записан.
quizzes-after-on = Дальше по программе
quizzes-after-read-again = Что перечитать
quizzes-after-questions = Ваши ответы

quizzes-mark-right = Верно
quizzes-mark-partly = Верно частично
quizzes-mark-wrong = Неверно
quizzes-mark-blank = Без ответа
quizzes-mark-waiting = Ждёт проверки преподавателя
quizzes-mark-points = баллов: { $points } из { $most }
quizzes-mark-yours = ваш ответ
quizzes-mark-this-is-right = правильный ответ
quizzes-mark-your-answer = Ваш ответ:
quizzes-mark-expected = Правильный ответ:
quizzes-mark-yours-column = У вас
quizzes-mark-right-column = Правильно

quizzes-flash-saved = Ответы сохранены
quizzes-flash-submitted = Ответы отправлены и записаны

fault-answer-unfit = Такой ответ к этому вопросу не подходит
fault-place-taken = У каждой строки своё место: одно указано дважды
fault-answer-too-long = Ответ слишком длинный: короткий – до 300 знаков, развёрнутый – до 30 000
fault-gap-not-a-number = В пропуск, куда вписывают число, впишите его цифрами
fault-unit-unknown = Эта единица к вопросу не подходит. Укажите одну из названных или только число

quizzes-before-opens = Открывается
quizzes-before-closes = Закрывается
quizzes-before-delay = Пауза между попытками, ч:мин
quizzes-before-extra = Вам добавлено { $percent } % времени: оно уже учтено выше.
quizzes-before-exception = Для вас сделано исключение
quizzes-before-drill = Это тренировочный экзамен: проходите его сколько угодно раз и смотрите, как меняются результаты по разделам.
quizzes-before-each = { $count ->
    [1] Каждый вопрос проверяется отдельно, по кнопке «Проверить». После проверки ответ не изменить.
   *[other] Каждый вопрос проверяется отдельно, попыток на него: { $count }. За каждую следующую снимается часть балла.
}
quizzes-before-marks-later = Результат, правильные ответы и пояснения откроются { $date }. До этого тест не засчитан.
quizzes-before-grace = Ответ, который был в пути, когда время вышло, принимается ещё { $count ->
    [one] { $count } секунду
    [few] { $count } секунды
   *[other] { $count } секунд
} и отмечается как поздний.
quizzes-before-password = Пароль теста
quizzes-before-password-hint = Его сообщает преподаватель
quizzes-before-opens-then = Начать можно будет { $date }.
quizzes-tries-left = { $count ->
    [one] Осталась { $count } попытка.
    [few] Осталось { $count } попытки.
   *[other] Осталось { $count } попыток.
}
quizzes-tries-penalty = За следующую снимается { $percent } % балла.
quizzes-tries-hint = Подсказка
quizzes-check-one = Проверить
quizzes-check-again = Проверить ещё раз
quizzes-late-title = Время вышло: эти ответы уже не приняты
quizzes-late-help = Всё, что было сохранено до срока, учтено. Непринятое осталось на этой странице: его можно прочитать и скопировать.
quizzes-late-result = Открыть результат
quizzes-elsewhere-title = Тест открыт на другом устройстве
quizzes-elsewhere-help = Отвечать можно в одном месте. Если продолжить здесь, там об этом скажут, и ни один ответ не пропадёт.
quizzes-elsewhere-take = Продолжить здесь
quizzes-after-marks-from = Результат и правильные ответы откроются { $date }.
quizzes-after-late = { $count ->
    [one] { $count } ответ пришёл сразу после срока и учтён с отметкой.
    [few] { $count } ответа пришли сразу после срока и учтены с отметкой.
   *[other] { $count } ответов пришли сразу после срока и учтены с отметкой.
}
quizzes-chart-title = Результаты по разделам
quizzes-chart-caption = Доля баллов по разделам в каждой попытке
quizzes-chart-section = Раздел
quizzes-chart-whole = Весь тест
quizzes-mark-remark = Замечание преподавателя
quizzes-grace-title = Время вышло, принимаются последние ответы
quizzes-held-title = Сначала разберитесь с отмеченными вопросами
quizzes-held-help = Выберите один из двух ответов или исправьте то, что не записано. Потом тест можно сдать.
quizzes-refused-title = Этот ответ не записан, но остался на странице
quizzes-refused-large = Он слишком большой. Сократите его, и он отправится снова.
quizzes-refused-other = Сервер его не принял. Скопируйте ответ и обновите страницу, чтобы попробовать ещё раз.
quizzes-unsent-title = Эти ответы не отправлены и не учтены
quizzes-unsent-help = Они остались только в этом браузере: попытка завершилась раньше, чем они дошли до сервера. Их можно прочитать и скопировать.
quizzes-unsent-title-open = Эти ответы ещё не отправлены
quizzes-unsent-help-open = Они пока только в этом браузере. Вернитесь к вопросам до сдачи: ответы отправятся сами.
quizzes-unsent-put-away = Убрать эти ответы
