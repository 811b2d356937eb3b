# The sheet of a session: closing, late changes, guests, counting heads, entry from paper.
roll-calls-paper-link = Enter from a paper sheet
roll-calls-webinars-link = Load the webinar’s list of participants
roll-calls-make-ups-link = Make-ups
roll-calls-make-up-action = Enter a make-up
roll-calls-made-up = Made up for
roll-calls-late-note = Changed after closing
roll-calls-closed = The sheet is closed
roll-calls-closed-unmarked = Left without a mark: { $count }.
roll-calls-closed-help = Marks can only be changed with a reason, and every change goes on the list of late ones.
roll-calls-closing = Close the sheet
roll-calls-closing-help = Close it when everybody is marked and the marks are saved. From then on every change needs a reason and shows in the journal.
roll-calls-unmarked = { $count ->
    [one] { $count } person has no mark:
   *[other] { $count } people have no mark:
}
roll-calls-anyway = Close it although not everybody is marked
roll-calls-close = Close the sheet
roll-calls-reopen-why = Why you open it again
roll-calls-reopen-hint = For example: a second signed page turned up. The reason stays in the history.
roll-calls-reopen = Open the sheet again
roll-calls-reopen-who = An administrator of the training centre can open it again.
roll-calls-reopened = Closed: { $closed }. Opened again: { $reopened }. Reason:
roll-calls-late = Changed after closing
roll-calls-late-help = These marks were made or changed while the sheet was closed. The journal points them out.
roll-calls-late-none = no mark
roll-calls-heads = How many people are in the room
roll-calls-heads-field = People in the room
roll-calls-heads-hint = Count everybody but yourself. We compare it with those marked in person and the guests. Save the marks first.
roll-calls-heads-action = Compare
roll-calls-heads-fit = It fits
roll-calls-heads-differ = It does not fit
roll-calls-heads-line = { $marked } marked in person, { $guests } guests, { $people } in the room.
roll-calls-heads-more = { $count } more in the room: somebody is not marked, or a guest is not noted.
roll-calls-heads-fewer = { $count } fewer in the room: somebody has left or was marked by mistake.
roll-calls-heads-who = Marked in person: call them by name
roll-calls-heads-earlier = Earlier counts
roll-calls-guests = Guests
roll-calls-guests-none = No guests are noted.
roll-calls-guests-total = Guests in all:
roll-calls-guests-edit = Note guests
roll-calls-guests-parents = Parents
roll-calls-guests-teachers = Teachers
roll-calls-guests-colleagues = Colleagues
roll-calls-guests-volunteers = Volunteers
roll-calls-guests-other = Others
roll-calls-guests-others = Other guests
roll-calls-guests-name = Who they are
roll-calls-guests-people = How many
roll-calls-guests-save = Save the guests
roll-calls-flash-closed = The sheet is closed.
roll-calls-flash-reopened = The sheet is open again.
roll-calls-flash-heads = It fits: as many in the room as are marked.
roll-calls-flash-differs = The people in the room do not fit the marks. The count is saved; whom to look for stands below.
roll-calls-flash-guests = The guests are noted.
roll-calls-paper-title = Enter from a paper sheet
roll-calls-paper-help = One key a person. After late or left early, type the minutes. Enter and the arrows go on. An empty line changes nothing.
roll-calls-paper-person = Trainee
roll-calls-paper-key = Mark
roll-calls-paper-back = Back to the roll call
roll-calls-paper-conflicts = The other marks are saved. These lines show what stands now. Correct them if needed and save again.

fault-sheet-closed-reason = The sheet is closed. Say why you make or change a mark
fault-sheet-unmarked = { $count ->
    [one] { $count } person has no mark. Mark them, or confirm that you close it like this
   *[other] { $count } people have no mark. Mark them, or confirm that you close it like this
}
fault-sheet-reopen-why = Say why you open the sheet again
fault-sheet-key = Type one of these keys: { $keys }
fault-reason-choose = Choose a reason or write it down
fault-reason-words = Write the reason down
fault-guests-name = Say who these guests are
fault-guests-number = Say how many there were
fault-guests-twice = These guests are noted already. Put the numbers together in one line
fault-guests-overtaken = Somebody else noted guests while you were writing. Their list stands above the form, yours is in it. Correct it and save again
fault-guests-lines = Too many lines: at most { $most }. Put similar guests together
