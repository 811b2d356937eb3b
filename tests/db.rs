//! The database room: group commit, refusals, recovery. Schema and migrations are in `migrations.rs`.

use crate::support::database::{TestDatabase, engine, options};
use birge::db::{Db, Engine, OpenError, OpenOptions, Write};
use birge::kernel::{Problem, ProblemCode};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use tokio::task::JoinHandle;

diesel::table! {
    notes (id) {
        id -> BigInt,
        text -> Text,
    }
}

async fn with_notes(options: OpenOptions) -> TestDatabase {
    let database = TestDatabase::with(engine(), options);
    let table = "CREATE TABLE notes (id BIGINT PRIMARY KEY, text TEXT NOT NULL UNIQUE)";
    database.db.write(move |w| Ok(w.conn().batch_execute(table)?)).await.unwrap();
    database
}

fn note(w: &mut Write, id: i64, text: &str) -> Result<(), Problem> {
    diesel::insert_into(notes::table).values((notes::id.eq(id), notes::text.eq(text))).execute(w.conn())?;
    Ok(())
}

async fn texts(db: &Db) -> Vec<String> {
    db.read(|r| Ok(notes::table.select(notes::text).order(notes::id).load(r.conn())?)).await.unwrap()
}

fn writing(
    db: &Db,
    mut work: impl FnMut(&mut Write) -> Result<(), Problem> + Send + 'static,
) -> JoinHandle<Result<(), Problem>> {
    let db = db.clone();
    tokio::spawn(async move { db.write(move |w| work(w)).await })
}

/// A job that is running and holds its thread until it is let go.
struct Held {
    go: Sender<()>,
    job: JoinHandle<Result<(), Problem>>,
}

impl Held {
    async fn start(db: &Db) -> Held {
        let (started, is_running) = channel();
        let (go, wait) = channel();
        let job = writing(db, holding(started, wait));
        tokio::task::spawn_blocking(move || is_running.recv().unwrap()).await.unwrap();
        Held { go, job }
    }

    async fn let_go(self) {
        self.go.send(()).unwrap();
        self.job.await.unwrap().unwrap();
    }
}

fn holding(started: Sender<()>, wait: Receiver<()>) -> impl FnMut(&mut Write) -> Result<(), Problem> + Send {
    move |_| {
        started.send(()).unwrap();
        wait.recv().unwrap();
        Ok(())
    }
}

/// Gives spawned tasks the time to reach the queue.
async fn queued() {
    tokio::time::sleep(Duration::from_millis(100)).await;
}

#[tokio::test]
async fn in_one_commit_a_job_that_fails_or_panics_undoes_itself_alone() {
    let one_thread = OpenOptions { connections: 1, ..options() };
    let database = with_notes(one_thread).await;
    let held = Held::start(&database.db).await;
    let first = writing(&database.db, |w| note(w, 1, "first"));
    queued().await;
    let refused = writing(&database.db, |w| {
        note(w, 2, "changed my mind")?;
        Err(Problem::new(ProblemCode::EditionFull))
    });
    let twice = writing(&database.db, |w| note(w, 3, "first"));
    let panics = writing(&database.db, |w| {
        w.conn().transaction(|conn| {
            diesel::insert_into(notes::table)
                .values((notes::id.eq(4), notes::text.eq("deep")))
                .execute(conn)?;
            if notes::table.count().get_result::<i64>(conn)? > 0 {
                panic!("two levels down")
            }
            QueryResult::Ok(())
        })?;
        Ok(())
    });
    let last = writing(&database.db, |w| note(w, 5, "last"));
    queued().await;
    held.let_go().await;
    first.await.unwrap().unwrap();
    last.await.unwrap().unwrap();
    assert_eq!(refused.await.unwrap().unwrap_err().code, ProblemCode::EditionFull);
    assert_eq!(twice.await.unwrap().unwrap_err().code, ProblemCode::AlreadyExists);
    let panicked = panics.await.unwrap().unwrap_err();
    assert_eq!(panicked.code, ProblemCode::Internal);
    assert!(panicked.to_string().contains("two levels down"), "{panicked}");
    assert_eq!(texts(&database.db).await, ["first", "last"]);
}

#[tokio::test]
async fn on_sqlite_the_answer_comes_after_the_common_commit() {
    let database = TestDatabase::with(Engine::Sqlite, options());
    let held = Held::start(&database.db).await;
    let quick = writing(&database.db, |_| Ok(()));
    queued().await;
    let (started, is_running) = channel();
    let (go, wait) = channel();
    let slow = writing(&database.db, holding(started, wait));
    queued().await;
    held.let_go().await;
    tokio::task::spawn_blocking(move || is_running.recv().unwrap()).await.unwrap();
    queued().await;
    assert!(!quick.is_finished(), "answered before the commit");
    go.send(()).unwrap();
    quick.await.unwrap().unwrap();
    slow.await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_writers_of_one_row_lose_no_update() {
    let database = with_notes(OpenOptions { connections: 16, ..options() }).await;
    database.db.write(|w| note(w, 1, "0")).await.unwrap();
    let writers: Vec<_> = (0..64)
        .map(|_| {
            writing(&database.db, |w| {
                let text: String = notes::table.find(1).select(notes::text).first(w.conn())?;
                let next = text.parse::<u32>().unwrap() + 1;
                diesel::update(notes::table.find(1))
                    .set(notes::text.eq(next.to_string()))
                    .execute(w.conn())?;
                Ok(())
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    assert_eq!(texts(&database.db).await, ["64"]);
}

#[tokio::test]
async fn a_full_queue_answers_busy_and_takes_jobs_again_later() {
    let database = with_notes(OpenOptions { connections: 1, queue: 2, ..options() }).await;
    let held = Held::start(&database.db).await;
    let waiting = [writing(&database.db, |_| Ok(())), writing(&database.db, |_| Ok(()))];
    queued().await;
    let refused = database.db.write(|_| Ok(())).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::Busy);
    held.let_go().await;
    for job in waiting {
        job.await.unwrap().unwrap();
    }
    database.db.write(|w| note(w, 1, "again")).await.unwrap();
}

#[tokio::test]
async fn a_full_disk_fails_the_job_that_needs_the_room_and_nobody_else() {
    let database = TestDatabase::with(Engine::Sqlite, options());
    let db = &database.db;
    db.write(|w| {
        Ok(w.conn().batch_execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")?)
    })
    .await
    .unwrap();
    let held = Held::start(db).await;
    let before = writing(db, |w| note(w, 1, "before"));
    queued().await;
    // Stands for a disk without room: the file may not grow by as much as the text needs.
    let large = writing(db, |w| {
        w.conn().batch_execute("PRAGMA max_page_count = 200")?;
        note(w, 2, &"x".repeat(2_000_000))
    });
    queued().await;
    let after = writing(db, |w| note(w, 3, "after"));
    queued().await;
    held.let_go().await;
    before.await.unwrap().unwrap();
    assert_eq!(large.await.unwrap().unwrap_err().code, ProblemCode::StorageFull);
    after.await.unwrap().unwrap();
    assert_eq!(texts(db).await, ["before", "after"]);
}

#[tokio::test]
async fn a_read_cannot_change_anything() {
    let database = with_notes(options()).await;
    let refused = database
        .db
        .read(|r| Ok(r.conn().batch_execute("INSERT INTO notes (id, text) VALUES (1, 'sneaked in')")?))
        .await;
    assert_eq!(refused.unwrap_err().code, ProblemCode::Internal);
    assert!(texts(&database.db).await.is_empty());
}

#[tokio::test]
async fn a_panicking_read_does_not_end_its_thread() {
    let database = with_notes(OpenOptions { readers: 1, connections: 1, ..options() }).await;
    let panicked =
        database.db.read(|_| -> Result<(), Problem> { panic!("while reading") }).await.unwrap_err();
    assert_eq!(panicked.code, ProblemCode::Internal);
    database.db.check().await.unwrap();
}

#[test]
fn a_mistyped_url_is_refused_and_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let inside = |name: &str| folder.path().join(name).display().to_string();
    let open = |url: String| Db::open(&url, OpenOptions::default()).unwrap_err();
    assert!(matches!(open("postgrs://localhost/birge".to_owned()), OpenError::UnknownUrl(_)));
    assert!(matches!(open(format!("sqlit://{}", inside("a.db"))), OpenError::UnknownUrl(_)));
    let missing = open(format!("sqlite://{}", inside("nowhere/birge.db")));
    assert!(missing.to_string().contains("create it"), "{missing}");
    assert!(matches!(open(inside("")), OpenError::Folder(_)));
    let old = OpenOptions { create: false, ..OpenOptions::default() };
    assert!(matches!(Db::open(&inside("birge.db"), old).unwrap_err(), OpenError::MissingFile(_)));
    std::fs::write(inside("notes.txt"), "not a database at all, but long enough to look at").unwrap();
    assert!(matches!(open(inside("notes.txt")), OpenError::Unreachable { .. }));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was made");
}

#[test]
fn a_server_that_is_not_there_is_named_without_the_password() {
    let error = Db::open("postgres://birge:s3cret@127.0.0.1:1/birge", OpenOptions::default()).unwrap_err();
    let message = error.to_string();
    assert!(message.contains("postgres://birge@127.0.0.1:1/birge"), "{message}");
    assert!(!message.contains("s3cret"), "{message}");
}

#[tokio::test]
async fn a_backup_holds_what_was_written_and_overwrites_nothing() {
    let database = TestDatabase::with(Engine::Sqlite, options());
    let make = "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)";
    database.db.write(move |w| Ok(w.conn().batch_execute(make)?)).await.unwrap();
    database.db.write(|w| note(w, 1, "kept")).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("backup.db");
    database.db.vacuum_into(copy.clone()).await.unwrap();
    database.db.vacuum_into(copy.clone()).await.unwrap_err();
    let restored = Db::open(copy.to_str().unwrap(), options()).unwrap();
    assert_eq!(texts(&restored).await, ["kept"]);
    assert_eq!(restored.pending().unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_closed_database_answers_busy() {
    let database = with_notes(options()).await;
    let waiting = writing(&database.db, |w| note(w, 1, "still done"));
    queued().await;
    database.db.close();
    waiting.await.unwrap().unwrap();
    assert_eq!(database.db.check().await.unwrap_err().code, ProblemCode::Busy);
}

/// PostgreSQL only: there is no connection to lose in SQLite.
#[tokio::test]
async fn a_lost_connection_fails_its_job_as_busy_and_is_replaced() {
    if engine() != Engine::Postgres {
        return;
    }
    let database = with_notes(OpenOptions { connections: 1, ..options() }).await;
    let killed = database
        .db
        .write(|w| {
            note(w, 1, "lost")?;
            // The statement does not come back: the server ends this very connection.
            Ok(w.conn().batch_execute("SELECT pg_terminate_backend(pg_backend_pid())")?)
        })
        .await;
    assert_eq!(killed.unwrap_err().code, ProblemCode::Busy);
    assert!(texts(&database.db).await.is_empty());

    let other = Db::open(database.url(), OpenOptions { connections: 1, ..options() }).unwrap();
    let kill_others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                       WHERE datname = current_database() AND pid <> pg_backend_pid()";
    other.write(move |w| Ok(w.conn().batch_execute(kill_others)?)).await.unwrap();
    database.db.write(|w| note(w, 2, "after")).await.unwrap();
    assert_eq!(texts(&database.db).await, ["after"]);
}
