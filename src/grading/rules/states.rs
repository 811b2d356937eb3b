//! Where a work stands on its way to its author.

use crate::kernel::{Moment, words};

words! {
    /// Where a work stands.
    WorkState {
        /// Nobody has begun.
        NotMarked = "not_marked",
        /// Somebody is at work, or marks are saved but not all given.
        InMarking = "in_marking",
        /// The grade is decided; its author does not see it yet.
        InReview = "in_review",
        /// Its author sees the grade, or was asked for another version.
        Released = "released",
    }
}

words! {
    /// Whose works of a queue are wanted.
    Whose {
        /// Everybody's.
        All = "all",
        /// Those this reader holds a place at.
        Mine = "mine",
        /// Those that have a place for this reader.
        Free = "free",
        /// Those this reader may go on with: held or free.
        Open = "open",
    }
}

/// Where a work stands: since when marks are saved, the grade is decided, nothing is left to do; and whether
/// somebody is at work now.
pub fn state_of(
    begun: Option<Moment>,
    settled: Option<Moment>,
    closed: Option<Moment>,
    at_work: bool,
) -> WorkState {
    match (closed, settled, begun) {
        (Some(_), ..) => WorkState::Released,
        (None, Some(_), _) => WorkState::InReview,
        (None, None, Some(_)) => WorkState::InMarking,
        (None, None, None) if at_work => WorkState::InMarking,
        (None, None, None) => WorkState::NotMarked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_goes_one_way_but_for_a_claim_that_ends() {
        let at = Moment::parse("2026-09-15T09:00:00Z");
        assert_eq!(state_of(None, None, None, false), WorkState::NotMarked);
        assert_eq!(state_of(None, None, None, true), WorkState::InMarking);
        assert_eq!(state_of(at, None, None, false), WorkState::InMarking);
        assert_eq!(state_of(at, at, None, false), WorkState::InReview);
        assert_eq!(state_of(at, at, at, true), WorkState::Released);
        assert_eq!(state_of(None, at, at, false), WorkState::Released, "asked for another version");
    }
}
