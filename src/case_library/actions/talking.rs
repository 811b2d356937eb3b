//! What is said about answers.

use super::reading::{Talk, talk};
use crate::audit::{self, Entry};
use crate::case_library::rules;
use crate::case_library::store::{self, AnswerRow, DiscussionRow, NewRemark, RemarkRow};
use crate::cases::actions::{Which, taught_case};
use crate::db::Write;
use crate::grading::rules::reason;
use crate::kernel::{ActivityId, Actor, DiscussionRemarkId, EditionId, Fault, Moment, Problem, ProblemCode};
use serde_json::json;

/// An answer with what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The answer.
    pub row: AnswerRow,
    /// The remarks, the oldest first.
    pub remarks: Vec<RemarkRow>,
}

pub(super) fn with_remarks(rows: Vec<AnswerRow>, mut remarks: Vec<RemarkRow>) -> Vec<Answer> {
    let answer = |row: AnswerRow| {
        let remarks = remarks.extract_if(.., |remark| remark.answer == row.id).collect();
        Answer { row, remarks }
    };
    rows.into_iter().map(answer).collect()
}

/// Says something about the answer of a number, as a trainee of the edition.
///
/// # Errors
/// As [`talk`]; `NotFound` for somebody else's place; `Conflict` while they may not read or nothing can be said;
/// `Invalid` for an unknown number, no words or too many.
pub fn say(
    w: &mut Write,
    actor: &Actor,
    which: Which,
    (number, typed): (i32, &str),
    now: Moment,
) -> Result<DiscussionRemarkId, Problem> {
    let Talk { standing, fact, reading, .. } = talk(w, actor, which, now)?;
    if actor.person != Some(standing.enrolment.person_id) {
        return Err(Problem::not_found());
    }
    if reading.is_err() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    write(w, actor, (standing.edition.id, fact.id), (number, typed, false), now)
}

/// The same, as somebody who teaches the edition.
///
/// # Errors
/// `NotFound` for anybody else; else as [`say`].
pub fn say_as_staff(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    (number, typed): (i32, &str),
    now: Moment,
) -> Result<DiscussionRemarkId, Problem> {
    taught_case(w, actor, at)?;
    write(w, actor, at, (number, typed, true), now)
}

fn write(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    (number, typed, by_staff): (i32, &str, bool),
    now: Moment,
) -> Result<DiscussionRemarkId, Problem> {
    let talk = store::discussion(w, at)?.filter(DiscussionRow::is_open);
    let nameless = talk.ok_or_else(|| Problem::new(ProblemCode::Conflict))?.nameless;
    let answer = store::answers(w, at)?.into_iter().find(|row| row.number == number);
    let (answer, text) = match (answer, rules::remark(typed)) {
        (Some(answer), Ok(text)) => (answer.id, text),
        (None, text) => {
            let unknown = Fault::new("answer", "unknown");
            return Err(Problem::invalid(text.err().into_iter().chain([unknown]).collect()));
        }
        (_, Err(fault)) => return Err(Problem::invalid(vec![fault])),
    };
    let person = actor.person_id()?;
    store::insert(w, NewRemark { answer, person, by_staff, nameless, text: &text }, now)
}

/// Hides a remark from everybody, with a reason that stands in its place.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Conflict` when it is hidden already; `Invalid` without a reason.
pub fn hide_remark(
    w: &mut Write,
    actor: &Actor,
    id: DiscussionRemarkId,
    typed: &str,
    now: Moment,
) -> Result<(EditionId, ActivityId), Problem> {
    let place = store::place_of(w, id)?.ok_or_else(Problem::not_found)?;
    let at = (place.edition, place.case);
    taught_case(w, actor, at)?;
    if place.hidden_at.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let reason = reason(typed).map_err(|fault| Problem::invalid(vec![fault]))?;
    store::hide(w, id, &reason, (actor.person, now))?;
    // What it said may be what nobody was to say: the audit does not repeat it.
    let after = Some(json!({ "hidden": true, "reason": reason }));
    let subject = ("discussion-remark", id.0);
    audit::record(w, actor, now, Entry { action: "remark-hidden", subject, before: None, after })?;
    Ok(at)
}
