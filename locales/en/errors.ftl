# Error pages: shared words and ways out. The titles are in problems.ftl.
errors-status = Code { $status }
errors-request = If you write to support, mention the request number:
errors-way-home = To the home page
errors-way-back = Go back
errors-way-sign-in = Sign in
errors-way-new-link = Get a new link
errors-typed-title = What you typed is safe
errors-typed-help = Press the button and the same will be sent once more. Nothing is written twice.
errors-typed-copy = Copy the text from here so that you need not type it again.
errors-typed-text = Text you typed { $number }
errors-typed-files = Files were not kept here: choose them once more.
errors-typed-file = Choose again: { $names }
errors-typed-password = Password (type it again)
errors-typed-password-old = Current password (type it again)
errors-send-again = Send again
errors-typed-sign-in = Sign in in a new tab, then come back here.
errors-way-sign-in-tab = Sign in in a new tab
