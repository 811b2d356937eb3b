# Documents: issuing, the register, verification, "My documents".
documents-kind-advanced_training_certificate = Certificate of professional development
documents-kind-participation_certificate = Certificate of participation
documents-kind-retraining_diploma = Retraining diploma
documents-kind-study_certificate = Certificate of study
documents-kind-mentor_certificate = Mentor certificate
documents-kind-thank_you_letter = Thank-you letter
documents-kind-recommendation_letter = Recommendation letter
documents-kind-service_record = Volunteer’s record of service
documents-kind-authority_document = Confirmation of a volunteer’s authority
documents-status-valid = Valid
documents-status-revoked = Revoked
documents-status-revoked-on = Revoked on { $date }
documents-hours = { $hours ->
    [one] { $hours } academic hour
   *[other] { $hours } academic hours
}
documents-number-of = No. { $number } of { $date }
documents-card-facts = “{ $programme }”, { $hours ->
    [one] { $hours } academic hour
   *[other] { $hours } academic hours
}
documents-pdf = Download PDF
documents-to-register = Register of documents

documents-met-attendance = Attendance { $share }% of what was planned, { $needed }% needed{ $held ->
    [none] {""}
   *[other] ; { $held }% of what was held
}
documents-met-attendance-held = Attendance{ $held ->
    [none] {" "}{ $share }% of what was planned, { $needed }% needed
   *[other] {" "}{ $held }% of what was held, { $needed }% needed; { $share }% of what was planned
}
documents-met-hours = Independent study { $share }% of the hours, { $needed }% needed
documents-met-quiz = { $title }: passed with { $best }%
documents-met-quiz-without-result = { $title }: completed
documents-met-declaration = { $question }: answered
documents-met-case = { $title }: passed

fault-document-attendance-short = Attendance { $share }% of what is planned, { $needed }% needed{ $held ->
    [none] {""}
   *[other] ; { $held }% of what has been held
}
fault-document-attendance-held-short = Attendance{ $held ->
    [none] {" "}cannot be counted: no session is over yet, and { $needed }% of what has been held is needed
   *[other] {" "}{ $held }% of what has been held, { $needed }% needed; { $share }% of what is planned
}
fault-document-hours-short = Independent study { $share }% of the hours, { $needed }% needed
fault-document-quiz-open = { $title }: not passed
fault-document-answer-open = The question about experience is not answered: { $question }
fault-document-quiz-failed = { $title }: not passed, best result { $best }%
fault-document-case-missing = { $title }: work not handed in
fault-document-case-waiting = { $title }: work waiting to be graded
fault-document-case-failed = { $title }: work graded below the pass mark
fault-document-letters-holder = The name “{ $name }” has characters that the fonts of the document lack: { $letters }. Correct the name on the person's page
fault-document-letters-issuer = The details of “{ $name }” have characters that the fonts of the document lack: { $letters }. Correct them on the organisation's page
fault-document-letters-programme = The title of the programme or of a module has characters that the fonts of the document lack: { $letters }. Correct the course files and import a new version
fault-document-issuer-city = “{ $name }” has no city: it is printed as the place of issue
fault-document-issuer-post = “{ $name }” has no post of the head who signs documents
fault-document-issuer-head = “{ $name }” has no name of the head who signs documents
fault-document-before-end = The date of issue cannot be before the end of the course, { $date }
fault-document-after-today = The date of issue cannot be later than today, { $date }
fault-document-nobody-chosen = Select who is to receive a document
fault-document-many-at-once = Too many people to issue to at once: at most { $limit }. Issue to them in a batch: there documents are issued part by part, and nothing is lost when something fails
fault-document-not-held = Only { $held } of { $planned } minutes of the programme’s sessions were held. Hold the others, or say why the document may be issued
fault-document-not-enrolled = This person is not enrolled in the intake or was withdrawn from it
fault-document-reason-short = Explain the reason in at least { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}

documents-issue-title = Issue documents
documents-issue-lead = { $kind }, programme “{ $programme }”
documents-issue-refused = No documents were issued
documents-issue-refused-help = Correct what is marked and send the form again. No numbers were used up.
documents-issue-blocked = Documents cannot be issued yet
documents-issue-mend = Open the page of “{ $name }”
documents-issue-early = Documents can be issued from { $date }
documents-issue-early-help = A document is never dated before the end of the course. Until then you can see here who is ready.
documents-issue-nobody = Nobody is in this intake yet
documents-issue-nobody-help = Enrol people, and you will see here who is ready for a document.
documents-issue-to-edition = To the intake
documents-issue-ready = Ready for a document: { $count }
documents-issue-earlier = Earlier document revoked: { $numbers }
documents-issue-date = Date of issue
documents-issue-date-hint = Printed on the document. It decides the year of the register
documents-issue-holds = A document issued on { $issued } is valid until { $until } inclusive: the edition says for how long.
documents-issue-short = { $held } of { $planned } minutes of sessions were held
documents-issue-short-help = Attendance in this edition is judged by what was held, but the document attests the whole programme. Hold the other sessions or, if the document may be issued now, say why.
documents-issue-despite = Why documents may be issued
documents-issue-despite-hint = The reason is kept with the document and your name; administrators of the centre see it
documents-issue-do = Issue documents ({ $count })
documents-issue-preview = See a sample
documents-issue-preview-note = The sample shows the details of { $name }. It is not kept anywhere and takes no number.
documents-samples-link = A sample with the details of any trainee and any template
documents-samples-title = Sample of a document
documents-samples-lead = The document is not issued yet: the sample shows the details of the trainee that would go into it now, a dash in the place of the number, and SAMPLE across the page. It is not kept anywhere; the look is noted in the log.
documents-samples-person = Trainee
documents-samples-template = Template
documents-samples-template-hint = The name and the number of the version. A version that is not at work yet can be chosen too
documents-samples-at-work = The one the document would be printed with when issued
documents-samples-back = To issuing documents
documents-issue-unready = Not ready yet
documents-issue-was-chosen = Was selected
documents-issue-issued = Already issued
documents-column-name = Full name
documents-column-missing = What is missing
documents-column-number = Number
documents-column-date = Date of issue
documents-column-kind = Document
documents-column-holder = Holder
documents-column-programme = Programme
documents-column-edition = Intake
documents-column-status = Status
documents-flash-issued = Documents issued: { $count }. The trainees have been written to.
documents-flash-issued-some = Documents issued: { $count }. Another { $kept } had one already and keep it.
documents-flash-had-already = The selected people have their documents already ({ $kept }); no second ones were issued.
documents-flash-revoked = Document { $number } is revoked. The verification page says so already.

documents-printed = What is printed
documents-grounds = What it rests on
documents-chain = Documents of this enrolment
documents-fact-kind = Document
documents-fact-holder = Holder
documents-fact-programme = Programme
documents-fact-volume = Volume
documents-fact-period = Period of study
documents-fact-issued = Date of issue
documents-fact-issuer = Issued by
documents-fact-verify = Verification address
documents-fact-edition = Intake
documents-fact-version = Programme version
documents-fact-entered = Entered in the register
documents-fact-snapshot = Checksum
documents-revoked-at = Document revoked { $at }
documents-revoked-reason = Reason: { $reason }
documents-revoked-by = Revoked by { $name }
documents-revoked-again = Issue a corrected document
documents-revoke-title = Revoke the document
documents-revoke-lead = The verification page will say at once that the document is not valid. Nobody else will get its number, and the entry stays in the register. A corrected document can be issued afterwards.
documents-revoke-reason = Reason
documents-revoke-hint = Only administrators see it
documents-revoke-do = Revoke
documents-revoke-confirm = Revoke document { $number }? This cannot be undone.

documents-register-title = Register of documents
documents-register-lead = Every document issued. Entries are never deleted.
documents-register-search = Surname or number
documents-register-year = Year
documents-register-kind = Document
documents-register-status = Status
documents-register-all-years = All years
documents-register-all-kinds = All documents
documents-register-all-statuses = Any
documents-register-find = Find
documents-register-clear = Show all
documents-register-newest = To the newest
documents-register-older = Older
documents-register-none = Nothing found
documents-register-none-help = Check the surname or the number, or take some conditions away.
documents-register-empty = Nothing has been issued yet
documents-register-empty-help = Documents are issued on the page of an intake. Each will appear here with its number.

documents-own-title = My documents
documents-own-issued = Issued documents
documents-own-empty = No documents yet
documents-own-empty-help = A document appears here when you complete a programme. You are not enrolled in one at the moment.
documents-own-home = Home
documents-own-until = What stands before the document: “{ $programme }”
documents-own-all-met = Everything is done. The training centre will issue the document after the intake ends on { $date }; we will write to you.
documents-own-go = Open the programme

documents-verify-title = Verify a document
documents-verify-valid = The document is valid
documents-verify-valid-help = Compare the details below with the document in your hands: they should be the same.
documents-verify-revoked = The document is revoked
documents-verify-revoked-help = It has not been valid since { $date }.
documents-unknown-title = There is no such document
documents-unknown-lead = Nothing was issued under this address. Most often the address was mistyped.
documents-unknown-what = What to check
documents-unknown-scan = Scan the code again: all of it should be in view.
documents-unknown-type = If you type the address, compare every character: after /v/ there are exactly 32, Latin letters and digits only; the letters i, l and o and the digit 1 never occur.
documents-unknown-ask = If the address is right, ask the organisation named on the document.

documents-letter-subject = Your document is ready
documents-letter-what = You have been issued a document for the programme “{ $programme }”: { $kind }, No. { $number }.
documents-letter-where = You can download the PDF and copy the verification address on the page “My documents”.
documents-letter-action = Open my documents

documents-status-replaced = Replaced by another
documents-relation-duplicate = Duplicate
documents-relation-correction = Correction of a mistake
documents-relation-name_change = Change of name
documents-relation-replacement = Another blank or template
documents-card-until = { $course }, valid until { $date }
documents-own-renew-next = Document No. { $number } has expired or will soon. To get a new one, take the course again: “{ $edition }” begins on { $date }. Ask “{ $issuer }” to enrol you.
documents-own-renew-ask = Document No. { $number } has expired or will soon. No later edition of this programme is planned yet: ask “{ $issuer }” about it.
documents-card-valid = { $issuer }, valid { $period }
fault-document-kind = Choose a kind of document from the list
fault-document-relation = Choose what to issue instead
fault-document-look-alikes = The name “{ $name }” has letters of another alphabet that only look right: { $letters }. Type them again in the person’s card
fault-document-spelling-missing = The federal register needs the name “{ $name }” in Russian letters, and it has others: { $letters }. Add the Russian spelling in the person’s card
fault-document-spelling-letters = The Russian spelling “{ $name }” has characters that the federal register does not accept: { $letters }. Correct it in the person’s card
fault-document-number-for-one = You can set a number only when the document is issued to one person. Leave one person or clear the number
fault-document-qualification = Say which qualification or activity the diploma gives the right to
fault-document-letter-kind = This document is issued at the end of a course, on the page of the edition, or your country does not have it
fault-document-letter-text = Write the text: at least one paragraph
fault-document-letter-parts = No more than { $limit } parts: the rest does not fit the page
fault-document-letters-text = The text has characters that the fonts of the document lack: { $letters }. Remove them
fault-document-service-element = Fill in this field: the record needs all five facts about the service
fault-document-authority-period = Say from which to which day the document is valid
fault-document-authority-order = The last day cannot be before the first
fault-document-authority-tasks = List what the volunteer is asked to do
fault-document-authority-place = Say where the document is valid
fault-document-replaced-already = Another document was already issued instead of { $number }. Open the last document of the chain
fault-document-before-original = The date cannot be before that of the earlier document, { $date }
fault-document-nothing-to-correct = There is nothing to correct: the facts are those of the document. First correct them in the card of the person, the organisation or the edition
fault-document-same-name = The name is the one on the document. First enter the new name, { $name }, in the person’s card
fault-document-name-unfounded = The name “{ $name }” has no basis. Enter the certificate of the change of name or of marriage in the person’s card
documents-letter-what-paper = You have been issued a document: { $kind }, No. { $number }.
documents-issue-kinds = Which document to issue
documents-issue-orders = Orders, assessment sheets and minutes of the group:
documents-issue-withdrawn = Withdrawn before the end
documents-issue-qualification = Qualification or activity
documents-issue-qualification-hint = Printed on the diploma: what it gives the right to
documents-issue-number = Number
documents-issue-number-hint = Leave empty to take the next one of the register. A number of your own fits when the document is issued to one person
documents-flash-had-already-by = The chosen people have documents already ({ $kept }): { $name } issued them, { $at }. No second ones were issued.
documents-flash-issued-some-by = Documents issued: { $count }. Another { $kept } had one already, issued by { $name }, { $at }.
documents-flash-replaced = Document { $number } is issued. The earlier one is marked as replaced; the verification page already says so.
documents-replaced-by = Replaced. { $relation }:
documents-replaces = { $relation }. Issued instead of document
documents-replaces-grounds = Grounds: { $grounds }
documents-preparing = The PDF is being prepared. You can download it already: it is printed on demand.
documents-fact-spelling = For the register: { $name }
documents-fact-qualification = Qualification
documents-fact-mark = Final assessment
documents-fact-left = Reason for leaving
documents-fact-valid = Valid
documents-fact-blank = Blank
documents-fact-blanks-spoiled = Spoiled blanks
documents-fact-blanks-frozen = The PDF and the snapshot never change and may name a spoiled blank. The one named here and in the book holds.
documents-fact-template = Template
documents-fact-paper = Checksum of the PDF
documents-paper-enrolment = Order of enrolment
documents-paper-protocol = Minutes of the board
documents-paper-closing = Closing order
documents-replace-title = Issue instead
documents-replace-lead = The new document gets a number of its own and a link to { $number }. The earlier one stays in the register, marked as replaced.
documents-replace-what = A duplicate of a lost document, a correction, a new name or another blank.
documents-replace-open = Issue instead
documents-replace-relation = What to issue
documents-replace-relation-hint = A duplicate and another blank repeat the facts of the earlier document; a correction reads them anew; a change of name changes the name only
documents-replace-choose = Choose
documents-replace-grounds = Grounds
documents-replace-grounds-hint = The application, the mistake, the certificate of the new name. Kept with the document
documents-replace-number-hint = Leave empty to take the next one of the register
documents-replace-do = Issue instead
documents-fact-retention = The entry is kept
documents-issue-study-due = To be given by { $date }
documents-issue-study-late = Was due by { $date }: give it today
documents-fact-despite = Issued although less was held
documents-fact-despite-held = { $held } of { $planned } minutes were held.
documents-expires-subject = Your certificate expires soon
documents-expires-what = The document “{ $kind }” No. { $number } is valid until { $date }.
documents-expires-where = It was issued for the programme “{ $programme }” by “{ $issuer }”.
documents-expires-do = To keep your training current, take the course again: ask this organisation about its next edition.
documents-expires-action = Open my documents
documents-unprinted = The document is issued, but its paper is not printed
documents-unprinted-valid = The document itself is valid and can be verified by number and code. The template of the organisation could not be printed: { $at }.
documents-unprinted-help = Mend the template and save a new version, then choose below what the document is printed with.
documents-unprinted-chosen = Another version of the template is chosen and the paper is being printed. Reload the page in a minute.
documents-unprinted-others = Other documents without a paper for the same reason:
documents-unprinted-open = Why, and what to do
documents-reprint-title = Print with another version of the template
documents-reprint-lead = The facts, the number and the date stay. A version is chosen once, while there is no paper: the document is printed on trial first, and a version that does not fit does not count. Who chose it and why stays on this page for ever.
documents-reprint-template = Print with
documents-reprint-choose = Choose
documents-reprint-reason = Why another version
documents-reprint-reason-hint = What was wrong with the earlier version. Kept with the document
documents-reprint-do = Print
documents-fact-reprint = Printed with another version of the template
documents-flash-reprint = Document { $number } is being printed with the chosen version of the template.
documents-unprinted-letter-subject = Papers of issued documents are not printed: { $organisation }
documents-unprinted-letter-what = Documents are issued ({ $count }), but the template “{ $template }” cannot be printed with their details: { $numbers }.
documents-unprinted-letter-why = What is wrong with the template:
documents-unprinted-letter-help = The documents are valid. Mend the template and save a new version, then choose on the page of the document what it is printed with. There will be no more letters today about documents of this version: they are named on the same page.
documents-unprinted-letter-action = Open the document
