# Training in person: the first hours, a session in every quarter, the matrix, one person's page, the letter.
overview-tab-training = Training in person
training-title = Training in person
training-of = of { $all }

training-none-title = No training in person is set for this edition
training-none-text = Set how many hours in person are needed first, and whether a session in person is needed in every quarter.
training-none-text-others = Once an administrator has set the rule, quarters and hours appear here.
training-rule-set = Set the rule
training-rule-change = Change the rule
training-rule-heading = What is needed
training-rule-initial = { $count ->
    [one] Initial training: at least { $hours } hour in person. It may be split over sessions; online does not count
   *[other] Initial training: at least { $hours } hours in person. It may be split over sessions; online does not count
}
training-rule-quarterly = In every quarter: at least one session in person. Two sessions in one quarter do not close another
training-rule-least = { $minutes ->
    [one] At least { $minutes } minute of the session must be attended
   *[other] At least { $minutes } minutes of the session must be attended
}
training-rule-chosen = { $count ->
    [one] { $count } activity of the programme closes a quarter, not any
   *[other] { $count } activities of the programme close a quarter, not any
}
training-rule-nothing = Nothing was asked
training-clock-hours = Hours here are clock hours of 60 minutes.

training-figure-people = in the edition
training-figure-valid = status valid
training-figure-needs = need training
training-figure-quarter = closed { $quarter }
training-people = People and quarters
training-show-all = All
training-show-needs = Need training
training-show-left = Left
training-nobody-shown = Nobody is here now.
training-gathered = { $count ->
    [0] no sessions in person
    [one] { $count } session in person
   *[other] { $count } sessions in person
}
training-column-name = Name
training-column-organisation = Organisation
training-column-start = Quarters counted from
training-column-state = Status
training-column-why = Why
training-column-initial = Initial training, hours
training-download-xlsx = Download the table as XLSX
training-download-csv = Download the table as CSV

training-valid = Valid
training-needs = Needs training
training-left = Left the edition
training-reason-initial = { $count ->
    [one] initial training: { $have } of { $needed } hour
   *[other] initial training: { $have } of { $needed } hours
}
training-reason-quarter = { $quarter } is not closed
training-initial-progress = { $count ->
    [one] { $have } of { $needed } hour
   *[other] { $have } of { $needed } hours
}

training-state-closed = Closed
training-state-made-up = Closed by a make-up
training-state-due = Running
training-state-missed = Not closed
training-state-not-asked = Not needed
training-note-session = session in person, { $date }
training-note-make-up = make-up, { $date }
training-note-due = a session in person is needed by { $until }
training-note-none = { $count ->
    [one] there was { $count } session in person, no attendance is marked
   *[other] there were { $count } sessions in person, no attendance is marked
}
training-note-none-held = there were no sessions in person in the quarter
training-note-online = { $date }: online, only a session in person closes a quarter
training-note-short = { $minutes ->
    [one] { $date }: { $minutes } minute, which is too short
   *[other] { $date }: { $minutes } minutes, which is too short
}

training-own-title = Training in person by quarter
training-valid-text = The initial training is complete and the past quarters are closed.
training-needs-own = Come to the next session in person. Talk to the trainer about a past quarter: a make-up in person closes it.
training-left-on = Left the edition on { $date }
training-initial-title = Initial training
training-initial-complete = Complete
training-initial-hint = All sessions of the edition attended in person add up, and what made up in person for missed ones. Online sessions are counted apart and are not in it.
training-quarters-title = Quarters
training-quarters-none = The first quarter has not begun.
training-starts-on = Quarters are counted from { $date }
training-start-set = (date set by { $name }, { $at })
training-start-enrolled = — the day of enrolment, but not before the edition begins. After a new enrolment, the new day
training-start-change = Change the start date
training-field-start = From which day quarters are counted
training-field-start-hint = The quarter of this day already counts
training-start-save = Save the date
training-ahead-title = Next sessions in person
training-ahead-when = { $at }, { $city } time
training-ahead-none = None are set yet.
training-visits-title = Sessions attended
training-column-visit = Session
training-column-date = Date
training-column-where = How
training-column-minutes = Minutes
training-in-person = In person
training-online = Online
training-made-up-in-person = Make-up, in person
training-made-up-apart = Make-up, not in person

training-credit-title = Make-up for a quarter
training-credit-open = Credit a make-up for a quarter
training-credit-lead = A make-up is done in person and closes only the quarter you choose. It adds no hours to the ledger.
training-field-quarter = Which quarter to close
training-field-done-on = When the make-up was done
training-field-minutes = How many minutes
training-field-minutes-hint = At least { $least }
training-field-about = What was done and where
training-field-about-hint = For example: three meetings discussed with a supervisor at the centre, instead of the session of 12 May
training-credit-save = Credit the make-up
training-credits-title = Credited make-ups
training-credit-done = { $minutes ->
    [one] { $date }, { $minutes } minute in person
   *[other] { $date }, { $minutes } minutes in person
}
training-credit-by = Credited by { $name }, { $at }
training-credit-void = Cancelled
training-credit-revoked = { $name }, { $at }. Reason: { $reason }
training-credit-revoke = Cancel the credit
training-credit-revoke-save = Cancel the credit of this make-up
training-field-reason = Why you cancel it

training-rule-title = Rule of training in person
training-rule-lead = The rule does not change the conditions of the document: it shows whose status is valid and who needs training.
training-field-initial = Initial training in person, minutes
training-field-initial-hint = 120 minutes are 2 hours. Type 0 if none is needed
training-field-quarterly = A session in person in every quarter
training-field-quarterly-hint = From the day of enrolment for as long as the person is in the edition. Those who have not come yet are reminded 30 and 7 days before the quarter ends
training-field-least = How many minutes of the quarter's session must be attended
training-field-least-hint = A make-up is no shorter
training-field-activities = Which sessions close a quarter
training-field-activities-hint = Tick nothing if any session in person will do
training-rule-acts = The new rule holds at once, also for past quarters. Earlier rules are kept below.
training-rule-save = Save the rule
training-versions-title = Rules so far
training-version = Rule { $number }
training-version-holds = holds

training-flash-rule = The rule is saved.
training-flash-start = The start date is saved and the quarters are counted anew.
training-flash-credited = The make-up is credited and the quarter is closed.
training-flash-revoked = The credit of the make-up is cancelled.

training-next-due = Session in person for { $quarter }
training-next-until = needed by { $until }
training-next-needs = Training in person: a session is needed

training-letter-subject = A session in person is needed by { $until }
training-letter-what = You have no session in person for { $quarter } yet (edition “{ $edition }”). The quarter is open until { $until }.
training-letter-next = The next session: { $at }, { $city } time.
training-letter-none = No session is set before the quarter ends. Ask the trainer when there will be one.
training-letter-help = If you cannot come, write to the trainer: together you will find another day or a make-up.
training-letter-action = See quarters and sessions

fault-training-activity = The programme of this edition has no such session. Choose from the list
fault-training-quarter-not-asked = No session is needed for this quarter. Choose a quarter from the list
fault-training-quarter-closed = This quarter is closed already, no make-up is needed
fault-training-ahead = This day is still ahead. Only what is done can be credited
fault-training-before-quarter = This day is before the quarter begins. A make-up is done in the quarter or after it
fault-training-counted-already = On this day the person attended a session in person, and it counts for its own quarter. Give another day
fault-training-made-up-already = On this day quarter { $quarter } of { $year } was made up for: one day does not close two quarters. Give another day
training-in-person-elsewhere = In person, in another edition
training-online-elsewhere = Online, in another edition
