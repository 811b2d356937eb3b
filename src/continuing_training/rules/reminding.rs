//! When somebody is told that a quarter ends (T2): 30 and 7 days before, from nine in the morning.

use crate::kernel::{Moment, ZoneName};
use chrono::{NaiveDate, Timelike};

/// How many days before the last day, and how many more days a letter may be late where the program did not run.
const LEADS: [(i64, i64); 2] = [(30, 6), (7, 6)];

/// The hour from which letters go, by the clock of the edition.
const MORNING: u32 = 9;

/// The letter that is to go now about a quarter which can be closed until a day, if any: 30 or 7.
pub fn lead(until: NaiveDate, zone: ZoneName, now: Moment) -> Option<i32> {
    let local = now.local(zone);
    if local.hour() < MORNING {
        return None;
    }
    let left = (until - local.date()).num_days();
    let (lead, _) = LEADS.into_iter().find(|(lead, late)| (lead - late..=*lead).contains(&left))?;
    i32::try_from(lead).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_30_and_7_days_before_in_the_morning_of_the_edition() {
        let irkutsk = ZoneName::parse("Asia/Irkutsk").unwrap();
        let until = "2026-06-30".parse().unwrap();
        let at = |text| lead(until, irkutsk, Moment::parse(text).unwrap());
        assert_eq!(at("2026-05-31T00:59:59Z"), None, "before nine in Irkutsk");
        assert_eq!(at("2026-05-31T01:00:00Z"), Some(30));
        assert_eq!(at("2026-05-30T15:00:00Z"), None, "31 days are left");
        assert_eq!(at("2026-06-06T03:00:00Z"), Some(30), "a week late");
        assert_eq!(at("2026-06-07T03:00:00Z"), None);
        assert_eq!(at("2026-06-22T03:00:00Z"), None, "8 days are left");
        assert_eq!(at("2026-06-23T03:00:00Z"), Some(7));
        assert_eq!(at("2026-06-29T03:00:00Z"), Some(7));
        assert_eq!(at("2026-06-30T03:00:00Z"), None, "on the last day it is too late to plan");
        assert_eq!(at("2026-07-01T03:00:00Z"), None);
    }
}
