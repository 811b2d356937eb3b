//! What nobody can tell yet of a year's days off: a law fixes the holidays, but not everything that follows from them.

use super::Place;
use super::list::shipped_years;

/// What a year's list lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Everything: there is no list.
    List,
    /// The days off that the Government moves, which it says year by year (article 112 of the Labour Code of Russia).
    Transfers,
    /// The first day of Kurban Ait, by the calendar of the moon: a day off in Kazakhstan (article 84 of its Labour Code).
    KurbanAit,
}

impl Gap {
    /// The word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Gap::List => "list",
            Gap::Transfers => "transfers",
            Gap::KurbanAit => "kurban_ait",
        }
    }
}

/// A year of a country with what its list lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The country.
    pub place: Place,
    /// The year.
    pub year: i32,
    /// What is not known.
    pub gap: Gap,
}

/// What the lists that come with the program lacked when they were written.
const LACKING: [(&str, i32, Gap); 2] = [("RU", 2027, Gap::Transfers), ("KZ", 2027, Gap::KurbanAit)];

/// What the list of a country that comes with the program lacks.
pub fn of_shipped(country: &Place, year: i32) -> Option<Gap> {
    if !shipped_years().any(|(place, of)| place == *country && of == year) {
        return Some(Gap::List);
    }
    LACKING.iter().find(|(code, of, _)| country.code() == *code && *of == year).map(|(.., gap)| *gap)
}

/// What is not known of some years of a country. Whoever imported a list of a year has seen to it.
pub fn unknown(country: &Place, (first, last): (i32, i32), imported: &[i32]) -> Vec<Unknown> {
    let open = (first..=last).filter(|year| !imported.contains(year));
    open.filter_map(|year| of_shipped(country, year).map(|gap| Unknown { place: country.clone(), year, gap }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::holidays::rules::list::shipped_source;

    fn gaps(country: &str, years: (i32, i32), imported: &[i32]) -> Vec<(i32, Gap)> {
        let found = unknown(&Place::country(country), years, imported);
        found.into_iter().map(|one| (one.year, one.gap)).collect()
    }

    #[test]
    fn years_lack_what_nobody_has_said_yet() {
        assert!(gaps("RU", (2026, 2026), &[]).is_empty());
        assert_eq!(gaps("RU", (2026, 2028), &[]), [(2027, Gap::Transfers), (2028, Gap::List)]);
        assert_eq!(gaps("KZ", (2026, 2027), &[]), [(2027, Gap::KurbanAit)]);
        assert_eq!(gaps("BY", (2026, 2026), &[]), [(2026, Gap::List)]);
    }

    #[test]
    fn an_imported_list_lacks_nothing() {
        assert_eq!(gaps("RU", (2026, 2028), &[2027]), [(2028, Gap::List)]);
        assert!(gaps("BY", (2026, 2026), &[2026]).is_empty());
    }

    /// Whoever completes a list of ours takes out its note, and must take out the gap too.
    #[test]
    fn a_list_lacks_something_exactly_where_its_source_says_so() {
        for (place, year) in shipped_years() {
            let source = shipped_source(&place, year).unwrap();
            let says = source.contains("здесь нет") || source.contains("здесь ещё нет");
            assert_eq!(of_shipped(&place, year).is_some(), says, "{} {year}: {source}", place.code());
        }
    }
}
