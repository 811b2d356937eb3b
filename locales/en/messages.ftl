# Messages on the site, and what of them comes by e-mail.
shell-nav-messages = Messages

messages-title = Messages
messages-lead = Everything the system has written to you. It is always here, even when an e-mail was lost or you did not want one.
messages-open = Open messages
messages-wishes-link = Choose what comes by e-mail
messages-unread = Unread
messages-unread-count = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
}
messages-read-all = Mark all as read
messages-flash-read = The messages are marked as read
messages-empty = No messages yet
messages-empty-help = Everything the system writes to you will stand here: about sessions, graded works, documents.

messages-profile = Messages and e-mails
messages-profile-lead = Messages are always on the site. Which of them come by e-mail, and at what hours, is up to you.
messages-profile-wishes = Set up e-mails

messages-wishes-title = What comes by e-mail
messages-wishes-lead = E-mails go to { $email } in the language of your profile. Every message is on the site as well, even when it does not come by e-mail.
messages-urgent = Always comes at once
messages-urgent-why = These e-mails cannot be switched off and do not wait: they must not be late.
messages-topics = Up to you
messages-topic-account = Account: invitation, sign-in, password
messages-topic-changes = Sessions and consultations moved or called off, places you got or lost, invitations for the calendar, urgent announcements
messages-topic-reminders = Reminders
messages-topic-reminders-note = About sessions, deadlines and absences. They do not wait for the e-mail of the day: tomorrow would be too late.
messages-topic-grades = Graded works and quizzes
messages-topic-grades-note = Grades, answers to appeals.
messages-topic-cases = Cases and reviews
messages-topic-cases-note = Reviews of other people's works, cases from practice, example answers.
messages-topic-places = Places and bookings
messages-topic-places-note = Booking sessions and consultations, requests for them, decisions about absences. Cancellations and a place from the waiting list come at once.
messages-topic-documents = Documents
messages-topic-documents-note = A document about your training is ready.
messages-topic-enrolment = Enrolment
messages-topic-enrolment-note = You were enrolled in an edition. Decisions on a proof of a course and on an application as a mentor.
messages-delivery-at-once = At once
messages-delivery-digest = Once a day in one e-mail
messages-delivery-never = On the site only
messages-hours = At what hours
messages-hours-zone = By your clock: { $zone }.
messages-hours-profile = Change the language and the time zone
messages-digest-at = When the e-mail of the day is sent
messages-digest-hint = It holds what you chose to get once a day and have not read on the site yet. If there is nothing, no e-mail is sent.
messages-quiet-from = Do not disturb from
messages-quiet-hint = For example 22:00. E-mails that can wait come when the quiet hours are over. Leave it empty if you do not need it.
messages-quiet-to = until
messages-flash-chosen = Saved
fault-messages-quiet-same = The quiet hours begin and end at the same time. Enter another time, or leave both fields empty
fault-messages-quiet-long = Quiet hours last { $hours } hours at most. If you want fewer e-mails, switch them off by topic
fault-messages-digest-quiet = This time is within the quiet hours. Choose a time after them

messages-state-later = Waits until { $until }: quiet hours
messages-state-digest = In the e-mail of the day, { $at }
messages-state-site = On the site only
messages-forgotten = The text is not kept: the e-mail held a one-time link that opens an account.

messages-digest-subject = { $count ->
    [one] Today: { $count } new message
   *[other] Today: { $count } new messages
}
messages-digest-what = This is what you have not read on the site yet:
messages-digest-why = You chose to get these messages once a day.
