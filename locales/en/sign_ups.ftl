# Signing up for a session: places, the waiting list, the trainer's page.
sign-ups-title = Places and sign-up
sign-ups-taken = { $confirmed } of { $capacity } signed up
sign-ups-waiting-count = { $count ->
    [one] { $count } person on the waiting list.
   *[other] { $count } people on the waiting list.
}
sign-ups-note-confirmed = Has a place
sign-ups-note-waiting = On the waiting list as number
sign-ups-note-none = Not signed up

sign-ups-own-title = Signing up
sign-ups-own-confirmed = You have a place
sign-ups-own-confirmed-help = The place is yours. If you cannot come, give it up: the next person gets it at once.
sign-ups-own-waiting = You are number { $position } on the waiting list
sign-ups-own-waiting-help = As soon as a place becomes free, the first on the list gets it, and a letter from us.
sign-ups-left = { $left } of { $capacity } places free
sign-ups-none-left = All { $capacity } places are taken.
sign-ups-opens = Sign-up opens: { $at }
sign-ups-closes = Sign up before: { $at }
sign-ups-cancel-by = You can give the place up before: { $at }
sign-ups-closed = Sign-up is closed. If you need a place, write to the trainer.
sign-ups-full-help = This session has no waiting list. Look again later: somebody may give a place up.
sign-ups-too-late = You can no longer give the place up yourself. If you cannot come, tell the trainer, who will free the place.
sign-ups-not-needed = You need not sign up for this session: just come.
sign-ups-join = Sign up for the session
sign-ups-wait = Join the waiting list
sign-ups-wait-help = You get a place if somebody gives theirs up. The letter comes at once.
sign-ups-give-up = Give the place up
sign-ups-give-up-confirm = Give the place up? The next person gets it at once.
sign-ups-leave = Leave the waiting list
sign-ups-to-schedule = To the schedule

sign-ups-figure-confirmed = Signed up
sign-ups-figure-waiting = Waiting
sign-ups-idle = { $count ->
    [one] { $count } place has become free while people wait.
   *[other] { $count } places have become free while people wait.
}
sign-ups-promote = Give the places to the next ones
sign-ups-cancelled-note = The session is cancelled; nobody signs up for it any more.
sign-ups-over-note = The session is over. The list stays as history.
sign-ups-confirmed-title = Who has a place
sign-ups-waiting-title = Waiting list
sign-ups-nobody = Nobody has signed up yet.
sign-ups-since = Signed up: { $at }
sign-ups-by = By the trainer { $name }
sign-ups-ended-title = Who gave a place up or was taken off
sign-ups-ended-line = from { $since } to { $until }
sign-ups-withdraw = Take off the list
sign-ups-withdraw-action = Take off and write
sign-ups-withdraw-hint = The trainee reads it in a letter.
sign-ups-reason = Reason
sign-ups-admit-title = Sign a trainee up
sign-ups-admit-who = Whom
sign-ups-admit-choose = Choose a trainee
sign-ups-admit-hint = There will be no more places than there are: if all are taken, the trainee joins the waiting list.
sign-ups-admit-reason-hint = Stays in the history.
sign-ups-admit = Sign up
sign-ups-set-title = Open sign-up
sign-ups-set-again-title = Places and times
sign-ups-set-lead = As long as no places are set, every trainee is expected. Set the number of places, and trainees will sign up themselves. Where several sessions of one topic take sign-ups, one of them is enough for a trainee: each counts in full.
sign-ups-capacity = How many places
sign-ups-opens-at = Sign-up opens
sign-ups-opens-at-hint = By the time of the session ({ $city }). Empty means at once.
sign-ups-closes-at = Sign-up closes
sign-ups-closes-at-hint = Empty means when the session starts.
sign-ups-cancel-until = Until when a place can be given up
sign-ups-cancel-until-hint = Later only you free a place. Empty means until the session starts.
sign-ups-waiting-list = Keep a waiting list
sign-ups-waiting-list-hint = A place that becomes free goes at once to the first on the list, with a letter.
sign-ups-save = Save places and times
sign-ups-open = Open sign-up
sign-ups-remove = End sign-up: let everybody come
sign-ups-remove-confirm = End sign-up? The session will be for every trainee again; the list is kept.

sign-ups-flash-confirmed = You are signed up for the session.
sign-ups-flash-waiting = All places are taken; you are number { $position } on the waiting list. A letter comes when a place becomes free.
sign-ups-flash-released = You are no longer signed up.
sign-ups-flash-set = Places and times are saved.
sign-ups-flash-promoted = { $count ->
    [one] { $count } person from the waiting list got a place, the letter is on its way.
   *[other] { $count } people from the waiting list got places, the letters are on their way.
}
sign-ups-flash-removed = Sign-up is ended: the session is for every trainee.
sign-ups-flash-admitted = The trainee is signed up, the letter is on its way.
sign-ups-flash-admitted-waiting = All places are taken. The trainee is number { $position } on the waiting list.
sign-ups-flash-withdrawn = The trainee is taken off, the letter is on its way.

fault-sign-ups-not-needed = Nobody signs up for this session: no places are set
fault-sign-ups-cancelled = The session is cancelled. See other dates in the schedule
fault-sign-ups-ahead = Sign-up is not open yet. It opens: { $at }
fault-sign-ups-closed = Sign-up is closed. If you need a place, write to the trainer
fault-sign-ups-full = All { $capacity } places are taken. There is no waiting list; look again later
fault-sign-ups-clash = There is a sign-up for “{ $title }” at the same time, { $when }. Give that one up first
fault-sign-ups-asked-elsewhere = At this time you are expected at “{ $title }”, { $when }, which is for everybody. Choose another time or write to the trainer
fault-sign-ups-consulted = You have booked a consultation at this time: { $edition }, { $when }. Cancel it first or choose another time
fault-sign-ups-not-signed-up = There is no sign-up for this session any more
fault-sign-ups-too-late = It is too late to give the place up. Tell the trainer, who will free it
fault-sign-ups-over = The session is over; nobody can be signed up for it
fault-sign-ups-below-confirmed = { $confirmed ->
    [one] { $confirmed } person has a place already. Enter at least as many, or take somebody off first
   *[other] { $confirmed } people have a place already. Enter at least as many, or take somebody off first
}
fault-sign-ups-not-a-moment = Enter day and time, for example 21.11.2026 10:00
fault-sign-ups-after-start = The session will have started by then. Enter an earlier time
fault-sign-ups-closes-before-opening = Sign-up would close before it opens. Change one of the two times

mail-place-promoted-subject = A place is free: { $title }
mail-place-promoted-what = A place in “{ $title }” is yours now: { $when }, { $city } time. See you there.
mail-place-passed-over-subject = A place is free, but you are busy: { $title }
mail-place-passed-over-what = A place has become free in “{ $title }”: { $when }, { $city } time.
mail-place-passed-over-signed-up = At that time you are signed up for another session: “{ $title }”, { $when }. To come to this one, give the other place up.
mail-place-passed-over-consulted = At that time you have booked a consultation: { $edition }, { $when }. To come to the session, cancel it.
mail-place-passed-over-asked = At that time you are expected at “{ $title }”, { $when }, which is for everybody. To come to this one, write to the trainer.
mail-place-passed-over-kept = You keep your number on the waiting list and get a free place as soon as you have time for it.
mail-place-given-subject = You are signed up: { $title }
mail-place-given-what = The trainer signed you up for “{ $title }”: { $when }, { $city } time.
mail-place-until = If you cannot come, give the place up before: { $until }. The next person gets it.
mail-place-action = Open the sign-up
mail-place-withdrawn-subject = You are taken off the list: { $title }
mail-place-withdrawn-what = You are no longer signed up for “{ $title }”: { $when }, { $city } time.
mail-place-withdrawn-reason = Reason: { $reason }
mail-session-left-subject = Taken out of your calendar: { $title }, { $when }
mail-session-left-what = “{ $title }” is taken out of your calendar: you have no place in it. Intake: { $edition }.
