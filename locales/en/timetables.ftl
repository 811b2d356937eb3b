# Repeated sessions, a copied schedule, the week.
timetables-nav = Schedule of the edition
timetables-week-link = Week
timetables-week-own-link = My week
timetables-series-link = Repeat a session
timetables-copy-link = Take the schedule of another edition
timetables-choose = Choose

timetables-week-title = Week
timetables-week-nav = Weeks
timetables-week-previous = Previous week
timetables-week-next = Next week
timetables-week-today = To this week
timetables-week-clock = Times are those of { $city }.
timetables-week-by = time of { $city }
timetables-week-none = There are no sessions this week.
timetables-week-closed = Closed: { $when }
timetables-week-drag = Drag to another day or time
timetables-week-moved = Moved:
timetables-week-undo = Move it back
timetables-week-refused = It was not moved.
timetables-week-offline = There is no connection. The session stayed where it was.
timetables-week-form = Open the form of the session

timetables-series-title = Repeated session
timetables-series-lead = First you see all dates and what speaks against them. Nothing is booked until you choose.
timetables-series-what = What, and when in the day
timetables-series-wall = By the clock of the edition, the same on every date.
timetables-series-when = On which days
timetables-series-first = Not before
timetables-rhythm = How often
timetables-rhythm-weekly = Every week
timetables-rhythm-fortnightly = Every second week
timetables-rhythm-daily = Every day in a row
timetables-rhythm-quarter-weekday = Once a quarter, on a day of the week
timetables-rhythm-quarter-day = Once a quarter, some days after its start
timetables-weekday-hint = For sessions every week and every second week.
timetables-quarter = Day of the quarter
timetables-quarter-hint = Fill it in for a session once a quarter: the third month, the second Tuesday, for example.
timetables-month = Month of the quarter
timetables-month-first = First
timetables-month-second = Second
timetables-month-third = Third
timetables-week = Which one
timetables-week-first = First of the month
timetables-week-second = Second of the month
timetables-week-third = Third of the month
timetables-week-fourth = Fourth of the month
timetables-week-last = Last of the month
timetables-quarter-weekday = Day of the week
timetables-after = How many days after the start of the quarter
timetables-after-hint = 0 is the first day of the quarter. At most 89.
timetables-until = To which day
timetables-until-hint = Give the last day or the number of sessions.
timetables-times = How many sessions
timetables-look = Show the dates
timetables-look-again = Show the dates again

timetables-lines-title = Dates
timetables-lines-lead = Nothing speaks against { $free }. Cannot be booked: { $faulty }. The ticked dates are booked all at once.
timetables-lines-book = Book
timetables-lines-notes = What to look at
timetables-lines-scheduled = Has a session already
timetables-lines-busy = Trainees are busy
timetables-lines-faulty = Cannot be booked
timetables-lines-skip = { $count ->
    [one] Leave out { $count } date that cannot be booked
   *[other] Leave out { $count } dates that cannot be booked
}
timetables-lines-despite = Why it is held although trainees are busy
timetables-lines-despite-hint = Needed when you ticked such a date. It is kept together with your name.
timetables-lines-action = Book the ticked dates

timetables-copy-title = Schedule of another edition
timetables-copy-lead = Sessions are moved by whole weeks, so that weekdays and times stay.
timetables-copy-source = From which edition
timetables-copy-weeks = By how many weeks
timetables-copy-weeks-hint = Empty: from the first day of that edition to the first day of this one.
timetables-copy-nothing = There are no sessions in that edition
timetables-copy-nothing-help = Choose another edition.
timetables-copy-none = There is no schedule to take
timetables-copy-none-help = Editions of the same programme that you teach or administer would do.

fault-series-no-dates = There is no fitting date in this time. Change the days or the bounds
fault-series-too-long = At most { $most } sessions are booked at once. End on { $last } at the latest, and book the rest as another series
fault-series-end-needed = Give the last day or the number of sessions
fault-series-end-twice = Keep one of them: the last day or the number of sessions
fault-dates-changed = The dates have changed. Look at the list again and tick those you want
fault-dates-none-chosen = Tick at least one date
fault-dates-with-faults = { $count ->
    [one] { $count } date cannot be booked. Tick that it is left out, or change the conditions
   *[other] { $count } dates cannot be booked. Tick that they are left out, or change the conditions
}
fault-despite-reason = Trainees are busy on a ticked date. Say why it is held, or untick it
fault-line-beside = At the same time you take “{ $title }”: both are for the same edition
fault-activity-gone = The programme of this edition has no such activity
timetables-copy-along = Topics, questions, blocks, guests, access and visits go along with the sessions, and so do shifts with lodging and meals. Reports of visits, places to sign up for, co-trainers and marks stay behind.
timetables-flash-copied = { $count ->
    [one] { $count } session scheduled. With a programme: { $programmes }, shifts: { $shifts }.
   *[other] { $count } sessions scheduled. With a programme: { $programmes }, shifts: { $shifts }.
}
timetables-flash-copied-partly = Sessions scheduled: { $count }, with a programme: { $programmes }, shifts: { $shifts }. Look at what stayed behind: blocks without an activity because the programme has none: { $blocks }; sessions of another length without blocks: { $sessions }; shifts outside the edition’s dates: { $outside }.
