# A trainer's day.
today-title = Today
today-empty = Nothing to do today
today-empty-help = No sessions today, and every mark is in place. Whatever comes up will show here.
today-empty-action = Open the editions
today-sessions = Sessions today
today-under-way = Under way
today-complete = Everybody is marked
today-open-roll = Open the roll call
today-open-link = Join the meeting
today-enrolled = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
today-unmarked = Marks missing
today-session = Session
today-when = When
today-missing = Missing
today-missing-count = { $count ->
    [one] { $count } mark missing
   *[other] { $count } marks missing
}
today-works = Works to grade: { $count }
today-works-all = Open the queue
today-site-cases-open = Open the cases
today-next = Coming up

# The trainee's first page.
today-next-title = Next step
today-next-nothing = There is nothing to do right now
today-next-nothing-help = Everything you can do at your own time is done or still closed. See when the next session is
today-next-session = Next session
today-next-session-now = The session is under way
today-due = Due
today-due-work = Due by { $at }
today-due-end = Last day: { $date }. { $days ->
    [0] Some hours left
    [one] { $days } day left
   *[other] { $days } days left
}
today-due-left = { $count ->
    [one] { $count } condition is not met
   *[other] { $count } conditions are not met
}
today-programmes = My programmes
today-stage-ahead = has not begun
today-stage-running = under way
today-stage-over = over
today-unmet = { $count ->
    [one] { $count } condition left before the document
   *[other] { $count } conditions left before the document
}
today-marking-open = Mark the answers
today-appeals-open = Decide the appeals
today-unplaced = People without a team
today-unplaced-help = They cannot hand in a team case until they are in a team. Place them, or open the sign-up.
today-unplaced-people = { $count ->
    [one] { $count } person without a team
   *[other] { $count } people without a team
}
today-consultations = Your consultations this week
today-next-consultations = You have booked a consultation
