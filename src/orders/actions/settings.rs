//! The number of a group, the patterns of numbers, and exceptions for who certifies.

use super::group::{desk, group};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::store as editions;
use crate::kernel::name::{fold, tidy};
use crate::kernel::{
    Actor, CertifyingExceptionId, EditionId, Fault, Moment, OrganisationId, Problem, ProblemCode,
};
use crate::orders::rules::content::{Member, explained};
use crate::orders::rules::numbers::{number_fault, pattern_fault};
use crate::orders::rules::words::Series;
use crate::orders::store::group as rows;
use crate::orders::store::{numbers, ties};
use crate::organisations::store::{self as organisations, OrganisationRow};
use serde_json::json;

/// Sets the number of a group: each organisation gives it once. Papers that print it keep it, so it stays once one is
/// signed.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` for a number another group has, for letters no
/// register takes, and once a paper of the group is signed.
pub fn set_group(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    typed: &str,
    now: Moment,
) -> Result<(), Problem> {
    let group = group(w, actor, id, now)?;
    let number = tidy(typed);
    let organisation = group.edition.organisation_id;
    let mut faults: Vec<Fault> = number_fault("group_number", &number).into_iter().collect();
    if faults.is_empty() && rows::taken(w, organisation, id)?.contains(&number) {
        faults.push(Fault::new("group_number", "order-group-taken").with("number", &number));
    }
    let changed = group.number.as_ref().is_some_and(|known| *known != number);
    if changed && !group.standing.papers().is_empty() {
        faults.push(Fault::new("group_number", "order-group-printed"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    rows::set_number(w, (id, organisation), &number, (actor.person, now))?;
    let (before, after) = (group.number.map(|number| json!(number)), Some(json!(number)));
    audit::record(
        w,
        actor,
        now,
        Entry { action: "group-number-set", subject: ("edition", id.0), before, after },
    )
}

/// The patterns of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patterns {
    /// Of orders.
    pub orders: String,
    /// Of protocols.
    pub protocols: String,
}

/// The patterns of numbers of an organisation, for its administrators.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn patterns(
    r: &mut Read,
    actor: &Actor,
    id: OrganisationId,
) -> Result<(OrganisationRow, Patterns), Problem> {
    let organisation = organisations::find(r, id)?
        .filter(|_| actor.require_administrator_of(id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let orders = numbers::pattern(r, id, Series::Orders)?;
    let protocols = numbers::pattern(r, id, Series::Protocols)?;
    Ok((organisation, Patterns { orders, protocols }))
}

/// Sets the patterns of numbers; papers that are signed keep theirs.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` for a pattern without a number, with an unknown
/// placeholder, or with letters no register takes.
pub fn set_patterns(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    wanted: &Patterns,
    now: Moment,
) -> Result<(), Problem> {
    let (_, before) = patterns(w, actor, id)?;
    let faults = [("orders", &wanted.orders), ("protocols", &wanted.protocols)];
    let faults: Vec<Fault> =
        faults.into_iter().filter_map(|(field, pattern)| pattern_fault(field, pattern)).collect();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let by = (actor.person, now);
    numbers::set_pattern(w, (id, Series::Orders), &wanted.orders, by)?;
    numbers::set_pattern(w, (id, Series::Protocols), &wanted.protocols, by)?;
    let said =
        |patterns: &Patterns| Some(json!({ "orders": patterns.orders, "protocols": patterns.protocols }));
    let entry = Entry {
        action: "order-patterns-set",
        subject: ("organisation", id.0),
        before: said(&before),
        after: said(wanted),
    };
    audit::record(w, actor, now, entry)
}

/// Lets somebody certify people they are tied to. The reason is printed in the protocol.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` for somebody who is in no commission of the group,
/// without a reason, or twice.
pub fn except(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (name, reason): (&str, &str),
    now: Moment,
) -> Result<CertifyingExceptionId, Problem> {
    let desk = desk(w, actor, id, now)?;
    let drafted = desk.orders.iter().filter(|row| row.is_draft());
    let known: Vec<&Member> = drafted
        .flat_map(|row| row.content.0.members())
        .chain(&desk.commission)
        .filter(|member| fold(&member.name.full()) == fold(name))
        .collect();
    let mut faults = explained("reason", reason);
    let Some(member) = known.first().copied().cloned() else {
        faults.push(Fault::new("member", "order-exception-unknown"));
        return Err(Problem::invalid(faults));
    };
    if desk.exception(&member).is_some() {
        faults.push(Fault::new("member", "order-exception-twice").with("name", member.name.full()));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let (full, reason) = (member.name.full(), tidy(reason));
    let exception = ties::insert(w, id, (member.person, &full, &reason), (actor.person, now))?;
    let after = Some(json!({ "name": full, "person": member.person, "reason": reason }));
    let subject = ("edition", id.0);
    audit::record(w, actor, now, Entry { action: "certifying-excepted", subject, before: None, after })?;
    Ok(exception)
}

/// Takes an exception back; papers that were signed under it stay what they are.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for one that was taken back before.
pub fn revoke_exception(
    w: &mut Write,
    actor: &Actor,
    id: CertifyingExceptionId,
    now: Moment,
) -> Result<EditionId, Problem> {
    let edition = ties::edition_of(w, id)?.ok_or_else(Problem::not_found)?;
    let row = editions::edition(w, edition)?.ok_or_else(Problem::not_found)?;
    if actor.require_administrator_of(row.organisation_id).is_err() {
        return Err(Problem::new(ProblemCode::NotFound));
    }
    ties::revoke(w, id, (actor.person, now))?;
    let before = Some(json!({ "exception": id }));
    let subject = ("edition", edition.0);
    let entry = Entry { action: "certifying-exception-revoked", subject, before, after: None };
    audit::record(w, actor, now, entry)?;
    Ok(edition)
}
