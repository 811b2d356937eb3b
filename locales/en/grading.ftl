# Grading works: the queue, the desk, releasing grades.
grading-number = Work no. { $number }
grading-nameless = no names
grading-desk-title = Work no. { $number }: { $title }
grading-state = State
grading-state-any = All without a grade
grading-state-not-marked = Not graded
grading-state-in-marking = Being graded
grading-state-in-review = Grade given, not released yet
grading-state-released = Grade released
grading-whose = Whose
grading-whose-all = All
grading-whose-mine = Mine
grading-whose-free = Free
grading-organisation = Organisation
grading-organisation-any = All organisations
grading-mine = yours
grading-third-wanted = needs a third grader
grading-third-nobody = no third grader to be found
grading-begin = Take
grading-queue-first = To the start
grading-queue-next = Next
grading-desk-others = Also waiting
grading-desk-no-others = Nothing else is waiting
grading-claimed = The work is yours until { $until }. Every save prolongs that.
grading-leave = Leave it to others
grading-holder = { $who } has been grading this work since { $since }
grading-holder-given = { $who } grades this work
grading-holder-help = You may read it but cannot save a grade. If nothing is saved before { $until }, the work is free again.
grading-holder-given-help = It was given to this trainer. You may read it. An administrator can give it to somebody else.
grading-taken-title = Somebody else is grading this work
grading-taken = { $who }, since { $at }. Your grade was not written down.
grading-taken-given = { $who } grades it. Your grade was not written down.
grading-marked-title = Your marks are in
grading-marked = The grade is decided once the second trainer has marked. Until then you do not see each other’s marks.
grading-colleague-title = The author is from your organisation
grading-colleague = Somebody else grades the works of colleagues. An administrator can record an exception with a reason.
grading-conflict-title = You have saved other marks on another device
grading-conflict = They were saved at { $at } and are shown here. The form below has what you typed now. If you save, what is in the form stays.
grading-draft-save = Save draft of the grade
grading-in-review = The trainee does not see this grade yet.
grading-release = Release the grade
grading-correct = Correct the grade
grading-correct-save = Save the correction
grading-corrected-title = Somebody else corrected the grade while you were writing
grading-corrected-meanwhile = Your correction was not written down. The new grade and its reason are on this page, and the form below has what you typed. If you save, what is in the form stays.
grading-reason = Reason
grading-reason-hint = Those who grade will see it. The earlier grade stays in the history.
grading-revisions = Earlier grades
grading-revision = { $total ->
    [one] { $total } point
   *[other] { $total } points
}.
grading-assign = Give it to another trainer
grading-assign-person = To whom
grading-assign-instead = In whose place
grading-assign-instead-hint = Several people grade this work: only the one you name loses the place.
grading-assign-nobody = Nobody’s: a place is free
grading-assign-hint = For example illness, or too long a wait.
grading-assign-save = Give it
grading-keys = Keys
grading-keys-criterion = next and previous criterion
grading-keys-level = level by its place
grading-keys-remark = remark on the criterion
grading-keys-back = from the remark back to the criterion
grading-keys-save = save and take the next one
grading-keys-release = release the grade that was given
grading-keys-help = show this list
grading-keys-on = Letters and digits work as keys
grading-cases-title = Cases of the edition
grading-cases-lead = How many works were handed in and graded, how many grades were released, and how each case is set up.
grading-cases-none = The programme has no cases.
grading-cases-graders = { $count ->
    [one] { $count } grader
   *[other] { $count } graders
}
grading-cases-queue = Queue of works
grading-cases-setup = Settings
grading-cases-review = Grades not released
grading-release-all = Release all: { $count }
grading-release-all-confirm = Release the grades that were given: { $count }? Trainees will see them and get letters.
grading-release-all-yes = Release
grading-exceptions = Grading one’s own colleagues
grading-exceptions-lead = A trainer does not grade people of their own organisation unless an exception is recorded here.
grading-exceptions-none = There are no exceptions.
grading-exceptions-person = Who may grade colleagues
grading-exceptions-add = Record an exception
grading-exceptions-revoke = Take back
grading-flash-in-review = The grade is saved: { $points ->
    [one] { $points } point
   *[other] { $points } points
}. The trainee sees it once it is released
grading-flash-corrected = The grade is corrected: { $points ->
    [one] { $points } point
   *[other] { $points } points
}
grading-flash-draft = The draft of the grade is saved
grading-flash-left = The work is free again
grading-flash-released = The grade is released, and a letter went to the author
grading-flash-released-all = Grades released: { $count }
grading-flash-reassigned = The work was given to another trainer
grading-flash-excepted = The exception is recorded
grading-flash-exception-revoked = The exception was taken back
grading-letter-corrected = The trainer has corrected an earlier grade.
fault-grading-own = This is the author of the work.
fault-grading-colleague = This trainer is from the author’s organisation.
fault-grading-marked = This trainer has marked the work already.
grading-flash-marked = Your marks are in. The grade is decided once everybody has marked
grading-note = Note { $number }
grading-notes = Notes on the text
grading-note-remove = Remove the note
grading-note-new = Note on a passage
grading-note-quote = Passage
grading-note-quote-hint = Select it in the text, or paste it here word for word.
grading-note-text = Note
grading-note-save = Save the note
grading-flash-noted = The note is saved. The trainee sees it together with the grade
grading-flash-note-removed = The note was removed
grading-markings = Who marked how
grading-cases-agreement = Agreement of graders
grading-agreement-title = Agreement of graders: { $title }
grading-agreement-lead = How alike two people independently marked the same works.
grading-agreement-measure = By criterion
grading-agreement-hint = Kappa with quadratic weights: 1 is full agreement, 0 what chance would give. The further apart the levels, the lower kappa falls.
grading-agreement-criterion = Criterion
grading-agreement-kappa = Kappa
grading-agreement-same = The same
grading-agreement-of = { $same } of { $pairs }
grading-agreement-none = not defined
grading-agreement-total = Total in points
grading-agreement-works = Works
grading-agreement-work = Work
grading-agreement-first = First
grading-agreement-second = Second
grading-agreement-third = Third
grading-agreement-decided = Decision
grading-agreement-empty = No work has been marked by two people yet.
grading-agreement-open = { $count ->
    [one] { $count } work waits
   *[other] { $count } works wait
} for a third.
grading-decided-alone = one grader
grading-decided-agreed = two agreed
grading-decided-third = a third decided
fault-grading-quote = There is no such passage in the text.
grading-phrase-keep = Keep the remark among my phrases
grading-calibrate-save = Save the trial grade
grading-calibrating-title = Calibration
grading-calibrating = Everybody who grades this case marks this work first. The trainee does not see this grade.
grading-cases-calibration = Calibration
grading-calibration-title = Calibration: { $title }
grading-calibration-lead = Works that every trainer marks before their real grades begin to count. The marks of others show once you have given your own.
grading-calibration-left = Mark these first
grading-calibration-count = Marked by: { $count }
grading-calibration-who = Trainer
grading-calibration-remove = Take out
grading-calibration-none = No work has been chosen yet.
grading-calibration-choose = Add a work
grading-calibration-number = Number of the work
grading-calibration-number-hint = It stands in the address of the work: /submissions/number.
grading-calibration-add = Add it
grading-flash-chosen = The work is part of the calibration
grading-flash-unchosen = The work was taken out of the calibration
grading-flash-calibrated = The trial grade is saved, points: { $points }
fault-grading-chosen = This work is part of it already.
