//! Rows of how trainees judge their own work.

use crate::cases::rules::OwnMarks;
use crate::db::schema::{self_assessment_drafts as drafts, self_assessments as table};
use crate::db::{Json, Read, Write, each};
use crate::kernel::{ActivityId, EnrolmentId, Moment, Problem, SubmissionId};
use diesel::prelude::*;

/// What a trainee has chosen so far; nothing when nothing was.
pub fn own_draft(r: &mut Read, enrolment: EnrolmentId, case: ActivityId) -> Result<OwnMarks, Problem> {
    let found: Option<Json<OwnMarks>> =
        drafts::table.find((enrolment, case)).select(drafts::content).first(r.conn()).optional()?;
    Ok(found.map(|content| content.0).unwrap_or_default())
}

/// Keeps what a trainee has chosen so far.
pub fn put_own_draft(
    w: &mut Write,
    (enrolment, case): (EnrolmentId, ActivityId),
    marks: &OwnMarks,
    now: Moment,
) -> Result<(), Problem> {
    let chosen = (drafts::content.eq(Json(marks.clone())), drafts::saved_at.eq(now));
    let values = (drafts::enrolment_id.eq(enrolment), drafts::activity_id.eq(case), chosen.clone());
    let insert = diesel::insert_into(drafts::table).values(values);
    each!(w.conn(), c => {
        insert
            .on_conflict((drafts::enrolment_id, drafts::activity_id))
            .do_update()
            .set(chosen)
            .execute(c)?
    });
    Ok(())
}

/// Writes down with a version how its author judges it.
pub fn insert_own_marks(w: &mut Write, id: SubmissionId, marks: &OwnMarks) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((table::submission_id.eq(id), table::content.eq(Json(marks.clone()))))
        .execute(w.conn())?;
    Ok(())
}

/// How the authors of versions judge them.
pub fn own_marks(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<(SubmissionId, OwnMarks)>, Problem> {
    let rows: Vec<(SubmissionId, Json<OwnMarks>)> = table::table
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .select((table::submission_id, table::content))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, content)| (id, content.0)).collect())
}
