//! Shares and marks as scaled integers: no floats, rounded once, at display.

use serde::{Deserialize, Serialize};

/// A share in thousandths: 1000 is everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permille(pub i32);

impl Permille {
    /// Everything.
    pub const WHOLE: Permille = Permille(1000);

    /// The share `part` is of `whole`, rounded down, so that a threshold is never passed by rounding.
    /// An empty whole counts as fully done.
    pub fn of(part: i64, whole: i64) -> Permille {
        if whole <= 0 {
            return Permille::WHOLE;
        }
        let share = (part.max(0) * 1000) / whole;
        Permille(i32::try_from(share.min(1000)).unwrap_or(1000))
    }

    /// A threshold written as whole percent.
    pub fn percent(percent: i32) -> Permille {
        Permille(percent * 10)
    }

    /// Whole percent for display, rounded down.
    pub fn as_percent(self) -> i32 {
        self.0.div_euclid(10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_just_under_the_threshold_does_not_reach_it() {
        assert!(Permille::of(7999, 10000) < Permille::percent(80));
        assert_eq!(Permille::of(8, 10), Permille::percent(80));
        assert_eq!(Permille::of(3, 0), Permille::WHOLE);
    }
}
