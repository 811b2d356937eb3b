//! Setting places, asking for one, giving it up, and what everybody sees of it.

mod asking;
mod board;
mod hindrances;
mod letters;
mod setting;
mod staff;

pub use asking::{OwnPlace, own_place, release, sign_up};
pub use board::{Board, Line, board};
pub use setting::{remove, set};
pub use staff::{admit, fill_free, has_free, promote, withdraw};

use super::rules::setting::{FIELD, Span, promotes};
use super::rules::{Entry, Filled, Full, Queue};
use super::store;
use crate::attendance::actions::seats_changed;
use crate::attendance::rules::{Places, Standing};
use crate::attendance::store::beforehand;
use crate::attendance::store::sessions::{self, SessionRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, PersonId, Problem, ProblemCode, SessionId};
use crate::programmes::store::ActivityRow;
use serde_json::json;

/// A session with its places, as every act here begins with.
struct Ground {
    session: SessionRow,
    edition: EditionRow,
    activity: ActivityRow,
    places: Places,
}

impl Ground {
    /// Looks a session up whose people sign up.
    ///
    /// # Errors
    /// `NotFound`; `Invalid` where nobody signs up; `EditionClosed`.
    fn of(r: &mut Read, id: SessionId) -> Result<Ground, Problem> {
        let (session, edition, activity) = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
        if edition.closed_at.is_some() {
            return Err(Problem::new(ProblemCode::EditionClosed));
        }
        let places = beforehand::places(r, id)?;
        let places = places.ok_or_else(|| refused(Fault::new(FIELD, "sign-ups-not-needed")))?;
        Ok(Ground { session, edition, activity, places })
    }

    fn span(&self) -> Span {
        span(&self.session)
    }

    /// Who has signed up now. Whoever has left the edition or closed the account gives the place
    /// free first.
    fn queue(&self, w: &mut Write, now: Moment) -> Result<Queue, Problem> {
        store::end_withdrawn(w, self.session.id, now)?;
        Ok(Queue::new(&self.places, store::entries(w, self.session.id)?))
    }

    /// Gives free places to those who wait, and tells them. Whoever has something else at that time by now is passed over,
    /// and told too.
    fn fill(&self, w: &mut Write, queue: &mut Queue, now: Moment) -> Result<usize, Problem> {
        if !promotes(self.span(), now) || !queue.is_due() {
            return Ok(0);
        }
        let hindered = hindrances::of_waiting(w, self)?;
        let Filled { given: next, passed } = queue.fill(|id| hindered.contains_key(&id));
        hindrances::tell(w, self, &passed, (&hindered, now))?;
        if next.is_empty() {
            return Ok(0);
        }
        let ids: Vec<_> = next.iter().map(|one| one.id).collect();
        store::confirm(w, &ids, now)?;
        let who: Vec<EnrolmentId> = next.iter().map(|one| one.who).collect();
        letters::promoted(w, self, &who, now)?;
        seats_changed(w, self.session.id, (&who, true), now)?;
        let after = json!({ "promoted": who });
        let entry = audit::Entry {
            action: "places-given",
            subject: ("session", self.session.id.0),
            before: None,
            after: Some(after),
        };
        audit::record(w, &Actor::program(), now, entry)?;
        Ok(next.len())
    }
}

fn span(session: &SessionRow) -> Span {
    Span { starts_at: session.starts_at, ends_at: session.ends_at, cancelled: session.cancelled_at.is_some() }
}

fn refused(fault: Fault) -> Problem {
    Problem::invalid(vec![fault])
}

/// Somebody about to sign up, and why if it is somebody else who does it.
#[derive(Clone, Copy)]
struct Newcomer<'a> {
    enrolment: EnrolmentId,
    person: PersonId,
    reason: Option<&'a str>,
}

/// Puts somebody down, with a place or waiting for one. Who is down already stays as they are.
///
/// # Errors
/// `Invalid`: another session at the same time, signed up for or asked of everybody, a consultation then, or neither a place
/// nor a waiting list.
fn put(
    w: &mut Write,
    actor: &Actor,
    ground: &Ground,
    newcomer: Newcomer<'_>,
    now: Moment,
) -> Result<(Standing, bool), Problem> {
    let mut queue = ground.queue(w, now)?;
    if let Some(known) = queue.standing(newcomer.enrolment) {
        return Ok((known, false));
    }
    let about = (newcomer.person, newcomer.reason.is_some());
    if let Some(fault) = hindrances::refusal(w, ground, about, actor.language)? {
        return Err(refused(fault));
    }
    // Whoever waited longer goes first, where a place has become free by itself.
    ground.fill(w, &mut queue, now)?;
    let confirmed = queue.newcomer().map_err(|Full| {
        refused(Fault::new(FIELD, "sign-ups-full").with("capacity", ground.places.capacity))
    })?;
    let (at, by) = ((ground.session.id, newcomer.enrolment), (actor.person, now));
    let id = store::insert(w, at, (confirmed, newcomer.reason), by)?;
    queue.join(Entry { id, who: newcomer.enrolment, confirmed });
    if confirmed {
        seats_changed(w, ground.session.id, (&[newcomer.enrolment], true), now)?;
    }
    let after = json!({ "enrolment": newcomer.enrolment, "confirmed": confirmed, "reason": newcomer.reason });
    let subject = ("session", ground.session.id.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "signed-up", subject, before: None, after: Some(after) },
    )?;
    Ok((queue.standing(newcomer.enrolment).unwrap_or(Standing::Confirmed), true))
}

/// Ends somebody's sign-up, and gives the place to whoever is next.
fn take_out(
    w: &mut Write,
    actor: &Actor,
    ground: &Ground,
    (queue, own): (&mut Queue, Entry),
    (reason, now): (Option<&str>, Moment),
) -> Result<usize, Problem> {
    store::end(w, own.id, reason, (actor.person, now))?;
    queue.leave(own.id);
    if own.confirmed {
        seats_changed(w, ground.session.id, (&[own.who], false), now)?;
    }
    let before = json!({ "enrolment": own.who, "confirmed": own.confirmed });
    let entry = audit::Entry {
        action: "sign-up-ended",
        subject: ("session", ground.session.id.0),
        before: Some(before),
        after: Some(json!({ "reason": reason })),
    };
    audit::record(w, actor, now, entry)?;
    ground.fill(w, queue, now)
}
