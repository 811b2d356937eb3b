# Telling that one will not come to a session.
absences-title = Absence notices
absences-lead = For whoever told before the start the roll call proposes “Excused” by itself; it is saved with the other marks.
absences-count = { $count ->
    [one] { $count } absence notice
   *[other] { $count } absence notices
}
absences-empty = No notices yet
absences-empty-help = Trainees tell about an absence from their schedule.
absences-waiting-title = Waiting for your decision
absences-waiting-help = These came after the session had started. Accept, and the roll call says “Excused”; or answer why the mark stays.
absences-waiting-short = { $count ->
    [one] { $count } waits for you
   *[other] { $count } wait for you
}
absences-others-title = The others
absences-older = Earlier ones
absences-given = Told: { $at }
absences-remark = Answer to the trainee
absences-remark-hint = If you do not accept it, say why. The answer goes out as a letter.
absences-accept = Accept the reason
absences-refuse = Do not accept
absences-reconsider = Decide otherwise
absences-state-early = Before the start
absences-state-moved = The session was moved; the notice was for another day
absences-state-late = After the start, waiting for a decision
absences-state-accepted = Reason accepted
absences-state-refused = Reason not accepted

absences-reason = Why you will not be there
absences-words = In your own words
absences-words-hint = Needed for “Something else”. Only trainers see it.
absences-file = A certificate or another file
absences-file-hint = Up to { $megabytes } MB: a PDF, a photo or a document. Only you and the trainers can open it.
absences-send = Tell
absences-tell = Tell that I will not come
absences-explain = Tell why I was not there
absences-open = Open the notice
absences-lead-early = The trainer sees it in the roll call and marks you excused. You can change your mind until the session starts.
absences-lead-late = The session has started or is over. The trainer reads this and decides whether to mark you excused.
absences-told-title = What you told
absences-told-early = You told that you will not come
absences-told-moved = You told us, but the session was moved to another day
absences-told-late = You told about the absence; no answer yet
absences-told-accepted = The reason was accepted
absences-told-refused = The reason was not accepted
absences-help-early = The trainer sees it in the roll call.
absences-help-moved = The session was moved to another day, and your notice is not about that day. If you cannot come on the new day either, tell us again.
absences-help-late = The trainer gets it and will answer.
absences-help-accepted = The roll call says “Excused”.
absences-help-refused = The mark stayed as it was. If you have questions, write to the trainer.
absences-answer = The trainer’s answer:
absences-place-held = You hold a place in this session. If you give it up, the next person gets it.
absences-take-back = I will come after all

absences-note-early = Told in time: cannot come.
absences-note-moved = The notice was for another day, the session has been moved.
absences-note-late = Told after the start, waiting for a decision.
absences-note-accepted = Told after the start, accepted.
absences-note-refused = Told after the start, not accepted.

absences-mark-words = as the trainee told

absences-flash-told = The trainer has your notice.
absences-flash-taken-back = Good, you are expected.
absences-flash-accepted = The reason is accepted and the roll call says “Excused”. The letter is on its way.
absences-flash-refused = The answer is on its way; the mark has not changed.

fault-absences-cancelled = The session is cancelled; there is nothing to tell
fault-absences-was-there = The roll call says that you were there. If that is wrong, tell the trainer
fault-absences-excused = You are marked excused already; nothing else is needed
fault-absences-over = An absence can be told within a week of the session. Write to the trainer now
fault-absences-words = Say the reason in your own words
fault-absences-told-already = You have told about this session already
fault-absences-too-many = You have told about this session ten times. Write to the trainer
fault-absences-started = The session has started. If you are there, mark yourself or tell the trainer
fault-absences-decided = There is nothing more to decide here. The mark can be corrected in the roll call
fault-absences-refusal-words = Tell the trainee why the mark stays
fault-absences-was-there-decide = The roll call says that this person was there. Correct the mark there first

mail-absence-decided-subject = About your absence: { $title }
mail-absence-accepted = The trainer accepted the reason for your absence: “{ $title }”, { $when }. The roll call says “Excused”.
mail-absence-refused = The trainer read your notice about “{ $title }”, { $when }. The mark stayed as it was.
mail-absence-action = Open the notice
mail-absence-late-subject = About an absence: { $title }
mail-absence-late-what = { $who } has told why “{ $title }”, { $when }, was missed. The reason stands on the page and not in this letter. Please decide whether it excuses.
mail-absence-late-action = Read and decide
