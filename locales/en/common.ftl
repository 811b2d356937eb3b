# Words of shared parts of pages, and what may be wrong with a field.
common-optional = optional
common-fault = Please correct:
common-show = Show
common-hide = Hide
common-show-password = Show password
common-hide-password = Hide password
common-cancel = Cancel
common-save = Save
common-next = Next
common-previous = Back
common-pager = Pages
common-list-first = To the start of the list
common-breadcrumbs = Where you are
common-error-summary = Check these fields. What you typed is not lost
common-filter = Find on this page
common-filter-none = Nothing found
common-select-row = Select { $name }
common-characters-left = Characters left:
common-characters-over = Characters too many:
common-characters-limit = Up to { $limit } characters
common-files-too-large = No more than { $megabytes } MB is accepted here. Choose a smaller file or compress it.

common-step-done = Done
common-step-current = You are here
common-step-next = Next step
common-step-locked = Not open yet

common-condition-met = Met
common-condition-unmet = Still to do
common-hours-yours = Yours:
common-hours-planned = In the programme:
common-your-time = { $time } your time

common-saved-at = Saved at
common-saving = Saving…
common-unsaved = There are unsaved changes
common-offline = Not saved: no connection. We will send it when you are back online

common-rubric-chosen = chosen
common-rubric-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
common-rubric-remark = Remark: { $title }
common-roll-minutes = Minutes
common-roll-reason = Reason
common-roll-reason-none = Not given
common-roll-reason-words = Reason in words
common-roll-presence = Where the person was
common-roll-history = How the mark changed
common-roll-why = Reason:
common-roll-theirs = Already saved:
common-roll-yours = You marked:
common-held-at = { $day }, { $time } { $city } time

common-document-verify = Verify
common-document-pdf = Download PDF
common-document-badge = Digital badge

fault-required = Fill this in
fault-too-long = Shorten this to { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}
fault-email-malformed = Enter the whole address, for example aigul@example.org
fault-password-too-short = Choose a longer password: at least { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}
fault-password-too-common = This password is easy to guess. Choose another
fault-not-a-date = Enter a day, month and year, for example 21.11.2026
fault-not-a-time = Enter a time, for example 14:00
fault-not-a-number = Enter a number in figures
fault-out-of-range = Enter a number from { $low } to { $high }
fault-choose-one = Choose one of the options
fault-choose-some = Tick at least one
fault-choose-at-most = { $limit ->
    [one] Keep no more than { $limit } option
   *[other] Keep no more than { $limit } options
}
fault-file-too-large = The file is larger than { $limit }. Choose a smaller one or compress it
fault-file-too-many-megabytes = The file is larger than { $megabytes } MB. Split it into several files
fault-file-kind = This kind of file cannot be used. These can: { $accepted }
fault-unknown-zone = Choose a time zone from the list
fault-end-before-start = The end is before the start. Check both dates
fault-window-outside = The edition runs { $period }: before and after that nobody can begin the quiz. Give a moment between these days
fault-opens-after-closing = The quiz closes on { $closes }, so it could not be begun. Let it open earlier, or move the closing too
fault-closes-before-opening = The quiz opens on { $opens }, so it could not be begun. Let it close later, or move the opening too
fault-taken = This is taken. Choose another
fault-unknown = There is no such value. Choose one of those offered
fault-json = The body is not the JSON that is expected: line { $line }. { $detail }
