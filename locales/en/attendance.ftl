# Sessions of an edition, the roll call, a trainee's schedule.
attendance-sessions-title = Sessions
attendance-sessions-empty = No sessions yet
attendance-sessions-empty-help = Lay out the whole timetable, or schedule sessions one by one.
attendance-sessions-none = Nothing in this programme is attended
attendance-sessions-none-help = Lessons, quizzes and cases are all done in one's own time.
attendance-unscheduled = { $count ->
    [one] { $count } session of the programme has no date yet
   *[other] { $count } sessions of the programme have no date yet
}
attendance-new-action = Schedule a session
attendance-new-title = New session
attendance-edit-action = Move or cancel
attendance-edit-title = Change the session
attendance-form-about = The edition runs { $term }. Times are { $city } time.

attendance-activity = Session
attendance-activity-choose = Choose from the programme
attendance-held-on = Date
attendance-starts = Starts
attendance-ends = Ends
attendance-mode = How it is held
attendance-mode-in-person = In person
attendance-mode-online = Online
attendance-mode-mixed = In person and online
attendance-place = Place
attendance-place-hint = Town, street, building, room and how to find it. Needed when people meet in person.
attendance-link = Meeting link
attendance-link-hint = Needed when somebody joins online.
attendance-trainer = Trainer
attendance-trainer-later = To be named later
attendance-when = When
attendance-where = Where
attendance-marks = Marked
attendance-ahead = Ahead
attendance-cancelled = Cancelled

attendance-cancel-title = Cancel the session
attendance-cancel-lead = Everybody enrolled gets a letter with the reason. The session stays in the list as cancelled.
attendance-cancel-reason = Reason
attendance-cancel-reason-hint = The trainees will read it.
attendance-cancel-action = Cancel the session
attendance-cancel-confirm = Cancel the session and write to everybody enrolled?

attendance-plan-title = Timetable
attendance-plan-lead = The programme's sessions go on the chosen days in order, from the first free one. Holidays and days off of the edition are left out.
attendance-plan-count = { $count ->
    [one] { $count } session has no date.
   *[other] { $count } sessions have no date.
}
attendance-plan-weekdays = Days of the week
attendance-plan-from = From
attendance-plan-until = Until
attendance-plan-until-hint = Anything longer than three hours, or than a day, is split into parts.
attendance-plan-place-hint = For sessions in person. Hours when the place is taken are passed over.
attendance-plan-link-hint = For sessions online.
attendance-plan-action = Lay out the timetable
attendance-plan-none = Every session has its date
attendance-plan-none-help = Any of them can be moved on its own page.
attendance-weekday-mon = Monday
attendance-weekday-tue = Tuesday
attendance-weekday-wed = Wednesday
attendance-weekday-thu = Thursday
attendance-weekday-fri = Friday
attendance-weekday-sat = Saturday
attendance-weekday-sun = Sunday

attendance-status-present = Here
attendance-status-late = Late
attendance-status-left-early = Left early
attendance-status-absent = Absent
attendance-status-excused = Excused
attendance-own-present = You were there
attendance-own-late = You came late
attendance-own-left-early = You left early
attendance-own-absent = You were absent
attendance-own-excused = Absent with a reason
attendance-presence-in-person = In person
attendance-presence-online = Online
attendance-minutes-short = min
attendance-credited = Credited
attendance-find = Find a person
attendance-marked = Marked
attendance-save = Save the marks
attendance-preset = Mark everybody as here
attendance-preset-done = Everybody without a mark is set to here
attendance-preset-help = Correct those who are absent or late, then save. Whoever has no place or told that they would not come is left without a mark. Nothing is saved yet.
attendance-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
attendance-roll-empty = Nobody is enrolled yet
attendance-roll-empty-help = Enrol trainees and they will appear on this sheet.
attendance-correction-reason = Reason for the correction
attendance-correction-reason-hint = The day of the session is over: say why a saved mark changes. New marks do not need it.
attendance-conflicts = Somebody was marked differently meanwhile
attendance-conflicts-help = The other marks are saved. Compare these, correct them if needed, and save again:
attendance-closed-ahead = You can mark from half an hour before the start.
attendance-closed-cancelled = The session is cancelled.
attendance-reason-illness = Illness
attendance-reason-work = Work
attendance-reason-family = Family
attendance-reason-transport = Transport, the way there
attendance-reason-official-duty = An official duty
attendance-reason-other = Something else
attendance-late-reason-hint = The sheet is closed. Every new or changed mark stays on the list of late changes, so say why.
attendance-kept-one = No network. { $count } mark is kept on this phone and will be sent by itself.
attendance-kept-few = No network. { $count } marks are kept on this phone and will be sent by themselves.
attendance-kept-other = No network. { $count } marks are kept on this phone and will be sent by themselves.
attendance-kept-signed-out = Your sign-in has ended. The marks are safe on this phone: sign in again and they will be sent.
attendance-send-now = Send now
attendance-unsaved-title = These marks are not saved
attendance-unsaved-help = While the sheet was out of reach, the session was cancelled or moved. The marks below are not lost: print or copy them and decide which session they belong to.
attendance-unsaved-copy = Copy the list
attendance-unsaved-copied = Copied
attendance-unsaved-forget = Remove from this phone

attendance-schedule-title = Schedule
attendance-schedule-empty = No sessions ahead
attendance-schedule-empty-help = A session will show up here as soon as it is scheduled. Lessons and quizzes can be done any time.
attendance-schedule-empty-action = What to do next
attendance-schedule-past = { $count ->
    [one] { $count } past session
   *[other] { $count } past sessions
}
attendance-left-today = today
attendance-left-tomorrow = tomorrow
attendance-left-days = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
attendance-open-link = Join the meeting
attendance-credited-minutes = { $minutes } min credited
attendance-not-marked = Not marked yet
attendance-meeting-lead = What counts is the time you were there.
attendance-meeting-credited = Credited
attendance-meeting-minutes = { $credited } of { $planned } min
attendance-meeting-sessions = When and where
attendance-meeting-none = No date yet. It will appear here and in your schedule.

attendance-flash-booked = The session is scheduled.
attendance-flash-changed = The session is changed.
attendance-flash-cancelled = The session is cancelled. Letters to everybody enrolled are on their way.
attendance-flash-planned = { $count ->
    [one] { $count } session scheduled.
   *[other] { $count } sessions scheduled.
}
attendance-flash-saved = { $count ->
    [one] { $count } mark saved.
   *[other] { $count } marks saved.
}
attendance-flash-same = Everything was saved already, nothing changed.

fault-end-not-after-start = The end must be later than the start
fault-outside-edition = Choose a day when the edition runs: { $from } to { $to }
fault-place-needed = Say where people meet: the session is in person
fault-link-needed = Add the link: somebody joins online
fault-not-a-link = Paste the whole address, such as https://meet.example.org/group-2
fault-trainer-busy = The trainer has another session at this time: “{ $title }”, { $edition }, { $when }
fault-place-busy = The place is taken: “{ $title }”, { $edition }, { $when }
fault-session-has-marks = People are marked in this session already. Sort out their marks first
fault-mark-twice = This person stands on the sheet twice. Leave one mark
fault-not-enrolled = Somebody on the sheet is no longer enrolled. That row was removed
fault-correction-reason = Say why a saved mark is corrected
fault-weekday-needed = Choose at least one day of the week
fault-plan-does-not-fit = Only { $placed } of { $of } sessions fit before the edition ends. Add days or hours, or begin earlier

mail-session-cancelled-subject = Session cancelled: { $title }
mail-session-cancelled-what = “{ $title }” will not take place. It was scheduled for { $when }, { $city } time.
mail-session-cancelled-reason = Reason: { $reason }
mail-session-cancelled-next = A new date will show in your schedule.

attendance-beside-tag = Two sessions at once
attendance-beside = At the same time: “{ $title }”, { $edition }. Ask the trainer which one to go to.
attendance-clash-title = Trainees are busy at this time
attendance-clash-hint = Another time is better. If the session cannot be moved, tick the box and say why.
attendance-clash-despite = Hold the session all the same
attendance-clash-reason = Why
attendance-clash-reason-hint = It is kept together with your name.
attendance-flash-booked-day-off = The session is booked. That day is a day off: { $day }.
attendance-flash-changed-day-off = The session is changed. That day is a day off: { $day }.
fault-closed-hours = No sessions are held in these hours: { $what }, { $when }. Choose another time
fault-time-left-out = The clocks go forward that day, and there is no { $time }. Choose another time
fault-trainees-consulted-several = At this time trainees have booked { $count ->
    [one] { $count } consultation
   *[other] { $count } consultations
}: { $list }
fault-trainees-consulted = { $count ->
    [one] { $count } trainee has
   *[other] { $count } trainees have
} booked a consultation at this time: { $edition }, { $when }. They are { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
fault-trainees-busy = { $count ->
    [one] { $count } trainee is
   *[other] { $count } trainees are
} at another session: “{ $title }”, { $edition }, { $when }. They are { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
