//! Rows of the marks of several graders.

use crate::cases::store::Decided;
use crate::db::schema::{case_hidings, grading_works, gradings, markings as table, people};
use crate::db::{Json, Read, Write};
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, EditionId, Moment, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// The marks of one of several graders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkingRow {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// The first, the second, or the third who decides.
    pub place: i32,
    /// What was said.
    pub marks: Marks,
    /// The sum of the points.
    pub total: i32,
    /// By which version of the rubric.
    pub rubric: i32,
    /// When.
    pub marked_at: Moment,
}

type Columns = (PersonId, i32, Json<Marks>, (i32, i32), Moment, (String, String, Option<String>));

/// The marks of every grader of a work, in their order.
pub fn markings(r: &mut Read, id: SubmissionId) -> Result<Vec<MarkingRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(people::table)
        .filter(table::submission_id.eq(id))
        .order(table::place)
        .select((
            table::person_id,
            table::place,
            table::content,
            (table::total, table::rubric),
            table::marked_at,
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let row = |(person, place, marks, (total, rubric), marked_at, name): Columns| {
        let (surname, given_name, patronymic) = name;
        let name = PersonName { surname, given_name, patronymic };
        MarkingRow { person, name, place, marks: marks.0, total, rubric, marked_at }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes the marks of a grader down. The database refuses a second marking by the same one, and two in one place.
pub fn insert_marking(
    w: &mut Write,
    (id, person, place): (SubmissionId, PersonId, i32),
    (marks, total, rubric): (&Marks, i32, i32),
    now: Moment,
) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((
            table::submission_id.eq(id),
            table::person_id.eq(person),
            table::place.eq(place),
            table::content.eq(Json(marks.clone())),
            table::total.eq(total),
            table::rubric.eq(rubric),
            table::marked_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A marking of a case, for the agreement of its graders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseMarking {
    /// Of which version.
    pub submission: SubmissionId,
    /// The first, the second, or the third.
    pub place: i32,
    /// What was said.
    pub marks: Marks,
    /// The sum of the points.
    pub total: i32,
    /// By which version of the rubric; the same for every grader of a work.
    pub rubric: i32,
    /// How the grade came to be, once it did.
    pub decided: Option<Decided>,
}

type CaseColumns = (SubmissionId, i32, Json<Marks>, (i32, i32), Option<Decided>);

/// The markings of the works of a case that at least two have marked, by work and place; of none that was hidden.
pub fn of_case(r: &mut Read, (edition, case): (EditionId, ActivityId)) -> Result<Vec<CaseMarking>, Problem> {
    let hidden = case_hidings::table.select(case_hidings::submission_id);
    let rows: Vec<CaseColumns> = table::table
        .inner_join(grading_works::table.on(grading_works::submission_id.eq(table::submission_id)))
        .left_join(gradings::table.on(gradings::submission_id.eq(table::submission_id)))
        .filter(grading_works::edition_id.eq(edition))
        .filter(grading_works::activity_id.eq(case))
        .filter(table::submission_id.ne_all(hidden))
        .order((table::submission_id, table::place))
        .select((
            table::submission_id,
            table::place,
            table::content,
            (table::total, table::rubric),
            gradings::decided.nullable(),
        ))
        .load(r.conn())?;
    let row = |(submission, place, marks, (total, rubric), decided): CaseColumns| CaseMarking {
        submission,
        place,
        marks: marks.0,
        total,
        rubric,
        decided,
    };
    Ok(rows.into_iter().map(row).collect())
}
