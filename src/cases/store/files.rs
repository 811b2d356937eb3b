//! Rows of uploaded files. Their bytes lie in the file store under the key.

use crate::db::schema::{
    case_drafts, case_hidings, draft_files, editions, enrolments, stored_files, submission_files,
    submission_members, submissions, team_members,
};
use crate::db::{Read, Write};
use crate::files::StoredBlob;
use crate::kernel::{EditionId, Moment, OrganisationId, PersonId, Problem, StoredFileId};
use diesel::dsl::exists;
use diesel::prelude::*;

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct FileRow {
    /// The file.
    pub id: StoredFileId,
    /// Where its bytes lie.
    pub storage_key: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its length in bytes.
    pub size: i64,
    /// What it is, by content.
    pub media_type: String,
    /// The name its owner gave it.
    pub name: String,
    /// Who uploaded it.
    pub owner: Option<PersonId>,
}

/// The columns of a [`FileRow`].
pub(super) const FILE: (
    stored_files::id,
    stored_files::storage_key,
    stored_files::sha256,
    stored_files::size,
    stored_files::media_type,
    stored_files::name,
    stored_files::created_by,
) = (
    stored_files::id,
    stored_files::storage_key,
    stored_files::sha256,
    stored_files::size,
    stored_files::media_type,
    stored_files::name,
    stored_files::created_by,
);

/// A file whose bytes are laid away, before its row is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where the bytes lie.
    pub blob: StoredBlob,
    /// What it is, by content.
    pub media_type: &'static str,
    /// The name its owner gave it.
    pub name: String,
    /// The key of the part it was sent for; empty when that was not said.
    pub part: String,
}

/// Writes down whose file it is.
pub fn insert_file(w: &mut Write, new: &NewFile, owner: PersonId, now: Moment) -> Result<FileRow, Problem> {
    Ok(diesel::insert_into(stored_files::table)
        .values((
            stored_files::storage_key.eq(&new.blob.key),
            stored_files::sha256.eq(&new.blob.sha256),
            stored_files::size.eq(new.blob.size),
            stored_files::media_type.eq(new.media_type),
            stored_files::name.eq(&new.name),
            stored_files::created_at.eq(now),
            stored_files::created_by.eq(owner),
        ))
        .returning(FILE)
        .get_result(w.conn())?)
}

/// A file.
pub fn file(r: &mut Read, id: StoredFileId) -> Result<Option<FileRow>, Problem> {
    Ok(stored_files::table.find(id).select(FILE).first(r.conn()).optional()?)
}

/// Several files of one owner; those of others are left out.
pub fn files_by_ids(r: &mut Read, ids: &[StoredFileId], owner: PersonId) -> Result<Vec<FileRow>, Problem> {
    Ok(stored_files::table
        .filter(stored_files::id.eq_any(ids.to_vec()))
        .filter(stored_files::created_by.eq(owner))
        .order(stored_files::id)
        .select(FILE)
        .load(r.conn())?)
}

/// Whether a file lies in a draft.
pub fn is_in_a_draft(r: &mut Read, id: StoredFileId) -> Result<bool, Problem> {
    let found: Option<StoredFileId> = draft_files::table
        .filter(draft_files::file_id.eq(id))
        .select(draft_files::file_id)
        .first(r.conn())
        .optional()?;
    Ok(found.is_some())
}

/// Whether a file was handed in with a version that was hidden.
pub fn is_hidden(r: &mut Read, id: StoredFileId) -> Result<bool, Problem> {
    let found: Option<StoredFileId> = submission_files::table
        .inner_join(case_hidings::table.on(case_hidings::submission_id.eq(submission_files::submission_id)))
        .filter(submission_files::file_id.eq(id))
        .select(submission_files::file_id)
        .first(r.conn())
        .optional()?;
    Ok(found.is_some())
}

/// The editions in which a file was handed in, with the organisations that run them; hidden versions are left out.
pub fn places_of(r: &mut Read, id: StoredFileId) -> Result<Vec<(EditionId, OrganisationId)>, Problem> {
    Ok(submission_files::table
        .inner_join(submissions::table.inner_join(enrolments::table.inner_join(editions::table)))
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submission_files::submission_id)))
        .filter(submission_files::file_id.eq(id))
        .filter(case_hidings::submission_id.is_null())
        .select((editions::id, editions::organisation_id))
        .distinct()
        .load(r.conn())?)
}

/// Whether a file lies with a work of somebody's team: in a version that is not hidden and that they were a member at, or
/// in the draft of the team they are in.
pub fn is_shared_with(r: &mut Read, id: StoredFileId, person: PersonId) -> Result<bool, Problem> {
    let handed_in = submission_files::table
        .inner_join(
            submission_members::table
                .on(submission_members::submission_id.eq(submission_files::submission_id)),
        )
        .inner_join(enrolments::table.on(enrolments::id.eq(submission_members::enrolment_id)))
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submission_files::submission_id)))
        .filter(case_hidings::submission_id.is_null())
        .filter(submission_files::file_id.eq(id))
        .filter(enrolments::person_id.eq(person));
    let drafted = draft_files::table
        .inner_join(case_drafts::table)
        .inner_join(team_members::table.on(case_drafts::team_id.eq(team_members::team_id.nullable())))
        .inner_join(enrolments::table.on(enrolments::id.eq(team_members::enrolment_id)))
        .filter(draft_files::file_id.eq(id))
        .filter(team_members::left_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(enrolments::person_id.eq(person));
    Ok(diesel::select(exists(handed_in).or(exists(drafted))).get_result(r.conn())?)
}
