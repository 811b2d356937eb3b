//! Which questions an attempt asks and in which order, by its seed: it is resumed and read years later.

use super::setup::{Section, Source};
use crate::kernel::{Dice, QuestionEntryId, QuestionId};
use crate::programmes::rules::quiz::{Choice, PublicQuestion, QuizSettings};
use crate::programmes::rules::words::QuestionKind;
use std::collections::{BTreeMap, BTreeSet};

/// The dice of an attempt: what is drawn for another purpose is drawn apart from it.
fn dice_of(seed: i64, purpose: i64) -> Dice {
    Dice::of(seed.cast_unsigned() ^ purpose.cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// The questions of an attempt: `draw` of the pool, in the author's order unless the quiz shuffles.
pub fn draw(pool: &[QuestionId], settings: &QuizSettings, seed: i64) -> Vec<QuestionId> {
    let mut dice = dice_of(seed, 0);
    let wanted =
        settings.draw.and_then(|draw| usize::try_from(draw).ok()).unwrap_or(pool.len()).min(pool.len());
    let mut places: Vec<usize> = (0..pool.len()).collect();
    if settings.shuffle || wanted < pool.len() {
        dice.shuffle(&mut places);
    }
    places.truncate(wanted);
    if !settings.shuffle {
        places.sort_unstable();
    }
    places.into_iter().filter_map(|place| pool.get(place).copied()).collect()
}

/// A version that a section may ask, and the question of the bank that it is a version of.
pub type Found = (QuestionId, QuestionEntryId);

/// The questions of each section, of what its source finds now; none is asked twice, in no version. What a section
/// names is its own; the random ones share the rest so that each gets what it asks for while that is possible. The
/// sections keep their order, and a fixed one its own unless the quiz shuffles.
pub fn draw_sections(
    sections: &[(Section, Vec<Found>)],
    settings: &QuizSettings,
    seed: i64,
) -> Vec<(String, Vec<QuestionId>)> {
    let shuffled = |(place, (section, found)): (i64, &(Section, Vec<Found>))| {
        let (mut pool, mut dice) = (found.clone(), dice_of(seed, -place));
        if settings.shuffle || matches!(section.source, Source::Random { .. }) {
            dice.shuffle(&mut pool);
        }
        (section.clone(), pool)
    };
    let pools: Vec<(Section, Vec<Found>)> = (1..).zip(sections).map(shuffled).collect();
    let seated = Seating::of(&pools).seated();
    pools.iter().zip(seated).map(|((section, _), ids)| (section.title.clone(), ids)).collect()
}

/// How many questions each section gets while none is asked twice.
pub fn shares(sections: &[(Section, Vec<Found>)]) -> Vec<usize> {
    Seating::of(sections).seated().iter().map(Vec::len).collect()
}

/// Which section asks which question.
struct Seating<'s> {
    sections: &'s [(Section, Vec<Found>)],
    /// The places of the sections, from 0, by what they ask.
    by: BTreeMap<QuestionEntryId, usize>,
}

impl<'s> Seating<'s> {
    fn of(sections: &'s [(Section, Vec<Found>)]) -> Seating<'s> {
        let mut seating = Seating { sections, by: BTreeMap::new() };
        for (place, (section, pool)) in sections.iter().enumerate() {
            if matches!(section.source, Source::Fixed { .. }) {
                for (_, entry) in pool {
                    seating.by.entry(*entry).or_insert(place);
                }
            }
        }
        for (place, (section, _)) in sections.iter().enumerate() {
            if let Source::Random { count, .. } = section.source {
                // As soon as there is none to be had, there will be none.
                let _ = (0..count).all(|_| seating.seat(place, &mut BTreeSet::new()));
            }
        }
        seating
    }

    /// Finds a random section one question more: one that is free, else one of another section that finds itself
    /// one more. `asked` are the sections that were asked for that already.
    fn seat(&mut self, place: usize, asked: &mut BTreeSet<usize>) -> bool {
        let Some((_, pool)) = self.sections.get(place).filter(|_| asked.insert(place)) else { return false };
        if let Some((_, entry)) = pool.iter().find(|(_, entry)| !self.by.contains_key(entry)) {
            self.by.insert(*entry, place);
            return true;
        }
        for (_, entry) in pool {
            let Some(other) = self.by.get(entry).copied().filter(|other| self.is_random(*other)) else {
                continue;
            };
            if self.seat(other, asked) {
                self.by.insert(*entry, place);
                return true;
            }
        }
        false
    }

    fn is_random(&self, place: usize) -> bool {
        self.sections.get(place).is_some_and(|(section, _)| matches!(section.source, Source::Random { .. }))
    }

    /// What each section asks, in the order of its pool.
    fn seated(mut self) -> Vec<Vec<QuestionId>> {
        let mut own = |place: usize, pool: &[Found]| {
            let mut mine = |entry| self.by.get(entry) == Some(&place) && self.by.remove(entry).is_some();
            pool.iter().filter(|(_, entry)| mine(entry)).map(|(id, _)| *id).collect()
        };
        self.sections.iter().enumerate().map(|(place, (_, pool))| own(place, pool)).collect()
    }
}

/// Puts the choices of a question into the order this attempt shows them in.
pub fn arrange(question: &mut PublicQuestion, id: QuestionId, settings: &QuizSettings, seed: i64) {
    let fixed = matches!(question.kind, QuestionKind::TrueFalse | QuestionKind::Scale | QuestionKind::Number);
    if settings.shuffle && !fixed {
        let mut dice = dice_of(seed, id.0);
        dice.shuffle(&mut question.choices);
        dice.shuffle::<Choice>(&mut question.rights);
        question.gaps.values_mut().for_each(|choices| dice.shuffle(choices));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn settings(draw: Option<u32>, shuffle: bool) -> QuizSettings {
        QuizSettings { shuffle, draw, ..QuizSettings::default() }
    }

    fn pool(size: i64) -> Vec<QuestionId> {
        (1..=size).map(QuestionId).collect()
    }

    #[test]
    fn a_pool_of_thirty_draws_ten_and_other_seeds_draw_others() {
        let settings = settings(Some(10), true);
        let draws: BTreeSet<_> = (0..50).map(|seed| draw(&pool(30), &settings, seed)).collect();
        assert_eq!(draws.len(), 50);
        let asked: BTreeSet<_> = draws.iter().flatten().collect();
        assert_eq!(asked.len(), 30, "every question of the pool has its turn");
    }

    #[test]
    fn a_seed_means_the_same_after_every_update() {
        let drawn = draw(&pool(8), &settings(Some(5), true), 42);
        assert_eq!(drawn, [4, 2, 7, 3, 5].map(QuestionId), "stored attempts depend on this arithmetic");
    }

    #[test]
    fn without_shuffling_the_authors_order_stands() {
        assert_eq!(draw(&pool(5), &settings(None, false), 7), pool(5));
        let drawn = draw(&pool(30), &settings(Some(10), false), 7);
        assert!(drawn.is_sorted() && drawn.len() == 10);
    }

    /// Each question in its only version.
    fn found(ids: &[i64]) -> Vec<Found> {
        ids.iter().map(|id| (QuestionId(*id), QuestionEntryId(*id))).collect()
    }

    fn random(count: u32, ids: &[i64]) -> (Section, Vec<Found>) {
        let source = Source::Random { count, filter: crate::quizzes::rules::setup::Filter::default() };
        (Section { title: "Право".into(), source }, found(ids))
    }

    fn fixed(pool: Vec<Found>) -> (Section, Vec<Found>) {
        let source = Source::Fixed { questions: pool.iter().map(|(id, _)| *id).collect() };
        (Section { title: "Право".into(), source }, pool)
    }

    fn lengths(drawn: &[(String, Vec<QuestionId>)]) -> Vec<usize> {
        drawn.iter().map(|(_, ids)| ids.len()).collect()
    }

    const NINE: [i64; 9] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    #[test]
    fn sections_keep_their_order_and_ask_nothing_twice() {
        let sections = [fixed(found(&[1, 2, 3])), random(4, &NINE), random(4, &NINE)];
        let settings = settings(None, false);
        let drawn = draw_sections(&sections, &settings, 5);
        assert_eq!((lengths(&drawn), &drawn[0].1), (vec![3, 4, 2], &pool(3)), "the last takes what is left");
        let all: BTreeSet<_> = drawn.iter().flat_map(|(_, ids)| ids).collect();
        assert_eq!(all.len(), 9);
        assert_eq!(drawn, draw_sections(&sections, &settings, 5));
        assert_ne!(drawn, draw_sections(&sections, &settings, 6));
    }

    #[test]
    fn a_random_section_leaves_those_behind_it_what_they_name_and_need() {
        for seed in 0..50 {
            let named = [random(4, &NINE), fixed(found(&[1, 2, 3, 4, 5]))];
            let drawn = draw_sections(&named, &settings(None, false), seed);
            assert_eq!((lengths(&drawn), &drawn[1].1), (vec![4, 5], &pool(5)));
            let narrow = [random(5, &NINE), random(4, &[1, 2, 3, 4])];
            assert_eq!(lengths(&draw_sections(&narrow, &settings(None, false), seed)), [5, 4]);
        }
        assert_eq!(shares(&[random(5, &NINE[..8]), random(5, &NINE[..8])]), [5, 3], "eight are no ten");
    }

    #[test]
    fn another_version_of_a_question_is_the_same_question() {
        let older = vec![(QuestionId(101), QuestionEntryId(1)), (QuestionId(2), QuestionEntryId(2))];
        let drawn = draw_sections(&[fixed(older), random(9, &[1, 2, 3])], &settings(None, true), 7);
        assert_eq!(drawn[1].1, [QuestionId(3)], "the first and the second are asked already");
        let twice = vec![(QuestionId(101), QuestionEntryId(1)), (QuestionId(1), QuestionEntryId(1))];
        assert_eq!(shares(&[fixed(twice)]), [1]);
    }

    proptest! {
        #[test]
        fn a_draw_has_no_question_twice_and_none_of_elsewhere(size in 0..40i64, draws in 0..50u32, shuffle: bool, seed: i64) {
            let (pool, settings) = (pool(size), settings(Some(draws), shuffle));
            let drawn = draw(&pool, &settings, seed);
            prop_assert_eq!(&drawn, &draw(&pool, &settings, seed));
            let set: BTreeSet<_> = drawn.iter().collect();
            prop_assert_eq!(set.len(), drawn.len());
            prop_assert_eq!(drawn.len(), pool.len().min(draws as usize));
            prop_assert!(drawn.iter().all(|id| pool.contains(id)));
        }

        #[test]
        fn sections_share_as_many_as_there_are(
            counts in proptest::collection::vec(0..4u32, 1..4),
            pools in proptest::collection::vec(proptest::collection::btree_set(1..7i64, 0..6), 4),
            seed: i64,
        ) {
            let sections: Vec<_> = counts.iter().zip(&pools)
                .map(|(count, ids)| random(*count, &ids.iter().copied().collect::<Vec<_>>())).collect();
            let drawn = draw_sections(&sections, &settings(None, true), seed);
            let all: Vec<&QuestionId> = drawn.iter().flat_map(|(_, ids)| ids).collect();
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "none twice");
            for ((_, ids), (count, pool)) in drawn.iter().zip(counts.iter().zip(&pools)) {
                prop_assert!(ids.len() <= *count as usize && ids.iter().all(|id| pool.contains(&id.0)));
            }
            // Hall: some sections together want more than they find together, or all get what they want.
            let lacking = (1..1usize << counts.len()).map(|some| {
                let chosen = |place: &usize| some >> place & 1 == 1;
                let places: Vec<usize> = (0..counts.len()).filter(chosen).collect();
                let want: usize = places.iter().map(|place| counts[*place] as usize).sum();
                let have: BTreeSet<_> = places.iter().flat_map(|place| &pools[*place]).collect();
                want.saturating_sub(have.len())
            });
            let wanted: usize = counts.iter().map(|count| *count as usize).sum();
            prop_assert_eq!(all.len(), wanted - lacking.max().unwrap_or(0));
        }
    }
}
