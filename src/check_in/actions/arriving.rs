//! Somebody shows a code and is marked, once.

use super::times;
use crate::attendance::actions as attendance;
use crate::attendance::rules::{Mark, Presence};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::{self, Seat, SessionRow};
use crate::check_in::rules::flags::Arrived;
use crate::check_in::rules::{State, code};
use crate::check_in::store::{self, OpeningRow, arrivals};
use crate::db::{Read, Write};
use crate::kernel::{Actor, CheckInId, Fault, Localised, Moment, Problem, ProblemCode, SessionId};

/// A code as somebody showed it, at a moment of the server's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The session, where the code was scanned; who types six digits does not say which.
    pub session: Option<SessionId>,
    /// The six digits.
    pub code: String,
    /// When.
    pub at: Moment,
}

/// Where an arrival comes from, as far as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The hash of the device's own token; programs have none.
    pub device: Option<String>,
    /// The whole address, as a keyed hash.
    pub address: String,
    /// The network of the address.
    pub network: String,
}

/// Somebody who wants to be marked.
#[derive(Debug, Clone)]
pub struct Coming {
    /// The code.
    pub shown: Shown,
    /// The number said aloud.
    pub spoken: Option<String>,
    /// From where.
    pub origin: Origin,
}

/// What can become of a code.
#[derive(Debug, Clone)]
enum Verdict {
    /// It marks its reader.
    Comes {
        /// The place in the session.
        seat: Seat,
        /// The room or the meeting.
        presence: Presence,
        /// The moment that counts.
        at: Moment,
        /// The opening.
        row: Box<OpeningRow>,
    },
    /// People can mark themselves later.
    Ahead {
        /// The place in the session.
        seat: Seat,
        /// From then on.
        opens_at: Moment,
    },
    /// Not any more.
    Closed(Seat),
    /// It is the code of another time or of nothing.
    Wrong,
    /// The session is not asked of its reader.
    NotTheirs,
    /// Its reader is marked already.
    Already {
        /// The place in the session.
        seat: Seat,
        /// Since when.
        at: Moment,
        /// The room or the meeting.
        presence: Presence,
        /// Whether the mark of the sheet came from it.
        made_mark: bool,
    },
}

/// Decides on a code without changing anything. Nothing is said of a session before its code fits.
///
/// # Errors
/// The database's.
fn judge(
    r: &mut Read,
    actor: &Actor,
    shown: &Shown,
    code_of: impl Fn(&str) -> String,
    now: Moment,
) -> Result<Verdict, Problem> {
    let sessions = match shown.session {
        Some(session) => vec![session],
        None => store::near(r, actor.person_id()?, (shown.at, shown.at.plus_minutes(60)))?,
    };
    for session in sessions {
        if let Some(verdict) = verdict(r, actor, (session, shown), &code_of, now)? {
            return Ok(verdict);
        }
    }
    Ok(Verdict::Wrong)
}

/// The verdict of one session; none when nobody can tell that the code was meant for it.
fn verdict(
    r: &mut Read,
    actor: &Actor,
    (session, shown): (SessionId, &Shown),
    code_of: impl Fn(&str) -> String,
    now: Moment,
) -> Result<Option<Verdict>, Problem> {
    let Some(row) = store::newest(r, session)? else { return Ok(None) };
    let fits = code::stands_for(&shown.code, (session, shown.at), &row.opening.ways(), code_of);
    if fits.is_none() && shown.session.is_none() {
        return Ok(None);
    }
    let seat = attendance::seat(r, actor, session)?;
    if let Some(seat) = &seat
        && let Some((at, presence, made_mark)) = arrivals::of(r, session, seat.enrolment)?
    {
        let seat = seat.clone();
        return Ok(Some(Verdict::Already { seat, at, presence, made_mark }));
    }
    let Some(presence) = fits else { return Ok(Some(Verdict::Wrong)) };
    let Some(seat) = seat else { return Ok(Some(Verdict::NotTheirs)) };
    Ok(Some(match times(&row, &seat).arrival(shown.at, now) {
        Ok(at) => Verdict::Comes { seat, presence, at, row: Box::new(row) },
        Err(State::Ahead(opens_at)) => Verdict::Ahead { seat, opens_at },
        Err(_) => Verdict::Closed(seat),
    }))
}

/// An arrival as it is told to whoever arrived.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The session.
    pub session: SessionId,
    /// The moment that counts.
    pub at: Moment,
    /// The room or the meeting.
    pub presence: Presence,
    /// The mark it made, as the sheet has it now; none when the sheet said something before.
    pub mark: Option<Mark>,
    /// Whether the sheet has no mark at all of whoever arrived, because it was closed before.
    pub unmarked: bool,
    /// Whether it is the first one: the second changes nothing.
    pub first: bool,
}

/// Marks somebody by a code. Who is marked already is told so, and nothing changes.
///
/// # Errors
/// `CheckInCodeWrong`, `CheckInNotYours`, `CheckInAhead` with the seconds until the opening, `CheckInClosed`;
/// `Invalid` when the number said aloud is missing or wrong, or was wrong too often.
pub fn arrive(
    w: &mut Write,
    actor: &Actor,
    coming: &Coming,
    code_of: impl Fn(&str) -> String,
    now: Moment,
) -> Result<Arrival, Problem> {
    arrive_heard(w, actor, coming, (code_of, |_: CheckInId, _: bool| true), now)
}

/// As [`arrive`], with an ear that keeps count: it is told of which opening a number was given and whether it was the
/// right one, and answers whether it counts at all.
///
/// # Errors
/// As [`arrive`].
pub fn arrive_heard(
    w: &mut Write,
    actor: &Actor,
    coming: &Coming,
    (code_of, ear): (impl Fn(&str) -> String, impl Fn(CheckInId, bool) -> bool),
    now: Moment,
) -> Result<Arrival, Problem> {
    match judge(w, actor, &coming.shown, code_of, now)? {
        Verdict::Comes { seat, presence, at, row } => {
            heard(&row, coming.spoken.as_deref(), ear)?;
            put(w, actor, (&seat, &row), (at, presence), (&coming.origin, now))
        }
        Verdict::Already { seat, at, presence, made_mark } => {
            // What the sheet says now, and not what it said at first: the trainer may have corrected it.
            let known = marks::of_enrolment(w, seat.session, seat.enrolment)?;
            let unmarked = known.is_none();
            let mark = known.filter(|_| made_mark).map(|row| row.mark);
            Ok(Arrival { session: seat.session, at, presence, mark, unmarked, first: false })
        }
        Verdict::Ahead { opens_at, .. } => {
            Err(Problem::new(ProblemCode::CheckInAhead).with("seconds", now.seconds_until(opens_at).max(1)))
        }
        Verdict::Closed(_) => Err(Problem::new(ProblemCode::CheckInClosed)),
        Verdict::Wrong => Err(Problem::new(ProblemCode::CheckInCodeWrong)),
        Verdict::NotTheirs => Err(Problem::new(ProblemCode::CheckInNotYours)),
    }
}

/// Lets pass who heard the number said aloud, where one is asked for, and has not guessed too often.
fn heard(row: &OpeningRow, said: Option<&str>, ear: impl Fn(CheckInId, bool) -> bool) -> Result<(), Problem> {
    let fault = |code| Err(Problem::invalid(vec![Fault::new("spoken", code)]));
    match (row.spoken.as_deref(), said.filter(|said| !said.is_empty())) {
        (None, _) => Ok(()),
        (Some(wanted), Some(said)) if !ear(row.id, wanted == said) => fault("check-in-spoken-over"),
        (Some(wanted), Some(said)) if wanted == said => Ok(()),
        (Some(_), None) => fault("check-in-spoken-missing"),
        (Some(_), Some(_)) => fault("check-in-spoken-wrong"),
    }
}

/// Writes the arrival and the mark that it makes.
pub(super) fn put(
    w: &mut Write,
    actor: &Actor,
    (seat, row): (&Seat, &OpeningRow),
    (at, presence): (Moment, Presence),
    (origin, now): (&Origin, Moment),
) -> Result<Arrival, Problem> {
    let mark = times(row, seat).mark(at, presence);
    let made_mark = attendance::arrive(w, actor, seat, &mark, now)?;
    let unmarked = !made_mark && marks::of_enrolment(w, seat.session, seat.enrolment)?.is_none();
    let Origin { device, address, network } = origin.clone();
    let enrolment = seat.enrolment;
    let one = Arrived { enrolment, presence, at, recorded_at: now, device, address, network, made_mark };
    let first = arrivals::insert(w, seat.session, &one)?;
    let mark = Some(mark).filter(|_| made_mark);
    Ok(Arrival { session: seat.session, at, presence, mark, unmarked, first })
}

/// A session as it is named to somebody who shows its code.
#[derive(Debug, Clone)]
pub struct About {
    /// The session.
    pub session: SessionRow,
    /// What is taught.
    pub title: Localised,
    /// The edition's title.
    pub edition: String,
}

/// A verdict as it is told to whoever showed the code.
#[derive(Debug, Clone)]
pub enum Look {
    /// One press marks its reader.
    Ready {
        /// The session.
        about: Box<About>,
        /// The room or the meeting.
        presence: Presence,
        /// Whether a number said aloud is asked for.
        spoken: bool,
    },
    /// People can mark themselves from this moment on.
    Ahead(Box<About>, Moment),
    /// Not any more.
    Closed(Box<About>),
    /// It is the code of another time or of nothing.
    Wrong,
    /// The session is not asked of its reader.
    NotTheirs,
    /// Its reader has arrived already.
    Already {
        /// The session.
        session: SessionId,
        /// Whether the sheet has no mark of them all the same.
        unmarked: bool,
    },
}

/// The same decision as [`arrive`] would take, with what its page says.
///
/// # Errors
/// The database's.
pub fn look(
    r: &mut Read,
    actor: &Actor,
    shown: &Shown,
    code_of: impl Fn(&str) -> String,
    now: Moment,
) -> Result<Look, Problem> {
    Ok(match judge(r, actor, shown, code_of, now)? {
        Verdict::Comes { seat, presence, row, .. } => {
            Look::Ready { about: about(r, &seat)?, presence, spoken: row.opening.spoken }
        }
        Verdict::Ahead { seat, opens_at } => Look::Ahead(about(r, &seat)?, opens_at),
        Verdict::Closed(seat) => Look::Closed(about(r, &seat)?),
        Verdict::Wrong => Look::Wrong,
        Verdict::NotTheirs => Look::NotTheirs,
        Verdict::Already { seat, .. } => Look::Already {
            session: seat.session,
            unmarked: marks::of_enrolment(r, seat.session, seat.enrolment)?.is_none(),
        },
    })
}

fn about(r: &mut Read, seat: &Seat) -> Result<Box<About>, Problem> {
    let (session, edition, activity) = sessions::session(r, seat.session)?.ok_or_else(Problem::not_found)?;
    Ok(Box::new(About { session, title: activity.title.0, edition: edition.title }))
}
