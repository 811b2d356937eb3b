//! Until when a work is in time, and when it has waited too long.

use crate::editions::rules::Term;
use crate::kernel::Moment;
use chrono::{Days, NaiveDate};

/// A work that has waited for longer is pointed out to its trainers (H8).
pub const OLD_AFTER_DAYS: i64 = 7;

/// The first instant at which a work is late: after the last day of the case in the edition's zone, and never
/// after the edition itself. The day is the setup's, or else the programme's; an extension only ever makes it later.
pub(super) fn due_at(
    term: &Term,
    due_days: Option<u32>,
    set: Option<NaiveDate>,
    extended: Option<NaiveDate>,
) -> Moment {
    let usual = || due_days.and_then(|days| term.starts_on.checked_add_days(Days::new(days.into())));
    let day = set.or_else(usual).unwrap_or(term.ends_on);
    let day = extended.map_or(day, |extended| extended.max(day));
    term.zone.end_of(day.min(term.ends_on))
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
        assert_eq!(due_at(&term("Asia/Irkutsk"), Some(14), None, None), at("2026-09-15T16:00:00Z"));
        assert_eq!(due_at(&term("Europe/Moscow"), Some(14), None, None), at("2026-09-15T21:00:00Z"));
    }

    #[test]
    fn an_extension_makes_the_deadline_later_and_never_earlier() {
        let (term, day) = (term("Europe/Moscow"), |text: &str| text.parse().ok());
        let due = |set, extended| due_at(&term, Some(14), set, extended);
        let at = |text| Moment::parse(text).unwrap();
        assert_eq!(due(day("2026-09-10"), None), at("2026-09-10T21:00:00Z"));
        assert_eq!(due(day("2026-09-10"), day("2026-09-12")), at("2026-09-12T21:00:00Z"));
        assert_eq!(due(None, day("2026-09-12")), at("2026-09-15T21:00:00Z"));
        assert_eq!(due(None, day("2027-01-01")), term.ends_at(), "never after the edition");
    }

    #[test]
    fn without_days_the_edition_itself_is_the_deadline() {
        let term = term("Europe/Moscow");
        assert_eq!(due_at(&term, None, None, None), term.ends_at());
    }

    proptest! {
        #[test]
        fn no_deadline_is_after_the_edition_and_more_days_are_never_earlier(days in 0..4000u32, more in 0..4000u32) {
            let term = term("Asia/Almaty");
            let (sooner, later) = (due_at(&term, Some(days), None, None), due_at(&term, Some(days + more), None, None));
            prop_assert!(sooner <= later && later <= term.ends_at());
        }
    }
}
