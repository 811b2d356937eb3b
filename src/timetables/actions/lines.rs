//! What speaks against each of many bookings.

use crate::attendance::actions::{self as attendance, Clash, Setting, Taken};
use crate::attendance::rules::Booking;
use crate::db::{Read, Write};
use crate::holidays::actions as holidays;
use crate::kernel::{Actor, EditionId, Fault, Language, Localised, Moment, PersonId, Problem};
use crate::timetables::rules::{Chosen, State};

/// A booking of a dry run, and what speaks against it.
#[derive(Debug, Clone)]
pub struct Line {
    /// By which the line is chosen.
    pub key: String,
    /// What would be booked.
    pub booking: Booking,
    /// The title of what is held.
    pub title: Localised,
    /// What the day off is called that it falls on.
    pub day_off: Option<Localised>,
    /// Whether the activity has a session already.
    pub scheduled: bool,
    /// Why it cannot be booked.
    pub faults: Vec<Fault>,
    /// The sessions of other editions of which people are asked at the same time.
    pub clashes: Vec<Clash>,
}

impl Line {
    /// How it stands.
    pub fn state(&self) -> State {
        if !self.faults.is_empty() {
            State::Faulty
        } else if !self.clashes.is_empty() {
            State::Busy
        } else if self.day_off.is_some() || self.scheduled {
            State::Look
        } else {
            State::Free
        }
    }
}

/// A booking about to be looked at.
pub(super) struct Draft {
    pub(super) key: String,
    pub(super) title: Localised,
    pub(super) booking: Booking,
    pub(super) scheduled: bool,
    pub(super) faults: Vec<Fault>,
}

/// Looks at all bookings at once: the number of queries does not depend on theirs.
pub(super) fn look(
    r: &mut Read,
    setting: &Setting,
    drafts: Vec<Draft>,
    reader: Language,
) -> Result<Vec<Line>, Problem> {
    let days = drafts.iter().map(|draft| draft.booking.held_on);
    let Some((first, last)) = days.clone().min().zip(days.max()) else { return Ok(Vec::new()) };
    let zone = setting.edition.time_zone;
    let span = (zone.instant(first, chrono::NaiveTime::MIN), zone.end_of(last));
    let mut trainers: Vec<PersonId> = drafts.iter().filter_map(|draft| draft.booking.trainer).collect();
    trainers.sort_unstable();
    trainers.dedup();
    let taken = Taken::load(r, setting, &trainers, span)?;
    let calendar = holidays::calendar(r, &setting.edition, (first, last))?;
    let line = |draft: Draft| {
        let (booking, mut faults) = (draft.booking.tidy(), draft.faults);
        if faults.is_empty() {
            faults = attendance::plain_faults(setting, &booking)?;
        }
        let mut clashes = Vec::new();
        if faults.is_empty() {
            faults = taken.collisions(&booking, None, reader);
            faults.extend(taken.closed_faults(&booking, reader));
            clashes = taken.clashes(&booking, None);
        }
        let day_off = calendar.on(booking.held_on).map(|off| off.name.clone());
        let (key, title, scheduled) = (draft.key, draft.title, draft.scheduled);
        Ok(Line { key, booking, title, day_off, scheduled, faults, clashes })
    };
    drafts.into_iter().map(line).collect()
}

/// Books the chosen lines, all of them or none.
pub(super) fn book(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (lines, chosen): (&[Line], &Chosen),
    now: Moment,
) -> Result<usize, Problem> {
    let states: Vec<(String, State)> = lines.iter().map(|line| (line.key.clone(), line.state())).collect();
    let faults = chosen.faults(&states);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let wanted: Vec<&Line> = lines.iter().filter(|line| chosen.keys.contains(&line.key)).collect();
    for line in &wanted {
        attendance::book_despite(w, actor, id, (&line.booking, chosen.despite.as_deref()), now)?;
    }
    Ok(wanted.len())
}
