//! Reviews of trainees, where an edition shows their median to those who grade; the room to the right writes them.

use crate::cases::store::CaseAt;
use crate::db::schema::{peer_reviews, peer_rounds};
use crate::db::{Json, Read};
use crate::grading::rules::Marks;
use crate::kernel::{Problem, SubmissionId};
use diesel::prelude::*;

/// The reviews of a version that count and were given by a version of the rubric; none where the edition does not show them to those who grade.
pub fn proposed(
    r: &mut Read,
    at: CaseAt,
    (submission, rubric): (SubmissionId, i32),
) -> Result<Vec<Marks>, Problem> {
    let proposes: Option<bool> =
        peer_rounds::table.find(at).select(peer_rounds::proposes).first(r.conn()).optional()?;
    if proposes != Some(true) {
        return Ok(Vec::new());
    }
    let rows: Vec<Option<Json<Marks>>> = peer_reviews::table
        .filter(peer_reviews::submission_id.eq(submission))
        .filter(peer_reviews::handed_in_at.is_not_null())
        .filter(peer_reviews::dropped_at.is_null())
        .filter(peer_reviews::rubric.eq(rubric))
        .select(peer_reviews::content)
        .load(r.conn())?;
    Ok(rows.into_iter().flatten().map(|marks| marks.0).collect())
}
