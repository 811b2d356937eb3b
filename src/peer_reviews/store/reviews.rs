//! Rows of reviews.

use crate::cases::store::CaseAt;
use crate::db::schema::{case_hidings, enrolments, peer_reviews as table, submissions};
use crate::db::{Json, Read, Write};
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, EnrolmentId, Moment, PeerReviewId, PersonId, Problem, SubmissionId};
use crate::peer_reviews::rules::{Facts, Pair, ReviewState, state_of};
use diesel::prelude::*;

/// Whose review of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Place {
    /// The version that is reviewed.
    pub submission: SubmissionId,
    /// Its author's place in the edition.
    pub author: EnrolmentId,
    /// The reviewer's place in it.
    pub reviewer: EnrolmentId,
    /// The case.
    pub case: ActivityId,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// The review.
    pub id: PeerReviewId,
    /// Whose and of what.
    pub place: Place,
    /// Where it stands follows from these.
    pub facts: Facts,
    /// The marks as they are typed.
    pub draft: Marks,
    /// Grows with every change of them.
    pub revision: i32,
    /// When they were saved.
    pub saved_at: Option<Moment>,
    /// The marks as they were handed in, with their sum.
    pub given: Option<(Marks, i32)>,
    /// The version of the rubric they were handed in by.
    pub rubric: i32,
    /// Why it was dropped.
    pub dropped_reason: Option<String>,
}

impl ReviewRow {
    /// Where it stands.
    pub fn state(&self, now: Moment) -> ReviewState {
        state_of(self.facts, now)
    }
}

type Given = (Option<Json<Marks>>, Option<i32>, i32, Option<String>);
type Columns = (
    (PeerReviewId, Place),
    (Moment, Option<Moment>, Option<Moment>, Option<Moment>, Option<SubmissionId>),
    (Json<Marks>, i32, Option<Moment>),
    Given,
);

/// The columns of a review; the query joins its version and the hiding of it.
macro_rules! columns {
    () => {
        (
            (
                table::id,
                (
                    table::submission_id,
                    submissions::enrolment_id,
                    table::reviewer_id,
                    submissions::activity_id,
                ),
            ),
            (
                table::due_at,
                table::handed_in_at,
                table::passed_on_at,
                table::dropped_at,
                case_hidings::submission_id.nullable(),
            ),
            (table::draft, table::revision, table::saved_at),
            (table::content, table::total, table::rubric, table::dropped_reason),
        )
    };
}

fn row(columns: Columns) -> ReviewRow {
    let ((id, place), (due_at, handed_in_at, passed_on_at, dropped_at, hidden), draft, given) = columns;
    let facts = Facts { due_at, handed_in_at, passed_on_at, dropped_at, hidden: hidden.is_some() };
    let (Json(draft), revision, saved_at) = draft;
    let (content, total, rubric, dropped_reason) = given;
    let given = content.map(|marks| marks.0).zip(total);
    ReviewRow { id, place, facts, draft, revision, saved_at, given, rubric, dropped_reason }
}

/// A review.
pub fn review(r: &mut Read, id: PeerReviewId) -> Result<Option<ReviewRow>, Problem> {
    let found: Option<Columns> = table::table
        .inner_join(submissions::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(table::submission_id)))
        .filter(table::id.eq(id))
        .select(columns!())
        .first(r.conn())
        .optional()?;
    Ok(found.map(row))
}

/// Every review at a case of an edition, the oldest first.
pub fn of_case(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<ReviewRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(submissions::table)
        .inner_join(enrolments::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(table::submission_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(submissions::activity_id.eq(case))
        .order(table::id)
        .select(columns!())
        .load(r.conn())?;
    Ok(rows.into_iter().map(row).collect())
}

/// Every review of a version.
pub fn of_work(r: &mut Read, submission: SubmissionId) -> Result<Vec<ReviewRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(submissions::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(table::submission_id)))
        .filter(table::submission_id.eq(submission))
        .order(table::id)
        .select(columns!())
        .load(r.conn())?;
    Ok(rows.into_iter().map(row).collect())
}

/// The reviews that somebody has to write: in which place of theirs, at which case, until when.
pub fn owed(r: &mut Read, person: PersonId) -> Result<Vec<(EnrolmentId, ActivityId, Moment)>, Problem> {
    Ok(table::table
        .inner_join(submissions::table)
        .inner_join(enrolments::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(table::submission_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(table::handed_in_at.is_null())
        .filter(table::passed_on_at.is_null())
        .filter(table::dropped_at.is_null())
        .filter(case_hidings::submission_id.is_null())
        .order((table::due_at, table::id))
        .select((table::reviewer_id, submissions::activity_id, table::due_at))
        .load(r.conn())?)
}

/// Asks for reviews.
pub fn insert(w: &mut Write, pairs: &[Pair], now: Moment, due: Moment) -> Result<(), Problem> {
    for (submission, reviewer) in pairs {
        diesel::insert_into(table::table)
            .values((
                table::submission_id.eq(submission),
                table::reviewer_id.eq(reviewer),
                table::allotted_at.eq(now),
                table::due_at.eq(due),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Writes marks as they are typed, as the revision after a known one.
pub fn put_draft(
    w: &mut Write,
    id: PeerReviewId,
    (marks, known): (&Marks, i32),
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::draft.eq(Json(marks.clone())), table::revision.eq(known + 1), table::saved_at.eq(now)))
        .execute(w.conn())?;
    Ok(())
}

/// Hands a review in, by a version of the rubric.
pub fn hand_in(
    w: &mut Write,
    id: PeerReviewId,
    (marks, total, rubric): (&Marks, i32, i32),
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((
            table::content.eq(Some(Json(marks.clone()))),
            table::total.eq(total),
            table::rubric.eq(rubric),
            table::handed_in_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Passes reviews on whose time is over.
pub fn pass_on(w: &mut Write, ids: &[PeerReviewId], now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.filter(table::id.eq_any(ids.to_vec())))
        .set(table::passed_on_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Lets a review count no more.
pub fn drop_review(
    w: &mut Write,
    id: PeerReviewId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::dropped_at.eq(now), table::dropped_by.eq(by), table::dropped_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}
