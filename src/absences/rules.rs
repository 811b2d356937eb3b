//! When somebody can tell that they miss a session, and what a trainer can decide over it. Pure: `now` is an argument.

use crate::attendance::rules::beforehand::told_until;
use crate::attendance::rules::{ReasonCode, Status};
use crate::kernel::{Fault, Moment, ZoneName};
use chrono::NaiveDate;

/// The most characters of somebody's own words; with the reason they fit into a mark.
pub const WORDS: usize = 400;

/// The most notices that somebody gives about one session, those taken back counted: each may carry a file.
pub const MOST: i64 = 10;

/// The field under which everything stands that is wrong with telling at all.
pub const FIELD: &str = "absence";

/// When a session is, and whether it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// On which day, by its wall.
    pub held_on: NaiveDate,
    /// The zone of the wall.
    pub zone: ZoneName,
    /// The instant it starts.
    pub starts_at: Moment,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// What a notice is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// In time: it excuses.
    InTime,
    /// After the start: the trainer decides.
    Late,
    /// Too late to tell.
    Over,
}

impl When {
    /// What a notice is that is given now. Half-open: at the start it is late already.
    pub fn phase(&self, now: Moment) -> Phase {
        if now < self.starts_at {
            Phase::InTime
        } else if now < told_until(self.held_on, self.zone) {
            Phase::Late
        } else {
            Phase::Over
        }
    }
}

/// Why nothing can be told about a session now; the mark is what the sheet says.
pub fn refusal(when: When, mark: Option<Status>, now: Moment) -> Option<&'static str> {
    if when.cancelled {
        return Some("absences-cancelled");
    }
    match mark {
        Some(Status::Present | Status::Late | Status::LeftEarly) => return Some("absences-was-there"),
        Some(Status::Excused) => return Some("absences-excused"),
        Some(Status::Absent) | None => {}
    }
    (when.phase(now) == Phase::Over).then_some("absences-over")
}

/// What is wrong with a reason and its words.
pub fn faults(reason: ReasonCode, words: Option<&str>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if reason.needs_words() && words.is_none() {
        faults.push(Fault::new("words", "absences-words"));
    }
    if words.is_some_and(|words| words.chars().count() > WORDS) {
        faults.push(Fault::new("words", "too-long").with("limit", WORDS));
    }
    faults
}

/// What is wrong with the answer to a late notice.
pub fn answer_fault(accepted: bool, words: Option<&str>) -> Option<Fault> {
    match words {
        None if !accepted => Some(Fault::new("words", "absences-refusal-words")),
        Some(words) if words.chars().count() > WORDS => {
            Some(Fault::new("words", "too-long").with("limit", WORDS))
        }
        _ => None,
    }
}

/// Whether a late notice can be decided on, having been decided so before: a refusal may be reconsidered; an acceptance is
/// a mark, and is changed on the sheet like every other.
pub fn can_be_decided(late: bool, taken_back: bool, before: Option<bool>) -> bool {
    late && !taken_back && before != Some(true)
}

/// Whether a mark contradicts that somebody was not there.
pub fn contradicts(mark: Option<Status>) -> bool {
    matches!(mark, Some(Status::Present | Status::Late | Status::LeftEarly))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn when() -> When {
        When {
            held_on: "2026-09-15".parse().unwrap(),
            zone: ZoneName::parse("Asia/Irkutsk").unwrap(),
            starts_at: at("2026-09-15T02:00:00Z"),
            cancelled: false,
        }
    }

    #[test]
    fn a_notice_is_in_time_before_the_start_and_late_for_a_week() {
        assert_eq!(when().phase(at("2026-09-15T01:59:59Z")), Phase::InTime);
        assert_eq!(when().phase(at("2026-09-15T02:00:00Z")), Phase::Late);
        assert_eq!(when().phase(at("2026-09-22T15:59:59Z")), Phase::Late);
        assert_eq!(when().phase(at("2026-09-22T16:00:00Z")), Phase::Over);
    }

    #[test]
    fn nothing_is_told_about_a_session_that_is_cancelled_or_marked_otherwise() {
        let now = at("2026-09-15T01:00:00Z");
        assert_eq!(refusal(when(), None, now), None);
        assert_eq!(refusal(when(), Some(Status::Absent), now), None);
        assert_eq!(refusal(when(), Some(Status::Late), now), Some("absences-was-there"));
        assert_eq!(refusal(when(), Some(Status::Excused), now), Some("absences-excused"));
        assert_eq!(refusal(When { cancelled: true, ..when() }, None, now), Some("absences-cancelled"));
        assert_eq!(refusal(when(), None, at("2026-10-15T01:00:00Z")), Some("absences-over"));
    }

    #[test]
    fn something_else_is_said_in_words() {
        assert!(faults(ReasonCode::Illness, None).is_empty());
        assert_eq!(faults(ReasonCode::Other, None).len(), 1);
        assert!(faults(ReasonCode::Other, Some("Переезд")).is_empty());
        assert_eq!(faults(ReasonCode::Work, Some(&"я".repeat(WORDS + 1))).len(), 1);
        assert!(faults(ReasonCode::Work, Some(&"я".repeat(WORDS))).is_empty());
    }

    #[test]
    fn a_refusal_says_why_and_no_answer_is_longer_than_a_notice() {
        assert!(answer_fault(true, None).is_none() && answer_fault(false, None).is_some());
        assert!(answer_fault(false, Some(&"я".repeat(WORDS))).is_none());
        assert!(answer_fault(true, Some(&"я".repeat(WORDS + 1))).is_some());
    }

    #[test]
    fn a_refusal_may_be_reconsidered_and_an_acceptance_not() {
        assert!(can_be_decided(true, false, None) && can_be_decided(true, false, Some(false)));
        assert!(!can_be_decided(true, false, Some(true)));
        assert!(!can_be_decided(false, false, None) && !can_be_decided(true, true, None));
        assert!(
            contradicts(Some(Status::LeftEarly)) && !contradicts(Some(Status::Absent)) && !contradicts(None)
        );
    }
}
