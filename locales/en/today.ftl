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
today-next = Coming up
