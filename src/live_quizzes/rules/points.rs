//! What an answer gives.
//!
//! points = share that is right × (points for right + points for quick × share of the time that was left),
//! rounded down once. With 500 and 500 a whole right answer at the very first moment gives 1000 and at the very
//! last 500: half for right, half for quick. The time is each player's own, extra time included. An answer to a
//! question that was opened again gives nothing, because everybody has seen what is right.

use crate::questions::rules::Weight;
use serde::{Deserialize, Serialize};

/// What a question of a live quiz is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worth {
    /// Points for a right answer, however late.
    pub right: i32,
    /// Further points for a right answer at once; they melt with the time.
    pub quick: i32,
}

impl Worth {
    /// The most that one question gives.
    pub fn most(self) -> i32 {
        self.right.saturating_add(self.quick)
    }
}

/// The time an answer had left, of all there was, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLeft {
    /// What was left.
    pub left_ms: i64,
    /// What there was.
    pub limit_ms: i64,
}

/// The points of an answer.
pub fn points(worth: Worth, share: Weight, time: TimeLeft) -> i32 {
    let limit = i128::from(time.limit_ms.max(1));
    let left = i128::from(time.left_ms).clamp(0, limit);
    let share = i128::from(share.0.clamp(0, Weight::WHOLE.0));
    let (right, quick) = (i128::from(worth.right.max(0)), i128::from(worth.quick.max(0)));
    let points = share * (right * limit + quick * left) / (limit * i128::from(Weight::WHOLE.0));
    i32::try_from(points).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HALVES: Worth = Worth { right: 500, quick: 500 };

    #[test]
    fn half_for_right_and_half_for_quick() {
        let at = |left_ms| points(HALVES, Weight::WHOLE, TimeLeft { left_ms, limit_ms: 20_000 });
        assert_eq!((at(20_000), at(10_000), at(0)), (1000, 750, 500));
        let half = points(HALVES, Weight::percent(50), TimeLeft { left_ms: 10_000, limit_ms: 20_000 });
        assert_eq!(half, 375, "a half right answer gives half");
        assert_eq!(points(HALVES, Weight(0), TimeLeft { left_ms: 20_000, limit_ms: 20_000 }), 0);
    }

    prop_compose! {
        fn worths()(right in 0..=1000i32, quick in 0..=1000i32) -> Worth { Worth { right, quick } }
    }

    proptest! {
        #[test]
        fn points_never_exceed_the_most(
            worth in worths(), share in any::<i32>(), left_ms in any::<i64>(), limit_ms in any::<i64>(),
        ) {
            let given = points(worth, Weight(share), TimeLeft { left_ms, limit_ms });
            prop_assert!((0..=worth.most()).contains(&given), "{given}");
        }

        #[test]
        fn quicker_and_righter_never_gets_less(
            worth in worths(), share in 0..=10_000_000i32, less in 0..=10_000_000i32,
            left_ms in 0..600_000i64, later in 0..600_000i64,
        ) {
            let at = |share, left_ms| points(worth, Weight(share), TimeLeft { left_ms, limit_ms: 600_000 });
            prop_assert!(at(share, left_ms) >= at(share, left_ms - later));
            prop_assert!(at(share, left_ms) >= at(share - less.min(share), left_ms));
        }
    }
}
