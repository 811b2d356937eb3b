//! Rows of works: whose they are, how many graders they have, how far they are.

use crate::db::schema::{case_hidings, enrolments, grading_works as table, submission_members};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, Problem, SubmissionId, TeamId,
};
use diesel::prelude::*;

/// A work.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct WorkRow {
    /// The version.
    pub submission: SubmissionId,
    /// The author's place in the edition.
    pub enrolment: EnrolmentId,
    /// The edition.
    pub edition: EditionId,
    /// The case.
    pub activity: ActivityId,
    /// Who sent the author.
    pub organisation: Option<OrganisationId>,
    /// The author.
    pub author: PersonId,
    /// How many grade it.
    pub graders: i64,
    /// When it was handed in.
    pub handed_in_at: Moment,
    /// Since when marks are saved.
    pub begun_at: Option<Moment>,
    /// Since when its grade is decided.
    pub settled_at: Option<Moment>,
    /// Since when nothing is left to do.
    pub closed_at: Option<Moment>,
    /// The team whose work it is.
    pub team: Option<TeamId>,
}

/// A work.
pub fn work(r: &mut Read, id: SubmissionId) -> Result<Option<WorkRow>, Problem> {
    Ok(table::table
        .find(id)
        .select((
            table::submission_id,
            table::enrolment_id,
            table::edition_id,
            table::activity_id,
            table::organisation_id,
            table::author_id,
            table::graders,
            table::handed_in_at,
            table::begun_at,
            table::settled_at,
            table::closed_at,
            table::team_id,
        ))
        .first(r.conn())
        .optional()?)
}

/// Notes that marks were saved; the first time stays.
pub fn begin(w: &mut Write, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(id).filter(table::begun_at.is_null()))
        .set(table::begun_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Notes that the grade is decided.
pub fn settle(w: &mut Write, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(id)).set(table::settled_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// Notes that nothing is left to do about works.
pub fn close(w: &mut Write, ids: &[SubmissionId], now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.filter(table::submission_id.eq_any(ids.to_vec())))
        .set(table::closed_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Lets a work have so many graders from now on.
pub fn needs_graders(w: &mut Write, id: SubmissionId, graders: i64) -> Result<(), Problem> {
    diesel::update(table::table.find(id)).set(table::graders.eq(graders)).execute(w.conn())?;
    Ok(())
}

/// The works that somebody has handed in at a case whose grade is not released.
pub fn unreleased_of(
    r: &mut Read,
    (edition, case): (EditionId, ActivityId),
    author: PersonId,
) -> Result<Vec<SubmissionId>, Problem> {
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .filter(table::author_id.eq(author).or(table::submission_id.eq_any(shared_by(author))))
        .filter(table::closed_at.is_null())
        .select(table::submission_id)
        .load(r.conn())?)
}

/// The versions of teams that somebody was in when they came: nobody grades them who wrote them.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn shared_by(person: PersonId) -> _ {
    submission_members::table
        .inner_join(enrolments::table.on(enrolments::id.eq(submission_members::enrolment_id)))
        .filter(enrolments::person_id.eq(person))
        .select(submission_members::submission_id)
}

/// The versions of teams in which somebody was whom this organisation has sent.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn shared_with(organisation: OrganisationId) -> _ {
    submission_members::table
        .inner_join(enrolments::table.on(enrolments::id.eq(submission_members::enrolment_id)))
        .filter(enrolments::organisation_id.eq(organisation))
        .select(submission_members::submission_id)
}

/// Since when works of a case have begun, are settled and closed.
pub type States = (SubmissionId, Option<Moment>, Option<Moment>, Option<Moment>);

/// How far the works of an edition's cases are, by case; hidden ones count nowhere.
pub fn states_of(r: &mut Read, edition: EditionId) -> Result<Vec<(ActivityId, States)>, Problem> {
    let hidden = case_hidings::table.select(case_hidings::submission_id);
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::submission_id.ne_all(hidden))
        .select((
            table::activity_id,
            (table::submission_id, table::begun_at, table::settled_at, table::closed_at),
        ))
        .load(r.conn())?)
}
