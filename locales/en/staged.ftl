# Staged cases: playing, the way, the map, the debrief.
staged-eyebrow = Case in steps
staged-preview = This is how the trainee sees the steps: only as far as they have come. Deciding is theirs.
staged-step = Step { $number }
staged-end = How it ended
staged-to-work = Go to the task and hand in the work
staged-begin = Begin
staged-open = Open step { $number }
staged-decide = Decide
staged-final = A decision cannot be taken back.
staged-words-hint = Answer in your own words. The text is saved by itself while you write.
staged-undecided = Nothing is decided at this step yet.
staged-offer-first = How this works
staged-offer-again = Go through the steps again
staged-offer-rules = The events unfold step by step. At each you learn what happened and decide something; what comes next depends on it. A decision cannot be taken back. You may close the page and come back at any time.
staged-offer-clock = There will be { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} for the decision. Time begins to run when you open the step, and does not stop when you close the page. If you have been given extra time, it is counted in.
staged-by-clock = Time was over, nothing was decided
staged-by-clock-draft = Written by then:
staged-decided-at = Decided { $at }
staged-over-at = Time was over { $at }
staged-took-minute = within a minute
staged-took-minutes = in { $n } minutes
staged-took-hours = in { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
staged-took-days = in { $n ->
    [one] { $n } day
   *[other] { $n } days
}

staged-path-title = Way through the steps: { $title }
staged-path-back = Back to the work
staged-path-way = What the author saw and decided
staged-path-open = The step “{ $title }” is open now and not decided.
staged-path-overview = Who went where in this edition
staged-overview-link = The case in this edition: paths and debrief
staged-path-link = Way through the steps
staged-facts = What became known
staged-criterion = Step: { $stages }

staged-map = Map of the steps
staged-map-lead = Circles are steps, squares are ends, dashes are time that was over. Below the map the same is said in words. Trainees do not see the map.
staged-map-stage = Step { $label }. { $title }
staged-map-end = End { $label }. { $title }
staged-map-came = { $count ->
    [one] { $count } person came here
   *[other] { $count } people came here
}
staged-map-took = taken by { $count }
staged-map-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} for the decision.
staged-map-clock = Time was over
staged-map-text = A decision in one’s own words
staged-overview-counts = Begun: { $begun }. Come to an end: { $ended }. Each person’s last run is counted.
staged-overview-plain = This case has no steps: trainees see situation and task at once.
staged-debrief-opened = The debrief is open to every trainee of the edition since { $at }.
staged-debrief-closed = Now the debrief is seen by those whose deadline is over and who have a grade. You may open it to every trainee of the edition.
staged-debrief-open = Open the debrief to all
staged-debrief-confirm = Open the debrief to every trainee of the edition? It cannot be closed again.
staged-flash-debrief = The debrief is open to every trainee of the edition
staged-authors = This is how the case is written. Trainees see one step at a time.

fault-step-choice = Choose one of the options
fault-step-text = Write your decision
