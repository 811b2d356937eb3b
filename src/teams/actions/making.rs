//! Making sets and teams, and saying what they are for.

use super::board::{Board, board, cases, taught};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, Actor, EditionId, Fault, Moment, Problem, ProblemCode, TeamId, TeamSetId};
use crate::teams::rules::{MOST_TEAMS, name_of, next_name};
use crate::teams::store;
use serde_json::json;

/// The most people a team takes of those who choose it.
const MOST_PLACES: i32 = 50;

/// A set to be made.
#[derive(Debug, Clone)]
pub struct NewSet {
    /// Its name.
    pub name: String,
    /// How many teams it begins with.
    pub teams: usize,
    /// What a team is called before its number.
    pub word: String,
}

/// Makes a set with empty teams. Team cases that have no set yet use it.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Invalid` without a name, or for too many teams.
pub fn create_set(
    w: &mut Write,
    actor: &Actor,
    edition: EditionId,
    new: &NewSet,
    now: Moment,
) -> Result<TeamSetId, Problem> {
    let edition = taught(w, actor, edition)?;
    let mut faults = Vec::new();
    let name = name_of(&new.name).map_err(|fault| faults.push(fault)).unwrap_or_default();
    if new.teams > MOST_TEAMS {
        faults.push(Fault::new("teams", "out-of-range").with("low", 0).with("high", MOST_TEAMS));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let cases = cases(w, &edition)?;
    let places = cases.iter().map(|(case, _)| case.size.most).min().unwrap_or(8);
    let places = i32::try_from(places).unwrap_or(MOST_PLACES);
    let id = store::insert_set(w, edition.id, (&name, places), (actor.person, now))?;
    let mut names = Vec::new();
    for _ in 0..new.teams {
        let name = next_name(&new.word, &names);
        store::insert_team(w, id, &name, now)?;
        names.push(name);
    }
    for (case, _) in cases.iter().filter(|(_, used)| used.is_none()) {
        store::put_use(w, (edition.id, case.id), id)?;
    }
    let after = Some(json!({ "edition": edition.id, "name": name, "teams": new.teams }));
    note(w, actor, ("team-set-made", id), after, now)?;
    Ok(id)
}

pub(super) fn note(
    w: &mut Write,
    actor: &Actor,
    (action, set): (&'static str, TeamSetId),
    after: Option<serde_json::Value>,
    now: Moment,
) -> Result<(), Problem> {
    audit::record(w, actor, now, Entry { action, subject: ("team-set", set.0), before: None, after })
}

/// A name that no other team of the set has.
fn free_name(board: &Board, typed: &str, except: Option<TeamId>) -> Result<String, Problem> {
    let name = name_of(typed).map_err(|fault| Problem::invalid(vec![fault]))?;
    let same = |other: &&crate::teams::store::TeamRow| {
        Some(other.id) != except && other.name.to_lowercase() == name.to_lowercase()
    };
    if board.teams.iter().any(|team| same(&team)) {
        return Err(Problem::invalid(vec![Fault::new("name", "team-name-taken")]));
    }
    Ok(name)
}

/// Adds an empty team.
///
/// # Errors
/// As [`board`]; `Invalid` without a name, for one that another team has, and when the set is full.
pub fn add_team(
    w: &mut Write,
    actor: &Actor,
    set: TeamSetId,
    name: &str,
    now: Moment,
) -> Result<TeamId, Problem> {
    let board = board(w, actor, set)?;
    let name = free_name(&board, name, None)?;
    if board.teams.len() >= MOST_TEAMS {
        let fault = Fault::new("name", "team-too-many").with("limit", MOST_TEAMS);
        return Err(Problem::invalid(vec![fault]));
    }
    let id = store::insert_team(w, set, &name, now)?;
    note(w, actor, ("team-made", set), Some(json!({ "team": id, "name": name })), now)?;
    Ok(id)
}

/// A team with its set, for those who teach or administer its edition.
fn found(w: &mut Write, actor: &Actor, id: TeamId) -> Result<Board, Problem> {
    let row = store::team(w, id)?.ok_or_else(Problem::not_found)?;
    let board = board(w, actor, row.set)?;
    if board.teams.iter().any(|team| team.id == id) { Ok(board) } else { Err(Problem::not_found()) }
}

/// Gives a team another name.
///
/// # Errors
/// As [`add_team`].
pub fn rename_team(
    w: &mut Write,
    actor: &Actor,
    id: TeamId,
    name: &str,
    now: Moment,
) -> Result<TeamSetId, Problem> {
    let board = found(w, actor, id)?;
    let name = free_name(&board, name, Some(id))?;
    store::rename_team(w, id, &name)?;
    note(w, actor, ("team-renamed", board.set.id), Some(json!({ "team": id, "name": name })), now)?;
    Ok(board.set.id)
}

/// Takes an empty team out of its set; what it handed in stays.
///
/// # Errors
/// As [`board`]; `Conflict` while somebody is in it.
pub fn remove_team(w: &mut Write, actor: &Actor, id: TeamId, now: Moment) -> Result<TeamSetId, Problem> {
    let board = found(w, actor, id)?;
    if board.members(Some(id)).next().is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    store::close_team(w, id, now)?;
    note(w, actor, ("team-removed", board.set.id), Some(json!({ "team": id })), now)?;
    Ok(board.set.id)
}

/// Lets trainees choose their team until a moment, so many in each at most; without a moment, no longer.
///
/// # Errors
/// As [`board`]; `Invalid` for a moment that is over, and for places out of bounds.
pub fn open_sign_up(
    w: &mut Write,
    actor: &Actor,
    set: TeamSetId,
    (until, places): (Option<Moment>, i32),
    now: Moment,
) -> Result<(), Problem> {
    board(w, actor, set)?;
    let mut faults = Vec::new();
    if until.is_some_and(|until| until <= now) {
        faults.push(Fault::new("until", "team-sign-up-past"));
    }
    if !(2..=MOST_PLACES).contains(&places) {
        faults.push(Fault::new("places", "out-of-range").with("low", 2).with("high", MOST_PLACES));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    store::set_sign_up(w, set, (until, places))?;
    let after = Some(json!({ "until": until, "places": places }));
    note(w, actor, ("team-sign-up-set", set), after, now)
}

/// Lets these team cases use the set. Cases that used it and are not named use it still: a case is never without
/// teams once it had some.
///
/// # Errors
/// As [`board`]; `Invalid` for an activity that is no team case of the edition, or whose teams have handed in works.
pub fn use_for(
    w: &mut Write,
    actor: &Actor,
    set: TeamSetId,
    chosen: &[ActivityId],
    now: Moment,
) -> Result<(), Problem> {
    let board = board(w, actor, set)?;
    for id in chosen {
        let Some((_, used)) = board.cases.iter().find(|(case, _)| case.id == *id) else {
            return Err(Problem::invalid(vec![Fault::new("cases", "unknown")]));
        };
        let other = used.filter(|used| *used != set);
        if let Some(other) = other
            && store::set_has_works(w, other)?
        {
            return Err(Problem::invalid(vec![Fault::new("cases", "team-case-begun")]));
        }
        store::put_use(w, (board.edition.id, *id), set)?;
    }
    note(w, actor, ("team-set-used", set), Some(json!({ "cases": chosen })), now)
}

/// The set of a team, for those who teach or administer its edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn set_of(r: &mut Read, actor: &Actor, id: TeamId) -> Result<TeamSetId, Problem> {
    let row = store::team(r, id)?.ok_or_else(Problem::not_found)?;
    Ok(board(r, actor, row.set)?.set.id)
}
