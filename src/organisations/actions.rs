//! What administrators do with organisations, and how the rooms to the right ask about them.

use super::rules::{self, Details, Sector};
use super::store::{self, OrganisationRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::name::fold;
use crate::kernel::{Actor, Fault, Moment, OrganisationId, Problem};
use serde_json::json;
use std::collections::HashMap;

/// Adds an organisation.
///
/// # Errors
/// `Forbidden` for anybody but an administrator; `Invalid` naming the organisation that has this name already.
pub fn create(
    w: &mut Write,
    actor: &Actor,
    details: &Details,
    now: Moment,
) -> Result<OrganisationId, Problem> {
    require_administrator(actor)?;
    check_against_others(w, details, None)?;
    let id = store::insert(w, details, now)?;
    let entry = audit::Entry {
        action: "organisation-created",
        subject: ("organisation", id.0),
        before: None,
        after: Some(json!(details)),
    };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}

/// Changes what is known about an organisation.
///
/// # Errors
/// `NotFound`; `Forbidden` for administrators of other organisations; `Invalid` as in [`create`], and for a
/// place in the tree under itself.
pub fn update(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    details: &Details,
    now: Moment,
) -> Result<(), Problem> {
    let old = store::find(w, id)?.ok_or_else(Problem::not_found)?;
    if !rules::may_change(actor, &store::tree(w)?.chain(id)) {
        return Err(Problem::forbidden());
    }
    check_against_others(w, details, Some(id))?;
    store::update(w, id, details)?;
    let entry = audit::Entry {
        action: "organisation-changed",
        subject: ("organisation", id.0),
        before: Some(json!(old.details())),
        after: Some(json!(details)),
    };
    audit::record(w, actor, now, entry)
}

/// The organisation of a name, added when there is none (B14). An import knows nothing but the name.
///
/// # Errors
/// As [`create`].
pub fn named(w: &mut Write, actor: &Actor, name: &str, now: Moment) -> Result<OrganisationId, Problem> {
    if let Some(known) = store::by_name_fold(w, &fold(name))? {
        return Ok(known.id);
    }
    create(w, actor, &Details::named(name, Sector::Other), now)
}

/// An organisation in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The organisation.
    pub row: OrganisationRow,
    /// How deep it stands in the tree; 0 in search results.
    pub depth: usize,
    /// The short name of the one above it.
    pub parent: Option<String>,
    /// How many accounts belong to it.
    pub people: i64,
}

/// The organisations whose name, short name or city holds the wanted text, in the order of the tree.
///
/// # Errors
/// `Forbidden` for anybody but an administrator.
pub fn list(r: &mut Read, actor: &Actor, wanted: &str) -> Result<Vec<Listed>, Problem> {
    require_administrator(actor)?;
    let rows: HashMap<OrganisationId, OrganisationRow> =
        store::all(r)?.into_iter().map(|row| (row.id, row)).collect();
    let counts = store::people_counts(r)?;
    let names: Vec<(OrganisationId, &str)> = rows.values().map(|row| (row.id, row.name.as_str())).collect();
    let found = |row: &&OrganisationRow| {
        let city = row.city.as_deref().unwrap_or_default();
        rules::matches(wanted, &[&row.name, &row.short_name, city])
    };
    let listed = |(id, depth): (OrganisationId, usize)| {
        let row = rows.get(&id).filter(found)?.clone();
        let parent = row.parent_id.and_then(|above| rows.get(&above)).map(|above| above.short_name.clone());
        let people = counts.get(&id).copied().unwrap_or_default();
        Some(Listed { row, depth: if wanted.is_empty() { depth } else { 0 }, parent, people })
    };
    Ok(store::tree(r)?.in_order(&names).into_iter().filter_map(listed).collect())
}

/// An organisation with what its form needs.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The organisation.
    pub row: OrganisationRow,
    /// Whether this reader may change it.
    pub may_change: bool,
    /// Every organisation it could stand under.
    pub parents: Vec<(OrganisationId, String)>,
}

/// An organisation.
///
/// # Errors
/// `NotFound`; `Forbidden` for anybody but an administrator.
pub fn show(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<Shown, Problem> {
    require_administrator(actor)?;
    let row = store::find(r, id)?.ok_or_else(Problem::not_found)?;
    let tree = store::tree(r)?;
    let parents = choices(r, actor)?.into_iter().filter(|(other, _)| !tree.chain(*other).contains(&id));
    Ok(Shown { row, may_change: rules::may_change(actor, &tree.chain(id)), parents: parents.collect() })
}

/// Every organisation with its short name, by name, for lists to choose from.
///
/// # Errors
/// `Forbidden` for anybody but an administrator.
pub fn choices(r: &mut Read, actor: &Actor) -> Result<Vec<(OrganisationId, String)>, Problem> {
    require_administrator(actor)?;
    let rows = store::all(r)?;
    let mut names: Vec<(String, OrganisationId, String)> = rows
        .into_iter()
        .map(|row| (crate::kernel::name::fold_loose(&row.name), row.id, row.short_name))
        .collect();
    names.sort();
    Ok(names.into_iter().map(|(_, id, name)| (id, name)).collect())
}

fn check_against_others(r: &mut Read, details: &Details, own: Option<OrganisationId>) -> Result<(), Problem> {
    let mut faults = Vec::new();
    let same = store::by_name_fold(r, &details.name_fold())?.filter(|other| Some(other.id) != own);
    if let Some(other) = same {
        faults.push(Fault::new("name", "organisation-exists").with("name", other.name).with("id", other.id));
    }
    if let Some(parent) = details.parent {
        let tree = store::tree(r)?;
        if store::find(r, parent)?.is_none() {
            faults.push(Fault::new("parent", "unknown"));
        } else if own.is_some_and(|own| tree.chain(parent).contains(&own)) {
            faults.push(Fault::new("parent", "organisation-under-itself"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

fn require_administrator(actor: &Actor) -> Result<(), Problem> {
    if actor.is_administrator() { Ok(()) } else { Err(Problem::forbidden()) }
}
