//! How quickly a question reaches a hall: `cargo bench --bench live`. 200 phones hold a connection of server-sent
//! events each, over the loopback, on the machine that also serves them; the database is SQLite with every step
//! synced. Each question is opened through the API, and what is measured is the time from sending that request
//! until the last phone has the whole event.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[allow(dead_code, reason = "the load bench uses the rest of it")]
mod world;

use birge::access::SessionKind;
use birge::app::{self, Application, Parts};
use birge::kernel::{Clock, LivePlayerId, LiveQuizId, PersonId};
use birge::live_quizzes::actions::{self, Newcomer, Start};
use birge::live_quizzes::rules::{Settings, StepKind};
use birge::programmes::rules::ActivityKind;
use birge::secrets::{Secrets, TokenClaims};
use birge::web::limits::Limits;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use world::World;

const PHONES: usize = 200;

fn main() {
    birge::telemetry::start_log("warn", "text").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), 10).await;
        let (live_quiz, code, questions) = start(&world).await;
        let players = join(&world, &code).await;
        let address = serve(&world);
        let (tell, mut told) = unbounded_channel();
        for player in players {
            tokio::spawn(phone(address, cookie(&world.secrets, player), code.clone(), tell.clone()));
        }
        everybody(&mut told).await;
        let bearer = bearer(&world, world.admin.person.unwrap()).await;
        let mut trainer = Trainer { stream: TcpStream::connect(address).await.unwrap(), bearer, live_quiz };
        println!("{PHONES} phones, {questions} questions");
        let mut seen = 0;
        for number in 1..=questions {
            for kind in [StepKind::Opened, StepKind::Closed] {
                let sent = Instant::now();
                trainer.step(kind, seen).await;
                seen += 1;
                let mut took: Vec<Duration> =
                    everybody(&mut told).await.into_iter().map(|at| at.duration_since(sent)).collect();
                took.sort_unstable();
                println!(
                    "question {number} {kind:?} · first {:.1?} · half {:.1?} · last {:.1?}",
                    took[0],
                    took[took.len() / 2],
                    took[took.len() - 1]
                );
            }
        }
    });
}

/// Starts a live quiz of the programme's first quiz that has questions for a phone.
async fn start(world: &World) -> (LiveQuizId, String, usize) {
    let (admin, edition, now) = (world.admin.clone(), world.edition, Clock::System.now());
    let activity = world.of_kind(ActivityKind::Quiz).next().unwrap();
    let settings = Settings { seconds: 600, ..Settings::default() };
    let codes = vec!["482915".to_owned()];
    let input = Start { edition, activity, settings, codes: codes.clone(), seed: 1 };
    let id = world.db.write(move |w| actions::start(w, &admin, &input, now)).await.unwrap();
    let fixed = world.db.read(move |r| actions::fixed(r, id)).await.unwrap();
    (id, codes[0].clone(), fixed.rounds.len())
}

async fn join(world: &World, code: &str) -> Vec<LivePlayerId> {
    let (code, now) = (code.to_owned(), Clock::System.now());
    let join = move |w: &mut birge::db::Write| {
        let guest = |number| Newcomer {
            code: code.clone(),
            cookie: None,
            name: format!("Гость {number}"),
            team: None,
        };
        (0..PHONES).map(|number| actions::join(w, None, &guest(number), now)).collect()
    };
    world.db.write(join).await.unwrap()
}

fn cookie(secrets: &Secrets, player: LivePlayerId) -> String {
    let id = player.to_string();
    format!("{id}.{}", secrets.seal("live-player", &id))
}

async fn bearer(world: &World, person: PersonId) -> String {
    let session = world.session(person, SessionKind::Api).await;
    let exp = Clock::System.now().plus_minutes(60).0.timestamp();
    world.secrets.sign(&TokenClaims { session, exp }).unwrap()
}

/// The server as `birge serve` runs it, on threads of its own.
fn serve(world: &World) -> SocketAddr {
    let kit = app::kit(
        Parts {
            db: world.db.clone(),
            clock: Clock::System,
            secrets: Secrets::new([7; 32]),
            settings: birge::web::Settings {
                public_url: "http://127.0.0.1:8080".into(),
                data_dir: world.data_dir.clone(),
                content_dir: "course-content".into(),
                demo: false,
                max_upload: 25 * 1024 * 1024,
                smtp_url: None,
                smtp_ca_file: None,
                mail_from: "Birge <no-reply@birge.example>".into(),
                trusted_proxies: Vec::new(),
            },
            limits: Limits::production(),
        },
        app::Stock::load(birge::printing::custom::Bounds::usual(env!("CARGO_BIN_EXE_birge").into())).unwrap(),
    )
    .unwrap();
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let application =
                Application::on(kit, std::net::TcpListener::bind("127.0.0.1:0").unwrap(), None).unwrap();
            tell.send(application.address).unwrap();
            application.run().await.unwrap();
        });
    });
    told.recv().unwrap()
}

/// Waits until every phone has had one more state; says when each did.
async fn everybody(told: &mut UnboundedReceiver<Instant>) -> Vec<Instant> {
    let mut times = Vec::with_capacity(PHONES);
    while times.len() < PHONES {
        times.push(told.recv().await.unwrap());
    }
    times
}

/// Listens and tells the moment at which each state was there in whole.
async fn phone(address: SocketAddr, cookie: String, code: String, tell: UnboundedSender<Instant>) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET /live/{code}/events HTTP/1.1\r\nhost: load\r\ncookie: birge_live={cookie}\r\n\
         accept: text/event-stream\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut text = Vec::new();
    let (mut events, mut buffer) = (0, vec![0u8; 16 * 1024]);
    loop {
        let read = stream.read(&mut buffer).await.unwrap();
        assert!(read > 0, "the server ended the events: {}", String::from_utf8_lossy(&text));
        text.extend_from_slice(&buffer[..read]);
        let whole = count_states(&text);
        while events < whole {
            events += 1;
            tell.send(Instant::now()).unwrap();
        }
    }
}

/// How many events of a state have ended; each ends with an empty line.
fn count_states(text: &[u8]) -> usize {
    let text = String::from_utf8_lossy(text);
    let begun = text.split("event: state\n").skip(1);
    begun.filter(|event| event.contains("\n\n")).count()
}

/// The trainer's connection to the API.
struct Trainer {
    stream: TcpStream,
    bearer: String,
    live_quiz: LiveQuizId,
}

impl Trainer {
    async fn step(&mut self, kind: StepKind, seen: i32) {
        let live_quiz = self.live_quiz;
        let body = format!("{{\"kind\":\"{}\",\"seen\":{seen}}}", birge::kernel::Word::as_str(kind));
        let request = format!(
            "POST /api/v1/live-quizzes/{live_quiz}/steps HTTP/1.1\r\nhost: load\r\n\
             authorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.bearer,
            body.len()
        );
        self.stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        while !is_whole(&answer) {
            let mut part = vec![0u8; 64 * 1024];
            let read = self.stream.read(&mut part).await.unwrap();
            assert!(read > 0, "the server closed the connection");
            answer.push_str(&String::from_utf8_lossy(&part[..read]));
        }
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

/// Whether an answer has come to its end.
fn is_whole(answer: &str) -> bool {
    let Some((head, body)) = answer.split_once("\r\n\r\n") else { return false };
    let length = head.to_ascii_lowercase();
    let length = length.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
    length.is_some_and(|length: usize| body.len() >= length)
}
