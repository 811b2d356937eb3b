//! Handing a version in: text and files are frozen, a receipt says what came and when.

use super::drafts::{Draft, DraftInput, Kept, Saved, keep, most_files, text_of};
use super::opening::{Case, State, Which, workable};
use crate::cases::rules::{self, Allocation, Given, Refusal};
use crate::cases::store::{self, FileRow, NewSubmission, SubmissionRow};
use crate::db::Write;
use crate::jobs::{NewJob, enqueue};
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode, StoredFileId};
use crate::secrets::sha256_hex;
use serde_json::json;

/// The job that finds a grader for a version that was just handed in.
pub const ALLOT_JOB: &str = "work-allot";

/// What became of handing in from the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedIn {
    /// It is in.
    Received(SubmissionRow),
    /// The draft is saved, but something has to be mended first.
    NotYet(Saved, Vec<Fault>),
    /// The draft was changed elsewhere meanwhile.
    Stale(Draft),
}

/// Saves the draft and hands it in as the next version. `complete` is false when a file of the form was refused:
/// then the draft is saved and nothing handed in.
///
/// # Errors
/// As [`super::save_draft`]; `StepsFirst` while a staged case has not come to an end; `WorkWaiting` while the last
/// version is not graded.
pub fn hand_in(
    w: &mut Write,
    actor: &Actor,
    input: &DraftInput,
    complete: bool,
    now: Moment,
) -> Result<HandedIn, Problem> {
    let case = workable(w, actor, input.which, now)?;
    let version = next_version(&case)?;
    let saved = match keep(w, &case, actor, input, now)? {
        Kept::Stale(draft) => return Ok(HandedIn::Stale(draft)),
        Kept::Saved(saved) => saved,
    };
    let faults = faults_of(&case, &saved);
    if !complete || !faults.is_empty() {
        return Ok(HandedIn::NotYet(saved, faults));
    }
    let work = Work { version, text: &saved.draft.row.text, files: &saved.draft.files };
    let row = insert(w, &case, &work, now)?;
    // Another device that still shows the old draft has to notice.
    store::put_draft(w, (input.which.enrolment, input.which.activity), work.text, now)?;
    Ok(HandedIn::Received(row))
}

/// Hands in a text and files that were uploaded before, without a draft.
///
/// # Errors
/// As [`hand_in`]; `Invalid` for files of somebody else, too many of them, or nothing at all.
pub fn submit(
    w: &mut Write,
    actor: &Actor,
    (which, text): (Which, &str),
    files: &[StoredFileId],
    now: Moment,
) -> Result<SubmissionRow, Problem> {
    let case = workable(w, actor, which, now)?;
    let version = next_version(&case)?;
    let text = text_of(text)?;
    let rows = store::files_by_ids(w, files, actor.person_id()?)?;
    let mut faults = Vec::new();
    if files.iter().any(|id| !rows.iter().any(|row| row.id == *id)) {
        faults.push(Fault::new("files", "unknown"));
    }
    if rows.len() > most_files(&case) {
        faults.push(Fault::new("files", "case-too-many").with("limit", most_files(&case)));
    }
    if !rules::is_something(Given { text: &text, files: rows.len() }, &case.definition.settings.accepts) {
        faults.push(Fault::new("text", "case-empty"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    insert(w, &case, &Work { version, text: &text, files: &rows }, now)
}

fn next_version(case: &Case) -> Result<i32, Problem> {
    if case.state == State::TooLate {
        return Err(Problem::new(ProblemCode::DeadlinePassed));
    }
    if case.steps.come_first() {
        return Err(Problem::new(ProblemCode::StepsFirst));
    }
    rules::next_version(&case.states(), case.definition.settings.submissions).map_err(|refusal| match refusal
    {
        Refusal::Waiting => Problem::new(ProblemCode::WorkWaiting),
        Refusal::NoneLeft => Problem::new(ProblemCode::NoAttemptsLeft),
    })
}

fn faults_of(case: &Case, saved: &Saved) -> Vec<Fault> {
    let given = Given { text: &saved.draft.row.text, files: saved.draft.files.len() };
    let something = rules::is_something(given, &case.definition.settings.accepts);
    let empty = (!something).then(|| Fault::new("text", "case-empty"));
    empty.into_iter().chain(saved.faults()).collect()
}

/// What a version is made of.
struct Work<'a> {
    version: i32,
    text: &'a str,
    files: &'a [FileRow],
}

fn insert(w: &mut Write, case: &Case, work: &Work<'_>, now: Moment) -> Result<SubmissionRow, Problem> {
    let hashes = work.files.iter().map(|file| file.sha256.as_str());
    let receipt = sha256_hex(rules::receipt_text(&sha256_hex(work.text.as_bytes()), hashes).as_bytes());
    let new = NewSubmission {
        enrolment: case.standing.enrolment.id,
        activity: case.fact.id,
        version: work.version,
        text: work.text,
        receipt: &receipt,
        due_at: case.due_at,
        late: rules::is_late(case.due_at, now),
        at: now,
    };
    let files: Vec<StoredFileId> = work.files.iter().map(|file| file.id).collect();
    let row = store::insert_submission(w, &new, &files)?;
    let (_, setup) = store::setup(w, (case.standing.edition.id, case.fact.id))?;
    store::open_work(w, &row, &case.standing.enrolment, i64::from(setup.graders))?;
    if setup.allocation != Allocation::None {
        let job = NewJob { kind: ALLOT_JOB, payload: json!({ "submission": row.id }), unique_key: None };
        enqueue(w, now, job)?;
    }
    Ok(row)
}
