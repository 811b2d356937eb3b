//! Talking about a case: messages of both sides, who has it in hand, its end, and opening it again.

use super::letters::{News, tell_author, tell_staff};
use super::opening::{Found, add, found};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::kernel::{Actor, Moment, Problem, SiteCaseEntryId, SiteCaseId};
use crate::site_cases::rules::{self, EntryKind, May, Side};
use serde_json::json;

/// Writes a message. Whoever of those who teach answers first has the case in hand.
///
/// # Errors
/// As [`found`]; as [`Found::allow`]; `Invalid` for no words or too many.
pub fn say(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    typed: &str,
    now: Moment,
) -> Result<SiteCaseEntryId, Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Say)?;
    let text = message("message", typed)?;
    take_up(w, &found, actor, now)?;
    let entry = add(w, &found, actor, (EntryKind::Said, &text), now)?;
    tell_other_side(w, &found, actor, now)?;
    Ok(entry)
}

/// Takes a case on, also from somebody else.
///
/// # Errors
/// As [`found`]; as [`Found::allow`].
pub fn take(w: &mut Write, actor: &Actor, id: SiteCaseId, now: Moment) -> Result<(), Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Lead)?;
    if found.taker().is_some_and(|(taker, _)| Some(taker) == actor.person) {
        return Ok(());
    }
    take_on(w, &found, actor, now)
}

fn take_up(w: &mut Write, found: &Found, actor: &Actor, now: Moment) -> Result<(), Problem> {
    let free = found.side == Side::Staff && found.taker().is_none();
    if free { take_on(w, found, actor, now) } else { Ok(()) }
}

fn take_on(w: &mut Write, found: &Found, actor: &Actor, now: Moment) -> Result<(), Problem> {
    add(w, found, actor, (EntryKind::Taken, ""), now)?;
    let before = found.taker().map(|(person, _)| json!({ "person": person }));
    let after = Some(json!({ "person": actor.person }));
    record(w, actor, found, ("site-case-taken", before, after), now)
}

/// Closes a case with a conclusion.
///
/// # Errors
/// As [`found`]; as [`Found::allow`]; `Invalid` without a conclusion.
pub fn close(w: &mut Write, actor: &Actor, id: SiteCaseId, typed: &str, now: Moment) -> Result<(), Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Lead)?;
    let text = message("conclusion", typed)?;
    take_up(w, &found, actor, now)?;
    add(w, &found, actor, (EntryKind::Closed, &text), now)?;
    record(w, actor, &found, ("site-case-closed", None, None), now)?;
    tell_other_side(w, &found, actor, now)
}

/// Opens a case again.
///
/// # Errors
/// As [`found`]; as [`Found::allow`]; `Invalid` without a reason.
pub fn reopen(w: &mut Write, actor: &Actor, id: SiteCaseId, typed: &str, now: Moment) -> Result<(), Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Reopen)?;
    let text = message("reopening", typed)?;
    add(w, &found, actor, (EntryKind::Reopened, &text), now)?;
    record(w, actor, &found, ("site-case-reopened", None, None), now)?;
    tell_other_side(w, &found, actor, now)
}

fn message(field: &'static str, typed: &str) -> Result<String, Problem> {
    rules::message(field, typed).map_err(|fault| Problem::invalid(vec![fault]))
}

fn tell_other_side(w: &mut Write, found: &Found, actor: &Actor, now: Moment) -> Result<(), Problem> {
    match found.side {
        Side::Author => tell_staff(w, found, (actor, News::Written), now),
        Side::Staff => tell_author(w, found, News::Answered, now),
    }
}

type Change = (&'static str, Option<serde_json::Value>, Option<serde_json::Value>);

/// Writes an act into the audit. It never says what a text says: that may name people.
///
/// # Errors
/// The database's.
pub(super) fn record(
    w: &mut Write,
    actor: &Actor,
    found: &Found,
    (action, before, after): Change,
    now: Moment,
) -> Result<(), Problem> {
    let subject = ("site-case", found.row.id.0);
    audit::record(w, actor, now, Entry { action, subject, before, after })
}
