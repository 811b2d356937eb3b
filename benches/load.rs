//! How much the product bears, each budget on its own: `cargo bench --bench load -- course answer arrival roll
//! certificate start`, or without names all of them. The server is `birge serve` as production runs it, in a
//! process of its own on the same machine; the database is SQLite with every answer synced.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

mod http;
mod server;
mod world;

use birge::access::SessionKind;
use birge::attendance::actions::{self as attendance, Line, RollCall};
use birge::attendance::rules::{Booking, Mark, Presence, SessionMode, Status};
use birge::attendance::store::sessions as attended;
use birge::check_in::actions as check_in;
use birge::check_in::rules::{Opening, code};
use birge::db::Write;
use birge::documents::actions::papers::print_batch;
use birge::kernel::{Clock, Minutes, SessionId};
use birge::lessons::actions as lessons;
use birge::printing::Typesetter;
use birge::programmes::rules::{ActivityKind, DocumentKind};
use birge::secrets::{Secrets, TokenClaims};
use birge::web::paths;
use chrono::TimeDelta;
use http::{Connection, Run, print_run, timed, together};
use server::Server;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use world::{Seat, World};

const RUNS: usize = 3;
const RUN: Duration = Duration::from_secs(5);

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|one| one == name);
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        if wants("certificate") {
            certificates();
        }
        let world = World::found(folder.path(), 1000).await;
        let server = Server::start(&world);
        let address = server.address;
        println!(
            "{} people, {} activities; {RUNS} runs of {RUN:?}",
            world.trainees.len(),
            world.activities.len()
        );
        server.print_memory("before load");
        if wants("course") {
            course(&world, address).await;
        }
        if wants("answer") {
            answers(&world, address).await;
        }
        if wants("arrival") {
            arrivals(&world, address).await;
        }
        if wants("roll") {
            rolls(&world).await;
        }
        server.print_memory("after load");
        drop(server);
        if wants("start") {
            starts(&world).await;
        }
    });
}

/// A course page with every activity of the programme, 32 readers at once: first each reads the same page again
/// and again, then 32 connections read the pages of everybody in turn, far more than the program remembers.
async fn course(world: &World, address: SocketAddr) {
    let mut requests = Vec::new();
    for trainee in &world.trainees {
        let actor = world.actor(trainee.person).await;
        for activity in world.of_kind(ActivityKind::Lesson).take(4) {
            let (actor, which) = (actor.clone(), lessons::Which { enrolment: trainee.enrolment, activity });
            // Lessons behind a session stay locked; the others are read.
            let _ = world.db.write(move |w| lessons::mark_read(w, &actor, which, Clock::System.now())).await;
        }
        let cookie = world.session(trainee.person, SessionKind::Browser).await;
        let path = paths::course(trainee.enrolment);
        let request = format!("GET {path} HTTP/1.1\r\nhost: load\r\ncookie: birge_session={cookie}\r\n\r\n");
        requests.push(request.into_bytes());
    }
    let again: Vec<_> = requests.iter().take(32).map(|request| vec![request.clone()]).collect();
    let in_turn: Vec<_> = requests.chunks(requests.len().div_ceil(32)).map(<[_]>::to_vec).collect();
    for (name, readers) in [("read again", again), ("everybody's in turn", in_turn)] {
        for number in 1..=RUNS {
            let work = readers.iter().map(|requests| page_reader(address, requests.clone())).collect();
            let name = format!("course page, 32 connections, {name}");
            print_run(&name, number, &Run::of(together(work).await.concat(), RUN));
        }
    }
}

async fn page_reader(address: SocketAddr, requests: Vec<Vec<u8>>) -> Vec<Duration> {
    let mut connection = Connection::open(address).await;
    let (mut took, until) = (Vec::new(), Instant::now() + RUN);
    for request in requests.iter().cycle() {
        if Instant::now() >= until {
            break;
        }
        let (answer, time) = timed(connection.send(request)).await;
        assert!(answer.status == 200 && answer.body.ends_with(b"</html>\n"), "{}", answer.status);
        took.push(time);
    }
    took
}

/// Answers to one question, each on disk before it is confirmed, 64 trainees at once.
async fn answers(world: &World, address: SocketAddr) {
    let seats = world.seats(64).await;
    let mut sequences = vec![0; seats.len()];
    for number in 1..=RUNS {
        let sitting = |(seat, from): (&Seat, &i32)| trainee(address, seat.clone(), *from);
        let work = seats.iter().zip(&sequences).map(sitting).collect();
        let before: Vec<Vec<Duration>> = together(work).await;
        for (sequence, took) in sequences.iter_mut().zip(&before) {
            *sequence += i32::try_from(took.len()).unwrap();
        }
        print_run("quiz answer, 64 in flight", number, &Run::of(before.concat(), RUN));
    }
}

async fn trainee(address: SocketAddr, seat: Seat, mut sequence: i32) -> Vec<Duration> {
    let mut connection = Connection::open(address).await;
    let (mut took, until) = (Vec::new(), Instant::now() + RUN);
    while Instant::now() < until {
        let body = format!(
            "{{\"question_id\":{},\"sequence\":{sequence},\"response\":{}}}",
            seat.question,
            sequence % 5 + 1
        );
        let request = format!(
            "POST /api/v1/attempts/{}/answers HTTP/1.1\r\nhost: load\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            seat.attempt,
            seat.bearer,
            body.len()
        );
        let (answer, time) = timed(connection.send(request.as_bytes())).await;
        sequence += 1;
        let expected = format!("{{\"sequence\":{sequence}}}");
        assert!(answer.status == 200 && answer.body == expected.as_bytes(), "{}", answer.status);
        took.push(time);
    }
    took
}

/// Everybody marks themselves by the code of the projector, 64 at once, each mark on disk before it is confirmed:
/// a run is forty sessions of all people, so that everybody arrives at each of them once.
async fn arrivals(world: &World, address: SocketAddr) {
    let mut bearers = Vec::new();
    for trainee in &world.trainees {
        let session = world.session(trainee.person, SessionKind::Api).await;
        let exp = Clock::System.now().plus_minutes(60).0.timestamp();
        bearers.push(world.secrets.sign(&TokenClaims { session, exp }).unwrap());
    }
    for number in 1..=RUNS {
        let sessions = open_sessions(world, number).await;
        let queues = bearers.chunks(bearers.len().div_ceil(64));
        let coming = |few: &[String]| {
            let secrets = Secrets::new(world::KEY);
            people(address, secrets, few.to_vec(), sessions.clone())
        };
        let work = queues.map(coming).collect();
        let (took, time) = timed(together(work)).await;
        print_run("check-in, 64 in flight", number, &Run::of(took.concat(), time));
        let marked = world.db.read(move |r| attended::marked(r, &sessions)).await.unwrap();
        assert!(marked.iter().all(|(_, people)| *people == 1000), "somebody is missing");
    }
}

/// Forty sessions of today whose check-in is open.
async fn open_sessions(world: &World, run: usize) -> Vec<SessionId> {
    let activities: Vec<_> =
        world.activities.iter().filter(|(kind, _)| !kind.has_text()).map(|(_, id)| *id).collect();
    let mut sessions = Vec::new();
    for (number, activity) in activities.iter().cycle().take(40).enumerate() {
        let booking = Booking {
            activity: *activity,
            held_on: Clock::System.now().date_in(world.term.zone),
            starts: "00:00:00".parse().unwrap(),
            ends: "23:59:00".parse().unwrap(),
            mode: SessionMode::InPerson,
            place: Some(format!("Зал {run}-{number}")),
            link: None,
            trainer: None,
        };
        let (admin, edition, now) = (world.admin.clone(), world.edition, Clock::System.now());
        let open = move |w: &mut Write| {
            // Everybody is at all of them at once.
            let despite = (&booking, Some("нагрузка"));
            let session = attendance::book_despite(w, &admin, edition, despite, now)?;
            let opening = Opening::usual(SessionMode::InPerson);
            check_in::open(w, &admin, session, (&opening, "42"), now)?;
            Ok(session)
        };
        sessions.push(world.db.write(open).await.unwrap());
    }
    sessions
}

/// Some people, one after another on one connection, at one session after another.
async fn people(
    address: SocketAddr,
    secrets: Secrets,
    bearers: Vec<String>,
    sessions: Vec<SessionId>,
) -> Vec<Duration> {
    let mut connection = Connection::open(address).await;
    let mut took = Vec::new();
    for session in sessions {
        for bearer in &bearers {
            let message = code::message(session, Presence::InPerson, code::step(Clock::System.now()));
            let body = format!("{{\"code\":\"{}\"}}", check_in::code_of(&secrets)(&message));
            let request = format!(
                "POST /api/v1/sessions/{session}/arrivals HTTP/1.1\r\nhost: load\r\nauthorization: Bearer {bearer}\r\n\
                 content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            );
            let (answer, time) = timed(connection.send(request.as_bytes())).await;
            assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
            took.push(time);
        }
    }
    took
}

/// A sheet of a thousand people, saved in one transaction.
async fn rolls(world: &World) {
    let activity = world.of_kind(ActivityKind::Session).next().unwrap();
    let mut took = Vec::new();
    for day in 1..=5 {
        let booking = Booking {
            activity,
            held_on: world.term.starts_on + TimeDelta::days(day),
            starts: "10:00:00".parse().unwrap(),
            ends: "11:30:00".parse().unwrap(),
            mode: SessionMode::InPerson,
            place: Some("Большой зал".into()),
            link: None,
            trainer: None,
        };
        let (admin, edition, now) = (world.admin.clone(), world.edition, Clock::System.now());
        let session =
            world.db.write(move |w| attendance::book(w, &admin, edition, &booking, now)).await.unwrap();
        let (admin, sheet) = (world.admin.clone(), sheet(world));
        let work = world.db.write(move |w| attendance::mark(w, &admin, session, &sheet, now));
        let (saved, time) = timed(work).await;
        assert_eq!(saved.unwrap().first, world.trainees.len());
        took.push(time);
    }
    for (number, time) in took.iter().enumerate() {
        println!("roll call of {} people · run {} · {time:.1?}", world.trainees.len(), number + 1);
    }
}

fn sheet(world: &World) -> RollCall {
    let line = |(number, trainee): (usize, &world::Trainee)| {
        let (status, late) =
            if number % 10 == 0 { (Status::Late, Minutes(10)) } else { (Status::Present, Minutes::ZERO) };
        let mark = Mark { late, ..Mark::of(status, Presence::InPerson) };
        Line { enrolment: trainee.enrolment, seen: 0, mark }
    };
    RollCall { lines: world.trainees.iter().enumerate().map(line).collect(), reason: None }
}

/// Documents printed one after another on one core.
fn certificates() {
    let typesetter = Typesetter::new().unwrap();
    for kind in [DocumentKind::AdvancedTrainingCertificate, DocumentKind::ParticipationCertificate] {
        for number in 1..=RUNS {
            let started = Instant::now();
            let bytes = print_batch(&typesetter, kind, 300).unwrap();
            let rate = 300.0 / started.elapsed().as_secs_f64();
            println!("{kind:?} · run {number} · 300 papers · {rate:.0}/s · {} KB each", bytes / 300 / 1024);
        }
    }
}

/// From the start of the program on the folder of this load to its first answer.
async fn starts(world: &World) {
    let bytes = std::fs::metadata(world.data_dir.join("birge.db")).unwrap().len();
    for number in 1..=5 {
        let started = Instant::now();
        let server = Server::start(world);
        let ready = b"GET /health/ready HTTP/1.1\r\nhost: load\r\n\r\n";
        let answer = Connection::open(server.address).await.send(ready).await;
        let (status, size, took) = (answer.status, bytes / 1_000_000, started.elapsed());
        println!("first answer ({status}) on {size} MB · run {number} · {took:.0?}");
    }
}
