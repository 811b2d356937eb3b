# Проверка работ: очередь, рабочее место, выдача оценок.
grading-number = Работа № { $number }
grading-nameless = без имён
grading-desk-title = Работа № { $number }: { $title }
grading-state = Состояние
grading-state-any = Все, где нет оценки
grading-state-not-marked = Не проверена
grading-state-in-marking = Проверяется
grading-state-in-review = Оценка выставлена, ещё не выдана
grading-state-released = Оценка выдана
grading-whose = Чьи
grading-whose-all = Все
grading-whose-mine = Мои
grading-whose-free = Свободные
grading-organisation = Организация
grading-organisation-any = Все организации
grading-mine = у вас
grading-third-wanted = нужен третий
grading-third-nobody = третьего назначить некого
grading-begin = Взять
grading-queue-first = К началу
grading-queue-next = Дальше
grading-desk-others = Ждут ещё
grading-desk-no-others = Больше ничего не ждёт
grading-claimed = Работа за вами до { $until }. Каждое сохранение продлевает это время.
grading-leave = Отдать другим
grading-holder = С { $since } эту работу проверяет { $who }
grading-holder-given = Эту работу проверяет { $who }
grading-holder-help = Вы можете читать, сохранить оценку нельзя. Если до { $until } ничего не сохранят, работа освободится.
grading-holder-given-help = Её поручили этому преподавателю. Вы можете читать. Передать работу другому может администратор.
grading-taken-title = Работу проверяет другой человек
grading-taken = { $who }, с { $at }. Ваша оценка не записана.
grading-taken-given = Её проверяет { $who }. Ваша оценка не записана.
grading-marked-title = Ваша оценка принята
grading-marked = Решение появится, когда работу проверит второй преподаватель. До этого вы не видите оценок друг друга.
grading-colleague-title = Автор из вашей организации
grading-colleague = Работы коллег проверяет другой преподаватель. Исключение с причиной может записать администратор.
grading-conflict-title = Вы сохранили другую оценку на другом устройстве
grading-conflict = Она сохранена в { $at } и показана здесь. В форме ниже то, что вы набрали сейчас. Если сохраните, останется то, что в форме.
grading-draft-save = Сохранить черновик оценки
grading-in-review = Слушатель пока не видит этой оценки.
grading-release = Выдать оценку
grading-correct = Исправить оценку
grading-correct-save = Сохранить исправление
grading-corrected-title = Пока вы писали, оценку исправил кто-то другой
grading-corrected-meanwhile = Ваше исправление не записано. Новая оценка и её причина на этой странице, а в форме ниже то, что вы набрали. Если сохраните, останется то, что в форме.
grading-reason = Причина
grading-reason-hint = Её увидят те, кто проверяет. Прежняя оценка останется в истории.
grading-revisions = Прежние оценки
grading-revision = { $total ->
    [one] { $total } балл
    [few] { $total } балла
   *[other] { $total } баллов
}.
grading-assign = Поручить другому преподавателю
grading-assign-person = Кому
grading-assign-instead = Вместо кого
grading-assign-instead-hint = Работу проверяют несколько человек: место освободит только тот, кого вы назовёте.
grading-assign-nobody = Никого: есть свободное место
grading-assign-hint = Например, болезнь или слишком долгое ожидание.
grading-assign-save = Поручить
grading-keys = Клавиши
grading-keys-criterion = следующий и предыдущий критерий
grading-keys-level = уровень по порядку
grading-keys-remark = заметка к критерию
grading-keys-back = из заметки назад к критерию
grading-keys-save = сохранить и взять следующую
grading-keys-release = выдать выставленную оценку
grading-keys-help = показать этот список
grading-keys-on = Буквы и цифры работают как клавиши
grading-cases-title = Кейсы потока
grading-cases-lead = Сколько работ сдано и проверено, сколько оценок выдано, и какие настройки у каждого кейса.
grading-cases-none = В программе нет кейсов.
grading-cases-graders = { $count ->
    [one] { $count } проверяющий
    [few] { $count } проверяющих
   *[other] { $count } проверяющих
}
grading-cases-queue = Очередь работ
grading-cases-setup = Настройки
grading-cases-review = Невыданные оценки
grading-release-all = Выдать все: { $count }
grading-release-all-confirm = Выдать выставленные оценки: { $count }? Слушатели увидят их и получат письма.
grading-release-all-yes = Выдать
grading-exceptions = Проверка своих коллег
grading-exceptions-lead = Преподаватель не проверяет людей из своей организации, если здесь не записано исключение.
grading-exceptions-none = Исключений нет.
grading-exceptions-person = Кто может проверять коллег
grading-exceptions-add = Записать исключение
grading-exceptions-revoke = Отменить
grading-flash-in-review = Оценка сохранена: { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}. Слушатель увидит её после выдачи
grading-flash-corrected = Оценка исправлена: { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}
grading-flash-draft = Черновик оценки сохранён
grading-flash-left = Работа снова свободна
grading-flash-released = Оценка выдана, автору ушло письмо
grading-flash-released-all = Выдано оценок: { $count }
grading-flash-reassigned = Работа поручена другому преподавателю
grading-flash-excepted = Исключение записано
grading-flash-exception-revoked = Исключение отменено
grading-letter-corrected = Преподаватель исправил прежнюю оценку.
fault-grading-own = Это автор работы.
fault-grading-colleague = Этот преподаватель из организации автора.
fault-grading-marked = Этот преподаватель уже оценил работу.
grading-flash-marked = Ваша оценка принята. Решение появится, когда работу проверят все
grading-note = Заметка { $number }
grading-notes = Заметки к тексту
grading-note-remove = Убрать заметку
grading-note-new = Заметка к отрывку
grading-note-quote = Отрывок
grading-note-quote-hint = Выделите его в тексте или вставьте сюда слово в слово.
grading-note-text = Заметка
grading-note-save = Сохранить заметку
grading-flash-noted = Заметка сохранена. Слушатель увидит её вместе с оценкой
grading-flash-note-removed = Заметка убрана
grading-markings = Кто как оценил
grading-cases-agreement = Согласие проверяющих
grading-agreement-title = Согласие проверяющих: { $title }
grading-agreement-lead = Насколько одинаково двое независимо оценили одни и те же работы.
grading-agreement-measure = По критериям
grading-agreement-hint = Каппа с квадратичными весами: 1 — полное согласие, 0 — как при случайном выборе. Чем дальше разошлись уровни, тем ниже каппа.
grading-agreement-criterion = Критерий
grading-agreement-kappa = Каппа
grading-agreement-same = Совпали
grading-agreement-of = { $same } из { $pairs }
grading-agreement-none = не определена
grading-agreement-total = Итог в баллах
grading-agreement-works = Работы
grading-agreement-work = Работа
grading-agreement-first = Первый
grading-agreement-second = Второй
grading-agreement-third = Третий
grading-agreement-decided = Решение
grading-agreement-empty = Ещё ни одну работу не проверили двое.
grading-agreement-open = { $count ->
    [one] { $count } работа ждёт
    [few] { $count } работы ждут
   *[other] { $count } работ ждут
} третьего.
grading-decided-alone = один проверяющий
grading-decided-agreed = согласие двоих
grading-decided-third = решил третий
fault-grading-quote = Такого отрывка в тексте нет.
grading-phrase-keep = Сохранить отзыв в мои фразы
grading-calibrate-save = Сохранить пробную оценку
grading-calibrating-title = Общая проба
grading-calibrating = Эту работу сначала оценивают все, кто проверяет кейс. Слушатель этой оценки не увидит.
grading-cases-calibration = Общая проба
grading-calibration-title = Общая проба: { $title }
grading-calibration-lead = Работы, которые каждый преподаватель оценивает до того, как начнут считаться его настоящие оценки. Чужие оценки видны, когда поставлены свои.
grading-calibration-left = Оцените сначала
grading-calibration-count = Оценили: { $count }
grading-calibration-who = Преподаватель
grading-calibration-remove = Убрать из пробы
grading-calibration-none = Для пробы пока не выбрано ни одной работы.
grading-calibration-choose = Добавить работу
grading-calibration-number = Номер работы
grading-calibration-number-hint = Он стоит в адресе страницы работы: /submissions/номер.
grading-calibration-add = Добавить в пробу
grading-flash-chosen = Работа добавлена в общую пробу
grading-flash-unchosen = Работа убрана из общей пробы
grading-flash-calibrated = Пробная оценка сохранена, баллов: { $points }
fault-grading-chosen = Эта работа уже в пробе.
