//! What speaks against each of many bookings.

use crate::attendance::actions::{self as attendance, Clash, Setting, Taken};
use crate::attendance::rules::Booking;
use crate::attendance::rules::booking::overlap;
use crate::db::{Read, Write};
use crate::holidays::actions as holidays;
use crate::kernel::{Actor, EditionId, Fault, Language, Localised, Moment, PersonId, Problem, SessionId};
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
    /// Other sessions of which people are asked at the same time, and consultations that they have booked.
    pub clashes: Vec<Clash>,
    /// An earlier line at the same time: its key, and the title of what is held.
    pub beside: Option<(String, Localised)>,
}

impl Line {
    /// How it stands.
    pub fn state(&self) -> State {
        if !self.faults.is_empty() {
            State::Faulty
        } else if !self.clashes.is_empty() || self.beside.is_some() {
            State::Busy
        } else if self.day_off.is_some() || self.scheduled {
            State::Look
        } else {
            State::Free
        }
    }

    /// Why it takes a reason, in words.
    pub fn conflicts(&self, reader: Language) -> Vec<Fault> {
        let beside = self
            .beside
            .iter()
            .map(|(_, title)| Fault::new("line", "line-beside").with("title", title.for_reader(reader)));
        self.clashes.iter().map(|clash| clash.fault(reader)).chain(beside).collect()
    }

    /// The line where only these are booked: one at the same time that is left out stands in nobody's way.
    fn among(&self, chosen: &[String]) -> Line {
        let beside = self.beside.clone().filter(|(key, _)| chosen.contains(key));
        Line { beside, ..self.clone() }
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
    let taken = Taken::load(r, &setting.edition, &trainers, span)?;
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
        Ok(Line { key, booking, title, day_off, scheduled, faults, clashes, beside: None })
    };
    let lines: Vec<Line> = drafts.into_iter().map(line).collect::<Result<_, Problem>>()?;
    let beside: Vec<_> = (0..lines.len()).map(|at| beside(&lines, at, setting)).collect();
    Ok(lines.into_iter().zip(beside).map(|(line, beside)| Line { beside, ..line }).collect())
}

/// An earlier line that would be held at the same time, where both can be booked.
fn beside(lines: &[Line], at: usize, setting: &Setting) -> Option<(String, Localised)> {
    let zone = setting.edition.time_zone;
    let line = lines.get(at).filter(|line| line.faults.is_empty())?;
    let span = line.booking.instants(zone);
    let meets = |other: &&Line| other.faults.is_empty() && overlap(span, other.booking.instants(zone));
    let other = lines.iter().take(at).find(meets)?;
    Some((other.key.clone(), other.title.clone()))
}

/// Books the chosen lines, all of them or none; answers with the session that each became.
pub(super) fn book<'a>(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (lines, chosen): (&'a [Line], &Chosen),
    now: Moment,
) -> Result<Vec<(&'a Line, SessionId)>, Problem> {
    let state = |line: &Line| (line.key.clone(), line.among(&chosen.keys).state());
    let states: Vec<(String, State)> = lines.iter().map(state).collect();
    let faults = chosen.faults(&states);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let these: Vec<&Line> = lines.iter().filter(|line| chosen.keys.contains(&line.key)).collect();
    let wanted: Vec<Booking> = these.iter().map(|line| line.booking.clone()).collect();
    let booked = attendance::book_all(w, actor, id, (&wanted, chosen.despite.as_deref()), now)?;
    Ok(these.into_iter().zip(booked).collect())
}
