# Reminders of sessions and warnings about missed ones.
reminders-tab = Reminders
reminders-title = Reminders and warnings
reminders-lead = Letters the edition sends by itself: reminders of sessions, and warnings to those who miss them.

reminders-ahead-title = Next reminders
reminders-ahead-at = Goes { $at }
reminders-ahead-none = There are no sessions in the next weeks, so there is nothing to remind of.
reminders-gone-title = Already reminded
reminders-gone = { $count ->
    [one] { $count } letter, { $hours } h before the start
   *[other] { $count } letters, { $hours } h before the start
}

reminders-warnings-title = Warnings about missed sessions
reminders-warnings-none = Nobody has been warned yet.
reminders-column-who = Trainee
reminders-column-missed = Missed sessions
reminders-column-why = Why
reminders-column-when = Letter
reminders-state-sent = Sent
reminders-state-dropped = Not needed any more
reminders-state-planned = Being sent
reminders-why-share = attended { $percent }% of the time held
reminders-why-row = { $count ->
    [one] missed { $count } session in a row
   *[other] missed { $count } sessions in a row
}

reminders-rule-title = What is sent and when
reminders-leads = How many hours before a session to remind
reminders-leads-hint = Up to three reminders, no earlier than { $most } h before. Leave the fields empty to send none. Everybody who is expected gets one, and so do the trainers. Whoever said they will not come does not.
reminders-field-lead = Reminder { $number }, hours before the start
reminders-field-share = Warn when less than this was attended, %
reminders-field-share-hint = The share of time attended in sessions that were held and marked, as on the page of hours. It is compared once a person has at least { $fewest } sessions behind them. Empty: no warning by share.
reminders-field-row = Warn when so many sessions in a row were missed
reminders-field-row-hint = Empty: no warning by sessions in a row.
reminders-counts-hint = Only the mark “absent” counts as missed, from 9:00 on the day after the session. Sessions that were not marked, excused or made up for do not count, nor those the person told about. If a mark is corrected before the letter goes, it does not go. The same absences are not written about twice.
reminders-rule-save = Save
reminders-flash-rule = The rule is saved.
reminders-versions-title = Earlier rules
reminders-version = Rule { $number }
reminders-version-holds = in force
reminders-rule-lead = { $hours ->
    [one] A reminder { $hours } hour before the start
   *[other] A reminder { $hours } hours before the start
}
reminders-rule-no-lead = Reminders of sessions are off.
reminders-rule-share = A warning when less than { $percent }% of the time held was attended
reminders-rule-row = { $count ->
    [one] A warning when { $count } session in a row was missed
   *[other] A warning when { $count } sessions in a row were missed
}
reminders-rule-no-warning = Warnings about missed sessions are off.

reminders-notice-title = { $count ->
    [one] You have { $count } missed session
   *[other] You have { $count } missed sessions
}
reminders-share-now = So far you have attended { $percent }% of the time held.
reminders-needed-planned = The document asks for at least { $percent }% of all planned session time.
reminders-needed-held = The document asks for at least { $percent }% of the session time held.
reminders-chances-some = { $spare ->
    [one] You can miss no more than { $spare } session (ahead: { $ahead }).
   *[other] You can miss no more than { $spare } sessions (ahead: { $ahead }).
}
reminders-chances-none = You cannot miss any more: every session ahead is needed (ahead: { $ahead }).
reminders-chances-over = There are no sessions ahead.
reminders-chances-short = { $minutes ->
    [one] The sessions ahead are not enough any more: { $minutes } minute has to be made up for.
   *[other] The sessions ahead are not enough any more: { $minutes } minutes have to be made up for.
}
reminders-what-to-do = What to do: agree on a make-up with your trainer; if there was a reason, tell it from your schedule. If a mark is wrong, write to your trainer.
reminders-my-hours = My hours in this edition

reminders-letter-session-subject = { $when } – { $title }
reminders-letter-session-what = A reminder of the session “{ $title }” (edition “{ $edition }”).
reminders-letter-session-teaches = A reminder: you run the session “{ $title }” (edition “{ $edition }”).
reminders-letter-session-topic = Topic: { $topic }.
reminders-letter-session-access = Access to the place:
reminders-letter-session-absence = Tell that I will not come
reminders-letter-warning-subject = { $count ->
    [one] { $count } missed session: what to do
   *[other] { $count } missed sessions: what to do
}
reminders-letter-warning-what = { $count ->
    [one] In the edition “{ $edition }” you have missed { $count } session:
   *[other] In the edition “{ $edition }” you have missed { $count } sessions:
}
reminders-letter-summary-subject = { $count ->
    [one] Missed sessions in “{ $edition }”: { $count } warning
   *[other] Missed sessions in “{ $edition }”: { $count } warnings
}
reminders-letter-summary-what = These trainees of the edition “{ $edition }” got a letter about missed sessions:
reminders-letter-summary-line = { $count ->
    [one] { $count } missed, attended { $percent }% of the time held
   *[other] { $count } missed, attended { $percent }% of the time held
}
reminders-letter-summary-help = Check the marks and offer a make-up. This letter comes at most once a day.
reminders-letter-summary-action = Open the warnings of the edition

fault-reminders-too-many = There can be no more than { $most } reminders of a session. Keep those that matter most
