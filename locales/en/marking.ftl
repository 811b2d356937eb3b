# Marking by people: the queue, an answer, another mark, appeals, marking again.
marking-queue-title = Answers to mark
marking-queue-lead = { $count ->
    [0] No answers wait
    [one] { $count } answer waits
   *[other] { $count } answers wait
}
marking-queue-empty = Nothing to mark
marking-queue-empty-help = Answers and appeals appear here as soon as trainees send them.
marking-queue-works = To the case works
marking-queue-questions = Questions
marking-queue-question = Question
marking-queue-quiz = Quiz
marking-queue-edition = Edition
marking-queue-count = Answers
marking-queue-age = The oldest waits
marking-queue-appeals = { $count ->
    [one] { $count } appeal
   *[other] { $count } appeals
}
marking-age = { $days ->
    [0] less than a day
    [one] { $days } day
   *[other] { $days } days
}
marking-old = long
marking-notes = What to look for
marking-points = Points
marking-points-hint = From 0 to { $most }, in steps of { $step }
marking-points-of = { $points } of { $most }

marking-desk-title = Answer { $number }: { $quiz }
marking-desk-back = To the queue
marking-desk-answer = Answer no. { $number }
marking-desk-what = What was answered
marking-desk-blind = without names
marking-desk-handed-in = Handed in: { $at }
marking-desk-age = Waits: { $age }
marking-desk-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
marking-desk-left = { $count ->
    [one] { $count } answer to this question waits
   *[other] { $count } answers to this question wait
}
marking-desk-own = This is your own answer: another trainer will mark it.
marking-desk-given = Points given: { $points }
marking-remark = Remark to the trainee
marking-remark-hint = The trainee sees it beside the answer.
marking-keep = Save the remark among my phrases
marking-save-next = Mark and go on
marking-skip = Skip
marking-next = To the next answer
marking-keys = Enter in the points field marks and opens the next answer. From the remark it is Ctrl+Enter.
marking-meanwhile-title = This answer was marked already
marking-meanwhile = { $who }, { $at }. Your mark was not written down.
marking-meanwhile-typed = Your remark, so that you need not type it again

marking-phrases-title = My phrases
marking-phrases-lead = Tick a phrase while marking and it goes under your remark.
marking-phrases-link = My phrases
marking-phrases-insert = Add to the remark
marking-phrases-none = No saved phrases yet.
marking-phrases-new = New phrase
marking-phrases-add = Save the phrase
marking-phrases-remove = Remove

marking-override-title = Change the mark: { $person }
marking-override-heading = Change the mark
marking-override-back = To the result
marking-override-now = Points now: { $points } of { $most }
marking-override-points = New points
marking-override-reason = Why
marking-override-reason-hint = The trainee sees this beside the new mark. The old one is kept.
marking-override-save = Change the mark

marking-changes = How the mark changed
marking-change-marked = Marked
marking-change-overridden = Mark changed
marking-change-appealed = Appeal accepted
marking-change-regraded = Question marked again
marking-change-granted = Question granted to everybody
marking-change-from-to = was { $old }, is { $new }
marking-change-to = points: { $new }
marking-change-reason = Mark changed: { $reason }
marking-waiting = Waits to be marked

marking-appeal-title = Appeal: { $quiz }
marking-appeal-heading = Appeal
marking-appeal-link = Do you disagree with the mark?
marking-appeal-see = Your appeal
marking-appeal-back = To the result
marking-appeal-text = Why the mark should be another
marking-appeal-hint = Refer to the lesson or a source. You can appeal once for each question.
marking-appeal-send = Send the appeal
marking-appeal-made = Sent: { $at }
marking-appeal-waits = The trainer has not answered yet. The answer comes by mail and appears here.
marking-appeal-accepted = Appeal accepted, the mark is changed
marking-appeal-declined = The mark stays as it was

marking-decision-title = Appeal: { $quiz }
marking-decision-heading = A trainee's appeal
marking-decision-answer = Answer
marking-decision-expected = Right answer
marking-decision-now = Points now
marking-decision-verdict = Your decision
marking-decision-accept = Change the mark
marking-decision-accept-note = The old one is kept, the trainee sees both
marking-decision-decline = Leave it as it is
marking-decision-decline-note = Explain why
marking-decision-points = New points, if you change it
marking-decision-words = Answer to the trainee
marking-decision-words-hint = It appears on the result page; the letter only says that there is an answer.
marking-decision-save = Answer

marking-regrade-title = Marking again: { $quiz }
marking-regrade-heading = Mark a question again
marking-regrade-back = To the statistics
marking-regrade-by = By what to mark
marking-regrade-choose = Choose
marking-regrade-version = Version
marking-regrade-asked = the one that was asked
marking-regrade-full = Full marks to everybody
marking-regrade-look = See what would change
marking-regrade-under-way = { $count ->
    [one] { $count } attempt is still under way: the decision applies to it when it is handed in.
   *[other] { $count } attempts are still under way: the decision applies to them when they are handed in.
}
marking-regrade-incomparable = These versions cannot be compared
marking-regrade-incomparable-help = The new version is of another kind, or more than one choice was changed, so it is not clear what the trainee chose. Give full marks to everybody or change marks one by one.
marking-regrade-changes = { $count ->
    [0] Nothing would change
    [one] { $count } mark would change
   *[other] { $count } marks would change
}
marking-regrade-unchanged = Stay as they are: { $count }.
marking-regrade-by-hand = Given by a trainer and kept: { $count }.
marking-regrade-passes = Would pass now: { $count }.
marking-regrade-fails = Would no longer pass: { $count }; a completion that was noted stays theirs.
marking-regrade-lines = Attempts before and after
marking-regrade-attempt = Attempt
marking-regrade-before = Before
marking-regrade-after = After
marking-regrade-result = Outcome
marking-regrade-same = no change
marking-regrade-nameless = No name
marking-regrade-now-passes = passes now
marking-regrade-now-fails = no longer passes
marking-regrade-reason = Reason
marking-regrade-reason-hint = Everybody whose mark changes sees it.
marking-regrade-do = Mark again
marking-regrade-full-do = Give full marks to everybody
marking-regrade-earlier = Earlier regrades of this quiz
marking-regrade-earlier-one = { $number ->
    [0] The last one
   *[other] Before that, { $number }
}
marking-regraded-title = Marking again: { $quiz }
marking-regraded-heading = Marking a question again
marking-regraded-finished = Finished: { $at }
marking-regraded-count = Attempts: { $done }, marks changed: { $changed }.
marking-regraded-running = { $count ->
    [one] { $count } attempt is left
   *[other] { $count } attempts are left
}
marking-regraded-running-help = You may close the page: it goes on by itself. Reload it in a minute.
marking-regraded-ordered = Started

marking-flash-marked = Points given: { $points }
marking-flash-settled = Points given: { $points }. This trainee's quiz is marked completely, a letter is on its way.
marking-flash-none-left = No answer to this question waits any more
marking-flash-blind = Answers are marked without names from now on
marking-flash-named = Answers are marked with names from now on
marking-flash-phrase = Phrase saved
marking-flash-phrase-gone = Phrase removed
marking-flash-overridden = Mark changed. Points now: { $points }
marking-flash-appealed = Appeal sent
marking-flash-decided = The answer is on its way to the trainee
marking-flash-regrading = Marking again has begun

marking-letter-action = Open the result
marking-letter-marked-subject = Quiz marked: { $title }
marking-letter-marked-result = The trainer has marked your answers. Result: { $percent } %.
marking-letter-marked-later = The trainer has marked your answers. You can see the result from { $from }.
marking-letter-marked-passed = You have passed.
marking-letter-marked-failed = It is not enough to pass yet.
marking-letter-changed-subject = Mark changed: { $title }
marking-letter-changed-result = The result of the quiz was { $old } % and is now { $new } %. The reason is on the result page.
marking-letter-changed-passed = You have passed now.
marking-letter-appeal-subject = Answer to your appeal: { $title }
marking-letter-appeal-accepted = Your appeal was accepted and the mark changed. The trainer's answer is on the result page.
marking-letter-appeal-declined = The trainer has answered your appeal: the mark stays. The explanation is on the result page.

fault-points-step = Give points from 0 to { $most } in steps of { $step }
fault-versions-incomparable = These versions cannot be compared
