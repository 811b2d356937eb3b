//! Booking, moving and cancelling a session.

use super::checking::{Change, check};
use super::sharing::share_anew;
use super::taken::{Clash, Other};
use super::taking_back::take_back;
use super::timetable::{Setting, editing, setting};
use super::{changes, letters, made_up};
use crate::attendance::rules::{Booking, Places, Presence};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::attendance::store::{beforehand, marks};
use crate::audit;
use crate::db::Write;
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, Minutes, Moment, Problem, ProblemCode, SessionId, dates,
};
use crate::progress::actions as progress;
use serde_json::json;
use std::collections::BTreeSet;

/// Books a session.
///
/// # Errors
/// `Invalid` with every fault: the wall clock, the edition's dates, place and link, an unknown activity or
/// trainer, a trainer or a room that is taken, with the other session named (F1).
pub fn book(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    booking: &Booking,
    now: Moment,
) -> Result<SessionId, Problem> {
    book_despite(w, actor, id, (booking, None), now)
}

/// Books a session. With a reason it is booked although people of the edition are asked elsewhere at the time; who
/// said so, why, and what they miss is audited. Nothing else is overridden by it.
///
/// # Errors
/// As [`book`].
pub fn book_despite(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (booking, despite): (&Booking, Option<&str>),
    now: Moment,
) -> Result<SessionId, Problem> {
    let setting = setting(w, actor, id)?;
    let session = insert(w, actor, &setting, (booking, despite), now)?;
    recredit(w, &setting, booking.activity, now)?;
    letters::booked(w, session, now)?;
    Ok(session)
}

/// Books sessions of one edition, all of them or none, with one reason for all. Whatever follows from them together is
/// done once: the shares of each activity, and a letter a person.
///
/// # Errors
/// As [`book`].
pub fn book_all(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (bookings, despite): (&[Booking], Option<&str>),
    now: Moment,
) -> Result<Vec<SessionId>, Problem> {
    let setting = setting(w, actor, id)?;
    let mut booked = Vec::with_capacity(bookings.len());
    for booking in bookings {
        booked.push(insert(w, actor, &setting, (booking, despite), now)?);
    }
    let activities: BTreeSet<ActivityId> = bookings.iter().map(|booking| booking.activity).collect();
    for activity in activities {
        recredit(w, &setting, activity, now)?;
    }
    letters::booked_together(w, &booked, now)?;
    Ok(booked)
}

fn insert(
    w: &mut Write,
    actor: &Actor,
    setting: &Setting,
    (booking, despite): (&Booking, Option<&str>),
    now: Moment,
) -> Result<SessionId, Problem> {
    let booking = booking.clone().tidy();
    let accepted = check(w, setting, &booking, (&Change::New, despite), actor.language)?;
    let session = sessions::insert(w, &setting.edition, &booking, actor.person, now)?;
    let entry = audit::Entry {
        action: "session-booked",
        subject: ("session", session.0),
        before: None,
        after: Some(said(&booking)),
    };
    audit::record(w, actor, now, entry)?;
    note_accepted(w, actor, session, (&accepted, despite), now)?;
    Ok(session)
}

/// Writes down that people are asked at two places at once, and why somebody found that right.
fn note_accepted(
    w: &mut Write,
    actor: &Actor,
    session: SessionId,
    (accepted, despite): (&[Clash], Option<&str>),
    now: Moment,
) -> Result<(), Problem> {
    if accepted.is_empty() {
        return Ok(());
    }
    let other = |one: &Clash| match &one.other {
        Other::Session(listed) => json!({ "session": listed.session.id, "people": one.people }),
        Other::Consultation(other) => json!({ "appointment": other.slot, "people": one.people }),
    };
    let others: Vec<_> = accepted.iter().map(other).collect();
    let entry = audit::Entry {
        action: "trainee-conflict-accepted",
        subject: ("session", session.0),
        before: None,
        after: Some(json!({ "reason": despite, "conflicts": others })),
    };
    audit::record(w, actor, now, entry)
}

/// Moves a session, or changes its place, link or trainer. What was marked keeps its share of the new length.
///
/// # Errors
/// As [`book`]; `SessionCancelled`; `Invalid` when the activity of a session with marks is changed, or its
/// mode into one in which its people were not.
pub fn change(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    booking: &Booking,
    now: Moment,
) -> Result<(), Problem> {
    change_despite(w, actor, id, (booking, None), now)
}

/// The same with a reason, as in [`book_despite`]. What stays at its hour is not asked about closed hours and people
/// again: that was settled when it was booked.
///
/// # Errors
/// As [`change`].
pub fn change_despite(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (booking, despite): (&Booking, Option<&str>),
    now: Moment,
) -> Result<(), Problem> {
    let (old, setting) = editing(w, actor, id)?;
    if old.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    let booking = booking.clone().tidy();
    if booking.activity != old.activity_id && sessions::has_marks(w, id)? {
        return Err(Problem::invalid(vec![Fault::new("activity", "session-has-marks")]));
    }
    refuse_other_presences(w, &old, &booking)?;
    let before = booking_of(&old);
    let own = if before.same_hour(&booking) { Change::Kept(id) } else { Change::Moved(id) };
    let accepted = check(w, &setting, &booking, (&own, despite), actor.language)?;
    sessions::update(w, id, setting.edition.time_zone, &booking)?;
    shift_places(w, actor, &old, now)?;
    changes::changed(w, actor, &old, now)?;
    recredit(w, &setting, before.activity, now)?;
    if before.activity != booking.activity {
        recredit(w, &setting, booking.activity, now)?;
    }
    let (before, after) = (Some(said(&before)), Some(said(&booking)));
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "session-changed", subject: ("session", id.0), before, after },
    )?;
    note_accepted(w, actor, id, (&accepted, despite), now)
}

/// Lets the times of a session's places move with it: an hour before the old start is no time for the new one.
fn shift_places(w: &mut Write, actor: &Actor, old: &SessionRow, now: Moment) -> Result<(), Problem> {
    let (Some((new, ..)), Some(places)) = (sessions::session(w, old.id)?, beforehand::places(w, old.id)?)
    else {
        return Ok(());
    };
    let moved = places.shifted(old.starts_at.seconds_until(new.starts_at));
    if moved == places {
        return Ok(());
    }
    beforehand::set_times(w, old.id, &moved)?;
    let times = |places: &Places| {
        let at = |at: Option<Moment>| at.map(Moment::rfc3339);
        json!({ "opens_at": at(places.opens_at), "closes_at": at(places.closes_at),
            "cancel_until": at(places.cancel_until) })
    };
    let entry = audit::Entry {
        action: "places-moved",
        subject: ("session", old.id.0),
        before: Some(times(&places)),
        after: Some(times(&moved)),
    };
    audit::record(w, actor, now, entry)
}

/// Refuses a mode in which somebody cannot have been where the sheet says: the next save would move their hours.
fn refuse_other_presences(w: &mut Write, old: &SessionRow, booking: &Booking) -> Result<(), Problem> {
    let Some(only) = Presence::only(booking.mode).filter(|_| booking.mode != old.mode) else { return Ok(()) };
    let marks = marks::of_session(w, old.id)?;
    if marks.iter().all(|row| !row.mark.is_there() || row.mark.presence == only) {
        return Ok(());
    }
    Err(Problem::invalid(vec![Fault::new("mode", "session-has-marks")]))
}

/// The booking that a session stands for.
pub fn booking_of(row: &SessionRow) -> Booking {
    Booking {
        activity: row.activity_id,
        held_on: row.held_on,
        starts: row.starts_local,
        ends: row.ends_local,
        mode: row.mode,
        place: row.place.clone(),
        link: row.link.clone(),
        trainer: row.trainer_id,
    }
}

/// Cancels a session in which nobody has time credited, and writes to everybody of whom it is asked. Before its start
/// the marks that early people made of themselves are taken back: they are no reason to hold it.
///
/// # Errors
/// `SessionCancelled` when it is already; `Invalid` without a reason or when it was held.
pub fn cancel(w: &mut Write, actor: &Actor, id: SessionId, reason: &str, now: Moment) -> Result<(), Problem> {
    let (session, setting) = editing(w, actor, id)?;
    if session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    let activity = setting.activities.iter().find(|activity| activity.id == session.activity_id);
    take_back(w, actor, (&session, activity), reason, now)?;
    sessions::cancel(w, id, reason, now)?;
    if let Some(activity) = activity {
        let of =
            progress::Held { edition: session.edition_id, activity: activity.id, nature: activity.nature };
        made_up::settle(w, of, (id, Minutes::ZERO), now)?;
    }
    recredit(w, &setting, session.activity_id, now)?;
    letters::cancelled(w, actor, id, now)?;
    let after = Some(json!({ "reason": reason }));
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "session-cancelled", subject: ("session", id.0), before: None, after },
    )
}

/// Brings marks and ledger to the present lengths of an activity's sessions: another session, or another
/// length, gives each a different share of the planned time.
fn recredit(w: &mut Write, setting: &Setting, id: ActivityId, now: Moment) -> Result<(), Problem> {
    let Some(activity) = setting.activities.iter().find(|activity| activity.id == id) else {
        return Ok(());
    };
    share_anew(w, setting.edition.id, activity, now)
}

fn said(booking: &Booking) -> serde_json::Value {
    json!({
        "activity": booking.activity,
        "held_on": booking.held_on,
        "starts": dates::time(booking.starts),
        "ends": dates::time(booking.ends),
        "mode": booking.mode,
        "place": booking.place,
        "link": booking.link,
        "trainer": booking.trainer,
    })
}
