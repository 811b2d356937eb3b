//! Hiding what names people who must not be named (H7).

use super::letters::{News, tell_author};
use super::opening::{Found, found, settle};
use super::talking::record;
use crate::db::{Read, Write};
use crate::grading::rules::reason;
use crate::kernel::{Actor, Moment, Problem, ProblemCode, SiteCaseEntryId, SiteCaseId};
use crate::site_cases::rules::{May, Side};
use crate::site_cases::store;
use serde_json::json;

/// Hides the text of a case with this number from everybody but administrators. The author is told, and asked to write
/// it again; what is in their draft stays, for them alone to mend.
///
/// # Errors
/// As [`found`]; as [`Found::allow`]; `Conflict` when it is hidden already, and when its author has written another one
/// since: the reason is about what was read. `Invalid` without a reason.
pub fn hide_text(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    (number, typed): (i32, &str),
    now: Moment,
) -> Result<(), Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Protect)?;
    let text = found.text().filter(|text| text.hidden.is_none() && text.number == number);
    if text.is_none() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let reason = reason(typed).map_err(|fault| Problem::invalid(vec![fault]))?;
    store::hide_text(w, (id, number), &reason, (actor.person, now))?;
    settle(w, &found.row)?;
    let after = Some(json!({ "hidden": true, "number": number, "reason": reason }));
    record(w, actor, &found, ("site-case-hidden", None, after), now)?;
    tell_author(w, &found, News::Hidden, now)
}

/// The case at which something was said.
///
/// # Errors
/// As [`found`].
pub fn case_of(r: &mut Read, actor: &Actor, id: SiteCaseEntryId) -> Result<SiteCaseId, Problem> {
    let case = store::entry_place(r, id)?.ok_or_else(Problem::not_found)?;
    Ok(found(r, actor, case)?.row.id)
}

/// Hides a message, a conclusion or a reason.
///
/// # Errors
/// As [`hide_text`]; `Conflict` where nothing was said.
pub fn hide_entry(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseEntryId,
    typed: &str,
    now: Moment,
) -> Result<(), Problem> {
    let case = store::entry_place(w, id)?.ok_or_else(Problem::not_found)?;
    let found = found(w, actor, case)?;
    found.allow(May::Protect)?;
    let entry = found.entries.iter().find(|entry| entry.id == id && !entry.text.is_empty());
    let entry = entry.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    let reason = reason(typed).map_err(|fault| Problem::invalid(vec![fault]))?;
    store::hide_entry(w, id, &reason, (actor.person, now))?;
    settle(w, &found.row)?;
    let after = Some(json!({ "hidden": true, "entry": id, "reason": reason }));
    record(w, actor, &found, ("site-case-hidden", None, after), now)?;
    if entry.side == Side::Author { tell_author(w, &found, News::Hidden, now) } else { Ok(()) }
}

/// A case with everything that was hidden, for an administrator; the look itself is written down.
///
/// # Errors
/// `NotFound` for anybody else, and where nothing is hidden.
pub fn look(w: &mut Write, actor: &Actor, id: SiteCaseId, now: Moment) -> Result<Found, Problem> {
    let mut found = found(w, actor, id)?;
    if !found.may_look || !found.has_hidden() {
        return Err(Problem::not_found());
    }
    found.texts = store::texts(w, &[id], true)?;
    found.entries = store::entries(w, id, true)?;
    record(w, actor, &found, ("hidden-site-case-read", None, None), now)?;
    Ok(found)
}
