//! Until when a document has to be in the register, and what became of it.

use crate::kernel::words;
use chrono::NaiveDate;

words! {
    /// What was done with a document. One without any was not exported yet.
    State {
        /// It stands in a file.
        Exported = "exported",
        /// The register has taken it.
        Accepted = "accepted",
        /// The register has refused it.
        Error = "error",
    }
}

impl State {
    /// Whether a document goes into the next file: one that was in none, or that was refused.
    pub fn is_open(state: Option<State>) -> bool {
        matches!(state, None | Some(State::Error))
    }

    /// Whether an operator may say what the register made of it.
    pub fn may_be_entered(state: Option<State>) -> bool {
        state.is_some()
    }
}

/// How many days ahead a document is due soon.
pub const SOON: i64 = 7;

/// Until when a document has to be in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last day on which it is in time.
    pub on: NaiveDate,
    /// How many days are left; less than none when it is overdue.
    pub left: i64,
}

impl Due {
    /// So many calendar days after the date on the document. Source: the term for documents of additional professional
    /// education, 30 days since 1 September 2025; a setting of the country.
    pub fn of(issued_on: NaiveDate, days: i64, today: NaiveDate) -> Due {
        let on = issued_on.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(NaiveDate::MAX);
        Due { on, left: (on - today).num_days() }
    }

    /// Whether its day has passed.
    pub fn is_over(self) -> bool {
        self.left < 0
    }

    /// Whether its day comes within a week, or has passed.
    pub fn is_near(self) -> bool {
        self.left <= SOON
    }
}

/// The first day on which a document must have been issued so that it is not due before a day.
pub fn issued_from(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_sub_signed(chrono::TimeDelta::days(days)).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_22_thirty_days_are_counted_from_the_date_on_the_document() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let due = |today: &str| Due::of(day("2026-09-01"), 30, day(today));
        assert_eq!(due("2026-09-01"), Due { on: day("2026-10-01"), left: 30 });
        assert!(due("2026-09-24").is_near() && !due("2026-09-23").is_near());
        assert!(!due("2026-10-01").is_over(), "the last day is in time");
        assert_eq!((due("2026-10-02").left, due("2026-10-02").is_over()), (-1, true));
        assert_eq!(issued_from(day("2026-10-01"), 30), day("2026-09-01"));
        assert!(State::is_open(None) && State::is_open(Some(State::Error)));
        assert!(!State::is_open(Some(State::Exported)) && !State::is_open(Some(State::Accepted)));
        assert!(!State::may_be_entered(None));
    }
}
