//! How an edition lets trainees review each other.

use crate::kernel::Fault;
use serde::{Deserialize, Serialize};

/// What an edition has set for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeerSetup {
    /// How many review each work, 0 to 5; with none there is no reviewing.
    pub reviewers: i32,
    /// Days of 24 hours for it, 1 to 30.
    pub days: i32,
    /// What all one's reviews are worth together, 0 to 100 points. They stand beside the grade and do not change it.
    pub points: i32,
    /// Whether those who grade are shown the median of the reviews.
    pub proposes: bool,
}

impl Default for PeerSetup {
    fn default() -> PeerSetup {
        PeerSetup { reviewers: 0, days: 7, points: 0, proposes: false }
    }
}

/// What is wrong with a setup. How many review a work is fixed once works were given out.
pub fn check(setup: PeerSetup, allotted: Option<PeerSetup>) -> Vec<Fault> {
    let bounds =
        [("reviewers", setup.reviewers, 0, 5), ("days", setup.days, 1, 30), ("points", setup.points, 0, 100)];
    let outside = bounds.into_iter().filter(|(_, value, low, high)| !(low..=high).contains(&value));
    let mut faults: Vec<Fault> = outside
        .map(|(name, _, low, high)| Fault::new(name, "out-of-range").with("low", low).with("high", high))
        .collect();
    if allotted.is_some_and(|before| before.reviewers != setup.reviewers) {
        faults.push(Fault::new("reviewers", "peer-allotted"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_within_bounds_and_reviewers_are_fixed_once_works_are_given_out() {
        let usual = PeerSetup { reviewers: 2, ..PeerSetup::default() };
        assert!(check(usual, None).is_empty() && check(usual, Some(usual)).is_empty());
        assert_eq!(check(PeerSetup { reviewers: 6, days: 0, points: 101, proposes: true }, None).len(), 3);
        assert_eq!(check(PeerSetup { reviewers: 3, ..usual }, Some(usual))[0].code, "peer-allotted");
    }
}
