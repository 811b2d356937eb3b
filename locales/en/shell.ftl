# The frame of a page: head, menu, foot.
shell-skip = Skip to content
shell-menu = Menu
shell-languages = Language
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-sign-out-unsent = There are unsent roll-call marks on this phone. Sign out and delete them?
shell-print = Print
shell-demo = Demonstration: the people and organisations are invented, and no mail leaves this machine.
shell-footer-about = Training, from the announcement of a course to the document.
shell-footer-top = Back to top

shell-nav-next = Next step
shell-nav-schedule = Schedule
shell-nav-hours = My hours
shell-nav-documents = My documents
shell-nav-today = Today
shell-nav-grading = Grading
shell-nav-editions = Editions
shell-nav-programmes = Programmes
shell-nav-questions = Questions
shell-nav-register = Register
shell-nav-federal = Federal register
shell-nav-letters = Letters of thanks
shell-nav-authority = Authority
shell-nav-service = Service records
shell-nav-mentoring = Mentors
shell-nav-organisations = Organisations
shell-nav-people = People
shell-nav-mails = Mail

shell-vision = Low-vision settings
shell-vision-scheme = Colours
shell-vision-auto = As on this device
shell-vision-light = Light
shell-vision-dark = Dark
shell-vision-black-on-white = Black on white
shell-vision-white-on-black = White on black
shell-vision-blue-on-blue = Dark blue on light blue
shell-vision-size = Text size
shell-vision-more = More
shell-vision-spacing = Wide letter spacing
shell-vision-images = No images
shell-vision-apply = Apply

shell-styleguide-title = All parts of pages
shell-styleguide-lead = The living set: each part as it looks, with example data. This is where it is changed. The examples are in Russian.
