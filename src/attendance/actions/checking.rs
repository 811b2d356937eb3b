//! What speaks against a booking: every fault at once, the other booking named.

use super::co_trainers;
use super::taken::{Clash, Taken};
use super::timetable::Setting;
use crate::attendance::rules::Booking;
use crate::attendance::store::{beforehand, co_trainers as co_trainers_of, sessions};
use crate::db::Read;
use crate::editions::store as editions;
use crate::holidays::actions as holidays;
use crate::kernel::{EditionId, Fault, Language, Localised, Problem, ProblemCode, SessionId};
use chrono::NaiveDate;

/// What a booking is to the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// A session more.
    New,
    /// A session that is held at another hour, or about something else.
    Moved(SessionId),
    /// A session that stays at its hour.
    Kept(SessionId),
}

impl Change {
    fn own(self) -> Option<SessionId> {
        match self {
            Change::New => None,
            Change::Moved(id) | Change::Kept(id) => Some(id),
        }
    }
}

/// Refuses a booking with every fault at once. With a reason, what people of the edition are asked besides is no
/// fault; it is answered, to be written down.
pub(super) fn check(
    r: &mut Read,
    setting: &Setting,
    booking: &Booking,
    (change, despite): (&Change, Option<&str>),
    reader: Language,
) -> Result<Vec<Clash>, Problem> {
    let mut faults = plain_faults(setting, booking)?;
    let mut accepted = Vec::new();
    if faults.is_empty() {
        let at = booking.instants(setting.edition.time_zone);
        let mut taken = Taken::load(r, &setting.edition, booking.trainer.as_slice(), at)?;
        if let Some(own) = change.own()
            && beforehand::places(r, own)?.is_some()
        {
            taken = taken.for_those_who_sign_up();
        }
        faults = taken.collisions(booking, change.own(), reader);
        if let Some(own) = change.own() {
            let team = co_trainers_of::of_session(r, own)?;
            faults.extend(co_trainers::busy(r, &team, at, ("trainer", own), reader)?);
        }
        if !matches!(change, Change::Kept(_)) {
            faults.extend(taken.closed_faults(booking, reader));
            let clashes = taken.clashes(booking, change.own());
            match despite {
                Some(_) => accepted = clashes,
                None => faults.extend(Clash::faults(&clashes, reader)),
            }
        }
    }
    if faults.is_empty() { Ok(accepted) } else { Err(Problem::invalid(faults)) }
}

/// The faults that can be seen without looking at other sessions.
///
/// # Errors
/// `EditionClosed`.
pub fn plain_faults(setting: &Setting, booking: &Booking) -> Result<Vec<Fault>, Problem> {
    if setting.edition.closed_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    let mut faults = booking.faults(&setting.edition.term());
    if !setting.activities.iter().any(|activity| activity.id == booking.activity) {
        faults.push(Fault::new("activity", "unknown"));
    }
    if booking.trainer.is_some_and(|wanted| !setting.trainers.iter().any(|(id, _)| *id == wanted)) {
        faults.push(Fault::new("trainer", "unknown"));
    }
    Ok(faults)
}

/// What the day off is called that a day is in an edition: a session may be held then, with a warning.
///
/// # Errors
/// The database's.
pub fn day_off(r: &mut Read, id: EditionId, on: NaiveDate) -> Result<Option<Localised>, Problem> {
    let Some(edition) = editions::edition(r, id)? else { return Ok(None) };
    Ok(holidays::calendar(r, &edition, (on, on))?.on(on).map(|off| off.name.clone()))
}

/// What the day off is called on which a session is held.
///
/// # Errors
/// The database's.
pub fn day_off_of(r: &mut Read, id: SessionId) -> Result<Option<Localised>, Problem> {
    let Some((session, edition, _)) = sessions::session(r, id)? else { return Ok(None) };
    let on = session.held_on;
    Ok(holidays::calendar(r, &edition, (on, on))?.on(on).map(|off| off.name.clone()))
}
