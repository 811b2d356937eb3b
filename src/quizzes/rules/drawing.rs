//! Which questions an attempt asks and in which order, by its seed. The arithmetic is our own, so that an
//! attempt looks the same after every update of the program: it is resumed and read years later.

use super::setup::{Section, Source};
use crate::kernel::QuestionId;
use crate::programmes::rules::quiz::{Choice, PublicQuestion, QuizSettings};
use crate::programmes::rules::words::QuestionKind;

/// A source of numbers that one seed fixes (SplitMix64).
struct Dice(u64);

impl Dice {
    fn of(seed: i64, purpose: i64) -> Dice {
        Dice(seed.cast_unsigned() ^ purpose.cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number under a bound; the bias of the remainder is below 2⁻⁵⁰ for every quiz there can be.
    fn under(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.under(last + 1));
        }
    }
}

/// The questions of an attempt: `draw` of the pool, in the author's order unless the quiz shuffles.
pub fn draw(pool: &[QuestionId], settings: &QuizSettings, seed: i64) -> Vec<QuestionId> {
    let mut dice = Dice::of(seed, 0);
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

/// The questions of each section, of what its source finds now; none is asked twice. The sections keep their
/// order, and a fixed one its own unless the quiz shuffles.
pub fn draw_sections(
    sections: &[(Section, Vec<QuestionId>)],
    settings: &QuizSettings,
    seed: i64,
) -> Vec<(String, Vec<QuestionId>)> {
    let mut asked = std::collections::BTreeSet::new();
    let mut drawn = Vec::with_capacity(sections.len());
    for (place, (section, found)) in (1..).zip(sections) {
        let mut pool: Vec<QuestionId> = found.iter().copied().filter(|id| !asked.contains(id)).collect();
        let mut dice = Dice::of(seed, -place);
        if let Source::Random { count, .. } = section.source {
            dice.shuffle(&mut pool);
            pool.truncate(usize::try_from(count).unwrap_or(usize::MAX));
        } else if settings.shuffle {
            dice.shuffle(&mut pool);
        }
        asked.extend(pool.iter().copied());
        drawn.push((section.title.clone(), pool));
    }
    drawn
}

/// Puts the choices of a question into the order this attempt shows them in.
pub fn arrange(question: &mut PublicQuestion, id: QuestionId, settings: &QuizSettings, seed: i64) {
    let fixed = matches!(question.kind, QuestionKind::TrueFalse | QuestionKind::Scale | QuestionKind::Number);
    if settings.shuffle && !fixed {
        let mut dice = Dice::of(seed, id.0);
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
        let draws: std::collections::BTreeSet<_> =
            (0..50).map(|seed| draw(&pool(30), &settings, seed)).collect();
        assert_eq!(draws.len(), 50);
        let asked: std::collections::BTreeSet<_> = draws.iter().flatten().collect();
        assert_eq!(asked.len(), 30, "every question of the pool has its turn");
    }

    #[test]
    fn a_seed_means_the_same_after_every_update() {
        assert_eq!(Dice(0).next(), 0xE220_A839_7B1D_CDAF, "the published first number of SplitMix64");
        let drawn = draw(&pool(8), &settings(Some(5), true), 42);
        assert_eq!(drawn, [4, 2, 7, 3, 5].map(QuestionId), "stored attempts depend on this arithmetic");
    }

    #[test]
    fn without_shuffling_the_authors_order_stands() {
        assert_eq!(draw(&pool(5), &settings(None, false), 7), pool(5));
        let drawn = draw(&pool(30), &settings(Some(10), false), 7);
        assert!(drawn.is_sorted() && drawn.len() == 10);
    }

    #[test]
    fn sections_keep_their_order_and_ask_nothing_twice() {
        let random = Source::Random { count: 4, filter: crate::quizzes::rules::setup::Filter::default() };
        let fixed = Source::Fixed { questions: pool(3) };
        let section = |source: &Source| Section { title: "Право".into(), source: source.clone() };
        let sections = [(section(&fixed), pool(3)), (section(&random), pool(9)), (section(&random), pool(9))];
        let settings = settings(None, false);
        let drawn = draw_sections(&sections, &settings, 5);
        let lengths: Vec<usize> = drawn.iter().map(|(_, ids)| ids.len()).collect();
        assert_eq!((lengths, &drawn[0].1), (vec![3, 4, 2], &pool(3)), "the last takes what is left");
        let all: std::collections::BTreeSet<_> = drawn.iter().flat_map(|(_, ids)| ids).collect();
        assert_eq!(all.len(), 9);
        assert_eq!(drawn, draw_sections(&sections, &settings, 5));
        assert_ne!(drawn, draw_sections(&sections, &settings, 6));
    }

    proptest! {
        #[test]
        fn a_draw_has_no_question_twice_and_none_of_elsewhere(size in 0..40i64, draws in 0..50u32, shuffle: bool, seed: i64) {
            let (pool, settings) = (pool(size), settings(Some(draws), shuffle));
            let drawn = draw(&pool, &settings, seed);
            prop_assert_eq!(&drawn, &draw(&pool, &settings, seed));
            let set: std::collections::BTreeSet<_> = drawn.iter().collect();
            prop_assert_eq!(set.len(), drawn.len());
            prop_assert_eq!(drawn.len(), pool.len().min(draws as usize));
            prop_assert!(drawn.iter().all(|id| pool.contains(id)));
        }
    }
}
