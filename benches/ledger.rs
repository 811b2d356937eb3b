//! The totals of an edition with 1,000 people and 40 sessions, and where one person's number comes from:
//! `cargo bench --bench ledger`. Budget: 50 ms for the totals. The database is SQLite, opened as production opens it;
//! sessions, marks and entries are put into it directly, a tenth of them corrected.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::db::schema::{attendance_marks, sessions};
use birge::db::{Read, Write};
use birge::kernel::{ActivityId, Clock, EnrolmentId, MarkId, Minutes, Moment, Problem, SessionId};
use birge::programmes::rules::{ActivityKind, DeliveryMode, Nature};
use birge::progress::actions::hours::{self, Asked};
use birge::progress::actions::overview;
use birge::progress::store::{NewEntry, SourceKind, add_entry};
use chrono::{NaiveTime, TimeDelta};
use diesel::prelude::*;
use std::time::Instant;
use world::World;

const PEOPLE: usize = 1000;
const SESSIONS: i64 = 40;
const RUNS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), PEOPLE).await;
        fill(&world).await;
        let (edition, now) = (world.edition, Clock::System.now());
        println!("{PEOPLE} people, {SESSIONS} sessions");
        for _ in 0..RUNS {
            let (actor, began) = (world.admin.clone(), Instant::now());
            let job = move |r: &mut Read| hours::edition(r, &actor, (edition, None), now);
            let found = world.db.read(job).await.unwrap();
            println!("totals of {} people {:?}", found.people.len(), began.elapsed());
        }
        for _ in 0..RUNS {
            let (actor, began) = (world.admin.clone(), Instant::now());
            let found = world.db.read(move |r| overview::edition(r, &actor, edition, now)).await.unwrap();
            println!("overview of {} people {:?}", found.people.len(), began.elapsed());
        }
        let one = world.trainees.first().unwrap().enrolment;
        for _ in 0..RUNS {
            let (actor, began) = (world.admin.clone(), Instant::now());
            let job = move |r: &mut Read| hours::trace(r, &actor, (one, Asked::default()), now);
            let found = world.db.read(job).await.unwrap();
            println!("trace of {} entries {:?}", found.entries.len(), began.elapsed());
        }
    });
}

/// Two sessions a day since the edition began, everybody there.
async fn fill(world: &World) {
    let attended: Vec<ActivityId> = [ActivityKind::Session, ActivityKind::Game, ActivityKind::Hackathon]
        .into_iter()
        .flat_map(|kind| world.of_kind(kind).collect::<Vec<_>>())
        .collect();
    let people: Vec<EnrolmentId> = world.trainees.iter().map(|one| one.enrolment).collect();
    for (number, activity) in (0..SESSIONS).zip(attended.iter().cycle().copied()) {
        let (edition, term, people) = (world.edition, world.term, people.clone());
        let job = move |w: &mut Write| -> Result<(), Problem> {
            let starts = NaiveTime::from_hms_opt(if number % 2 == 0 { 9 } else { 13 }, 0, 0).unwrap();
            let ends = starts + TimeDelta::minutes(90);
            let day = term.starts_on + TimeDelta::days(number / 2);
            let (from, to) = (term.zone.instant(day, starts), term.zone.instant(day, ends));
            let session: SessionId = diesel::insert_into(sessions::table)
                .values((
                    sessions::edition_id.eq(edition),
                    sessions::activity_id.eq(activity),
                    sessions::held_on.eq(day),
                    sessions::starts_local.eq(starts),
                    sessions::ends_local.eq(ends),
                    sessions::time_zone.eq(term.zone),
                    sessions::starts_at.eq(from),
                    sessions::ends_at.eq(to),
                    sessions::mode.eq("in_person"),
                    sessions::created_at.eq(from),
                ))
                .returning(sessions::id)
                .get_result(w.conn())?;
            people.iter().try_for_each(|who| mark(w, (session, activity), *who, to))
        };
        world.db.write(job).await.unwrap();
    }
}

fn mark(
    w: &mut Write,
    (session, activity): (SessionId, ActivityId),
    enrolment: EnrolmentId,
    at: Moment,
) -> Result<(), Problem> {
    let mark: MarkId = diesel::insert_into(attendance_marks::table)
        .values((
            attendance_marks::session_id.eq(session),
            attendance_marks::enrolment_id.eq(enrolment),
            attendance_marks::status.eq("present"),
            attendance_marks::presence.eq("in_person"),
            attendance_marks::late_minutes.eq(0),
            attendance_marks::early_minutes.eq(0),
            attendance_marks::minutes.eq(45),
            attendance_marks::revision.eq(1),
            attendance_marks::marked_at.eq(at),
        ))
        .returning(attendance_marks::id)
        .get_result(w.conn())?;
    let entry = NewEntry {
        enrolment,
        activity,
        minutes: Minutes(45),
        nature: Nature::Practice,
        mode: DeliveryMode::InPerson,
        source: SourceKind::Attendance,
        source_id: mark.0,
        at,
    };
    add_entry(w, &entry, 0)?;
    if (enrolment.0 + session.0) % 10 == 0 {
        add_entry(w, &NewEntry { minutes: Minutes(-15), ..entry }, 1)?;
    }
    Ok(())
}
