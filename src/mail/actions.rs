//! Putting a letter into the outbox.

use super::{Letter, jobs, store};
use crate::db::Write;
use crate::jobs::{NewJob, enqueue};
use crate::kernel::{MailId, Moment, Problem};

/// Sends a letter once the caller's transaction is committed, and not at all if it is not. The text is
/// rendered later, by the job; the row says from now on that there is such a letter.
///
/// # Errors
/// When the database refuses the rows.
pub fn send(w: &mut Write, now: Moment, letter: &Letter) -> Result<MailId, Problem> {
    let mail = store::insert(w, letter, now)?;
    let payload = jobs::payload(mail, letter.data.clone());
    let job = NewJob { kind: jobs::KIND, payload, unique_key: Some(format!("{}-{mail}", jobs::KIND)) };
    enqueue(w, now, job)?;
    Ok(mail)
}
