# Напоминания о занятиях и предупреждения о пропусках.
reminders-tab = Напоминания
reminders-title = Напоминания и предупреждения
reminders-lead = Письма, которые поток отправляет сам: напоминания о занятиях и предупреждения тем, кто пропускает.

reminders-ahead-title = Ближайшие напоминания
reminders-ahead-at = Уйдёт { $at }
reminders-ahead-none = В ближайшие недели занятий нет, напоминать не о чем.
reminders-gone-title = Уже напомнили
reminders-gone = { $count ->
    [one] { $count } письмо, за { $hours } ч до начала
    [few] { $count } письма, за { $hours } ч до начала
   *[other] { $count } писем, за { $hours } ч до начала
}

reminders-warnings-title = Предупреждения о пропусках
reminders-warnings-none = Пока никого не предупреждали.
reminders-column-who = Слушатель
reminders-column-missed = Пропущенные занятия
reminders-column-why = Почему
reminders-column-when = Письмо
reminders-state-sent = Отправлено
reminders-state-dropped = Не понадобилось
reminders-state-planned = Отправляется
reminders-why-share = посещено { $percent } % проведённого времени
reminders-why-row = { $count ->
    [one] пропущено { $count } занятие подряд
    [few] пропущено { $count } занятия подряд
   *[other] пропущено { $count } занятий подряд
}

reminders-rule-title = Что и когда отправлять
reminders-leads = За сколько часов напоминать о занятии
reminders-leads-hint = До трёх напоминаний, не раньше чем за { $most } ч. Чтобы не напоминать, оставьте поля пустыми. Напоминание приходит всем, кого ждут на занятии, и преподавателям. Кто сообщил, что не придёт, его не получит.
reminders-field-lead = Напоминание { $number }, часов до начала
reminders-field-share = Предупреждать, если посещено меньше, %
reminders-field-share-hint = Доля посещённого времени от проведённых и отмеченных занятий, как на странице часов. Сравниваем, когда у человека позади хотя бы { $fewest } занятия. Пусто – по доле не предупреждать.
reminders-field-row = Предупреждать, если пропущено занятий подряд
reminders-field-row-hint = Пусто – по пропускам подряд не предупреждать.
reminders-counts-hint = Пропуском считается только отметка «нет» на следующий день после занятия, с 9:00. Не считаются занятия без отметки, пропущенные по причине и отработанные, а также те, о которых человек предупредил. Если отметку исправили до отправки, письмо не уйдёт. О тех же пропусках второй раз не пишем.
reminders-rule-save = Сохранить
reminders-flash-rule = Правило сохранено.
reminders-versions-title = Какими были правила
reminders-version = Правило { $number }
reminders-version-holds = действует
reminders-rule-lead = { $hours ->
    [one] Напоминание за { $hours } час до начала
    [few] Напоминание за { $hours } часа до начала
   *[other] Напоминание за { $hours } часов до начала
}
reminders-rule-no-lead = Напоминания о занятиях выключены.
reminders-rule-share = Предупреждение, если посещено меньше { $percent } % проведённого времени
reminders-rule-row = { $count ->
    [one] Предупреждение, если пропущено { $count } занятие подряд
    [few] Предупреждение, если пропущено { $count } занятия подряд
   *[other] Предупреждение, если пропущено { $count } занятий подряд
}
reminders-rule-no-warning = Предупреждения о пропусках выключены.

reminders-notice-title = { $count ->
    [one] У вас { $count } пропущенное занятие
    [few] У вас { $count } пропущенных занятия
   *[other] У вас { $count } пропущенных занятий
}
reminders-share-now = Сейчас вы посетили { $percent } % проведённого времени.
reminders-needed-planned = Для документа нужно посетить не меньше { $percent } % всего запланированного времени занятий.
reminders-needed-held = Для документа нужно посетить не меньше { $percent } % проведённого времени занятий.
reminders-chances-some = { $spare ->
    [one] Пропустить можно ещё не больше { $spare } занятия (впереди: { $ahead }).
   *[other] Пропустить можно ещё не больше { $spare } занятий (впереди: { $ahead }).
}
reminders-chances-none = Больше пропускать нельзя: нужны все оставшиеся занятия (впереди: { $ahead }).
reminders-chances-over = Занятий впереди нет.
reminders-chances-short = { $minutes ->
    [one] Оставшихся занятий уже не хватит: нужно отработать ещё { $minutes } минуту.
    [few] Оставшихся занятий уже не хватит: нужно отработать ещё { $minutes } минуты.
   *[other] Оставшихся занятий уже не хватит: нужно отработать ещё { $minutes } минут.
}
reminders-what-to-do = Что сделать: договоритесь с преподавателем об отработке; если была причина, сообщите о ней из расписания. Если отметка неверна, напишите преподавателю.
reminders-my-hours = Мои часы по этому потоку

reminders-letter-session-subject = { $when } – { $title }
reminders-letter-session-what = Напоминаем о занятии «{ $title }» (поток «{ $edition }»).
reminders-letter-session-teaches = Напоминаем: вы проводите занятие «{ $title }» (поток «{ $edition }»).
reminders-letter-session-topic = Тема: { $topic }.
reminders-letter-session-access = Доступность места:
reminders-letter-session-absence = Сообщить, что не приду
reminders-letter-warning-subject = { $count ->
    [one] { $count } пропущенное занятие: что делать
    [few] { $count } пропущенных занятия: что делать
   *[other] { $count } пропущенных занятий: что делать
}
reminders-letter-warning-what = { $count ->
    [one] В потоке «{ $edition }» вы пропустили { $count } занятие:
    [few] В потоке «{ $edition }» вы пропустили { $count } занятия:
   *[other] В потоке «{ $edition }» вы пропустили { $count } занятий:
}
reminders-letter-summary-subject = { $count ->
    [one] Пропуски в потоке «{ $edition }»: { $count } предупреждение
    [few] Пропуски в потоке «{ $edition }»: { $count } предупреждения
   *[other] Пропуски в потоке «{ $edition }»: { $count } предупреждений
}
reminders-letter-summary-what = Эти слушатели потока «{ $edition }» получили письмо о пропущенных занятиях:
reminders-letter-summary-line = { $count ->
    [one] { $count } пропуск, посещено { $percent } % проведённого
    [few] { $count } пропуска, посещено { $percent } % проведённого
   *[other] { $count } пропусков, посещено { $percent } % проведённого
}
reminders-letter-summary-help = Проверьте отметки и предложите отработку. Такое письмо приходит не чаще раза в день.
reminders-letter-summary-action = Открыть предупреждения потока

fault-reminders-too-many = Напоминаний о занятии может быть не больше { $most }. Оставьте самые нужные
