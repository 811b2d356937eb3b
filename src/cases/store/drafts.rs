//! Rows of drafts and of the files that lie with them.

use super::files::{FILE, FileRow};
use crate::cases::rules::Parts;
use crate::db::schema::{case_drafts, draft_files as links, stored_files};
use crate::db::{Json, MultiBackend, Read, Write};
use crate::kernel::{ActivityId, DraftId, EnrolmentId, Moment, PersonId, Problem, StoredFileId, TeamId};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DraftRow {
    /// The draft.
    pub id: DraftId,
    /// What is written so far.
    pub text: String,
    /// Grows with every change of the text, so that two devices notice each other.
    pub revision: i32,
    /// When it was saved last.
    pub saved_at: Moment,
    /// What belongs to which part.
    pub parts: Json<Parts>,
    /// Which member of a team saved it last.
    pub saved_by: Option<PersonId>,
    /// Of a team's draft: who was said to have had a part in it, as far as that was said.
    pub present: Json<Present>,
}

/// Whether members of a team had a part in its work.
pub type Present = BTreeMap<EnrolmentId, bool>;

/// Whose a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftOf {
    /// A trainee's.
    One(EnrolmentId),
    /// A team's: every member writes it.
    Team(TeamId),
}

impl DraftOf {
    /// The columns of a row: exactly one of them says whose it is.
    fn columns(self) -> (Option<EnrolmentId>, Option<TeamId>) {
        match self {
            DraftOf::One(enrolment) => (Some(enrolment), None),
            DraftOf::Team(team) => (None, Some(team)),
        }
    }
}

const DRAFT: (
    case_drafts::id,
    case_drafts::text,
    case_drafts::revision,
    case_drafts::saved_at,
    case_drafts::parts,
    case_drafts::saved_by,
    case_drafts::present,
) = (
    case_drafts::id,
    case_drafts::text,
    case_drafts::revision,
    case_drafts::saved_at,
    case_drafts::parts,
    case_drafts::saved_by,
    case_drafts::present,
);

/// The draft of a trainee or a team, if there is one.
pub fn draft(r: &mut Read, whose: DraftOf, activity: ActivityId) -> Result<Option<DraftRow>, Problem> {
    let mut query = case_drafts::table
        .filter(case_drafts::activity_id.eq(activity))
        .select(DRAFT)
        .into_boxed::<MultiBackend>();
    query = match whose {
        DraftOf::One(enrolment) => query.filter(case_drafts::enrolment_id.eq(enrolment)),
        DraftOf::Team(team) => query.filter(case_drafts::team_id.eq(team)),
    };
    Ok(query.first(r.conn()).optional()?)
}

/// Writes the text of a draft as its next revision; the first time with it the draft itself.
pub fn put_draft(
    w: &mut Write,
    (whose, activity): (DraftOf, ActivityId),
    text: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<DraftRow, Problem> {
    let (enrolment, team) = whose.columns();
    let row = match draft(w, whose, activity)? {
        Some(known) => diesel::update(case_drafts::table.find(known.id))
            .set((
                case_drafts::text.eq(text),
                case_drafts::revision.eq(known.revision + 1),
                case_drafts::saved_at.eq(now),
                case_drafts::saved_by.eq(by),
            ))
            .returning(DRAFT)
            .get_result(w.conn())?,
        None => diesel::insert_into(case_drafts::table)
            .values((
                case_drafts::enrolment_id.eq(enrolment),
                case_drafts::team_id.eq(team),
                case_drafts::activity_id.eq(activity),
                case_drafts::text.eq(text),
                case_drafts::revision.eq(1),
                case_drafts::saved_at.eq(now),
                case_drafts::saved_by.eq(by),
            ))
            .returning(DRAFT)
            .get_result(w.conn())?,
    };
    Ok(row)
}

/// Writes what belongs to which part of a draft.
pub fn put_draft_parts(
    w: &mut Write,
    draft: DraftId,
    (parts, revision): (&Parts, i32),
) -> Result<(), Problem> {
    diesel::update(case_drafts::table.find(draft))
        .set((case_drafts::parts.eq(Json(parts.clone())), case_drafts::revision.eq(revision)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes who was said to have had a part in it.
pub fn put_present(w: &mut Write, draft: DraftId, present: &Present) -> Result<(), Problem> {
    diesel::update(case_drafts::table.find(draft))
        .set(case_drafts::present.eq(Json(present.clone())))
        .execute(w.conn())?;
    Ok(())
}

/// The files of a draft, in the order they came.
pub fn draft_files(r: &mut Read, draft: DraftId) -> Result<Vec<FileRow>, Problem> {
    Ok(links::table
        .inner_join(stored_files::table)
        .filter(links::draft_id.eq(draft))
        .order(stored_files::id)
        .select(FILE)
        .load(r.conn())?)
}

/// Puts a file to a draft.
pub fn attach(w: &mut Write, draft: DraftId, file: StoredFileId) -> Result<(), Problem> {
    diesel::insert_into(links::table)
        .values((links::draft_id.eq(draft), links::file_id.eq(file)))
        .execute(w.conn())?;
    Ok(())
}

/// Takes a file out of a draft; a version that was handed in with it keeps it.
pub fn detach(w: &mut Write, draft: DraftId, file: StoredFileId) -> Result<(), Problem> {
    diesel::delete(links::table.find((draft, file))).execute(w.conn())?;
    Ok(())
}
