//! A list of days off: the shipped ones, and how an imported one is read.

use super::Place;
use crate::kernel::{Fault, Language, Localised, name::tidy};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::HashMap;

/// What kind of day off a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// A holiday by law.
    Holiday,
    /// A day off that is no holiday: one that was moved, or one of another law.
    DayOff,
}

impl Kind {
    /// The stored text.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Holiday => "holiday",
            Kind::DayOff => "day_off",
        }
    }

    /// The kind of a stored text.
    pub fn parse(text: &str) -> Option<Kind> {
        [Kind::Holiday, Kind::DayOff].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A day off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Off {
    /// The day.
    pub on: NaiveDate,
    /// A holiday, or a day off for another reason.
    pub kind: Kind,
    /// What it is called.
    pub name: Localised,
}

/// The longest name of a day.
const LONGEST_NAME: usize = 200;

/// The lists that come with the program. Their sources are in the files.
const SHIPPED: [(&str, i32, &str); 4] = [
    ("RU", 2026, include_str!("lists/RU-2026.csv")),
    ("RU", 2027, include_str!("lists/RU-2027.csv")),
    ("KZ", 2026, include_str!("lists/KZ-2026.csv")),
    ("KZ", 2027, include_str!("lists/KZ-2027.csv")),
];

/// The places and years of which a list comes with the program.
pub fn shipped_years() -> impl Iterator<Item = (Place, i32)> {
    SHIPPED.iter().map(|(country, year, _)| (Place::country(country), *year))
}

/// The list of a place and a year that comes with the program; empty where there is none.
pub fn shipped(place: &Place, year: i32) -> Vec<Off> {
    text_of(place, year).map(|text| parse(text).0).unwrap_or_default()
}

/// What the list that comes with the program says of its source.
pub fn shipped_source(place: &Place, year: i32) -> Option<String> {
    let comments = text_of(place, year)?.lines().filter_map(|line| line.strip_prefix('#'));
    Some(comments.map(str::trim).collect::<Vec<_>>().join(" "))
}

fn text_of(place: &Place, year: i32) -> Option<&'static str> {
    let known = |(country, of, _): &&(&str, i32, &str)| {
        place.region.is_empty() && place.country == *country && year == *of
    };
    SHIPPED.iter().find(known).map(|(.., text)| *text)
}

/// Reads one of our own files: comments, a header, and rows of `date;kind;ru;kk;en`.
fn parse(text: &str) -> (Vec<Off>, Vec<Fault>) {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let mut rows =
        lines.map(|(number, line)| (number, line.split(';').map(str::to_owned).collect::<Vec<_>>()));
    let header = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    match Columns::find(&header) {
        Ok(columns) => check(&columns, rows),
        Err(fault) => (Vec::new(), vec![fault]),
    }
}

/// Where the columns of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    date: usize,
    kind: Option<usize>,
    ru: Option<usize>,
    kk: Option<usize>,
    en: Option<usize>,
}

impl Columns {
    /// Finds them in a header, in any order, under English or Russian names.
    ///
    /// # Errors
    /// A fault of the field `file` when there is no column of dates or none of names.
    pub fn find(header: &[String]) -> Result<Columns, Fault> {
        let at = |names: &[&str]| {
            header.iter().position(|cell| names.contains(&tidy(cell).to_lowercase().as_str()))
        };
        let date = at(&["date", "дата", "күні"]);
        let columns = Columns {
            date: date.unwrap_or_default(),
            kind: at(&["kind", "вид", "түрі"]),
            ru: at(&["ru", "name", "название", "название ru"]),
            kk: at(&["kk", "атауы", "название kk"]),
            en: at(&["en", "название en"]),
        };
        let named = columns.ru.or(columns.kk).or(columns.en).is_some();
        if date.is_some() && named { Ok(columns) } else { Err(Fault::new("file", "holiday-columns")) }
    }
}

/// Reads the rows of a list, every fault with the line it stands in. A list with a fault is not imported at all.
pub fn check(columns: &Columns, rows: impl Iterator<Item = (u32, Vec<String>)>) -> (Vec<Off>, Vec<Fault>) {
    let (mut days, mut faults) = (Vec::new(), Vec::new());
    let mut seen: HashMap<NaiveDate, u32> = HashMap::new();
    for (line, cells) in rows {
        match read_row(columns, line, &cells) {
            Ok(off) => match seen.insert(off.on, line) {
                Some(first) => {
                    let fault = Fault::new("file", "holiday-twice").with("line", line);
                    faults.push(fault.with("first", first).with("day", off.on.format("%d.%m.%Y")));
                }
                None => days.push(off),
            },
            Err(fault) => faults.push(fault),
        }
    }
    if days.is_empty() && faults.is_empty() {
        faults.push(Fault::new("file", "holiday-none"));
    }
    (days, faults)
}

fn read_row(columns: &Columns, line: u32, cells: &[String]) -> Result<Off, Fault> {
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|text| tidy(text)).unwrap_or_default();
    let date = cell(Some(columns.date));
    let on = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(&date, form).ok());
    let on = on.ok_or_else(|| Fault::new("file", "holiday-date").with("line", line).with("text", &date))?;
    let word = cell(columns.kind).to_lowercase();
    let kind = match word.as_str() {
        "" | "holiday" | "праздник" | "мереке" => Kind::Holiday,
        "day_off" | "выходной" | "демалыс" => Kind::DayOff,
        _ => return Err(Fault::new("file", "holiday-kind").with("line", line).with("text", &word)),
    };
    let mut name = Localised::default();
    for (language, at) in [(Language::Ru, columns.ru), (Language::Kk, columns.kk), (Language::En, columns.en)]
    {
        let text = cell(at);
        if text.chars().count() > LONGEST_NAME {
            return Err(Fault::new("file", "holiday-name-long")
                .with("line", line)
                .with("limit", LONGEST_NAME));
        }
        if !text.is_empty() {
            name.put(language, text);
        }
    }
    if name == Localised::default() {
        return Err(Fault::new("file", "holiday-name").with("line", line));
    }
    Ok(Off { on, kind, name })
}

/// The days of a list that are not of its year, as faults.
pub fn of_another_year(days: &[Off], year: i32) -> Option<Fault> {
    let other = days.iter().find(|off| off.on.year() != year)?;
    Some(Fault::new("year", "holiday-other-year").with("day", other.on.format("%d.%m.%Y")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn every_shipped_list_is_whole_in_order_and_of_its_year() {
        for (place, year) in shipped_years() {
            let (days, faults) = parse(text_of(&place, year).unwrap());
            assert!(faults.is_empty(), "{} {year}: {faults:?}", place.code());
            assert!(days.len() > 12, "{} {year}", place.code());
            assert!(days.windows(2).all(|two| two[0].on < two[1].on), "{} {year}", place.code());
            assert_eq!(of_another_year(&days, year), None);
            assert!(shipped_source(&place, year).unwrap().contains("Источник:"));
            for off in &days {
                assert!(Language::ALL.iter().all(|one| off.name.exact(*one).is_some()), "{}", off.on);
                let moved = off.name.exact(Language::En).unwrap().starts_with("Day off moved");
                let weekend = matches!(off.on.weekday(), Weekday::Sat | Weekday::Sun);
                assert!(!(moved && weekend), "{}: a day off is moved to a working day", off.on);
            }
        }
        assert!(shipped(&Place::country("RU"), 2020).is_empty());
        let tatarstan = Place { region: "TA".into(), ..Place::country("RU") };
        assert!(shipped(&tatarstan, 2026).is_empty(), "what the country has is not the region's own list");
    }

    #[test]
    fn row_47_days_off_of_2026_are_those_the_government_moved() {
        let days = shipped(&Place::country("RU"), 2026);
        let kind = |day: &str| days.iter().find(|off| off.on.to_string() == day).map(|off| off.kind);
        assert_eq!([kind("2026-01-09"), kind("2026-12-31")], [Some(Kind::DayOff); 2]);
        assert_eq!(kind("2026-11-04"), Some(Kind::Holiday));
        assert_eq!([kind("2026-01-12"), kind("2026-12-30"), kind("2026-11-03")], [None; 3], "days of work");
    }

    /// Article 85 of the Labour Code of Kazakhstan, article 112 of that of Russia: a holiday on a weekend gives another
    /// day off. The New Year's holidays of Russia are moved by the Government alone, and not as a rule.
    #[test]
    fn a_holiday_on_a_weekend_has_its_other_day_off() {
        for (place, year) in shipped_years() {
            let days = shipped(&place, year);
            let moved = |from: NaiveDate| {
                let said = format!("Day off moved from {}", from.format("%-d %B"));
                days.iter().any(|off| off.name.exact(Language::En) == Some(said.as_str()))
            };
            let january_of_russia = |off: &Off| place.country == "RU" && off.on.month() == 1;
            let lost: Vec<NaiveDate> = days
                .iter()
                .filter(|off| off.kind == Kind::Holiday && !january_of_russia(off))
                .filter(|off| matches!(off.on.weekday(), Weekday::Sat | Weekday::Sun) && !moved(off.on))
                .map(|off| off.on)
                .collect();
            assert!(lost.is_empty(), "{} {year}: {lost:?}", place.code());
        }
    }

    #[test]
    fn every_line_at_fault_is_named() {
        let header = ["Дата", "Название", "Вид"].map(str::to_owned);
        let columns = Columns::find(&header).unwrap();
        let row = |line, date: &str, name: &str, kind: &str| {
            (line, vec![date.to_owned(), name.to_owned(), kind.to_owned()])
        };
        let rows = [
            row(2, "30.08.2026", "День Республики Татарстан", ""),
            row(3, "31.02.2026", "Никогда", "праздник"),
            row(4, "2026-08-30", "Ещё раз", "праздник"),
            row(5, "01.09.2026", " ", "праздник"),
            row(6, "02.09.2026", "День", "рабочий"),
            row(7, "27.05.2026", "Курбан-байрам", "Выходной"),
        ];
        let (days, faults) = check(&columns, rows.into_iter());
        let kinds: Vec<Kind> = days.iter().map(|off| off.kind).collect();
        assert_eq!(kinds, [Kind::Holiday, Kind::DayOff]);
        let said: Vec<String> =
            faults.iter().map(|fault| format!("{} {}", fault.code, fault.args[0].1)).collect();
        assert_eq!(said, ["holiday-date 3", "holiday-twice 4", "holiday-name 5", "holiday-kind 6"]);
        assert_eq!(of_another_year(&days, 2027).unwrap().code, "holiday-other-year");
        assert_eq!(check(&columns, std::iter::empty()).1[0].code, "holiday-none");
        assert_eq!(Columns::find(&["Дата".to_owned()]).unwrap_err().code, "holiday-columns");
    }
}
