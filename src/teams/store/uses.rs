//! Which cases are for teams, and which set each of them uses.

use super::sets::{SetRow, TeamRow};
use crate::db::schema::{
    activities, case_definitions, editions, enrolments, team_members, team_sets, team_uses as table, teams,
};
use crate::db::{Json, Read, Write, each};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Localised, Moment, OrganisationId, Problem, ProgrammeVersionId,
    TeamId, TeamSetId,
};
use crate::programmes::rules::TeamSize;
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::Deserialize;

/// The part of a definition that says whether teams hand it in.
#[derive(Debug, Deserialize)]
struct Given {
    settings: GivenSettings,
}

#[derive(Debug, Deserialize)]
struct GivenSettings {
    #[serde(default)]
    team: Option<TeamSize>,
}

/// A case that teams hand in together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamCase {
    /// The case.
    pub id: ActivityId,
    /// Its title.
    pub title: Localised,
    /// How large its teams are.
    pub size: TeamSize,
}

/// The cases of a programme version that teams hand in, in their order.
pub fn team_cases(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<TeamCase>, Problem> {
    let rows: Vec<(ActivityId, Json<Localised>, Json<Given>)> = case_definitions::table
        .inner_join(activities::table)
        .filter(activities::version_id.eq(version))
        .order((activities::position, activities::id))
        .select((activities::id, activities::title, case_definitions::definition))
        .load(r.conn())?;
    let case = |(id, title, given): (ActivityId, Json<Localised>, Json<Given>)| {
        Some(TeamCase { id, title: title.0, size: given.0.settings.team? })
    };
    Ok(rows.into_iter().filter_map(case).collect())
}

/// Which set each case of an edition uses, where that was said.
pub fn uses(r: &mut Read, edition: EditionId) -> Result<Vec<(ActivityId, TeamSetId)>, Problem> {
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .order(table::activity_id)
        .select((table::activity_id, table::set_id))
        .load(r.conn())?)
}

/// Lets a case use a set from now on.
pub fn put_use(
    w: &mut Write,
    (edition, case): (EditionId, ActivityId),
    set: TeamSetId,
) -> Result<(), Problem> {
    let values = (table::edition_id.eq(edition), table::activity_id.eq(case), table::set_id.eq(set));
    let insert = diesel::insert_into(table::table).values(values);
    each!(w.conn(), c => {
        insert.on_conflict((table::edition_id, table::activity_id)).do_update().set(table::set_id.eq(set)).execute(c)?
    });
    Ok(())
}

/// Who is in whose team at which case now: the others of every team that a trainee has at a case of an edition, with
/// who sent them. In two queries, whatever the number of cases.
pub fn mates(
    r: &mut Read,
    edition: EditionId,
    enrolment: EnrolmentId,
) -> Result<Vec<(ActivityId, EnrolmentId, Option<OrganisationId>)>, Problem> {
    let own: Vec<(ActivityId, TeamId)> = table::table
        .inner_join(team_members::table.on(team_members::set_id.eq(table::set_id)))
        .filter(table::edition_id.eq(edition))
        .filter(team_members::enrolment_id.eq(enrolment))
        .filter(team_members::left_at.is_null())
        .select((table::activity_id, team_members::team_id))
        .load(r.conn())?;
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<TeamId> = own.iter().map(|(_, team)| *team).collect();
    let others: Vec<(TeamId, EnrolmentId, Option<OrganisationId>)> = team_members::table
        .inner_join(enrolments::table.on(enrolments::id.eq(team_members::enrolment_id)))
        .filter(team_members::team_id.eq_any(ids))
        .filter(team_members::left_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(enrolments::id.ne(enrolment))
        .select((team_members::team_id, enrolments::id, enrolments::organisation_id))
        .load(r.conn())?;
    let here = |(case, team): (ActivityId, TeamId)| {
        let of_team = others.iter().filter(move |(other, ..)| *other == team);
        of_team.map(move |(_, who, sender)| (case, *who, *sender))
    };
    Ok(own.into_iter().flat_map(here).collect())
}

/// The set that a case of an edition uses, and the team that somebody has in it.
pub fn place_of(
    r: &mut Read,
    (edition, case): (EditionId, ActivityId),
    enrolment: EnrolmentId,
) -> Result<Option<(SetRow, Option<TeamRow>)>, Problem> {
    let found: Option<TeamSetId> =
        table::table.find((edition, case)).select(table::set_id).first(r.conn()).optional()?;
    let Some(id) = found else { return Ok(None) };
    let set: SetRow = team_sets::table
        .find(id)
        .select((
            team_sets::id,
            team_sets::edition_id,
            team_sets::name,
            team_sets::sign_up_until,
            team_sets::places,
        ))
        .first(r.conn())?;
    let team = team_members::table
        .inner_join(teams::table)
        .filter(team_members::set_id.eq(id))
        .filter(team_members::enrolment_id.eq(enrolment))
        .filter(team_members::left_at.is_null())
        .select((teams::id, teams::set_id, teams::name))
        .first(r.conn())
        .optional()?;
    Ok(Some((set, team)))
}

/// A team case of an edition as far as its teams are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing {
    /// The edition.
    pub edition: EditionId,
    /// The case.
    pub case: TeamCase,
    /// The set it uses, where that was said, and until when a team can be chosen there.
    pub set: Option<(TeamSetId, Option<Moment>)>,
    /// How many people have a team in it.
    pub placed: i64,
}

/// The team cases of some editions, in the order of their programmes: three queries whatever their number.
pub fn placings(r: &mut Read, these: &[EditionId]) -> Result<Vec<Placing>, Problem> {
    let cases: Vec<(EditionId, ActivityId, Json<Localised>, Json<Given>)> = case_definitions::table
        .inner_join(activities::table)
        .inner_join(editions::table.on(editions::version_id.eq(activities::version_id)))
        .filter(editions::id.eq_any(these.to_vec()))
        .order((editions::id, activities::position, activities::id))
        .select((editions::id, activities::id, activities::title, case_definitions::definition))
        .load(r.conn())?;
    let sets: Vec<(EditionId, ActivityId, TeamSetId, Option<Moment>)> = table::table
        .inner_join(team_sets::table)
        .filter(table::edition_id.eq_any(these.to_vec()))
        .select((table::edition_id, table::activity_id, team_sets::id, team_sets::sign_up_until))
        .load(r.conn())?;
    let placed: Vec<(TeamSetId, i64)> = team_members::table
        .inner_join(enrolments::table)
        .filter(team_members::set_id.eq_any(sets.iter().map(|row| row.2).collect::<Vec<_>>()))
        .filter(team_members::left_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .group_by(team_members::set_id)
        .select((team_members::set_id, count_star()))
        .load(r.conn())?;
    let placing = |(edition, id, title, given): (EditionId, ActivityId, Json<Localised>, Json<Given>)| {
        let case = TeamCase { id, title: title.0, size: given.0.settings.team? };
        let set = sets.iter().find(|row| (row.0, row.1) == (edition, id)).map(|row| (row.2, row.3));
        let of_set = |row: &&(TeamSetId, i64)| set.is_some_and(|(set, _)| set == row.0);
        let placed = placed.iter().find(of_set).map_or(0, |row| row.1);
        Some(Placing { edition, case, set, placed })
    };
    Ok(cases.into_iter().filter_map(placing).collect())
}
