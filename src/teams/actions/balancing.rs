//! Balancing: a preview that changes nothing, and taking it.

use super::board::{Board, board};
use super::making::note;
use crate::db::{Read, Write};
use crate::kernel::name::fold;
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode, TeamId, TeamSetId};
use crate::teams::rules::{self, Dealt, Fingerprint, MOST_TEAMS, Tight, next_name};
use crate::teams::store::{self, Trainee};
use serde_json::json;

/// How people are to be balanced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Over how many teams.
    pub teams: usize,
    /// What the dice are thrown by.
    pub seed: u64,
    /// What a team is called before its number, where one is to be made.
    pub word: String,
}

/// A team as it would be.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The team; nothing for one that would be made.
    pub team: Option<TeamId>,
    /// What it is called.
    pub name: String,
    /// Who would be in it, by name.
    pub members: Vec<Trainee>,
}

/// Teams as they would be.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The set as it is.
    pub board: Board,
    /// What was wished.
    pub wish: Wish,
    /// The teams.
    pub teams: Vec<Proposed>,
    /// Organisations that sent too many for two in each team.
    pub tight: Vec<Tight>,
    /// What it was made of.
    pub of: Fingerprint,
}

/// Teams as they would be if everybody was dealt anew. Nothing is changed.
///
/// # Errors
/// As [`super::board`]; `Conflict` once a team has handed something in; `Invalid` for a number of teams that cannot be.
pub fn preview(r: &mut Read, actor: &Actor, set: TeamSetId, wish: &Wish) -> Result<Proposal, Problem> {
    let board = board(r, actor, set)?;
    if board.has_works {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let most = board.people.len().min(MOST_TEAMS);
    if wish.teams < 1 || wish.teams > most {
        let fault = Fault::new("teams", "out-of-range").with("low", 1).with("high", most.max(1));
        return Err(Problem::invalid(vec![fault]));
    }
    let people: Vec<Dealt> = board.people.iter().map(dealt).collect();
    let mut names: Vec<String> = board.teams.iter().map(|team| team.name.clone()).collect();
    let mut proposed = Vec::new();
    for (place, members) in rules::balance(&people, wish.teams, wish.seed).into_iter().enumerate() {
        let known = board.teams.get(place);
        let name = known.map_or_else(|| next_name(&wish.word, &names), |team| team.name.clone());
        names.push(name.clone());
        let members = members.into_iter().filter_map(|place| board.people.get(place).cloned()).collect();
        proposed.push(Proposed { team: known.map(|team| team.id), name, members });
    }
    Ok(Proposal {
        tight: rules::tight(&people, wish.teams),
        of: rules::fingerprint(&people),
        wish: wish.clone(),
        teams: proposed,
        board,
    })
}

fn dealt(one: &Trainee) -> Dealt {
    Dealt {
        enrolment: one.enrolment,
        organisation: one.organisation,
        sector: one.sector.map(crate::organisations::rules::Sector::as_str),
        city: one.city.clone(),
        // «Педагог» and «педагог » are one.
        position: one.position.as_deref().map(fold),
    }
}

/// Takes what a preview of this wish showed: everybody changes into the team they were seen in.
///
/// # Errors
/// As [`preview`]; `Conflict` too when other people learn in the edition than those whom the preview showed.
pub fn take(
    w: &mut Write,
    actor: &Actor,
    set: TeamSetId,
    (wish, seen): (&Wish, Option<Fingerprint>),
    now: Moment,
) -> Result<(), Problem> {
    let proposal = preview(w, actor, set, wish)?;
    if seen.is_some_and(|seen| seen != proposal.of) {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    for proposed in &proposal.teams {
        let team = match proposed.team {
            Some(team) => team,
            None => store::insert_team(w, set, &proposed.name, now)?,
        };
        for member in proposed.members.iter().filter(|member| member.team != Some(team)) {
            store::join(w, (set, team), member.enrolment, (actor.person, now))?;
        }
    }
    let after = Some(json!({ "teams": wish.teams, "seed": wish.seed }));
    note(w, actor, ("teams-balanced", set), after, now)
}
