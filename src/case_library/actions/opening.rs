//! Opening the talk about the answers of a case, and closing it.

use super::talking::{Answer, with_remarks};
use crate::audit::{self, Entry};
use crate::case_library::rules::{Consent, consent};
use crate::case_library::store::{self, DiscussionRow};
use crate::cases::actions::{last_deadline, taught_case};
use crate::cases::store::{self as cases, LastWork};
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, Localised, Moment, Problem, ProblemCode, SubmissionId,
};
use serde_json::json;

/// A work that may be chosen. It has no name: the desk says whose it is, to whom it may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// The version.
    pub submission: SubmissionId,
    /// Its text.
    pub text: String,
    /// The number it is shown under.
    pub number: Option<i32>,
    /// Where the consent of its author stands.
    pub consent: Consent,
}

/// Everything that staff see of a case that is over.
#[derive(Debug, Clone)]
pub struct Board {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The first instant at which it is late for everybody.
    pub due_at: Moment,
    /// The talk, once it was opened.
    pub discussion: Option<DiscussionRow>,
    /// What is shown, with what was said about it.
    pub answers: Vec<Answer>,
    /// What may be shown.
    pub works: Vec<Choosable>,
}

/// A case of an edition for those who teach it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn board(r: &mut Read, actor: &Actor, at: (EditionId, ActivityId)) -> Result<Board, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let discussion = store::discussion(r, at)?;
    let rows = store::answers(r, at)?;
    let mut questions = store::newest_of(r, at)?;
    let mut work = |work: LastWork| {
        let shown = rows.iter().find(|row| row.submission == work.submission);
        let question = shown.and_then(|row| questions.remove(&row.id));
        let consent = consent(question.map(|question| (question.agreed, question.ended_at)));
        Choosable {
            submission: work.submission,
            text: work.text,
            number: shown.map(|row| row.number),
            consent,
        }
    };
    let last = cases::last_works(r, at)?;
    let works = last.into_iter().filter(|one| Some(one.author) != actor.person).map(&mut work).collect();
    let due_at = last_deadline(r, &edition, at.1)?;
    let nameless = discussion.is_some_and(|row| row.nameless);
    let answers = with_remarks(rows, store::remarks(r, at, nameless)?);
    Ok(Board { edition, case: at.1, title, due_at, discussion, answers, works })
}

/// How a talk is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenInput {
    /// Whether remarks stand without the names of their writers.
    pub nameless: bool,
    /// Whether it is opened although works can still come in time.
    pub early: bool,
}

/// Opens the talk, or changes how it goes on.
///
/// # Errors
/// As [`board`]; `Invalid` while no answer was chosen, and before the last deadline unless that is meant.
pub fn open(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    input: OpenInput,
    now: Moment,
) -> Result<(), Problem> {
    let (edition, _) = taught_case(w, actor, at)?;
    let mut faults = Vec::new();
    if store::answers(w, at)?.is_empty() {
        faults.push(Fault::new("answers", "shown-none"));
    }
    if now < last_deadline(w, &edition, at.1)? && !input.early {
        faults.push(Fault::new("early", "shown-early"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let before = store::discussion(w, at)?.map(|row| value(at.1, row.nameless, row.is_open()));
    store::open(w, at, input.nameless, (actor.person, now))?;
    record(w, actor, at, (before, value(at.1, input.nameless, true)), now)
}

/// Closes the talk: it can be read on, and nothing be said any more.
///
/// # Errors
/// As [`board`]; `Conflict` when it is not open.
pub fn close(w: &mut Write, actor: &Actor, at: (EditionId, ActivityId), now: Moment) -> Result<(), Problem> {
    taught_case(w, actor, at)?;
    let row = store::discussion(w, at)?.filter(DiscussionRow::is_open);
    let row = row.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    store::close(w, at, (actor.person, now))?;
    let before = Some(value(at.1, row.nameless, true));
    record(w, actor, at, (before, value(at.1, row.nameless, false)), now)
}

fn value(case: ActivityId, nameless: bool, open: bool) -> serde_json::Value {
    json!({ "activity": case, "nameless": nameless, "open": open })
}

fn record(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    (before, after): (Option<serde_json::Value>, serde_json::Value),
    now: Moment,
) -> Result<(), Problem> {
    let subject = ("edition", at.0.0);
    let entry = Entry { action: "case-discussion-set", subject, before, after: Some(after) };
    audit::record(w, actor, now, entry)
}
