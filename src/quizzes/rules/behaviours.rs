//! When an answer is marked, and how often it may be tried. The kind of question turns a response into a share
//! ([`Worth`]); the behaviour decides from the steps of an attempt alone what became of the question
//! ([`Conduct`]), so that replaying the same steps always gives the same marks.

use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::Behaviour;
use crate::questions::rules::marking::fraction;
use crate::questions::rules::response::Response;
use crate::questions::rules::{Answer, Question, Weight};

/// What a response is worth; `None` when a person has to say.
pub trait Worth {
    /// The share of a response.
    fn worth(&self, response: &Response) -> Option<Weight>;
    /// What each further try takes off.
    fn penalty(&self) -> Weight;
    /// Whether there is anything to mark in a response: nobody can mark what was left blank, nor a scale.
    fn needs_mark(&self, response: &Response) -> bool;
}

impl Worth for Question {
    fn worth(&self, response: &Response) -> Option<Weight> {
        fraction(&self.answer, response)
    }

    fn penalty(&self) -> Weight {
        self.penalty
    }

    fn needs_mark(&self, response: &Response) -> bool {
        !response.is_blank() && self.answer != Answer::Scale
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
        let last = given.last().map_or(&Response::Blank, |given| &given.response);
        if self.behaviour == Behaviour::Manual {
            return if question.needs_mark(last) { None } else { Some(Weight(0)) };
        }
        let mut state = replay(self.tries(), question, given);
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
mod tests;
