//! A time that nobody has opened, as a trainee asks for it.

use super::Hour;
use crate::attendance::rules::SessionMode;
use crate::kernel::PersonId;
use chrono::{NaiveDate, NaiveTime, TimeDelta};

/// How long a consultation lasts that a trainee asks for, in minutes: at least and at most.
pub const WISH: (i32, i32) = (10, 180);

/// A time at which a trainee wants a consultation that nobody has opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// With whom.
    pub consultant: PersonId,
    /// On which day, by the wall of the edition.
    pub on: NaiveDate,
    /// From when.
    pub starts: NaiveTime,
    /// For how long, in minutes.
    pub minutes: i32,
    /// In a room or by a link.
    pub mode: SessionMode,
    /// What it is about.
    pub question: String,
}

impl Wish {
    /// Its time; nothing when it would not be over on the same day.
    pub fn hour(&self) -> Option<Hour> {
        let (ends, days) = self.starts.overflowing_add_signed(TimeDelta::minutes(self.minutes.into()));
        (days == 0).then_some(Hour { on: self.on, starts: self.starts, ends })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_over_on_the_same_day() {
        let wish = |starts: &str, minutes| Wish {
            consultant: PersonId(1),
            on: "2026-09-16".parse().unwrap(),
            starts: format!("{starts}:00").parse().unwrap(),
            minutes,
            mode: SessionMode::Online,
            question: "Как написать отчёт?".into(),
        };
        assert_eq!(wish("10:00", 30).hour().unwrap().ends, NaiveTime::from_hms_opt(10, 30, 0).unwrap());
        assert_eq!(wish("23:50", 30).hour(), None);
    }
}
