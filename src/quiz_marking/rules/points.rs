//! Points as a person types them.

use crate::kernel::Fault;
use crate::questions::rules::marking::{Mark, MilliPoints};
use crate::questions::rules::{Decimal, Question, Weight};

/// Points of what a person marks go in quarters.
pub const STEP: MilliPoints = MilliPoints(250);
/// Points in the place of others go in what marks themselves have: a third of a point can be put right.
pub const FINE_STEP: MilliPoints = MilliPoints(1);

/// What a question can give.
pub fn most(question: &Question) -> MilliPoints {
    Mark::of(question, None).most
}

/// Points typed for a question: from nothing to all, in steps, with comma or dot.
///
/// # Errors
/// The fault of the field `points`.
pub fn read(text: &str, most: MilliPoints, step: MilliPoints) -> Result<MilliPoints, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::new("points", "required"));
    }
    let wrong = || Fault::new("points", "points-step").with("most", plain(most)).with("step", plain(step));
    let millionths = Decimal::parse(text).ok_or_else(|| Fault::new("points", "not-a-number"))?.0;
    let points = i32::try_from(millionths / 1000).map_err(|_| wrong())?;
    let in_steps = millionths % (i64::from(step.0) * 1000) == 0;
    if in_steps && (0..=most.0).contains(&points) { Ok(MilliPoints(points)) } else { Err(wrong()) }
}

/// The mark that so many points are: the share follows from the points, never the other way round.
pub fn mark(points: MilliPoints, most: MilliPoints) -> (Option<Weight>, MilliPoints) {
    (Some(Weight::of(points.0.into(), most.0.into())), points)
}

/// Points as a number without needless zeros.
pub fn plain(points: MilliPoints) -> String {
    Decimal(i64::from(points.0) * 1000).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quarters_between_nothing_and_all_are_points() {
        let most = MilliPoints(3000);
        for (text, points) in [("0", 0), ("3", 3000), ("1,5", 1500), (" 2.25 ", 2250)] {
            assert_eq!(read(text, most, STEP).unwrap(), MilliPoints(points), "{text}");
        }
        let code = |text| read(text, most, STEP).unwrap_err().code;
        for (text, expected) in [
            ("", "required"),
            ("три", "not-a-number"),
            ("3.25", "points-step"),
            ("-1", "points-step"),
            ("1.1", "points-step"),
            ("0.000001", "points-step"),
            ("999999999999", "points-step"),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
        assert_eq!(plain(MilliPoints(1250)), "1.25");
        let fine = |text| read(text, most, FINE_STEP);
        assert_eq!(fine("0,333").unwrap(), MilliPoints(333));
        assert_eq!(fine("0.3333").unwrap_err().code, "points-step");
    }

    proptest! {
        #[test]
        fn the_share_of_points_gives_these_points_again(quarters in 0..=400i32, of in 1..=100i32) {
            let most = MilliPoints(of * 1000);
            let points = MilliPoints((quarters * STEP.0).min(most.0));
            let (share, kept) = mark(points, most);
            prop_assert_eq!(kept, points);
            let share = i64::from(share.unwrap().0);
            prop_assert!((0..=i64::from(Weight::WHOLE.0)).contains(&share));
            prop_assert_eq!(share == i64::from(Weight::WHOLE.0), points == most);
        }
    }
}
