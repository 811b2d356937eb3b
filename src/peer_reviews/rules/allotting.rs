//! Who reviews what. Chance comes as a number; from the same number comes the same.

use crate::kernel::{EnrolmentId, SubmissionId};
use sha2::{Digest, Sha256};

/// A work with its author's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// The version.
    pub submission: SubmissionId,
    /// Whose.
    pub author: EnrolmentId,
}

/// Who reviews what.
pub type Pair = (SubmissionId, EnrolmentId);

/// A work that lacks reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// The work.
    pub work: Work,
    /// How many.
    pub missing: usize,
}

/// The first allotment: authors sit in a circle in an order of chance, and each reviews the works of those before
/// them. So nobody reviews their own, each work has as many reviewers as are wanted or as there are others, and all
/// have the same to do.
pub fn circle(works: &[Work], wanted: usize, seed: u64) -> Vec<Pair> {
    let mut seats = works.to_vec();
    seats.sort_by_key(|work| chance(seed, work.author.0));
    let each = wanted.min(seats.len().saturating_sub(1));
    let reviewers = |(place, work): (usize, &Work)| {
        let next = seats.iter().cycle().skip(place + 1).take(each).map(|other| other.author);
        let submission = work.submission;
        next.map(move |reviewer| (submission, reviewer)).collect::<Vec<_>>()
    };
    seats.iter().enumerate().flat_map(reviewers).collect()
}

/// What works that lack reviews are given: of those who never had a work, whoever has the least to do comes first,
/// then chance decides. Nobody gets their own. Where nobody is left, a work stays with what it has.
pub fn fill(lacking: &[Lacking], candidates: &[(EnrolmentId, usize)], ever: &[Pair], seed: u64) -> Vec<Pair> {
    let mut loads = candidates.to_vec();
    let mut given: Vec<Pair> = Vec::new();
    for Lacking { work, missing } in lacking {
        for _ in 0..*missing {
            let fits = |who: EnrolmentId| {
                let pair = (work.submission, who);
                who != work.author && !ever.contains(&pair) && !given.contains(&pair)
            };
            let best = loads
                .iter_mut()
                .filter(|(who, _)| fits(*who))
                .min_by_key(|(who, load)| (*load, chance(seed, who.0)));
            let Some((who, load)) = best else { break };
            *load += 1;
            let who = *who;
            given.push((work.submission, who));
        }
    }
    given
}

fn chance(seed: u64, id: i64) -> [u8; 32] {
    Sha256::new().chain_update(seed.to_be_bytes()).chain_update(id.to_be_bytes()).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{HashMap, HashSet};

    fn works(count: i64) -> Vec<Work> {
        let work = |id| Work { submission: SubmissionId(1000 + id), author: EnrolmentId(id) };
        (1..=count).map(work).collect()
    }

    fn loads(pairs: &[Pair]) -> HashMap<EnrolmentId, usize> {
        let mut loads = HashMap::new();
        for (_, who) in pairs {
            *loads.entry(*who).or_default() += 1;
        }
        loads
    }

    fn sound(pairs: &[Pair]) {
        let apart: HashSet<&Pair> = pairs.iter().collect();
        assert_eq!(apart.len(), pairs.len(), "nobody reviews a work twice");
        assert!(pairs.iter().all(|(work, who)| work.0 != 1000 + who.0), "nobody reviews their own");
    }

    proptest! {
        #[test]
        fn all_review_the_same_number_and_each_work_has_its_reviewers(
            count in 0..40i64, wanted in 0..6usize, seed: u64,
        ) {
            let (works, others) = (works(count), usize::try_from(count - 1).unwrap_or(0));
            let pairs = circle(&works, wanted, seed);
            sound(&pairs);
            let each = wanted.min(others);
            for work in &works {
                let here = pairs.iter().filter(|(submission, _)| *submission == work.submission).count();
                prop_assert_eq!(here, each);
            }
            prop_assert!(loads(&pairs).values().all(|load| *load == each), "loads differ by nothing at all");
        }

        #[test]
        fn late_works_are_reviewed_too_and_the_load_is_shared(
            count in 3..30i64, late in 1..5i64, wanted in 1..4usize, seed: u64,
        ) {
            let all = works(count + late);
            let (known, new) = all.split_at(usize::try_from(count).unwrap());
            let before = circle(known, wanted, seed);
            let loads_before = loads(&before);
            let candidates: Vec<_> = all.iter()
                .map(|work| (work.author, loads_before.get(&work.author).copied().unwrap_or(0))).collect();
            let lacking: Vec<_> = new.iter().map(|work| Lacking { work: *work, missing: wanted }).collect();
            let given = fill(&lacking, &candidates, &before, seed);
            prop_assert_eq!(given.len(), wanted * new.len(), "no late work is left without");
            let whole: Vec<Pair> = before.iter().chain(&given).copied().collect();
            sound(&whole);
            let after = loads(&whole);
            let most = known.iter().filter_map(|work| after.get(&work.author)).max().unwrap();
            let least = known.iter().filter_map(|work| after.get(&work.author)).min().unwrap();
            prop_assert!(most - least <= 1, "{:?}", after);
        }

        #[test]
        fn what_was_not_done_goes_to_others_who_have_time(count in 4..20i64, lazy in 1..4i64, seed: u64) {
            let works = works(count);
            let before = circle(&works, 2, seed);
            let is_lazy = |who: EnrolmentId| who.0 <= lazy;
            let lacking: Vec<_> = works.iter().map(|work| Lacking {
                work: *work,
                missing: before.iter().filter(|(id, who)| *id == work.submission && is_lazy(*who)).count(),
            }).collect();
            let candidates: Vec<_> =
                works.iter().map(|work| work.author).filter(|who| !is_lazy(*who)).map(|who| (who, 0)).collect();
            let given = fill(&lacking, &candidates, &before, seed);
            sound(&before.iter().chain(&given).copied().collect::<Vec<_>>());
            prop_assert!(given.iter().all(|(_, who)| !is_lazy(*who)));
            for Lacking { work, missing } in lacking {
                let free = candidates.iter().filter(|(who, _)| {
                    *who != work.author && !before.contains(&(work.submission, *who))
                }).count();
                let here = given.iter().filter(|(id, _)| *id == work.submission).count();
                prop_assert_eq!(here, missing.min(free), "left without only where nobody is left");
            }
        }
    }

    #[test]
    fn two_review_each_other_and_one_has_nobody() {
        assert_eq!(circle(&works(1), 2, 7), []);
        assert_eq!(circle(&works(2), 2, 7).len(), 2);
    }
}
