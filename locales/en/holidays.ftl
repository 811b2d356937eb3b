# Holidays, days off and closed hours.
holidays-title = Holidays and days off
holidays-lead = A session can be booked on these days, with a warning. A list of your own replaces the one that comes with the program.
holidays-import-action = Import a list
holidays-count = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
holidays-shipped = comes with the program
holidays-kind-day-off = day off
holidays-remove = Remove the list
holidays-remove-confirm = Remove the list { $place }, { $year }? Sessions stay where they are.
holidays-import-title = A new list of days off
holidays-import-lead = First you see what is in the list. Nothing changes until you confirm.
holidays-country = Country
holidays-country-hint = Two Latin letters: RU, KZ.
holidays-country-ru = Russia
holidays-country-kz = Kazakhstan
holidays-region = Region
holidays-region-hint = What follows the hyphen of its code, such as TA for Tatarstan. Empty for the whole country.
holidays-year = Year
holidays-source = Where the list is from
holidays-source-hint = The title and the number of the document.
holidays-file = File
holidays-file-hint = CSV or XLSX with the columns “date”, “kind”, “ru”, “kk”, “en”. The kind is “holiday” or “day_off”.
holidays-text = Or paste the table here
holidays-text-hint = The first line names the columns: date;kind;ru;kk;en
holidays-look = See what is in the list
holidays-look-again = See it again
holidays-would-bring = { $count ->
    [one] The list has { $count } day
   *[other] The list has { $count } days
}
holidays-import-confirm = { $count ->
    [one] Import { $count } day
   *[other] Import { $count } days
}
holidays-flash-imported = { $count ->
    [one] { $count } day is imported: { $place }, { $year }.
   *[other] { $count } days are imported: { $place }, { $year }.
}
holidays-flash-removed = The list is removed.

holidays-days-off-title = Days off and closed hours
holidays-days-off-link = Days off and closed hours
holidays-days-off-lead = On a day off a session is booked with a warning; in closed hours none is booked.
holidays-of-edition = Days off while the edition runs ({ $place })
holidays-place-said = The list was chosen for this edition.
holidays-place-by-zone = The list follows from the time zone of the edition.
holidays-place-by-zone-option = By the time zone of the edition
holidays-place-change = Choose another country or region
holidays-none-in-term = There are no holidays and no other days off in this time.
holidays-lists-link = All lists of holidays and days off
holidays-closed-title = Closed hours
holidays-closed-lead = Lessons at school, an assembly, a shift: nobody can book a session in these hours. What is booked already stays.
holidays-closed-none = There are no closed hours.
holidays-closed-when = When
holidays-closed-what = What happens then
holidays-closed-term = Holds
holidays-closed-whose = For whom
holidays-closed-everywhere = All editions of the organisation
holidays-closed-edition = This edition
holidays-open-again = Remove
holidays-close-title = Close hours
holidays-close-from-time = From what time
holidays-close-to-time = Until what time
holidays-close-from-day = From which day
holidays-close-to-day = To which day
holidays-close-what-hint = Such as “Lessons”. Whoever is refused reads it.
holidays-close-everywhere = For all editions of the organisation
holidays-close-action = Close the hours
holidays-flash-kept = Saved.
holidays-flash-closed = The hours are closed.
holidays-flash-opened = The hours are open again.
holidays-day-off = Day off: { $name }
holidays-day-off-notice = This day is a day off: { $name }. If that is intended, leave it as it is.
holidays-unknown-transfers = { $place }, { $year }: the days off that the Government moves are not entered yet; it decrees them every year. After the decree import the list (a site administrator does that) and check the dates of sessions.
holidays-unknown-kurban-ait = { $place }, { $year }: the first day of Kurban Ait is not entered yet; it is announced shortly before. Once it is, import the list (a site administrator does that) and check the dates of sessions.
holidays-unknown-list = { $place }, { $year }: there is no list of days off, so sessions are booked without warnings. Ask a site administrator to import one.

fault-closed-hours-too-many = There can be at most { $most } closed hours. Open those that are no longer needed
fault-holiday-country = Give the country in two Latin letters, such as KZ
fault-holiday-region = Give the code of the region, such as TA, or leave the field empty
fault-holiday-columns = The first line must name the columns: date and at least one of ru, kk, en
fault-holiday-date = Line { $line }: “{ $text }” is no date. Write it like 2026-11-04
fault-holiday-kind = Line { $line }: the kind “{ $text }” is unknown. Write holiday or day_off
fault-holiday-name = Line { $line }: the day has no name
fault-holiday-name-long = Line { $line }: the name is longer than { $limit } characters
fault-holiday-twice = Line { $line }: { $day } stands in line { $first } already. Keep one of them
fault-holiday-none = There is no day in the list
fault-holiday-nothing = Choose a file or paste a table
fault-holiday-other-year = The list has { $day }. Correct the year or leave the day out
