//! The month of 5,000 sessions and a feed of 500 events: `cargo bench --bench calendars`. Budgets: 50 ms and 20 ms.
//! The database is SQLite, opened as production opens it; sessions are put into it directly.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::attendance::views::Telling;
use birge::calendars::actions;
use birge::calendars::rules::{Frame, Scale};
use birge::calendars::views::CalendarPage;
use birge::db::schema::sessions;
use birge::db::{Read, Write};
use birge::editions::store as editions;
use birge::kernel::{ActivityId, Clock, EditionId, Language, Moment, Problem, ZoneName, dates};
use birge::printing::calendars::{Event, feed};
use birge::programmes::rules::ActivityKind;
use birge::render::{Templates, Words};
use birge::secrets::token_hash;
use birge::web::{Reader, View};
use chrono::{Datelike, NaiveTime};
use diesel::prelude::*;
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;
use world::World;

const MONTH: usize = 5000;
const FEED: usize = 500;
const RUNS: usize = 10;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        month().await;
        subscription().await;
    });
}

/// The page of a month in which everything is held.
async fn month() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::found(folder.path(), 1).await;
    let (edition, zone) = (world.edition, world.term.zone);
    let now = Clock::System.now();
    let first = now.date_in(zone).with_day(1).unwrap();
    let starts = (0..MONTH).map(|number| {
        let day = first + chrono::Days::new((number % 28) as u64);
        let minute = u32::try_from((number / 28) % 600).unwrap();
        (day, NaiveTime::from_hms_opt(8 + minute / 60, minute % 60, 0).unwrap())
    });
    put(&world, starts.collect()).await;
    let words = Arc::new(Words::load().unwrap());
    let templates = Templates::load(words.clone()).unwrap();
    let frame = Frame { scale: Scale::Month, on: first };
    for _ in 0..RUNS {
        let began = Instant::now();
        let read = move |r: &mut birge::db::Read| {
            let found = editions::edition(r, edition)?.ok_or_else(Problem::not_found)?;
            Ok((found, actions::edition_entries(r, edition, frame.span(zone))?))
        };
        let (found, entries) = world.db.read(read).await.unwrap();
        let loaded = began.elapsed();
        let reader = Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now };
        let say = |key: &str| words.text(Language::Ru, key);
        let page =
            CalendarPage::edition(frame, (&found, &entries, &[]), Telling { reader: &reader, say: &say });
        let mut data = serde_json::to_value(&page).unwrap();
        for (name, value) in [("lang", "ru"), ("csrf", "token"), ("form_id", "form")] {
            data[name] = json!(value);
        }
        let html = templates.render(CalendarPage::TEMPLATE, data).unwrap();
        println!(
            "month of {}: {:?}, of which reading {loaded:?}, {} bytes",
            entries.len(),
            began.elapsed(),
            html.len()
        );
    }
}

/// What a program that subscribed is given.
async fn subscription() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::found(folder.path(), 1).await;
    let (now, zone) = (Clock::System.now(), world.term.zone);
    let today = now.date_in(zone);
    let starts = (0..FEED).map(|number| {
        let day = today + chrono::Days::new((number / 2) as u64);
        (day, NaiveTime::from_hms_opt(if number % 2 == 0 { 10 } else { 14 }, 0, 0).unwrap())
    });
    put(&world, starts.collect()).await;
    let trainee = world.actor(world.trainees.first().unwrap().person).await;
    let secret = world.secrets.token();
    let hash = token_hash(&secret);
    let make = move |w: &mut Write| actions::create(w, &trainee, None, &hash, now);
    world.db.write(make).await.unwrap();
    for _ in 0..RUNS {
        let (began, hash) = (Instant::now(), token_hash(&secret));
        let read = move |r: &mut Read| {
            let address = actions::opened(r, &hash)?;
            actions::subscribed(r, &address, now)
        };
        let found = world.db.read(read).await.unwrap();
        let placed = |event: Event| {
            let uid = world.secrets.worldwide(&event.uid);
            event.placed(uid, "https://birge.example")
        };
        let events: Vec<Event> = found.events.into_iter().map(placed).collect();
        let text = feed("Birge", Language::Ru, &events);
        println!("feed of {}: {:?}, {} bytes", events.len(), began.elapsed(), text.len());
    }
}

/// Sessions of an hour and a half, one after the other through the activities that are attended.
async fn put(world: &World, starts: Vec<(chrono::NaiveDate, NaiveTime)>) {
    let activities: Vec<ActivityId> = world.of_kind(ActivityKind::Session).collect();
    let (edition, zone, now) = (world.edition, world.term.zone, Clock::System.now());
    let job = move |w: &mut Write| {
        let mut pairs = starts.iter().zip(activities.iter().cycle());
        pairs.try_for_each(|((day, from), activity)| {
            insert(w, (edition, *activity), zone, ((*day, *from), now))
        })
    };
    world.db.write(job).await.unwrap();
}

fn insert(
    w: &mut Write,
    (edition, activity): (EditionId, ActivityId),
    zone: ZoneName,
    ((day, from), now): ((chrono::NaiveDate, NaiveTime), Moment),
) -> Result<(), Problem> {
    let to = from + chrono::TimeDelta::minutes(90);
    diesel::insert_into(sessions::table)
        .values((
            sessions::edition_id.eq(edition),
            sessions::activity_id.eq(activity),
            sessions::held_on.eq(day),
            sessions::starts_local.eq(from),
            sessions::ends_local.eq(to),
            sessions::time_zone.eq(zone),
            sessions::starts_at.eq(zone.instant(day, from)),
            sessions::ends_at.eq(zone.instant(day, to)),
            sessions::mode.eq("mixed"),
            sessions::place.eq(format!("Ауд. {}", dates::time(from))),
            sessions::link.eq("https://meet.example.org/birge"),
            sessions::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
