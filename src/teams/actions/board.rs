//! The sets of an edition, and one set with its teams and people.

use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, Problem, TeamId, TeamSetId};
use crate::teams::store::{self, SetRow, TeamCase, TeamRow, Trainee};

/// A set in a list.
#[derive(Debug, Clone)]
pub struct SetLine {
    /// The set.
    pub set: SetRow,
    /// How many teams it has.
    pub teams: usize,
    /// How many people have none.
    pub unplaced: usize,
}

/// The sets of an edition.
#[derive(Debug, Clone)]
pub struct EditionTeams {
    /// The edition.
    pub edition: EditionRow,
    /// Its sets, the oldest first.
    pub sets: Vec<SetLine>,
    /// The cases that teams hand in, with the set that each uses.
    pub cases: Vec<(TeamCase, Option<TeamSetId>)>,
    /// How many people learn in it.
    pub people: usize,
}

/// The sets of an edition, for those who teach or administer it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn edition_teams(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionTeams, Problem> {
    let edition = taught(r, actor, id)?;
    let (mut sets, mut people) = (Vec::new(), 0);
    for set in store::sets(r, id)? {
        let everybody = store::people(r, (id, set.id), actor.language)?;
        people = everybody.len();
        let unplaced = everybody.iter().filter(|one| one.team.is_none()).count();
        sets.push(SetLine { teams: store::teams(r, set.id)?.len(), unplaced, set });
    }
    if sets.is_empty() {
        people = store::people(r, (id, TeamSetId(0)), actor.language)?.len();
    }
    let cases = cases(r, &edition)?;
    Ok(EditionTeams { edition, sets, cases, people })
}

pub(super) fn cases(
    r: &mut Read,
    edition: &EditionRow,
) -> Result<Vec<(TeamCase, Option<TeamSetId>)>, Problem> {
    let uses = store::uses(r, edition.id)?;
    let used = |case: TeamCase| {
        let set = uses.iter().find(|(id, _)| *id == case.id).map(|(_, set)| *set);
        (case, set)
    };
    Ok(store::team_cases(r, edition.version_id)?.into_iter().map(used).collect())
}

/// An edition for those who teach or administer it.
pub(super) fn taught(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    editions::edition(r, id)?
        .filter(|row| actor.teaches(row.id, row.organisation_id))
        .ok_or_else(Problem::not_found)
}

/// A set with its teams and everybody who may be in them.
#[derive(Debug, Clone)]
pub struct Board {
    /// The edition.
    pub edition: EditionRow,
    /// The set.
    pub set: SetRow,
    /// Its teams, in the order they were made.
    pub teams: Vec<TeamRow>,
    /// The people of the edition, with their teams.
    pub people: Vec<Trainee>,
    /// The cases that teams hand in, with the set that each uses.
    pub cases: Vec<(TeamCase, Option<TeamSetId>)>,
    /// Whether a team has handed anything in: from then on people change teams one by one.
    pub has_works: bool,
}

impl Board {
    /// The people of a team; those of none without one.
    pub fn members(&self, team: Option<TeamId>) -> impl Iterator<Item = &Trainee> {
        self.people.iter().filter(move |one| one.team == team)
    }
}

/// A set, for those who teach or administer its edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn board(r: &mut Read, actor: &Actor, id: TeamSetId) -> Result<Board, Problem> {
    let set = store::set(r, id)?.ok_or_else(Problem::not_found)?;
    let edition = taught(r, actor, set.edition)?;
    Ok(Board {
        teams: store::teams(r, id)?,
        people: store::people(r, (edition.id, id), actor.language)?,
        cases: cases(r, &edition)?,
        has_works: store::set_has_works(r, id)?,
        edition,
        set,
    })
}
