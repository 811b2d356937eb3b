# Templates of documents.
paper-templates-link = Templates of documents
paper-templates-title = Templates of documents
paper-templates-lead = Here you change how certificates and letters look. Without a template of your own, documents are printed as the program prints them.
paper-templates-new-action = Make a template
paper-templates-column-name = Template
paper-templates-column-kind = Document
paper-templates-column-languages = Languages
paper-templates-column-organisation = Organisation
paper-templates-column-at-work = At work
paper-templates-column-version = Version
paper-templates-column-made = When and who
paper-templates-column-preview = Preview
paper-templates-everywhere = For all organisations
paper-templates-built-in = as the program prints it
paper-templates-version = Version { $number }
paper-templates-version-title = Version { $number }
paper-templates-versions-count = { $count ->
    [one] { $count } version
   *[other] { $count } versions
}
paper-templates-none-title = There are no templates of your own
paper-templates-none-text = Make a template for a kind of document: it begins with one that prints, and you change it.
paper-templates-new-title = A new template
paper-templates-new-lead = An organisation has one template for a kind of document and its languages. It changes by versions.
paper-templates-name = Name
paper-templates-name-hint = How you find it in the list, such as “Thanks with the emblem”.
paper-templates-organisation = Organisation
paper-templates-kind = Kind of document
paper-templates-languages = Languages of the document
paper-templates-languages-ru = Russian
paper-templates-languages-kk = Kazakh
paper-templates-languages-kk-ru = Kazakh and Russian on one paper
paper-templates-languages-en = English
paper-templates-create = Make the template
paper-templates-flash-created = The template is made. Save a first version and put it to work.
paper-templates-flash-version = Version { $number } is saved. Look at it, and put it to work when it is ready.
paper-templates-flash-chosen = The version is at work: new documents are printed by it. Those issued stay as they are.
paper-templates-flash-built-in = New documents are printed as the program prints them. Those issued stay as they are.
paper-templates-versions-title = Versions
paper-templates-at-work = Version { $number } is at work: new documents are printed by it.
paper-templates-at-work-built-in = No version is at work: documents are printed as the program prints them.
paper-templates-tag-at-work = at work
paper-templates-preview-link = See version { $number } (PDF)
paper-templates-choose = Put version { $number } to work
paper-templates-take-out = Go back to the paper of the program
paper-templates-take-out-confirm = New documents will be printed as the program prints them. Go back?
paper-templates-new-version-title = A new version
paper-templates-new-version-lead = Before it is saved, a version is printed with usual data, with the longest, and with incomplete data: without a patronymic, a mark, a topic and whatever else a document may lack. What does not print is shown with file, line and reason.
paper-templates-source = Text of the template
paper-templates-source-hint = The markup language Typst. The first line is #import "kit.typ": *
paper-templates-source-download = Download the text (.typ)
paper-templates-file = Or the file of the template
paper-templates-file-hint = A .typ file of at most 100 KB. If one is chosen, the text above is not used.
paper-templates-pictures-title = Pictures
paper-templates-pictures-hint = PNG or JPEG of at most 4 MB. The pictures of the version before stay unless you remove or replace them.
paper-templates-picture-logo = Emblem
paper-templates-picture-signature = Signature of the head
paper-templates-picture-background = Background of the page or the blank
paper-templates-picture-kept = Now: { $name }
paper-templates-picture-remove = Remove this picture
paper-templates-blank-title = Printing on blanks
paper-templates-on-blank = Print on a blank
paper-templates-on-blank-hint = The background shows only in the preview: the blank itself already carries it.
paper-templates-shift-x = Move to the right, mm
paper-templates-shift-x-hint = From −50 to 50, such as 2.5. A negative number moves to the left.
paper-templates-shift-y = Move down, mm
paper-templates-shift-y-hint = From −50 to 50. A negative number moves up.
paper-templates-millimetres = { $number } mm
paper-templates-add-version = Check and save the version
paper-templates-preview = See it (PDF)
paper-templates-preview-title = Preview
paper-templates-document = Number of an issued document
paper-templates-document-hint = Then its data are printed, such as УПК-2026/0042. Empty: sample data.
paper-templates-document-not-issued = Not issued yet? A sample with the details of a trainee is printed from the page where documents of their edition are issued: “A sample with the details of any trainee and any template”.
paper-templates-as-paper = Without the background, as on the blank
paper-templates-yes = yes
paper-templates-no = no
paper-templates-fields-title = What can be printed
paper-templates-fields-lead = Copy a field into the text of the template. A field without a value prints nothing. Names are never declined.
paper-templates-fields-language = Language
paper-templates-fields-document = Document
paper-templates-fields-holder = Holder
paper-templates-fields-programme = Programme
paper-templates-fields-issuer = Issuer
paper-templates-fields-papers = Orders and protocols
paper-templates-fields-assessment = Assessment
paper-templates-fields-letter = Letter or authority
paper-templates-fields-service = Service of a volunteer
paper-templates-field-language = The language of this text: ru, kk or en
paper-templates-field-document-kind-title = The title of the document, such as “Certificate”
paper-templates-field-document-subtitle = The line under the title
paper-templates-field-document-number = Registration number
paper-templates-field-document-blank-series = Series of the blank
paper-templates-field-document-blank-number = Number of the blank
paper-templates-field-document-issued-on = Date of issue in words
paper-templates-field-document-duplicate = It is a duplicate: true or false, for #if
paper-templates-field-document-original-number = Number of the document this one stands for
paper-templates-field-document-original-issued-on = Date of the document this one stands for
paper-templates-field-document-sample = It is a sample: true or false
paper-templates-field-holder-full = Surname, name and patronymic
paper-templates-field-holder-surname = Surname
paper-templates-field-holder-given-name = Name
paper-templates-field-holder-patronymic = Patronymic, if there is one
paper-templates-field-holder-spelling = Russian spelling, if it differs
paper-templates-field-holder-born-on = Date of birth. Documents do not print it: the field is always empty
paper-templates-field-programme-title = Title of the programme, without quotation marks
paper-templates-field-programme-hours = Hours as a number
paper-templates-field-programme-volume = Volume in words: “comprising 72 academic hours”
paper-templates-field-programme-period = Period of study in words
paper-templates-field-programme-starts-on = First day
paper-templates-field-programme-ends-on = Last day
paper-templates-field-programme-form = Form of study
paper-templates-field-programme-qualification = Qualification
paper-templates-field-programme-note = A further line, such as until when a certificate is valid
paper-templates-field-programme-modules = The modules: each has title, hours, mark
paper-templates-field-issuer-name = Full name of the organisation
paper-templates-field-issuer-city = Place of issue
paper-templates-field-issuer-licence = The licence in a line
paper-templates-field-issuer-country = Country
paper-templates-field-issuer-head-post = Post of who signs
paper-templates-field-issuer-head-name = Initials and surname of who signs
paper-templates-field-papers-enrolment = Order of enrolment
paper-templates-field-papers-protocol = Protocol of the commission
paper-templates-field-papers-closing = Order of closing
paper-templates-field-assessment-mark = Final mark
paper-templates-field-assessment-topic = Topic of the final work
paper-templates-field-assessment-decision = Decision of the commission, a whole sentence
paper-templates-field-letter-paragraphs = The paragraphs, as a list
paper-templates-field-letter-reason = For what, or on what grounds
paper-templates-field-letter-valid-from = First day of validity
paper-templates-field-letter-valid-until = Last day of validity
paper-templates-field-letter-place = Where the authority holds
paper-templates-field-letter-tasks = The tasks, as a list
paper-templates-field-service-nature = Nature of service
paper-templates-field-service-quality = Quality
paper-templates-field-service-volume = Volume
paper-templates-field-service-level = Level of qualification
paper-templates-field-service-length = Length of service
paper-templates-helpers-title = Ready parts
paper-templates-helper-page = The page: its orientation and margins. Use it instead of set page, or the shift for blanks does not work
paper-templates-helper-logo = The emblem, if there is one
paper-templates-helper-signature = The signature, if there is one
paper-templates-helper-code = The QR code with the address of verification
paper-templates-helper-address = The address of verification in letters
paper-templates-helper-fitted = A text in a block of this size: made smaller until it fits
paper-templates-helper-modules = The table of modules with hours and marks
paper-templates-helper-labelled = A label and its value; nothing without a value
paper-templates-helper-quoted = A title in the quotation marks of the language
paper-templates-helper-second = The same field in the second language of a paper in two languages
fault-paper-template-exists = The organisation has a template of this document in these languages. Open it and add a version
fault-paper-template-shift = The shift is a number of millimetres from −{ $most } to { $most } with at most one decimal
fault-paper-template-source-long = The text of the template is longer than { $limit } KB. Shorten it, or make drawings pictures
fault-paper-template-source-text = The file is not text in UTF-8. Save the template as text in UTF-8
fault-paper-template-picture-kind = This is neither PNG nor JPEG. Save the picture in one of these formats
fault-paper-template-picture-size = The file is larger than { $megabytes } MB. Make it smaller
fault-paper-template-picture-pixels = The picture has more pixels than a page of A4 needs at 600 dots an inch. Make it smaller
fault-paper-template-no-document = Your organisations have no document with this number. Check the number
fault-paper-template-unknown-field = { $place }: there is no field “{ $name }”. Take the name from the list at the foot of the page
fault-paper-template-unknown-word = { $place }: “{ $name }” is neither a field nor a ready part. Check the spelling and the first line, #import
fault-paper-template-no-file = { $place }: the template has no file “{ $name }”. It sees only its own pictures and kit.typ
fault-paper-template-packages = { $place }: packages from the network are not available. Remove this #import
fault-paper-template-glyphs = { $place }: the fonts have no glyph for { $letters }. Replace them
fault-paper-template-data-glyphs = The fonts have no glyph for { $letters } in the data of the document. Correct the data
fault-paper-template-font = { $place }: there is no font “{ $name }”. There are Noto Sans (sans) and Noto Serif (serif)
fault-paper-template-beyond-page = { $place }: on page { $page } the text “{ $text }” leaves the page. Make it smaller, or put it into #fitted
fault-paper-template-overlapping = { $place }: on page { $page } the text “{ $text }” runs out of its place and lies over another. Give it more room, or put it into #fitted
fault-paper-template-too-tall = { $place }: a text does not fit into #fitted even in the smallest size. Make the block larger
fault-paper-template-pages = { $place }: there are { $pages } pages. A document has at most 20
fault-paper-template-slow = { $place }: the template was not printed within the time it may take ({ $seconds } s). Check its loops
fault-paper-template-busy = Other templates are computing now. Save again in a few minutes
fault-paper-template-memory = { $place }: the template needs more memory than it may have. Check its loops, range(…) and repeated strings, and make its pictures smaller
fault-paper-template-crashed = { $place }: the typesetter broke off at this template. Make it simpler: take out what you added last and save again
fault-paper-template-no-title = { $place }: the template took the title of the file away. Remove set document
fault-paper-template-set-page = { $place }: the page is set by set page and would not move with the blank. Use #show: page-of.with(…)
fault-paper-template-no-alt = { $place }: a picture has no words for readers who cannot see it. Add alt: "…", or use #logo
fault-paper-template-engine = { $place }: this cannot be printed. The typesetter says: { $said }
fault-paper-template-lacking = { $place }: the template does not print for a document without { $lack ->
    [holder-patronymic] a patronymic
    [holder-spelling] a Russian spelling of the name
    [holder-born-on] a date of birth
    [document-subtitle] a line under the title
    [document-blank-series] a series of the blank
    [document-blank-number] a number of the blank
    [document-original-number] the number of an earlier document
    [document-original-issued-on] the date of an earlier document
    [programme-title] a title of a programme
    [programme-form] a form of study
    [programme-qualification] a qualification
    [programme-note] a further line of the programme
    [programme-modules] modules
    [programme-modules-mark] a mark of a module
    [issuer-licence] a licence
    [issuer-country] a country
    [papers-enrolment] an order of enrolment
    [papers-protocol] a protocol of the commission
    [papers-closing] an order of closing
    [assessment-mark] a final mark
    [assessment-topic] a topic of the final work
    [assessment-decision] a decision of the commission
    [letter-paragraphs] paragraphs
    [letter-reason] a reason
    [letter-place] a place of authority
    [letter-tasks] tasks
   *[other] a field
    } (the field { $path }). Print it only where it is: #if { $path } != none, for a list #if { $path }.len() > 0
fault-paper-template-bare = { $place }: the template does not print for a document that has only what it must have: no patronymic, mark, topic, blank and so on, and a very short name. Put what may be lacking under #if
