//! Until when a work is in time, and when it has waited too long.

use crate::editions::rules::Term;
use crate::kernel::Moment;
use chrono::Days;

/// A work that has waited for longer is pointed out to its trainers (H8).
pub const OLD_AFTER_DAYS: i64 = 7;

/// The first instant at which a work is late: after the last day of the case in the edition's zone, and never
/// after the edition itself.
pub fn due_at(term: &Term, due_days: Option<u32>) -> Moment {
    let day = due_days.and_then(|days| term.starts_on.checked_add_days(Days::new(days.into())));
    term.zone.end_of(day.unwrap_or(term.ends_on).min(term.ends_on))
}

/// Whether a work handed in now is late. The deadline itself is already late: it is half-open.
pub fn is_late(due: Moment, now: Moment) -> bool {
    now >= due
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ZoneName;
    use proptest::prelude::*;

    fn term(zone: &str) -> Term {
        Term {
            starts_on: "2026-09-01".parse().unwrap(),
            ends_on: "2026-11-30".parse().unwrap(),
            zone: ZoneName::parse(zone).unwrap(),
        }
    }

    #[test]
    fn the_last_day_lasts_until_midnight_where_the_edition_is() {
        let at = |text| Moment::parse(text).unwrap();
        let irkutsk = due_at(&term("Asia/Irkutsk"), Some(14));
        assert_eq!(irkutsk, at("2026-09-15T16:00:00Z"));
        assert!(!is_late(irkutsk, at("2026-09-15T15:59:59Z")));
        assert!(is_late(irkutsk, at("2026-09-15T16:00:00Z")));
        assert!(!is_late(due_at(&term("Europe/Moscow"), Some(14)), at("2026-09-15T16:00:00Z")));
    }

    #[test]
    fn without_days_the_edition_itself_is_the_deadline() {
        let term = term("Europe/Moscow");
        assert_eq!(due_at(&term, None), term.ends_at());
    }

    proptest! {
        #[test]
        fn no_deadline_is_after_the_edition_and_more_days_are_never_earlier(days in 0..4000u32, more in 0..4000u32) {
            let term = term("Asia/Almaty");
            let (sooner, later) = (due_at(&term, Some(days)), due_at(&term, Some(days + more)));
            prop_assert!(sooner <= later && later <= term.ends_at());
        }
    }
}
