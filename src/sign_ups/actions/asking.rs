//! What a trainee does: asking for a place, giving it up, and looking at it.

use super::{Ground, Newcomer, put, refused, take_out};
use crate::attendance::actions as attendance;
use crate::attendance::rules::Standing;
use crate::attendance::store::beforehand::{self, SignedUp, Taken};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Fault, Localised, Moment, Problem, SessionId, dates};
use crate::sign_ups::rules::setting::{FIELD, Refusal, require_open};

/// A session as somebody has it who may sign up for it.
#[derive(Debug, Clone)]
pub struct OwnPlace {
    /// The session.
    pub session: SessionRow,
    /// What is taught.
    pub title: Localised,
    /// The edition's title.
    pub edition: String,
    /// The places; none where nobody has to sign up.
    pub taken: Option<Taken>,
    /// How the reader stands.
    pub standing: Option<Standing>,
    /// Since when the reader has a place.
    pub confirmed_at: Option<Moment>,
}

/// A session that is asked of the actor, with its places.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor.
pub fn own_place(r: &mut Read, actor: &Actor, id: SessionId) -> Result<OwnPlace, Problem> {
    let seat = attendance::seat(r, actor, id)?.ok_or_else(Problem::not_found)?;
    let (session, edition, activity) = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
    let rows = beforehand::signed_up(r, &[id])?;
    Ok(OwnPlace {
        session,
        title: activity.title.0,
        edition: edition.title,
        taken: beforehand::taken(r, &[id])?.remove(&id),
        standing: beforehand::standings(&rows).get(&seat.enrolment).copied(),
        confirmed_at: since(&rows, seat.enrolment),
    })
}

/// Since when somebody has a place.
fn since(rows: &[SignedUp], who: EnrolmentId) -> Option<Moment> {
    rows.iter().find(|row| row.enrolment == who)?.confirmed_at
}

/// Signs the actor up. Who has signed up already stays as they are.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor; `EditionClosed`; `Invalid`: nobody signs up for it, it was
/// cancelled, sign-up is not open yet or not any more, another session at the same time, or neither a place nor a waiting
/// list.
pub fn sign_up(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<Standing, Problem> {
    let seat = attendance::seat(w, actor, id)?.ok_or_else(Problem::not_found)?;
    let ground = Ground::of(w, id)?;
    require_open(&ground.places, ground.span(), now).map_err(|refusal| {
        let said = |at: Moment| dates::day_and_time(actor.language, at, ground.session.time_zone);
        refused(match refusal {
            Refusal::Cancelled => Fault::new(FIELD, "sign-ups-cancelled"),
            Refusal::Ahead(at) => Fault::new(FIELD, "sign-ups-ahead").with("at", said(at)),
            Refusal::Closed => Fault::new(FIELD, "sign-ups-closed"),
        })
    })?;
    let newcomer = Newcomer { enrolment: seat.enrolment, person: actor.person_id()?, reason: None };
    Ok(put(w, actor, &ground, newcomer, now)?.0)
}

/// Gives the actor's place up, or leaves the waiting list. Whoever is next gets the place at once.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor; `Invalid`: the actor has not signed up, or has a place and the
/// time for giving it up is over.
pub fn release(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    let seat = attendance::seat(w, actor, id)?.ok_or_else(Problem::not_found)?;
    let ground = Ground::of(w, id)?;
    let mut queue = ground.queue(w, now)?;
    let own = queue.entry(seat.enrolment);
    let own = own.ok_or_else(|| refused(Fault::new(FIELD, "sign-ups-not-signed-up")))?;
    let since = since(&beforehand::signed_up(w, &[id])?, seat.enrolment);
    if own.confirmed && !ground.places.can_be_given_up(ground.session.starts_at, since, now) {
        return Err(refused(Fault::new(FIELD, "sign-ups-too-late")));
    }
    take_out(w, actor, &ground, (&mut queue, own), (None, now))?;
    Ok(())
}
