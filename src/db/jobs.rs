//! A closure on its way through a queue, with the place its answer goes to. Boxing happens here and
//! nowhere else; the type of the answer stays inside the box.

use super::conn::{Conn, Read, Write};
use super::errors::may_succeed_again;
use crate::kernel::{Problem, ProblemCode};
use diesel::QueryResult;
use diesel::connection::TransactionManager;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::oneshot;

type Reply<T> = oneshot::Sender<Result<T, Problem>>;

/// A reading job.
pub(super) trait ReadJob: Send {
    /// Runs the closure and answers, or answers why it could not be run.
    fn run(self: Box<Self>, read: Result<&mut Read, Problem>);
    /// Whether nobody waits for the answer any more.
    fn is_abandoned(&self) -> bool;
}

/// A writing job. It is answered apart from running, because the commit comes between.
pub(super) trait WriteJob: Send {
    /// Runs the closure and keeps its answer.
    fn run(&mut self, write: &mut Write) -> Verdict;
    /// The changes of this job are lost: an answer that says otherwise is replaced.
    fn spoil(&mut self, problem: Problem);
    /// Sends the answer.
    fn answer(self: Box<Self>);
}

/// What becomes of a job's changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Undo,
    /// Undo, and the same closure may succeed when it runs again.
    Retry,
}

pub(super) fn reading<T, F>(work: F, reply: Reply<T>) -> Box<dyn ReadJob>
where
    T: Send + 'static,
    F: FnOnce(&mut Read) -> Result<T, Problem> + Send + 'static,
{
    Box::new(Reading { work, reply })
}

pub(super) fn writing<T, F>(work: F, reply: Reply<T>) -> Box<dyn WriteJob>
where
    T: Send + 'static,
    F: FnMut(&mut Write) -> Result<T, Problem> + Send + 'static,
{
    Box::new(Writing { work, outcome: Err(Problem::new(ProblemCode::Busy)), reply })
}

struct Reading<T, F> {
    work: F,
    reply: Reply<T>,
}

impl<T, F> ReadJob for Reading<T, F>
where
    T: Send,
    F: FnOnce(&mut Read) -> Result<T, Problem> + Send,
{
    fn run(self: Box<Self>, read: Result<&mut Read, Problem>) {
        let Reading { work, reply } = *self;
        let outcome = read.and_then(|read| caught(|| work(read)));
        // Whoever asked may have gone away; then nobody needs the answer.
        let _ = reply.send(outcome);
    }

    fn is_abandoned(&self) -> bool {
        self.reply.is_closed()
    }
}

struct Writing<T, F> {
    work: F,
    outcome: Result<T, Problem>,
    reply: Reply<T>,
}

impl<T, F> WriteJob for Writing<T, F>
where
    T: Send,
    F: FnMut(&mut Write) -> Result<T, Problem> + Send,
{
    fn run(&mut self, write: &mut Write) -> Verdict {
        self.outcome = caught(|| (self.work)(write));
        match &self.outcome {
            Ok(_) => Verdict::Keep,
            Err(problem) if may_succeed_again(problem) => Verdict::Retry,
            Err(_) => Verdict::Undo,
        }
    }

    fn spoil(&mut self, problem: Problem) {
        if self.outcome.is_ok() {
            self.outcome = Err(problem);
        }
    }

    fn answer(self: Box<Self>) {
        // As above: the work is done and committed whether or not somebody still waits.
        let _ = self.reply.send(self.outcome);
    }
}

/// Runs a closure; a panic in it is a fault of ours and ends this job only.
fn caught<T>(work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        Err(Problem::internal(anyhow::anyhow!("a database job panicked: {}", panic_text(&*panic))))
    })
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    let literal = panic.downcast_ref::<&str>().copied();
    literal.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

/// How deep in transactions and savepoints a connection is; `None` when diesel has lost count.
pub(super) fn depth(conn: &mut Conn) -> Option<u32> {
    let status = Conn::transaction_manager_status_mut(conn);
    status.transaction_depth().ok().map(|depth| depth.map_or(0, std::num::NonZero::get))
}

/// Rolls back until the connection is `target` deep; a panic may have left several levels open.
pub(super) fn roll_back_to(conn: &mut Conn, target: u32) -> QueryResult<()> {
    loop {
        match depth(conn) {
            None => return Err(diesel::result::Error::BrokenTransactionManager),
            Some(depth) if depth <= target => return Ok(()),
            Some(_) => Conn::rollback_transaction(conn)?,
        }
    }
}
