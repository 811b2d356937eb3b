//! Hiding a version that names people who must not be named (H7).

use super::letters;
use crate::audit::{self, Entry};
use crate::cases::rules::{lines, nameless_file};
use crate::cases::store::{self, FileRow, HidingRow, SubmissionRow};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode, StoredFileId, SubmissionId};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use serde_json::json;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1_000;

/// A version that may be hidden, or was.
#[derive(Debug, Clone)]
pub struct Hiding {
    /// The author's place in the edition. Works may be graded without names: no page shows whose it is.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// The version, without its text once it is hidden.
    pub row: SubmissionRow,
    /// That it was hidden.
    pub hidden: Option<HidingRow>,
    /// Whether the reader may look at what was hidden.
    pub may_look: bool,
}

/// A version for those who teach its edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn hiding(r: &mut Read, actor: &Actor, id: SubmissionId) -> Result<Hiding, Problem> {
    let mut row = store::submission(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(r, actor, row.enrolment_id)?;
    let edition = &standing.edition;
    if !actor.teaches(edition.id, edition.organisation_id) {
        return Err(Problem::not_found());
    }
    let may_look = actor.require_administrator_of(edition.organisation_id).is_ok();
    let fact = standing.activity(row.activity_id, ActivityKind::Case)?.clone();
    let hidden = store::hidings(r, &[id])?.pop();
    if hidden.is_some() {
        row = row.without_content();
    }
    Ok(Hiding { standing, fact, row, hidden, may_look })
}

/// Hides the text, the links and the files of a version from everybody but administrators. The author is told and
/// asked for another version, which uses up no attempt; what is in their draft stays, for them alone to mend.
///
/// # Errors
/// As [`hiding`]; `Conflict` when it is hidden already; `Invalid` without a reason; `Forbidden` for one's own work.
pub fn hide(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let found = hiding(w, actor, id)?;
    let members = store::shares(w, &[id])?;
    let own = |person| actor.person == Some(person);
    if own(found.standing.enrolment.person_id) || members.iter().any(|share| own(share.person)) {
        return Err(Problem::forbidden());
    }
    if found.hidden.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let reason = lines(reason.trim());
    if reason.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("reason", "required")]));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Problem::invalid(vec![Fault::new("reason", "too-long").with("limit", LONGEST_REASON)]));
    }
    store::insert_hiding(w, id, &reason, (actor.person, now))?;
    store::close_work(w, id, now)?;
    // The audit is read by more people than the work was: it says that something was hidden, not what.
    let after = Some(json!({ "hidden": true, "reason": reason }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "work-hidden", subject, before: None, after })?;
    let authors: Vec<_> = members.iter().map(|share| (share.person, share.enrolment)).collect();
    let author = (found.standing.enrolment.person_id, found.standing.enrolment.id);
    for author in if authors.is_empty() { vec![author] } else { authors } {
        letters::tell_of_hiding(w, &found, author, now)?;
    }
    Ok(())
}

/// One file of what was hidden, for an administrator; this look is written down too.
///
/// # Errors
/// As [`look_at_hidden`]; `NotFound` for a file of another version.
pub fn hidden_file(
    w: &mut Write,
    actor: &Actor,
    (id, file): (SubmissionId, StoredFileId),
    now: Moment,
) -> Result<FileRow, Problem> {
    let (_, files) = look_at_hidden(w, actor, id, now)?;
    files.into_iter().find(|row| row.id == file).ok_or_else(Problem::not_found)
}

/// What was hidden, for an administrator; the look itself is written down.
///
/// # Errors
/// `NotFound` for anybody else, and for a version that is not hidden.
pub fn look_at_hidden(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    now: Moment,
) -> Result<(Hiding, Vec<FileRow>), Problem> {
    let mut found = hiding(w, actor, id)?;
    if !found.may_look || found.hidden.is_none() {
        return Err(Problem::not_found());
    }
    found.row = store::submission(w, id)?.ok_or_else(Problem::not_found)?;
    let nameless = is_nameless(w, &found)?;
    let file = |(_, file): (_, FileRow)| {
        let name = if nameless { nameless_file(file.id, &file.name) } else { file.name };
        FileRow { name, ..file }
    };
    let files = store::submission_files(w, &[id])?.into_iter().map(file).collect();
    let entry =
        Entry { action: "hidden-work-read", subject: ("submission", id.0), before: None, after: None };
    audit::record(w, actor, now, entry)?;
    Ok((found, files))
}

/// Whether nothing may tell whose a version is: the case is graded without names, and its author never saw a grade.
fn is_nameless(r: &mut Read, found: &Hiding) -> Result<bool, Problem> {
    let (_, setup) = store::setup(r, (found.standing.edition.id, found.fact.id))?;
    let grades = store::gradings(r, &[found.row.id])?;
    Ok(setup.blind && grades.iter().all(|grade| grade.released_at.is_none()))
}
