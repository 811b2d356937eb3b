//! Rows of grades as the pages of a case read them. They are written by those who grade.

use crate::db::schema::{grading_marks, gradings as table, people};
use crate::db::{Read, text_enum};
use crate::kernel::{GradingId, Moment, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

text_enum! {
    /// How a grade came to be.
    Decided {
        /// One grader gave it.
        Alone = "alone",
        /// Two graders agreed closely enough.
        Agreed = "agreed",
        /// Two were too far apart, and a third decided.
        Third = "third",
    }
}

/// The grade of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradingRow {
    /// The grade.
    pub id: GradingId,
    /// Of which version.
    pub submission_id: SubmissionId,
    /// Who graded.
    pub grader_id: Option<PersonId>,
    /// Their name, where that was a person.
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
    /// How it came to be.
    pub decided: Decided,
    /// Since when its author sees it.
    pub released_at: Option<Moment>,
    /// By which version of the rubric it was given.
    pub rubric: i32,
}

type Columns = (
    (GradingId, SubmissionId, Option<PersonId>, i32, bool),
    (String, String, Moment, Decided, Option<Moment>, i32),
    Option<(String, String, Option<String>)>,
);

/// The grades of versions, released or not.
pub fn gradings(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<GradingRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .left_join(people::table)
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .select((
            (table::id, table::submission_id, table::grader_id, table::total, table::passed),
            (
                table::remark,
                table::advice,
                table::graded_at,
                table::decided,
                table::released_at,
                table::rubric,
            ),
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

fn row_of(columns: Columns) -> GradingRow {
    let ((id, submission_id, grader_id, total, passed), rest, grader) = columns;
    let (remark, advice, graded_at, decided, released_at, rubric) = rest;
    let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
    let grader = grader.map(name);
    GradingRow {
        id,
        submission_id,
        grader_id,
        grader,
        total,
        passed,
        remark,
        advice,
        graded_at,
        decided,
        released_at,
        rubric,
    }
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
