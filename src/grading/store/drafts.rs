//! Rows of marks as they are typed.

use crate::db::schema::marking_drafts as table;
use crate::db::{Json, Read, Write};
use crate::grading::rules::{FormerMarks, Marks};
use crate::kernel::{Moment, PersonId, Problem, SubmissionId};
use diesel::prelude::*;

/// Marks as somebody has typed them so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The marks.
    pub marks: Marks,
    /// Grows with every change, so that two devices notice each other.
    pub revision: i32,
    /// When they were saved.
    pub saved_at: Moment,
    /// By which version of the rubric.
    pub rubric: i32,
    /// What was typed by earlier versions and could not be carried over, the oldest first.
    pub former: Vec<FormerMarks>,
}

/// The marks that somebody has typed about a work.
pub fn draft(r: &mut Read, (id, person): (SubmissionId, PersonId)) -> Result<Option<DraftRow>, Problem> {
    let found: Option<(Json<Marks>, i32, Moment, i32, Json<Vec<FormerMarks>>)> = table::table
        .find((id, person))
        .select((table::content, table::revision, table::saved_at, table::rubric, table::former))
        .first(r.conn())
        .optional()?;
    let row = |(marks, revision, saved_at, rubric, former): (Json<Marks>, _, _, _, Json<_>)| DraftRow {
        marks: marks.0,
        revision,
        saved_at,
        rubric,
        former: former.0,
    };
    Ok(found.map(row))
}

/// Writes marks as the revision after a known one, or as the first.
pub fn put_draft(
    w: &mut Write,
    (id, person): (SubmissionId, PersonId),
    (marks, known): (&Marks, i32),
    (rubric, former): (i32, Vec<FormerMarks>),
    now: Moment,
) -> Result<DraftRow, Problem> {
    let content = Json(marks.clone());
    let by = (table::rubric.eq(rubric), table::former.eq(Json(former.clone())));
    if known > 0 {
        diesel::update(table::table.find((id, person)))
            .set((table::content.eq(content), table::revision.eq(known + 1), table::saved_at.eq(now), by))
            .execute(w.conn())?;
    } else {
        diesel::insert_into(table::table)
            .values((
                table::submission_id.eq(id),
                table::person_id.eq(person),
                table::content.eq(content),
                table::revision.eq(1),
                table::saved_at.eq(now),
                by,
            ))
            .execute(w.conn())?;
    }
    Ok(DraftRow { marks: marks.clone(), revision: known + 1, saved_at: now, rubric, former })
}

/// Forgets marks that were given and need no draft any more.
pub fn drop_draft(w: &mut Write, at: (SubmissionId, PersonId)) -> Result<(), Problem> {
    diesel::delete(table::table.find(at)).execute(w.conn())?;
    Ok(())
}
