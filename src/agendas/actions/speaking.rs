//! Who teaches a session together, and who is invited to speak (F7).

use super::changeable;
use crate::agendas::rules::Guest;
use crate::agendas::store::speakers;
use crate::attendance::actions as attendance;
use crate::attendance::store::{co_trainers, sessions};
use crate::audit;
use crate::db::Write;
use crate::kernel::{Actor, Fault, Moment, PersonId, Problem, SessionId};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Who speaks at a session besides its first trainer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speakers {
    /// Trainers of the edition, each once.
    pub co_trainers: Vec<PersonId>,
    /// People without an account, in their order.
    pub guests: Vec<Guest>,
}

/// Writes who speaks at a session besides its first trainer.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `SessionCancelled`; `EditionClosed`; `Invalid` when a co-trainer is
/// no trainer of the edition, teaches the session already, or teaches another session at the time, which is named.
pub fn set_speakers(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    wanted: &Speakers,
    now: Moment,
) -> Result<(), Problem> {
    let (session, edition) = changeable(w, actor, id)?;
    let known: HashSet<PersonId> =
        sessions::trainers(w, edition.id)?.into_iter().map(|(person, _)| person).collect();
    let before = Speakers { co_trainers: co_trainers::of_session(w, id)?, guests: speakers::guests(w, id)? };
    let strange = |person: &PersonId| !known.contains(person) || Some(*person) == session.trainer_id;
    if wanted.co_trainers.iter().any(strange) {
        return Err(Problem::invalid(vec![Fault::new("co_trainer", "unknown")]));
    }
    let span = (session.starts_at, session.ends_at);
    let faults = attendance::busy(w, &wanted.co_trainers, span, ("co_trainer", id), actor.language)?;
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if before == *wanted {
        return Ok(());
    }
    co_trainers::replace(w, id, &wanted.co_trainers, (actor.person, now))?;
    speakers::replace(w, id, &wanted.guests)?;
    let entry = audit::Entry {
        action: "session-speakers-set",
        subject: ("session", id.0),
        before: Some(said(&before)),
        after: Some(said(wanted)),
    };
    audit::record(w, actor, now, entry)
}

fn said(speakers: &Speakers) -> Value {
    let guest = |one: &Guest| json!({ "name": one.name, "post": one.post, "organisation": one.organisation, "topic": one.topic });
    let guests: Vec<Value> = speakers.guests.iter().map(guest).collect();
    json!({ "co_trainers": speakers.co_trainers, "guests": guests })
}
