# Letters, and the page that shows them in a demonstration.
mail-greeting = Hello { $name },
mail-foot-automatic = This message was sent automatically; there is no need to reply.
mail-address-hint = If the button does not work, open this address in your browser:
mail-link-once = The link works once and is valid until { $until }, { $zone } time. Do not pass it on: it opens your account.

mail-invitation-subject = Invitation to training
mail-invitation-what = The training centre has made an account for you in the learning system.
mail-invitation-do = All that is left is to choose a password.
mail-invitation-action = Choose a password and sign in
mail-invitation-mistake = If you did not plan to take part, simply leave the link unopened: nothing happens without you.

mail-reset-subject = A new password
mail-reset-what = Someone, most likely you, asked for a link to set a new password.
mail-reset-action = Set a new password
mail-reset-mistake = If it was not you, there is nothing to do: the old password keeps working.

mail-changed-subject = Your password was changed
mail-changed-what = The password of your account was changed on { $at }, { $zone } time. You were signed out on other devices.
mail-changed-mistake = If you did not do this, set a new password at once and tell the administrator of the training centre.
mail-changed-action = Set a new password

mail-letters-title = Letters
mail-letters-lead = The letters of this demonstration. They do not leave this machine: read them here, their links work.
mail-letters-lead-outbox = What the system writes to people: what went, what waits and why. The texts are not shown here: they are personal, and those with one-time links are not kept.
mail-letters-empty = No letters yet
mail-letters-empty-help = Invite someone and the letter will appear here.
mail-letters-older = Older
mail-letters-newest = To the newest
mail-letters-waiting = Not sent yet
mail-letters-trouble = Not sent so far (tries: { $tries }). The next try is { $next }.
mail-letters-given-up = Could not be sent (tries: { $tries }); the system has stopped trying. Check the mail settings and send the letter again from where it came.
mail-letter-untitled = The letter is being prepared
mail-letter-to = To
mail-letter-at = Written
mail-letter-sent = Sent
mail-letter-waiting = The letter is still queued. Reload the page in a few seconds.
