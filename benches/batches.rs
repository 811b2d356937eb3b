//! A batch of documents: `cargo bench --bench batches`. A thousand people of one edition, from pressing the button to the
//! last document issued, to the last PDF in the file store, and to the archive. The database is SQLite, opened as
//! production opens it, and the runner is production's; each run is a training centre of its own.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[expect(dead_code, reason = "the other benches load with many connections")]
mod http;
#[expect(dead_code, reason = "the other benches look at its memory")]
mod server;
#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::access::SessionKind;
use birge::app::{self, Parts, Stock};
use birge::db::schema::{documents, editions, organisations};
use birge::db::{Db, Json};
use birge::document_batches::actions::{self, Start};
use birge::document_batches::rules::State;
use birge::documents::actions::Tools;
use birge::editions::rules::{AttendanceBase, CompletionRule};
use birge::kernel::{Clock, DocumentBatchId, DocumentId, Permille, ZoneName};
use birge::programmes::rules::words::DocumentKind;
use birge::secrets::Secrets;
use birge::web::limits::Limits;
use birge::web::{Kit, Settings, paths};
use chrono::TimeDelta;
use diesel::prelude::*;
use http::{Connection, Run, print_run, timed};
use server::Server;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use world::{KEY, World};

const PEOPLE: usize = 1000;
const RUNS: usize = 3;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let stock =
        Stock::load(birge::printing::custom::Bounds::usual(env!("CARGO_BIN_EXE_birge").into())).unwrap();
    println!("{PEOPLE} people, {RUNS} runs");
    for run in 1..=RUNS {
        let folder = tempfile::tempdir().unwrap();
        runtime.block_on(one(run, folder.path(), stock.clone()));
    }
}

async fn one(run: usize, folder: &Path, stock: Stock) {
    let world = World::found(folder, PEOPLE).await;
    over(&world).await;
    let kit = app::kit(parts(&world), stock).unwrap();
    let runner = app::runner(kit.clone());
    // The letters of enrolment are none of this.
    runner.run_due(Clock::System.now()).await.unwrap();
    let running = runner.start();
    let kit = kit.into_inner();
    let began = Instant::now();
    let batch = start(&world, &kit).await;
    let mut issued = None;
    let mut printed = None;
    loop {
        let (admin, now) = (world.admin.clone(), kit.clock.now());
        let shown = world.db.read(move |r| actions::show(r, &admin, batch, now)).await.unwrap();
        assert!(shown.trouble.is_none(), "{:?}", shown.trouble);
        assert_eq!(shown.listed.tally.refused, 0, "somebody was refused");
        if issued.is_none() && shown.listed.tally.waiting() == 0 {
            issued = Some(began.elapsed());
        }
        if printed.is_none() && count(&world.db).await == i64::try_from(PEOPLE).unwrap() {
            printed = Some(began.elapsed());
        }
        if shown.listed.state == State::Done {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (issued, printed) = (issued.unwrap_or_default(), printed.unwrap_or_default());
    println!("run {run}: issued {issued:.2?}, printed {printed:.2?}, archive {:.2?}", began.elapsed());
    running.stop().await;
    from_store(run, &world).await;
    world.db.close();
}

/// One paper after another out of the store, over HTTP; that it is taken is written down each time.
async fn from_store(run: usize, world: &World) {
    let cookie = world.session(world.admin.person.unwrap(), SessionKind::Browser).await;
    let ids = |r: &mut birge::db::Read| {
        Ok(documents::table
            .order(documents::id)
            .limit(200)
            .select(documents::id)
            .load::<DocumentId>(r.conn())?)
    };
    let ids = world.db.read(ids).await.unwrap();
    let server = Server::start(world);
    let mut connection = Connection::open(server.address).await;
    let mut took = Vec::new();
    for id in ids {
        let path = paths::document_pdf(id);
        let request = format!("GET {path} HTTP/1.1\r\nhost: load\r\ncookie: birge_session={cookie}\r\n\r\n");
        let (answer, time) = timed(connection.send(request.as_bytes())).await;
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        took.push(time);
    }
    let length: Duration = took.iter().sum();
    print_run("a paper out of the store", run, &Run::of(took, length));
}

/// How many papers are in the file store.
async fn count(db: &Db) -> i64 {
    db.read(|r| {
        Ok(documents::table.filter(documents::pdf_sha256.is_not_null()).count().get_result(r.conn())?)
    })
    .await
    .unwrap()
}

/// The edition is over, everybody has met a rule that asks for nothing, and the centre has what papers print.
async fn over(world: &World) {
    let rule = CompletionRule {
        attendance: Permille(0),
        attendance_of: AttendanceBase::default(),
        hours: Permille(0),
        every_quiz: false,
        every_case: false,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    let today = Clock::System.now().date_in(ZoneName::MOSCOW);
    let write = move |w: &mut birge::db::Write| {
        let term = (today - TimeDelta::days(60), today - TimeDelta::days(1));
        diesel::update(editions::table)
            .set((
                editions::starts_on.eq(term.0),
                editions::ends_on.eq(term.1),
                editions::rule.eq(Json(rule)),
            ))
            .execute(w.conn())?;
        diesel::update(organisations::table)
            .set((
                organisations::city.eq("г. Иркутск"),
                organisations::head_post.eq("Директор"),
                organisations::head_name.eq("И. П. Рябинина"),
            ))
            .execute(w.conn())?;
        Ok(())
    };
    world.db.write(write).await.unwrap();
}

async fn start(world: &World, kit: &Arc<Kit>) -> DocumentBatchId {
    let (admin, tooling, now) = (world.admin.clone(), kit.clone(), kit.clock.now());
    let input = Start {
        edition: world.edition,
        enrolments: world.trainees.iter().map(|one| one.enrolment).collect(),
        issued_on: None,
        kind: Some(DocumentKind::ParticipationCertificate),
        qualification: None,
        despite: Some("Замер".to_owned()),
    };
    let write = move |w: &mut birge::db::Write| actions::start(w, &admin, &Tools::of(&tooling), &input, now);
    world.db.write(write).await.unwrap()
}

fn parts(world: &World) -> Parts {
    Parts {
        db: world.db.clone(),
        clock: Clock::System,
        secrets: Secrets::new(KEY),
        settings: Settings {
            public_url: "https://birge.example".into(),
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
    }
}
