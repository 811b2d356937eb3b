# Consultations: free times, booking, swapping, cancelling, asking for other times, and outcomes.
appointments-desk-title = Consultations
appointments-desk-lead = Open some times, and trainees book them themselves.
appointments-open = Open consultations
appointments-whose = Whose consultations
appointments-all = All
appointments-mine = Mine
appointments-requests-title = Asking for a consultation
appointments-to = with { $name }
appointments-confirm = Confirm the consultation
appointments-decline = Decline
appointments-decline-action = Decline and say why
appointments-decline-hint = The trainee reads this in a letter.
appointments-reason = Reason
appointments-place-hint = Address and room, if you meet in person.
appointments-link-hint = Link to the meeting, if it is online. Only those who booked see it.
appointments-ahead-title = Ahead
appointments-ahead-none = There are no free times yet. Open consultations, and trainees will book them.
appointments-past-title = Over
appointments-past = { $count ->
    [one] { $count } consultation is over
   *[other] { $count } consultations are over
}
appointments-consultant = Consultant
appointments-people = Booked by
appointments-taken = { $taken } of { $capacity } booked
appointments-free-tag = Free
appointments-withdrawn-tag = Cancelled
appointments-unmarked = Mark who came
appointments-limit-title = Cancelling
appointments-limit = Until how many hours before the start it can be cancelled
appointments-limit-hint = Later than that trainees cannot cancel or swap by themselves. 0 means until the very start.
appointments-limit-save = Save the limit

appointments-new-title = Open consultations
appointments-new-lead = One, or a whole row: for instance from 14:00 to 17:00, 30 minutes each, every Wednesday.
appointments-form-when = When
appointments-choose = Choose
appointments-first-day = First day
appointments-every = How many minutes each lasts
appointments-every-hint = The time from start to end is divided into equal parts. Leave empty for one consultation.
appointments-weekdays = On which days
appointments-weekdays-hint = If you choose none, it is the weekday of the first day.
appointments-weeks = For how many weeks
appointments-form-what = How and what about
appointments-capacity = How many places
appointments-capacity-hint = 1 is an individual consultation, more is a group.
appointments-topic = Topic
appointments-topic-hint = Leave empty for any question.
appointments-form-hours = Count hours
appointments-form-hours-hint = Fill in only if the consultation is part of the programme. Whoever came gets the minutes by itself.
appointments-activity = For which activity
appointments-activity-none = Do not count
appointments-minutes = How many minutes
appointments-minutes-hint = Leave empty for as long as the consultation lasts.
appointments-look = See what this gives
appointments-look-again = Look again
appointments-open-now = Open without looking
appointments-lines-title = What this gives
appointments-lines-lead = { $count ->
    [one] { $count } consultation can be opened.
   *[other] { $count } consultations can be opened.
}
appointments-line-free = Can be opened
appointments-line-taken = Cannot
appointments-skip = Open only those that nothing is in the way of
appointments-skip-hint = Times that are taken stay closed.
appointments-open-these = Open consultations

appointments-slot-title = Consultation
appointments-withdrawn-note = The consultation is cancelled: { $reason }
appointments-counts = Hours
appointments-counts-line = { $minutes ->
    [one] { $minutes } minute for “{ $activity }”
   *[other] { $minutes } minutes for “{ $activity }”
}
appointments-people-title = Who booked and what they ask
appointments-nobody = Nobody has booked yet.
appointments-marks-ahead = You can mark who came once it has begun. Notes can be written now.
appointments-since = Booked: { $at }
appointments-came-legend = { $name }: attendance
appointments-came = Was there
appointments-missed = Was not there
appointments-note = Outcome of the consultation: { $name }
appointments-note-hint = What you agreed on. The trainers of the edition see it.
appointments-note-shown = Show the outcome to the trainee
appointments-marks-save = Save attendance and outcomes
appointments-withdraw = Cancel the consultation
appointments-withdraw-action = Cancel and tell those who booked
appointments-withdraw-hint = Those who booked read it in a letter.
appointments-ended-title = Who cancelled or lost the booking
appointments-ended-line = from { $since } to { $until }
appointments-to-desk = To all consultations

appointments-own-title = My consultations
appointments-own-lead = Book a free time, or ask for another one.
appointments-own-ahead = You have booked
appointments-your-question = Your question
appointments-cancel-by = You can cancel or swap until: { $at } ({ $city } time)
appointments-cancel-by-own = By your clock: { $at }
appointments-cancel-over = You can no longer cancel or swap by yourself. If you cannot come, write to the trainer.
appointments-cancel = Cancel the booking
appointments-cancel-confirm = Cancel the booking? Somebody else can take this time at once.
appointments-swap = Swap for another time
appointments-swap-to = Another time
appointments-swap-hint = Your present time is freed only if you get the new one.
appointments-swap-action = Swap
appointments-free-title = Free times
appointments-free-none = There are no free times now. Ask for a consultation below, or look again later.
appointments-left = { $left } of { $capacity } places free
appointments-book = Book
appointments-book-action = Book the consultation
appointments-question = Your question or topic
appointments-question-hint = The trainer can prepare. Other trainees do not see this.
appointments-ask-title = If you need another time
appointments-ask-lead = Suggest one. The trainer confirms or declines, and a letter comes at once.
appointments-ask = Ask for a consultation
appointments-ask-in = Ask for a consultation: { $title }
appointments-ask-whom = With whom
appointments-ask-day = Day
appointments-ask-wall = By the clock of the edition: { $city }.
appointments-ask-minutes = How many minutes you need
appointments-ask-question = What you want to talk about
appointments-ask-action = Send the request
appointments-own-requests = What you asked for
appointments-request-waits = Waiting for an answer
appointments-request-take-back = Take the request back
appointments-request-confirmed = Confirmed
appointments-request-declined = Declined
appointments-request-taken-back = You took the request back
appointments-history = { $count ->
    [one] History: { $count } booking
   *[other] History: { $count } bookings
}
appointments-ended-tag = Booking cancelled
appointments-came-own = You were there
appointments-missed-own = You were not there
appointments-note-own = Outcome

appointments-flash-opened = { $count ->
    [one] { $count } consultation is open.
   *[other] { $count } consultations are open.
}
appointments-flash-limit = The limit for cancelling is saved.
appointments-flash-confirmed = The consultation is confirmed, letters are sent.
appointments-flash-declined = The refusal is sent.
appointments-flash-marked = Attendance and outcomes are saved.
appointments-flash-withdrawn = The consultation is cancelled, those who booked get letters.
appointments-flash-booked = You have booked the consultation, a letter is sent.
appointments-flash-swapped = The time is swapped, a letter is sent.
appointments-flash-cancelled = The booking is cancelled.
appointments-flash-asked = The request is sent. The answer comes by mail.
appointments-flash-taken-back = The request is taken back.

fault-appointments-past = This time is over already. Choose a later one
fault-appointments-every-too-long = Not even one consultation fits: there are { $length } min from start to end. Make it shorter or the end later
fault-appointments-no-days = No day fits. Choose other weekdays or more weeks
fault-appointments-too-many = This gives { $count } consultations, { $most } can be opened at once. Take fewer weeks or days
fault-appointments-consultant-busy = The trainer has a consultation at this time: { $edition }, { $when }. Choose another time or move it
fault-appointments-place-busy = A consultation is held in this place at this time: { $edition }, { $when }. Choose another place or time
fault-appointments-co-trainer-busy = { $name } has a consultation at this time: { $edition }, { $when }. Choose another time or move it
fault-appointments-some-taken = Some times are taken. Tick that only the free ones are opened, or change the row
fault-appointments-activity-needed = Choose the activity that the minutes count for, or remove the minutes
fault-appointments-withdrawn = The consultation is cancelled. Choose another time
fault-appointments-begun = The consultation has begun already
fault-appointments-full = Somebody has just taken this time. Choose another one
fault-appointments-clash = You have booked a consultation at this time already: { $when }. Cancel or swap that booking
fault-appointments-session-clash = The trainee has a session at this time: “{ $title }”, { $when }. Choose another time
fault-appointments-not-booked = This booking is over already
fault-appointments-too-late = { $hours ->
    [0] The consultation has begun already
    [one] It begins in less than { $hours } hour, you cannot change the booking by yourself. Write to the trainer
   *[other] It begins in less than { $hours } hours, you cannot change the booking by yourself. Write to the trainer
}
fault-appointments-ahead = The consultation has not begun. Mark who came once it has
fault-appointments-over-midnight = The consultation would end on the next day. Begin earlier or take fewer minutes
fault-appointments-too-many-requests = Requests of yours that wait for an answer: { $most }. Wait for an answer, or take one of them back
fault-appointments-answered = This request was answered or taken back already

mail-appointment-booked-subject = Consultation: { $when }
mail-appointment-booked-trainee = You have booked a consultation. Consultant: { $name }.
mail-appointment-booked-consultant = A trainee has booked your consultation: { $name }.
mail-appointment-swapped-subject = Consultation at another time: { $when }
mail-appointment-swapped-trainee = You have swapped the time of your consultation. Consultant: { $name }.
mail-appointment-swapped-consultant = A trainee has chosen another time for the consultation: { $name }.
mail-appointment-now = Now
mail-appointment-was = Before
mail-appointment-cancelled-subject = Booking cancelled: { $when }
mail-appointment-cancelled-trainee = You no longer have this consultation. Consultant: { $name }.
mail-appointment-cancelled-consultant = A trainee no longer comes to you: { $name }. The time is free again.
mail-appointment-withdrawn-subject = Consultation cancelled: { $when }
mail-appointment-withdrawn-trainee = The consultation that you booked will not take place. Consultant: { $name }.
mail-appointment-withdrawn-consultant = Your consultation is cancelled, those who booked get letters.
mail-appointment-reason = Reason: { $reason }
mail-appointment-topic = Topic: { $topic }
mail-appointment-topic-was = The topic was: { $topic }
mail-appointment-topic-was-none = There was no topic before.
mail-appointment-question = Question: { $question }
mail-appointment-requested-subject = Request for a consultation: { $name }
mail-appointment-requested-what = A trainee asks for a consultation: { $name }. Time: { $when }, { $city } time.
mail-appointment-answer = Answer the request
mail-appointment-declined-subject = No consultation: { $when }
mail-appointment-declined-what = The trainer cannot hold the consultation that you asked for: { $when }, { $city } time.
mail-appointment-declined-next = Choose a free time, or suggest another one.
mail-appointment-action = Open consultations
fault-appointments-overtaken-came = While you were writing, another trainer marked: came. Check the mark and save again
fault-appointments-overtaken-missed = While you were writing, another trainer marked: did not come. Check the mark and save again
fault-appointments-overtaken-note = While you were writing, another trainer wrote: “{ $said }”. Your text is below: keep what is needed and save again
fault-appointments-overtaken-empty = While you were writing, another trainer took the outcome back. Your text is below: save again if it is needed
fault-appointments-consultant-gone = This trainer no longer consults here. Choose another time
appointments-change = Change the consultation
appointments-change-title = Change the consultation
appointments-change-lead = { $count ->
    [0] Nobody has booked it yet.
    [one] { $count } person has booked it. They keep their place and get a letter about a new time or place.
   *[other] { $count } people have booked it. They keep their places and get letters about a new time or place.
}
appointments-change-save = Save the changes
appointments-changes-title = What was changed
appointments-change-line = Until { $at }: { $when }, places: { $capacity }
appointments-flash-changed = The consultation was changed. Those who booked it get a letter where time, place or topic changed.
fault-appointments-places-taken = There must be at least { $low } places: these are taken
fault-appointments-booked-clash = Somebody who booked it has another consultation at this time: { $name }, { $when }. Choose another time
fault-appointments-booked-session-clash = Somebody who booked it has a session at this time: { $name }, “{ $title }”, { $when }. Choose another time
mail-appointment-changed-subject = Consultation changed: { $when }
mail-appointment-changed-trainee = The consultation that you booked was changed. The consultant is { $name }. You keep your place; if the time does not suit you, you can cancel until it begins.
mail-appointment-changed-consultant = Your consultation was changed, those who booked it have letters.
