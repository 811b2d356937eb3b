//! What becomes of a batch, and who in it is refused. Pure.

use crate::kernel::{EnrolmentId, Fault, PersonId, Problem, ProblemCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many people one transaction issues to: so short that other writers hardly wait.
pub const PART: usize = 50;
/// How many people are issued to at once, before the answer; more than these are a batch.
pub const AT_ONCE: usize = 50;
/// The largest batch.
pub const MOST: usize = 5_000;
/// After so many minutes without a sign of life a run counts as interrupted.
pub const STALLED_MINUTES: i64 = 2;

/// Why a run ended before everybody was decided on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// The code of the problem: a message `problem-<code>`.
    pub code: String,
    /// What is to be mended, where that is known.
    pub faults: Vec<Fault>,
}

impl Trouble {
    /// What is kept of a problem.
    pub fn of(problem: &Problem) -> Trouble {
        Trouble { code: problem.code.as_str().to_owned(), faults: problem.faults.clone() }
    }
}

/// The field under which a problem speaks of somebody in a batch: by the enrolment, or by the person where there is none.
pub fn field_of(enrolment: Option<EnrolmentId>, person: PersonId) -> String {
    enrolment.map_or_else(|| format!("people.{person}"), |enrolment| format!("enrolments.{enrolment}"))
}

/// A problem of one letter: what it says of the person is filed under that person, what is about every letter stays.
pub fn of_person(problem: Problem, person: PersonId) -> Problem {
    let field = field_of(None, person);
    let filed =
        |fault: Fault| if fault.field == "person" { Fault { field: field.clone(), ..fault } } else { fault };
    Problem { faults: problem.faults.into_iter().map(filed).collect(), ..Problem::new(problem.code) }
}

/// Whom a problem is about, by their fields, each with what they lack; nobody when it is about all of them.
pub fn turned_down(problem: &Problem) -> BTreeMap<String, Vec<Fault>> {
    let mut found: BTreeMap<String, Vec<Fault>> = BTreeMap::new();
    if !matches!(problem.code, ProblemCode::Invalid | ProblemCode::RuleUnmet) {
        return found;
    }
    for fault in &problem.faults {
        let mut parts = fault.field.splitn(3, '.');
        if let (Some(list @ ("enrolments" | "people")), Some(id)) = (parts.next(), parts.next()) {
            found.entry(format!("{list}.{id}")).or_default().push(fault.clone());
        }
    }
    found
}

/// How far a batch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Documents are being issued.
    Issuing,
    /// It stopped before everybody was decided on, and goes on when somebody says so.
    Stopped,
    /// Everybody is decided on; the papers are being put together.
    Packing,
    /// Everything is done.
    Done,
}

impl State {
    /// As the API and the messages spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Issuing => "issuing",
            State::Stopped => "stopped",
            State::Packing => "packing",
            State::Done => "done",
        }
    }
}

/// What the state of a batch is decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// People nothing is decided on.
    pub waiting: i64,
    /// Documents to be put together.
    pub documents: i64,
    /// Whether the last run is over.
    pub ended: bool,
    /// Whether the archive is there.
    pub packed: bool,
    /// Minutes since the last sign of life.
    pub silent_minutes: i64,
}

impl Standing {
    /// The state.
    pub fn state(&self) -> State {
        match self {
            Standing { waiting, ended: true, .. } if *waiting > 0 => State::Stopped,
            Standing { ended: false, silent_minutes, .. } if *silent_minutes >= STALLED_MINUTES => {
                State::Stopped
            }
            Standing { ended: false, .. } => State::Issuing,
            Standing { documents, packed: false, .. } if *documents > 0 => State::Packing,
            _ => State::Done,
        }
    }

    /// The state, where it is known whether putting the papers together was given up: nobody does it then until somebody
    /// says so.
    pub fn state_when(&self, given_up: bool) -> State {
        match self.state() {
            State::Packing if given_up => State::Stopped,
            state => state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_faults_of_people_turn_people_down() {
        let faults = vec![
            Fault::new("enrolments.7", "document-hours-short"),
            Fault::new("issuer.city", "document-issuer-city"),
            Fault::new("enrolments.7", "document-quiz-open"),
            Fault::new("enrolments", "document-nobody-chosen"),
        ];
        let unmet = Problem { faults: faults.clone(), ..Problem::new(ProblemCode::RuleUnmet) };
        let found = turned_down(&unmet);
        assert_eq!(found.keys().collect::<Vec<_>>(), [&field_of(Some(EnrolmentId(7)), PersonId(1))]);
        assert_eq!(found["enrolments.7"].len(), 2);
        let busy = Problem { faults, ..Problem::new(ProblemCode::Busy) };
        assert!(turned_down(&busy).is_empty());
    }

    #[test]
    fn what_a_letter_says_of_its_holder_is_filed_under_the_holder() {
        let faults =
            vec![Fault::new("person", "document-letters-holder"), Fault::new("paragraphs", "required")];
        let problem = of_person(Problem::invalid(faults), PersonId(9));
        assert_eq!(problem.faults[1].field, "paragraphs");
        assert_eq!(turned_down(&problem).keys().collect::<Vec<_>>(), ["people.9"]);
    }

    #[test]
    fn a_batch_goes_through_its_states() {
        let begun = Standing { waiting: 60, documents: 0, ended: false, packed: false, silent_minutes: 0 };
        assert_eq!(begun.state(), State::Issuing);
        assert_eq!(Standing { silent_minutes: 2, ..begun }.state(), State::Stopped, "the program was killed");
        assert_eq!(Standing { ended: true, ..begun }.state(), State::Stopped);
        let issued = Standing { waiting: 0, documents: 58, ended: true, ..begun };
        assert_eq!(issued.state(), State::Packing);
        assert_eq!((issued.state_when(false), issued.state_when(true)), (State::Packing, State::Stopped));
        assert_eq!(begun.state_when(true), State::Issuing, "only the packing was given up");
        assert_eq!(Standing { packed: true, silent_minutes: 900, ..issued }.state(), State::Done);
        assert_eq!(Standing { documents: 0, ..issued }.state(), State::Done, "everybody was refused");
    }
}
