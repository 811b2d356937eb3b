//! Rows of grades: written, corrected, released. What a grade was before a correction stays.

use crate::cases::store::Decided;
use crate::db::schema::{grading_marks, grading_revisions, grading_works, gradings as table, people};
use crate::db::{Json, Read, Write};
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, EditionId, GradingId, Moment, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// A grade about to be written down.
#[derive(Debug, Clone)]
pub struct NewGrading<'a> {
    /// Of which version.
    pub submission: SubmissionId,
    /// By whom.
    pub grader: Option<PersonId>,
    /// What was said.
    pub marks: &'a Marks,
    /// The sum of the points.
    pub total: i32,
    /// Whether the pass mark is reached.
    pub passed: bool,
    /// How it came to be.
    pub decided: Decided,
    /// By which version of the rubric.
    pub rubric: i32,
    /// When.
    pub at: Moment,
}

/// Writes a grade down with its points. Its author does not see it before it is released.
pub fn insert_grading(w: &mut Write, new: &NewGrading<'_>) -> Result<GradingId, Problem> {
    let id: GradingId = diesel::insert_into(table::table)
        .values((
            table::submission_id.eq(new.submission),
            table::grader_id.eq(new.grader),
            table::total.eq(new.total),
            table::passed.eq(new.passed),
            table::remark.eq(&new.marks.remark),
            table::advice.eq(&new.marks.advice),
            table::graded_at.eq(new.at),
            table::decided.eq(new.decided),
            table::rubric.eq(new.rubric),
        ))
        .returning(table::id)
        .get_result(w.conn())?;
    insert_marks(w, id, new.marks)?;
    Ok(id)
}

/// Puts a corrected grade in the place of the one there was.
pub fn replace_grading(w: &mut Write, id: GradingId, new: &NewGrading<'_>) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((
            table::grader_id.eq(new.grader),
            table::total.eq(new.total),
            table::passed.eq(new.passed),
            table::remark.eq(&new.marks.remark),
            table::advice.eq(&new.marks.advice),
            table::graded_at.eq(new.at),
            table::rubric.eq(new.rubric),
        ))
        .execute(w.conn())?;
    diesel::delete(grading_marks::table.filter(grading_marks::grading_id.eq(id))).execute(w.conn())?;
    insert_marks(w, id, new.marks)
}

fn insert_marks(w: &mut Write, id: GradingId, marks: &Marks) -> Result<(), Problem> {
    for (criterion, points) in &marks.points {
        let points = i32::try_from(*points).map_err(Problem::internal)?;
        diesel::insert_into(grading_marks::table)
            .values((
                grading_marks::grading_id.eq(id),
                grading_marks::criterion_key.eq(criterion),
                grading_marks::points.eq(points),
                grading_marks::remark.eq(marks.remarks.get(criterion)),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// What a grade was before it was corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionRow {
    /// Which one, from 1.
    pub number: i32,
    /// What was said.
    pub marks: Marks,
    /// The sum of the points.
    pub total: i32,
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// By which version of the rubric it was given.
    pub rubric: i32,
    /// When it was given.
    pub graded_at: Moment,
    /// Why it was corrected.
    pub reason: String,
    /// By whom.
    pub by: Option<PersonName>,
    /// When.
    pub replaced_at: Moment,
}

/// What a grade was, before its place is taken.
#[derive(Debug, Clone)]
pub struct Former<'a> {
    /// The grade.
    pub grading: GradingId,
    /// What was said.
    pub marks: Marks,
    /// The sum of the points.
    pub total: i32,
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// Who gave it.
    pub graded_by: Option<PersonId>,
    /// When.
    pub graded_at: Moment,
    /// By which version of the rubric.
    pub rubric: i32,
    /// Why it is corrected.
    pub reason: &'a str,
}

/// Keeps what a grade was.
pub fn insert_revision(
    w: &mut Write,
    former: &Former<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let before: i64 = grading_revisions::table
        .filter(grading_revisions::grading_id.eq(former.grading))
        .count()
        .get_result(w.conn())?;
    let number = i32::try_from(before + 1).map_err(Problem::internal)?;
    diesel::insert_into(grading_revisions::table)
        .values((
            grading_revisions::grading_id.eq(former.grading),
            grading_revisions::number.eq(number),
            grading_revisions::content.eq(Json(former.marks.clone())),
            grading_revisions::total.eq(former.total),
            grading_revisions::passed.eq(former.passed),
            grading_revisions::graded_by.eq(former.graded_by),
            grading_revisions::graded_at.eq(former.graded_at),
            grading_revisions::reason.eq(former.reason),
            grading_revisions::replaced_by.eq(by),
            grading_revisions::replaced_at.eq(now),
            grading_revisions::rubric.eq(former.rubric),
        ))
        .execute(w.conn())?;
    Ok(())
}

type Columns =
    ((i32, Json<Marks>, i32, bool, Moment, String, Moment, i32), Option<(String, String, Option<String>)>);

/// What a grade was before its corrections, the latest first.
pub fn revisions(r: &mut Read, id: GradingId) -> Result<Vec<RevisionRow>, Problem> {
    let rows: Vec<Columns> = grading_revisions::table
        .left_join(people::table.on(people::id.nullable().eq(grading_revisions::replaced_by)))
        .filter(grading_revisions::grading_id.eq(id))
        .order(grading_revisions::number.desc())
        .select((
            (
                grading_revisions::number,
                grading_revisions::content,
                grading_revisions::total,
                grading_revisions::passed,
                grading_revisions::graded_at,
                grading_revisions::reason,
                grading_revisions::replaced_at,
                grading_revisions::rubric,
            ),
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
    let row = |(columns, by): Columns| {
        let (number, marks, total, passed, graded_at, reason, replaced_at, rubric) = columns;
        let (marks, by) = (marks.0, by.map(name));
        RevisionRow { number, marks, total, passed, rubric, graded_at, reason, by, replaced_at }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Lets the author of a version see its grade from now on.
pub fn release(
    w: &mut Write,
    id: SubmissionId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.filter(table::submission_id.eq(id)).filter(table::released_at.is_null()))
        .set((table::released_at.eq(now), table::released_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// The versions of a case whose grade is decided and not released, the oldest first.
pub fn in_review(
    r: &mut Read,
    (edition, case): (EditionId, ActivityId),
) -> Result<Vec<SubmissionId>, Problem> {
    Ok(grading_works::table
        .filter(grading_works::edition_id.eq(edition))
        .filter(grading_works::activity_id.eq(case))
        .filter(grading_works::settled_at.is_not_null())
        .filter(grading_works::closed_at.is_null())
        .order(grading_works::submission_id)
        .select(grading_works::submission_id)
        .load(r.conn())?)
}
