//! How a document stands. Pure.

use crate::kernel::words;
use chrono::NaiveDate;

words! {
    /// Whether a document holds.
    Standing {
        /// Действителен.
        Valid = "valid",
        /// Another document was issued in its place: it holds no longer, what it attests does.
        Replaced = "replaced",
        /// Аннулирован.
        Revoked = "revoked",
    }
}

impl Standing {
    /// How a document stands that is the valid one of its key, or was revoked, or neither.
    pub fn of(live: bool, revoked: bool) -> Standing {
        match (live, revoked) {
            (_, true) => Standing::Revoked,
            (true, false) => Standing::Valid,
            (false, false) => Standing::Replaced,
        }
    }
}

/// Where a day stands in the time for which a document was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// In it, or there is no such time.
    Now,
    /// Before it.
    NotYet,
    /// After it.
    NoLonger,
}

impl Holds {
    /// Of a time from its first to its last day, both counted.
    pub fn on(day: NaiveDate, time: Option<(NaiveDate, NaiveDate)>) -> Holds {
        match time {
            Some((from, _)) if day < from => Holds::NotYet,
            Some((_, until)) if day > until => Holds::NoLonger,
            _ => Holds::Now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_the_time_are_counted() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let time = Some((day("2026-12-01"), day("2026-12-03")));
        let on = |text| Holds::on(day(text), time);
        assert_eq!([on("2026-11-30"), on("2026-12-04")], [Holds::NotYet, Holds::NoLonger]);
        assert_eq!([on("2026-12-01"), on("2026-12-03")], [Holds::Now, Holds::Now]);
        assert_eq!(Holds::on(day("2026-12-01"), None), Holds::Now);
    }
}
