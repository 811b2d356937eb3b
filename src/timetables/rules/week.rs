//! The week that a day is in.

pub use super::recurrence::monday_of;
use chrono::{Days, NaiveDate};

/// The seven days of the week that a day is in, from Monday.
pub fn days_of(day: NaiveDate) -> Vec<NaiveDate> {
    let monday = monday_of(day);
    (0..7).filter_map(|days| monday.checked_add_days(Days::new(days))).collect()
}

/// The same day of the week before and of the week after.
pub fn beside(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let week = Days::new(7);
    let monday = monday_of(day);
    (monday.checked_sub_days(week).unwrap_or(monday), monday.checked_add_days(week).unwrap_or(monday))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        let days = days_of("2027-01-01".parse().unwrap());
        assert_eq!((days.len(), days[0].to_string()), (7, "2026-12-28".to_owned()));
        let (before, after) = beside("2027-01-03".parse().unwrap());
        assert_eq!((before.to_string(), after.to_string()), ("2026-12-21".into(), "2027-01-04".into()));
    }
}
