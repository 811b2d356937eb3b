# Levels by completed cycles, the registry of mentors, the page of a person, the rule of an organisation.
levels-registry-title = Registry of mentors
levels-registry-lead = Who has a certificate of a mentor, whether the status holds, and which level each person has.
levels-sent-only = Only people whom your organisation sent to learn are shown here.
levels-own-title = Level and status
levels-own-lead = Which level you have, whether your status as a mentor holds, and what to do next.
levels-person-eyebrow = Level and status
levels-rule-title = How levels are given
levels-rule-lead = How many courses must be completed for each level, and what the levels are called.

levels-search = Surname, first name or e-mail
levels-show = Who to show
levels-show-mentors = Mentors
levels-show-valid = Status valid
levels-show-needs = Needs training
levels-show-everybody = Everybody with a level
levels-any-level = Any level
levels-sort = Order
levels-sort-name = By surname
levels-sort-level = Highest level first
levels-sort-status = Those who need training first
levels-organisation = Organisation
levels-find = Show
levels-clear = Clear the conditions
levels-found = { $count ->
    [one] { $count } person found
   *[other] { $count } people found
}
levels-column-name = Surname, first name, patronymic
levels-column-organisation = Organisation
levels-column-level = Level
levels-column-cycles = Completed cycles
levels-column-certificate = Mentor certificate
levels-column-issued = Date of the certificate
levels-column-status = Status
levels-column-why = Why
levels-column-until = Valid until
levels-none-yet = No level yet
levels-no-certificate = None
levels-no-mentor = Not a mentor
levels-download-xlsx = Download the XLSX table
levels-download-csv = Download the CSV table
levels-nobody = Nobody is in the registry yet
levels-nobody-help = A mentor appears here once the organisation has issued a mentor certificate.
levels-nobody-found = Nobody meets these conditions
levels-nobody-found-help = Change the conditions or clear them.

levels-status-valid = Status valid
levels-status-needs = Needs training
levels-valid-until = Until { $date }, and longer after a session in person.
levels-why-missed = A session in person was missed ({ $quarter }). It can be made up for.
levels-why-initial = The first training is not complete: { $have } of { $needed } hours in person.
levels-why-lapsed = A whole quarter without a session in person has gone by since the quarter of the last training.

levels-cycles = { $count ->
    [0] No completed cycles
    [one] { $count } completed cycle
   *[other] { $count } completed cycles
}
levels-level-is = Level: { $level }
levels-missing = { $count ->
    [one] { $count } cycle to the level “{ $level }”: complete one more course.
   *[other] { $count } cycles to the level “{ $level }”.
}
levels-highest = This is the highest level.
levels-step-asks = { $count ->
    [0] from the very beginning
    [one] from { $count } completed cycle on
   *[other] from { $count } completed cycles on
}
levels-mentor-status = Status as a mentor
levels-certificate-is = Mentor certificate
levels-running = Training of mentors:
levels-cycles-title = Completed cycles
levels-nothing = No levels yet
levels-nothing-help = A level appears after the first completed course.
levels-advice-come = Come to the next session in person:
levels-advice-comes = The next session in person:
levels-advice-ask-enrolment = Ask your organisation to enrol you in the training of mentors: one session in person a quarter keeps the status.
levels-advice-enrol = Enrol the mentor in an edition that asks for a session in person every quarter.
levels-advice-ask-session = No session in person is planned yet. Ask the trainer when the next one is, or how to make up for what was missed.
levels-advice-plan = No session in person is planned in the edition. Plan one, or credit what was done instead.
levels-advice-ask-teachers = Ask the organisation that teaches the mentor to enrol them for a session in person.

levels-first = First level
levels-second = Second level
levels-third = Third level
levels-field-cycles = How many cycles to complete
levels-field-cycles-hint = More for each level than for the one before
levels-name-ru = Name in Russian
levels-name-kk = Name in Kazakh
levels-name-en = Name in English
levels-field-kinds = Which document completes a cycle
levels-field-kinds-hint = One edition is one cycle, however many documents it gave. Revoked documents do not count
levels-field-programmes = Which programmes count
levels-field-programmes-hint = If none is ticked, all of them do
levels-rule-usual = The usual rule holds: the level changes after one, two and three completed courses.
levels-rule-acts = A new rule holds at once, also for courses completed before. Earlier rules are kept below.
levels-rule-save = Save the rule
levels-flash-rule = The rule is saved. Levels follow it at once.
levels-versions-title = Which rules have held
levels-version = Rule { $number }
levels-version-holds = holds
levels-version-step = { $count ->
    [one] “{ $level }” from { $count } cycle on
   *[other] “{ $level }” from { $count } cycles on
}
levels-version-all = All programmes count
levels-version-chosen = { $count ->
    [one] { $count } programme counts
   *[other] { $count } programmes count
}
fault-level-cycles = Enter a number greater than for the level before, and at most { $most }
fault-level-name-long = Shorten the name to at most { $limit } characters
fault-level-kinds = Tick at least one kind of document from the list
fault-level-programme = There is no such programme. Tick programmes from the list
