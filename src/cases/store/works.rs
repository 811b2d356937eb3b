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

/// The teams with which some of the trainees handed a case in, or in which they are now: whoever came into a team later
/// reads its works on the same page.
pub fn teams_at(
    r: &mut Read,
    case: ActivityId,
    of: &[EnrolmentId],
) -> Result<Vec<(EnrolmentId, TeamId)>, Problem> {
    let then: Vec<(EnrolmentId, Option<TeamId>)> = submission_members::table
        .inner_join(submissions::table)
        .filter(submission_members::enrolment_id.eq_any(of.to_vec()))
        .filter(submissions::activity_id.eq(case))
        .select((submission_members::enrolment_id, submissions::team_id))
        .distinct()
        .load(r.conn())?;
    let now: Vec<(EnrolmentId, TeamId)> = team_members::table
        .filter(team_members::enrolment_id.eq_any(of.to_vec()))
        .filter(team_members::left_at.is_null())
        .select((team_members::enrolment_id, team_members::team_id))
        .load(r.conn())?;
    let then = then.into_iter().filter_map(|(who, team)| Some((who, team?)));
    Ok(then.chain(now).collect())
}

/// How far a version has come, for the question who may be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Who handed it in.
    pub enrolment: EnrolmentId,
    /// The team whose work it is.
    pub team: Option<TeamId>,
    /// Whether it waits for its grade to be released.
    pub waits: bool,
    /// Whether it was hidden.
    pub hidden: bool,
    /// Whether its grade is released.
    pub released: bool,
}

type ProgressColumns = (
    EnrolmentId,
    Option<TeamId>,
    Option<(SubmissionId, Option<Moment>)>,
    Option<SubmissionId>,
    Option<Moment>,
);

/// How far the versions have come that these trainees or these teams have handed in at a case, in their order.
pub fn progress_at(
    r: &mut Read,
    case: ActivityId,
    (of, teams): (&[EnrolmentId], &[TeamId]),
) -> Result<Vec<Progress>, Problem> {
    let teams: Vec<Option<TeamId>> = teams.iter().copied().map(Some).collect();
    let theirs = submissions::enrolment_id.eq_any(of.to_vec()).nullable();
    let rows: Vec<ProgressColumns> = submissions::table
        .left_join(table::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
        .left_join(gradings::table.on(gradings::submission_id.eq(submissions::id)))
        .filter(theirs.or(submissions::team_id.eq_any(teams)))
        .filter(submissions::activity_id.eq(case))
        .order(submissions::id)
        .select((
            submissions::enrolment_id,
            submissions::team_id,
            (table::submission_id, table::closed_at.nullable()).nullable(),
            case_hidings::submission_id.nullable(),
            gradings::released_at.nullable(),
        ))
        .load(r.conn())?;
    let progress = |(enrolment, team, work, hidden, released): ProgressColumns| Progress {
        enrolment,
        team,
        waits: work.is_some_and(|(_, closed_at)| closed_at.is_none()),
        hidden: hidden.is_some(),
        released: released.is_some(),
    };
    Ok(rows.into_iter().map(progress).collect())
}
