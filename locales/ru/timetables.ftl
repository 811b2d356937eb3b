# Повторяющиеся занятия, копия расписания, неделя.
timetables-nav = Расписание потока
timetables-week-link = Неделя
timetables-week-own-link = Моя неделя
timetables-series-link = Повторять занятие
timetables-copy-link = Взять расписание другого потока
timetables-choose = Выберите

timetables-week-title = Неделя
timetables-week-nav = Недели
timetables-week-previous = Прошлая неделя
timetables-week-next = Следующая неделя
timetables-week-today = К текущей неделе
timetables-week-clock = Время — по { $city }.
timetables-week-by = по { $city }
timetables-week-none = На этой неделе занятий нет.
timetables-week-closed = Закрыто: { $when }
timetables-week-drag = Перетащите на другой день или время
timetables-week-moved = Перенесли:
timetables-week-undo = Вернуть обратно
timetables-week-refused = Не перенесли.
timetables-week-offline = Нет связи. Занятие осталось на месте.
timetables-week-form = Открыть форму занятия

timetables-series-title = Повторяющееся занятие
timetables-series-lead = Сначала покажем все даты и что им мешает. Ничего не назначим, пока вы не выберете.
timetables-series-what = Что и когда в течение дня
timetables-series-wall = По часам потока, одинаково в каждую дату.
timetables-series-when = По каким дням
timetables-series-first = Не раньше
timetables-rhythm = Как часто
timetables-rhythm-weekly = Каждую неделю
timetables-rhythm-fortnightly = Через неделю
timetables-rhythm-daily = Каждый день подряд
timetables-rhythm-quarter-weekday = Раз в квартал, в день недели
timetables-rhythm-quarter-day = Раз в квартал, через несколько дней от его начала
timetables-weekday-hint = Для занятий каждую неделю и через неделю.
timetables-quarter = День квартала
timetables-quarter-hint = Заполните, если занятие проходит раз в квартал: например, третий месяц, вторая неделя, вторник.
timetables-month = Месяц квартала
timetables-month-first = Первый
timetables-month-second = Второй
timetables-month-third = Третий
timetables-week = Который по счёту
timetables-week-first = Первый в месяце
timetables-week-second = Второй в месяце
timetables-week-third = Третий в месяце
timetables-week-fourth = Четвёртый в месяце
timetables-week-last = Последний в месяце
timetables-quarter-weekday = День недели
timetables-after = Через сколько дней от начала квартала
timetables-after-hint = 0 — в первый день квартала. Не больше 89.
timetables-until = По какой день
timetables-until-hint = Укажите последний день или число занятий.
timetables-times = Сколько занятий
timetables-look = Показать даты
timetables-look-again = Показать даты заново

timetables-lines-title = Даты
timetables-lines-lead = Без замечаний: { $free }. Назначить нельзя: { $faulty }. Отмеченные даты назначим все сразу.
timetables-lines-book = Назначить
timetables-lines-notes = На что обратить внимание
timetables-lines-scheduled = Уже есть занятие
timetables-lines-busy = Слушатели заняты
timetables-lines-faulty = Назначить нельзя
timetables-lines-skip = { $count ->
    [one] Пропустить { $count } дату, которую назначить нельзя
    [few] Пропустить { $count } даты, которые назначить нельзя
   *[other] Пропустить { $count } дат, которые назначить нельзя
}
timetables-lines-despite = Почему занятие нужно, хотя слушатели заняты
timetables-lines-despite-hint = Нужно, если вы отметили такую дату. Сохраним вместе с вашим именем.
timetables-lines-action = Назначить отмеченные

timetables-copy-title = Расписание другого потока
timetables-copy-lead = Занятия перейдут на столько недель, чтобы дни недели и время остались прежними.
timetables-copy-source = Из какого потока
timetables-copy-weeks = На сколько недель сдвинуть
timetables-copy-weeks-hint = Пусто — от первого дня того потока до первого дня этого.
timetables-copy-nothing = В том потоке занятий нет
timetables-copy-nothing-help = Выберите другой поток.
timetables-copy-none = Брать расписание неоткуда
timetables-copy-none-help = Подойдут потоки той же программы, в которых вы преподаёте или которыми управляете.

fault-series-no-dates = За это время нет ни одной подходящей даты. Измените дни или сроки
fault-series-too-long = Разом назначаем не больше { $most } занятий. Закончите не позже { $last }, остальное назначьте следующей серией
fault-series-end-needed = Укажите последний день или число занятий
fault-series-end-twice = Оставьте что-то одно: последний день или число занятий
fault-dates-changed = Даты изменились. Посмотрите список ещё раз и отметьте нужные
fault-dates-none-chosen = Отметьте хотя бы одну дату
fault-dates-with-faults = { $count ->
    [one] { $count } дату назначить нельзя. Отметьте, что её пропускаем, или измените условия
   *[other] Дат, которые назначить нельзя: { $count }. Отметьте, что их пропускаем, или измените условия
}
fault-despite-reason = В отмеченную дату слушатели заняты. Напишите, почему занятие нужно, или снимите отметку
fault-line-beside = В это же время вы берёте «{ $title }»: поток у них один
fault-activity-gone = Такого занятия в программе этого потока нет
timetables-copy-along = С занятиями перейдут темы, вопросы, блоки, гости, условия доступа и визиты, а также заезды с проживанием и питанием. Не переходят отчёты о визитах, места для записи, вторые преподаватели и отметки.
timetables-flash-copied = { $count ->
    [one] Назначено { $count } занятие. С программой: { $programmes }, заездов: { $shifts }.
    [few] Назначено { $count } занятия. С программой: { $programmes }, заездов: { $shifts }.
   *[other] Назначено { $count } занятий. С программой: { $programmes }, заездов: { $shifts }.
}
timetables-flash-copied-partly = Назначено занятий: { $count }, с программой: { $programmes }, заездов: { $shifts }. Проверьте, что не перешло: блоки без задания, потому что в программе его нет: { $blocks }; занятия другой длины без блоков: { $sessions }; заезды вне дат потока: { $outside }.
