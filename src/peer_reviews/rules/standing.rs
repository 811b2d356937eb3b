//! Where a review stands, and what reviewing is worth.

use crate::kernel::{Fault, Moment, words};

words! {
    /// Where a review stands.
    ReviewState {
        /// It is to be written.
        Open = "open",
        /// Its time is over; it can still be handed in, until somebody else is asked.
        Overdue = "overdue",
        /// It was handed in.
        HandedIn = "handed_in",
        /// Its time was over, and somebody else was asked.
        PassedOn = "passed_on",
        /// Staff do not let it count.
        Dropped = "dropped",
        /// The work was hidden: nobody has to review it any more.
        Hidden = "hidden",
    }
}

/// What is written down about a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Until when it is in time.
    pub due_at: Moment,
    /// When it was handed in.
    pub handed_in_at: Option<Moment>,
    /// When somebody else was asked.
    pub passed_on_at: Option<Moment>,
    /// When it was dropped.
    pub dropped_at: Option<Moment>,
    /// Whether the work was hidden.
    pub hidden: bool,
}

/// Where a review stands.
pub fn state_of(facts: Facts, now: Moment) -> ReviewState {
    match facts {
        Facts { hidden: true, .. } => ReviewState::Hidden,
        Facts { dropped_at: Some(_), .. } => ReviewState::Dropped,
        Facts { handed_in_at: Some(_), .. } => ReviewState::HandedIn,
        Facts { passed_on_at: Some(_), .. } => ReviewState::PassedOn,
        Facts { due_at, .. } if now >= due_at => ReviewState::Overdue,
        _ => ReviewState::Open,
    }
}

impl ReviewState {
    /// Whether its reviewer may write on.
    pub fn is_to_write(self) -> bool {
        matches!(self, ReviewState::Open | ReviewState::Overdue)
    }
}

/// The points for reviewing: the share that counts of what was asked, rounded down; nothing while nothing was asked.
/// What became superfluous, as the work was hidden, was not asked.
pub fn points(most: i32, states: &[ReviewState]) -> Option<i32> {
    let asked = states.iter().filter(|state| **state != ReviewState::Hidden).count();
    let counted = states.iter().filter(|state| **state == ReviewState::HandedIn).count();
    let (asked, counted) = (i32::try_from(asked).ok()?, i32::try_from(counted).ok()?);
    (asked > 0).then(|| most.saturating_mul(counted) / asked)
}

/// What a review lacks besides marks: levels alone tell the author nothing.
pub fn review_fault(remark: &str) -> Option<Fault> {
    remark.trim().is_empty().then(|| Fault::new("remark", "peer-remark"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_review_is_written_until_it_is_passed_on_and_counts_until_it_is_dropped() {
        let (before, due, after) =
            (at("2026-10-01T09:00:00Z"), at("2026-10-02T09:00:00Z"), at("2026-10-03T09:00:00Z"));
        let open =
            Facts { due_at: due, handed_in_at: None, passed_on_at: None, dropped_at: None, hidden: false };
        assert_eq!((state_of(open, before), state_of(open, due)), (ReviewState::Open, ReviewState::Overdue));
        assert!(state_of(open, after).is_to_write(), "late is better than nothing");
        let passed = Facts { passed_on_at: Some(after), ..open };
        assert_eq!(state_of(passed, after), ReviewState::PassedOn);
        let done = Facts { handed_in_at: Some(before), ..open };
        assert_eq!(state_of(done, after), ReviewState::HandedIn);
        assert_eq!(state_of(Facts { dropped_at: Some(after), ..done }, after), ReviewState::Dropped);
        assert_eq!(state_of(Facts { hidden: true, ..done }, after), ReviewState::Hidden);
    }

    #[test]
    fn points_are_the_share_that_counts_rounded_down() {
        let all = [ReviewState::HandedIn, ReviewState::HandedIn, ReviewState::Dropped];
        assert_eq!(points(10, &all), Some(6));
        assert_eq!(points(10, &[ReviewState::Hidden, ReviewState::HandedIn]), Some(10));
        assert_eq!(points(10, &[ReviewState::Hidden]), None);
        assert_eq!(points(10, &[]), None, "whoever was asked for nothing has lost nothing");
    }
}
