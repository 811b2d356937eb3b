//! Categories: made, renamed, put under each other.

use super::bank::Bank;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::name::{fold, tidy};
use crate::kernel::{Actor, Fault, Moment, Problem, QuestionCategoryId};
use crate::questions::rules::reach::Owner;
use crate::questions::rules::tree::{Category, NAME_LIMIT};
use crate::questions::store;
use serde_json::json;
use std::collections::HashMap;

/// A category as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CategoryDraft {
    /// What people call it.
    pub name: String,
    /// Whom it belongs to; where it stands under another, that one says so.
    pub owner: String,
    /// The category it stands under.
    pub parent: String,
}

/// The tree with the number of questions in each category.
///
/// # Errors
/// The database's.
pub fn all(r: &mut Read, actor: &Actor) -> Result<(Bank, HashMap<QuestionCategoryId, i64>), Problem> {
    Ok((Bank::of(r, actor)?, store::counts(r)?))
}

/// A category with what its form needs.
///
/// # Errors
/// `NotFound` for one that is out of reach.
pub fn show(r: &mut Read, actor: &Actor, id: QuestionCategoryId) -> Result<(Bank, Category), Problem> {
    let bank = Bank::of(r, actor)?;
    let category = bank.tree.get(id).cloned().ok_or_else(Problem::not_found)?;
    Ok((bank, category))
}

/// Adds a category.
///
/// # Errors
/// `Invalid` for a name that stands there already, and for a place that is out of reach or too deep.
pub fn create(
    w: &mut Write,
    actor: &Actor,
    draft: &CategoryDraft,
    now: Moment,
) -> Result<QuestionCategoryId, Problem> {
    let bank = Bank::of(w, actor)?;
    let mut faults = Vec::new();
    let parent = parent_of(&bank, draft, &mut faults);
    let above = parent.and_then(|id| bank.tree.get(id)).map(|row| row.owner);
    let owner = above.or_else(|| Owner::parse(&draft.owner)).filter(|owner| bank.reach.covers(*owner));
    if owner.is_none() {
        faults.push(Fault::new("owner", "choose-one"));
    }
    if let (Some(owner), Some(parent)) = (owner, parent)
        && let Err(code) = bank.tree.may_stand(owner, None, parent)
    {
        faults.push(Fault { code: code.to_owned(), ..Fault::new("parent", "unknown") });
    }
    let name = name_of(&bank, draft, (owner, parent, None), &mut faults);
    let (Some(owner), true) = (owner, faults.is_empty()) else { return Err(Problem::invalid(faults)) };
    let id = add(w, owner, parent, &name, now)?;
    let after = json!({ "name": name, "owner": owner.as_text(), "parent": parent });
    note(w, actor, now, ("question-category-created", id), (None, Some(after)))?;
    Ok(id)
}

/// What the keys of categories begin with that people made. Course files give keys without it, so the two never
/// meet.
const OWN: &str = "own/";

/// Adds a category under a key that is free there.
pub(super) fn add(
    w: &mut Write,
    owner: Owner,
    parent: Option<QuestionCategoryId>,
    name: &str,
    now: Moment,
) -> Result<QuestionCategoryId, Problem> {
    let key = free_key(w, owner, parent, (name, None))?;
    store::insert_category(w, owner, parent, (&key, name), now)
}

/// A key for a name that no sibling has. One that was renamed or moved later may still have the key of its old
/// name, so a name that is free is not enough.
fn free_key(
    r: &mut Read,
    owner: Owner,
    parent: Option<QuestionCategoryId>,
    (name, own): (&str, Option<QuestionCategoryId>),
) -> Result<String, Problem> {
    let taken = store::sibling_keys(r, owner, parent, own)?;
    let wished = format!("{OWN}{}", fold(name));
    let numbered = (2..).map(|number: u32| format!("{wished}-{number}"));
    let free = std::iter::once(wished.clone()).chain(numbered).find(|key| !taken.contains(key));
    Ok(free.unwrap_or(wished))
}

/// Renames a category or puts it under another of the same owner.
///
/// # Errors
/// `NotFound` for one that is out of reach; `Invalid` as in [`create`], and for a place under itself.
pub fn update(
    w: &mut Write,
    actor: &Actor,
    id: QuestionCategoryId,
    draft: &CategoryDraft,
    now: Moment,
) -> Result<(), Problem> {
    let (bank, old) = show(w, actor, id)?;
    let mut faults = Vec::new();
    let parent = parent_of(&bank, draft, &mut faults);
    if let Some(parent) = parent
        && let Err(code) = bank.tree.may_stand(old.owner, Some(id), parent)
    {
        faults.push(Fault { code: code.to_owned(), ..Fault::new("parent", "unknown") });
    }
    let name = name_of(&bank, draft, (Some(old.owner), parent, Some(id)), &mut faults);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let known = store::category_key(w, id)?.ok_or_else(Problem::not_found)?;
    // A course file finds its category by its key, wherever that was put.
    let key = if known.starts_with(OWN) { free_key(w, old.owner, parent, (&name, Some(id)))? } else { known };
    store::update_category(w, id, parent, (&key, &name))?;
    let values = (
        Some(json!({ "name": old.name, "parent": old.parent })),
        Some(json!({ "name": name, "parent": parent })),
    );
    note(w, actor, now, ("question-category-changed", id), values)
}

fn parent_of(bank: &Bank, draft: &CategoryDraft, faults: &mut Vec<Fault>) -> Option<QuestionCategoryId> {
    let typed = draft.parent.trim();
    let found = typed.parse().ok().filter(|id| bank.tree.get(*id).is_some());
    if found.is_none() && !typed.is_empty() {
        faults.push(Fault::new("parent", "unknown"));
    }
    found
}

type Spot = (Option<Owner>, Option<QuestionCategoryId>, Option<QuestionCategoryId>);

fn name_of(
    bank: &Bank,
    draft: &CategoryDraft,
    (owner, parent, own): Spot,
    faults: &mut Vec<Fault>,
) -> String {
    let name = tidy(&draft.name);
    if name.is_empty() {
        faults.push(Fault::new("name", "required"));
    }
    if name.chars().count() > NAME_LIMIT {
        faults.push(Fault::new("name", "too-long").with("limit", NAME_LIMIT));
    }
    let beside = |row: &&Category| {
        Some(row.owner) == owner
            && row.parent == parent
            && Some(row.id) != own
            && fold(&row.name) == fold(&name)
    };
    if bank.tree.all().any(|row| beside(&row)) {
        faults.push(Fault::new("name", "category-exists"));
    }
    name
}

fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, id): (&'static str, QuestionCategoryId),
    (before, after): (Option<serde_json::Value>, Option<serde_json::Value>),
) -> Result<(), Problem> {
    audit::record(w, actor, now, audit::Entry { action, subject: ("question-category", id.0), before, after })
}
