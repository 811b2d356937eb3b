# Очная учёба: первые часы, занятие в каждом квартале, матрица, страница человека, письмо.
overview-tab-training = Очная учёба
training-title = Очная учёба
training-of = из { $all }

training-none-title = Очная учёба в этом потоке не задана
training-none-text = Задайте, сколько часов очной подготовки нужно сначала и нужно ли очное занятие в каждом квартале.
training-none-text-others = Когда администратор задаст правило, здесь появятся кварталы и часы.
training-rule-set = Задать правило
training-rule-change = Изменить правило
training-rule-heading = Что нужно
training-rule-initial = { $count ->
    [one] Первая подготовка: не меньше { $hours } часа очно. Её можно разделить на несколько занятий, онлайн не засчитывается
   *[other] Первая подготовка: не меньше { $hours } часов очно. Её можно разделить на несколько занятий, онлайн не засчитывается
}
training-rule-quarterly = В каждом квартале: хотя бы одно очное занятие. Два занятия в одном квартале другой не закрывают
training-rule-least = { $minutes ->
    [one] На занятии нужно пробыть не меньше { $minutes } минуты
   *[other] На занятии нужно пробыть не меньше { $minutes } минут
}
training-rule-chosen = { $count ->
    [one] Квартал закрывает { $count } занятие программы, а не любое
    [few] Квартал закрывают { $count } занятия программы, а не любые
   *[other] Квартал закрывают { $count } занятий программы, а не любые
}
training-rule-nothing = Ничего не требовалось
training-clock-hours = Часы здесь астрономические, по 60 минут.

training-figure-people = в потоке
training-figure-valid = статус действует
training-figure-needs = нужна учёба
training-figure-quarter = закрыли { $quarter }
training-people = Люди и кварталы
training-show-all = Все
training-show-needs = Нужна учёба
training-show-left = Выбыли
training-nobody-shown = Сейчас здесь никого нет.
training-gathered = { $count ->
    [0] очных занятий нет
    [one] { $count } очное занятие
    [few] { $count } очных занятия
   *[other] { $count } очных занятий
}
training-column-name = Фамилия, имя, отчество
training-column-organisation = Организация
training-column-start = Кварталы считаются с
training-column-state = Статус
training-column-why = Почему
training-column-initial = Первая подготовка, часы
training-download-xlsx = Скачать таблицу XLSX
training-download-csv = Скачать таблицу CSV

training-valid = Действует
training-needs = Нужна учёба
training-left = Выбыл из потока
training-reason-initial = { $count ->
    [one] первая подготовка: { $have } из { $needed } часа
   *[other] первая подготовка: { $have } из { $needed } часов
}
training-reason-quarter = не закрыт { $quarter }
training-initial-progress = { $count ->
    [one] { $have } из { $needed } часа
   *[other] { $have } из { $needed } часов
}

training-state-closed = Закрыт
training-state-made-up = Закрыт отработкой
training-state-due = Идёт
training-state-missed = Не закрыт
training-state-not-asked = Не требуется
training-note-session = очное занятие { $date }
training-note-make-up = отработка { $date }
training-note-due = нужно очное занятие до { $until }
training-note-none = { $count ->
    [one] было { $count } очное занятие, отметки о присутствии нет
    [few] было { $count } очных занятия, отметок о присутствии нет
   *[other] было { $count } очных занятий, отметок о присутствии нет
}
training-note-none-held = очных занятий в квартале не было
training-note-online = { $date } — онлайн, квартал закрывает только очное занятие
training-note-short = { $minutes ->
    [one] { $date } — { $minutes } минута, этого мало
    [few] { $date } — { $minutes } минуты, этого мало
   *[other] { $date } — { $minutes } минут, этого мало
}

training-own-title = Очная учёба по кварталам
training-valid-text = Первая подготовка пройдена, прошедшие кварталы закрыты.
training-needs-own = Придите на ближайшее очное занятие. О прошедшем квартале договоритесь с преподавателем: его закрывает очная отработка.
training-left-on = Выбыл из потока: { $date }
training-initial-title = Первая подготовка
training-initial-complete = Пройдена
training-initial-hint = Складываются все очные занятия потока и очные отработки пропущенных. Онлайн-занятия учитываются отдельно и сюда не входят.
training-quarters-title = Кварталы
training-quarters-none = Первый квартал ещё не начался.
training-starts-on = Кварталы считаются с { $date }
training-start-set = (дату указал: { $name }, { $at })
training-start-enrolled = — со дня зачисления, но не раньше начала потока. После повторного зачисления — с нового дня
training-start-change = Изменить дату начала
training-field-start = С какого дня считать кварталы
training-field-start-hint = Квартал, в который попадает этот день, уже считается
training-start-save = Сохранить дату
training-ahead-title = Ближайшие очные занятия
training-ahead-when = { $at } по { $city }
training-ahead-none = Пока не назначены.
training-visits-title = Посещённые занятия
training-column-visit = Занятие
training-column-date = Дата
training-column-where = Как
training-column-minutes = Минуты
training-in-person = Очно
training-online = Онлайн
training-made-up-in-person = Отработка, очно
training-made-up-apart = Отработка, не очно

training-credit-title = Отработка за квартал
training-credit-open = Зачесть отработку за квартал
training-credit-lead = Отработка проходит очно и закрывает только тот квартал, который вы выберете. Часов в ведомость она не добавляет.
training-field-quarter = Какой квартал закрыть
training-field-done-on = Когда прошла отработка
training-field-minutes = Сколько минут
training-field-minutes-hint = Не меньше { $least }
training-field-about = Что сделано и где
training-field-about-hint = Например: разбор трёх встреч с куратором в центре, вместо занятия 12 мая
training-credit-save = Зачесть отработку
training-credits-title = Зачтённые отработки
training-credit-done = { $minutes ->
    [one] { $date }, { $minutes } минута очно
    [few] { $date }, { $minutes } минуты очно
   *[other] { $date }, { $minutes } минут очно
}
training-credit-by = Зачёт: { $name }, { $at }
training-credit-void = Отменена
training-credit-revoked = { $name }, { $at }. Причина: { $reason }
training-credit-revoke = Отменить зачёт
training-credit-revoke-save = Отменить зачёт отработки
training-field-reason = Почему отменяете

training-rule-title = Правило очной учёбы
training-rule-lead = Правило не меняет условий документа: оно показывает, у кого статус действует и кому нужна учёба.
training-field-initial = Первая подготовка очно, минут
training-field-initial-hint = 120 минут — это 2 часа. Укажите 0, если она не нужна
training-field-quarterly = Очное занятие в каждом квартале
training-field-quarterly-hint = С дня зачисления и пока человек в потоке. Напомним за 30 и за 7 дней до конца квартала тем, кто ещё не был
training-field-least = Сколько минут нужно пробыть на занятии квартала
training-field-least-hint = Отработка тоже длится не меньше
training-field-activities = Какие занятия закрывают квартал
training-field-activities-hint = Не отмечайте ничего, если подходит любое очное занятие
training-rule-acts = Новое правило действует сразу и для прошедших кварталов. Прежние правила сохраняются ниже.
training-rule-save = Сохранить правило
training-versions-title = Какими были правила
training-version = Правило { $number }
training-version-holds = действует

training-flash-rule = Правило сохранено.
training-flash-start = Дата начала сохранена, кварталы пересчитаны.
training-flash-credited = Отработка зачтена, квартал закрыт.
training-flash-revoked = Зачёт отработки отменён.

training-next-due = Очное занятие за { $quarter }
training-next-until = нужно до { $until }
training-next-needs = Очная учёба: нужно занятие

training-letter-subject = Очное занятие нужно до { $until }
training-letter-what = За { $quarter } у вас пока нет очного занятия (поток «{ $edition }»). Квартал открыт до { $until }.
training-letter-next = Ближайшее занятие: { $at } по { $city }.
training-letter-none = Занятие до конца квартала пока не назначено. Спросите преподавателя, когда оно будет.
training-letter-help = Если прийти не получится, напишите преподавателю: вместе вы выберете другой день или отработку.
training-letter-action = Посмотреть кварталы и занятия

fault-training-activity = Такого очного занятия в программе потока нет. Выберите из списка
fault-training-quarter-not-asked = За этот квартал занятие не требуется. Выберите квартал из списка
fault-training-quarter-closed = Этот квартал уже закрыт, отработка не нужна
fault-training-ahead = Эта дата ещё не наступила. Зачесть можно то, что уже прошло
fault-training-before-quarter = Эта дата раньше начала квартала. Отработка проходит в квартале или после него
fault-training-counted-already = В этот день человек был на очном занятии, и оно уже засчитано своему кварталу. Укажите другой день
fault-training-made-up-already = В этот день уже засчитана отработка за { $quarter } квартал { $year } г.: один день не закрывает два квартала. Укажите другой день
training-in-person-elsewhere = Очно, в другом потоке
training-online-elsewhere = Онлайн, в другом потоке
