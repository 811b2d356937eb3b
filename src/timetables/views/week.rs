//! A week by days.

use super::Crumb;
use crate::attendance::views::{Telling, mode_key};
use crate::kernel::{PersonName, dates};
use crate::timetables::actions::{Held, Week};
use crate::timetables::rules::week::beside;
use crate::web::{Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// The week of an edition, or of whoever teaches.
#[derive(Debug, Serialize)]
pub struct WeekPage {
    crumbs: Vec<Crumb>,
    period: String,
    city: Option<&'static str>,
    previous_url: String,
    next_url: String,
    today_url: Option<String>,
    new_url: Option<String>,
    /// The same week to look at and to subscribe to.
    calendar_url: String,
    none: bool,
    days: Vec<Day>,
}

#[derive(Debug, Serialize)]
struct Day {
    date: String,
    datetime: String,
    today: bool,
    day_off: Option<String>,
    closed: Vec<String>,
    sessions: Vec<Card>,
}

#[derive(Debug, Serialize)]
struct Card {
    title: String,
    edition: Option<String>,
    time: String,
    starts: String,
    ends: String,
    city: Option<&'static str>,
    place: String,
    trainer: Option<String>,
    url: String,
    edit_url: String,
    cancelled: bool,
}

impl WeekPage {
    /// The week for a reader.
    pub fn new(week: &Week, telling: Telling<'_>) -> WeekPage {
        let (reader, now) = (telling.reader.language, telling.reader.now);
        let zone = week.edition.as_ref().map_or(telling.reader.zone, |edition| edition.time_zone);
        let today = now.date_in(zone);
        let first = week.days.first().copied().unwrap_or(today);
        let last = week.days.last().copied().unwrap_or(today);
        let url = |day: NaiveDate| match &week.edition {
            Some(edition) => paths::edition_week_of(edition.id, day),
            None => paths::week_of(day),
        };
        let (before, after) = beside(first);
        let mut crumbs = Vec::new();
        if let Some(edition) = &week.edition {
            crumbs.push(Crumb { label: edition.title.clone(), url: paths::edition(edition.id) });
            let label = telling.say("attendance-sessions-title");
            crumbs.push(Crumb { label, url: paths::edition_sessions(edition.id) });
        }
        WeekPage {
            crumbs,
            period: dates::period(reader, first, last),
            city: week.edition.as_ref().map(|edition| dates::zone_city(reader, edition.time_zone)),
            previous_url: url(before),
            next_url: url(after),
            today_url: (!week.days.contains(&today)).then(|| url(today)),
            new_url: week.edition.as_ref().map(|edition| paths::new_session(edition.id)),
            calendar_url: paths::calendar_page(
                week.edition.as_ref().map(|edition| edition.id),
                "week",
                first,
            ),
            none: week.sessions.is_empty(),
            days: week.days.iter().map(|day| Day::new(*day, week, today, telling)).collect(),
        }
    }
}

impl Day {
    fn new(day: NaiveDate, week: &Week, today: NaiveDate, telling: Telling<'_>) -> Day {
        let reader = telling.reader.language;
        let closed = week.closed.iter().filter(|closed| closed.holds_on(day));
        let sessions = week.sessions.iter().filter(|held| held.row.held_on == day);
        Day {
            date: dates::day(reader, day),
            datetime: day.to_string(),
            today: day == today,
            day_off: week.calendar.name(day, reader).map(str::to_owned),
            closed: closed
                .map(|one| format!("{}–{}, {}", dates::time(one.starts), dates::time(one.ends), one.what))
                .collect(),
            sessions: sessions.map(|one| Card::new(one, week, telling)).collect(),
        }
    }
}

impl Card {
    fn new(held: &Held, week: &Week, telling: Telling<'_>) -> Card {
        let (row, edition) = (&held.row, &held.edition);
        let reader = telling.reader.language;
        let trainer = row.trainer_id.and_then(|id| week.trainers.get(&id));
        Card {
            title: held.title.for_reader(reader).to_owned(),
            edition: edition.clone(),
            time: format!("{}–{}", dates::time(row.starts_local), dates::time(row.ends_local)),
            starts: dates::time(row.starts_local),
            ends: dates::time(row.ends_local),
            // In the own week every session may have another clock.
            city: edition.as_ref().map(|_| dates::zone_city(reader, row.time_zone)),
            place: row.place.clone().unwrap_or_else(|| telling.say(mode_key(row.mode))),
            trainer: trainer.map(PersonName::surname_and_initials),
            url: paths::session(row.id),
            edit_url: paths::edit_session(row.id),
            cancelled: row.cancelled_at.is_some(),
        }
    }
}

impl View for WeekPage {
    const TEMPLATE: &'static str = "pages/timetables/week";

    fn title(&self) -> Title {
        Title::key("timetables-week-title")
    }

    fn samples() -> Vec<WeekPage> {
        let card = |edition: Option<&str>, cancelled| Card {
            title: "Волонтёр в учреждении".into(),
            edition: edition.map(str::to_owned),
            time: "10:00–11:30".into(),
            starts: "10:00".into(),
            ends: "11:30".into(),
            city: edition.map(|_| "Иркутску"),
            place: "Иркутск, ул. Ленина, 5, ауд. 12".into(),
            trainer: Some("Ким О. В.".into()),
            url: paths::session(crate::kernel::SessionId(1)),
            edit_url: paths::edit_session(crate::kernel::SessionId(1)),
            cancelled,
        };
        let day = |today, sessions| Day {
            date: "ср, 4 ноября".into(),
            datetime: "2026-11-04".into(),
            today,
            day_off: Some("День народного единства".into()),
            closed: vec!["08:00–14:00, Уроки".into()],
            sessions,
        };
        let page = |edition: Option<&str>, days: Vec<Day>| WeekPage {
            crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
            period: "2 ноября – 8 ноября 2026 г.".into(),
            city: edition.is_none().then_some("Иркутску"),
            previous_url: paths::WEEK.into(),
            next_url: paths::WEEK.into(),
            today_url: Some(paths::WEEK.into()),
            new_url: edition.is_none().then(|| paths::WEEK.into()),
            calendar_url: paths::CALENDAR.into(),
            none: days.iter().all(|day| day.sessions.is_empty()),
            days,
        };
        let full = vec![day(true, vec![card(None, false), card(None, true)]), day(false, Vec::new())];
        let own = vec![day(false, vec![card(Some("2-й поток"), false)])];
        vec![page(None, full), page(Some("2-й поток"), own), page(None, vec![day(false, Vec::new())])]
    }
}
