//! The database behind two calls: [`Db::read`] and [`Db::write`]. The same code serves the embedded
//! SQLite and a PostgreSQL server; which one it is, the URL decides when the program starts.
//!
//! Queries run on threads of this room, never on a web worker: one hop a request, all its queries
//! inside the closure. No waiting on the network, hashing or typesetting belongs in a closure.

mod backup;
mod conn;
mod damage;
mod errors;
mod jobs;
mod location;
mod migrate;
mod postgres;
mod queue;
pub mod schema;
mod sqlite;
mod text_enum;
pub(crate) mod types;

pub(crate) use conn::each;
pub use conn::{Conn, MultiBackend, Read, Write};
pub use errors::OpenError;
pub use migrate::{POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS};
pub(crate) use text_enum::stored_text;
#[allow(unused_imports, reason = "for the lists of the rooms to the right")]
pub(crate) use text_enum::text_enum;
pub use types::Json;

use crate::kernel::{Problem, ProblemCode};
use diesel::connection::SimpleConnection;
use jobs::{ReadJob, WriteJob};
use location::Location;
use queue::{Queue, Refused};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::{Notify, oneshot};

/// How a database is opened.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Reading threads on SQLite; by default one for each core, and at least two.
    pub readers: usize,
    /// Connections, each with its thread, on PostgreSQL.
    pub connections: usize,
    /// How many jobs may wait in a queue before the next is refused as busy.
    pub queue: usize,
    /// Whether a SQLite file that does not exist is made.
    pub create: bool,
}

impl Default for OpenOptions {
    fn default() -> OpenOptions {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        OpenOptions { readers: cores.max(2), connections: 16, queue: 1024, create: true }
    }
}

/// Which database is behind a [`Db`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded database, one file.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// An open database. Cloning is cheap; the threads end when the last clone is gone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    location: Location,
    lanes: Lanes,
    bell: Arc<Notify>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

enum Lanes {
    Sqlite { reads: Arc<Queue<Box<dyn ReadJob>>>, writes: Arc<Queue<Box<dyn WriteJob>>> },
    Postgres(Arc<Queue<postgres::Job>>),
}

impl Db {
    /// Opens `sqlite:///path/file.db`, a plain path, or `postgres://…`. Blocks; meant for the start.
    ///
    /// # Errors
    /// A URL that means neither database, a missing folder, a server that does not answer, or a
    /// database that a newer program has migrated. Each message names the remedy.
    pub fn open(url: &str, options: OpenOptions) -> Result<Db, OpenError> {
        let location = Location::parse(url)?;
        location.prepare(options.create)?;
        migrate::refuse_newer(&mut location.connect()?)?;
        let bell = Arc::new(Notify::new());
        let (lanes, threads) = match &location {
            Location::Sqlite(path) => sqlite::start(path, &options, &bell)?,
            Location::Postgres(url) => postgres::start(url, &options, &bell)?,
        };
        Ok(Db { inner: Arc::new(Inner { location, lanes, bell, threads: Mutex::new(threads) }) })
    }

    /// Runs queries that change nothing, all on one snapshot of the data.
    ///
    /// # Errors
    /// What the closure answers; [`ProblemCode::Busy`] when too many jobs wait or the database is away.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read) -> Result<T, Problem> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = jobs::reading(work, reply);
        match &self.inner.lanes {
            Lanes::Sqlite { reads, .. } => reads.push(job)?,
            Lanes::Postgres(queue) => queue.push(postgres::Job::Read(job))?,
        }
        answer.await.unwrap_or_else(|_| Err(Problem::new(ProblemCode::Busy)))
    }

    /// Runs one transaction, serially as far as its author can tell, and answers when it is durable.
    /// The closure may run more than once: on PostgreSQL when transactions collide, on SQLite when
    /// another job of the same commit took the transaction down.
    ///
    /// # Errors
    /// What the closure answers, with nothing changed; [`ProblemCode::Busy`] when too many jobs wait or
    /// the database is away; [`ProblemCode::StorageFull`] when the disk is.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnMut(&mut Write) -> Result<T, Problem> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = jobs::writing(work, reply);
        match &self.inner.lanes {
            Lanes::Sqlite { writes, .. } => writes.push(job)?,
            Lanes::Postgres(queue) => queue.push(postgres::Job::Write(job))?,
        }
        answer.await.unwrap_or_else(|_| Err(Problem::new(ProblemCode::Busy)))
    }

    /// Whether the database answers, for the readiness probe.
    ///
    /// # Errors
    /// [`ProblemCode::Busy`] when it does not.
    pub async fn check(&self) -> Result<(), Problem> {
        self.read(|r| Ok(r.conn().batch_execute("SELECT 1")?)).await
    }

    /// What SQLite finds wrong with its file: damaged pages, rows whose other end is missing. Empty when all is
    /// well. PostgreSQL's own tools look after that.
    ///
    /// # Errors
    /// [`ProblemCode::Busy`] when it does not answer.
    pub async fn damage(&self) -> Result<Vec<String>, Problem> {
        match self.engine() {
            Engine::Sqlite => self.read(damage::found).await,
            Engine::Postgres => Ok(Vec::new()),
        }
    }

    /// Lets SQLite look at its tables again where they have grown, so that queries stay on their indexes.
    /// PostgreSQL does that by itself.
    ///
    /// # Errors
    /// [`ProblemCode::Busy`] when nothing more can be taken on.
    pub async fn tend(&self) -> Result<(), Problem> {
        match self.engine() {
            Engine::Sqlite => self.write(|w| Ok(w.conn().batch_execute("PRAGMA optimize")?)).await,
            Engine::Postgres => Ok(()),
        }
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        match self.inner.location {
            Location::Sqlite(_) => Engine::Sqlite,
            Location::Postgres(_) => Engine::Postgres,
        }
    }

    /// Rings after a commit whose transaction called [`Write::ring`].
    pub fn bell(&self) -> Arc<Notify> {
        Arc::clone(&self.inner.bell)
    }

    /// Takes no further jobs, finishes those that wait, and closes the connections. Blocks.
    pub fn close(&self) {
        self.inner.lanes.close();
        let threads = std::mem::take(&mut *self.inner.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a database thread ended in a panic");
            }
        }
    }
}

impl Lanes {
    fn close(&self) {
        match self {
            Lanes::Sqlite { reads, writes } => {
                reads.close();
                writes.close();
            }
            Lanes::Postgres(queue) => queue.close(),
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.lanes.close();
    }
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({})", self.inner.location)
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        Problem { cause: Some(refused.into()), ..Problem::new(ProblemCode::Busy) }
    }
}
