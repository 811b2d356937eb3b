//! The embedded database: several reading threads and one writing thread with group commit.
//!
//! A durable commit costs a disk sync however little it holds. The writer therefore takes every job
//! that waits (up to 64), gives each a savepoint inside one transaction, commits once, and answers
//! only then: what was answered is on disk, and a job that fails undoes itself alone.

use super::conn::{Conn, Read, Write};
use super::jobs::{ReadJob, Verdict, WriteJob, roll_back_to};
use super::queue::Queue;
use super::{Lanes, OpenError, OpenOptions};
use crate::kernel::{Problem, ProblemCode};
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::{Connection, ConnectionError, QueryResult, SqliteConnection};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use tokio::sync::Notify;

/// How many jobs share one commit at most; more would only lengthen the wait of the first.
const GROUP: usize = 64;

const PRAGMAS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA trusted_schema = OFF;
";

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Read,
    Write,
}

pub(super) fn connect(path: &Path, purpose: Use) -> Result<Conn, ConnectionError> {
    let path = path.to_str().ok_or_else(|| {
        ConnectionError::BadConnection("the path of the database is not valid Unicode".to_owned())
    })?;
    let mut conn = SqliteConnection::establish(path)?;
    conn.batch_execute(PRAGMAS).map_err(ConnectionError::CouldntSetupConfiguration)?;
    if purpose == Use::Read {
        conn.batch_execute("PRAGMA query_only = ON").map_err(ConnectionError::CouldntSetupConfiguration)?;
    }
    Ok(Conn::Sqlite(conn))
}

pub(super) fn start(
    path: &Path,
    options: &OpenOptions,
    bell: &Arc<Notify>,
) -> Result<(Lanes, Vec<JoinHandle<()>>), OpenError> {
    let reads = Arc::new(Queue::new("read", options.queue));
    let writes = Arc::new(Queue::new("write", options.queue));
    let spawn = |name: String, body: Box<dyn FnOnce() + Send>| {
        Builder::new().name(name).spawn(body).map_err(|error| OpenError::Unreachable {
            location: path.display().to_string(),
            reason: error.to_string(),
        })
    };
    let mut threads = Vec::with_capacity(options.readers + 1);
    let writer = Writer { path: path.to_path_buf(), write: None, bell: Arc::clone(bell) };
    let queue = Arc::clone(&writes);
    threads.push(spawn("birge-db-write".to_owned(), Box::new(move || writer.serve(&queue)))?);
    for number in 0..options.readers.max(1) {
        let reader = Reader { path: path.to_path_buf(), read: None };
        let queue = Arc::clone(&reads);
        threads.push(spawn(format!("birge-db-read-{number}"), Box::new(move || reader.serve(&queue)))?);
    }
    Ok((Lanes::Sqlite { reads, writes }, threads))
}

struct Reader {
    path: PathBuf,
    read: Option<Read>,
}

impl Reader {
    fn serve(mut self, queue: &Queue<Box<dyn ReadJob>>) {
        while let Some(job) = queue.take() {
            if job.is_abandoned() {
                continue;
            }
            match self.begin() {
                Err(problem) => job.run(Err(problem)),
                Ok(read) => {
                    job.run(Ok(read));
                    if roll_back_to(read.conn(), 0).is_err() {
                        self.read = None;
                    }
                }
            }
        }
    }

    /// One transaction a job, so that all its queries see the same data.
    fn begin(&mut self) -> Result<&mut Read, Problem> {
        let mut read = match self.read.take() {
            Some(read) => read,
            None => {
                let mut read = Read::new(connect(&self.path, Use::Read).map_err(away)?);
                read.settle(true);
                read
            }
        };
        Conn::begin_transaction(read.conn())?;
        Ok(self.read.insert(read))
    }
}

struct Writer {
    path: PathBuf,
    write: Option<Write>,
    bell: Arc<Notify>,
}

impl Writer {
    fn serve(mut self, queue: &Queue<Box<dyn WriteJob>>) {
        while let Some(mut jobs) = queue.take_many(GROUP) {
            while !jobs.is_empty() {
                jobs = self.commit_together(jobs);
            }
        }
    }

    /// One transaction for all these jobs. Gives back those that have to run again, because the one
    /// that failed took the whole transaction with it; it itself is answered, so this comes to an end.
    fn commit_together(&mut self, mut jobs: Vec<Box<dyn WriteJob>>) -> Vec<Box<dyn WriteJob>> {
        let mut write = match self.begin() {
            Ok(write) => write,
            Err(problem) => {
                answer_all(jobs, Some(&problem));
                return Vec::new();
            }
        };
        let mut rung = false;
        for (position, job) in jobs.iter_mut().enumerate() {
            match in_savepoint(&mut write, job.as_mut()) {
                Ok(rings) => rung |= rings,
                Err(error) => {
                    // The connection is dropped with its transaction; the next round opens another.
                    let mut culprit = jobs.remove(position);
                    culprit.spoil(error.into());
                    culprit.answer();
                    return jobs;
                }
            }
        }
        match Conn::commit_transaction(write.conn()) {
            Ok(()) => {
                self.write = Some(write);
                answer_all(jobs, None);
                if rung {
                    self.bell.notify_one();
                }
            }
            Err(error) => answer_all(jobs, Some(&error.into())),
        }
        Vec::new()
    }

    fn begin(&mut self) -> Result<Write, Problem> {
        let mut write = match self.write.take() {
            Some(write) => write,
            None => Write::new(connect(&self.path, Use::Write).map_err(away)?),
        };
        match write.conn() {
            Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
            conn @ Conn::Postgres(_) => Conn::begin_transaction(conn)?,
        }
        Ok(write)
    }
}

/// Runs one job in a savepoint of its own; tells whether it asked for the bell. An error means that
/// the savepoint is gone, and the transaction with it: SQLite rolls everything back when, for
/// example, the disk is full.
fn in_savepoint(write: &mut Write, job: &mut dyn WriteJob) -> QueryResult<bool> {
    Conn::begin_transaction(write.conn())?;
    let verdict = job.run(write);
    let rings = write.take_ring();
    if verdict == Verdict::Keep {
        roll_back_to(write.conn(), 2)?;
        Conn::commit_transaction(write.conn())?;
        return Ok(rings);
    }
    roll_back_to(write.conn(), 1)?;
    Ok(false)
}

/// Answers every job, all with the same problem if the transaction was lost.
fn answer_all(jobs: Vec<Box<dyn WriteJob>>, lost: Option<&Problem>) {
    for mut job in jobs {
        if let Some(problem) = lost {
            let cause = problem.cause.as_ref().map(|cause| anyhow::anyhow!("{cause:#}"));
            job.spoil(Problem { cause, ..Problem::new(problem.code) });
        }
        job.answer();
    }
}

fn away(error: ConnectionError) -> Problem {
    Problem { code: ProblemCode::Busy, ..Problem::internal(error) }
}
