//! Laying out a whole timetable at once.

use super::booking::book_all;
use super::taken::Taken;
use super::timetable::{Setting, setting, unscheduled};
use crate::attendance::rules::plan::{Grid, Slot, Wanted, lay};
use crate::attendance::rules::{Booking, SessionMode};
use crate::db::{Read, Write};
use crate::holidays::actions as holidays;
use crate::holidays::rules::Unknown;
use crate::kernel::{Actor, EditionId, Fault, Moment, PersonId, Problem};
use crate::programmes::rules::words::DeliveryMode;
use crate::programmes::store::ActivityRow;
use chrono::NaiveDate;
use std::collections::HashMap;

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
    /// Whether days off are used like any other. A demonstration does, which has to fit whatever day it is made on.
    pub days_off: bool,
}

/// The setting in which a timetable is laid out, with what is not known yet of the days off of its term.
///
/// # Errors
/// `NotFound` when the edition is not the actor's.
pub fn laying_out(r: &mut Read, actor: &Actor, id: EditionId) -> Result<(Setting, Vec<Unknown>), Problem> {
    let setting = setting(r, actor, id)?;
    let term = (setting.edition.starts_on, setting.edition.ends_on);
    let unknown = holidays::unknown(r, &setting.edition, term)?;
    Ok((setting, unknown))
}

/// Books sessions for every attended activity that has none, in programme order, around whatever the trainer, the room
/// and the people are taken by, and around days off (F10). Answers how many.
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
    let calendar = holidays::calendar(w, &setting.edition, (grid.from, grid.to))?;
    let taken = Taken::load(w, &setting.edition, plan.trainer.as_slice(), span)?;
    let works = |day: NaiveDate| plan.days_off || calendar.on(day).is_none();
    let free = |slot: &Slot| works(slot.on) && taken.is_free(&booking(slot).tidy());
    let sized: Vec<Wanted> =
        wanted.iter().map(|activity| Wanted { activity: activity.id, minutes: activity.minutes }).collect();
    let slots = lay(&grid, &sized, free).map_err(|unfit| {
        let fault = Fault::new("from", "plan-does-not-fit").with("placed", unfit.placed).with("of", unfit.of);
        Problem::invalid(vec![fault])
    })?;
    let bookings: Vec<Booking> = slots.iter().map(booking).collect();
    Ok(book_all(w, actor, id, (&bookings, None), now)?.len())
}

/// How an activity of the programme is held unless somebody says otherwise.
fn mode_of(activity: &ActivityRow) -> SessionMode {
    match activity.mode {
        DeliveryMode::InPerson => SessionMode::InPerson,
        DeliveryMode::Online | DeliveryMode::Distance => SessionMode::Online,
    }
}
