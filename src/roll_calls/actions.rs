//! Closing a sheet and opening it again, noting guests, counting heads; and what stands around a sheet.

use super::rules::{self, Guests, HeadCount};
use super::store::{self, HeadRow};
use crate::attendance::actions::{self as attendance, Sheet};
use crate::attendance::rules::marks::require_markable;
use crate::attendance::store::closings::{self, ClosingRow, LateChange};
use crate::attendance::store::made_up::{self, MakeUpRow};
use crate::attendance::store::marks;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, PersonId, PersonName, Problem, ProblemCode, SessionId};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// What stands around a sheet.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// Every closing, the newest first.
    pub closings: Vec<ClosingRow>,
    /// What was changed while it was closed, the oldest first.
    pub late: Vec<LateChange>,
    /// The guests.
    pub guests: Vec<Guests>,
    /// The counts of heads, the newest first.
    pub heads: Vec<HeadRow>,
    /// What made up for having missed the session.
    pub make_ups: Vec<MakeUpRow>,
    /// The names of all who did any of that.
    pub names: HashMap<PersonId, PersonName>,
    /// Whether the reader may open a closed sheet again.
    pub may_reopen: bool,
}

impl Desk {
    /// The closing that holds.
    pub fn closing(&self) -> Option<&ClosingRow> {
        self.closings.iter().find(|row| row.reopened_at.is_none())
    }

    /// How many guests there are.
    pub fn guest_count(&self) -> i32 {
        self.guests.iter().map(|one| one.people).sum()
    }
}

/// What stands around a sheet that the actor may see.
///
/// # Errors
/// The database's.
pub fn desk(r: &mut Read, actor: &Actor, sheet: &Sheet) -> Result<Desk, Problem> {
    let id = sheet.session.id;
    let (closings, late) = (closings::of_session(r, id)?, closings::late(r, id)?);
    let heads = store::heads(r, id)?;
    let closers = closings.iter().flat_map(|row| [row.closed_by, row.reopened_by]);
    let people = closers.chain(late.iter().map(|one| one.by)).chain(heads.iter().map(|row| row.by));
    let people: BTreeSet<PersonId> = people.flatten().collect();
    let people: Vec<PersonId> = people.into_iter().collect();
    Ok(Desk {
        guests: store::guests(r, id)?,
        make_ups: made_up::of_session(r, id)?,
        names: marks::names(r, &people)?.into_iter().collect(),
        may_reopen: actor.require_administrator_of(sheet.edition.organisation_id).is_ok(),
        closings,
        late,
        heads,
    })
}

/// The field with the fingerprint of the guests that somebody saw.
pub const SEEN: &str = "guests-seen";

/// A sheet that is being worked on: its session is under way or over, and not cancelled.
fn open_sheet(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Sheet, Problem> {
    let sheet = attendance::sheet(r, actor, id, now)?;
    require_markable(sheet.session.starts_at, sheet.session.cancelled_at.is_some(), now)?;
    Ok(sheet)
}

/// Closes a sheet. Who has no mark is listed first: then it is closed only if the trainer says so.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`; `Invalid` when somebody has no mark and `anyway` was not said. A closed sheet
/// stays closed.
pub fn close(w: &mut Write, actor: &Actor, id: SessionId, anyway: bool, now: Moment) -> Result<(), Problem> {
    let sheet = open_sheet(w, actor, id, now)?;
    if sheet.shut {
        return Ok(());
    }
    let unmarked = sheet.people.iter().filter(|one| one.mark.is_none()).count();
    if unmarked > 0 && !anyway {
        return Err(Problem::invalid(vec![Fault::new("anyway", "sheet-unmarked").with("count", unmarked)]));
    }
    let unmarked = i32::try_from(unmarked).map_err(Problem::internal)?;
    closings::insert(w, id, unmarked, (actor.person, now))?;
    let after = Some(json!({ "unmarked": unmarked }));
    let entry = audit::Entry { action: "sheet-closed", subject: ("session", id.0), before: None, after };
    audit::record(w, actor, now, entry)
}

/// Opens a closed sheet again.
///
/// # Errors
/// `NotFound`; `Forbidden` for anybody but an administrator; `Invalid` without a reason or with an endless one. An open
/// sheet stays open.
pub fn reopen(w: &mut Write, actor: &Actor, id: SessionId, reason: &str, now: Moment) -> Result<(), Problem> {
    let (_, edition, _) = attendance::taught_session(w, actor, id)?;
    actor.require_administrator_of(edition.organisation_id)?;
    if reason.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("reopening_reason", "sheet-reopen-why")]));
    }
    if reason.chars().count() > rules::LONGEST {
        let fault = Fault::new("reopening_reason", "too-long").with("limit", rules::LONGEST);
        return Err(Problem::invalid(vec![fault]));
    }
    let Some(closing) = closings::standing(w, id)? else { return Ok(()) };
    closings::reopen(w, closing, reason, (actor.person, now))?;
    let after = Some(json!({ "reason": reason }));
    let entry = audit::Entry { action: "sheet-reopened", subject: ("session", id.0), before: None, after };
    audit::record(w, actor, now, entry)
}

/// Notes the guests of a session in the place of those noted before (L7), which their author saw under this fingerprint;
/// without one whatever was noted is replaced.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`; `Invalid` with the faults of the list; `Conflict` when somebody else noted
/// other guests meanwhile.
pub fn note_guests(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    (guests, seen): (&[Guests], Option<&str>),
    now: Moment,
) -> Result<(), Problem> {
    open_sheet(w, actor, id, now)?;
    let faults = rules::guest_faults(guests);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let before = store::guests(w, id)?;
    if before == guests {
        return Ok(());
    }
    if seen.is_some_and(|seen| seen != rules::fingerprint(&before)) {
        let faults = vec![Fault::new(SEEN, "guests-overtaken")];
        return Err(Problem { faults, ..Problem::new(ProblemCode::Conflict) });
    }
    store::replace_guests(w, id, guests, (actor.person, now))?;
    let list = |guests: &[Guests]| {
        let line = |one: &Guests| json!({ "category": one.category, "name": one.name, "people": one.people });
        guests.iter().map(line).collect::<serde_json::Value>()
    };
    let (before, after) = (Some(list(&before)), Some(list(guests)));
    let entry = audit::Entry { action: "guests-noted", subject: ("session", id.0), before, after };
    audit::record(w, actor, now, entry)
}

/// Notes how many people are in the room, beside what the sheet says of it. Nothing hangs on it.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`; `Invalid` when nobody is in the room for the session, or the number cannot
/// be one.
pub fn count_heads(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    people: i32,
    now: Moment,
) -> Result<HeadCount, Problem> {
    let sheet = open_sheet(w, actor, id, now)?;
    if !sheet.session.mode.has_place() {
        return Err(Problem::new(ProblemCode::NotFound));
    }
    if !(0..=rules::MOST_GUESTS).contains(&people) {
        let fault = Fault::new("heads", "out-of-range").with("low", 0).with("high", rules::MOST_GUESTS);
        return Err(Problem::invalid(vec![fault]));
    }
    let there = sheet.people.iter().filter_map(|one| one.mark.as_ref());
    let marked = there.filter(|(row, _)| rules::in_room(&row.mark)).count();
    let guests = store::guests(w, id)?.iter().map(|one| one.people).sum();
    let marked = i32::try_from(marked).map_err(Problem::internal)?;
    let count = HeadCount { people, marked, guests };
    store::insert_heads(w, id, count, (actor.person, now))?;
    Ok(count)
}
