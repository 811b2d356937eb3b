//! Remarks on passages of a text. Their author reads them once the grade is released; of several graders each sees
//! only their own until the grade is decided.

use super::claims::{hold, require_place};
use super::desk::{Work, load};
use crate::audit::{self, Entry};
use crate::cases::rules::{find_passage, lines};
use crate::db::Write;
use crate::grading::store;
use crate::kernel::{Actor, Fault, Moment, PassageCommentId, Problem, ProblemCode, SubmissionId};
use serde_json::json;

/// The longest remark on a passage, in characters.
const LONGEST: usize = 2_000;

/// A remark to make.
#[derive(Debug, Clone)]
pub struct CommentInput {
    /// On which version.
    pub submission: SubmissionId,
    /// The words it is about, as they stand in the text.
    pub quote: String,
    /// Which occurrence of them, from 0.
    pub occurrence: usize,
    /// The remark.
    pub text: String,
}

/// Makes a remark on a passage. Whoever does so is at work, while there is no grade yet.
///
/// # Errors
/// As [`super::claim`]; `Invalid` for words that do not stand in the text, and for a remark that says nothing.
pub fn comment(
    w: &mut Write,
    actor: &Actor,
    input: &CommentInput,
    now: Moment,
) -> Result<PassageCommentId, Problem> {
    let work = load(w, actor, input.submission, now)?;
    at_work(w, actor, &work, now)?;
    let text = lines(input.text.trim());
    let mut faults = Vec::new();
    if text.is_empty() {
        faults.push(Fault::new("comment", "required"));
    }
    if text.chars().count() > LONGEST {
        faults.push(Fault::new("comment", "too-long").with("limit", LONGEST));
    }
    let body = &work.version.row.text;
    let passage = find_passage(body, &input.quote, input.occurrence);
    if passage.is_none() {
        faults.push(Fault::new("quote", "grading-quote"));
    }
    let (Some((from, to)), true) = (passage, faults.is_empty()) else { return Err(Problem::invalid(faults)) };
    let quote: String = body.chars().skip(from).take(to - from).collect();
    let place = |at: usize| i32::try_from(at).map_err(Problem::internal);
    let span = ((place(from)?, place(to)?), quote.as_str());
    let id = store::insert_comment(w, (input.submission, actor.person_id()?), span, &text, now)?;
    let (subject, after) = (("submission", input.submission.0), Some(json!({ "comment": id })));
    audit::record(w, actor, now, Entry { action: "passage-commented", subject, before: None, after })?;
    Ok(id)
}

/// Lets somebody pass who may say something about the work now, and keeps their place at it.
fn at_work(w: &mut Write, actor: &Actor, work: &Work, now: Moment) -> Result<(), Problem> {
    work.require_visible()?;
    if work.version.grade.is_none() {
        require_place(actor, work, now)?;
        store::begin(w, work.row.submission, now)?;
        return hold(w, actor, work, now).map(|_| ());
    }
    if work.own {
        return Err(Problem::forbidden());
    }
    if work.conflict { Err(Problem::new(ProblemCode::Colleague)) } else { Ok(()) }
}

/// Takes one's own remark back; gives back on which version it was.
///
/// # Errors
/// `NotFound` for one that is not there, or is somebody else's.
pub fn remove_comment(
    w: &mut Write,
    actor: &Actor,
    id: PassageCommentId,
    now: Moment,
) -> Result<SubmissionId, Problem> {
    let (submission, person) = store::comment(w, id)?.ok_or_else(Problem::not_found)?;
    if actor.person != Some(person) {
        return Err(Problem::not_found());
    }
    load(w, actor, submission, now)?;
    store::remove_comment(w, id, now)?;
    let (subject, before) = (("submission", submission.0), Some(json!({ "comment": id })));
    audit::record(w, actor, now, Entry { action: "passage-comment-removed", subject, before, after: None })?;
    Ok(submission)
}
