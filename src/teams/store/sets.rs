//! Rows of sets and teams.

use crate::db::schema::{submissions, team_sets, teams};
use crate::db::{Read, Write};
use crate::kernel::{EditionId, Moment, PersonId, Problem, TeamId, TeamSetId};
use diesel::dsl::exists;
use diesel::prelude::*;

/// A set of teams.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct SetRow {
    /// The set.
    pub id: TeamSetId,
    /// Of which edition.
    pub edition: EditionId,
    /// Its name.
    pub name: String,
    /// Until when trainees choose their team themselves; nothing while they do not.
    pub sign_up_until: Option<Moment>,
    /// How many a team takes of those who choose it.
    pub places: i32,
}

const SET: (
    team_sets::id,
    team_sets::edition_id,
    team_sets::name,
    team_sets::sign_up_until,
    team_sets::places,
) = (team_sets::id, team_sets::edition_id, team_sets::name, team_sets::sign_up_until, team_sets::places);

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct TeamRow {
    /// The team.
    pub id: TeamId,
    /// Of which set.
    pub set: TeamSetId,
    /// Its name.
    pub name: String,
}

const TEAM: (teams::id, teams::set_id, teams::name) = (teams::id, teams::set_id, teams::name);

/// The sets of an edition, the oldest first.
pub fn sets(r: &mut Read, edition: EditionId) -> Result<Vec<SetRow>, Problem> {
    Ok(team_sets::table
        .filter(team_sets::edition_id.eq(edition))
        .order(team_sets::id)
        .select(SET)
        .load(r.conn())?)
}

/// A set.
pub fn set(r: &mut Read, id: TeamSetId) -> Result<Option<SetRow>, Problem> {
    Ok(team_sets::table.find(id).select(SET).first(r.conn()).optional()?)
}

/// Writes a set.
pub fn insert_set(
    w: &mut Write,
    edition: EditionId,
    (name, places): (&str, i32),
    (by, now): (Option<PersonId>, Moment),
) -> Result<TeamSetId, Problem> {
    Ok(diesel::insert_into(team_sets::table)
        .values((
            team_sets::edition_id.eq(edition),
            team_sets::name.eq(name),
            team_sets::places.eq(places),
            team_sets::made_by.eq(by),
            team_sets::made_at.eq(now),
        ))
        .returning(team_sets::id)
        .get_result(w.conn())?)
}

/// Lets trainees choose until a moment, or not at all.
pub fn set_sign_up(
    w: &mut Write,
    id: TeamSetId,
    (until, places): (Option<Moment>, i32),
) -> Result<(), Problem> {
    diesel::update(team_sets::table.find(id))
        .set((team_sets::sign_up_until.eq(until), team_sets::places.eq(places)))
        .execute(w.conn())?;
    Ok(())
}

/// The teams of a set that are not closed, in the order they were made.
pub fn teams(r: &mut Read, set: TeamSetId) -> Result<Vec<TeamRow>, Problem> {
    Ok(teams::table
        .filter(teams::set_id.eq(set))
        .filter(teams::closed_at.is_null())
        .order(teams::id)
        .select(TEAM)
        .load(r.conn())?)
}

/// A team, closed or not.
pub fn team(r: &mut Read, id: TeamId) -> Result<Option<TeamRow>, Problem> {
    Ok(teams::table.find(id).select(TEAM).first(r.conn()).optional()?)
}

/// Writes a team.
pub fn insert_team(w: &mut Write, set: TeamSetId, name: &str, now: Moment) -> Result<TeamId, Problem> {
    Ok(diesel::insert_into(teams::table)
        .values((teams::set_id.eq(set), teams::name.eq(name), teams::made_at.eq(now)))
        .returning(teams::id)
        .get_result(w.conn())?)
}

/// Gives a team another name.
pub fn rename_team(w: &mut Write, id: TeamId, name: &str) -> Result<(), Problem> {
    diesel::update(teams::table.find(id)).set(teams::name.eq(name)).execute(w.conn())?;
    Ok(())
}

/// Takes a team out of its set; its works stay.
pub fn close_team(w: &mut Write, id: TeamId, now: Moment) -> Result<(), Problem> {
    diesel::update(teams::table.find(id)).set(teams::closed_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// Whether a team of the set has handed anything in.
pub fn set_has_works(r: &mut Read, set: TeamSetId) -> Result<bool, Problem> {
    let of_set = teams::table.filter(teams::set_id.eq(set)).select(teams::id.nullable());
    let works = submissions::table.filter(submissions::team_id.eq_any(of_set));
    Ok(diesel::select(exists(works)).get_result(r.conn())?)
}
