# Enrolment: one by one and from a file, withdrawal, the letter.
enrolment-title = Enrol a person
enrolment-from-file = Enrol from a file
enrolment-free = { $count ->
    [one] { $count } place is free
   *[other] { $count } places are free
}
enrolment-full = All places are taken.
enrolment-full-action = Add places
enrolment-find-title = Has an account
enrolment-find-label = Surname, first name, or the whole address
enrolment-find-action = Find
enrolment-none-found = Nobody found. Check the spelling, or add the person below.
enrolment-inside = in the edition
enrolment-enrol = Enrol
enrolment-enrol-whom = Enrol { $name }
enrolment-new-title = New person
enrolment-new-hint = We make an account and send an invitation to set a password.
enrolment-new-submit = Add and enrol
enrolment-organisation-hint = Who sends this person. Its coordinator will see how they are doing.
enrolment-organisation-none = Nobody
enrolment-language = Language of pages and letters
enrolment-done = Back to the edition
enrolment-back = To the edition
enrolment-flash-enrolled = The person is enrolled, and a letter is on its way.
enrolment-flash-withdrawn = The person is withdrawn. Their works and hours are kept.
enrolment-withdraw-title = Withdraw from the edition
enrolment-withdraw-what = The person can no longer work in this edition. What they did is kept, and counts again if they are enrolled again.
enrolment-withdraw-reason = Reason
enrolment-withdraw-reason-hint = It is kept with the date and your name.
enrolment-withdraw-submit = Withdraw
enrolment-withdrawn-already = This person is withdrawn already.
fault-already-enrolled = { $name } is in this edition already
fault-email-of-account = This address has an account: { $name }. Find that person above and enrol them
fault-email-of-nobody = Nobody has an account under this address. Give surname and first name, and it is made
fault-name-odd = This is not a name: remove digits and signs
fault-language-unknown = “{ $value }” is not a language here. Write Russian, Kazakh or English

import-upload-title = Enrol from a file
import-one-by-one = Enrol one person
import-file-label = File with the list
import-file-hint = CSV or XLSX, up to 5 MB and 2000 people. We find out the encoding and the delimiter.
import-upload-submit = Check the file
import-upload-safe = First you see what would happen. Nobody is enrolled until you confirm.
import-columns-title = Which columns it needs
import-columns-text = In any order; further columns are passed over. One column “Full name” may stand for the three parts of a name.
import-template = Download an empty file
import-column-surname = Surname
import-column-given-name = First name
import-column-patronymic = Patronymic
import-column-email = E-mail
import-column-organisation = Organisation
import-column-position = Position
import-column-language = Language
import-column-line = Line
import-column-fate = What happens
import-title = Checking the file
import-has-faults = { $count ->
    [one] { $count } fault in the file, nobody is enrolled
   *[other] { $count } faults in the file, nobody is enrolled
}
import-has-faults-help = Correct the marked cells in your file and upload it again. Rows with faults stand first.
import-again = Upload another file
import-nothing = Everybody in the file is in the edition already.
import-ready = No faults
import-ready-help = When you confirm, everybody is enrolled at once and gets a letter.
import-confirm = { $count ->
    [one] Enrol { $count } person
   *[other] Enrol { $count } people
}
import-confirmed = This file was confirmed: everybody in it is enrolled.
import-figure-rows = rows in the file
import-figure-create = new people
import-figure-enrol = with an account
import-figure-keep = in the edition already
import-figure-faulty = rows with faults
import-figure-free = free places
import-read-as = Encoding { $encoding }, delimiter: { $delimiter ->
    [comma] comma
    [tab] tab
    [bar] vertical bar
   *[semicolon] semicolon
}. If the letters below make no sense, save the file as CSV in UTF-8 and upload it again.
import-unused = These columns were not used: { $names }
import-table-caption = Rows of the file
import-fate-create = add and enrol
import-fate-enrol = enrol
import-fate-keep = in the edition
import-fate-refuse = correct
import-flash-done = Enrolled: { $enrolled }. New people: { $created }, in the edition before: { $kept }.
fault-import-email-twice = This address stands in line { $line } already. Keep one line
fault-import-over-capacity = No place: { $free } free. Remove the line, or add places to the edition
fault-import-account-closed = The account of this address is closed ({ $name }). Open it, or give another address
fault-import-other-person = This address belongs to somebody else: { $name }. Check the address
fault-import-organisation-new = New organisation, will be added
fault-import-already-enrolled = In the edition already
fault-import-enrolled-again = Was withdrawn, will be enrolled again
fault-import-has-account = Has an account
fault-import-name-differs = Known under another name: { $name }
fault-import-no-surname = The file has no column “Surname”. Add it, or a column “Full name”
fault-import-no-given-name = The file has no column “First name”. Add it, or a column “Full name”
fault-import-no-email = The file has no column “E-mail”. Add it
fault-import-column-twice = The column “{ $name }” stands twice. Keep one
fault-import-no-rows = The file has nothing but a header. Add people
fault-import-too-many = The file has more than { $limit } rows. Split it
fault-table-empty = The file is empty. Choose another
fault-table-damaged = The file is damaged. Open it in Excel, save it again and upload it once more
fault-table-unpacks-too-large = There is too much in the file. Keep one sheet with the list and save it again
fault-table-too-many-columns = Line { $line } has more than 64 columns. Keep those you need
fault-table-cell-too-long = The text in line { $line }, column { $column } is too long. Shorten it
fault-table-extra-cells = Line { $line } has more cells than the header. If a text holds the delimiter, put the cell in quotes
fault-table-quotes = Quotes in line { $line } are not closed. Close or remove them
fault-table-broken-utf8 = The file is damaged: line { $line } has stray bytes instead of letters. Open it, mend that line, save it as UTF-8 and upload it again

mail-enrolment-subject = You are enrolled: { $programme }
mail-enrolment-what = You have been enrolled in “{ $programme }”, edition “{ $edition }”.
mail-enrolment-when = It runs { $term }.
mail-enrolment-action = Open the programme
