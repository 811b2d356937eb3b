//! Setting what an edition asks. Earlier rules are kept.

use crate::attendance::store::marks;
use crate::audit;
use crate::continuing_training::rules::TrainingRule;
use crate::continuing_training::store::{self, RuleRow};
use crate::db::{Read, Write};
use crate::editions::actions as editions;
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, Actor, EditionId, Localised, Moment, PersonId, PersonName, Problem};
use crate::progress::store as progress;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// What the form of a rule is made of.
#[derive(Debug, Clone)]
pub struct RuleSheet {
    /// The edition.
    pub edition: EditionRow,
    /// Its rules, the newest first.
    pub rules: Vec<RuleRow>,
    /// The activities that can be attended, in the order of the programme.
    pub activities: Vec<(ActivityId, Localised)>,
    /// The names of those who set the rules.
    pub names: HashMap<PersonId, PersonName>,
}

/// The rules of an edition for its administrators.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn sheet(r: &mut Read, actor: &Actor, id: EditionId) -> Result<RuleSheet, Problem> {
    let edition = editions::administered(r, actor, id)?;
    let rules = store::rules(r, id)?;
    let activities = attended(r, &edition)?;
    let authors: HashSet<PersonId> = rules.iter().filter_map(|row| row.set_by).collect();
    let names = marks::names(r, &authors.into_iter().collect::<Vec<_>>())?.into_iter().collect();
    Ok(RuleSheet { edition, rules, activities, names })
}

fn attended(r: &mut Read, edition: &EditionRow) -> Result<Vec<(ActivityId, Localised)>, Problem> {
    let planned = progress::planned(r, edition.version_id)?;
    let attended = planned.iter().filter(|one| !one.kind.has_text());
    Ok(attended.map(|one| (one.id, one.title.0.clone())).collect())
}

/// Sets what an edition asks from now on, also of the quarters before; the same rule once more is no new one.
///
/// # Errors
/// `NotFound` for whoever does not administer the edition; `Invalid` with the faults of the fields.
pub fn set_rule(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    rule: &TrainingRule,
    now: Moment,
) -> Result<(), Problem> {
    let edition = editions::administered(w, actor, id)?;
    let known: HashSet<ActivityId> = attended(w, &edition)?.into_iter().map(|(id, _)| id).collect();
    let faults = rule.faults(&known);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let mut rule = rule.clone();
    rule.activities.sort_unstable();
    rule.activities.dedup();
    let before = store::rule(w, id)?;
    if before.as_ref().is_some_and(|row| row.rule == rule) {
        return Ok(());
    }
    let number = before.as_ref().map_or(1, |row| row.number + 1);
    store::insert_rule(w, (id, number), &rule, (actor.person, now))?;
    let entry = audit::Entry {
        action: "training-rule-set",
        subject: ("edition", id.0),
        before: before.map(|row| as_json(&row.rule)),
        after: Some(as_json(&rule)),
    };
    audit::record(w, actor, now, entry)
}

fn as_json(rule: &TrainingRule) -> Value {
    json!({ "initial_minutes": rule.initial, "quarterly": rule.quarterly, "least_minutes": rule.least,
        "activities": rule.activities })
}
