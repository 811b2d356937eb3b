# A mentor's path: application, papers with terms, training, interview, pair, contacts, closure.
mentoring-board-title = Mentors
mentoring-mentor-title = A mentor's path
mentoring-places-lead = Organisations whose mentors you accompany.
mentoring-places-none = No mentors yet
mentoring-places-none-help = Open the page of an organisation and go to “Mentors”: applications are written down there.
mentoring-places-others = Organisations without mentors so far
mentoring-places-first = No organisation has mentors yet. Open the one you need below: set the requirements first, then record the first application.
mentoring-places-under = In the organisations that belong to yours, their own coordinators accompany the mentors: { $names }. Only they see the lists and the codes of mentees there; if you need access too, ask an administrator to make you a coordinator there as well.
mentoring-board-lead = Who waits for what, which papers expire, and with whom nobody has spoken.
mentoring-board-open = Candidates and mentors
mentoring-board-ended = Refused or withdrawn
mentoring-board-empty = No candidates yet
mentoring-board-empty-help = Write the first application down below.
mentoring-overdue-title = Overdue contacts
mentoring-overdue-line = mentee { $code }, a contact was due by { $due }
mentoring-ending-title = Pairs near their end
mentoring-ending-near = mentee { $code }, until { $until }: agree whether to close the pair or extend it
mentoring-ending-over = mentee { $code }, the planned end was { $until }: close the pair or extend it
mentoring-expiring-title = Papers that expire
mentoring-until = valid until { $date }
mentoring-column-name = Name
mentoring-column-state = State
mentoring-column-since = Since
mentoring-column-next = Next
mentoring-column-missing = Missing
mentoring-column-contact = Next contact
mentoring-column-paper = Paper
mentoring-column-number = Number
mentoring-column-dated = Date of the paper
mentoring-column-until = Valid until
mentoring-column-seen = Seen by
mentoring-missing-count = missing: { $count }
mentoring-missing-nothing = nothing
mentoring-enter-title = Write an application down
mentoring-enter-lead = For people whom your organisation sends or teaches. Others apply by themselves when the settings allow it.
mentoring-email = E-mail of the candidate
mentoring-email-hint = The address they sign in with
mentoring-application = Application
mentoring-application-hint = Why they want to be a mentor, in their own words
mentoring-enter = Write the application down
mentoring-choose = Choose

mentoring-step-applied = Applied
mentoring-step-documents-checked = Documents checked
mentoring-step-trained = Trained
mentoring-step-interviewed = Interviewed
mentoring-step-admitted = Admitted
mentoring-step-refused = Refused
mentoring-step-withdrawn = Withdrawn
mentoring-step-matched = Matched
mentoring-step-active = Active
mentoring-step-closed = Closed

mentoring-next-documents-checked = Check the documents
mentoring-next-trained = Confirm the hours of training
mentoring-next-interviewed = Hold the interview
mentoring-next-admitted = Decide on the admission
mentoring-next-matched = Match with a mentee
mentoring-next-active = Note that the meetings began
mentoring-next-refused = Over: refused
mentoring-next-withdrawn = Over: withdrawn
mentoring-next-active-pair = Accompany the pair
mentoring-own-next-documents-checked = Bring the papers of the list to the coordinator
mentoring-own-next-trained = Take the training: hours are counted by themselves
mentoring-own-next-interviewed = Agree with the coordinator on an interview
mentoring-own-next-admitted = Wait for the decision
mentoring-own-next-matched = The coordinator looks for a mentee for you
mentoring-own-next-active = Agree on the first meeting
mentoring-own-next-refused = You were refused; the reason stands below
mentoring-own-next-withdrawn = You withdrew the application
mentoring-own-next-active-pair = Meet your mentee and stay in touch with the coordinator
mentoring-take-documents-checked = Documents are checked
mentoring-take-trained = Confirm the training
mentoring-take-admitted = Admit as a mentor

mentoring-check-criminal-record = Certificate of no criminal record
mentoring-check-medical = Medical certificate
mentoring-check-home-inspection = Act of a home inspection
mentoring-check-references = References
mentoring-check-legal-capacity = Certificate of legal capacity
mentoring-check-state-missing = missing
mentoring-check-state-expired = expired
mentoring-check-state-soon = expires soon
mentoring-check-state-holds = valid
mentoring-checks-title = Papers
mentoring-check-add = Write a paper down
mentoring-check-lead = Look at the paper and write down its number, date and term only. What it says and copies of it are not kept here.
mentoring-until-hint = Needed for the criminal record and the medical certificate; your organisation sets the term
mentoring-check-save = I have seen it, write it down
mentoring-hours-title = Hours of training
mentoring-hours-have = { $have } of { $need } academic hours.
mentoring-hours-have-in-person = In person { $have } of { $need }.
mentoring-hours-source = Hours come out of the ledger of lessons and cannot be typed in.
mentoring-no-programmes = No programme is named as training of mentors, so no hours count. Tick them in the settings.
mentoring-no-programmes-short = The organisation has not said yet which programmes count as training of mentors.

mentoring-next-title = Next step
mentoring-missing-title = What is missing:
mentoring-path-title = Path
mentoring-contact-next = Next contact: by { $date }.
mentoring-end-near = The pair is planned until { $date }. Agree with the mentor whether to close or extend it.
mentoring-end-over = The planned end of the pair was { $date }. Close the pair with an exit interview or extend it; contacts stay due until it is closed.
mentoring-own-end-near = Your pair is planned until { $date }. Agree with your coordinator whether to finish or go on.
mentoring-own-end-over = The planned end of your pair was { $date }. Get in touch with your coordinator, who closes the pair or extends it.
mentoring-contact-overdue-since = a contact was due by { $date }
mentoring-start = The pair has begun to meet
mentoring-interviews-title = Interviews
mentoring-interview-add = Write an interview down
mentoring-interview-lead = At least one conversation face to face is needed for the admission.
mentoring-interview-on = Date of the conversation
mentoring-in-person = Face to face
mentoring-in-person-hint = A conversation by video or telephone is kept and does not count
mentoring-remote = At a distance
mentoring-advice = Advice
mentoring-advice-yes = Recommended
mentoring-advice-no = Not recommended
mentoring-notes = Notes
mentoring-notes-hint = For those who accompany only; the mentor does not see them. Do not write the child's name.
mentoring-interview-save = Write the interview down
mentoring-refuse-title = Refuse the candidate
mentoring-refuse-reason = Why
mentoring-refuse-hint = The candidate reads it on their page
mentoring-refuse = Refuse

mentoring-pairs-title = Pairs
mentoring-pair-title = Mentee { $code }, born in { $born }
mentoring-pair-span = Time
mentoring-pair-consent = Consent
mentoring-pair-closed = Closed
mentoring-pair-extended = Extended
mentoring-pair-add = Match with a mentee
mentoring-pair-lead = Of the child only a code or initials and the year of birth are written down: the institution finds the file by the code, and nothing more is needed here.
mentoring-mentee-code = Code or initials of the mentee
mentoring-mentee-code-hint = For example A.K. or D-014. Do not write the name
mentoring-mentee-born = Year of birth
mentoring-pair-from = Begins
mentoring-pair-until = Planned end
mentoring-pair-until-hint = A pair usually meets for a year at least
mentoring-consent-who = Who consented
mentoring-consent-guardian = Guardian or guardianship body
mentoring-consent-institution = Institution
mentoring-consent-paper = Paper with the consent
mentoring-consent-paper-hint = Name and number, without the name of the child
mentoring-consent-on = Date of the consent
mentoring-pair-save = Make the pair
mentoring-dues-title = Schedule of contacts
mentoring-due-by = By { $date }
mentoring-due-in-time = in time
mentoring-due-late = late
mentoring-due-overdue = overdue
mentoring-due-ahead = ahead
mentoring-contacts-title = Log of contacts
mentoring-contacts-none = No contacts yet.
mentoring-contact-add = Write a contact down
mentoring-contact-on = Date of the contact
mentoring-contact-way = How
mentoring-way-meeting = Face to face
mentoring-way-visit = Visit to the pair
mentoring-way-call = Telephone
mentoring-way-video = Video
mentoring-way-message = In writing
mentoring-contact-save = Write the contact down
mentoring-extend-title = Extend the pair
mentoring-extend-until = New planned end
mentoring-extend-reason = Why it is extended
mentoring-extend-hint = Only for those who accompany the pair; the mentor sees the new date without the reason. Do not write the child’s name.
mentoring-extend = Extend
mentoring-close-title = Close the pair
mentoring-close-on = Last day
mentoring-close-reason = Reason
mentoring-reason-term = The time is over
mentoring-reason-mentor = The mentor asked for it
mentoring-reason-mentee = The mentee or the guardian asked for it
mentoring-reason-moved = Moved or went into a family
mentoring-reason-no-bond = They did not find together
mentoring-reason-safety = Safety of the child
mentoring-reason-other = Something else
mentoring-exit-interview = Exit interview
mentoring-exit-interview-hint = What the mentor, the mentee and the institution said. If there was none, write why.
mentoring-close = Close the pair

mentoring-own-title = Mentoring
mentoring-own-lead = Your path as a mentor: what is done, what is missing and what comes next.
mentoring-own-none = You have not applied yet
mentoring-own-none-help = No organisation takes applications on the site now. Ask your coordinator to write yours down.
mentoring-own-hours = My hours
mentoring-own-data = Download my data (JSON)
mentoring-apply-title = Apply
mentoring-organisation = Organisation
mentoring-apply-hint = Why you want to be a mentor and what you can do
mentoring-apply = Apply
mentoring-withdraw-title = Withdraw the application
mentoring-withdraw-reason = Why
mentoring-withdraw = Withdraw the application

mentoring-settings-title = What is asked of mentors
mentoring-settings-lead = Holds from today, for those on their way too.
mentoring-set-hours = Hours of training before the match
mentoring-set-hours-hint = Academic, 2 at least; usually 6
mentoring-set-in-person = Of these in person
mentoring-set-in-person-hint = 2 at least
mentoring-set-programmes = Which programmes count as training of mentors
mentoring-set-programmes-hint = Hours come out of the ledger of these programmes
mentoring-set-programmes-none = There are no programmes yet: import one, and it can be ticked here.
mentoring-set-checks = Which papers are needed besides
mentoring-set-checks-hint = The certificate of no criminal record is always needed
mentoring-set-first = Contacts in the first month
mentoring-set-months = After it every so many months
mentoring-set-applications = Take applications on the site
mentoring-set-applications-hint = Whoever has an account can apply by themselves

mentoring-flash-entered = The application is written down.
mentoring-flash-check = The paper is written down.
mentoring-flash-step = The step is written down.
mentoring-flash-interview = The interview is written down.
mentoring-flash-pair = The pair is made.
mentoring-flash-began = It is noted that the meetings began.
mentoring-flash-contact = The contact is written down.
mentoring-flash-extended = The pair has been extended.
mentoring-flash-closed = The pair is closed.
mentoring-flash-set = Saved.
mentoring-flash-applied = You have applied.
mentoring-flash-withdrawn = The application is withdrawn.

mentoring-letter-check-subject = { $check ->
    *[criminal_record] Certificate of no criminal record: valid until { $until }
     [medical] Medical certificate: valid until { $until }
     [home_inspection] Act of a home inspection: valid until { $until }
     [references] References: valid until { $until }
     [legal_capacity] Certificate of legal capacity: valid until { $until }
}
mentoring-letter-check-what = { $check ->
    *[criminal_record] Certificate of no criminal record for “{ $organisation }”: valid until { $until }.
     [medical] Medical certificate for “{ $organisation }”: valid until { $until }.
     [home_inspection] Act of a home inspection for “{ $organisation }”: valid until { $until }.
     [references] References for “{ $organisation }”: valid until { $until }.
     [legal_capacity] Certificate of legal capacity for “{ $organisation }”: valid until { $until }.
}
mentoring-letter-check-help = Get a new one in time and show it to the coordinator: nobody is matched with an expired paper.
mentoring-letter-check-action = My path as a mentor
mentoring-letter-admitted-subject = You are admitted as a mentor: { $organisation }
mentoring-letter-admitted-what = The organisation “{ $organisation }” has admitted you as a mentor.
mentoring-letter-admitted-next = The coordinator will look for a mentee for you. Until then, see that the terms of your papers do not run out.
mentoring-letter-refused-subject = Decision on your application: { $organisation }
mentoring-letter-refused-what = The organisation “{ $organisation }” has not admitted you as a mentor.
mentoring-letter-refused-next = The reason stands on your page. If circumstances change, you may apply again.
mentoring-letter-contact-subject = A contact is overdue: { $mentor }
mentoring-letter-contact-what = Somebody should have spoken with { $mentor } and mentee { $mentee } by { $due }.
mentoring-letter-contact-help = Speak with the mentor and write the contact down on their page.
mentoring-letter-contact-action = Open the mentor's page
mentoring-letter-new-subject = New application of a mentor: { $mentor }
mentoring-letter-new-what = { $mentor } has applied to “{ $organisation }” to become a mentor.
mentoring-letter-new-help = Read the application and agree when to look at the papers.
mentoring-letter-over-subject = A mentor’s paper has expired: { $mentor }
mentoring-letter-over-what = { $check ->
    *[criminal_record] { $mentor }: the certificate of no criminal record was valid until { $until }, and the pair is not closed.
     [medical] { $mentor }: the medical certificate was valid until { $until }, and the pair is not closed.
     [home_inspection] { $mentor }: the home inspection was valid until { $until }, and the pair is not closed.
     [references] { $mentor }: the references were valid until { $until }, and the pair is not closed.
     [legal_capacity] { $mentor }: the certificate of legal capacity was valid until { $until }, and the pair is not closed.
}
mentoring-letter-over-help = Ask for a new paper and record it. If there will be none, decide whether the meetings can go on.
mentoring-letter-end-subject = A pair is planned until { $until }: { $mentor }
mentoring-letter-end-what = The pair of { $mentor } and mentee { $mentee } is planned until { $until }.
mentoring-letter-end-help = Close the pair with an exit interview, or extend it on the mentor’s page.
mentoring-letter-own-end-subject = Your pair is planned until { $until }
mentoring-letter-own-end-what = Your meetings with mentee { $mentee } are planned until { $until }.
mentoring-letter-own-end-help = Talk to your coordinator about finishing or going on.

fault-mentoring-order = This step cannot be taken now. The next one is: { $step ->
    *[documents_checked] check the documents
     [trained] confirm the hours of training
     [interviewed] hold the interview
     [admitted] decide on the admission
     [matched] match with a mentee
     [active] note that the meetings began
}.
fault-mentoring-no-step = This step cannot be taken: the path is over, or a pair meets already
fault-mentoring-check-missing = { $check ->
    *[criminal_record] Certificate of no criminal record: nobody has seen it. Look at it and write down its number, date and term
     [medical] Medical certificate: nobody has seen it. Look at it and write down its number, date and term
     [home_inspection] Act of a home inspection: nobody has seen it. Look at it and write down its number, date and term
     [references] References: nobody has seen it. Look at it and write down its number, date and term
     [legal_capacity] Certificate of legal capacity: nobody has seen it. Look at it and write down its number, date and term
}
fault-mentoring-check-expired = { $check ->
    *[criminal_record] Certificate of no criminal record: expired on { $date }. Ask for a new one and write it down
     [medical] Medical certificate: expired on { $date }. Ask for a new one and write it down
     [home_inspection] Act of a home inspection: expired on { $date }. Ask for a new one and write it down
     [references] References: expired on { $date }. Ask for a new one and write it down
     [legal_capacity] Certificate of legal capacity: expired on { $date }. Ask for a new one and write it down
}
fault-mentoring-check-ends = { $check ->
    *[criminal_record] Certificate of no criminal record: valid until { $date }, and the pair begins on { $begins }. Ask for a new one or begin earlier
     [medical] Medical certificate: valid until { $date }, and the pair begins on { $begins }. Ask for a new one or begin earlier
     [home_inspection] Act of a home inspection: valid until { $date }, and the pair begins on { $begins }. Ask for a new one or begin earlier
     [references] References: valid until { $date }, and the pair begins on { $begins }. Ask for a new one or begin earlier
     [legal_capacity] Certificate of legal capacity: valid until { $date }, and the pair begins on { $begins }. Ask for a new one or begin earlier
}
fault-mentoring-hours = Training: { $have } of { $need } academic hours. The others come with lessons
fault-mentoring-hours-in-person = Training in person: { $have } of { $need } academic hours. A lesson in person is needed
fault-mentoring-interview-none = No conversation face to face was held. Hold one and write it down
fault-mentoring-interview-against = The last conversation speaks against it. Hold another one or refuse the candidate
fault-mentoring-not-begun = The pair begins on { $date }: that can be noted from that day on
fault-mentoring-text-short = Write more: at least { $limit } characters
fault-mentoring-date-ahead = This day is still to come
fault-mentoring-term-needed = This paper must have a term. Say until which day it is valid
fault-mentoring-term-before = The term ends before the paper was issued. Check the dates
fault-mentoring-person = There is nobody of this address among those whom your organisation sends or teaches. Check the address, or enrol them first
fault-mentoring-own = Another coordinator decides about you
fault-mentoring-applied-already = There is an open application already
fault-mentoring-no-applications = This organisation takes no applications on the site. Ask its coordinator
fault-mentoring-pair-first = The pair is not closed. The coordinator closes it first, with an exit interview
fault-mentoring-mentee-name = The child's name is not written here. Use a code or initials: at most three letters in a row, digits, dots, hyphens
fault-mentoring-mentee-age = Check the year of birth: mentees are { $low } to { $high } years old
fault-mentoring-start-past = A pair cannot begin in the past. Choose today or later
fault-mentoring-end = The end must come after the beginning, and within ten years
fault-mentoring-extension = The new end must be later than the old one, not before today and within 10 years of the start of the pair
fault-mentoring-before-match = This day is before the match
fault-mentoring-pair-closed = The pair is closed already
