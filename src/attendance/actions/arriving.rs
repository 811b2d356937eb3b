//! A mark that somebody makes of themselves by arriving. It is only ever a first mark: what stands on the sheet
//! already stays.

use crate::attendance::rules::marks::require_markable;
use crate::attendance::rules::{Mark, booking, credit};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::{self, Seat};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, Problem, SessionId};
use crate::progress::actions::{self as progress, Attended};
use crate::progress::store::assignment::{self, Among};

/// The actor's place in a session that is asked of them; `None` for somebody else's session.
///
/// # Errors
/// The database's.
pub fn seat(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Option<Seat>, Problem> {
    let Some(person) = actor.person else { return Ok(None) };
    let Some(seat) = sessions::seat(r, id, person)? else { return Ok(None) };
    if seat.extra_for.is_none() {
        return Ok(Some(seat));
    }
    let outside = assignment::outside(r, Among::Person(person))?;
    let theirs = !outside.contains(seat.edition, seat.activity, seat.enrolment);
    Ok(Some(seat).filter(|_| theirs))
}

/// Writes the first mark of somebody who arrived, with its minutes; `false` when there is a mark already, or the trainer
/// has closed the sheet.
///
/// # Errors
/// `SessionAhead`, `SessionCancelled`.
pub fn arrive(w: &mut Write, actor: &Actor, seat: &Seat, mark: &Mark, now: Moment) -> Result<bool, Problem> {
    require_markable(seat.starts_at, seat.cancelled_at.is_some(), now)?;
    if seat.shut.is_some() {
        return Ok(false);
    }
    // Read before it is written: then a roll call at the same time makes the database repeat one of the two, and
    // neither fails on a mark that it did not see.
    if marks::of_enrolment(w, seat.session, seat.enrolment)?.is_some() {
        return Ok(false);
    }
    let split = sessions::split(w, seat.edition, seat.activity)?;
    let share = credit::share(seat.minutes, &split, seat.session);
    let length = booking::length(seat.starts_at, seat.ends_at);
    let minutes = credit::credit(share, mark, length);
    let said = (mark, minutes);
    let Some(id) = marks::insert_first(w, seat.session, seat.enrolment, said, (actor.person, now))? else {
        return Ok(false);
    };
    let of = progress::Held { edition: seat.edition, activity: seat.activity, nature: seat.nature };
    let mode = mark.presence.mode();
    let attended = Attended { enrolment: seat.enrolment, mark_id: id.0, minutes, mode };
    progress::attend_alone(w, of, &attended, now)?;
    Ok(true)
}
