//! How well graders agree: Cohen's kappa with quadratic weights. The formula and its source are in
//! `docs/STATISTICS.md`.

/// Quadratically weighted kappa of pairs of ordered categories `0..categories`, or nothing when it is not defined:
/// without a pair, or when all of both graders' marks are one and the same category.
///
/// 1 is full agreement, 0 what chance alone would give, below 0 less than that.
pub fn weighted_kappa(pairs: &[(usize, usize)], categories: usize) -> Option<f64> {
    if pairs.is_empty() || categories < 2 {
        return None;
    }
    let mut first = vec![0_u64; categories];
    let mut second = vec![0_u64; categories];
    let mut observed = 0_f64;
    for (one, other) in pairs {
        *first.get_mut(*one)? += 1;
        *second.get_mut(*other)? += 1;
        observed += weight(*one, *other);
    }
    // Only what somebody gave counts, however many categories there are.
    let given = |counts: Vec<u64>| -> Vec<(usize, u64)> {
        counts.into_iter().enumerate().filter(|(_, count)| *count > 0).collect()
    };
    let (first, second) = (given(first), given(second));
    let mut expected = 0_f64;
    for (one, count) in &first {
        for (other, others) in &second {
            expected += weight(*one, *other) * to_f64(*count) * to_f64(*others);
        }
    }
    let expected = expected / to_f64(u64::try_from(pairs.len()).ok()?);
    if expected == 0.0 { None } else { Some(1.0 - observed / expected) }
}

/// How far two categories are apart, squared. The usual division by the square of the widest distance falls out of
/// the quotient.
fn weight(one: usize, other: usize) -> f64 {
    let apart = to_f64(u64::try_from(one.abs_diff(other)).unwrap_or(u64::MAX));
    apart * apart
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of works and levels, far below what an f64 holds exactly"
)]
fn to_f64(count: u64) -> f64 {
    count as f64
}

/// Pairs that are the very same, of how many.
pub fn same(pairs: &[(usize, usize)]) -> (usize, usize) {
    (pairs.iter().filter(|(one, other)| one == other).count(), pairs.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_example_of_two_raters_and_three_levels() {
        // Counted by hand: observed 3 squared steps in 6 works; expected by chance 44 / 6.
        let pairs = [(0, 0), (1, 1), (2, 2), (2, 1), (0, 1), (1, 2)];
        let kappa = weighted_kappa(&pairs, 3).unwrap();
        let (first, second) = ([2.0, 2.0, 2.0], [1.0, 3.0, 2.0]);
        let mut expected = 0.0;
        for (i, a) in first.iter().enumerate() {
            for (j, b) in second.iter().enumerate() {
                expected += f64::from(u32::try_from(i.abs_diff(j).pow(2)).unwrap()) * a * b / 6.0;
            }
        }
        assert!((kappa - (1.0 - 3.0 / expected)).abs() < 1e-12, "{kappa}");
    }

    #[test]
    fn without_differences_to_expect_it_is_not_defined() {
        assert_eq!(weighted_kappa(&[], 3), None);
        assert_eq!(weighted_kappa(&[(1, 1), (1, 1)], 3), None);
        assert_eq!(weighted_kappa(&[(0, 5)], 3), None, "a category that is none");
        assert_eq!(same(&[(0, 0), (1, 2)]), (1, 2));
    }

    proptest! {
        #[test]
        fn equal_marks_give_one(marks in prop::collection::vec(0..5usize, 2..40)) {
            let pairs: Vec<_> = marks.iter().map(|mark| (*mark, *mark)).collect();
            match weighted_kappa(&pairs, 5) {
                Some(kappa) => prop_assert!((kappa - 1.0).abs() < 1e-12),
                None => prop_assert!(marks.iter().all(|mark| *mark == marks[0])),
            }
        }

        #[test]
        fn marks_that_know_nothing_of_each_other_give_zero(
            first in prop::collection::vec(0..4usize, 1..8), second in prop::collection::vec(0..4usize, 1..8),
        ) {
            // Each of the one with each of the other: what chance alone would give.
            let pairs: Vec<_> = first.iter().flat_map(|a| second.iter().map(move |b| (*a, *b))).collect();
            if let Some(kappa) = weighted_kappa(&pairs, 4) {
                prop_assert!(kappa.abs() < 1e-9, "{kappa}");
            }
        }

        #[test]
        fn it_does_not_matter_who_is_first(pairs in prop::collection::vec((0..4usize, 0..4usize), 1..30)) {
            let turned: Vec<_> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
            match (weighted_kappa(&pairs, 4), weighted_kappa(&turned, 4)) {
                (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-9 && one <= 1.0 + 1e-12),
                (one, other) => prop_assert_eq!(one.is_none(), other.is_none()),
            }
        }
    }
}
