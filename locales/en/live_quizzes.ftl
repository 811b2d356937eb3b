# A live quiz in the room: list and setup, console and screen, door and phone, debriefing.
live-eyebrow = Live quiz
live-code = Code
live-team = Team
live-players = { $count ->
    [one] { $count } player
   *[other] { $count } players
}
live-question = Question { $number } of { $total }
live-without-points = no points
live-clock-left = Seconds left
live-refresh = Refresh
live-away = The connection was lost. It will come back by itself.
live-right-answer = Right answer:
live-more-names = and { $count } more
live-player-number = Player { $number }

live-phase-lobby = People are joining
live-phase-open = Question open
live-phase-paused = Paused
live-phase-closed = Question closed
live-phase-ended = Over

live-index-title = Live quizzes
live-index-lead = The question on the projector, answers from phones, the table after each question.
live-index-live = Under way and over
live-index-quizzes = Run a quiz live
live-index-run = Prepare
live-index-none = The programme has no quizzes
live-index-none-help = A live quiz asks the questions of a quiz. Add one to the programme and import its new version.

live-setup-title = Live quiz: { $quiz }
live-setup-asked = { $count ->
    [one] { $count } question will be asked, in the order of the quiz.
   *[other] { $count } questions will be asked, in the order of the quiz.
}
live-setup-random = Random questions are drawn once, when you let people join.
live-setup-left-out = These questions do not fit a phone and will not be asked
live-setup-nothing = Nothing in this quiz can be asked on a phone
live-setup-nothing-help = All its questions want an essay or gaps to be filled. Choose another quiz.
live-setup-mode = How people play
live-setup-single = Everybody alone
live-setup-teams = In teams
live-setup-teams-count = How many teams
live-setup-teams-hint = For teams only. A team has the mean of its members' points, so its size does not matter.
live-setup-seconds = Seconds for a question
live-setup-right = Points for a right answer
live-setup-quick = Points for speed
live-setup-points-hint = Points for speed melt with the time: all of them at first, none at the last moment.
live-setup-names = Show names on the projector
live-setup-names-hint = Otherwise the table has numbers. The console always shows names.
live-setup-guests = Let guests in
live-setup-guests-hint = They give a name of their own. Results can count only for trainees of the edition.
live-setup-start = Let people join
live-kind-gaps = gaps in a text
live-kind-essay = essay
fault-live-nothing-to-ask = This quiz has no question for a phone
fault-live-code-unknown = No live quiz has this code. Compare the six digits with the screen
fault-live-name-taken = This name is taken. Add a letter of your surname

live-console-title = Live quiz console
live-console-screen = Projector
live-console-screen-help = Open it on the computer with the projector and steer from this page on your phone.
live-console-open-screen = Open the projector page
live-console-door = People join at:
live-console-here = Already here:
live-console-nobody = Nobody has joined yet. Show the code on the projector.
live-console-debriefing = Go through the questions

live-console-extra = The usual time is over. The question is open for those who have extra time and will close by itself.
live-console-reopen-help = The right answer has been shown. If you open the question again, new and changed answers give no points and do not count.
live-control-first = Ask the first question
live-control-next = Next question
live-control-pause = Pause
live-control-resume = Go on
live-control-close = Close the question now
live-control-reopen = Open the question again
live-control-reopen-confirm = The right answer has been shown: new and changed answers give no points and do not count. Open the question again?
live-control-end = End the quiz
live-control-end-confirm = End the quiz? It cannot be continued.
live-flash-elsewhere = The quiz had moved on before your press arrived. This is what is on now.
live-flash-not-over = The debriefing opens when the quiz is over
live-flash-counted = { $count ->
    [one] The quiz counts for { $count } trainee
   *[other] The quiz counts for { $count } trainees
}
live-flash-closed = The answer was not taken: the question is closed, or there is a pause
live-flash-answered = Your answer is in already, a second one does not count

live-screen-join = Join at
live-screen-scan = Point your camera, or open
live-screen-qr = Code for the phone's camera: the way into the quiz
live-screen-players = in the room
live-screen-answers = answered
live-screen-extra = Time is almost up
live-screen-ended = Results
live-screen-console = Console
live-screen-bare = Screen without buttons
live-screen-with-controls = Screen with buttons

live-bar-right = right
live-bar-other = other answers
live-bar-all = all right
live-bar-some = partly right
live-bar-nothing = wrong

live-table-title = Table
live-table-teams = Teams
live-table-place = Place
live-table-name = Player
live-table-team = Team
live-table-points = Points
live-table-mean = Mean
live-table-more = { $count ->
    [one] and { $count } more player
   *[other] and { $count } more players
}

live-hint-one = Press one answer
live-hint-many = Tick every right answer
live-hint-true-false = Press one answer
live-hint-number = Type a number
live-hint-text = Type a word or a few
live-hint-order = Give each line its place
live-hint-match = Choose a partner for each line
live-hint-scale = Choose from 1 to 5. Nothing is right or wrong here

live-door-title = Join a live quiz
live-door-lead = Type the six digits from the screen.
live-door-next = Next
live-door-name = Your name
live-door-name-hint = This is how the table will show you
live-door-sign-in = Sign in to your account
live-door-sign-in-help = if you are a trainee of this edition: only then can the quiz count.
live-door-known = You will join as
live-door-team = Your team
live-door-enter = Join the quiz
live-door-over = This live quiz is over. The trainer has the results.
live-door-closed = Only trainees of the edition play this quiz
live-door-closed-help = If you are one of them, sign in to your account and open the code again.

live-phone-lobby = You are in
live-phone-lobby-help = The question will appear here by itself. Watch the screen in the room.
live-phone-extra = You have { $percent }% more time for every question.
live-phone-waiting = Your answer is in, waiting for the others
live-phone-too-late = Your time is over
live-phone-too-late-help = The question will close soon, and the answer will appear here by itself.
live-phone-paused = Paused
live-phone-paused-help = The clock has stopped, nobody loses anything.
live-phone-reopened = The question is open again. The right answer has been shown, so a new answer gives no points. Your answer:
live-phone-reopened-blank = The question is open again. The right answer has been shown, so it gives no points.
live-phone-right = Right
live-phone-partly = Partly right
live-phone-wrong = Wrong
live-phone-blank = You gave no answer
live-phone-thanks = Your answer is in
live-phone-own = Your answer:
live-phone-late = The right answer had been shown already, so a new answer gives no points.
live-phone-ended = The quiz is over
live-phone-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
live-phone-place = Your place: { $place } of { $of }
live-phone-choose = Choose
live-phone-send = Answer

live-credit-title = Let the results count
live-credit-explain = Trainees of the edition who played: { $trainees }; who reached the pass mark: { $passed }. Unless you decide otherwise, the live quiz changes nothing.
live-credit-pass = To pass, { $percent }% of the answers must be right; speed does not count.
live-credit-button = Let the results count
live-credit-confirm = Count the quiz for those who reached the pass mark? This cannot be undone.
live-credit-nobody = Nobody reached the pass mark, so there is nothing to count.
live-credit-done = { $count ->
    [one] Counted for { $count } trainee.
   *[other] Counted for { $count } trainees.
}
live-credit-diagnostic = This quiz is diagnostic: it never counts towards the document.

live-debriefing-title = Debriefing: { $quiz }
live-debriefing-lead = { $count ->
    [one] { $count } person played.
   *[other] { $count } people played.
} The questions in order: how the room answered, what is right and why, and the table as it stood then.
live-debriefing-answers = { $count ->
    [one] { $count } person answered
   *[other] { $count } people answered
}
live-debriefing-nothing = No question was asked.
