//! The runner: claims jobs, gives each to the handler of its kind, and writes down how it went.

use super::outbox::{self, Claim};
use crate::db::Db;
use crate::kernel::{Clock, JobId, Moment, Problem};
use anyhow::anyhow;
use serde_json::Value;
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How many jobs one program does at the same time.
const LANES: usize = 4;
/// How long the runner sleeps when nothing rings: jobs that are put off, or put in by another node.
const NAP: Duration = Duration::from_secs(5);
/// A handler is stopped before its claim ends, so that no job is done by two at once.
const LONGEST: Duration = Duration::from_secs(9 * 60);

/// A job as its handler sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// The row.
    pub id: JobId,
    /// What [`super::NewJob`] carried.
    pub payload: Value,
    /// Which try this is, from one.
    pub attempt: i32,
    /// When the job was claimed.
    pub now: Moment,
}

type Doing = Pin<Box<dyn Future<Output = Result<(), Problem>> + Send>>;
type Handler = Arc<dyn Fn(Job) -> Doing + Send + Sync>;

/// Does the jobs of the outbox.
#[derive(Clone)]
pub struct Runner {
    db: Db,
    clock: Clock,
    handlers: HashMap<&'static str, Handler>,
}

impl Runner {
    /// A runner that knows no kind of job yet.
    pub fn new(db: Db, clock: Clock) -> Runner {
        Runner { db, clock, handlers: HashMap::new() }
    }

    /// Registers the handler of a kind. It may be given the same job twice: after a crash, or when the
    /// database was away at the end.
    pub fn on<F, Fut>(mut self, kind: &'static str, handler: F) -> Runner
    where
        F: Fn(Job) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), Problem>> + Send + 'static,
    {
        self.handlers.insert(kind, Arc::new(move |job| Box::pin(handler(job))));
        self
    }

    /// Does everything that is due at a moment, one job after the other, with what these jobs put in
    /// themselves; gives back how many were tried.
    ///
    /// # Errors
    /// When the outbox cannot be read or written. What a handler answers is written into its row.
    pub async fn run_due(&self, now: Moment) -> Result<usize, Problem> {
        let mut tried = 0;
        while let Some(claim) = self.db.write(move |w| outbox::claim(w, now)).await? {
            self.attempt(claim, now).await?;
            tried += 1;
        }
        Ok(tried)
    }

    /// Starts working in the background, on the runtime of the caller.
    pub fn start(self) -> Running {
        let stopping = Arc::new(AtomicBool::new(false));
        let db = self.db.clone();
        let task = tokio::spawn(self.work(Arc::clone(&stopping)));
        Running { stopping, db, task }
    }

    async fn work(self, stopping: Arc<AtomicBool>) {
        let lanes = (0..LANES).map(|_| self.lane(&stopping));
        futures_util::future::join_all(lanes).await;
    }

    /// Does one job after the other and sleeps while nothing is due. Each lane sleeps by itself: a job that takes
    /// minutes holds up no other.
    async fn lane(&self, stopping: &AtomicBool) {
        let bell = self.db.bell();
        while !stopping.load(Ordering::SeqCst) {
            let outcome = self.next().await;
            if let Err(problem) = &outcome {
                tracing::warn!(%problem, "the outbox could not be worked off; trying again");
            }
            if !matches!(outcome, Ok(true)) && !stopping.load(Ordering::SeqCst) {
                // Whether the bell rang or the nap is over, there may be work.
                let _ = tokio::time::timeout(NAP, bell.notified()).await;
            }
        }
        // The end is told from lane to lane.
        bell.notify_one();
    }

    /// Does the job that is due longest; `false` when nothing is.
    async fn next(&self) -> Result<bool, Problem> {
        let now = self.clock.now();
        let Some(claim) = self.db.write(move |w| outbox::claim(w, now)).await? else { return Ok(false) };
        // The bell wakes one lane. There may be more to do than one job: this lane wakes the next.
        self.db.bell().notify_one();
        self.attempt(claim, now).await?;
        Ok(true)
    }

    async fn attempt(&self, claim: Claim, now: Moment) -> Result<(), Problem> {
        let outcome = self.handle(&claim, now).await;
        let ended = now.max(self.clock.now());
        match outcome {
            Ok(()) => self.db.write(move |w| outbox::finish(w, &claim, ended)).await,
            Err(problem) => {
                let (job, kind, attempt) = (claim.id, claim.kind.as_str(), claim.attempt);
                tracing::warn!(%job, kind, attempt, %problem, "a job failed");
                self.db.write(move |w| outbox::put_back(w, &claim, &problem, ended)).await
            }
        }
    }

    /// Runs the handler on a task of its own, which a panic ends alone.
    async fn handle(&self, claim: &Claim, now: Moment) -> Result<(), Problem> {
        let Some(handler) = self.handlers.get(claim.kind.as_str()) else {
            return Err(Problem::internal(anyhow!("no handler is registered for {:?}", claim.kind)));
        };
        let job = Job { id: claim.id, payload: claim.payload.clone(), attempt: claim.attempt, now };
        let mut task = tokio::spawn(handler(job));
        match tokio::time::timeout(LONGEST, &mut task).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(panic)) => Err(Problem::internal(panic)),
            Err(_) => {
                task.abort();
                Err(Problem::internal(anyhow!("the handler took longer than {LONGEST:?} and was stopped")))
            }
        }
    }
}

/// A runner at work.
pub struct Running {
    stopping: Arc<AtomicBool>,
    db: Db,
    task: JoinHandle<()>,
}

impl Running {
    /// Claims no further job, lets those in hand end, and stops.
    pub async fn stop(self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.db.bell().notify_one();
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the job runner ended in a panic");
        }
    }
}
