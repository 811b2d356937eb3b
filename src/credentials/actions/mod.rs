//! What is done with credentials: places in the lists of statuses are taken and revoked in the transactions of the
//! documents, keys are made, changed and withdrawn, documents are signed, and anybody's credential is verified.

pub mod keys;
pub mod lists;
pub mod published;
pub mod signing;
pub mod verifying;
pub mod withdrawing;

use super::rules::status::position;
use super::store::statuses;
use crate::db::Write;
use crate::kernel::{Moment, Problem, PublicId};

pub use statuses::StatusRow;

/// So many places are drawn at the most. In a list that is at most half full a thousand taken ones in a row do not
/// happen; a source of numbers that repeats itself does.
const TRIES: usize = 1000;

/// Gives a document its place in a list of statuses: drawn at random, the document's for ever. To be called in the
/// transaction that issues it; a document that has a place keeps it.
///
/// # Errors
/// `Internal` when the randomness repeats itself.
pub fn reserve(
    w: &mut Write,
    public_id: &PublicId,
    random: &mut dyn FnMut() -> u64,
    now: Moment,
) -> Result<StatusRow, Problem> {
    if let Some(status) = statuses::status_of(w, public_id)? {
        return Ok(status);
    }
    let list = statuses::open_list(w, now)?;
    for _ in 0..TRIES {
        if statuses::place(w, (list, position(random())), public_id, now)? {
            let status = statuses::status_of(w, public_id)?;
            return status.ok_or_else(|| Problem::internal(anyhow::anyhow!("the status is gone")));
        }
    }
    Err(Problem::internal(anyhow::anyhow!("no free place was drawn in a list of statuses")))
}

/// Gives documents their places, as [`reserve`] does for one: a fixed number of queries, whatever the number of documents,
/// as long as hardly any draw is taken already.
///
/// # Errors
/// `Internal` when the randomness repeats itself.
pub fn reserve_all(
    w: &mut Write,
    public_ids: &[PublicId],
    random: &mut dyn FnMut() -> u64,
    now: Moment,
) -> Result<(), Problem> {
    let placed = statuses::placed(w, public_ids)?;
    let mut waiting: Vec<PublicId> = public_ids.iter().filter(|id| !placed.contains(*id)).cloned().collect();
    let mut taken = None;
    for _ in 0..TRIES {
        if waiting.is_empty() {
            return Ok(());
        }
        // What a list has counted for us stays ours until it is drawn: counts of places only ever grow.
        let (list, room) = match taken {
            Some((list, room)) if room > 0 => (list, room),
            _ => statuses::open_list_for(w, waiting.len(), now)?,
        };
        let drawn: Vec<(i32, PublicId)> =
            waiting.iter().take(room).map(|id| (position(random()), id.clone())).collect();
        let done = statuses::place_all(w, list, &drawn, now)?;
        taken = Some((list, room.saturating_sub(done.len())));
        waiting.retain(|id| !done.contains(id));
    }
    Err(Problem::internal(anyhow::anyhow!("no free place was drawn in a list of statuses")))
}

/// Revokes the credential of a document, once and for all. To be called in the transaction that revokes or replaces it;
/// a document without a place has no credential yet, and gets a revoked one.
///
/// # Errors
/// The database's.
pub fn revoke(w: &mut Write, public_id: &PublicId, now: Moment) -> Result<(), Problem> {
    match statuses::status_of(w, public_id)? {
        Some(status) => statuses::revoke(w, &status, now),
        None => Ok(()),
    }
}
