# Error pages: shared words and ways out. The titles are in problems.ftl.
errors-status = Code { $status }
errors-request = If you write to support, mention the request number:
errors-way-home = To the home page
errors-way-back = Go back
errors-way-sign-in = Sign in
errors-way-new-link = Get a new link
