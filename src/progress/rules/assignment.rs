//! Whose an extra module is (A14). This is the one place that decides it: course, next step, completion rule, hours,
//! sheets, guards and the API read facts that were sorted by it. Pure.

use super::ActivityFact;
use crate::kernel::Localised;

/// What was decided over the answer of a trainee. The newest decision about a module holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The module is theirs, whatever was answered.
    Assigned,
    /// The module is not theirs, whatever was answered.
    Released,
    /// The answer holds again.
    ByAnswer,
}

impl Decision {
    /// Every decision there is.
    pub const ALL: [Decision; 3] = [Decision::Assigned, Decision::Released, Decision::ByAnswer];

    /// The stored text, and the one of the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Decision::Assigned => "assigned",
            Decision::Released => "released",
            Decision::ByAnswer => "by_answer",
        }
    }

    /// The decision of a text.
    pub fn parse(text: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|decision| decision.as_str() == text)
    }

    /// Whether it stands above the answer.
    pub fn overrides(self) -> bool {
        self != Decision::ByAnswer
    }
}

/// Whose a module is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assignment {
    /// Asked of this trainee like any other.
    Theirs,
    /// Nobody knows before the question is answered.
    Waiting,
    /// Not asked of this trainee.
    NotTheirs,
}

impl Assignment {
    /// The word of the API and of the messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Assignment::Theirs => "assigned",
            Assignment::Waiting => "waiting",
            Assignment::NotTheirs => "not_assigned",
        }
    }
}

/// Whose an extra module is, by the newest answer (whether there is experience) and the newest decision.
pub fn extra(experienced: Option<bool>, decision: Option<Decision>) -> Assignment {
    match (decision, experienced) {
        (Some(Decision::Assigned), _) => Assignment::Theirs,
        (Some(Decision::Released), _) => Assignment::NotTheirs,
        (Some(Decision::ByAnswer) | None, Some(false)) => Assignment::Theirs,
        (Some(Decision::ByAnswer) | None, Some(true)) => Assignment::NotTheirs,
        (Some(Decision::ByAnswer) | None, None) => Assignment::Waiting,
    }
}

/// A question that has to be answered before anybody knows whose an activity is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The key of the declaration.
    pub key: String,
    /// The question.
    pub text: Localised,
}

/// The questions that some of these activities wait for, each once, in programme order.
pub fn unanswered(facts: &[ActivityFact]) -> Vec<&Question> {
    let mut questions: Vec<&Question> = Vec::new();
    for question in facts.iter().filter_map(|fact| fact.question.as_ref()) {
        if !questions.iter().any(|known| known.key == question.key) {
            questions.push(question);
        }
    }
    questions
}

/// The activities that are asked of the trainee by now.
pub fn theirs(facts: &[ActivityFact]) -> impl Iterator<Item = &ActivityFact> {
    facts.iter().filter(|fact| fact.question.is_none())
}

/// What is known of a trainee who wants to answer a declaration, or to answer it otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// Whether a document was issued.
    pub documented: bool,
    /// Whether every module of the declaration was decided on by the training centre.
    pub decided: bool,
    /// Whether any work was begun in a module of the declaration.
    pub begun: bool,
}

/// Why a trainee cannot answer a declaration any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Settled {
    /// A document was issued.
    Documented,
    /// The training centre has decided.
    Decided,
    /// Work was begun in the module.
    Begun,
}

impl Settled {
    /// The word of the API and of the messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Settled::Documented => "documented",
            Settled::Decided => "decided",
            Settled::Begun => "begun",
        }
    }
}

/// Lets a trainee answer, or answer otherwise, until work begins or somebody else has to decide.
///
/// # Errors
/// The reason why not, the most final one first.
pub fn may_answer(known: Circumstances) -> Result<(), Settled> {
    let reasons = [
        (known.documented, Settled::Documented),
        (known.decided, Settled::Decided),
        (known.begun, Settled::Begun),
    ];
    match reasons.into_iter().find(|(holds, _)| *holds) {
        Some((_, reason)) => Err(reason),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decisions() -> impl Strategy<Value = Option<Decision>> {
        proptest::option::of(proptest::sample::select(Decision::ALL.to_vec()))
    }

    #[test]
    fn no_experience_assigns_and_experience_does_not() {
        assert_eq!(extra(Some(false), None), Assignment::Theirs);
        assert_eq!(extra(Some(true), None), Assignment::NotTheirs);
        assert_eq!(extra(None, None), Assignment::Waiting);
    }

    proptest! {
        #[test]
        fn a_decision_stands_above_every_answer(answer in proptest::option::of(any::<bool>())) {
            prop_assert_eq!(extra(answer, Some(Decision::Assigned)), Assignment::Theirs);
            prop_assert_eq!(extra(answer, Some(Decision::Released)), Assignment::NotTheirs);
            prop_assert_eq!(extra(answer, Some(Decision::ByAnswer)), extra(answer, None));
        }

        #[test]
        fn whoever_answered_or_was_decided_on_never_waits(answer in any::<bool>(), decision in decisions()) {
            prop_assert_ne!(extra(Some(answer), decision), Assignment::Waiting);
            let waits = extra(None, decision) == Assignment::Waiting;
            prop_assert_eq!(waits, !decision.is_some_and(Decision::overrides));
        }

        #[test]
        fn the_newest_answer_alone_counts(earlier in proptest::collection::vec(any::<bool>(), 0..6), last in any::<bool>(), decision in decisions()) {
            let all: Vec<bool> = earlier.into_iter().chain([last]).collect();
            prop_assert_eq!(extra(all.last().copied(), decision), extra(Some(last), decision));
        }

        #[test]
        fn nobody_answers_once_anything_is_settled(documented: bool, decided: bool, begun: bool) {
            let known = Circumstances { documented, decided, begun };
            prop_assert_eq!(may_answer(known).is_ok(), !(documented || decided || begun));
        }
    }

    #[test]
    fn every_decision_is_read_back_from_its_text() {
        for decision in Decision::ALL {
            assert_eq!(Decision::parse(decision.as_str()), Some(decision));
        }
        assert_eq!(Decision::parse("maybe"), None);
    }
}
