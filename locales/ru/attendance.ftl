# Занятия потока, перекличка, расписание слушателя.
attendance-sessions-title = Занятия
attendance-sessions-empty = Занятий пока нет
attendance-sessions-empty-help = Составьте расписание целиком или назначьте занятия по одному.
attendance-sessions-none = В программе нет занятий с посещением
attendance-sessions-none-help = Всё в ней проходят в своё время: уроки, тесты и кейсы.
attendance-unscheduled = { $count ->
    [one] { $count } занятие программы ещё без даты
    [few] { $count } занятия программы ещё без даты
   *[other] { $count } занятий программы ещё без даты
}
attendance-new-action = Назначить занятие
attendance-new-title = Новое занятие
attendance-edit-action = Перенести или отменить
attendance-edit-title = Изменить занятие
attendance-form-about = Даты потока: { $term } Время — по { $city }.

attendance-activity = Занятие
attendance-activity-choose = Выберите занятие программы
attendance-held-on = Дата
attendance-starts = Начало
attendance-ends = Окончание
attendance-mode = Как проходит
attendance-mode-in-person = Очно
attendance-mode-online = Онлайн
attendance-mode-mixed = Очно и онлайн
attendance-place = Место
attendance-place-hint = Город, улица, дом, аудитория и как пройти. Нужно для очного занятия.
attendance-link = Ссылка на встречу
attendance-link-hint = Нужна, если кто-то подключается онлайн.
attendance-trainer = Преподаватель
attendance-trainer-later = Назначим позже
attendance-when = Когда
attendance-where = Где
attendance-marks = Отмечено
attendance-ahead = Впереди
attendance-cancelled = Отменено

attendance-cancel-title = Отменить занятие
attendance-cancel-lead = Все зачисленные получат письмо с причиной. Отменённое занятие останется в списке.
attendance-cancel-reason = Причина
attendance-cancel-reason-hint = Её прочитают слушатели.
attendance-cancel-action = Отменить занятие
attendance-cancel-confirm = Отменить занятие и написать об этом всем зачисленным?

attendance-plan-title = Расписание потока
attendance-plan-lead = Занятия программы встанут по порядку на выбранные дни, начиная с первого свободного. Праздники и выходные потока пропустим.
attendance-plan-count = { $count ->
    [one] Без даты — { $count } занятие.
    [few] Без даты — { $count } занятия.
   *[other] Без даты — { $count } занятий.
}
attendance-plan-weekdays = Дни недели
attendance-plan-from = Начиная с
attendance-plan-until = Заниматься до
attendance-plan-until-hint = Что длиннее трёх часов или не помещается в день, разделим на части.
attendance-plan-place-hint = Для очных занятий. Часы, когда место занято, пропустим.
attendance-plan-link-hint = Для занятий онлайн.
attendance-plan-action = Составить расписание
attendance-plan-none = Все занятия уже с датами
attendance-plan-none-help = Перенести любое из них можно на его странице.
attendance-weekday-mon = Понедельник
attendance-weekday-tue = Вторник
attendance-weekday-wed = Среда
attendance-weekday-thu = Четверг
attendance-weekday-fri = Пятница
attendance-weekday-sat = Суббота
attendance-weekday-sun = Воскресенье

attendance-status-present = Есть
attendance-status-late = Опоздание
attendance-status-left-early = Ушли раньше
attendance-status-absent = Нет
attendance-status-excused = По причине
attendance-own-present = Вы были на занятии
attendance-own-late = Вы опоздали
attendance-own-left-early = Вы ушли раньше
attendance-own-absent = Вас не было
attendance-own-excused = Пропуск по уважительной причине
attendance-presence-in-person = Очно
attendance-presence-online = Онлайн
attendance-minutes-short = мин
attendance-credited = Зачтено
attendance-find = Найти человека
attendance-marked = Отмечено
attendance-save = Сохранить отметки
attendance-preset = Отметить всех присутствующими
attendance-preset-done = Все без отметки отмечены присутствующими
attendance-preset-help = Исправьте тех, кого нет или кто опоздал, и сохраните. Кто без места или сообщил о пропуске, остался без отметки. Пока ничего не записано.
attendance-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}
attendance-roll-empty = В потоке пока никого нет
attendance-roll-empty-help = Зачислите слушателей, и они появятся в перекличке.
attendance-correction-reason = Причина исправления
attendance-correction-reason-hint = День занятия прошёл: чтобы изменить сохранённую отметку, напишите почему. Для новых отметок не нужно.
attendance-conflicts = Кого-то за это время отметили по-другому
attendance-conflicts-help = Остальные отметки сохранены. Сравните эти и, если нужно, исправьте и сохраните ещё раз:
attendance-closed-ahead = Отмечать можно за полчаса до начала и позже.
attendance-closed-cancelled = Занятие отменено.
attendance-reason-illness = Болезнь
attendance-reason-work = Работа
attendance-reason-family = Семейные обстоятельства
attendance-reason-transport = Дорога, транспорт
attendance-reason-official-duty = Служебные обязанности
attendance-reason-other = Другое
attendance-late-reason-hint = Ведомость закрыта. Любая новая или изменённая отметка останется в списке поздних, поэтому напишите почему.
attendance-kept-one = Нет сети. { $count } отметка хранится на этом телефоне и отправится сама.
attendance-kept-few = Нет сети. { $count } отметки хранятся на этом телефоне и отправятся сами.
attendance-kept-other = Нет сети. { $count } отметок хранятся на этом телефоне и отправятся сами.
attendance-kept-signed-out = Вход закончился. Отметки целы на этом телефоне: войдите снова, и они отправятся.
attendance-send-now = Отправить сейчас
attendance-unsaved-title = Эти отметки не записаны
attendance-unsaved-help = Пока листа не было в сети, занятие отменили или перенесли. Отметки ниже никуда не пропали: распечатайте или скопируйте их и решите, к какому занятию они относятся.
attendance-unsaved-copy = Скопировать список
attendance-unsaved-copied = Скопировано
attendance-unsaved-forget = Убрать с телефона

attendance-schedule-title = Расписание
attendance-schedule-empty = Занятий впереди нет
attendance-schedule-empty-help = Как только занятие назначат, оно появится здесь. Уроки и тесты можно проходить в любое время.
attendance-schedule-empty-action = Что делать дальше
attendance-schedule-past = { $count ->
    [one] Прошло { $count } занятие
    [few] Прошло { $count } занятия
   *[other] Прошло { $count } занятий
}
attendance-left-today = сегодня
attendance-left-tomorrow = завтра
attendance-left-days = { $days ->
    [one] через { $days } день
    [few] через { $days } дня
   *[other] через { $days } дней
}
attendance-open-link = Подключиться к встрече
attendance-credited-minutes = Зачтено { $minutes } мин
attendance-not-marked = Отметки пока нет
attendance-meeting-lead = Засчитывается по времени, которое вы провели на занятии.
attendance-meeting-credited = Зачтено
attendance-meeting-minutes = { $credited } из { $planned } мин
attendance-meeting-sessions = Когда и где
attendance-meeting-none = Дату ещё не назначили. Она появится здесь и в расписании.

attendance-flash-booked = Занятие назначено.
attendance-flash-changed = Занятие изменено.
attendance-flash-cancelled = Занятие отменено. Письма зачисленным отправляются.
attendance-flash-planned = { $count ->
    [one] Назначено { $count } занятие.
    [few] Назначено { $count } занятия.
   *[other] Назначено { $count } занятий.
}
attendance-flash-saved = { $count ->
    [one] Сохранена { $count } отметка.
    [few] Сохранено { $count } отметки.
   *[other] Сохранено { $count } отметок.
}
attendance-flash-same = Всё уже было сохранено, ничего не изменилось.

fault-end-not-after-start = Окончание должно быть позже начала
fault-outside-edition = Выберите день, когда идёт поток: с { $from } по { $to }
fault-place-needed = Напишите, где собраться: занятие очное
fault-link-needed = Добавьте ссылку: кто-то подключается онлайн
fault-not-a-link = Вставьте адрес целиком, например https://meet.example.org/gruppa-2
fault-trainer-busy = В это время у преподавателя другое занятие: «{ $title }», { $edition }, { $when }
fault-place-busy = Это место занято: «{ $title }», { $edition }, { $when }
fault-session-has-marks = На этом занятии уже отметили людей. Сначала разберитесь с отметками
fault-mark-twice = Этот человек стоит в ведомости дважды. Оставьте одну отметку
fault-not-enrolled = Кого-то из списка уже нет в потоке. Мы убрали эту строку
fault-correction-reason = Напишите, почему исправляете сохранённую отметку
fault-weekday-needed = Выберите хотя бы один день недели
fault-plan-does-not-fit = До конца потока поместилось { $placed } из { $of } занятий. Добавьте дни или часы либо начните раньше

mail-session-cancelled-subject = Занятие отменено: { $title }
mail-session-cancelled-what = Занятие «{ $title }» не состоится. Оно было назначено на { $when } по { $city }.
mail-session-cancelled-reason = Причина: { $reason }
mail-session-cancelled-next = Новую дату вы увидите в расписании.

attendance-beside-tag = Два занятия сразу
attendance-beside = В это же время «{ $title }», { $edition }. Спросите преподавателя, куда идти.
attendance-clash-title = Слушатели заняты в это время
attendance-clash-hint = Лучше выбрать другое время. Если занятие нельзя передвинуть, поставьте отметку и напишите почему.
attendance-clash-despite = Всё равно провести занятие
attendance-clash-reason = Почему
attendance-clash-reason-hint = Сохраним вместе с вашим именем.
attendance-flash-booked-day-off = Занятие назначено. В этот день выходной: { $day }.
attendance-flash-changed-day-off = Занятие изменено. В этот день выходной: { $day }.
fault-closed-hours = В эти часы занятия не проводят: { $what }, { $when }. Выберите другое время
fault-time-left-out = В этот день часы переводят вперёд, и { $time } не наступит. Выберите другое время
fault-trainees-consulted-several = { $count ->
    [one] В это время слушатели записаны на { $count } консультацию
    [few] В это время слушатели записаны на { $count } консультации
   *[other] В это время слушатели записаны на { $count } консультаций
}: { $list }
fault-trainees-consulted = { $count ->
    [one] { $count } слушатель записан
    [few] { $count } слушателя записаны
   *[other] { $count } слушателей записаны
} в это время на консультацию: { $edition }, { $when }. Это { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
fault-trainees-busy = { $count ->
    [one] { $count } слушатель занят
    [few] { $count } слушателя заняты
   *[other] { $count } слушателей заняты
} на другом занятии: «{ $title }», { $edition }, { $when }. Это { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
