//! A bounded queue from the web workers to the database threads. Full is an answer, never a wait.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

pub(super) struct Queue<J> {
    name: &'static str,
    capacity: usize,
    state: Mutex<State<J>>,
    filled: Condvar,
}

struct State<J> {
    waiting: VecDeque<J>,
    closed: bool,
}

/// Why a job was not taken.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refused {
    #[error("{0} jobs wait for the database already")]
    Full(usize),
    #[error("the database is being closed")]
    Closed,
}

impl<J> Queue<J> {
    pub(super) fn new(name: &'static str, capacity: usize) -> Queue<J> {
        let state = State { waiting: VecDeque::with_capacity(capacity.min(1024)), closed: false };
        Queue { name, capacity, state: Mutex::new(state), filled: Condvar::new() }
    }

    /// Puts a job at the end, at once or not at all.
    pub(super) fn push(&self, job: J) -> Result<(), Refused> {
        let mut state = self.state();
        if state.closed {
            return Err(Refused::Closed);
        }
        if state.waiting.len() >= self.capacity {
            return Err(Refused::Full(self.capacity));
        }
        state.waiting.push_back(job);
        drop(state);
        self.filled.notify_one();
        Ok(())
    }

    /// Waits for a job; `None` when the queue is closed and empty.
    pub(super) fn take(&self) -> Option<J> {
        let mut state = self.wait();
        let job = state.waiting.pop_front();
        self.report(state);
        job
    }

    /// Waits for a job and takes what else waits, up to `most`; `None` when closed and empty.
    pub(super) fn take_many(&self, most: usize) -> Option<Vec<J>> {
        let mut state = self.wait();
        let count = state.waiting.len().min(most);
        let jobs: Vec<J> = state.waiting.drain(..count).collect();
        self.report(state);
        if jobs.is_empty() { None } else { Some(jobs) }
    }

    pub(super) fn close(&self) {
        self.state().closed = true;
        self.filled.notify_all();
    }

    fn wait(&self) -> MutexGuard<'_, State<J>> {
        self.filled
            .wait_while(self.state(), |state| state.waiting.is_empty() && !state.closed)
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn report(&self, state: MutexGuard<'_, State<J>>) {
        let depth = u32::try_from(state.waiting.len()).unwrap_or(u32::MAX);
        drop(state);
        metrics::gauge!("birge_db_queue_depth", "queue" => self.name).set(depth);
    }

    fn state(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_queue_refuses_and_takes_again_when_there_is_room() {
        let queue = Queue::new("test", 2);
        queue.push(1).unwrap();
        queue.push(2).unwrap();
        assert!(matches!(queue.push(3), Err(Refused::Full(2))));
        assert_eq!(queue.take(), Some(1));
        queue.push(3).unwrap();
        assert_eq!(queue.take_many(64), Some(vec![2, 3]));
    }

    #[test]
    fn a_closed_queue_gives_out_what_waits_and_then_ends() {
        let queue = Queue::new("test", 2);
        queue.push(1).unwrap();
        queue.close();
        assert!(matches!(queue.push(2), Err(Refused::Closed)));
        assert_eq!(queue.take(), Some(1));
        assert_eq!(queue.take(), None);
        assert_eq!(queue.take_many(64), None);
    }
}
