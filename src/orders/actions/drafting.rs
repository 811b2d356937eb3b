//! Drafts: begun with what the program can propose, changed, thrown away.

use super::group::{Group, desk};
use super::proposing::propose;
use super::{Tools, administered};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Moment, OrderId, PersonName, Problem, ProblemCode, Word as _,
};
use crate::orders::rules::changes::{changed, lines};
use crate::orders::rules::content::Content;
use crate::orders::rules::standing::Own;
use crate::orders::rules::steps::{self, FIELD};
use crate::orders::rules::words::OrderKind;
use crate::orders::store::{self, NewDraft};
use crate::secrets::sha256_hex;
use serde_json::json;

/// Which paper is begun.
#[derive(Debug, Clone, Copy)]
pub struct Begin {
    /// Of which edition.
    pub edition: EditionId,
    /// Which paper.
    pub kind: OrderKind,
    /// Who is expelled, where it expels.
    pub enrolment: Option<EnrolmentId>,
    /// What is corrected or cancelled, where it does that.
    pub about: Option<OrderId>,
}

/// Begins a draft, filled in as far as the program can; where there is such a draft already, that one is answered.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` naming what must be there first.
pub fn begin(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    wanted: &Begin,
    now: Moment,
) -> Result<OrderId, Problem> {
    let desk = desk(w, actor, wanted.edition, now)?;
    let group = &desk.group;
    let open_sheet = group.standing.open_sheet().map(|sheet| sheet.id);
    let about = if wanted.kind == OrderKind::Protocol { open_sheet } else { wanted.about };
    let mut faults: Vec<Fault> = group.locked(wanted.kind).into_iter().collect();
    if faults.is_empty() {
        faults.extend(steps::about_faults(wanted.kind, about, &group.standing));
        faults.extend(expelled_fault(group, wanted));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let key = draft_key(wanted, about);
    if let Some(known) = store::draft_under(w, &key)? {
        return Ok(known);
    }
    let content = propose(w, actor, (&desk, tools.words), (wanted, now))?;
    let (organisation, edition) = (group.edition.organisation_id, group.edition.id);
    let new = NewDraft { organisation, edition, about, key: &key, content: &content };
    let id = store::insert(w, &new, (actor.person, now))?;
    let after = json!({ "kind": wanted.kind.as_str(), "edition": edition, "about": about });
    note(w, actor, ("order-drafted", id), (None, Some(after)), now)?;
    Ok(id)
}

fn expelled_fault(group: &Group, wanted: &Begin) -> Option<Fault> {
    if wanted.kind != OrderKind::Expulsion {
        return None;
    }
    let own = group.standing.own();
    let studies = wanted.enrolment.and_then(|id| own.get(&id)).is_some_and(Own::studies);
    let name = wanted.enrolment.and_then(|id| group.name(id)).map(PersonName::full);
    let named = |fault: Fault| fault.with("name", name.unwrap_or_else(|| "—".to_owned()));
    (!studies).then(|| named(Fault::new("enrolment", "order-person-not-enrolled")))
}

/// One draft of each kind at a time; one for each person, and for each paper it is about.
fn draft_key(wanted: &Begin, about: Option<OrderId>) -> String {
    let of = wanted.enrolment.map(|id| id.0).filter(|_| wanted.kind == OrderKind::Expulsion);
    let of = of.or(about.map(|id| id.0)).unwrap_or_default();
    format!("{}:{}:{of}", wanted.edition, wanted.kind.as_str())
}

/// Changes a draft. What is wrong with it is said now where it is wrong by itself, and at signing where it does not fit
/// the group.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for a draft that was thrown away; `Conflict` for a signed
/// paper, and when somebody else has changed the draft; `Invalid` with the faults of all fields.
pub fn edit(
    w: &mut Write,
    actor: &Actor,
    (id, revision): (OrderId, i32),
    content: &Content,
    now: Moment,
) -> Result<(), Problem> {
    let row = administered(w, actor, id)?;
    if row.discarded_at.is_some() {
        return Err(Problem::not_found());
    }
    if !row.is_draft() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let mut faults = content.faults();
    if content.kind() != row.kind || moved(&row.content.0, content) {
        faults.push(Fault::new(FIELD, "order-another-kind"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if !store::save(w, (id, revision), content, (actor.person, now))? {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let (before, mut after) = (trace(revision, &row.content.0)?, trace(revision + 1, content)?);
    if let Some(after) = after.as_object_mut() {
        after.insert("fields".to_owned(), json!(changed(&row.content.0, content)));
    }
    note(w, actor, ("order-edited", id), (Some(before), Some(after)), now)
}

/// What the log keeps of a version: enough to prove which of the kept versions it was, and nothing about people.
fn trace(revision: i32, content: &Content) -> Result<serde_json::Value, Problem> {
    let text = serde_json::to_string(content).map_err(Problem::internal)?;
    Ok(json!({ "revision": revision, "lines": lines(content), "sha256": sha256_hex(text.as_bytes()) }))
}

/// Whether an order that expels would be about somebody else than it was begun for.
fn moved(old: &Content, new: &Content) -> bool {
    match (old, new) {
        (Content::Expulsion { enrolment: old, .. }, Content::Expulsion { enrolment: new, .. }) => old != new,
        _ => false,
    }
}

/// Throws a draft away. It has no number yet, so none is lost; the row stays.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for a draft that was thrown away before; `Conflict` for a
/// signed paper: that is cancelled by another order.
pub fn discard(w: &mut Write, actor: &Actor, id: OrderId, now: Moment) -> Result<EditionId, Problem> {
    let row = administered(w, actor, id)?;
    if row.discarded_at.is_some() {
        return Err(Problem::not_found());
    }
    if !row.is_draft() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    store::discard(w, id, (actor.person, now))?;
    let before = trace(row.revision, &row.content.0)?;
    note(w, actor, ("order-discarded", id), (Some(before), None), now)?;
    Ok(row.edition_id)
}

/// Writes an act down.
pub(super) fn note(
    w: &mut Write,
    actor: &Actor,
    (action, id): (&'static str, OrderId),
    (before, after): (Option<serde_json::Value>, Option<serde_json::Value>),
    now: Moment,
) -> Result<(), Problem> {
    audit::record(w, actor, now, Entry { action, subject: ("order", id.0), before, after })
}
