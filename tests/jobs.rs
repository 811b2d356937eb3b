//! The outbox and its runner.

use crate::support::database::TestDatabase;
use birge::audit;
use birge::db::schema::{audit_entries, jobs as outbox};
use birge::db::{Db, Json};
use birge::jobs::{
    CLAIM_MINUTES, Job, MOST_TRIES, NewJob, Runner, Tally, enqueue, enqueue_at, failed, tally, wait_after,
};
use birge::kernel::{Actor, Clock, JobId, Moment, Problem, ProblemCode};
use diesel::prelude::*;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn nine() -> Moment {
    Moment::parse("2026-09-01T09:00:00Z").unwrap()
}

fn greeting(to: &str) -> NewJob {
    NewJob { kind: "greet", payload: json!({ "to": to }), unique_key: None }
}

async fn put(db: &Db, job: NewJob) -> JobId {
    db.write(move |w| enqueue(w, nine(), job.clone())).await.unwrap()
}

async fn count(db: &Db) -> Tally {
    db.read(tally).await.unwrap()
}

/// A runner whose handler writes down whom it greets, and what became of it.
struct Greeter {
    runner: Runner,
    seen: Arc<Mutex<Vec<(String, i32)>>>,
}

impl Greeter {
    fn new(db: &Db, clock: Clock, answer: fn() -> Result<(), Problem>) -> Greeter {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&seen);
        let runner = Runner::new(db.clone(), clock).on("greet", move |job: Job| {
            let to = job.payload["to"].as_str().unwrap().to_owned();
            noted.lock().unwrap().push((to, job.attempt));
            async move { answer() }
        });
        Greeter { runner, seen }
    }

    fn seen(&self) -> Vec<(String, i32)> {
        self.seen.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn a_job_of_a_transaction_that_was_rolled_back_does_not_exist() {
    let database = TestDatabase::new();
    let refused: Result<(), Problem> = database
        .db
        .write(|w| {
            enqueue(w, nine(), greeting("nobody"))?;
            Err(Problem::new(ProblemCode::EditionFull))
        })
        .await;
    assert_eq!(refused.unwrap_err().code, ProblemCode::EditionFull);
    assert_eq!(count(&database.db).await, Tally { waiting: 0, failed: 0 });
}

#[tokio::test]
async fn jobs_are_done_once_in_order_and_only_when_due() {
    let database = TestDatabase::new();
    let greeter = Greeter::new(&database.db, Clock::fixed(nine()), || Ok(()));
    let later = |w: &mut birge::db::Write| enqueue_at(w, nine(), nine().plus_minutes(5), greeting("later"));
    database.db.write(later).await.unwrap();
    put(&database.db, greeting("one")).await;
    put(&database.db, greeting("two")).await;
    assert_eq!(greeter.runner.run_due(nine()).await.unwrap(), 2);
    assert_eq!(greeter.runner.run_due(nine().plus_seconds(299)).await.unwrap(), 0);
    assert_eq!(greeter.runner.run_due(nine().plus_minutes(5)).await.unwrap(), 1);
    let names: Vec<String> = greeter.seen().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["one", "two", "later"]);
    assert_eq!(count(&database.db).await, Tally { waiting: 0, failed: 0 });
}

#[tokio::test]
async fn two_jobs_with_one_key_are_one() {
    let database = TestDatabase::new();
    let keyed = || NewJob { unique_key: Some("greet:1".to_owned()), ..greeting("one") };
    let first = put(&database.db, keyed()).await;
    assert_eq!(put(&database.db, keyed()).await, first);
    let greeter = Greeter::new(&database.db, Clock::fixed(nine()), || Ok(()));
    assert_eq!(greeter.runner.run_due(nine()).await.unwrap(), 1);
    assert_eq!(put(&database.db, keyed()).await, first, "a job that is done is not done again");
    assert_eq!(greeter.runner.run_due(nine()).await.unwrap(), 0);
    assert_ne!(put(&database.db, greeting("keyless")).await, put(&database.db, greeting("keyless")).await);
}

#[tokio::test]
async fn a_failing_job_waits_longer_each_time_and_is_given_up_visibly() {
    let database = TestDatabase::new();
    let clock = Clock::fixed(nine());
    let greeter = Greeter::new(&database.db, clock.clone(), || Err(Problem::new(ProblemCode::Busy)));
    let id = put(&database.db, greeting("somebody")).await;
    for attempt in 1..=MOST_TRIES {
        assert_eq!(greeter.runner.run_due(clock.now()).await.unwrap(), 1, "try {attempt}");
        let wait = wait_after(attempt);
        clock.set(clock.now().plus_seconds(wait - 1));
        assert_eq!(greeter.runner.run_due(clock.now()).await.unwrap(), 0, "too early after {attempt}");
        clock.set(clock.now().plus_seconds(1));
    }
    assert_eq!(greeter.runner.run_due(clock.now().plus_minutes(100_000)).await.unwrap(), 0);
    assert_eq!(greeter.seen().len(), 8);
    assert_eq!(count(&database.db).await, Tally { waiting: 0, failed: 1 });
    let given_up = database.db.read(failed).await.unwrap();
    assert_eq!((given_up[0].id, given_up[0].kind.as_str()), (id, "greet"));
    assert_eq!(given_up[0].last_error.as_deref(), Some("busy"));
    assert!(given_up[0].failed_at.is_some());
}

#[tokio::test]
async fn a_panic_and_an_unknown_kind_are_failures_like_others() {
    let database = TestDatabase::new();
    let runner = Runner::new(database.db.clone(), Clock::fixed(nine()))
        .on("greet", |_: Job| async { panic!("no words") });
    let panicking = put(&database.db, greeting("one")).await;
    let unknown = put(&database.db, NewJob { kind: "unheard-of", ..greeting("two") }).await;
    assert_eq!(runner.run_due(nine()).await.unwrap(), 2);
    let errors: Vec<(JobId, Option<String>)> = database
        .db
        .read(|r| {
            Ok(outbox::table.order(outbox::id).select((outbox::id, outbox::last_error)).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(errors[0].0, panicking);
    assert!(errors[0].1.as_ref().unwrap().contains("no words"), "{errors:?}");
    assert_eq!(errors[1].0, unknown);
    assert!(errors[1].1.as_ref().unwrap().contains("unheard-of"), "{errors:?}");
    assert_eq!(count(&database.db).await, Tally { waiting: 2, failed: 0 });
}

#[tokio::test]
async fn a_job_whose_program_died_is_taken_over_after_ten_minutes() {
    let database = TestDatabase::new();
    let id = put(&database.db, greeting("orphan")).await;
    let claimed = move |w: &mut birge::db::Write| {
        diesel::update(outbox::table.find(id))
            .set((outbox::claimed_at.eq(nine()), outbox::attempts.eq(1)))
            .execute(w.conn())?;
        Ok(())
    };
    database.db.write(claimed).await.unwrap();
    let greeter = Greeter::new(&database.db, Clock::fixed(nine()), || Ok(()));
    let over = nine().plus_minutes(CLAIM_MINUTES);
    assert_eq!(greeter.runner.run_due(over.plus_seconds(-1)).await.unwrap(), 0);
    assert_eq!(greeter.runner.run_due(over).await.unwrap(), 1);
    assert_eq!(greeter.seen(), [("orphan".to_owned(), 2)]);
    assert_eq!(count(&database.db).await, Tally { waiting: 0, failed: 0 });
}

#[tokio::test]
async fn whoever_lost_a_job_to_another_does_not_write_into_it() {
    let database = TestDatabase::new();
    put(&database.db, greeting("slow")).await;
    let db = database.db.clone();
    // The handler outlives its claim: another program takes the job over while it still works.
    let slow = Runner::new(db.clone(), Clock::fixed(nine())).on("greet", move |_| {
        let db = db.clone();
        async move {
            let taken = |w: &mut birge::db::Write| {
                diesel::update(outbox::table)
                    .set(outbox::claimed_at.eq(nine().plus_minutes(CLAIM_MINUTES)))
                    .execute(w.conn())?;
                Ok(())
            };
            db.write(taken).await
        }
    });
    assert_eq!(slow.run_due(nine()).await.unwrap(), 1);
    assert_eq!(count(&database.db).await, Tally { waiting: 1, failed: 0 });
}

#[tokio::test]
async fn the_runner_wakes_when_a_job_is_committed_and_stops_gracefully() {
    let database = TestDatabase::new();
    let greeter = Greeter::new(&database.db, Clock::fixed(nine()), || Ok(()));
    let running = greeter.runner.clone().start();
    // The quickest of three: without a bell each would wait for the end of a nap.
    let mut quickest = Duration::MAX;
    for name in ["one", "two", "three"] {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let put_in = std::time::Instant::now();
        put(&database.db, greeting(name)).await;
        while count(&database.db).await.waiting > 0 {
            assert!(put_in.elapsed() < Duration::from_secs(60));
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        quickest = quickest.min(put_in.elapsed());
    }
    assert!(quickest < Duration::from_secs(2), "the bell did not wake the runner: {quickest:?}");
    // Less than the nap of five seconds too.
    let stopping = tokio::time::timeout(Duration::from_millis(4_500), running.stop());
    stopping.await.expect("the runner did not stop");
    put(&database.db, greeting("too late")).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(count(&database.db).await.waiting, 1);
}

#[tokio::test]
async fn a_long_job_holds_up_no_other_and_two_work_at_once() {
    let database = TestDatabase::new();
    let (begun, release) = (Arc::new(tokio::sync::Notify::new()), Arc::new(tokio::sync::Notify::new()));
    let (told, waits) = (Arc::clone(&begun), Arc::clone(&release));
    let greeter = Greeter::new(&database.db, Clock::fixed(nine()), || Ok(()));
    let runner = greeter.runner.clone().on("long", move |_: Job| {
        let (told, waits) = (Arc::clone(&told), Arc::clone(&waits));
        async move {
            told.notify_one();
            waits.notified().await;
            Ok(())
        }
    });
    let running = runner.start();
    // Every lane has looked once and sleeps.
    tokio::time::sleep(Duration::from_millis(200)).await;
    put(&database.db, NewJob { kind: "long", ..greeting("nobody") }).await;
    let patience = Duration::from_secs(60);
    tokio::time::timeout(patience, begun.notified()).await.expect("the long job began");
    put(&database.db, greeting("somebody")).await;
    let since = std::time::Instant::now();
    while greeter.seen().is_empty() {
        assert!(since.elapsed() < patience, "the long job holds everybody up");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    release.notify_one();
    running.stop().await;
    assert_eq!(count(&database.db).await, Tally { waiting: 0, failed: 0 });
}

#[tokio::test]
async fn an_act_is_written_down_with_its_values() {
    let database = TestDatabase::new();
    let act = |w: &mut birge::db::Write| {
        let after = Some(json!({ "reason": "а" }));
        let entry =
            audit::Entry { action: "document-revoked", subject: ("document", 7), before: None, after };
        audit::record(w, &Actor::program(), nine(), entry)
    };
    database.db.write(act).await.unwrap();
    type Row = (Moment, Option<i64>, String, String, i64, Option<Json<Value>>, Option<Json<Value>>);
    let rows: Vec<Row> = database
        .db
        .read(|r| {
            let columns = (
                audit_entries::at,
                audit_entries::person_id,
                audit_entries::action,
                audit_entries::subject_kind,
                audit_entries::subject_id,
                audit_entries::before_value,
                audit_entries::after_value,
            );
            Ok(audit_entries::table.select(columns).load(r.conn())?)
        })
        .await
        .unwrap();
    let after = Some(Json(json!({ "reason": "а" })));
    assert_eq!(rows, [(nine(), None, "document-revoked".to_owned(), "document".to_owned(), 7, None, after)]);
}

#[tokio::test]
async fn jobs_long_done_are_forgotten_unless_their_key_must_be_remembered() {
    let database = TestDatabase::new();
    let db = database.db.clone();
    put(&db, greeting("Анна")).await;
    put(&db, NewJob { unique_key: Some("greet:1".into()), ..greeting("Борис") }).await;
    let runner = Runner::new(db.clone(), Clock::fixed(nine())).on("greet", |_: Job| async { Ok(()) });
    assert_eq!(runner.run_due(nine()).await.unwrap(), 2);
    let waiting = put(&db, greeting("Вера")).await;
    let month = nine().plus_minutes(60 * 24 * 31);
    assert_eq!(db.write(|w| birge::jobs::forget_finished_before(w, nine())).await.unwrap(), 0, "not yet");
    assert_eq!(db.write(move |w| birge::jobs::forget_finished_before(w, month)).await.unwrap(), 1);
    let left: Vec<JobId> =
        db.read(|r| Ok(outbox::table.order(outbox::id).select(outbox::id).load(r.conn())?)).await.unwrap();
    assert_eq!(left.len(), 2);
    assert!(left.contains(&waiting), "what was never done is never forgotten");
    db.tend().await.unwrap();
}
