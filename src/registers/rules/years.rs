//! Years of registers: a year that is over may be closed, and nothing is issued into a closed one. Pure.

use crate::kernel::{Fault, Moment, ZoneName};
use chrono::{Datelike, NaiveDate};

/// The first year of which a register may be kept here.
pub const FIRST: i32 = 2000;

/// What stands against the date on a document when the year it falls into is closed or open.
pub fn issue_fault(closed: bool, issued_on: NaiveDate, field: &str) -> Option<Fault> {
    closed.then(|| Fault::new(field, "register-year-closed").with("year", issued_on.year()))
}

/// What stands against preparing or explaining numbers of a year: it is closed, and its numbers are what they are.
pub fn numbers_fault(closed: bool, year: i32) -> Option<Fault> {
    closed.then(|| Fault::new("year", "register-year-numbers").with("year", year))
}

/// The day by which a year is judged: the earliest of the days it is now where the administrator is and wherever editions
/// run. A year is over when its 31 December is over in all of these zones: until then a document of its last day may come.
pub fn judged_on(now: Moment, own: ZoneName, editions: &[ZoneName]) -> NaiveDate {
    editions.iter().map(|zone| now.date_in(*zone)).fold(now.date_in(own), Ord::min)
}

/// What stands against closing a year: it is not over, or it is closed already.
pub fn closing_fault(year: i32, closed: bool, today: NaiveDate) -> Option<Fault> {
    let fault = |code| Some(Fault::new("year", code).with("year", year));
    if year < FIRST || year >= today.year() {
        fault("register-year-not-over")
    } else if closed {
        fault("register-year-closed-already")
    } else {
        None
    }
}

/// What stands against opening a year: it is open.
pub fn opening_fault(year: i32, closed: bool) -> Option<Fault> {
    (!closed).then(|| Fault::new("year", "register-year-open").with("year", year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_year_is_closed_when_it_is_over_and_once() {
        let today = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let code = |year, closed| closing_fault(year, closed, today).map(|fault| fault.code);
        assert_eq!(code(2025, false), None);
        assert_eq!(code(2026, false), Some("register-year-not-over".into()));
        assert_eq!(code(1999, false), Some("register-year-not-over".into()));
        assert_eq!(code(2025, true), Some("register-year-closed-already".into()));
        assert_eq!(opening_fault(2025, false).map(|fault| fault.code), Some("register-year-open".into()));
        assert_eq!(opening_fault(2025, true), None);
        assert_eq!(numbers_fault(true, 2025).map(|fault| fault.field), Some("year".into()));
        assert_eq!(numbers_fault(false, 2025), None);
    }

    #[test]
    fn a_year_is_over_when_it_is_over_in_the_last_of_the_zones() {
        let zone = |name| ZoneName::parse(name).unwrap();
        let (irkutsk, kaliningrad) = (zone("Asia/Irkutsk"), zone("Europe/Kaliningrad"));
        let year = |at, editions: &[ZoneName]| {
            let today = judged_on(Moment::parse(at).unwrap(), irkutsk, editions);
            closing_fault(2026, false, today).is_none()
        };
        let midnight_in_irkutsk = "2026-12-31T16:00:00Z";
        assert!(year(midnight_in_irkutsk, &[]) && year(midnight_in_irkutsk, &[irkutsk]));
        assert!(!year(midnight_in_irkutsk, &[irkutsk, kaliningrad]), "there it is six in the evening");
        assert!(!year("2026-12-31T21:59:59Z", &[kaliningrad]));
        assert!(year("2026-12-31T22:00:00Z", &[kaliningrad]));
        assert!(
            !year("2026-12-31T15:59:59Z", &[zone("Asia/Kamchatka")]),
            "nor before it is over for the actor"
        );
    }

    proptest! {
        #[test]
        fn row_06_a_date_passes_only_while_its_year_is_open(
            acts in prop::collection::vec((2020i32..2027, any::<bool>()), 0..30), issue in 0u64..2600, now in 0u64..2600,
        ) {
            let day = |days| NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(days);
            let (issued_on, today) = (day(issue), day(now));
            let mut closed: BTreeMap<i32, bool> = BTreeMap::new();
            for (year, closes) in acts {
                let is = closed.get(&year).copied().unwrap_or_default();
                let refused = if closes { closing_fault(year, is, today) } else { opening_fault(year, is) };
                if refused.is_none() {
                    closed.insert(year, closes);
                }
            }
            prop_assert!(closed.iter().all(|(year, closed)| !closed || *year < today.year()), "{closed:?}");
            let shut = closed.get(&issued_on.year()).copied().unwrap_or_default();
            prop_assert_eq!(issue_fault(shut, issued_on, "issued_on").is_some(), shut);
            // Nobody is ever kept from issuing today.
            prop_assert!(!closed.get(&today.year()).copied().unwrap_or_default());
        }
    }
}
