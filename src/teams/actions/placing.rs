//! Putting one person into a team, or taking them out, by hand.

use super::board::board;
use super::making::note;
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, TeamId, TeamSetId};
use crate::teams::store;
use serde_json::json;

/// Lets somebody be in a team from now on, or in none. Works that were handed in keep the members they had.
///
/// # Errors
/// As [`super::board`]; `Invalid` for somebody who does not learn in the edition, or a team of another set.
pub fn place(
    w: &mut Write,
    actor: &Actor,
    set: TeamSetId,
    (enrolment, team): (EnrolmentId, Option<TeamId>),
    now: Moment,
) -> Result<(), Problem> {
    let board = board(w, actor, set)?;
    let Some(known) = board.people.iter().find(|one| one.enrolment == enrolment) else {
        return Err(Problem::invalid(vec![Fault::new("enrolment", "unknown")]));
    };
    if team.is_some_and(|id| !board.teams.iter().any(|team| team.id == id)) {
        return Err(Problem::invalid(vec![Fault::new("team", "unknown")]));
    }
    if known.team == team {
        return Ok(());
    }
    match team {
        Some(team) => store::join(w, (set, team), enrolment, (actor.person, now))?,
        None => store::leave(w, (set, enrolment), (actor.person, now))?,
    }
    let after = json!({ "enrolment": enrolment, "from": known.team, "to": team });
    note(w, actor, ("team-member-placed", set), Some(after), now)
}
