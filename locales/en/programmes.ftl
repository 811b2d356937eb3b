# Programmes: versions, the content folder, importing.
programmes-index-title = Programmes
programmes-index-lead = What the centre teaches. An imported version never changes: an edition ends with the one it began with.
programmes-imported-title = Imported programmes
programmes-card-facts = Version { $number } of { $date } · { $hours } h
programmes-editions = { $count ->
    [0] No editions yet
    [one] { $count } edition
   *[other] { $count } editions
}
programmes-empty-title = No programme has been imported yet
programmes-empty-text = Put a folder of course files into the content folder and import it. Then you can open the first edition.

programmes-waiting-title = Waiting to be imported
programmes-folders-link = Content folder and findings
programmes-folders-title = Content folder
programmes-folders-lead = Every folder in “{ $folder }” has just been checked. Importing adds a new version and changes nothing in the earlier ones.
programmes-folders-list = Programme folders
programmes-folders-all = All folders
programmes-folders-empty-title = Nothing here yet
programmes-folders-empty-text = There is no programme in the folder “{ $folder }” on the server. Copy a folder with a programme.toml there and open this page again.

programmes-state-faulty = Has errors
programmes-state-new = Not imported
programmes-state-changed = Changed since version { $number }
programmes-state-imported = Imported, version { $number }
programmes-import-first = Import the programme
programmes-import-next = Import a new version
programmes-unreadable = The folder could not be read:
programmes-flash-imported = Version { $number } is imported. You can open editions of it.
programmes-flash-known = The folder is the same as version { $number }. No new version was made.
programmes-refused-title = The programme was not imported
programmes-refused-text = The course files have errors. Correct them in the files named and import again; the earlier versions have not changed.

programmes-findings-count = Errors: { $errors }, warnings: { $warnings }
programmes-findings-caption = Findings: { $name }
programmes-findings-place = File and line
programmes-findings-kind = Severity
programmes-findings-what = What is wrong and what to do
programmes-finding-error = Error
programmes-finding-warning = Warning

programmes-open-edition = Open an edition
programmes-outline-title = Contents
programmes-filter-label = Format
programmes-filter-all = All formats
programmes-filter-action = Show
programmes-filter-clear = Show all formats
programmes-formats-link = Names of formats
programmes-hours = { $hours } h
programmes-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
programmes-after = After: { $titles }
programmes-module-extra = Extra module: assigned to trainees who answered “{ $question }” with no experience. Its hours come on top of the programme
programmes-version = Version { $number }
programmes-versions-title = All versions
programmes-volume = { $hours } h: theory { $theory }, practice { $practice }
programmes-volume-self-study = self-study { $hours }
programmes-rule = Attendance at least { $attendance } %, other hours at least { $hours } %. An edition may set its own
programmes-fact-version = Version
programmes-fact-imported = Imported
programmes-fact-volume = Volume
programmes-fact-hour = Academic hour
programmes-fact-languages = Languages of the texts
programmes-fact-audience = Audience
programmes-fact-document = Document
programmes-fact-rule = Completion rule
programmes-fact-editions = Editions

programmes-changed-title = Differences from version { $number }
programmes-changed-hours = { $before } h before, { $now } h now.
programmes-changed-nothing = Activities and texts are the same. Details of the programme or attached files have changed.
programmes-change-added = Added
programmes-change-removed = Removed
programmes-change-changed = Changed
programmes-aspect-hours = hours: { $from } before, { $to } now
programmes-aspect-content = content
programmes-aspect-title = title
programmes-aspect-module = module
programmes-aspect-extra = whom the module is assigned to
programmes-aspect-form = format
programmes-aspect-nature = theory, practice or self-study
programmes-aspect-prerequisites = what comes before it

programmes-kind-advanced_training = Advanced training
programmes-kind-retraining = Professional retraining
programmes-kind-short_course = Short course
programmes-document-advanced_training_certificate = Certificate of advanced training
programmes-document-participation_certificate = Certificate of participation
programmes-document-retraining_diploma = Retraining diploma
programmes-document-study_certificate = Certificate of study
programmes-document-mentor_certificate = Mentor certificate
programmes-document-thank_you_letter = Thank-you letter
programmes-document-recommendation_letter = Recommendation letter
programmes-document-service_record = Volunteer’s record of service
programmes-document-authority_document = Confirmation of a volunteer’s authority
programmes-mode-in_person = in person
programmes-mode-online = online
programmes-mode-distance = by distance
programmes-nature-theory = theory
programmes-nature-practice = practice
programmes-nature-self_study = self-study
programmes-write-cases = Change the cases of the programme
