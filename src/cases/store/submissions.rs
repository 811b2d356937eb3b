//! Rows of versions that were handed in. They never change.

use super::files::{FILE, FileRow};
use crate::cases::rules::Parts;
use crate::db::schema::{
    stored_files, submission_files as links, submission_members as members, submissions as table,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{ActivityId, EnrolmentId, Moment, Permille, Problem, StoredFileId, SubmissionId, TeamId};
use diesel::prelude::*;

/// A version of a work.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct SubmissionRow {
    /// The version.
    pub id: SubmissionId,
    /// Whose.
    pub enrolment_id: EnrolmentId,
    /// Of which case.
    pub activity_id: ActivityId,
    /// Which one, from 1.
    pub version: i32,
    /// The text.
    pub text: String,
    /// SHA-256 over text and files.
    pub receipt: String,
    /// The deadline as it was.
    pub due_at: Option<Moment>,
    /// Whether it came after the deadline.
    pub late: bool,
    /// When it came.
    pub submitted_at: Moment,
    /// What belongs to which part.
    pub parts: Json<Parts>,
    /// The thousandths of its points that it loses, as it came late.
    pub deduction: i32,
    /// The team whose work it is; nothing for one's own.
    pub team: Option<TeamId>,
}

impl SubmissionRow {
    /// The same without anything that its author wrote.
    pub fn without_content(mut self) -> SubmissionRow {
        self.text.clear();
        self.parts = Json::default();
        self
    }
}

const SUBMISSION: (
    table::id,
    table::enrolment_id,
    table::activity_id,
    table::version,
    table::text,
    table::receipt,
    table::due_at,
    table::late,
    table::submitted_at,
    table::parts,
    table::deduction,
    table::team_id,
) = (
    table::id,
    table::enrolment_id,
    table::activity_id,
    table::version,
    table::text,
    table::receipt,
    table::due_at,
    table::late,
    table::submitted_at,
    table::parts,
    table::deduction,
    table::team_id,
);

/// A version.
pub fn submission(r: &mut Read, id: SubmissionId) -> Result<Option<SubmissionRow>, Problem> {
    Ok(table::table.find(id).select(SUBMISSION).first(r.conn()).optional()?)
}

/// The versions of a trainee's own work and those of teams that the trainee was in when they came, in their order.
pub fn submissions(
    r: &mut Read,
    enrolment: EnrolmentId,
    activity: ActivityId,
) -> Result<Vec<SubmissionRow>, Problem> {
    let shared = members::table.filter(members::enrolment_id.eq(enrolment)).select(members::submission_id);
    let own = table::enrolment_id.eq(enrolment).and(table::team_id.is_null());
    Ok(table::table
        .filter(own.or(table::id.eq_any(shared)))
        .filter(table::activity_id.eq(activity))
        .order((table::version, table::id))
        .select(SUBMISSION)
        .load(r.conn())?)
}

/// The versions of a team's work, in their order.
pub fn submissions_of_team(
    r: &mut Read,
    team: TeamId,
    activity: ActivityId,
) -> Result<Vec<SubmissionRow>, Problem> {
    Ok(table::table
        .filter(table::team_id.eq(team))
        .filter(table::activity_id.eq(activity))
        .order(table::version)
        .select(SUBMISSION)
        .load(r.conn())?)
}

/// The files of versions.
pub fn submission_files(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<(SubmissionId, FileRow)>, Problem> {
    Ok(links::table
        .inner_join(stored_files::table)
        .filter(links::submission_id.eq_any(ids.to_vec()))
        .order((links::submission_id, stored_files::id))
        .select((links::submission_id, FILE))
        .load(r.conn())?)
}

/// A version about to be written down.
#[derive(Debug, Clone)]
pub struct NewSubmission<'a> {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Of which case.
    pub activity: ActivityId,
    /// Which one, from 1.
    pub version: i32,
    /// The text.
    pub text: &'a str,
    /// SHA-256 over text and files.
    pub receipt: &'a str,
    /// The deadline.
    pub due_at: Moment,
    /// Whether it comes after the deadline.
    pub late: bool,
    /// The share of its points that it loses.
    pub deduction: Permille,
    /// What belongs to which part.
    pub parts: &'a Parts,
    /// When it comes.
    pub at: Moment,
    /// The team whose work it is.
    pub team: Option<TeamId>,
}

/// Writes a version down with its files.
pub fn insert_submission(
    w: &mut Write,
    new: &NewSubmission<'_>,
    files: &[StoredFileId],
) -> Result<SubmissionRow, Problem> {
    let row: SubmissionRow = diesel::insert_into(table::table)
        .values((
            table::enrolment_id.eq(new.enrolment),
            table::activity_id.eq(new.activity),
            table::version.eq(new.version),
            table::text.eq(new.text),
            table::receipt.eq(new.receipt),
            table::due_at.eq(Some(new.due_at)),
            table::late.eq(new.late),
            table::submitted_at.eq(new.at),
            table::parts.eq(Json(new.parts.clone())),
            table::deduction.eq(new.deduction.0),
            table::team_id.eq(new.team),
        ))
        .returning(SUBMISSION)
        .get_result(w.conn())?;
    for file in files {
        diesel::insert_into(links::table)
            .values((links::submission_id.eq(row.id), links::file_id.eq(file)))
            .execute(w.conn())?;
    }
    Ok(row)
}
