//! Rows of grades.

use crate::db::schema::{grading_marks, gradings as table, people};
use crate::db::{Read, Write};
use crate::kernel::{GradingId, Moment, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// The grade of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradingRow {
    /// The grade.
    pub id: GradingId,
    /// Of which version.
    pub submission_id: SubmissionId,
    /// Who graded, where that was a person.
    pub grader: Option<PersonName>,
    /// The sum of the points.
    pub total: i32,
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// The remark on the whole.
    pub remark: String,
    /// What to do otherwise.
    pub advice: String,
    /// When.
    pub graded_at: Moment,
}

type Columns =
    (GradingId, SubmissionId, i32, bool, String, String, Moment, Option<(String, String, Option<String>)>);

/// The grades of versions.
pub fn gradings(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<GradingRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .left_join(people::table)
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .select((
            table::id,
            table::submission_id,
            table::total,
            table::passed,
            table::remark,
            table::advice,
            table::graded_at,
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

fn row_of(columns: Columns) -> GradingRow {
    let (id, submission_id, total, passed, remark, advice, graded_at, grader) = columns;
    let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
    GradingRow { id, submission_id, grader: grader.map(name), total, passed, remark, advice, graded_at }
}

/// The points of one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct MarkRow {
    /// In which grade.
    pub grading_id: GradingId,
    /// Of which criterion.
    pub criterion_key: String,
    /// How many.
    pub points: i32,
    /// A remark on it.
    pub remark: Option<String>,
}

/// The points of grades, criterion by criterion.
pub fn marks(r: &mut Read, ids: &[GradingId]) -> Result<Vec<MarkRow>, Problem> {
    Ok(grading_marks::table
        .filter(grading_marks::grading_id.eq_any(ids.to_vec()))
        .select((
            grading_marks::grading_id,
            grading_marks::criterion_key,
            grading_marks::points,
            grading_marks::remark,
        ))
        .load(r.conn())?)
}

/// A grade about to be written down.
#[derive(Debug, Clone)]
pub struct NewGrading<'a> {
    /// Of which version.
    pub submission: SubmissionId,
    /// By whom.
    pub grader: Option<PersonId>,
    /// The sum of the points.
    pub total: i32,
    /// Whether the pass mark is reached.
    pub passed: bool,
    /// The remark on the whole.
    pub remark: &'a str,
    /// What to do otherwise.
    pub advice: &'a str,
    /// When.
    pub at: Moment,
}

/// Writes a grade down with its points: (criterion, points, remark).
pub fn insert_grading(
    w: &mut Write,
    new: &NewGrading<'_>,
    marks: &[(String, i32, Option<String>)],
) -> Result<GradingId, Problem> {
    let id: GradingId = diesel::insert_into(table::table)
        .values((
            table::submission_id.eq(new.submission),
            table::grader_id.eq(new.grader),
            table::total.eq(new.total),
            table::passed.eq(new.passed),
            table::remark.eq(new.remark),
            table::advice.eq(new.advice),
            table::graded_at.eq(new.at),
        ))
        .returning(table::id)
        .get_result(w.conn())?;
    for (criterion, points, remark) in marks {
        diesel::insert_into(grading_marks::table)
            .values((
                grading_marks::grading_id.eq(id),
                grading_marks::criterion_key.eq(criterion),
                grading_marks::points.eq(points),
                grading_marks::remark.eq(remark),
            ))
            .execute(w.conn())?;
    }
    Ok(id)
}
