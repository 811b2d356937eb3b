//! What the queue of those who grade is read from: a row with every version that was handed in.

use super::setups::CaseAt;
use super::submissions::SubmissionRow;
use crate::db::schema::{
    case_hidings, grading_works as table, gradings, submission_files, submission_members, submissions,
    team_members,
};
use crate::db::{Read, Write};
use crate::editions::store::EnrolmentRow;
use crate::kernel::{ActivityId, EnrolmentId, Moment, Problem, StoredFileId, SubmissionId, TeamId};
use diesel::dsl::exists;
use diesel::prelude::*;

/// Lets a version that was just handed in wait for so many graders.
pub fn open_work(
    w: &mut Write,
    row: &SubmissionRow,
    enrolment: &EnrolmentRow,
    graders: i64,
) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((
            table::submission_id.eq(row.id),
            table::enrolment_id.eq(enrolment.id),
            table::edition_id.eq(enrolment.edition_id),
            table::activity_id.eq(row.activity_id),
            // A team's work is of no single organisation: who may grade it is asked of its members.
            table::organisation_id.eq(enrolment.organisation_id.filter(|_| row.team.is_none())),
            table::author_id.eq(enrolment.person_id),
            table::team_id.eq(row.team),
            table::graders.eq(graders),
            table::handed_in_at.eq(row.submitted_at),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Takes a version out of the queue that nobody is to grade any more, such as one that is to be done again.
pub fn close_work(w: &mut Write, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(id).filter(table::closed_at.is_null()))
        .set((table::settled_at.eq(now), table::closed_at.eq(now)))
        .execute(w.conn())?;
    Ok(())
}

/// The works in which a file lies: at which case of which edition, and whose.
pub fn works_with(r: &mut Read, file: StoredFileId) -> Result<Vec<(CaseAt, EnrolmentId)>, Problem> {
    Ok(table::table
        .inner_join(submission_files::table.on(submission_files::submission_id.eq(table::submission_id)))
        .filter(submission_files::file_id.eq(file))
        .select(((table::edition_id, table::activity_id), table::enrolment_id))
        .distinct()
        .load(r.conn())?)
}

/// Whether somebody has handed in a version at a case that still waits for the release of its grade, or whose last version
/// was hidden before it had one: another is to come.
pub fn has_unreleased(r: &mut Read, enrolment: EnrolmentId, case: ActivityId) -> Result<bool, Problem> {
    // With a team, every version of it: whoever is named at one of them is known at the others.
    let mut teams: Vec<Option<TeamId>> = submissions::table
        .inner_join(submission_members::table)
        .filter(submission_members::enrolment_id.eq(enrolment))
        .filter(submissions::activity_id.eq(case))
        .select(submissions::team_id)
        .distinct()
        .load(r.conn())?;
    // Whoever came into a team later reads its works on the same page.
    let now_in: Vec<TeamId> = team_members::table
        .filter(team_members::enrolment_id.eq(enrolment))
        .filter(team_members::left_at.is_null())
        .select(team_members::team_id)
        .load(r.conn())?;
    teams.extend(now_in.into_iter().map(Some));
    let waiting = table::table
        .inner_join(submissions::table)
        .filter(
            submissions::enrolment_id.eq(enrolment).nullable().or(submissions::team_id.eq_any(teams.clone())),
        )
        .filter(submissions::activity_id.eq(case))
        .filter(table::closed_at.is_null());
    if diesel::select(exists(waiting)).get_result(r.conn())? {
        return Ok(true);
    }
    let last: Option<(Option<SubmissionId>, Option<Moment>)> = submissions::table
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
        .left_join(gradings::table.on(gradings::submission_id.eq(submissions::id)))
        .filter(submissions::enrolment_id.eq(enrolment).nullable().or(submissions::team_id.eq_any(teams)))
        .filter(submissions::activity_id.eq(case))
        .order(submissions::id.desc())
        .select((case_hidings::submission_id.nullable(), gradings::released_at.nullable()))
        .first(r.conn())
        .optional()?;
    Ok(last.is_some_and(|(hidden, released)| hidden.is_some() && released.is_none()))
}
