//! The timetable of an edition: laying out, booking, moving and cancelling sessions.

use super::taking_back::take_back;
use super::{held, letters, made_up, taught_edition, taught_session};
use crate::attendance::rules::booking::clash;
use crate::attendance::rules::plan::{Grid, Slot, Wanted, lay};
use crate::attendance::rules::{Booking, SessionMode, credit};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::{self, SessionRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::formats::actions as formats;
use crate::formats::rules::Called;
use crate::kernel::{
    Actor, EditionId, Fault, Language, Localised, Minutes, Moment, PersonId, PersonName, Problem,
    ProblemCode, SessionId, dates,
};
use crate::programmes::rules::words::DeliveryMode;
use crate::programmes::store::{self as programmes, ActivityRow};
use crate::progress::actions::{self as progress, Attended};
use crate::progress::store::assignment::{self, Among, Outside};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// The sessions of an edition with how far each is marked.
#[derive(Debug, Clone)]
pub struct Timetable {
    /// The edition.
    pub edition: EditionRow,
    /// The sessions with the titles of their activities and what is held.
    pub sessions: Vec<(SessionRow, Localised, Called)>,
    /// The trainers by id.
    pub trainers: HashMap<PersonId, PersonName>,
    /// How many people are enrolled.
    pub enrolled: i64,
    /// Of whom which activities are not asked.
    pub outside: Outside,
    /// How many of them are marked, by session.
    pub marked: HashMap<SessionId, i64>,
    /// How many activities have no session yet.
    pub unscheduled: usize,
}

impl Timetable {
    /// Of how many people a session is asked: in an extra module not of everybody (A14).
    pub fn expected(&self, row: &SessionRow) -> i64 {
        self.enrolled - self.outside.count(self.edition.id, row.activity_id)
    }
}

/// The timetable of an edition.
///
/// # Errors
/// `NotFound` when it is not the actor's to see.
pub fn timetable(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Timetable, Problem> {
    let edition = taught_edition(r, actor, id)?;
    let rows = sessions::of_edition(r, id)?;
    let ids: Vec<SessionId> = rows.iter().map(|(row, ..)| row.id).collect();
    let formats = formats::names(r, rows.iter().map(|(.., format)| format.as_str()))?;
    let unscheduled = unscheduled(r, &edition)?.len();
    Ok(Timetable {
        trainers: sessions::trainers(r, id)?.into_iter().collect(),
        enrolled: sessions::enrolled(r, &[id])?.first().map_or(0, |(_, count)| *count),
        outside: assignment::outside(r, Among::Editions(&[id]))?,
        marked: sessions::marked(r, &ids)?.into_iter().collect(),
        sessions: rows
            .into_iter()
            .map(|(row, title, format)| (row, title.0, formats.call(&format)))
            .collect(),
        edition,
        unscheduled,
    })
}

/// What a session of an edition can be about, and who can teach it.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The edition.
    pub edition: EditionRow,
    /// The activities that are completed by being there, in programme order.
    pub activities: Vec<ActivityRow>,
    /// The trainers of the edition.
    pub trainers: Vec<(PersonId, PersonName)>,
    /// How many of the activities have no session yet.
    pub unscheduled: usize,
}

/// The setting in which a session is booked.
///
/// # Errors
/// `NotFound` when the edition is not the actor's.
pub fn setting(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Setting, Problem> {
    let edition = taught_edition(r, actor, id)?;
    let activities = attended(r, &edition)?;
    let (trainers, unscheduled) = (sessions::trainers(r, id)?, unscheduled(r, &edition)?.len());
    Ok(Setting { edition, activities, trainers, unscheduled })
}

/// A session about to be changed, with its setting.
///
/// # Errors
/// `NotFound` when it is not the actor's.
pub fn editing(r: &mut Read, actor: &Actor, id: SessionId) -> Result<(SessionRow, Setting), Problem> {
    let (session, edition, _) = taught_session(r, actor, id)?;
    Ok((session, setting(r, actor, edition.id)?))
}

fn attended(r: &mut Read, edition: &EditionRow) -> Result<Vec<ActivityRow>, Problem> {
    let activities = programmes::activities(r, edition.version_id)?;
    Ok(activities.into_iter().filter(|activity| !activity.kind.has_text()).collect())
}

fn unscheduled(r: &mut Read, edition: &EditionRow) -> Result<Vec<ActivityRow>, Problem> {
    let rows = sessions::of_edition(r, edition.id)?;
    let live = rows.iter().filter(|(row, ..)| row.cancelled_at.is_none());
    let scheduled: HashSet<_> = live.map(|(row, ..)| row.activity_id).collect();
    let activities = attended(r, edition)?;
    Ok(activities.into_iter().filter(|activity| !scheduled.contains(&activity.id)).collect())
}

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
    let setting = setting(w, actor, id)?;
    let booking = booking.clone().tidy();
    check(w, &setting, &booking, None, actor.language)?;
    let session = sessions::insert(w, &setting.edition, &booking, actor.person, now)?;
    recredit(w, &setting, &booking, now)?;
    let entry = audit::Entry {
        action: "session-booked",
        subject: ("session", session.0),
        before: None,
        after: Some(said(&booking)),
    };
    audit::record(w, actor, now, entry)?;
    Ok(session)
}

/// Moves a session, or changes its place, link or trainer. What was marked keeps its share of the new length.
///
/// # Errors
/// As [`book`]; `SessionCancelled`; `Invalid` when the activity of a session with marks is changed.
pub fn change(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    booking: &Booking,
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
    check(w, &setting, &booking, Some(id), actor.language)?;
    sessions::update(w, id, setting.edition.time_zone, &booking)?;
    let before = booking_of(&old);
    recredit(w, &setting, &before, now)?;
    recredit(w, &setting, &booking, now)?;
    let (before, after) = (Some(said(&before)), Some(said(&booking)));
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "session-changed", subject: ("session", id.0), before, after },
    )
}

fn booking_of(row: &SessionRow) -> Booking {
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
    recredit(w, &setting, &booking_of(&session), now)?;
    if let Some(activity) = activity {
        letters::cancelled(w, &session, &activity.title.0, reason, now)?;
    }
    let after = Some(json!({ "reason": reason }));
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "session-cancelled", subject: ("session", id.0), before: None, after },
    )
}

/// How a timetable is to be laid out.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Days and hours.
    pub grid: Grid,
    /// The room of what is held in person.
    pub place: Option<String>,
    /// The link of what is held online.
    pub link: Option<String>,
    /// Who teaches.
    pub trainer: Option<PersonId>,
}

/// Books sessions for every attended activity that has none, in programme order, around whatever the
/// trainer and the room are taken by. Answers how many.
///
/// # Errors
/// `Invalid`: no weekday, an end before the start, a place or link that is needed, a trainer of another
/// edition, or `plan-does-not-fit` with how many found a place.
pub fn plan(w: &mut Write, actor: &Actor, id: EditionId, plan: &Plan, now: Moment) -> Result<usize, Problem> {
    let setting = setting(w, actor, id)?;
    let wanted = unscheduled(w, &setting.edition)?;
    let modes: HashMap<_, _> = wanted.iter().map(|activity| (activity.id, mode_of(activity))).collect();
    let booking = |slot: &Slot| Booking {
        activity: slot.activity,
        held_on: slot.on,
        starts: slot.starts,
        ends: slot.ends,
        mode: modes.get(&slot.activity).copied().unwrap_or(SessionMode::InPerson),
        place: plan.place.clone(),
        link: plan.link.clone(),
        trainer: plan.trainer,
    };
    let mut grid = plan.grid.clone();
    grid.from = grid.from.max(setting.edition.starts_on);
    grid.to = grid.to.min(setting.edition.ends_on);
    let zone = setting.edition.time_zone;
    let span = (zone.instant(grid.from, grid.starts), zone.end_of(grid.to));
    let others = sessions::near(w, setting.edition.organisation_id, plan.trainer, span)?;
    let free = |slot: &Slot| {
        let wanted = booking(slot).tidy();
        let (at, organisation) = (wanted.instants(zone), setting.edition.organisation_id);
        others.iter().all(|(other, _)| clash(&wanted, at, organisation, other).is_none())
    };
    let sized: Vec<Wanted> =
        wanted.iter().map(|activity| Wanted { activity: activity.id, minutes: activity.minutes }).collect();
    let slots = lay(&grid, &sized, free).map_err(|unfit| {
        let fault = Fault::new("from", "plan-does-not-fit").with("placed", unfit.placed).with("of", unfit.of);
        Problem::invalid(vec![fault])
    })?;
    for slot in &slots {
        book(w, actor, id, &booking(slot), now)?;
    }
    Ok(slots.len())
}

/// How an activity of the programme is held unless somebody says otherwise.
fn mode_of(activity: &ActivityRow) -> SessionMode {
    match activity.mode {
        DeliveryMode::InPerson => SessionMode::InPerson,
        DeliveryMode::Online | DeliveryMode::Distance => SessionMode::Online,
    }
}

/// Refuses a booking with every fault at once.
fn check(
    r: &mut Read,
    setting: &Setting,
    booking: &Booking,
    own: Option<SessionId>,
    reader: Language,
) -> Result<(), Problem> {
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
    if faults.is_empty() {
        faults = collisions(r, &setting.edition, booking, own, reader)?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

fn collisions(
    r: &mut Read,
    edition: &EditionRow,
    booking: &Booking,
    own: Option<SessionId>,
    reader: Language,
) -> Result<Vec<Fault>, Problem> {
    let at = booking.instants(edition.time_zone);
    let others = sessions::near(r, edition.organisation_id, booking.trainer, at)?;
    let found =
        others.iter().filter(|(other, _)| Some(other.session) != own).filter_map(|(other, listed)| {
            let busy = clash(booking, at, edition.organisation_id, other)?;
            let row = &listed.session;
            let (from, to) = (dates::time(row.starts_local), dates::time(row.ends_local));
            let when = format!("{}, {from}–{to}", dates::day(reader, row.held_on));
            let fault =
                Fault::new(busy.field(), busy.code()).with("title", listed.title.0.for_reader(reader));
            Some(fault.with("edition", &listed.edition).with("when", when))
        });
    Ok(found.collect())
}

/// Brings marks and ledger to the present lengths of an activity's sessions: another session, or another
/// length, gives each a different share of the planned time.
fn recredit(w: &mut Write, setting: &Setting, booking: &Booking, now: Moment) -> Result<(), Problem> {
    let Some(activity) = setting.activities.iter().find(|activity| activity.id == booking.activity) else {
        return Ok(());
    };
    let rows = sessions::of_activity(w, setting.edition.id, activity.id)?;
    let split = held(&rows);
    for row in &rows {
        let share = credit::share(activity.minutes, &split, row.id);
        let mut moved = Vec::new();
        for old in marks::of_session(w, row.id)? {
            let minutes = credit::credit(share, &old.mark, row.length());
            if minutes != old.minutes {
                marks::update_minutes(w, old.id, minutes)?;
                let mode = old.mark.presence.mode();
                moved.push(Attended { enrolment: old.enrolment, mark_id: old.id.0, minutes, mode });
            }
        }
        let of =
            progress::Held { edition: setting.edition.id, activity: activity.id, nature: activity.nature };
        progress::attend(w, of, &moved, now)?;
        made_up::settle(w, of, (row.id, share), now)?;
    }
    Ok(())
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
