//! A trainee among the teams: seeing them, and choosing one while the sign-up is open.

use super::making::note;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, ProblemCode, TeamId, TeamSetId};
use crate::progress::actions::{self as progress, Standing};
use crate::teams::rules::sign_up_is_open;
use crate::teams::store::{self, SetRow, TeamRow, Trainee};
use serde_json::json;

/// The teams as somebody in the edition sees them.
#[derive(Debug, Clone)]
pub struct Own {
    /// The trainee's place in the edition.
    pub standing: Standing,
    /// The set.
    pub set: SetRow,
    /// Its teams.
    pub teams: Vec<TeamRow>,
    /// The people of the edition, with their teams.
    pub people: Vec<Trainee>,
    /// The trainee's own team.
    pub mine: Option<TeamId>,
    /// Whether a team can be chosen now.
    pub open: bool,
}

impl Own {
    /// The people of a team.
    pub fn members(&self, team: TeamId) -> impl Iterator<Item = &Trainee> {
        self.people.iter().filter(move |one| one.team == Some(team))
    }

    /// How many more a team takes.
    pub fn places_left(&self, team: TeamId) -> usize {
        usize::try_from(self.set.places).unwrap_or(0).saturating_sub(self.members(team).count())
    }
}

/// The teams of a set for its trainee.
///
/// # Errors
/// `NotFound` unless the place is the actor's own and the set is one of its edition; `EditionClosed` for who was
/// withdrawn.
pub fn own(
    r: &mut Read,
    actor: &Actor,
    (enrolment, set): (EnrolmentId, TeamSetId),
    now: Moment,
) -> Result<Own, Problem> {
    let standing = progress::own_standing(r, actor, enrolment)?;
    let set = store::set(r, set)?
        .filter(|set| set.edition == standing.edition.id)
        .ok_or_else(Problem::not_found)?;
    if standing.enrolment.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    let people = store::people(r, (set.edition, set.id), actor.language)?;
    let mine = people.iter().find(|one| one.enrolment == enrolment).and_then(|one| one.team);
    let teams = store::teams(r, set.id)?;
    // Whoever could change teams after a work came in would read it and hand in the next.
    let open = sign_up_is_open(set.sign_up_until, now) && !store::set_has_works(r, set.id)?;
    Ok(Own { standing, set, teams, people, mine, open })
}

/// Goes into a team, or out of one's own.
///
/// # Errors
/// As [`own`]; `Invalid` when the sign-up is not open, the team is full, or there is no such team.
pub fn choose(
    w: &mut Write,
    actor: &Actor,
    (enrolment, set): (EnrolmentId, TeamSetId),
    team: Option<TeamId>,
    now: Moment,
) -> Result<(), Problem> {
    let own = own(w, actor, (enrolment, set), now)?;
    let fault = |code| Err(Problem::invalid(vec![Fault::new("team", code)]));
    if !own.open {
        return fault("team-sign-up-over");
    }
    if team == own.mine {
        return Ok(());
    }
    match team {
        None => store::leave(w, (set, enrolment), (actor.person, now))?,
        Some(id) if !own.teams.iter().any(|team| team.id == id) => return fault("unknown"),
        Some(id) if own.places_left(id) == 0 => return fault("team-full"),
        Some(id) => store::join(w, (set, id), enrolment, (actor.person, now))?,
    }
    let after = json!({ "enrolment": enrolment, "from": own.mine, "to": team });
    note(w, actor, ("team-chosen", set), Some(after), now)
}
