//! Asking an author whether later editions may read their answer.

use super::choosing::prepared;
use super::letters;
use crate::audit::{self, Entry};
use crate::case_library::rules::{Consent, consent};
use crate::case_library::store::{self, ExampleRow};
use crate::cases::actions::Which;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode, SubmissionId};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use serde_json::json;

/// Asks the author, with the copy as it is now. What was asked before ends, an older text is not shown any more.
///
/// # Errors
/// As [`prepared`]; `Invalid` while no copy was made; `Conflict` when the author was asked about this very text.
pub fn ask(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let Some(answer) = found.shown() else {
        return Err(Problem::invalid(vec![Fault::new("text", "shown-first")]));
    };
    if let Some(before) = found.example.as_ref().filter(|row| row.ended_at.is_none()) {
        if before.text == answer.text {
            return Err(Problem::new(ProblemCode::Conflict));
        }
        store::end(w, before.id, (actor.person, now))?;
    }
    store::ask(w, (answer.id, &answer.text), (actor.person, now))?;
    let after = Some(json!({ "text": answer.text }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "example-asked", subject, before: None, after })?;
    letters::ask_author(w, &found, now)
}

/// Asks no more, and shows the answer to later editions no more.
///
/// # Errors
/// As [`prepared`]; `Conflict` when nothing is asked.
pub fn stop_asking(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let row = found.example.filter(|row| row.ended_at.is_none());
    let row = row.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    store::end(w, row.id, (actor.person, now))?;
    let before = Some(json!({ "agreed": row.agreed }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "example-ended", subject, before, after: None })
}

/// What an author was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Their place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// The question, with the text that would be shown.
    pub row: ExampleRow,
}

impl Asked {
    /// Where it stands.
    pub fn consent(&self) -> Consent {
        consent(Some((self.row.agreed, self.row.ended_at)))
    }
}

/// What the actor was asked about their own answer.
///
/// # Errors
/// `NotFound` unless it is theirs and they are asked.
pub fn asked(r: &mut Read, actor: &Actor, which: Which) -> Result<Asked, Problem> {
    let standing = progress::own_standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Case)?.clone();
    let row = store::question(r, (which.enrolment, which.activity))?.ok_or_else(Problem::not_found)?;
    Ok(Asked { standing, fact, row })
}

/// Agrees or does not; whoever agreed may take it back at any time, and the other way round.
///
/// # Errors
/// As [`asked`].
pub fn answer_question(
    w: &mut Write,
    actor: &Actor,
    which: Which,
    agrees: bool,
    now: Moment,
) -> Result<(), Problem> {
    let found = asked(w, actor, which)?;
    if found.row.agreed == Some(agrees) {
        return Ok(());
    }
    store::answer(w, found.row.id, agrees, now)?;
    let entry = Entry {
        action: "example-answered",
        subject: ("library-example", found.row.id.0),
        before: found.row.agreed.map(|agreed| json!({ "agreed": agreed })),
        after: Some(json!({ "agreed": agrees })),
    };
    audit::record(w, actor, now, entry)
}
