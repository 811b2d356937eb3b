//! The decisions about days off and closed hours. Pure: nothing is looked up.

pub mod closed;
pub mod list;
pub mod place;
pub mod unknown;

pub use closed::Closed;
pub use list::{Kind, Off};
pub use place::Place;
pub use unknown::{Gap, Unknown};

use crate::kernel::Language;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The days off of one place in some span of time.
#[derive(Debug, Clone, Default)]
pub struct Calendar(BTreeMap<NaiveDate, Off>);

impl Calendar {
    /// The days of several lists; where two name the same day, the later list does.
    pub fn of(lists: impl IntoIterator<Item = Vec<Off>>) -> Calendar {
        Calendar(lists.into_iter().flatten().map(|off| (off.on, off)).collect())
    }

    /// The day off that a date is; nothing on any other day. Saturdays and Sundays are not in the lists.
    pub fn on(&self, date: NaiveDate) -> Option<&Off> {
        self.0.get(&date)
    }

    /// What a day off is called for a reader.
    pub fn name(&self, date: NaiveDate, reader: Language) -> Option<&str> {
        self.on(date).map(|off| off.name.for_reader(reader))
    }

    /// The days off from one date to another, both counted.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &Off> {
        self.0.values().filter(move |off| (from..=to).contains(&off.on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Localised;

    #[test]
    fn what_a_region_adds_stands_beside_what_the_country_has_and_before_it() {
        let off = |day: &str, name: &str| Off {
            on: day.parse().unwrap(),
            kind: Kind::Holiday,
            name: Localised::only(Language::Ru, name),
        };
        let country = vec![off("2026-11-04", "Единство"), off("2026-06-12", "Россия")];
        let calendar =
            Calendar::of([country, vec![off("2026-08-30", "Татарстан"), off("2026-06-12", "Иначе")]]);
        let name = |day: &str| calendar.name(day.parse().unwrap(), Language::Kk).map(str::to_owned);
        assert_eq!(name("2026-08-30").as_deref(), Some("Татарстан"));
        assert_eq!(name("2026-06-12").as_deref(), Some("Иначе"));
        assert_eq!(name("2026-06-13"), None);
        let (from, to) = ("2026-06-12".parse().unwrap(), "2026-08-30".parse().unwrap());
        assert_eq!(calendar.between(from, to).count(), 2);
    }
}
