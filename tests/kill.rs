//! `kill -9` under load: the real program on a SQLite data folder is killed again and again while 32 trainees
//! answer. Whatever was confirmed is there afterwards. `BIRGE_KILLS=200` makes it as hard as promised.

#[path = "../benches/world.rs"]
#[expect(dead_code, reason = "the benches use the rest of it")]
mod world;

use crate::support::ports::address_of_its_own;
use birge::db::{Db, OpenOptions};
use birge::kernel::{AttemptId, Clock, Minutes};
use birge::programmes::rules::ActivityKind;
use birge::programmes::rules::quiz::QuizSettings;
use birge::quizzes::rules::draft::{Password, SetupInput};
use birge::quizzes::rules::setup::Settings;
use birge::quizzes::{actions as quizzes, store};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use world::{Seat, World};

const CLIENTS: usize = 32;

/// An answer that the server has confirmed: the number of its step, and what was answered.
type Confirmed = (i32, u64);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::print_stderr, reason = "how much was confirmed is what the run is for")]
async fn every_confirmed_answer_survives_kill_9() {
    let kills = kills();
    let folder = tempfile::tempdir().unwrap();
    let world = World::found(folder.path(), CLIENTS).await;
    let seats = world.seats(CLIENTS).await;
    world.db.close();
    let address = address_of_its_own();
    let over = Arc::new(AtomicBool::new(false));
    let answering = |seat: &Seat| tokio::spawn(answer_on(address, seat.clone(), over.clone()));
    let trainees: Vec<_> = seats.iter().map(answering).collect();
    for _ in 0..kills {
        let mut server = serve(folder.path(), address);
        until_ready(address).await;
        let moment = u64::from(u16::from_le_bytes(world.secrets.bytes())) % 400;
        tokio::time::sleep(Duration::from_millis(30 + moment)).await;
        server.kill().unwrap();
        server.wait().unwrap();
    }
    over.store(true, Ordering::Relaxed);
    let url = format!("sqlite://{}", folder.path().join("birge.db").display());
    let db = Db::open(&url, OpenOptions::default()).unwrap();
    let mut confirmed = 0;
    for (seat, trainee) in seats.iter().zip(trainees) {
        let answers = trainee.await.unwrap();
        confirmed += answers.len();
        all_there(&db, seat.attempt, &answers).await;
    }
    eprintln!("{kills} kills, {confirmed} confirmed answers, none lost");
    assert!(confirmed > 0, "nothing was confirmed between {kills} kills");
}

#[expect(clippy::disallowed_methods, reason = "the one setting of this test")]
fn kills() -> usize {
    std::env::var("BIRGE_KILLS").map_or(5, |text| text.parse().unwrap())
}

const EXAM: usize = 200;
/// How long the exam lasts, in seconds: the shortest limit a quiz can have, so that a slow machine gets to kill
/// the server four times before it is over.
const EXAM_SECONDS: u64 = 60;
/// How many answers must have been confirmed since the last start before the server is killed again.
const BETWEEN_KILLS: usize = 100;

/// A timed exam of 200 people whose server is killed in the middle and whose time runs out while it is down.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::print_stderr, reason = "how much was confirmed is what the run is for")]
async fn everybody_in_a_timed_exam_is_handed_in_as_of_the_deadline_after_kill_9() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::found(folder.path(), EXAM).await;
    let began = Instant::now();
    let seats = exam(&world).await;
    world.db.close();
    let address = address_of_its_own();
    let (over, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let sitting = |seat: &Seat| tokio::spawn(sit(address, seat.clone(), over.clone(), count.clone()));
    let trainees: Vec<_> = seats.iter().map(sitting).collect();
    let deadline = began + Duration::from_secs(EXAM_SECONDS);
    for _ in 0..4 {
        let mut server = serve(folder.path(), address);
        until_ready(address).await;
        let before = count.load(Ordering::Relaxed);
        while count.load(Ordering::Relaxed) < before + BETWEEN_KILLS && Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        server.kill().unwrap();
        server.wait().unwrap();
    }
    // Nothing runs while the time runs out; the next start finds every deadline behind it.
    tokio::time::sleep_until((deadline + Duration::from_secs(1)).into()).await;
    let mut server = serve(folder.path(), address);
    until_ready(address).await;
    let url = format!("sqlite://{}", folder.path().join("birge.db").display());
    let db = Db::open(&url, OpenOptions::default()).unwrap();
    let since = Instant::now();
    while !all_handed_in(&db, &seats).await {
        assert!(since.elapsed() < Duration::from_secs(300), "somebody was not handed in");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    over.store(true, Ordering::Relaxed);
    let mut confirmed = 0;
    for (seat, trainee) in seats.iter().zip(trainees) {
        let answers = trainee.await.unwrap();
        confirmed += answers.len();
        all_there(&db, seat.attempt, &answers).await;
        let id = seat.attempt;
        let row = db.read(move |r| store::attempt(r, id)).await.unwrap().unwrap();
        assert_eq!(row.submitted_at, row.due_at, "as of the deadline");
        assert!(row.submitted_by_clock && row.result.is_some());
    }
    server.kill().unwrap();
    server.wait().unwrap();
    eprintln!(
        "{EXAM} people, {confirmed} confirmed answers, none lost, everybody handed in as of the deadline"
    );
    assert!(confirmed > 0, "nothing was confirmed");
}

/// Sits everybody down for a minute that begins now.
async fn exam(world: &World) -> Vec<Seat> {
    let quiz = world.of_kind(ActivityKind::Quiz).next().unwrap();
    let (admin, edition, now) = (world.admin.clone(), world.edition, Clock::System.now());
    let minute = QuizSettings { diagnostic: true, time_limit: Some(Minutes(1)), ..QuizSettings::default() };
    let settings = Settings { quiz: minute, ..Settings::default() };
    let input = SetupInput { settings, sections: Vec::new(), password: Password::Keep };
    let set = move |w: &mut birge::db::Write| quizzes::set(w, &admin, (edition, quiz), (&input, None), now);
    world.db.write(set).await.unwrap();
    world.seats_begun(EXAM, now).await
}

async fn all_handed_in(db: &Db, seats: &[Seat]) -> bool {
    let ids: Vec<AttemptId> = seats.iter().map(|seat| seat.attempt).collect();
    let read = move |r: &mut birge::db::Read| {
        ids.iter().map(|id| store::attempt(r, *id)).collect::<Result<Vec<_>, _>>()
    };
    db.read(read).await.unwrap().iter().flatten().all(|row| row.submitted_at.is_some())
}

/// Answers like [`answer_on`], until the time is up.
async fn sit(
    address: SocketAddr,
    seat: Seat,
    over: Arc<AtomicBool>,
    count: Arc<AtomicUsize>,
) -> Vec<Confirmed> {
    let client = reqwest::Client::new();
    let url = format!("http://{address}/api/v1/attempts/{}/answers", seat.attempt);
    let (mut confirmed, mut sequence) = (Vec::new(), 0);
    while !over.load(Ordering::Relaxed) {
        let response = (u64::try_from(sequence).unwrap() + seat.attempt.0.unsigned_abs()) % 5 + 1;
        let body = json!({ "question_id": seat.question, "sequence": sequence, "response": response });
        match sent(client.post(&url).bearer_auth(&seat.bearer).json(&body)).await {
            Some((StatusCode::OK, saved)) => {
                sequence = i32::try_from(saved["sequence"].as_i64().unwrap()).unwrap();
                confirmed.push((sequence, response));
                count.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Some((StatusCode::CONFLICT, _)) => break,
            Some((status, said)) => panic!("{status}: {said}"),
            None => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
    confirmed
}

fn serve(data_dir: &Path, address: SocketAddr) -> Child {
    Command::new(env!("CARGO_BIN_EXE_birge"))
        .args(["serve", "--log", "error", "--listen", &address.to_string(), "--data-dir"])
        .arg(data_dir)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

async fn until_ready(address: SocketAddr) {
    let (url, since) = (format!("http://{address}/health/ready"), Instant::now());
    while !reqwest::get(&url).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(since.elapsed() < Duration::from_secs(180), "the server does not come back");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Answers one question over and over; what was not confirmed is sent again, as a browser would.
async fn answer_on(address: SocketAddr, seat: Seat, over: Arc<AtomicBool>) -> Vec<Confirmed> {
    let client = reqwest::Client::new();
    let url = format!("http://{address}/api/v1/attempts/{}/answers", seat.attempt);
    let (mut confirmed, mut sequence) = (Vec::new(), 0);
    while !over.load(Ordering::Relaxed) {
        let response = (u64::try_from(sequence).unwrap() + seat.attempt.0.unsigned_abs()) % 5 + 1;
        let body = json!({ "question_id": seat.question, "sequence": sequence, "response": response });
        let request = client.post(&url).bearer_auth(&seat.bearer).json(&body);
        let Some((status, saved)) = sent(request).await else {
            tokio::time::sleep(Duration::from_millis(5)).await;
            continue;
        };
        assert_eq!(status, StatusCode::OK, "{saved}");
        sequence = i32::try_from(saved["sequence"].as_i64().unwrap()).unwrap();
        confirmed.push((sequence, response));
    }
    confirmed
}

/// The whole answer, or nothing when the server went away before its end.
async fn sent(request: reqwest::RequestBuilder) -> Option<(StatusCode, Value)> {
    let answer = request.send().await.ok()?;
    let status = answer.status();
    Some((status, answer.json().await.ok()?))
}

/// Every confirmed answer is the step it was confirmed as, and no step is missing between them.
async fn all_there(db: &Db, attempt: AttemptId, confirmed: &[Confirmed]) {
    let steps = db.read(move |r| store::steps(r, attempt)).await.unwrap();
    let numbers: Vec<i32> = steps.iter().map(|step| step.sequence).collect();
    assert_eq!(numbers, (1..=i32::try_from(steps.len()).unwrap()).collect::<Vec<_>>());
    let kept: BTreeMap<i32, &Value> = steps.iter().map(|step| (step.sequence, &step.response.0)).collect();
    for (sequence, response) in confirmed {
        assert_eq!(kept.get(sequence), Some(&&json!(response)), "attempt {attempt}, step {sequence}");
    }
}
