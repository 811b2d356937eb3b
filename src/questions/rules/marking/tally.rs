//! Adding marks up.
//!
//! A share is kept in ten-millionths and cut: a third is 0.3333333, and three thirds would come to less than one. So
//! that nobody with exactly the pass mark fails by that, points are added up as points × share, and every share that
//! was cut counts as short by the ten-millionth that it may be short by. The sum is rounded once, and down.

use super::{Mark, MilliPoints};
use crate::kernel::Permille;
use crate::questions::rules::Weight;

/// Points reached and points there were, without rounding.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    /// In ten-millionths of thousandths of a point.
    reached: i128,
    /// What the cut shares may be short by, in the same.
    short: i128,
    /// In thousandths of a point.
    most: i64,
}

impl Tally {
    /// Adds one mark; nothing is reached where a person has yet to say.
    pub fn add(&mut self, mark: &Mark) {
        let (whole, most) = (i128::from(Weight::WHOLE.0), i128::from(mark.most.0));
        self.most = self.most.saturating_add(i64::from(mark.most.0));
        let Some(share) = mark.fraction else { return };
        // Points that a person gave or that were kept before shares were as fine stand as they are.
        if Mark::points_of(mark.most, share) != mark.points {
            self.reached += i128::from(mark.points.0) * whole;
            return;
        }
        self.reached += most * i128::from(share.0);
        if share.0 > 0 && share < Weight::WHOLE {
            self.short += most;
        }
    }

    /// The points reached, to the nearest thousandth.
    pub fn points(self) -> MilliPoints {
        let whole = i128::from(Weight::WHOLE.0);
        MilliPoints(i32::try_from((self.reached + whole / 2) / whole).unwrap_or(i32::MAX))
    }

    /// The points there were.
    pub fn most(self) -> MilliPoints {
        MilliPoints(i32::try_from(self.most).unwrap_or(i32::MAX))
    }

    /// The share reached, rounded down; everything when nothing carried points.
    pub fn result(self) -> Permille {
        let all = i128::from(self.most) * i128::from(Weight::WHOLE.0);
        if all <= 0 {
            return Permille::WHOLE;
        }
        let share = (self.reached + self.short).max(0) * 1000 / all;
        Permille(i32::try_from(share).unwrap_or(Permille::WHOLE.0).min(Permille::WHOLE.0))
    }
}

impl<'m> FromIterator<&'m Mark> for Tally {
    fn from_iter<I: IntoIterator<Item = &'m Mark>>(marks: I) -> Tally {
        let mut tally = Tally::default();
        marks.into_iter().for_each(|mark| tally.add(mark));
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(points: i32, share: Weight) -> Mark {
        let most = MilliPoints(points * 1000);
        Mark { fraction: Some(share), points: Mark::points_of(most, share), most }
    }

    fn result(marks: &[Mark]) -> Permille {
        marks.iter().collect::<Tally>().result()
    }

    #[test]
    fn whoever_reaches_the_pass_mark_exactly_passes() {
        let third = mark(1, Weight::of(1, 3));
        let (right, wrong) = (mark(1, Weight::WHOLE), mark(1, Weight(0)));
        let marks = [right, right, right, right, right, right, wrong, third, third, third];
        assert_eq!(result(&marks), Permille(700));
        assert_eq!(marks.iter().collect::<Tally>().points(), MilliPoints(7000));
        assert_eq!(
            result(&[right, mark(1, Weight::of(1, 7)), wrong]),
            Permille(380),
            "rounded down all the same"
        );
        let short = mark(1, Weight(9_999_990));
        assert_eq!(result(&[short]), Permille(999), "nothing but the cut is made good");
        assert_eq!(result(&[]), Permille::WHOLE);
    }

    #[test]
    fn points_that_a_person_gave_stand() {
        let given =
            Mark { fraction: Some(Weight(3_330_000)), points: MilliPoints(1000), most: MilliPoints(3000) };
        assert_eq!(given_tally(given), (MilliPoints(1000), Permille(333)));
        let waiting = Mark { fraction: None, points: MilliPoints(0), most: MilliPoints(3000) };
        assert_eq!(given_tally(waiting), (MilliPoints(0), Permille(0)));
    }

    fn given_tally(mark: Mark) -> (MilliPoints, Permille) {
        let tally: Tally = [mark].iter().collect();
        (tally.points(), tally.result())
    }

    proptest! {
        /// The parts of equal questions come to what they come to as one fraction, rounded down once.
        #[test]
        fn equal_parts_add_up_exactly(parts in proptest::collection::vec(0..=12i64, 1..40), whole in 1..=12i64, points in 1..=5i32) {
            let parts: Vec<i64> = parts.into_iter().map(|part| part.min(whole)).collect();
            let marks: Vec<Mark> = parts.iter().map(|part| mark(points, Weight::of(*part, whole))).collect();
            let count = i64::try_from(parts.len()).unwrap();
            prop_assert_eq!(result(&marks), Permille::of(parts.iter().sum(), whole * count));
        }
    }
}
