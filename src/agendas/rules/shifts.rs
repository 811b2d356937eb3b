//! Several days away from home (F15): where people sleep and eat.

use crate::editions::rules::Term;
use crate::kernel::Fault;
use chrono::NaiveDate;

/// Some days of an edition that are spent together at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The first day, by the calendar of the edition.
    pub first_on: NaiveDate,
    /// The last day, still inside.
    pub last_on: NaiveDate,
    /// Where.
    pub place: String,
    /// Where people sleep.
    pub lodging: Option<String>,
    /// Where and when people eat.
    pub meals: Option<String>,
}

impl Shift {
    /// What is wrong with the days.
    pub fn faults(&self, term: &Term) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.last_on < self.first_on {
            faults.push(Fault::new("last_on", "end-before-start"));
        }
        for (field, date) in [("first_on", self.first_on), ("last_on", self.last_on)] {
            if date < term.starts_on || date > term.ends_on {
                let day = |date: NaiveDate| date.format("%d.%m.%Y").to_string();
                let fault = Fault::new(field, "outside-edition");
                faults.push(fault.with("from", day(term.starts_on)).with("to", day(term.ends_on)));
            }
        }
        faults
    }

    /// Whether a day is one of them.
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.first_on..=self.last_on).contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ZoneName;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn shift(first: &str, last: &str) -> Shift {
        let place = "с. Еланцы".to_owned();
        Shift { first_on: day(first), last_on: day(last), place, lodging: None, meals: None }
    }

    #[test]
    fn a_shift_lies_within_its_edition_and_may_be_one_day() {
        let term = Term { starts_on: day("2026-09-01"), ends_on: day("2026-11-30"), zone: ZoneName::MOSCOW };
        let codes = |first, last| -> Vec<(String, String)> {
            let faults = shift(first, last).faults(&term);
            faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
        };
        assert_eq!(codes("2026-09-01", "2026-09-01"), []);
        assert_eq!(codes("2026-09-01", "2026-11-30"), []);
        let of = |field: &str, code: &str| (field.to_owned(), code.to_owned());
        assert_eq!(codes("2026-09-10", "2026-09-09"), [of("last_on", "end-before-start")]);
        assert_eq!(codes("2026-08-31", "2026-09-09"), [of("first_on", "outside-edition")]);
        assert_eq!(codes("2026-11-30", "2026-12-01"), [of("last_on", "outside-edition")]);
    }

    #[test]
    fn both_ends_of_a_shift_belong_to_it() {
        let three = shift("2026-09-10", "2026-09-12");
        let covered =
            ["2026-09-09", "2026-09-10", "2026-09-12", "2026-09-13"].map(|text| three.covers(day(text)));
        assert_eq!(covered, [false, true, true, false]);
    }
}
