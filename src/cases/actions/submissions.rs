//! Handing a version in: text and files are frozen, a receipt says what came and when.

use super::drafts::{Draft, DraftInput, Kept, Saved, keep, most_files, seen_rubric, text_of, unfit};
use super::opening::{Case, Which, workable};
use super::teams::{CaseTeam, present_members};
use crate::cases::rules::{self, Allocation, Given, Lateness, OwnMarks, Parts, Refusal};
use crate::cases::store::{self, FileRow, NewSubmission, Present, SubmissionRow};
use crate::db::Write;
use crate::jobs::{NewJob, enqueue};
use crate::kernel::{Actor, EnrolmentId, Fault, Language, Moment, Problem, ProblemCode, StoredFileId};
use crate::programmes::rules::SelfAssessment;
use crate::secrets::sha256_hex;
use serde_json::json;
use std::collections::BTreeMap;

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
/// As [`super::save_draft`]; `WorkWaiting` while the last version is not graded; `WorkTooLate` where late works are
/// refused; `StepsFirst` while a staged case has not come to an end.
pub fn hand_in(
    w: &mut Write,
    actor: &Actor,
    input: &DraftInput,
    complete: bool,
    now: Moment,
) -> Result<HandedIn, Problem> {
    let case = workable(w, actor, input.which, now)?;
    let (version, lateness) = next_version(&case, now)?;
    let saved = match keep(w, &case, actor, input, now)? {
        Kept::Stale(draft) => return Ok(HandedIn::Stale(draft)),
        Kept::Saved(saved) => saved,
    };
    let mut faults = faults_of(&case, &saved, actor.language);
    let members = present_members(&case, actor, &input.present);
    let members = members.map_err(|missing| faults.extend(missing)).unwrap_or_default();
    if !complete || !faults.is_empty() {
        return Ok(HandedIn::NotYet(saved, faults));
    }
    let row = &saved.draft.row;
    let (files, own) = (saved.draft.files.as_slice(), &saved.own);
    let work = Work { version, text: &row.text, files, parts: &row.parts.0, own, members: &members };
    let row = insert(w, &case, &work, (lateness, now))?;
    // Another device that still shows the old draft has to notice.
    store::put_draft(w, (case.draft_of(), input.which.activity), work.text, (actor.person, now))?;
    // Who had a part in the next version is to be said anew.
    if !saved.draft.row.present.0.is_empty() {
        store::put_present(w, saved.draft.row.id, &Present::new())?;
    }
    Ok(HandedIn::Received(row))
}

/// What a program hands in at once.
#[derive(Debug, Clone)]
pub struct Submitted {
    /// Of which case.
    pub which: Which,
    /// The text.
    pub text: String,
    /// Files that were uploaded before.
    pub files: Vec<StoredFileId>,
    /// Links and the parts of files.
    pub parts: Parts,
    /// Who of the team was present; everybody else was absent.
    pub present: Vec<EnrolmentId>,
    /// How its author judges it: points by criterion.
    pub own: BTreeMap<String, u32>,
    /// By which version of the rubric; the newest where it is not said.
    pub own_rubric: Option<i32>,
}

/// Hands in a text, links and files that were uploaded before, without a draft.
///
/// # Errors
/// As [`hand_in`]; `Invalid` for files of somebody else, too many of them, required parts that are missing, or
/// nothing at all.
pub fn submit(w: &mut Write, actor: &Actor, sent: &Submitted, now: Moment) -> Result<SubmissionRow, Problem> {
    let case = workable(w, actor, sent.which, now)?;
    let (version, lateness) = next_version(&case, now)?;
    let (text, files) = (text_of(&sent.text)?, sent.files.as_slice());
    let kinds = case.definition.settings.parts();
    let mut parts = Parts { files: sent.parts.files.clone(), ..Parts::default() };
    parts.take_links(&kinds, &sent.parts.links);
    parts.keep_files(|file| files.iter().any(|id| id.0 == file));
    let rows = store::files_by_ids(w, files, actor.person_id()?)?;
    let mut faults = Vec::new();
    if files.iter().any(|id| !rows.iter().any(|row| row.id == *id)) {
        faults.push(Fault::new("files", "unknown"));
    }
    if rows.len() > most_files(&case) {
        faults.push(Fault::new("files", "case-too-many").with("limit", most_files(&case)));
    }
    for row in &rows {
        let part = parts.of_file(&kinds, row.id.0);
        faults.extend(part.and_then(|part| unfit((&row.name, &row.media_type), part, actor.language)));
    }
    faults.extend(rules::faulty_links(&kinds, &parts));
    faults.extend(lacking(&case, (&text, &rows, &parts), actor.language));
    let own = OwnMarks { rubric: seen_rubric(&case, sent.own_rubric), points: sent.own.clone() };
    faults.extend(rules::strange_own(&case.rubrics.by(own.rubric).criteria, &own.points, actor.language));
    faults.extend(lacking_own(&case, &own, actor.language));
    let team = case.team.as_ref().map(|team| team.members.as_slice()).unwrap_or_default();
    if sent.present.iter().any(|id| !team.iter().any(|one| one.enrolment == *id)) {
        faults.push(Fault::new("present", "unknown"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let said = team.iter().map(|one| (one.enrolment, sent.present.contains(&one.enrolment))).collect();
    let members = present_members(&case, actor, &said).map_err(Problem::invalid)?;
    let work = Work { version, text: &text, files: &rows, parts: &parts, own: &own, members: &members };
    insert(w, &case, &work, (lateness, now))
}

/// Which version may be handed in now, and how it stands to its deadline.
fn next_version(case: &Case, now: Moment) -> Result<(i32, Lateness), Problem> {
    let next = rules::next_version(&case.states(), case.definition.settings.submissions);
    let version = next.map_err(|refusal| match refusal {
        Refusal::Waiting => Problem::new(ProblemCode::WorkWaiting),
        Refusal::NoneLeft => Problem::new(ProblemCode::NoAttemptsLeft),
    })?;
    let lateness = rules::lateness(&case.setup, case.due_at, now);
    if lateness == Lateness::Refused {
        return Err(Problem::new(ProblemCode::WorkTooLate));
    }
    if case.steps.come_first() {
        return Err(Problem::new(ProblemCode::StepsFirst));
    }
    Ok((version, lateness))
}

fn faults_of(case: &Case, saved: &Saved, reader: Language) -> Vec<Fault> {
    let row = &saved.draft.row;
    let mut faults = lacking(case, (&row.text, &saved.draft.files, &row.parts.0), reader);
    faults.extend(saved.faults.iter().cloned());
    faults.extend(lacking_own(case, &saved.own, reader));
    faults
}

/// The criteria by which the author has not judged the work, where the case asks for all of them.
fn lacking_own(case: &Case, own: &OwnMarks, reader: Language) -> Vec<Fault> {
    if case.definition.settings.self_assessment == Some(SelfAssessment::Required) {
        rules::lacking_own(&case.definition.rubric, &own.points, reader)
    } else {
        Vec::new()
    }
}

/// The required parts that are missing, or that there is nothing to grade at all.
fn lacking(case: &Case, (text, files, parts): (&str, &[FileRow], &Parts), reader: Language) -> Vec<Fault> {
    let settings = &case.definition.settings;
    let ids: Vec<i64> = files.iter().map(|file| file.id.0).collect();
    let missing = rules::missing(&settings.parts(), text, &ids, parts, reader);
    let given = Given { text, files: files.len(), links: parts.links.len() };
    if missing.is_empty() && !rules::is_something(given, &settings.accepts) {
        return vec![Fault::new("text", "case-empty")];
    }
    missing
}

/// What a version is made of.
struct Work<'a> {
    version: i32,
    text: &'a str,
    files: &'a [FileRow],
    parts: &'a Parts,
    /// The team as of today, with who was present.
    members: &'a [(EnrolmentId, bool)],
    own: &'a OwnMarks,
}

fn insert(
    w: &mut Write,
    case: &Case,
    work: &Work<'_>,
    (lateness, now): (Lateness, Moment),
) -> Result<SubmissionRow, Problem> {
    let links = work.parts.receipt_lines();
    let hashes = work.files.iter().map(|file| file.sha256.as_str());
    let rest = hashes.chain(links.iter().map(String::as_str));
    let receipt = sha256_hex(rules::receipt_text(&sha256_hex(work.text.as_bytes()), rest).as_bytes());
    let new = NewSubmission {
        enrolment: case.standing.enrolment.id,
        activity: case.fact.id,
        version: work.version,
        text: work.text,
        receipt: &receipt,
        due_at: case.due_at,
        late: lateness.is_late(),
        deduction: lateness.deduction(),
        parts: work.parts,
        at: now,
        team: case.team.as_ref().and_then(CaseTeam::id),
    };
    let files: Vec<StoredFileId> = work.files.iter().map(|file| file.id).collect();
    let row = store::insert_submission(w, &new, &files)?;
    store::insert_shares(w, row.id, work.members)?;
    if case.definition.settings.self_assessment.is_some() && !work.own.points.is_empty() {
        store::insert_own_marks(w, row.id, work.own)?;
    }
    store::open_work(w, &row, &case.standing.enrolment, i64::from(case.setup.graders))?;
    if case.setup.allocation != Allocation::None {
        let job = NewJob { kind: ALLOT_JOB, payload: json!({ "submission": row.id }), unique_key: None };
        enqueue(w, now, job)?;
    }
    Ok(row)
}
