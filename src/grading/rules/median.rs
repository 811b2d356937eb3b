//! What reviewers of one's own kind come to, as a proposal for whoever grades.

use super::Marks;
use crate::programmes::rules::Criterion;

/// What several reviews come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// How many reviews.
    pub reviews: usize,
    /// The median by criterion, in the order of the rubric.
    pub points: Vec<u32>,
}

impl Proposal {
    /// The sum.
    pub fn total(&self) -> u32 {
        self.points.iter().fold(0, |sum, points| sum.saturating_add(*points))
    }
}

/// The median of each criterion. Of two in the middle the lower counts, so that it is always a level that somebody
/// chose. Nothing while there is no complete review.
pub fn proposal(rubric: &[Criterion], reviews: &[Marks]) -> Option<Proposal> {
    let complete = |marks: &&Marks| rubric.iter().all(|one| marks.points.contains_key(&one.key));
    let reviews: Vec<&Marks> = reviews.iter().filter(complete).collect();
    let median = |criterion: &Criterion| {
        let mut points: Vec<u32> =
            reviews.iter().filter_map(|marks| marks.points.get(&criterion.key).copied()).collect();
        points.sort_unstable();
        points.get(points.len().saturating_sub(1) / 2).copied()
    };
    let points = rubric.iter().map(median).collect::<Option<Vec<u32>>>()?;
    (!reviews.is_empty()).then_some(Proposal { reviews: reviews.len(), points })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Localised;

    fn criterion(key: &str) -> Criterion {
        Criterion { key: key.to_owned(), title: Localised::default(), levels: Vec::new() }
    }

    fn marks(grasp: u32, tone: u32) -> Marks {
        let points = [("grasp".to_owned(), grasp), ("tone".to_owned(), tone)].into();
        Marks { points, ..Marks::default() }
    }

    #[test]
    fn the_middle_review_counts_and_of_two_the_lower() {
        let rubric = [criterion("grasp"), criterion("tone")];
        let of = |reviews: &[Marks]| proposal(&rubric, reviews);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[Marks::default()]), None, "half a review is none");
        let three = of(&[marks(0, 3), marks(4, 3), marks(2, 0)]).unwrap();
        assert_eq!((three.reviews, three.points.clone(), three.total()), (3, vec![2, 3], 5));
        assert_eq!(of(&[marks(0, 3), marks(4, 3)]).unwrap().points, [0, 3]);
    }
}
