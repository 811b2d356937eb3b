//! What an exam costs: `cargo bench --bench quiz`. A quiz of 20 questions of the shipped course, 1,000 trainees in
//! it at once; the server is `birge serve`, a process of its own on the same machine, on SQLite with every answer
//! synced. Measured are the page of the quiz, what an answered question takes on the disk, and the minute in
//! which everybody hands in.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

mod http;
mod server;
#[expect(dead_code, reason = "the load bench uses the rest of it")]
mod world;

use birge::access::SessionKind;
use birge::db::{Json, Read, Write};
use birge::kernel::{AttemptId, Clock, QuestionId};
use birge::programmes::rules::ActivityKind;
use birge::programmes::rules::quiz::QuizSettings;
use birge::questions::rules::{Question, Response, right_response};
use birge::quizzes::rules::draft::{Password, SectionInput, SetupInput};
use birge::quizzes::rules::setup::{Section, Settings, Source};
use birge::quizzes::{actions as quizzes, store};
use birge::web::paths;
use http::{Connection, Run, print_run, timed, together};
use server::Server;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use world::{Seat, World};

const PEOPLE: usize = 1000;
const QUESTIONS: usize = 20;
const MINUTE: Duration = Duration::from_secs(60);

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), PEOPLE).await;
        let questions = set(&world).await;
        let seats = world.seats(PEOPLE).await;
        let server = Server::start(&world);
        pages(&world, &seats, server.address).await;
        storage(&world, &seats, &questions).await;
        submissions(&seats, &questions, server.address).await;
        everybody_is_handed_in(&world, &seats).await;
        server.print_memory("after it all");
    });
}

/// Sets the first quiz of the edition: 20 questions from all over the programme.
async fn set(world: &World) -> Vec<(QuestionId, Question)> {
    let mut pool = Vec::new();
    for quiz in world.of_kind(ActivityKind::Quiz) {
        pool.extend(world.db.read(move |r| store::questions(r, quiz)).await.unwrap());
    }
    pool.truncate(QUESTIONS);
    let ids = pool.iter().map(|(id, _)| *id).collect();
    let section = Section { title: String::new(), source: Source::Fixed { questions: ids } };
    // Open from the first day, so that nobody has to read lessons before.
    let settings = Settings {
        quiz: QuizSettings { diagnostic: true, ..QuizSettings::default() },
        ..Settings::default()
    };
    let sections = vec![SectionInput::Known(section)];
    let input = SetupInput { settings, sections, password: Password::Keep };
    let key = (world.edition, world.of_kind(ActivityKind::Quiz).next().unwrap());
    let (admin, now) = (world.admin.clone(), Clock::System.now());
    world.db.write(move |w| quizzes::set(w, &admin, key, (&input, None), now)).await.unwrap();
    pool
}

/// The page of the quiz, one reader at a time: first everybody's once, then one and the same again and again.
async fn pages(world: &World, seats: &[Seat], address: SocketAddr) {
    let mut requests = Vec::new();
    for (seat, trainee) in seats.iter().zip(&world.trainees) {
        let cookie = world.session(trainee.person, SessionKind::Browser).await;
        let path = paths::attempt(seat.attempt);
        let request = format!("GET {path} HTTP/1.1\r\nhost: load\r\ncookie: birge_session={cookie}\r\n\r\n");
        requests.push(request.into_bytes());
    }
    let mut connection = Connection::open(address).await;
    let again = vec![requests[0].clone(); PEOPLE];
    for (name, requests) in [("everybody's once", requests), ("one again", again)] {
        let (mut took, began) = (Vec::new(), Instant::now());
        for request in &requests {
            let (answer, time) = timed(connection.send(request)).await;
            assert_eq!(answer.status, 200);
            took.push(time);
        }
        print_run(&format!("quiz page of {QUESTIONS} questions, {name}"), 1, &Run::of(took, began.elapsed()));
    }
}

/// What the database grows by when everybody answers every question once but the last.
async fn storage(world: &World, seats: &[Seat], questions: &[(QuestionId, Question)]) {
    let before = size(world).await;
    let mut text = 0;
    for (seat, trainee) in seats.iter().zip(&world.trainees) {
        let actor = world.actor(trainee.person).await;
        let answers: Vec<_> = questions[1..].iter().map(|(id, one)| (*id, answer_to(one))).collect();
        text += answers.iter().map(|(_, answer)| answer.to_json().to_string().len()).sum::<usize>();
        let page = quizzes::PageInput {
            attempt: seat.attempt,
            sequence: 0,
            answers,
            check: None,
            flags: Vec::new(),
        };
        let job = move |w: &mut Write| quizzes::answer_page(w, &actor, &page, Clock::System.now());
        world.db.write(job).await.unwrap();
    }
    let answers = PEOPLE * (QUESTIONS - 1);
    let grown = size(world).await - before;
    println!(
        "{answers} answers · {} bytes each in the database, of them {} the answer itself",
        grown / answers,
        text / answers
    );
}

/// Bytes of the database that hold something.
async fn size(world: &World) -> usize {
    let used = |r: &mut Read| {
        use diesel::prelude::*;
        use diesel::sql_types::BigInt;
        let pages = "(SELECT page_count FROM pragma_page_count()) - (SELECT freelist_count FROM pragma_freelist_count())";
        let bytes = format!("({pages}) * (SELECT page_size FROM pragma_page_size())");
        Ok(diesel::select(diesel::dsl::sql::<BigInt>(&bytes)).get_result::<i64>(r.conn())?)
    };
    usize::try_from(world.db.read(used).await.unwrap()).unwrap()
}

fn answer_to(question: &Question) -> Response {
    right_response(&question.answer).unwrap_or(Response::Scale(4))
}

/// Everybody answers the last open question and hands in, each at a moment of their own within the same minute.
async fn submissions(seats: &[Seat], questions: &[(QuestionId, Question)], address: SocketAddr) {
    let (question, answer) = (questions[0].0, answer_to(&questions[0].1).to_json());
    let began = Instant::now();
    let hand_in = |(number, seat): (usize, &Seat)| {
        // Scattered over the minute, so that now and then many come together.
        let scattered =
            (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 33;
        let at = began + Duration::from_millis(scattered % 60_000);
        let body =
            format!("{{\"question_id\":{question},\"sequence\":{},\"response\":{answer}}}", QUESTIONS - 1);
        let save = post(seat, "answers", &body);
        let submit = post(seat, "submission", "");
        async move {
            tokio::time::sleep_until(at.into()).await;
            let mut connection = Connection::open(address).await;
            let (saved, first) = timed(connection.send(&save)).await;
            assert_eq!(saved.status, 200, "{}", String::from_utf8_lossy(&saved.body));
            let (handed_in, second) = timed(connection.send(&submit)).await;
            assert_eq!(handed_in.status, 200, "{}", String::from_utf8_lossy(&handed_in.body));
            vec![first, second]
        }
    };
    let took = together(seats.iter().enumerate().map(hand_in).collect()).await;
    let part = |which: usize| took.iter().map(|times| times[which]).collect();
    print_run("last answer, everybody in one minute", 1, &Run::of(part(0), MINUTE));
    print_run("handing in, everybody in one minute", 1, &Run::of(part(1), MINUTE));
}

fn post(seat: &Seat, what: &str, body: &str) -> Vec<u8> {
    let request = format!(
        "POST /api/v1/attempts/{}/{what} HTTP/1.1\r\nhost: load\r\nauthorization: Bearer {}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        seat.attempt,
        seat.bearer,
        body.len()
    );
    request.into_bytes()
}

/// Nothing was lost: every attempt is handed in with every question answered.
async fn everybody_is_handed_in(world: &World, seats: &[Seat]) {
    let ids: Vec<AttemptId> = seats.iter().map(|seat| seat.attempt).collect();
    let check = move |r: &mut Read| {
        for id in ids {
            let Json(asked) =
                store::attempt(r, id)?.filter(|row| row.submitted_at.is_some()).unwrap().question_ids;
            assert_eq!(store::steps(r, id)?.len(), asked.len(), "{id}");
        }
        Ok(())
    };
    world.db.read(check).await.unwrap();
    println!("{} attempts handed in, {} answers in each", seats.len(), QUESTIONS);
}
