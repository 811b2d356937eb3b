//! Writing a review: a draft as it is typed, then handing it in.

use super::loading::{Review, review};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::grading::rules::{Marks, graded};
use crate::kernel::{Actor, Moment, PeerReviewId, Problem, ProblemCode};
use crate::peer_reviews::rules;
use crate::peer_reviews::store::{self, ReviewRow};
use serde_json::json;

/// What became of marks that were to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// They are saved.
    Saved(ReviewRow),
    /// The same reviewer has saved others elsewhere meanwhile.
    Stale(ReviewRow),
}

/// Keeps marks that are being typed; what the rubric does not know is left out.
///
/// # Errors
/// As [`review`]; `NotFound` for staff; `Conflict` once the review was handed in, passed on or dropped.
pub fn save_draft(
    w: &mut Write,
    actor: &Actor,
    id: PeerReviewId,
    (marks, revision): (&Marks, i32),
    now: Moment,
) -> Result<Kept, Problem> {
    let found = writable(w, actor, id, now)?;
    let marks = marks.clone().tidy().known(&found.definition);
    // The same marks from another device are no conflict.
    if found.row.draft == marks && found.row.saved_at.is_some() {
        return Ok(Kept::Saved(found.row));
    }
    if found.row.revision != revision {
        return Ok(Kept::Stale(found.row));
    }
    store::put_draft(w, id, (&marks, revision), now)?;
    Ok(Kept::Saved(ReviewRow { draft: marks, revision: revision + 1, saved_at: Some(now), ..found.row }))
}

/// Hands a review in. It cannot be changed any more.
///
/// # Errors
/// As [`save_draft`]; `Invalid` naming every criterion without points, and a missing remark on the whole.
pub fn hand_in(
    w: &mut Write,
    actor: &Actor,
    id: PeerReviewId,
    marks: &Marks,
    now: Moment,
) -> Result<(), Problem> {
    let found = writable(w, actor, id, now)?;
    let marks = marks.clone().tidy();
    let total =
        match (graded(&found.definition, 0, &marks, actor.language), rules::review_fault(&marks.remark)) {
            (Ok(total), None) => i32::try_from(total).unwrap_or(i32::MAX),
            (Ok(_), Some(fault)) => return Err(Problem::invalid(vec![fault])),
            (Err(problem), fault) => {
                return Err(Problem::invalid(problem.faults.into_iter().chain(fault).collect()));
            }
        };
    store::hand_in(w, id, (&marks, total, found.rubric), now)?;
    let after = Some(json!({ "total": total }));
    let subject = ("peer-review", id.0);
    audit::record(w, actor, now, Entry { action: "peer-review-handed-in", subject, before: None, after })
}

fn writable(w: &mut Write, actor: &Actor, id: PeerReviewId, now: Moment) -> Result<Review, Problem> {
    let found = review(w, actor, id, now)?;
    if !found.own {
        return Err(Problem::not_found());
    }
    if found.standing.enrolment.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    if found.state.is_to_write() { Ok(found) } else { Err(Problem::new(ProblemCode::Conflict)) }
}
