# Праздники, выходные дни и закрытые часы.
holidays-title = Праздники и выходные
holidays-lead = В эти дни занятие назначить можно, но с предупреждением. Свой список заменяет тот, что идёт с программой.
holidays-import-action = Внести список
holidays-count = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
holidays-shipped = идёт с программой
holidays-kind-day-off = выходной
holidays-remove = Удалить список
holidays-remove-confirm = Удалить список { $place }, { $year }? Занятия останутся на своих местах.
holidays-import-title = Новый список выходных
holidays-import-lead = Сначала покажем, что в списке. Пока вы не подтвердите, ничего не изменится.
holidays-country = Страна
holidays-country-hint = Две латинские буквы: RU, KZ.
holidays-country-ru = Россия
holidays-country-kz = Казахстан
holidays-region = Регион
holidays-region-hint = Код после дефиса, например TA для Татарстана. Пусто — вся страна.
holidays-year = Год
holidays-source = Откуда список
holidays-source-hint = Название и номер документа.
holidays-file = Файл
holidays-file-hint = CSV или XLSX со столбцами «дата», «вид», «ru», «kk», «en». Вид — «праздник» или «выходной».
holidays-text = Или вставьте таблицу сюда
holidays-text-hint = Первая строка — названия столбцов: date;kind;ru;kk;en
holidays-look = Посмотреть, что в списке
holidays-look-again = Посмотреть ещё раз
holidays-would-bring = { $count ->
    [one] В списке { $count } день
    [few] В списке { $count } дня
   *[other] В списке { $count } дней
}
holidays-import-confirm = { $count ->
    [one] Внести { $count } день
    [few] Внести { $count } дня
   *[other] Внести { $count } дней
}
holidays-flash-imported = { $count ->
    [one] Внесён { $count } день: { $place }, { $year }.
    [few] Внесено { $count } дня: { $place }, { $year }.
   *[other] Внесено { $count } дней: { $place }, { $year }.
}
holidays-flash-removed = Список удалён.

holidays-days-off-title = Выходные и закрытые часы
holidays-days-off-link = Выходные и закрытые часы
holidays-days-off-lead = В выходной занятие назначается с предупреждением, в закрытые часы не назначается.
holidays-of-edition = Выходные за время потока ({ $place })
holidays-place-said = Список выбран для этого потока.
holidays-place-by-zone = Список выбран по часовому поясу потока.
holidays-place-by-zone-option = По часовому поясу потока
holidays-place-change = Выбрать другую страну или регион
holidays-none-in-term = Праздников и перенесённых выходных за это время нет.
holidays-lists-link = Все списки праздников и выходных
holidays-closed-title = Закрытые часы
holidays-closed-lead = Уроки в школе, линейка, смена: в эти часы никто не назначит занятие. Уже назначенные останутся.
holidays-closed-none = Закрытых часов нет.
holidays-closed-when = Когда
holidays-closed-what = Что в это время
holidays-closed-term = Действует
holidays-closed-whose = Для кого
holidays-closed-everywhere = Все потоки организации
holidays-closed-edition = Этот поток
holidays-open-again = Убрать
holidays-close-title = Закрыть часы
holidays-close-from-time = С какого часа
holidays-close-to-time = До какого часа
holidays-close-from-day = С какого дня
holidays-close-to-day = По какой день
holidays-close-what-hint = Например, «Уроки». Это прочитает тот, кому откажут.
holidays-close-everywhere = Для всех потоков организации
holidays-close-action = Закрыть часы
holidays-flash-kept = Сохранено.
holidays-flash-closed = Часы закрыты.
holidays-flash-opened = Часы снова открыты.
holidays-day-off = Выходной: { $name }
holidays-day-off-notice = В этот день выходной: { $name }. Если так и задумано, ничего не меняйте.
holidays-unknown-transfers = { $place }, { $year } год: переносы выходных ещё не внесены, их каждый год утверждает Правительство. После постановления внесите список (это делает администратор сайта) и проверьте даты занятий.
holidays-unknown-kurban-ait = { $place }, { $year } год: первый день Курбан айта ещё не внесён, его объявляют ближе к дате. Когда объявят, внесите список (это делает администратор сайта) и проверьте даты занятий.
holidays-unknown-list = { $place }, { $year } год: списка выходных нет, занятия назначаются без предупреждений. Попросите администратора сайта внести список.

fault-closed-hours-too-many = Закрытых часов может быть не больше { $most }. Откройте те, что уже не нужны
fault-holiday-country = Укажите страну двумя латинскими буквами, например KZ
fault-holiday-region = Укажите код региона, например TA, или оставьте поле пустым
fault-holiday-columns = В первой строке нужны названия столбцов: date и хотя бы одно из ru, kk, en
fault-holiday-date = Строка { $line }: «{ $text }» — не дата. Напишите, например, 2026-11-04
fault-holiday-kind = Строка { $line }: вид «{ $text }» неизвестен. Напишите holiday или day_off
fault-holiday-name = Строка { $line }: у дня нет названия
fault-holiday-name-long = Строка { $line }: название длиннее { $limit } знаков
fault-holiday-twice = Строка { $line }: { $day } уже есть в строке { $first }. Оставьте одну
fault-holiday-none = В списке нет ни одного дня
fault-holiday-nothing = Выберите файл или вставьте таблицу
fault-holiday-other-year = В списке есть { $day }. Исправьте год или уберите этот день
