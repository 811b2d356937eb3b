# The file for the federal register (ФИС ФРДО).
federal-title = Federal register of documents
federal-lead = Certificates and diplomas that have to be reported to the federal register (ФИС ФРДО), and the days that are left.
federal-places-lead = Choose an organisation.
federal-places-none = No organisations
federal-places-none-help = The organisations that you administer appear here.
federal-tab-board = Queue
federal-tab-check = Check and export
federal-tab-exports = Exported files
federal-tab-templates = Templates
federal-no-template = No template is in force
federal-no-template-help = Upload the official workbook («ДПО») from your account in the federal register: data are checked by it, and the file is made of it.
federal-upload-link = Upload a template
federal-overdue-show = Show what is overdue
federal-filter-state = State
federal-filter-all = All
federal-filter-overdue = Only what is overdue
federal-filter-show = Show
federal-filter-clear = Clear
federal-documents = Documents
federal-column-due = Due
federal-column-state = State
federal-column-choose = Choose
federal-choose = Choose
federal-to-file = Exported file
federal-state-open = To be exported
federal-state-new = Not exported
federal-state-exported = Exported
federal-state-accepted = Accepted
federal-state-error = Error
federal-outcome-title = What the register answered
federal-outcome-help = Choose documents in the list and enter the answer of the register. Those with an error go into the next file.
federal-outcome-file-title = The answer of the register to the whole file
federal-outcome-file-help = It holds for every document of the file but those exported again since.
federal-outcome-legend = Answer
federal-outcome-reason = Reason of the error
federal-outcome-reason-hint = As the register put it. Needed when a document is not accepted.
federal-outcome-save = Enter the answer
federal-first = To the beginning
federal-next = Next
federal-none = No such documents
federal-none-help = Change what is asked for.
federal-empty = No documents yet
federal-empty-help = Certificates and diplomas appear here when they are issued.
federal-not-here = Your country has no federal register that takes files. The register of documents can be taken below.
federal-plain-title = Register of documents
federal-plain-lead = A plain table of a year.
federal-plain-year = Year
federal-plain-format = Kind of file
federal-plain-xlsx = XLSX workbook
federal-plain-csv = CSV text
federal-plain-take = Download the register
federal-plain-number = Number
federal-plain-kind = Kind
federal-plain-issued = Date
federal-plain-surname = Surname
federal-plain-given-name = Given name
federal-plain-patronymic = Patronymic
federal-plain-programme = Programme
federal-plain-hours = Hours
federal-plain-period = Period
federal-plain-state = State
federal-plain-valid = Valid
federal-plain-gone = Revoked or replaced
federal-check-title = Check and export
federal-check-lead = Every cell was compared with your template. Documents with faults stay out of the file; the others can be exported now.
federal-check-template = Template:
federal-check-more = Only a part of the documents is shown, from the earliest on. Mend what was found, or go on to the next: faults of these do not hold them up.
federal-check-first = To the first documents
federal-check-next = To the next documents
federal-check-nothing = Nothing to export
federal-check-nothing-help = Every document is exported already.
federal-check-noted = What was found in the cells
federal-column-issues = Found
federal-goes = Goes into the file
federal-stays = Stays out
federal-warning = Look at this
federal-mend-document = Open the document
federal-mend-programme = Open the edition
federal-mend-settings = Choose the value
federal-mend-holder = Open the person
federal-exports-title = Exported files
federal-exports-lead = Every file is kept as it was exported.
federal-exports-none = No files yet
federal-exports-none-help = Check the documents and export the first file.
federal-column-file = File
federal-column-count = Documents
federal-column-made = Exported
federal-column-take = Download
federal-take = Download the file
federal-export-rows = What stands in the file
federal-later-file = Exported again later
federal-templates-title = Templates of the federal register
federal-templates-lead = The official workbook from your account. It is kept as it is; only the rows of its sheet «Шаблон» are filled.
federal-template-file = Template
federal-template-from = In force from
federal-template-from-hint = From today on when left empty
federal-template-upload = Upload the template
federal-templates-versions = Uploaded templates
federal-column-template = Template
federal-column-from = In force from
federal-column-uploaded = Uploaded
federal-in-force = In force
federal-lists = Lists of the template
federal-lists-none = The template has no lists.
federal-settings-title = The programme in the federal register
federal-settings-lead = The values come from the lists of your template and go into the file letter by letter.
federal-setting-open = Not chosen
federal-setting-free = The template has no list for this column
federal-scope = For what these hold
federal-scope-edition = For this edition only
federal-scope-version = For all editions of this version of the programme
federal-settings-save = Save the values
federal-people-title = Who pays for single people
federal-people-lead = Only where somebody is paid for otherwise than the edition.
federal-people-as-edition = As the edition
federal-people-save = Save who pays
federal-flash-template = The template is uploaded and checked.
federal-flash-settings = The values are saved.
federal-flash-nothing = No document passed the check, so no file was made. Mend what was found and try again.
federal-letter-help = Check the data and export the file for the register.
federal-letter-action = Open the queue
fault-federal-not-xlsx = This is no Excel workbook (.xlsx). Upload the template from your account as it is.
fault-federal-macros = The workbook has macros and is not taken. Upload the official template without macros.
fault-federal-sheet-missing = The workbook has no sheet «{ $sheet }». Upload the template for additional professional education.
fault-federal-header-moved = Column { $column }: the header «{ $header }» stands in column { $found }. Upload a template with the columns in their order.
fault-federal-header-renamed = Column { $column }: «{ $found }» stands in the place of «{ $header }». Upload a template with the official headers.
fault-federal-header-missing = Column { $column }: the header «{ $header }» is missing. Upload a template with all columns.
fault-federal-header-added = Column { $column }: the header «{ $header }» does not belong there. Upload a template without added columns.
fault-federal-list-missing = Column { $column } «{ $header }»: the list «{ $list }» is missing or empty. Upload a template whose lists were not changed.
fault-federal-list-long = Column { $column } «{ $header }»: the list «{ $list }» is too long: more than 5000 values or 500 KB. Upload a template whose lists were not changed.
fault-federal-file-missing = Choose the file of the template.
fault-federal-template-missing = No template is in force. Upload one on the page of templates.
fault-federal-not-in-list = The list «{ $list }» of the template has no such value. Choose one of the list.
fault-federal-reason-missing = Say what the register called the error.
fault-federal-outcome-missing = Choose whether it was accepted or refused.
fault-federal-nobody-chosen = Choose at least one document.
fault-federal-not-exported = Some of these documents are not exported yet. Export them first.
fault-federal-nothing-fine = No document passed the check. Mend what was found and try again.
fault-federal-documents-many = Too many documents are named: at most { $limit } are looked at at once. Split the list.
fault-federal-documents-not-open = These documents cannot be exported: { $documents }. They stand in a file already, were revoked before they were exported, or are not of your organisation. Take them off the list.
fault-federal-cell-not-in-list = «{ $text }» is not in the list «{ $list }» of the template. It has to be the same letter by letter.
fault-federal-not-chosen = Nothing is chosen. Choose from the list of the template for the programme or the edition.
fault-federal-no-word = This kind of document or programme is not reported.
fault-federal-too-long = Too long: { $length } characters, { $limit } are allowed. Shorten it.
fault-federal-kinds-differ = The kind of the document and the kind of the programme do not fit: a certificate is for advanced training, a diploma for retraining. Replace the document.
fault-federal-signs = «{ $text }» has signs that the register does not take. Remove them.
fault-federal-education-missing = No document of education is recorded. Enter its level and number.
fault-federal-education-studying = The person is still a student. Enter the diploma when there is one.
fault-federal-year = The year has to be from { $from } to { $to }. Look at the dates of the course.
fault-federal-period-missing = The period or the volume of the course is missing. Such a document is not reported.
fault-federal-hours = { $hours } hours are fewer than the { $fewest } that this kind of programme needs.
fault-federal-name = «{ $text }» has signs that the register does not take in names. Write the name in Russian letters.
fault-federal-spelling-missing = «{ $text }» is not written in Russian letters only. Record the Russian spelling for registers.
fault-federal-date = There can be no such date. Look at it.
fault-federal-born-missing = The date of birth is missing. Record it with the person.
fault-federal-sex-missing = The sex is not recorded. Record it with the person.
fault-federal-snils = The check digits of the СНИЛС are wrong. Compare it with the paper.
fault-federal-snils-missing = The СНИЛС is missing. Citizens of Russia need it.
fault-federal-citizenship = The code of citizenship has three digits (ОКСМ).
fault-federal-citizenship-missing = The citizenship is not recorded. Record it with the person.
fault-federal-original-missing = The document in whose place this one was issued is not found.
fault-federal-look-alike = «{ $text }» has Latin letters among Cyrillic ones. Write the word in one alphabet.
federal-overdue =
    { $count ->
        [one] { $count } document is overdue
       *[other] { $count } documents are overdue
    }
federal-near =
    { $count ->
        [one] { $count } document is due within a week.
       *[other] { $count } documents are due within a week.
    }
federal-days =
    { $days ->
        [one] Term: { $days } day from the date of issue.
       *[other] Term: { $days } days from the date of issue.
    }
federal-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
federal-over =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
federal-check-fine =
    { $count ->
        [one] { $count } document is ready
       *[other] { $count } documents are ready
    }, { $files ->
        [one] for { $files } file.
       *[other] for { $files } files.
    }
federal-check-held =
    { $count ->
        [one] { $count } more stays out: mend what stands below.
       *[other] { $count } more stay out: mend what stands below.
    }
federal-check-all-held =
    { $count ->
        [one] { $count } document does not pass the check. Mend what stands below.
       *[other] { $count } documents do not pass the check. Mend what stands below.
    }
federal-check-export =
    { $count ->
        [one] Export { $count } document
       *[other] Export { $count } documents
    }
federal-export-count =
    { $count ->
        [one] { $count } document stands in the file.
       *[other] { $count } documents stand in the file.
    }
federal-values =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }
federal-flash-exported =
    { $count ->
        [one] { $count } file was made. Download it and hand it in to the register.
       *[other] { $count } files were made. Download them and hand them in to the register.
    }
federal-flash-entered =
    { $count ->
        [one] The answer is entered for { $count } document.
       *[other] The answer is entered for { $count } documents.
    }
federal-letter-overdue =
    { $count ->
        [one] { $count } document is overdue.
       *[other] { $count } documents are overdue.
    }
federal-letter-soon =
    { $count ->
        [one] { $count } document is due within a week.
       *[other] { $count } documents are due within a week.
    }
federal-template-file-hint = An Excel workbook (.xlsx) without macros, up to { $megabytes } MB
federal-template-since = In force from { $date }
federal-unlisted = The template has no lists for the columns { $columns }: their values are not compared.
federal-formatted = The rows for data have conditional formatting, cells { $cells }. It stays as it is: cells of the finished file may change colour, their values do not.
federal-setting-inherited = Chosen for all editions of the version: { $value }
federal-letter-subject = Documents for the federal register: { $organisation }
fault-federal-mended =
    Mended by itself: { $what ->
        [decomposed] letters put together of two signs
        [no-break-space] a no-break space
        [zero-width] an invisible sign
        [tab] a tab or a line end
        [edges] spaces at the ends
        [double-space] a double space
        [long-dash] a long dash
       *[other] needless signs
    }. The file has «{ $text }».
fault-federal-merged = Cells { $cells } in the rows for data are merged. Unmerge them in the original file or download the template from your account again.
fault-federal-formula = There is a formula in the rows for data, cell { $cells }. Download the template from your account again: its rows have only empty cells.
