//! A PostgreSQL server: as many threads as connections, each taking the next job of one queue.
//!
//! Writes run `SERIALIZABLE` and are repeated when they collide, so that an action written for the
//! one writer of SQLite ("count the places, then enrol") holds here too. Reads see one snapshot.
//! A write that keeps colliding is let through alone; many trainees on one row become a queue, not a
//! storm of repeats.

use super::conn::{Conn, Write};
use super::jobs::{ReadJob, Verdict, WriteJob, roll_back_to};
use super::queue::Queue;
use super::{Lanes, OpenError, OpenOptions};
use crate::kernel::{Problem, ProblemCode};
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::{Connection, ConnectionError, PgConnection};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;
use tokio::sync::Notify;

/// How often a write that collided is repeated before it is answered as busy.
const REPEATS: u32 = 5;
/// From this repeat on a write runs alone among the writes of this node.
const ALONE: u32 = 2;

const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";

// The messages of the server are compared in `errors`, hence its language, which only a superuser may set:
// for others the server must speak English by itself (docs/OPERATIONS.md). The time limit on locks is
// what busy_timeout is for SQLite.
const SETTINGS: &str = "
    SET timezone = 'UTC';
    DO $$ BEGIN SET lc_messages = 'C'; EXCEPTION WHEN insufficient_privilege THEN NULL; END $$;
    SET client_min_messages = 'warning';
    SET lock_timeout = '5s';
    SET application_name = 'birge';
";

pub(super) enum Job {
    Read(Box<dyn ReadJob>),
    Write(Box<dyn WriteJob>),
}

/// What a URL says of a silent network, unless it says otherwise itself: without these a dropped connection is
/// noticed after many minutes, and until then every request waits.
const PATIENCE: [(&str, &str); 4] = [
    ("connect_timeout", "10"),
    ("keepalives_idle", "30"),
    ("keepalives_interval", "10"),
    ("tcp_user_timeout", "30000"),
];

pub(super) fn connect(url: &str) -> Result<Conn, ConnectionError> {
    let mut conn = PgConnection::establish(&patient(url))?;
    conn.batch_execute(SETTINGS).map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(Conn::Postgres(conn))
}

fn patient(url: &str) -> String {
    let mut patient = url.to_owned();
    for (name, value) in PATIENCE {
        if !url.contains(&format!("{name}=")) {
            let joint = if patient.contains('?') { '&' } else { '?' };
            patient.push_str(&format!("{joint}{name}={value}"));
        }
    }
    patient
}

pub(super) fn start(
    url: &str,
    options: &OpenOptions,
    bell: &Arc<Notify>,
) -> Result<(Lanes, Vec<JoinHandle<()>>), OpenError> {
    let queue = Arc::new(Queue::new("postgres", options.queue));
    let gate = Arc::new(RwLock::new(()));
    let mut threads = Vec::with_capacity(options.connections);
    for number in 0..options.connections.max(1) {
        let (bell, gate) = (Arc::clone(bell), Arc::clone(&gate));
        let worker = Worker { url: url.to_owned(), number, write: None, bell, gate };
        let jobs = Arc::clone(&queue);
        let thread = Builder::new().name(format!("birge-db-{number}")).spawn(move || worker.serve(&jobs));
        threads.push(thread.map_err(|error| OpenError::Unreachable {
            location: "PostgreSQL".to_owned(),
            reason: error.to_string(),
        })?);
    }
    Ok((Lanes::Postgres(queue), threads))
}

struct Worker {
    url: String,
    number: usize,
    write: Option<Write>,
    bell: Arc<Notify>,
    /// Held shared by ordinary writes, exclusively by one that runs alone.
    gate: Arc<RwLock<()>>,
}

impl Worker {
    fn serve(mut self, queue: &Queue<Job>) {
        while let Some(job) = queue.take() {
            match job {
                Job::Read(job) if job.is_abandoned() => {}
                Job::Read(job) => self.read(job),
                Job::Write(job) => self.write(job),
            }
        }
    }

    fn read(&mut self, job: Box<dyn ReadJob>) {
        match self.begin(BEGIN_READ) {
            Err(problem) => job.run(Err(problem)),
            Ok(mut write) => {
                write.settle(true);
                job.run(Ok(&mut write));
                write.settle(false);
                self.keep_if_sound(write);
            }
        }
    }

    fn write(&mut self, mut job: Box<dyn WriteJob>) {
        for repeat in 0..=REPEATS {
            if !self.transact_gated(job.as_mut(), repeat >= ALONE) || repeat == REPEATS {
                break;
            }
            // Doubling, and different for each thread, so that the same two do not meet again.
            let stagger = u64::try_from(self.number % 8).unwrap_or_default();
            std::thread::sleep(Duration::from_millis((1 << repeat) + stagger));
        }
        job.answer();
    }

    fn transact_gated(&mut self, job: &mut dyn WriteJob, alone: bool) -> bool {
        let gate = Arc::clone(&self.gate);
        if alone {
            let _alone = gate.write().unwrap_or_else(PoisonError::into_inner);
            self.transact(job)
        } else {
            let _among_others = gate.read().unwrap_or_else(PoisonError::into_inner);
            self.transact(job)
        }
    }

    /// One attempt at a transaction; tells whether another may succeed.
    fn transact(&mut self, job: &mut dyn WriteJob) -> bool {
        let mut write = match self.begin(BEGIN_WRITE) {
            Ok(write) => write,
            Err(problem) => {
                job.spoil(problem);
                return false;
            }
        };
        let mut verdict = job.run(&mut write);
        let rings = write.take_ring();
        if verdict == Verdict::Keep {
            verdict = commit(&mut write, job);
        }
        if verdict == Verdict::Keep && rings {
            self.bell.notify_one();
        }
        self.keep_if_sound(write);
        verdict == Verdict::Retry
    }

    /// Begins a transaction. A connection that was lost since the last job shows here, before any work,
    /// and is replaced once.
    fn begin(&mut self, sql: &str) -> Result<Write, Problem> {
        if let Some(mut write) = self.write.take()
            && begin(&mut write, sql).is_ok()
        {
            return Ok(write);
        }
        let conn = connect(&self.url).map_err(|error| {
            tracing::warn!(%error, "PostgreSQL does not answer");
            Problem { code: ProblemCode::Busy, ..Problem::internal(error) }
        })?;
        let mut write = Write::new(conn);
        begin(&mut write, sql)?;
        Ok(write)
    }

    /// Ends the transaction and keeps the connection, unless it is lost.
    fn keep_if_sound(&mut self, mut write: Write) {
        if roll_back_to(write.conn(), 0).is_ok() {
            self.write = Some(write);
        }
    }
}

fn begin(write: &mut Write, sql: &str) -> diesel::QueryResult<()> {
    match write.conn() {
        Conn::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(conn, sql),
        conn @ Conn::Sqlite(_) => Conn::begin_transaction(conn),
    }
}

fn commit(write: &mut Write, job: &mut dyn WriteJob) -> Verdict {
    match Conn::commit_transaction(write.conn()) {
        Ok(()) => Verdict::Keep,
        Err(error) => {
            let problem = Problem::from(error);
            let again = super::errors::may_succeed_again(&problem);
            job.spoil(problem);
            if again { Verdict::Retry } else { Verdict::Undo }
        }
    }
}
