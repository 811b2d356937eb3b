//! Rows of works that every grader marks first, and of what they gave.

use crate::db::schema::{
    calibration_markings as markings, calibration_works as works, case_hidings, grading_works, people,
};
use crate::db::{Json, Read, Write};
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, EditionId, Moment, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// The works of a case that every grader marks first. One that was hidden is none of them any more.
pub fn chosen(r: &mut Read, (edition, case): (EditionId, ActivityId)) -> Result<Vec<SubmissionId>, Problem> {
    let hidden = case_hidings::table.select(case_hidings::submission_id);
    Ok(works::table
        .filter(works::edition_id.eq(edition))
        .filter(works::activity_id.eq(case))
        .filter(works::submission_id.ne_all(hidden))
        .order(works::submission_id)
        .select(works::submission_id)
        .load(r.conn())?)
}

/// Those of them that somebody has not marked; nobody marks their own, and nobody what was hidden.
pub fn uncalibrated(
    r: &mut Read,
    at: (EditionId, ActivityId),
    person: PersonId,
) -> Result<Vec<SubmissionId>, Problem> {
    let marked = markings::table.filter(markings::person_id.eq(person)).select(markings::submission_id);
    let own = grading_works::table.filter(grading_works::author_id.eq(person));
    let hidden = case_hidings::table.select(case_hidings::submission_id);
    Ok(works::table
        .filter(works::edition_id.eq(at.0))
        .filter(works::activity_id.eq(at.1))
        .filter(works::submission_id.ne_all(marked))
        .filter(works::submission_id.ne_all(own.select(grading_works::submission_id)))
        .filter(works::submission_id.ne_all(hidden))
        .order(works::submission_id)
        .select(works::submission_id)
        .load(r.conn())?)
}

/// Lets every grader mark a work first.
pub fn choose(
    w: &mut Write,
    (edition, case): (EditionId, ActivityId),
    id: SubmissionId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(works::table)
        .values((
            works::submission_id.eq(id),
            works::edition_id.eq(edition),
            works::activity_id.eq(case),
            works::chosen_by.eq(by),
            works::chosen_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Takes a work out of those that are marked first; what was given stays.
pub fn unchoose(w: &mut Write, id: SubmissionId) -> Result<bool, Problem> {
    Ok(diesel::delete(works::table.find(id)).execute(w.conn())? > 0)
}

/// What a grader gave a work that everybody marks first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalibrationRow {
    /// Which work.
    pub submission: SubmissionId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// What was said.
    pub marks: Marks,
    /// The sum of the points.
    pub total: i32,
    /// By which version of the rubric; the same for everybody who marks the work.
    pub rubric: i32,
}

type Columns = (SubmissionId, PersonId, Json<Marks>, i32, i32, (String, String, Option<String>));

/// What graders gave these works.
pub fn calibrations(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<CalibrationRow>, Problem> {
    let rows: Vec<Columns> = markings::table
        .inner_join(people::table)
        .filter(markings::submission_id.eq_any(ids.to_vec()))
        .order((markings::submission_id, markings::marked_at, markings::person_id))
        .select((
            markings::submission_id,
            markings::person_id,
            markings::content,
            markings::total,
            markings::rubric,
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let row = |(submission, person, marks, total, rubric, name): Columns| {
        let (surname, given_name, patronymic) = name;
        let name = PersonName { surname, given_name, patronymic };
        CalibrationRow { submission, person, name, marks: marks.0, total, rubric }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes down what a grader gave a work that everybody marks first.
pub fn insert_calibration(
    w: &mut Write,
    (id, person): (SubmissionId, PersonId),
    (marks, total, rubric): (&Marks, i32, i32),
    now: Moment,
) -> Result<(), Problem> {
    diesel::insert_into(markings::table)
        .values((
            markings::submission_id.eq(id),
            markings::person_id.eq(person),
            markings::content.eq(Json(marks.clone())),
            markings::total.eq(total),
            markings::rubric.eq(rubric),
            markings::marked_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
