//! A session as one of its people has it: joining the meeting, and saying that one is still there.

use super::arriving::{Origin, put};
use super::times;
use crate::attendance::actions as attendance;
use crate::attendance::rules::{Mark, Presence};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::{self, Seat, SessionRow};
use crate::check_in::rules::prompts::Prompts;
use crate::check_in::rules::{State, Times};
use crate::check_in::store::{self, OpeningRow, arrivals, online};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Localised, Moment, Problem, ProblemCode, SessionId};

/// A session as one of its people has it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The session.
    pub session: SessionRow,
    /// The place in it.
    pub seat: Seat,
    /// What is taught.
    pub title: Localised,
    /// The edition's title.
    pub edition: String,
    /// Whether people can mark themselves; `None` while no trainer has opened it.
    pub state: Option<State>,
    /// Whether joining the meeting marks.
    pub by_joining: bool,
    /// The arrival: when, how, and whether the mark came from it.
    pub arrived: Option<(Moment, Presence, bool)>,
    /// What the sheet says of somebody who arrived, with whether the trainer has changed it since.
    pub mark: Option<(Mark, bool)>,
    /// When the person joined the meeting first.
    pub joined: Option<Moment>,
    /// The question that waits for an answer now, with whether it was answered.
    pub prompt: Option<(i32, bool)>,
}

/// The session as the actor has it.
///
/// # Errors
/// `NotFound` when it is not asked of the actor.
pub fn place(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Place, Problem> {
    let seat = attendance::seat(r, actor, id)?.ok_or_else(Problem::not_found)?;
    let (session, edition, activity) = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
    let row = store::newest(r, id)?;
    let arrived = arrivals::of(r, id, seat.enrolment)?;
    let joined = online::joined(r, id, seat.enrolment)?;
    let is_online = joined.is_some() || arrived.is_some_and(|(_, presence, _)| presence == Presence::Online);
    let prompt = match row.as_ref().filter(|_| is_online) {
        Some(row) => waiting(r, row, &seat, now)?,
        None => None,
    };
    let mark = match arrived {
        Some(_) => marks::of_enrolment(r, id, seat.enrolment)?.map(|row| (row.mark, row.revision > 1)),
        None => None,
    };
    Ok(Place {
        state: row.as_ref().map(|row| times(row, &seat).state(now)),
        by_joining: row.is_some_and(|row| row.opening.by_joining),
        title: activity.title.0,
        edition: edition.title,
        session,
        seat,
        arrived,
        mark,
        joined,
        prompt,
    })
}

/// The actor's sessions near a moment at which people can mark themselves.
///
/// # Errors
/// The database's.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<Place>, Problem> {
    let mut places = Vec::new();
    for id in store::near(r, actor.person_id()?, (now, now.plus_minutes(60)))? {
        match place(r, actor, id, now) {
            Ok(place) => places.push(place),
            Err(problem) if problem.code == ProblemCode::NotFound => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(places)
}

/// The questions of a session whether people are still there.
pub(super) fn prompts(r: &mut Read, row: &OpeningRow, times: &Times) -> Result<Option<Prompts>, Problem> {
    let Some(every) = row.opening.prompt_minutes.filter(|_| !times.cancelled) else { return Ok(None) };
    let since = store::asked_since(r, row.session, every)?;
    let Times { starts_at, ends_at, .. } = *times;
    Ok(since.map(|since| Prompts { starts_at, ends_at, every, since }))
}

/// The question that waits for an answer of one of the people online, with whether it was answered.
fn waiting(r: &mut Read, row: &OpeningRow, seat: &Seat, now: Moment) -> Result<Option<(i32, bool)>, Problem> {
    let Some(prompts) = prompts(r, row, &times(row, seat))? else { return Ok(None) };
    let Some(number) = prompts.present(now) else { return Ok(None) };
    let answered = online::answered(r, row.session, (seat.enrolment, number), prompts.since)?;
    Ok(Some((number, answered)))
}

/// Notes that the actor joins the meeting and gives its address. Where joining marks, it marks.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor, or has no meeting; `SessionCancelled`.
pub fn join(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    origin: &Origin,
    now: Moment,
) -> Result<String, Problem> {
    let seat = attendance::seat(w, actor, id)?.ok_or_else(Problem::not_found)?;
    let (session, ..) = sessions::session(w, id)?.ok_or_else(Problem::not_found)?;
    let link = session.link.ok_or_else(Problem::not_found)?;
    if seat.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if now >= seat.ends_at {
        return Ok(link);
    }
    online::join(w, id, seat.enrolment, now)?;
    let row = store::newest(w, id)?.filter(|row| row.opening.by_joining);
    if let Some(row) = row.filter(|row| times(row, &seat).state(now) == State::Open)
        && arrivals::of(w, id, seat.enrolment)?.is_none()
    {
        put(w, actor, (&seat, &row), (now, Presence::Online), (origin, now))?;
    }
    Ok(link)
}

/// Notes that the actor is still there.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor; `CheckInClosed` when the question does not wait any more.
pub fn answer(w: &mut Write, actor: &Actor, id: SessionId, prompt: i32, now: Moment) -> Result<(), Problem> {
    let place = place(w, actor, id, now)?;
    if place.prompt.is_none_or(|(number, _)| number != prompt) {
        return Err(Problem::new(ProblemCode::CheckInClosed));
    }
    online::answer(w, id, (place.seat.enrolment, prompt), now)
}
