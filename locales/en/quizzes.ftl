# Quizzes: before an attempt, during it, the last look, the result.
quizzes-eyebrow = Quiz
quizzes-eyebrow-diagnostic = Diagnostic, does not count
quizzes-to-course = Back to the programme
quizzes-question = Question
quizzes-map = Answered
quizzes-map-questions = Questions of the quiz
quizzes-map-answered = answered
quizzes-map-flagged = come back later
quizzes-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
quizzes-points = ({ $count ->
    [one] { $count } point
   *[other] { $count } points
})
quizzes-attempt-number = Attempt { $number }
quizzes-other-language = This question exists only in another language so far

quizzes-before-questions = Questions
quizzes-before-time = Time
quizzes-before-any-time = No limit while the edition runs
quizzes-before-attempts = Attempts
quizzes-before-attempts-left = { $left } of { $allowed } left
quizzes-before-any-attempts = As many attempts as you like
quizzes-before-pass = To pass
quizzes-before-pass-percent = { $percent }% or more
quizzes-before-passed = You have passed. You may take it again: your best result stays.
quizzes-before-then = What happens next
quizzes-before-diagnostic = This is a diagnostic: you and the trainers see the result, and it does not affect your document.
quizzes-before-release-now = As soon as you hand in, you see the result, the right answers and why.
quizzes-before-release-later = You see the result as soon as you hand in; the right answers and explanations open on { $date }.
quizzes-before-one-by-one = Questions come one at a time. You can go back to any of them before handing in, and mark those you want to put off.
quizzes-before-saving = Every answer is saved. You can stop and go on from another device.
quizzes-before-clock = The clock starts at once and does not stop if you close the page. When it runs out, the quiz hands itself in with what is saved.
quizzes-before-start = Start the quiz
quizzes-before-start-again = Start a new attempt
quizzes-before-under-way = An attempt is under way
quizzes-before-until = Your answers are saved. The clock runs until { $time }.
quizzes-before-kept = Your answers are saved; go on where you stopped.
quizzes-before-resume = Go on with the quiz
quizzes-before-locked = The quiz is still locked
quizzes-before-locked-first = Complete first: { $first }
quizzes-before-exhausted = No attempts left
quizzes-before-exhausted-help = Your earlier results are kept. If they were not enough to pass, ask your trainer what to do next.
quizzes-before-exhausted-diagnostic = Your answers are kept and the trainers will see them. There is nothing more to do.
quizzes-before-closed = The quiz cannot be taken now
quizzes-before-closed-help = The edition has not begun, has ended, or you were withdrawn from it. The dates are on the programme page.
quizzes-before-history = Your attempts

quizzes-state-running = under way
quizzes-state-passed = passed
quizzes-state-failed = not passed
quizzes-state-waiting = waits for a trainer

quizzes-clock-left = Time left
quizzes-clock-until = the clock runs until
quizzes-clock-hide = Hide the clock
quizzes-clock-show = Show the clock
quizzes-clock-five = Less than five minutes left
quizzes-clock-one = Less than a minute left

quizzes-hint-many = You can choose several
quizzes-hint-number = Your answer as a number
quizzes-hint-order = Give each row its place: 1 is the first
quizzes-hint-match = For each row below choose a number from the list
quizzes-hint-scale = There is no right answer here
quizzes-hint-text = Your answer
quizzes-hint-units = You may add a unit: { $units }. A number without one is in { $own }.
quizzes-hint-gaps = Fill in the gaps in the text
quizzes-hint-essay = Your text
quizzes-gap = Gap { $number }
quizzes-essay-between = From { $least } to { $most } words.
quizzes-essay-least = At least { $count ->
    [one] { $count } word.
   *[other] { $count } words.
}
quizzes-essay-most = At most { $count ->
    [one] { $count } word.
   *[other] { $count } words.
}
quizzes-essay-marked = A trainer will mark this answer.
quizzes-essay-words = Words:
quizzes-essay-fewer = still needed:
quizzes-essay-over = too many:
quizzes-order-place = place…
quizzes-order-up = Up
quizzes-order-down = Down
quizzes-order-drag = Drag the rows, or move them with the buttons
quizzes-match-choose = Choose…

quizzes-during-title-one = Question { $number } of { $total }: { $quiz }
quizzes-during-place = Question { $number } of { $total }
quizzes-during-previous = Previous question
quizzes-during-next = Next question
quizzes-flag = Come back later
quizzes-during-unreachable = There is no connection yet. Your answers are kept in this browser and will be sent by themselves once it is back. Press the button again then.
quizzes-during-finish = Hand in the quiz
quizzes-during-save = Save answers
quizzes-during-signed-out = You are signed out, so your answers are only in this browser for now. Sign in in another tab and reload this page: they will go out by themselves.
quizzes-during-disputed = You also changed some answers on another device
quizzes-during-disputed-help = The rest is saved. The marked questions show both answers: keep the one you want and save again.
quizzes-during-elsewhere = Another answer was saved on another device
quizzes-during-taken-back = the answer was taken back
quizzes-during-keep-mine = Keep this one
quizzes-during-take-theirs = Take that one

quizzes-check-title = Before you hand in: { $quiz }
quizzes-check-heading = Ready to hand in?
quizzes-check-of = { $answered } of { $total }
quizzes-check-complete = You have answered every question.
quizzes-check-blank = { $count ->
    [one] { $count } question without an answer
   *[other] { $count } questions without an answer
}
quizzes-check-flagged = { $count } marked “come back later”
quizzes-check-later = You meant to come back to
quizzes-check-open = Without an answer
quizzes-check-lengths = Not as long as asked
quizzes-check-until = The clock runs until
quizzes-check-final = Answers cannot be changed after you hand in.
quizzes-check-left = { $count ->
    [one] { $count } more attempt will be left.
   *[other] { $count } more attempts will be left.
}
quizzes-check-submit = Hand in the quiz
quizzes-check-back = Back to the questions

quizzes-after-title = Result: { $quiz }
quizzes-after-passed = You have passed
quizzes-after-failed = Not passed yet
quizzes-after-diagnostic = Your answers are in
quizzes-after-waiting = Your answers are in
quizzes-after-waiting-help = The result is not final yet: a trainer will mark some of the answers. It will show on this page.
quizzes-after-so-far = So far { $points } of { $most } points
quizzes-after-points = { $points } of { $most } points
quizzes-after-needed = { $percent }% are needed to pass
quizzes-after-submitted = Handed in: { $date }
quizzes-after-by-clock = Time ran out: { $date }. The quiz handed itself in with everything that was saved.
quizzes-after-hidden = The right answers are still closed
quizzes-after-hidden-until = They and the explanations open on { $date }, when the edition ends.
quizzes-after-left = { $count ->
    [one] { $count } more attempt left
   *[other] { $count } more attempts left
}
quizzes-after-no-more = No attempts left; the result is recorded.
quizzes-after-on = On with the programme
quizzes-after-read-again = What to read again
quizzes-after-questions = Your answers

quizzes-mark-right = Right
quizzes-mark-partly = Partly right
quizzes-mark-wrong = Wrong
quizzes-mark-blank = No answer
quizzes-mark-waiting = Waits for a trainer
quizzes-mark-points = { $points } of { $most } points
quizzes-mark-yours = your answer
quizzes-mark-this-is-right = the right answer
quizzes-mark-your-answer = Your answer:
quizzes-mark-expected = The right answer:
quizzes-mark-yours-column = Yours
quizzes-mark-right-column = Right

quizzes-flash-saved = Answers saved
quizzes-flash-submitted = Handed in; your answers are recorded

fault-answer-unfit = Such an answer does not fit this question
fault-place-taken = Every row has a place of its own: one was given twice
fault-answer-too-long = The answer is too long: at most 300 characters for a short one, 30,000 for an essay
fault-gap-not-a-number = Enter figures in the gap that takes a number
fault-unit-unknown = This unit does not fit the question. Use one of those named, or the number alone

quizzes-before-opens = Opens
quizzes-before-closes = Closes
quizzes-before-delay = Pause between attempts, h:min
quizzes-before-extra = You have { $percent }% more time: it is counted in above.
quizzes-before-exception = There is an exception for you
quizzes-before-drill = This is a mock test: take it as often as you like and see how your results by section change.
quizzes-before-each = { $count ->
    [1] Each question is checked on its own, with the button “Check”. After that its answer cannot change.
   *[other] Each question is checked on its own, in { $count } tries. Each further one costs some of the points.
}
quizzes-before-marks-later = The result, the right answers and the explanations open { $date }. Until then the quiz does not count.
quizzes-before-grace = An answer that was on its way when time ran out is taken for another { $count ->
    [one] { $count } second
   *[other] { $count } seconds
} and noted as late.
quizzes-before-password = Password of the quiz
quizzes-before-password-hint = Your trainer has it
quizzes-before-opens-then = You can begin { $date }.
quizzes-tries-left = { $count ->
    [one] { $count } try is left.
   *[other] { $count } tries are left.
}
quizzes-tries-penalty = The next one costs { $percent }% of the points.
quizzes-tries-hint = Hint
quizzes-check-one = Check
quizzes-check-again = Check again
quizzes-late-title = Time is up: these answers were not taken
quizzes-late-help = Everything saved before the deadline counts. What was not taken stays on this page, to be read and copied.
quizzes-late-result = Open the result
quizzes-elsewhere-title = The quiz is open on another device
quizzes-elsewhere-help = You can answer in one place. If you go on here, the other place is told, and no answer is lost.
quizzes-elsewhere-take = Go on here
quizzes-after-marks-from = The result and the right answers open { $date }.
quizzes-after-late = { $count ->
    [one] { $count } answer came just after the deadline and counts, with a note.
   *[other] { $count } answers came just after the deadline and count, with a note.
}
quizzes-chart-title = Results by section
quizzes-chart-caption = Share of points by section in each attempt
quizzes-chart-section = Section
quizzes-chart-whole = Whole quiz
quizzes-mark-remark = The trainer's remark
quizzes-grace-title = Time is up, the last answers are being received
quizzes-held-title = Settle the marked questions first
quizzes-held-help = Choose one of the two answers, or mend what was not saved. Then you can hand in.
quizzes-refused-title = This answer was not saved, but it is still on the page
quizzes-refused-large = It is too large. Shorten it and it will be sent again.
quizzes-refused-other = The server did not take it. Copy the answer and reload the page to try again.
quizzes-unsent-title = These answers were not sent and do not count
quizzes-unsent-help = They are only in this browser: the attempt ended before they reached the server. You can read and copy them.
quizzes-unsent-title-open = These answers are not sent yet
quizzes-unsent-help-open = They are only in this browser so far. Go back to the questions before you hand in: they will be sent by themselves.
quizzes-unsent-put-away = Put these answers away
