//! What reviewers of one's own kind come to, as a proposal for whoever grades.

use super::Marks;
use crate::cases::rules::total;
use crate::programmes::rules::Criterion;
use std::collections::BTreeMap;

/// What several reviews come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// How many reviews.
    pub reviews: usize,
    /// The median by criterion, in the order of the rubric.
    pub points: Vec<u32>,
    /// Their sum, each times the weight of its criterion.
    pub total: u32,
}

/// The median of each criterion. Of two in the middle the lower counts, so that it is always a level that somebody
/// chose. Reviews by another version of the rubric are left out. Nothing while there is no complete one.
pub fn proposal(rubric: &[Criterion], reviews: &[Marks]) -> Option<Proposal> {
    let level = |one: &Criterion, points: u32| one.levels.iter().any(|level| level.points == points);
    let given =
        |marks: &Marks, one: &Criterion| marks.points.get(&one.key).is_some_and(|points| level(one, *points));
    let complete = |marks: &&Marks| rubric.iter().all(|one| given(marks, one));
    let reviews: Vec<&Marks> = reviews.iter().filter(complete).collect();
    let median = |criterion: &Criterion| {
        let mut points: Vec<u32> =
            reviews.iter().filter_map(|marks| marks.points.get(&criterion.key).copied()).collect();
        points.sort_unstable();
        points.get(points.len().saturating_sub(1) / 2).copied()
    };
    let points = rubric.iter().map(median).collect::<Option<Vec<u32>>>()?;
    if reviews.is_empty() {
        return None;
    }
    let by_key: BTreeMap<String, u32> =
        rubric.iter().map(|one| one.key.clone()).zip(points.iter().copied()).collect();
    Some(Proposal { reviews: reviews.len(), total: total(rubric, &by_key), points })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Localised;
    use crate::programmes::rules::Level;

    fn criterion(key: &str, weight: u32) -> Criterion {
        let levels = (0..=4).map(|points| Level { points, text: Localised::default() }).collect();
        Criterion { key: key.to_owned(), title: Localised::default(), weight, levels }
    }

    fn marks(grasp: u32, tone: u32) -> Marks {
        let points = [("grasp".to_owned(), grasp), ("tone".to_owned(), tone)].into();
        Marks { points, ..Marks::default() }
    }

    #[test]
    fn the_middle_review_counts_and_of_two_the_lower() {
        let rubric = [criterion("grasp", 2), criterion("tone", 1)];
        let of = |reviews: &[Marks]| proposal(&rubric, reviews);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[Marks::default()]), None, "half a review is none");
        let three = of(&[marks(0, 3), marks(4, 3), marks(2, 0)]).unwrap();
        assert_eq!((three.reviews, three.points.clone(), three.total), (3, vec![2, 3], 7));
        assert_eq!(of(&[marks(0, 3), marks(4, 3)]).unwrap().points, [0, 3]);
        assert_eq!(of(&[marks(9, 3)]), None, "a level of another rubric is none");
    }
}
