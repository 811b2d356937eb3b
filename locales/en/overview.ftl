# An edition: numbers, what to do today, people.
overview-stage-ahead = Ahead
overview-stage-running = Running
overview-stage-over = Over
overview-trainers = Trainers: { $names }
overview-tab-people = People
overview-tab-hours = Hours
overview-tab-sessions = Sessions
overview-tab-quizzes = Quizzes
overview-tab-cases = Cases
overview-tab-site-cases = Cases from practice
overview-tab-teams = Teams
overview-tab-live = Live quizzes
overview-tab-enrolment = Enrol
overview-tab-import = Enrol from a file
overview-tab-issue = Issue documents
overview-tab-federal = Federal register
overview-tab-batches = Issued in batches
overview-tab-group-file = Group file
overview-tab-settings = Settings
overview-own-people = Only people whom your organisation sent are shown here.
overview-figure-people = enrolled
overview-figure-active = active this week
overview-figure-risk = at risk
overview-figure-ready = ready for a document
overview-out-of = of { $all }
overview-risk-rule = At risk are those who attended less than { $needed }% of the sessions held and marked, or did nothing for { $days } days.
overview-active-rule = “This week” means the last { $days } days.
overview-tasks-title = What to do today
overview-tasks-none = Nothing waits today.
overview-task-session = Today at { $time }: { $title }
overview-task-unmarked = { $count ->
    [one] { $count } session was held without marks: take the roll call
   *[other] { $count } sessions were held without marks: take the roll call
}
overview-task-ungraded = { $count ->
    [one] { $count } work waits to be graded
   *[other] { $count } works wait to be graded
}
overview-task-issue = { $count ->
    [one] { $count } person is ready: issue the document
   *[other] { $count } people are ready: issue the documents
}
overview-task-plan = Plan the sessions: the programme has some, and there are no dates yet
overview-task-trainers = Appoint a trainer
overview-task-invited = { $count ->
    [one] { $count } person has not opened the invitation
   *[other] { $count } people have not opened the invitation
}
overview-people-title = People of the edition
overview-empty-title = Nobody is in this edition yet
overview-empty-text = Enrol people one by one, or upload a list.
overview-empty-text-others = People appear here when the administrator enrols them.
overview-show-all = Everybody
overview-show-risk = At risk
overview-show-ready = Ready
overview-none-shown = Nobody here now.
overview-column-name = Name
overview-column-conditions = Conditions
overview-column-attendance = Attendance
overview-column-hours = Hours
overview-column-seen = Last active
overview-column-state = What is missing
overview-of = { $have } of { $all }
overview-hours = { $have } of { $all }
overview-percent = { $value }%
overview-invited = invitation not opened
overview-never = not begun
overview-state-document = Document issued
overview-state-ready = Ready for a document
overview-state-risk = At risk
overview-risk-attendance = attended { $have }% of sessions, { $all }% needed
overview-risk-quiet = { $count ->
    [one] nothing done for { $count } day
   *[other] nothing done for { $count } days
}
overview-missing = To do:
overview-missing-attendance = attendance { $have }% of what is planned, { $all }% needed
overview-missing-attendance-held = attendance { $have }% of what has been held so far, { $all }% needed
overview-missing-hours = hours { $have } of { $all }%
overview-missing-answer = the answer about experience
overview-missing-quiz = { $title }
overview-missing-quizzes = { $count ->
    [one] { $count } quiz
   *[other] { $count } quizzes
}
overview-missing-case = { $title }
overview-missing-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
overview-withdraw = Withdraw
overview-withdraw-whom = Withdraw { $name }
