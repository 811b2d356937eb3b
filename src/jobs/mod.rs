//! Work that is done after the answer: mail, documents in batches, clean-up. A job is a row written in
//! the transaction whose effect it carries out, so it exists if and only if that was committed. It runs
//! at least once; handlers must bear running twice.

mod outbox;
mod rules;
mod runner;

pub use outbox::{
    FailedJob, NewJob, Tally, Trouble, enqueue, enqueue_ahead, enqueue_all, enqueue_at, failed,
    forget_finished_before, forget_payload, revive, tally, troubles,
};
pub use rules::{CLAIM_MINUTES, MOST_TRIES, wait_after};
pub use runner::{Job, Runner, Running};
