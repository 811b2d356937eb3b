# The calendar, subscribing to it, invitations by mail and messages to everybody concerned.
calendars-title = My calendar
calendars-edition-title = Calendar of the edition
calendars-move-sessions = Move the sessions of this week
calendars-open = Calendar
calendars-scales = Kind of calendar
calendars-scale-month = Month
calendars-scale-week = Week
calendars-scale-list = List
calendars-pages = Other dates
calendars-today = Today
calendars-zone = Days and times: { $zone }
calendars-teaches = You teach
calendars-held-there = { $time } { $city } time
calendars-more = { $count } more
calendars-empty = No sessions on these days
calendars-empty-help = Sessions show here as soon as they are scheduled. Try the dates before and after.
calendars-month-1 = January { $year }
calendars-month-2 = February { $year }
calendars-month-3 = March { $year }
calendars-month-4 = April { $year }
calendars-month-5 = May { $year }
calendars-month-6 = June { $year }
calendars-month-7 = July { $year }
calendars-month-8 = August { $year }
calendars-month-9 = September { $year }
calendars-month-10 = October { $year }
calendars-month-11 = November { $year }
calendars-month-12 = December { $year }
calendars-short-mon = Mon
calendars-short-tue = Tue
calendars-short-wed = Wed
calendars-short-thu = Thu
calendars-short-fri = Fri
calendars-short-sat = Sat
calendars-short-sun = Sun

calendars-event-cancelled = Cancelled: { $title }

calendars-subscribe = Add to your calendar
calendars-feeds-title = Sessions in your own calendar
calendars-feeds-lead = Give the calendar of your phone or computer an address, and sessions, moves and cancellations appear there by themselves.
calendars-address-made = The address is ready
calendars-address-once = Copy the address now: it is shown this once. Whoever knows it sees the sessions and the links to meetings, so do not publish it.
calendars-address = Address of the calendar
calendars-copy = Copy
calendars-copied = Copied
calendars-open-program = Open in this device’s calendar
calendars-open-program-help = Works on iPhone, iPad, Mac and in Outlook for Windows. For Google Calendar, copy the address.
calendars-feeds-yours = Addresses in use
calendars-feeds-new = A new address
calendars-own-sessions = My sessions
calendars-feed-since = In use since { $at }
calendars-replace = Replace the address
calendars-replace-confirm = The present address stops working, and the new one has to be added to the calendar again. Replace it?
calendars-revoke = Turn off
calendars-revoke-confirm = Sessions will no longer be updated wherever this address was added. Turn it off?
calendars-offer-own = Every session you are expected at or teach.
calendars-offer-edition = Every session of the edition, for colleagues. Trainees have an address of their own: each gets it on this page.
calendars-make = Get an address
calendars-how = How to add the address
calendars-how-google = Google Calendar
calendars-how-google-steps = Open calendar.google.com on a computer. On the left, press “+” beside “Other calendars”, choose “From URL”, paste the address and press “Add calendar”. It then shows on the phone as well.
calendars-how-apple = iPhone, iPad, Mac
calendars-how-apple-steps = Press “Open in this device’s calendar” and confirm. Or in the Calendar app choose Calendars, Add Calendar, Add Subscription Calendar, and paste the address.
calendars-how-outlook = Outlook
calendars-how-outlook-steps = In Outlook open Calendar, press “Add calendar”, then “Subscribe from web”, paste the address and press “Import”.
calendars-how-slow = Programs look at the address themselves: Apple and Outlook usually within an hour or two, Google within a day. Moves and cancellations always reach you by mail at once.
calendars-invitations = Invitations by mail
calendars-invitations-lead = Every session can come to { $email } as an invitation. Your mail program puts it into the calendar, moves it and takes it out by itself.
calendars-invitations-label = Send me calendar invitations
calendars-invitations-note = Letters about moves and cancellations come to everybody without this.
calendars-flash-revoked = The address is turned off.
calendars-flash-invited = Invitations will come by mail, starting with the next new sessions and changes.
calendars-flash-not-invited = No more invitations. We still write about moves and cancellations.

calendars-notices-title = Tell everybody
calendars-tell-session = Tell everybody about this session
calendars-tell-edition = Tell everybody of this edition
calendars-tell-whom = { $count ->
    [one] { $count } person gets the message at once: trainees and trainers.
   *[other] { $count } people get the message at once: trainees and trainers.
}
calendars-tell-text = What has happened and what to do
calendars-tell-hint = In short: what has changed, where and when to come, whom to call. Your name is added.
calendars-tell-action = Tell everybody
calendars-tell-confirm = { $count ->
    [one] Send the message to { $count } person? It cannot be taken back.
   *[other] Send the message to { $count } people? It cannot be taken back.
}
calendars-tell-moves = Is it another time or place, or no session at all? Letters about moves and cancellations go by themselves.
calendars-tell-host = The host ({ $host }) gets no message: there is no e-mail address of theirs here. Tell them by telephone.
calendars-tell-nobody = Nobody to tell yet
calendars-tell-nobody-help = Nobody is enrolled in the edition.
calendars-told = Told before
calendars-told-nothing = Nothing so far.
calendars-told-count = { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
}
calendars-flash-told = { $count ->
    [one] The message is on its way to { $count } person.
   *[other] The message is on its way to { $count } people.
}

fault-calendar-to-before-from = The last day is before the first. Swap them
fault-calendar-span-too-long = Too many days at once. Ask for no more than { $days }
fault-notice-to-nobody = There is nobody to write to: apart from you, this session concerns no one yet

mail-session-held = { $when }, { $city } time
mail-session-own = { $time } your time.
mail-session-action = Open the session
mail-session-changed-subject = Session changed: { $title }
mail-session-changed-what = “{ $title }” has changed. Check the time and the place.
mail-session-changed-joins = It now concerns you as well.
mail-session-changed-leaves = It no longer concerns you.
mail-session-changed-was-title = It used to be “{ $title }”.
mail-session-now = Now:
mail-session-was = Before:
mail-session-invitation-subject = { $title }: { $when }
mail-session-invitation-what = “{ $title }” has been scheduled. Edition: { $edition }.
mail-session-invitation-why = A calendar invitation is attached because you asked for them. You can turn them off on the page “Sessions in your own calendar”.
mail-sessions-invitation-subject = { $edition }: { $count ->
    [one] { $count } session has been scheduled
   *[other] { $count } sessions have been scheduled
}
mail-sessions-invitation-what = Sessions of the edition “{ $edition }” have been scheduled.
mail-sessions-invitation-action = Open the schedule
mail-sessions-invitation-why = All of them are attached as a calendar file because you asked for invitations. You can turn them off on the page “Sessions in your own calendar”.
mail-session-notice-subject = Important: { $about }
mail-session-notice-about = Session:
mail-session-notice-from = From { $from }.
mail-session-notice-action = Open the page
calendars-consultation = Consultation
