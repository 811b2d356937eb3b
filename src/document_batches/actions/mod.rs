//! What is done with batches: started, worked off part by part, stopped, continued, put together, looked at.

mod packing;
mod reading;
mod starting;
mod working;

use crate::kernel::{Actor, DocumentBatchId, Problem};
use crate::mail::Recipient;

pub use packing::{Packing, keep, packing};
pub use reading::{Lines, Listed, Shown, file, index, people, show};
pub use starting::{Letters, Start, carry_on, start, start_letters};
pub use working::{begun, finish, part, stop, turn_down};

/// The job that issues; its payload is the batch and the number of the run.
pub const ISSUE_JOB: &str = "document-batch-issue";
/// The job that puts the papers together.
pub const PACK_JOB: &str = "document-batch-pack";

/// The key under which a run is put into the outbox.
pub fn run_key(batch: DocumentBatchId, run: i32) -> String {
    format!("{ISSUE_JOB}:{batch}:{run}")
}

/// The key under which the packing is.
pub fn pack_key(batch: DocumentBatchId) -> String {
    format!("{PACK_JOB}:{batch}")
}

/// Who starts a batch, as the mail knows them.
fn recipient(actor: &Actor) -> Result<Recipient, Problem> {
    Ok(Recipient {
        person: Some(actor.person_id()?),
        address: actor.email.clone(),
        name: actor.name.full(),
        language: actor.language,
    })
}
