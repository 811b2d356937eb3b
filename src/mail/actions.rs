//! Putting a letter into the outbox, and looking at what is in it.

use super::store::MailRow;
use super::{Brought, Letter, jobs, store};
use crate::db::{Read, Write};
use crate::jobs::{NewJob, Trouble, enqueue, troubles};
use crate::kernel::{Actor, MailId, Moment, Problem};
use std::collections::HashMap;

/// Sends a letter once the caller's transaction is committed, and not at all if it is not. The text is
/// rendered later, by the job; the row says from now on that there is such a letter.
///
/// # Errors
/// When the database refuses the rows.
pub fn send(w: &mut Write, now: Moment, letter: &Letter) -> Result<MailId, Problem> {
    let mail = store::insert(w, letter, now)?;
    let payload = jobs::payload(mail, letter.data.clone());
    enqueue(w, now, NewJob { kind: jobs::KIND, payload, unique_key: Some(key(mail)) })?;
    Ok(mail)
}

/// Sends a letter that the reader's calendar understands as well: an invitation to an event, a change of it, or its
/// cancellation.
///
/// # Errors
/// When the database refuses the rows.
pub fn send_with(w: &mut Write, now: Moment, letter: &Letter, brought: &Brought) -> Result<MailId, Problem> {
    let mail = send(w, now, letter)?;
    store::insert_event(w, mail, brought)?;
    Ok(mail)
}

/// The key of the job that delivers a letter.
fn key(mail: MailId) -> String {
    format!("{}-{mail}", jobs::KIND)
}

/// A letter of the outbox.
#[derive(Debug, Clone)]
pub struct Posted {
    /// The letter.
    pub row: MailRow,
    /// Why it did not go yet, where it was tried.
    pub trouble: Option<Trouble>,
}

impl Posted {
    /// What the last try said, without the code of the problem; empty when there was no trouble.
    pub fn said(&self) -> &str {
        let said =
            self.trouble.as_ref().and_then(|trouble| trouble.last_error.as_deref()).unwrap_or_default();
        said.strip_prefix("internal: ").unwrap_or(said)
    }
}

/// Letters before a given one, the newest first, with what keeps them here.
///
/// # Errors
/// `Forbidden` for whoever is no administrator of the site.
pub fn outbox(
    r: &mut Read,
    actor: &Actor,
    before: Option<MailId>,
    limit: i64,
) -> Result<Vec<Posted>, Problem> {
    actor.require_site_administrator()?;
    let rows = store::newest(r, before, limit)?;
    let waiting: Vec<String> =
        rows.iter().filter(|row| row.sent_at.is_none()).map(|row| key(row.id)).collect();
    let mut found: HashMap<String, Trouble> =
        troubles(r, &waiting)?.into_iter().filter_map(|one| Some((one.key.clone()?, one))).collect();
    let posted = |row: MailRow| Posted { trouble: found.remove(&key(row.id)), row };
    Ok(rows.into_iter().map(posted).collect())
}
