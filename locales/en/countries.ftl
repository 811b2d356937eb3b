# Profiles of countries and the country of an organisation.
countries-title = Country profiles
countries-lead = Which documents a country has, how many hours they ask for, who gets them and on what grounds.
countries-name-ru = Russia
countries-name-kz = Kazakhstan
countries-shipped = The profile that comes with the program
countries-version = Version { $number }
countries-since = in force since { $when }
countries-show-lead = Organisations of this country issue documents by these rules.
countries-download = Download the profile file
countries-hour = Academic hour
countries-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
countries-languages = Languages of documents, in order
countries-study-days = Certificate of study
countries-days = { $count ->
    [one] within { $count } day of the order
   *[other] within { $count } days of the order
}
countries-federal = Federal register
countries-federal-terms = { $days ->
    [one] { $days } day to report, at most { $rows } rows a file
   *[other] { $days } days to report, at most { $rows } rows a file
}
countries-kinds = Kinds of documents
countries-column-kind = Document
countries-column-programmes = Programmes
countries-column-hours = Hours
countries-column-needs = What it needs
countries-column-register = Register
countries-no-course = not for a course
countries-from = from { $hours }
countries-to = to { $hours }
countries-any = any
countries-programme-advanced-training = advanced training
countries-programme-retraining = professional retraining
countries-programme-short-course = course without a qualification document
countries-assessment-passed = assessment passed
countries-assessment-not-passed = assessment not passed, or the course not finished
countries-assessment-any = no assessment asked for
countries-needs-licence = a licence of the organisation
countries-needs-education = the learner’s education recorded
countries-needs-trail = orders and the commission’s protocol
countries-prefix = numbers begin with “{ $prefix }”
countries-kept = kept: { $term }
countries-versions = Versions of the profile
countries-change = Load another profile
countries-change-lead = Download the profile file, change the lines you need and load it. First you see what would change. Documents already issued stay as they are.
countries-file = Profile file
countries-file-hint = A TOML text file in UTF-8
countries-text = Or paste the text here
countries-text-hint = When a file is chosen, the file counts
countries-look = Check and show the changes
countries-look-again = Check again
countries-would-change = What would change
countries-nothing-changes = This file says the same as the profile in force.
countries-setting = Setting
countries-before = Now
countries-after = Then
countries-apply = Put in force
countries-flash-applied = The profile is in force: version { $number }.
countries-of-title = Country of the organisation
countries-of-lead = The country decides which documents the organisation issues, and by which rules.
countries-of-link = Country of the organisation and rules for documents
countries-of-inherited = as the organisation above it
countries-of-profile = the rules of this country
countries-of-choose = Country
countries-of-hint = Organisations under this one for which no country is said follow it.
countries-inherited = As the organisation above it
countries-flash-said = The country is saved.
fault-country-file-empty = Choose a profile file or paste its text
fault-country-file-large = The file is larger than { $kilobytes } KB. A profile takes a few kilobytes: check that this is the right file
fault-country-file-utf8 = The file is not in UTF-8. Save it as UTF-8 and load it again
fault-country-file-toml = Line { $line }: the file cannot be read ({ $detail }). Correct the line: settings are named as in the file you downloaded
fault-country-file-other = Line { $line }: this is the profile of another country (“{ $text }”). “{ $expected }” is needed here
fault-country-file-no-kinds = The profile has no kind of document. Add [[kinds]] sections
fault-country-file-hours = Line { $line }: the most hours ({ $most }) are fewer than the fewest ({ $fewest }). Correct one of the numbers
fault-country-file-name = Line { $line }: the kind “{ $kind }” has no name in the language { $language }. Add names.{ $language }
fault-country-file-twice = Line { $line }: “{ $text }” stands here a second time. Keep one
fault-country-file-prefix = Line { $line }: “{ $text }” cannot begin a number. Use letters, digits and № ( ) . / - _
fault-country-file-text = Line { $line }: { $name } is empty or longer than { $limit } characters. Fill it in or shorten it
fault-country-file-number = Line { $line }: { $name } is a number from { $low } to { $high }
fault-country-file-word = Line { $line }: { $name } cannot be “{ $text }”. Use one of: { $known }
fault-country-file-same = The file says the same as the profile in force. There is nothing to change
fault-country-kind-none = The organisation’s country does not have this document. Choose another kind or check the country profile
fault-country-kind-no-course = This document is not issued for a course. Choose one that is
fault-country-kind-programme = This document is not issued for a programme of this kind. Choose another document. Rule: { $rule }
fault-country-kind-hours-few = The programme has { $hours } hours, and this document needs at least { $limit }. Choose another document. Rule: { $rule }
fault-country-kind-hours-many = The programme has { $hours } hours, and this document is issued for at most { $limit }. Choose another document. Rule: { $rule }
fault-country-kind-licence = The organisation has no licence on record, so only a certificate of participation can be issued. Add the licence to the organisation. Rule: { $rule }
fault-country-kind-education = There is no document of education. Add its level and number to “Data for documents”. Rule: { $rule }
fault-country-kind-education-unseen = The learner alone has said this about their education. Compare it with the document or its copy and save it: then a document can be issued. Rule: { $rule }
fault-country-kind-studying = The learner is still a student: the document of qualification is issued with the diploma. A certificate of study can be issued now. Rule: { $rule }
fault-country-kind-not-passed = The final assessment was not passed. A certificate of study can be issued. Rule: { $rule }
fault-country-kind-passed = The final assessment was passed, so no certificate of study is needed. Choose the document of qualification. Rule: { $rule }
countries-of-site-only = An administrator of the site names the country: it decides who may get which paper.

# Licences of an organisation.
countries-licences-title = Licences and their dates
countries-licences-lead = A document that needs a licence is issued only if the licence held during the whole course, from the first day of the group to the last.
countries-licences-printed = Documents print this line: { $line }. Change it in the organisation’s details.
countries-licences-printed-none = There is no licence line for documents yet. Add it to the organisation’s details.
countries-licences-none = No licence dates are on record, so course dates cannot be checked. Record the licence below.
countries-licence-given = Given on { $date }
countries-licence-until = valid until { $date }
countries-licence-for-good = no end date
countries-licence-recorded = Recorded on { $date }
countries-licence-remove = Remove a wrong record
countries-licence-remove-ask = Remove licence { $number }? Remove only a wrong record: if a licence has ended, record it with its last day.
countries-licence-new = Record a licence
countries-licence-number = Number
countries-licence-given-on = Date given
countries-licence-ends-on = Last day
countries-licence-ends-on-hint = Leave empty if it has no end date
countries-licence-save = Record the licence
countries-licence-flash-recorded = The licence is recorded.
countries-licence-flash-removed = The record is removed.
fault-country-licence-late = The course began on { $start }, but licence { $number } was given on { $given }. Issue a certificate of participation, or record the licence that held then on the page “Licences and their dates”. Rule: { $rule }
fault-country-licence-ended = The course ended on { $end }, but licence { $number } was valid until { $ended }. Issue a certificate of participation, or record the licence that held then on the page “Licences and their dates”. Rule: { $rule }
fault-country-licence-ahead = The date given cannot be later than today
fault-country-licence-order = The last day cannot be before the date given ({ $given })
fault-country-licence-known = A licence with this number and date is already on record
countries-profile-replaced = This version of the program could not read the loaded profile file. The profile that comes with the program is in force. Download the loaded file, correct it and load it again.
countries-profile-fitted = The loaded profile file was written for another version of the program. These settings were left out or taken from the profile that comes with the program: { $settings }. Download the file, correct them and load it again.
countries-profile-trouble = the profile file needs attention
fault-country-programme-hours-few = The programme has { $hours } hours, but in the organisation’s country a programme of this kind has at least { $limit }. Choose another programme or organisation. Rule: { $rule }
