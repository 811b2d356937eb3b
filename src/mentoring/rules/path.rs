//! The states of a mentor and what each asks for: applied → documents checked → trained → interviewed → admitted or
//! refused → matched → active → closed. One step at a time; training alone never admits anybody. Pure.

use super::{Asked, CheckKind, Learned, StepKind};
use crate::kernel::{Fault, Word as _};
use chrono::NaiveDate;

/// A paper that was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Which.
    pub kind: CheckKind,
    /// Its date.
    pub dated: NaiveDate,
    /// The last day on which it holds; nothing for one without a term.
    pub valid_until: Option<NaiveDate>,
}

/// A conversation that was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interview {
    /// On which day it was held.
    pub held_on: NaiveDate,
    /// Whether it was face to face: only such a one counts.
    pub in_person: bool,
    /// Whether whoever held it speaks for an admission.
    pub recommended: bool,
}

/// What is known of a candidacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The states it has gone through, in their order.
    pub steps: Vec<StepKind>,
    /// Every paper that was seen, in the order in which they were; of each kind the one with the last date holds, among those
    /// of one date the one seen last: an older paper that is written down later takes no place.
    pub checks: Vec<Check>,
    /// The conversations, in the order in which they were written down; the one that was held last face to face counts.
    pub interviews: Vec<Interview>,
    /// What the ledger has of the training.
    pub learned: Learned,
}

impl Facts {
    /// The present state.
    pub fn state(&self) -> StepKind {
        self.steps.last().copied().unwrap_or(StepKind::Applied)
    }

    /// The check of a kind that holds.
    pub fn check(&self, kind: CheckKind) -> Option<Check> {
        self.checks.iter().filter(|check| check.kind == kind).max_by_key(|check| check.dated).copied()
    }
}

/// Something that stands in the way of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Another step comes first: the one that is next.
    Order(Option<StepKind>),
    /// Nobody has seen this paper.
    Missing(CheckKind),
    /// This paper has expired.
    Expired(CheckKind, NaiveDate),
    /// This paper holds today, and no longer when the pair begins.
    Ends(CheckKind, NaiveDate, NaiveDate),
    /// Hours of training: how many whole ones there are, how many are needed.
    Hours(i64, i32),
    /// Hours in person.
    InPerson(i64, i32),
    /// No conversation face to face was held.
    NoInterview,
    /// The last one speaks against it.
    Advised,
    /// The pair begins on a day to come.
    NotBegun(NaiveDate),
}

impl Lack {
    /// The lack as a fault of a form: it names the rule and the remedy.
    pub fn fault(&self, field: &str) -> Fault {
        let date = |day: &NaiveDate| day.format("%d.%m.%Y").to_string();
        let of_check = |code, kind: &CheckKind| Fault::new(field, code).with("check", kind.as_str());
        match self {
            Lack::Order(Some(next)) => Fault::new(field, "mentoring-order").with("step", next.as_str()),
            Lack::Order(None) => Fault::new(field, "mentoring-no-step"),
            Lack::Missing(kind) => of_check("mentoring-check-missing", kind),
            Lack::Expired(kind, until) => of_check("mentoring-check-expired", kind).with("date", date(until)),
            Lack::Ends(kind, until, begins) => {
                of_check("mentoring-check-ends", kind).with("date", date(until)).with("begins", date(begins))
            }
            Lack::Hours(have, need) => {
                Fault::new(field, "mentoring-hours").with("have", have).with("need", need)
            }
            Lack::InPerson(have, need) => {
                Fault::new(field, "mentoring-hours-in-person").with("have", have).with("need", need)
            }
            Lack::NoInterview => Fault::new(field, "mentoring-interview-none"),
            Lack::Advised => Fault::new(field, "mentoring-interview-against"),
            Lack::NotBegun(day) => Fault::new(field, "mentoring-not-begun").with("date", date(day)),
        }
    }
}

/// The step that comes next on the way to a pair; nothing while a pair meets, and when all is over.
pub fn next_step(state: StepKind) -> Option<StepKind> {
    match state {
        StepKind::Applied => Some(StepKind::DocumentsChecked),
        StepKind::DocumentsChecked => Some(StepKind::Trained),
        StepKind::Trained => Some(StepKind::Interviewed),
        StepKind::Interviewed => Some(StepKind::Admitted),
        StepKind::Admitted | StepKind::Closed => Some(StepKind::Matched),
        StepKind::Matched => Some(StepKind::Active),
        StepKind::Active | StepKind::Refused | StepKind::Withdrawn => None,
    }
}

/// Whether a step may follow a state at all.
fn follows(step: StepKind, state: StepKind) -> bool {
    match step {
        StepKind::Applied => false,
        StepKind::Closed => matches!(state, StepKind::Matched | StepKind::Active),
        // Whoever meets a child goes by closing the pair first, so that nobody leaves without an exit interview.
        StepKind::Refused | StepKind::Withdrawn => {
            !state.ends() && !matches!(state, StepKind::Matched | StepKind::Active)
        }
        _ => next_step(state) == Some(step),
    }
}

/// What stands in the way of a step today. For a match the day on which the pair begins counts too, and for its beginning
/// that day must have come.
pub fn lacks(
    step: StepKind,
    facts: &Facts,
    asked: &Asked,
    (today, begins): (NaiveDate, Option<NaiveDate>),
) -> Vec<Lack> {
    use StepKind::{Active, Admitted, DocumentsChecked, Interviewed, Matched, Trained};
    let state = facts.state();
    if !follows(step, state) {
        return vec![Lack::Order(next_step(state))];
    }
    let mut lacks = Vec::new();
    if matches!(step, DocumentsChecked | Admitted | Matched | Active) {
        lacks.extend(asked.checks().into_iter().filter_map(|kind| check_lack(facts, kind, (today, begins))));
    }
    if matches!(step, Trained | Admitted | Matched | Active) {
        lacks.extend(training_lacks(facts.learned, asked));
    }
    if matches!(step, Interviewed | Admitted | Matched | Active) {
        lacks.extend(interview_lack(&facts.interviews, step != Interviewed));
    }
    lacks.extend(begins.filter(|day| step == Active && *day > today).map(Lack::NotBegun));
    lacks
}

fn check_lack(
    facts: &Facts,
    kind: CheckKind,
    (today, begins): (NaiveDate, Option<NaiveDate>),
) -> Option<Lack> {
    let Some(check) = facts.check(kind) else { return Some(Lack::Missing(kind)) };
    let until = check.valid_until?;
    if until < today {
        return Some(Lack::Expired(kind, until));
    }
    begins.filter(|day| until < *day).map(|day| Lack::Ends(kind, until, day))
}

fn training_lacks(learned: Learned, asked: &Asked) -> impl Iterator<Item = Lack> + use<> {
    let all =
        (!learned.has(asked.training_hours)).then_some(Lack::Hours(learned.hours(), asked.training_hours));
    let in_person = (!learned.has_in_person(asked.in_person_hours))
        .then_some(Lack::InPerson(learned.hours_in_person(), asked.in_person_hours));
    all.into_iter().chain(in_person)
}

fn interview_lack(interviews: &[Interview], needs_advice: bool) -> Option<Lack> {
    match interviews.iter().filter(|one| one.in_person).max_by_key(|one| one.held_on) {
        None => Some(Lack::NoInterview),
        Some(last) if needs_advice && !last.recommended => Some(Lack::Advised),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests;
