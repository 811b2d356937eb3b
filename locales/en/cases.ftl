# Cases: the trainee's page, grading, the letter.
cases-eyebrow = Case exercise
cases-situation = The situation
cases-task = Your task
cases-hand-in-list = What to hand in
cases-rubric-title = How it is graded
cases-rubric-lead = Read this before you start: the trainer will pick one level for each criterion.
cases-fallback = This case is only available in another language so far.
cases-preview = This is how a trainee sees the case. Nobody but the author sees a draft before it is handed in.

cases-due-title = Deadline
cases-due-at = By { $time }, { $city } time
cases-left-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
cases-left-hours = { $n ->
    [one] { $n } hour left
   *[other] { $n } hours left
}
cases-left-minutes = { $n ->
    [one] { $n } minute left
   *[other] { $n } minutes left
}
cases-left-over = the deadline has passed
cases-late-now = You can still hand in until { $time }, { $city } time. The work will be marked as late.
cases-versions-left = Versions left: { $left } of { $allowed }
cases-pass = { $points } of { $most } points are needed to pass

cases-state-waiting = Your work is waiting to be graded
cases-state-waiting-help = We will e-mail you the result. You can hand in another version after the trainer has replied.
cases-state-passed = You have passed this case. The result stays yours even if you hand in another version.
cases-state-used-up = All versions have been handed in. Talk to your trainer about what to do next.
cases-state-closed = The edition is over: works can be read but no longer handed in.
cases-state-too-late = The deadline has passed, and late works are not taken for this case. If there was a reason, write to your trainer.

cases-draft-title = Your solution, version { $number }
cases-draft-another = Write another version
cases-draft-save = Save draft
cases-work-label = Your text
cases-work-hint = The draft saves itself while you write.
cases-privacy-title = No personal data
cases-privacy = Do not give real names, addresses, diagnoses or phone numbers of the people you help, and do not attach photos of them. “A resident”, “a family”, “a pupil” is enough.
cases-files-title = Files
cases-file-label = Add files
cases-file-hint = PDF, photos, documents, spreadsheets and slides (DOCX, XLSX, PPTX, ODT, ODS, ODP) or plain text. At most { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $megabytes } MB together. Files are kept when you press a button.
cases-file-no-room = There are { $files } files already, which is the limit. Remove one to add another.
cases-file-remove = Remove
cases-file-remove-one = Remove the file { $name }
cases-hand-in = Hand in
cases-hand-in-confirm = Hand in version { $number }? Its text and files cannot be changed afterwards. Versions left: { $left }.
cases-conflict-title = The draft was changed on another device
cases-conflict = The field below holds your text, which is not saved yet. This is the saved one. Bring what you need into the field and save: the text in the field stays.
cases-conflict-theirs = The saved text
cases-unsaved-label = Your text
cases-unsaved-hint = It is not saved. Copy it if you still need it.

cases-results-title = Result
cases-version = Version { $number }
cases-version-work = What was handed in
cases-version-open = Open this version
cases-handed-in = Handed in { $at }
cases-late = Late
cases-passed = Passed
cases-failed = Not passed yet
cases-ungraded = Waiting to be graded
cases-total = { $total } of { $most } points
cases-points-of = { $points } of { $most }
cases-advice-title = What to do differently
cases-remark-title = The trainer’s remarks
cases-graded-by = Graded { $at } by { $who }
cases-graded-at = Graded { $at }
cases-no-text = No text, the work is in the files.
cases-receipt = Receipt: the SHA-256 fingerprint of text and files. It proves that the work was not changed.
cases-kind-pdf = PDF
cases-kind-image = image
cases-kind-office = document
cases-kind-text = text
cases-size-kilobytes = { $n } KB
cases-size-megabytes = { $n } MB

cases-closed-title = This case is not open yet
cases-closed-first = It opens when you have completed:
cases-closed-ahead = The edition starts on { $date }. The case opens then.
cases-closed-course = To the programme

cases-flash-saved = Draft saved
cases-flash-handed-in = Version { $number } is handed in. The receipt is on this page
cases-flash-passed = Grade saved: { $points ->
    [one] { $points } point
   *[other] { $points } points
}, passed. The author has been e-mailed
cases-flash-failed = Grade saved: { $points ->
    [one] { $points } point
   *[other] { $points } points
}, not passed yet. The author has been e-mailed

cases-steps-first = Go through the steps of the case first
cases-steps-first-help = The events of this case unfold step by step, and at each you decide something. Task, criteria and the place for your work open after the last step.
cases-steps-again = You have begun to go through the steps again. Come to an end, and the next version can be handed in.
cases-steps-go = Go to the steps
cases-steps-own = Your way through the steps
cases-debrief = Debrief

cases-queue-title = Grading
cases-queue-lead = { $count ->
    [0] Nothing is waiting
    [one] { $count } work is waiting
   *[other] { $count } works are waiting
}{ $old ->
    [0] {""}
   *[other] , { $old } for more than a week
}. The oldest come first.
cases-queue-person = Author
cases-queue-case = Case
cases-queue-edition = Edition
cases-queue-handed-in = Handed in
cases-queue-age = Waiting
cases-queue-version = version { $number }
cases-queue-every-edition = All editions
cases-queue-every-case = All cases
cases-queue-filter = Show
cases-queue-all = Show all works
cases-queue-none = No works match
cases-queue-none-help = They may have been graded already.
cases-queue-empty = Nothing to grade
cases-queue-empty-help = New works appear here as soon as they are handed in.
cases-queue-today = What else today
cases-age = { $days ->
    [0] less than a day
    [one] { $days } day
   *[other] { $days } days
}
cases-old = over a week

cases-desk-title = { $person }: { $title }
cases-desk-back = Back to the queue
cases-desk-versions = Other versions
cases-desk-case = The case itself
cases-desk-notes = Notes for the trainer
cases-desk-graded = This work is graded
cases-desk-own = This is your own work: another trainer will grade it.
cases-desk-total = So far:
cases-desk-below = — below the pass mark, write what to do differently.
cases-desk-reached = — enough to pass.
cases-desk-save = Save the grade
cases-desk-save-next = Save and next
cases-advice-hint = Required below the pass mark. Name steps rather than mistakes.
cases-meanwhile-title = Somebody has graded this work already
cases-meanwhile = { $who }, { $at }. Your grade was not saved, the one given has not changed.
cases-meanwhile-typed = What you wrote

cases-letter-subject = Your work has been graded: { $title }
cases-letter-points = The trainer has graded your work: { $points } of { $most } points.
cases-letter-passed = You have passed the case.
cases-letter-failed = Not passed yet. The feedback says what to do differently; after that you can hand in another version.
cases-letter-action = Open the feedback

fault-case-empty = Write a solution or attach a file, so that there is something to grade
fault-case-file-kind = The file “{ $name }” cannot be accepted; your text is saved. PDF, JPEG, PNG, WebP, HEIC, DOCX, XLSX, PPTX, ODT, ODS, ODP and plain text will do
fault-case-file-lost = The file “{ $name }” could not be stored; your text is saved. Please try again
fault-case-too-large = Together the files are larger than { $megabytes } MB and were not uploaded; your text is saved. Choose smaller ones or compress them
fault-case-one-too-many = There was no room for the file “{ $name }”: that is more files than allowed. Remove one and add it again
fault-case-too-many = Too many files: at most { $limit } are allowed
fault-case-criterion = Choose a level for “{ $criterion }”
fault-case-level = “{ $criterion }” has no such level
fault-case-advice = Below the pass mark: write what to do differently
