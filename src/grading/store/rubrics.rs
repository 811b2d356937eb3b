//! Grades beside the versions of a rubric: which were given by an earlier one, and which of them stay.

use crate::db::schema::{
    case_hidings, enrolments, grading_works as works, gradings as table, people,
    rubric_decisions as decisions, submissions,
};
use crate::db::{Read, Write, each};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, GradingId, Moment, PersonId, PersonName, Problem, SubmissionId,
};
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::HashMap;

/// That somebody has decided that a grade stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaysRow {
    /// Who.
    pub by: Option<PersonName>,
    /// When.
    pub at: Moment,
}

/// A grade that was given by an earlier version of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AffectedRow {
    /// The grade.
    pub grading: GradingId,
    /// Of which version of the work.
    pub submission: SubmissionId,
    /// Which one, from 1.
    pub version: i32,
    /// The author's place in the edition.
    pub enrolment: EnrolmentId,
    /// The author; nobody where the work is graded without names.
    pub author: Option<PersonName>,
    /// The sum of the points.
    pub total: i32,
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// By which version of the rubric.
    pub rubric: i32,
    /// When it was given.
    pub graded_at: Moment,
    /// Whether its author sees it.
    pub released: bool,
    /// That it stays, where somebody has decided so about the newest version.
    pub stays: Option<StaysRow>,
}

type Name = (String, String, Option<String>);
type Columns = ((GradingId, SubmissionId, i32, EnrolmentId), Name, (i32, bool, i32, Moment, Option<Moment>));

/// The grades of a case in an edition that were given by another version of the rubric than the newest, the oldest work
/// first; neither those of hidden versions nor those of the reader's own works. Names are those of the rows: whoever
/// reads them drops what must not be seen.
pub fn affected(
    r: &mut Read,
    (edition, case): (EditionId, ActivityId),
    newest: i32,
    me: Option<PersonId>,
) -> Result<Vec<AffectedRow>, Problem> {
    let hidden = case_hidings::table.select(case_hidings::submission_id);
    let rows: Vec<Columns> = table::table
        .inner_join(submissions::table)
        .inner_join(works::table.on(works::submission_id.eq(table::submission_id)))
        .inner_join(people::table.on(people::id.eq(works::author_id)))
        .filter(works::edition_id.eq(edition))
        .filter(works::activity_id.eq(case))
        .filter(works::author_id.ne(me.unwrap_or(PersonId(0))))
        .filter(works::submission_id.ne_all(hidden))
        .filter(table::rubric.ne(newest))
        .order(works::submission_id)
        .select((
            (table::id, table::submission_id, submissions::version, works::enrolment_id),
            (people::surname, people::given_name, people::patronymic),
            (table::total, table::passed, table::rubric, table::graded_at, table::released_at),
        ))
        .load(r.conn())?;
    let ids: Vec<GradingId> = rows.iter().map(|((grading, ..), ..)| *grading).collect();
    let mut stays = staying(r, &ids, newest)?;
    let row = |(work, name, grade): Columns| {
        let (grading, submission, version, enrolment) = work;
        let (total, passed, rubric, graded_at, released_at) = grade;
        AffectedRow {
            stays: stays.remove(&grading),
            grading,
            submission,
            version,
            enrolment,
            author: Some(person(name)),
            total,
            passed,
            rubric,
            graded_at,
            released: released_at.is_some(),
        }
    };
    Ok(rows.into_iter().map(row).collect())
}

fn person((surname, given_name, patronymic): Name) -> PersonName {
    PersonName { surname, given_name, patronymic }
}

/// Which of these grades stay although there is this version.
fn staying(r: &mut Read, ids: &[GradingId], newest: i32) -> Result<HashMap<GradingId, StaysRow>, Problem> {
    let rows: Vec<(GradingId, Moment, Option<Name>)> = decisions::table
        .left_join(people::table)
        .filter(decisions::grading_id.eq_any(ids.to_vec()))
        .filter(decisions::rubric.eq(newest))
        .select((
            decisions::grading_id,
            decisions::decided_at,
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, at, by)| (id, StaysRow { by: by.map(person), at })).collect())
}

/// Whether somebody has decided that a grade stays although there is this version.
pub fn stays(r: &mut Read, grading: GradingId, newest: i32) -> Result<bool, Problem> {
    Ok(diesel::select(exists(decisions::table.find((grading, newest)))).get_result(r.conn())?)
}

/// Decides that a grade stays; the first time counts.
pub fn insert_stays(
    w: &mut Write,
    (grading, newest): (GradingId, i32),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let values = (
        decisions::grading_id.eq(grading),
        decisions::rubric.eq(newest),
        decisions::decided_by.eq(by),
        decisions::decided_at.eq(now),
    );
    let insert = diesel::insert_into(decisions::table).values(values);
    each!(w.conn(), c => {
        insert.on_conflict((decisions::grading_id, decisions::rubric)).do_nothing().execute(c)?
    });
    Ok(())
}

/// How many works of a case are being marked now: claimed, or with marks that are saved and not all given. Hidden ones and
/// those of withdrawn trainees are none of them.
pub fn in_marking(
    r: &mut Read,
    (edition, case): (EditionId, ActivityId),
    busy: &[SubmissionId],
) -> Result<i64, Problem> {
    let hidden = case_hidings::table.select(case_hidings::submission_id);
    let withdrawn = enrolments::table.filter(enrolments::withdrawn_at.is_not_null()).select(enrolments::id);
    Ok(works::table
        .filter(works::edition_id.eq(edition))
        .filter(works::activity_id.eq(case))
        .filter(works::settled_at.is_null())
        .filter(works::submission_id.ne_all(hidden))
        .filter(works::enrolment_id.ne_all(withdrawn))
        .filter(works::begun_at.is_not_null().or(works::submission_id.eq_any(busy.to_vec())))
        .count()
        .get_result(r.conn())?)
}
