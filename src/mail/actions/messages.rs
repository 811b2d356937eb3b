//! Reading one's own messages on the site.

use crate::db::{Read, Write};
use crate::kernel::{Actor, MailId, Moment, Problem};
use crate::mail::store::messages::{self, MessageRow};

/// The actor's messages before a given one, the newest first.
///
/// # Errors
/// `Forbidden` for whoever has no account.
pub fn list(
    r: &mut Read,
    actor: &Actor,
    before: Option<MailId>,
    limit: i64,
) -> Result<Vec<MessageRow>, Problem> {
    messages::of(r, actor.person_id()?, before, limit)
}

/// How many of the actor's messages were not opened.
///
/// # Errors
/// `Forbidden` for whoever has no account.
pub fn unread(r: &mut Read, actor: &Actor) -> Result<i64, Problem> {
    messages::unread(r, actor.person_id()?)
}

/// One of the actor's messages.
///
/// # Errors
/// `NotFound` when it is not theirs, or is no message.
pub fn show(r: &mut Read, actor: &Actor, id: MailId) -> Result<MessageRow, Problem> {
    messages::one(r, actor.person_id()?, id)?.ok_or_else(Problem::not_found)
}

/// Notes that the actor opened a message. The first time counts.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn read(w: &mut Write, actor: &Actor, id: MailId, now: Moment) -> Result<(), Problem> {
    show(w, actor, id)?;
    messages::set_read(w, actor.person_id()?, id, now)
}

/// Notes that the actor has seen their messages up to one of them: those that came later are still news. Answers of how
/// many that is said now.
///
/// # Errors
/// `Forbidden` for whoever has no account.
pub fn read_until(w: &mut Write, actor: &Actor, until: MailId, now: Moment) -> Result<usize, Problem> {
    messages::set_read_until(w, actor.person_id()?, until, now)
}
