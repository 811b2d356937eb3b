//! A line of a calendar: a session or a consultation, by the clock of the page and by the one on its wall.

use crate::appointments::actions::Held;
use crate::attendance::views::Telling;
use crate::calendars::actions::{Entry, Part};
use crate::kernel::{Moment, PersonName, ZoneName, dates};
use crate::web::{Reader, paths};
use chrono::NaiveDateTime;
use serde::Serialize;

/// What stands in a calendar.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a> {
    /// A session.
    Session(&'a Entry),
    /// A consultation.
    Consultation(&'a Held),
}

impl<'a> Item<'a> {
    /// Both as they follow one another.
    pub(super) fn all(entries: &'a [Entry], consultations: &'a [Held]) -> Vec<Item<'a>> {
        let sessions = entries.iter().map(Item::Session);
        let mut all: Vec<Item<'a>> = sessions.chain(consultations.iter().map(Item::Consultation)).collect();
        if !consultations.is_empty() {
            all.sort_by_key(Item::starts_at);
        }
        all
    }

    /// The first instant.
    pub(super) fn starts_at(&self) -> Moment {
        match self {
            Item::Session(entry) => entry.listed.session.starts_at,
            Item::Consultation(held) => held.slot.starts_at,
        }
    }
}

/// A line of a day.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    time: String,
    title: String,
    url: Option<String>,
    also: Option<Also>,
    edition: Option<String>,
    place: Option<String>,
    online: bool,
    cancelled: bool,
    teaches: bool,
    consultation: bool,
    /// With whom it is.
    with: Option<String>,
    /// A consultation that nobody has booked.
    free: bool,
}

/// The same time by another clock.
#[derive(Debug, Serialize)]
pub(super) struct Also {
    pub(super) time: String,
    /// Where that clock hangs; the reader's own where none is named.
    pub(super) city: Option<&'static str>,
}

/// By which clock the lines of a page count.
pub(super) struct Wall<'a> {
    pub(super) zone: ZoneName,
    /// The page is of one edition, which need not be named in each line.
    pub(super) of_edition: bool,
    pub(super) telling: Telling<'a>,
}

impl Wall<'_> {
    /// What is said of one thing.
    pub(super) fn line(&self, item: &Item<'_>) -> Line {
        match item {
            Item::Session(entry) => self.session(entry),
            Item::Consultation(held) => self.consultation(held),
        }
    }

    fn session(&self, entry: &Entry) -> Line {
        let (row, reader) = (&entry.listed.session, self.telling.reader);
        let wall = (row.held_on.and_time(row.starts_local), row.held_on.and_time(row.ends_local));
        let (time, also) = self.times((row.starts_at, row.ends_at), wall, row.time_zone);
        Line {
            time,
            title: entry.listed.title.0.for_reader(reader.language).to_owned(),
            url: entry.path(),
            also,
            edition: (!self.of_edition).then(|| entry.listed.edition.clone()),
            place: row.place.clone(),
            online: row.link.is_some(),
            cancelled: row.cancelled_at.is_some(),
            teaches: !self.of_edition && !matches!(entry.part, Part::Learns(_)),
            consultation: false,
            with: None,
            free: false,
        }
    }

    fn consultation(&self, held: &Held) -> Line {
        let row = &held.slot;
        let wall = (row.held_on.and_time(row.starts_local), row.held_on.and_time(row.ends_local));
        let (time, also) = self.times((row.starts_at, row.ends_at), wall, row.time_zone);
        let names: Vec<String> = held.with.iter().map(PersonName::surname_and_initials).collect();
        Line {
            time,
            title: row.topic.clone().unwrap_or_else(|| self.telling.say("appointments-slot-title")),
            url: Some(held.path()),
            also,
            edition: (!self.of_edition).then(|| held.edition.clone()),
            place: row.place.clone(),
            online: row.link.is_some(),
            cancelled: false,
            teaches: !self.of_edition && held.consults,
            consultation: true,
            free: held.consults && names.is_empty(),
            with: (!names.is_empty()).then(|| names.join(", ")),
        }
    }

    /// By the clock of the page; and by the clock on its own wall where that shows another time, else by the reader's.
    fn times(
        &self,
        (starts_at, ends_at): (Moment, Moment),
        wall: (NaiveDateTime, NaiveDateTime),
        zone: ZoneName,
    ) -> (String, Option<Also>) {
        let reader = self.telling.reader;
        let (from, to) = (starts_at.local(self.zone), ends_at.local(self.zone));
        let also = if wall.0 != from {
            let time = other_hours(reader, from, wall);
            Some(Also { time, city: Some(dates::zone_city(reader.language, zone)) })
        } else {
            let own = (starts_at.local(reader.zone), ends_at.local(reader.zone));
            (own.0 != from).then(|| Also { time: other_hours(reader, from, own), city: None })
        };
        (hours(from, to), also)
    }
}

fn hours(from: NaiveDateTime, to: NaiveDateTime) -> String {
    format!("{}–{}", dates::time(from.time()), dates::time(to.time()))
}

/// The hours by another clock, with the day where it is another one there.
fn other_hours(reader: &Reader, here: NaiveDateTime, (from, to): (NaiveDateTime, NaiveDateTime)) -> String {
    let hours = hours(from, to);
    if from.date() == here.date() {
        hours
    } else {
        format!("{}, {hours}", dates::day(reader.language, from.date()))
    }
}

impl Line {
    pub(super) fn sample(cancelled: bool, also: Option<Also>) -> Line {
        Line {
            time: "05:00–06:30".into(),
            title: "Волонтёр в учреждении: практикум".into(),
            url: Some(paths::SCHEDULE.into()),
            edition: also.as_ref().map(|_| "2-й поток".to_owned()),
            also,
            place: (!cancelled).then(|| "Иркутск, ул. Ленина, 5, ауд. 12".into()),
            online: cancelled,
            cancelled,
            teaches: cancelled,
            consultation: false,
            with: None,
            free: false,
        }
    }

    pub(super) fn sample_consultation() -> Line {
        Line {
            title: "Разбор вашего кейса".into(),
            url: Some(paths::APPOINTMENTS.into()),
            place: None,
            online: true,
            consultation: true,
            with: Some("Ким О. В.".into()),
            ..Line::sample(false, None)
        }
    }
}
