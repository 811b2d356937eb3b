//! Putting a letter into the outbox, and looking at what is in it.

pub mod messages;
pub mod ways;
pub mod wishes;

use super::store::MailRow;
use super::store::digests::{self, DigestRow};
use super::{Brought, Letter, jobs, rules, store};
use crate::db::{Read, Write};
use crate::jobs::{NewJob, Trouble, enqueue, enqueue_all, troubles};
use crate::kernel::{Actor, MailDigestId, MailId, Moment, Problem};
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

/// Sends many letters once the caller's transaction is committed: as [`send`], in a few statements however many they are.
///
/// # Errors
/// When the database refuses the rows.
pub fn send_all(w: &mut Write, now: Moment, letters: &[Letter]) -> Result<(), Problem> {
    let mails = store::insert_all(w, letters, now)?;
    let job = |(mail, letter): (MailId, &Letter)| NewJob {
        kind: jobs::KIND,
        payload: jobs::payload(mail, letter.data.clone()),
        unique_key: Some(key(mail)),
    };
    enqueue_all(w, now, mails.into_iter().zip(letters).map(job).collect())
}

/// Writes a letter that stands among the messages of its person and never goes by mail: in the morning it would be too
/// late for it, and at night it would wake somebody.
///
/// # Errors
/// When the database refuses the rows.
pub fn keep_on_site(w: &mut Write, now: Moment, letter: &Letter) -> Result<MailId, Problem> {
    let mail = send(w, now, letter)?;
    store::set_kept(w, &[mail], now)?;
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

/// The key of the job that delivers a letter after the quiet hours.
fn later_key(mail: MailId, at: Moment) -> String {
    format!("{}-{mail}-{}", jobs::LATER, at.0.timestamp())
}

/// The key of the job that has a letter in its hands now.
fn present_key(row: &MailRow) -> String {
    row.waits_until.map_or_else(|| key(row.id), |at| later_key(row.id, at))
}

/// A letter of the outbox.
#[derive(Debug, Clone)]
pub struct Posted {
    /// The letter.
    pub row: MailRow,
    /// Why it did not go yet, where it was tried.
    pub trouble: Option<Trouble>,
    /// The letters it goes together with, where the person wants it so.
    pub digest: Option<DigestRow>,
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A server, or the folder, took it: itself or the letter that gathered it.
    Sent(Moment),
    /// It stands among the messages of its person and does not go by mail.
    SiteOnly(Moment),
    /// It waits for the letter of the day.
    Digest(Moment),
    /// It waits for the end of the quiet hours.
    Later(Moment),
    /// It is to go now.
    Waiting,
}

impl Posted {
    /// What the last try said, without the code of the problem; empty when there was no trouble.
    pub fn said(&self) -> &str {
        let said =
            self.trouble.as_ref().and_then(|trouble| trouble.last_error.as_deref()).unwrap_or_default();
        said.strip_prefix("internal: ").unwrap_or(said)
    }

    /// What became of it by now.
    pub fn state(&self, now: Moment) -> State {
        let row = &self.row;
        match (row.sent_at, row.kept_at, &self.digest, row.waits_until) {
            (Some(at), ..) => State::Sent(at),
            (None, Some(at), ..) => State::SiteOnly(at),
            (None, None, Some(digest), _) => State::Digest(digest.due_at),
            (None, None, None, Some(until)) if until > now => State::Later(until),
            _ => State::Waiting,
        }
    }

    /// Whether the text of the letter is kept no longer, because a one-time link stood in it.
    pub fn is_forgotten(&self) -> bool {
        rules::is_secret(&self.row.name) && self.row.sent_at.is_some() && self.row.body_text.is_empty()
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
    let waiting: Vec<String> = rows.iter().filter(|row| !row.is_settled()).map(present_key).collect();
    let mut found: HashMap<String, Trouble> =
        troubles(r, &waiting)?.into_iter().filter_map(|one| Some((one.key.clone()?, one))).collect();
    let gathering: Vec<MailDigestId> = rows.iter().filter_map(|row| row.digest).collect();
    let together: HashMap<MailDigestId, DigestRow> =
        digests::among(r, &gathering)?.into_iter().map(|digest| (digest.id, digest)).collect();
    let posted = |row: MailRow| Posted {
        trouble: found.remove(&present_key(&row)),
        digest: row.digest.and_then(|digest| together.get(&digest).cloned()),
        row,
    };
    Ok(rows.into_iter().map(posted).collect())
}
