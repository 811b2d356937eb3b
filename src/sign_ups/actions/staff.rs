//! What a trainer does for others. The capacity holds for trainers as well.

use super::{Ground, Newcomer, letters, put, refused, take_out};
use crate::attendance::actions::taught_session;
use crate::attendance::rules::Standing;
use crate::db::{Read, Write};
use crate::editions::store as editions;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, ProblemCode, SessionId};
use crate::people::store as people;
use crate::progress::store::assignment::{self, Among};
use crate::sign_ups::rules::setting::FIELD;
use crate::sign_ups::store;

/// Signs somebody of the edition up, whatever the times of sign-up; where everything is taken, they wait.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `SessionCancelled`; `EditionClosed`; `Invalid`: somebody who is not in the
/// edition, whose account is closed or of whom the session is not asked, another session at the same time, no place, or a session that is over.
pub fn admit(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (who, reason): (EnrolmentId, &str),
    now: Moment,
) -> Result<Standing, Problem> {
    let ground = taught(w, actor, id)?;
    if ground.session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if now >= ground.session.ends_at {
        return Err(refused(Fault::new(FIELD, "sign-ups-over")));
    }
    let here = editions::enrolment(w, who)?
        .filter(|(row, edition)| edition.id == ground.edition.id && row.withdrawn_at.is_none());
    let Some((row, edition)) = here else {
        return Err(refused(Fault::new("enrolment", "choose-one")));
    };
    let outside = assignment::outside(w, Among::Editions(&[edition.id]))?;
    if outside.contains(edition.id, ground.activity.id, who) {
        return Err(refused(Fault::new("enrolment", "choose-one")));
    }
    if people::person(w, row.person_id)?.is_none_or(|person| person.deactivated_at.is_some()) {
        return Err(refused(Fault::new("enrolment", "choose-one")));
    }
    let newcomer = Newcomer { enrolment: who, person: row.person_id, reason: Some(reason) };
    let (standing, fresh) = put(w, actor, &ground, newcomer, now)?;
    if fresh && standing == Standing::Confirmed {
        letters::admitted(w, &ground, row.person_id, now)?;
    }
    Ok(standing)
}

/// Takes a place or the place in the waiting list from somebody, and tells them why. Whoever is next gets it at once.
///
/// # Errors
/// `NotFound` for a session of somebody else's, or somebody who has not signed up for it.
pub fn withdraw(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (who, reason): (EnrolmentId, &str),
    now: Moment,
) -> Result<(), Problem> {
    let ground = taught(w, actor, id)?;
    let mut queue = ground.queue(w, now)?;
    let own = queue.entry(who).ok_or_else(Problem::not_found)?;
    take_out(w, actor, &ground, (&mut queue, own), (Some(reason), now))?;
    letters::withdrawn(w, &ground, (who, reason), now)
}

/// Gives the places of sessions ahead that have become free by themselves to those who wait. Nobody has to look.
///
/// # Errors
/// The database's.
pub fn fill_free(w: &mut Write, now: Moment) -> Result<usize, Problem> {
    let mut given = 0;
    for id in store::with_free_places(w, now)? {
        let ground = Ground::of(w, id)?;
        let mut queue = ground.queue(w, now)?;
        given += ground.fill(w, &mut queue, now)?;
    }
    Ok(given)
}

/// Whether a place of a session ahead has become free while somebody waits for it.
///
/// # Errors
/// The database's.
pub fn has_free(r: &mut Read, now: Moment) -> Result<bool, Problem> {
    Ok(!store::with_free_places(r, now)?.is_empty())
}

/// Gives free places to those who wait, where one has become free by itself; answers to how many.
///
/// # Errors
/// `NotFound` for a session of somebody else's.
pub fn promote(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<usize, Problem> {
    let ground = taught(w, actor, id)?;
    let mut queue = ground.queue(w, now)?;
    ground.fill(w, &mut queue, now)
}

fn taught(w: &mut Write, actor: &Actor, id: SessionId) -> Result<Ground, Problem> {
    taught_session(w, actor, id)?;
    Ground::of(w, id)
}
