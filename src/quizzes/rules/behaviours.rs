//! When an answer is marked, and how often it may be tried. The kind of question turns a response into a share
//! ([`Worth`]); the behaviour decides from the steps of an attempt alone what became of the question
//! ([`Conduct`]), so that replaying the same steps always gives the same marks.

use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::Behaviour;
use crate::questions::rules::marking::fraction;
use crate::questions::rules::response::Response;
use crate::questions::rules::{Question, Weight};

/// What a response is worth; `None` when a person has to say.
pub trait Worth {
    /// The share of a response.
    fn worth(&self, response: &Response) -> Option<Weight>;
    /// What each further try takes off.
    fn penalty(&self) -> Weight;
}

impl Worth for Question {
    fn worth(&self, response: &Response) -> Option<Weight> {
        fraction(&self.answer, response)
    }

    fn penalty(&self) -> Weight {
        self.penalty
    }
}

/// One step of a question: what was answered, and whether it was handed over to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub response: Response,
    /// Whether it was to be checked.
    pub checked: bool,
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// How many tries were used.
    pub tries: u32,
    /// What the last try was worth, before anything is taken off.
    pub worth: Option<Weight>,
    /// What was tried last.
    pub tried: Option<Response>,
    /// Whether nothing more is taken.
    pub locked: bool,
}

/// When and how often.
pub trait Conduct {
    /// How many tries a question has; 0 when nothing is checked before the end.
    fn tries(&self) -> u32;
    /// What the answer is worth in the end; `None` when a person has to say.
    fn settle(&self, question: &impl Worth, given: &[Given]) -> Option<Weight>;
}

impl Conduct for QuizSettings {
    fn tries(&self) -> u32 {
        match self.behaviour {
            Behaviour::Deferred | Behaviour::Manual => 0,
            Behaviour::Immediate => 1,
            Behaviour::Interactive => self.tries.max(1),
        }
    }

    fn settle(&self, question: &impl Worth, given: &[Given]) -> Option<Weight> {
        if self.behaviour == Behaviour::Manual {
            return None;
        }
        let mut state = replay(self.tries(), question, given);
        let last = given.last().map_or(&Response::Blank, |given| &given.response);
        if !state.locked && (state.tried.is_none() || !last.is_blank()) && state.tried.as_ref() != Some(last)
        {
            state.tries += 1;
            state.worth = Some(question.worth(last)?);
        }
        Some(after_tries(state.worth?, question.penalty(), state.tries))
    }
}

/// Follows the steps of a question. Trying the same again is no further try; nothing counts after the lock.
pub fn replay(tries: u32, question: &impl Worth, given: &[Given]) -> State {
    let mut state = State::default();
    // Where nothing is checked on its own, a step that asks for it is an answer like any other.
    for step in given.iter().filter(|step| step.checked && tries > 0) {
        let again = state.tried.as_ref() == Some(&step.response);
        if state.locked || again || step.response.is_blank() {
            continue;
        }
        let Some(worth) = question.worth(&step.response) else { continue };
        state.tries += 1;
        state.worth = Some(worth);
        state.tried = Some(step.response.clone());
        state.locked = worth == Weight::WHOLE || state.tries >= tries;
    }
    state
}

/// What a share is worth at a try: each before it takes the penalty off, and nothing goes below nothing.
pub fn after_tries(worth: Weight, penalty: Weight, tries: u32) -> Weight {
    let before = i64::from(tries.saturating_sub(1));
    let left = i64::from(worth.0) - before * i64::from(penalty.0);
    Weight(i32::try_from(left.max(0)).unwrap_or(worth.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::{Answer, ChoiceId, Decimal, QuestionKind};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn question(answer: Answer) -> Question {
        let kind = answer.kind();
        let texts = BTreeMap::new();
        let key = "q".to_owned();
        Question { key, kind, points: 1, texts, answer, penalty: Weight(2_500_000) }
    }

    fn under(behaviour: Behaviour) -> QuizSettings {
        QuizSettings { behaviour, ..QuizSettings::default() }
    }

    fn ids<const N: usize>(ids: [u16; N]) -> [ChoiceId; N] {
        ids.map(ChoiceId)
    }

    /// A question of each kind with a right, a partly right where there is one, and a wrong answer.
    fn kinds() -> Vec<(Question, [Response; 3], i32)> {
        let order = |places: [u16; 3]| Response::Order(ids(places).map(Some).to_vec());
        let many = |chosen: &[u16]| Response::Many(chosen.iter().copied().map(ChoiceId).collect());
        let pair = |pairs: [(u16, u16); 2]| pairs.map(|(l, r)| (ChoiceId(l), ChoiceId(r))).into();
        let one = |id| Response::One(ChoiceId(id));
        let number = |n| Response::Number(Decimal::whole(n));
        let said = Response::TrueFalse;
        let matched = |pairs| Response::Match(pair(pairs));
        vec![
            (question(Answer::One(ChoiceId(1))), [one(1), one(2), one(3)], 0),
            (question(Answer::Many(ids([1, 2]).into())), [many(&[1, 2]), many(&[1]), many(&[3])], 5_000_000),
            (question(Answer::TrueFalse(true)), [said(true), said(false), said(false)], 0),
            (question(Answer::number(Decimal::whole(60), Decimal(0))), [number(60), number(6), number(7)], 0),
            (
                question(Answer::Order(ids([1, 2, 3]).into())),
                [order([1, 2, 3]), order([3, 1, 2]), order([3, 2, 1])],
                5_000_000,
            ),
            (
                question(Answer::Match(pair([(1, 3), (2, 4)]))),
                [matched([(1, 3), (2, 4)]), matched([(1, 3), (2, 3)]), matched([(1, 4), (2, 3)])],
                5_000_000,
            ),
        ]
    }

    fn step(response: &Response, checked: bool) -> Given {
        Given { response: response.clone(), checked }
    }

    /// A behaviour, the steps, and the share and the lock they end in.
    type Walk<'r> = (Behaviour, Vec<(&'r Response, bool)>, (Option<i32>, bool));

    #[test]
    fn every_kind_walks_through_every_behaviour() {
        for (question, [right, partly, wrong], part) in kinds() {
            let kind = question.kind;
            let walk = |behaviour, steps: &[(&Response, bool)]| {
                let given: Vec<Given> = steps.iter().map(|(said, checked)| step(said, *checked)).collect();
                let settings = under(behaviour);
                let state = replay(settings.tries(), &question, &given);
                (settings.settle(&question, &given).map(|worth| worth.0), state.locked)
            };
            use Behaviour::{Deferred, Immediate, Interactive, Manual};
            let table: Vec<Walk<'_>> = vec![
                (Deferred, vec![(&wrong, false), (&right, false)], (Some(10_000_000), false)),
                (Deferred, vec![(&right, false), (&partly, false)], (Some(part), false)),
                (Deferred, vec![], (Some(0), false)),
                (Immediate, vec![(&right, true)], (Some(10_000_000), true)),
                (Immediate, vec![(&partly, true)], (Some(part), true)),
                (Immediate, vec![(&wrong, true), (&right, true)], (Some(0), true)),
                (Immediate, vec![(&wrong, false), (&right, false)], (Some(10_000_000), false)),
                (Interactive, vec![(&right, true)], (Some(10_000_000), true)),
                (Interactive, vec![(&wrong, true), (&right, true)], (Some(7_500_000), true)),
                (Interactive, vec![(&wrong, true), (&wrong, true), (&right, true)], (Some(7_500_000), true)),
                (Interactive, vec![(&wrong, true), (&right, false)], (Some(7_500_000), false)),
                (Interactive, vec![(&wrong, true), (&Response::Blank, false)], (Some(0), false)),
                (Manual, vec![(&right, false)], (None, false)),
            ];
            for (behaviour, steps, expected) in table {
                assert_eq!(walk(behaviour, &steps), expected, "{kind:?} {behaviour:?} {steps:?}");
            }
        }
    }

    #[test]
    fn three_tries_are_all_there_are() {
        let (question, [right, partly, wrong], _) = kinds().remove(1);
        let given = [step(&wrong, true), step(&partly, true), step(&wrong, true), step(&right, true)];
        let state = replay(3, &question, &given);
        assert_eq!((state.tries, state.locked, state.worth), (3, true, Some(Weight(0))));
        assert_eq!(under(Behaviour::Interactive).settle(&question, &given), Some(Weight(0)));
    }

    #[test]
    fn an_essay_waits_for_a_person_under_every_behaviour() {
        let essay = question(Answer::Essay { min_words: None, max_words: None });
        assert_eq!(essay.kind, QuestionKind::Essay);
        let text = Response::Text("мысль".into());
        for behaviour in
            [Behaviour::Deferred, Behaviour::Immediate, Behaviour::Interactive, Behaviour::Manual]
        {
            let given = [step(&text, true)];
            assert!(!replay(3, &essay, &given).locked);
            assert_eq!(under(behaviour).settle(&essay, &given), None, "{behaviour:?}");
        }
    }

    proptest! {
        /// The same steps give the same marks, a further try is never worth more, and no mark leaves its bounds.
        #[test]
        fn replaying_the_same_steps_gives_the_same_marks(
            kind in 0..6usize,
            says in proptest::collection::vec((0..4usize, any::<bool>()), 0..12),
            penalty in 0..10_000_000i32,
        ) {
            let (mut question, answers, _) = kinds().remove(kind);
            question.penalty = Weight(penalty);
            let said = |place: usize| answers.get(place).cloned().unwrap_or(Response::Blank);
            let given: Vec<Given> =
                says.iter().map(|(place, checked)| Given { response: said(*place), checked: *checked }).collect();
            for behaviour in [Behaviour::Deferred, Behaviour::Immediate, Behaviour::Interactive] {
                let settings = under(behaviour);
                let once = settings.settle(&question, &given);
                prop_assert_eq!(once, settings.settle(&question, &given));
                prop_assert!(once.is_some_and(|worth| (0..=Weight::WHOLE.0).contains(&worth.0)));
                let state = replay(settings.tries(), &question, &given);
                prop_assert!(state.tries <= settings.tries());
                if state.locked {
                    let more = [given.clone(), vec![Given { response: said(0), checked: true }]].concat();
                    prop_assert_eq!(settings.settle(&question, &more), once, "nothing counts after the lock");
                }
            }
        }
    }
}
