//! Who has not handed in yet, to be reminded.

use super::setups::CaseAt;
use crate::db::schema::{
    activities, case_definitions, case_hidings, editions, enrolments, people, submissions, team_members,
};
use crate::db::{Json, Read};
use crate::editions::store::{EDITION, ENROLMENT, EditionRow, EnrolmentRow};
use crate::kernel::{ActivityId, EnrolmentId, Problem, ZoneName};
use crate::programmes::rules::CaseDefinition;
use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// The cases of the editions that run on a day.
pub fn running_cases(
    r: &mut Read,
    on: NaiveDate,
) -> Result<Vec<(EditionRow, ActivityId, CaseDefinition)>, Problem> {
    let rows: Vec<(EditionRow, ActivityId, Json<CaseDefinition>)> = editions::table
        .inner_join(activities::table.on(activities::version_id.eq(editions::version_id)))
        .inner_join(case_definitions::table.on(case_definitions::activity_id.eq(activities::id)))
        .filter(editions::starts_on.le(on))
        .filter(editions::ends_on.ge(on))
        .filter(editions::closed_at.is_null())
        .order((editions::id, activities::position))
        .select((EDITION, activities::id, case_definitions::definition))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(edition, case, definition)| (edition, case, definition.0)).collect())
}

/// The trainees of an edition who have handed in no version of a case that counts, with their zones. `only` asks for
/// one of them.
pub fn awaited(
    r: &mut Read,
    (edition, case): CaseAt,
    only: Option<EnrolmentId>,
) -> Result<Vec<(EnrolmentRow, ZoneName)>, Problem> {
    let hidden = case_hidings::table.filter(case_hidings::submission_id.eq(submissions::id));
    let handed_in = submissions::table
        .filter(submissions::enrolment_id.eq(enrolments::id))
        .filter(submissions::activity_id.eq(case))
        .filter(not(exists(hidden)));
    let team = team_members::table
        .inner_join(submissions::table.on(submissions::team_id.eq(team_members::team_id.nullable())))
        .filter(team_members::enrolment_id.eq(enrolments::id))
        .filter(team_members::left_at.is_null())
        .filter(submissions::activity_id.eq(case))
        .filter(not(exists(case_hidings::table.filter(case_hidings::submission_id.eq(submissions::id)))));
    let mut query = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .filter(not(exists(handed_in)))
        .filter(not(exists(team)))
        .order(enrolments::id)
        .select((ENROLMENT, people::time_zone))
        .into_boxed();
    if let Some(only) = only {
        query = query.filter(enrolments::id.eq(only));
    }
    Ok(query.load(r.conn())?)
}
