//! Setting by what an organisation gives levels. Earlier rules are kept; levels follow at once, backwards too.

use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, Language, Localised, Moment, OrganisationId, PersonId, PersonName, Problem, ProgrammeId,
};
use crate::levels::rules::{Level, LevelRule};
use crate::levels::store::{self, RuleRow};
use crate::organisations::store as organisations;
use crate::programmes::store as programmes;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// What the form of a rule is made of.
#[derive(Debug, Clone)]
pub struct RuleSheet {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its rules, the newest first; none where the usual one holds.
    pub rules: Vec<RuleRow>,
    /// The programmes there are, by their newest title.
    pub programmes: Vec<(ProgrammeId, Localised)>,
    /// The names of those who set the rules.
    pub names: HashMap<PersonId, PersonName>,
}

impl RuleSheet {
    /// The rule that holds.
    pub fn holds(&self) -> LevelRule {
        self.rules.first().map_or_else(LevelRule::usual, |row| row.rule.clone())
    }
}

fn name(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<String, Problem> {
    let found = organisations::find(r, id)?.filter(|row| actor.require_administrator_of(row.id).is_ok());
    Ok(found.ok_or_else(Problem::not_found)?.name)
}

fn taught(r: &mut Read) -> Result<Vec<(ProgrammeId, Localised)>, Problem> {
    let mut versions = programmes::versions(r)?;
    // Programmes by slug, each newest first.
    versions.dedup_by_key(|version| version.programme_id);
    Ok(versions.into_iter().map(|version| (version.programme_id, version.title.0)).collect())
}

/// The rules of an organisation for its administrators.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn sheet(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<RuleSheet, Problem> {
    let name = name(r, actor, id)?;
    let rules = store::rules(r, id)?;
    let programmes = taught(r)?;
    let authors: HashSet<PersonId> = rules.iter().filter_map(|row| row.set_by).collect();
    let names = store::names(r, &authors.into_iter().collect::<Vec<_>>())?;
    Ok(RuleSheet { organisation: id, name, rules, programmes, names })
}

/// Sets by what an organisation gives levels from now on; the same rule once more is no new one.
///
/// # Errors
/// `NotFound` for whoever does not administer the organisation; `Invalid` with the faults of the fields.
pub fn set_rule(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    rule: &LevelRule,
    now: Moment,
) -> Result<(), Problem> {
    name(w, actor, id)?;
    let known: HashSet<ProgrammeId> = taught(w)?.into_iter().map(|(id, _)| id).collect();
    let faults = rule.faults(&known);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let rule = tidied(rule);
    let before = store::rules(w, id)?.into_iter().next();
    if before.as_ref().is_some_and(|row| row.rule.is_same(&rule)) {
        return Ok(());
    }
    let number = before.as_ref().map_or(1, |row| row.number + 1);
    store::insert_rule(w, (id, number), &rule, (actor.person, now))?;
    store::lines::recount(w, id)?;
    let entry = audit::Entry {
        action: "level-rule-set",
        subject: ("organisation", id.0),
        before: before.map(|row| as_json(&row.rule)),
        after: Some(as_json(&rule)),
    };
    audit::record(w, actor, now, entry)
}

/// Names without spaces around them, and every choice once.
fn tidied(rule: &LevelRule) -> LevelRule {
    let mut rule = rule.clone();
    for step in [&mut rule.trainee, &mut rule.mentor, &mut rule.master] {
        for language in Language::ALL {
            let text = step.name.exact(language).unwrap_or_default().trim().to_owned();
            step.name.put(language, text);
        }
    }
    rule.kinds.sort_unstable();
    rule.kinds.dedup();
    rule.programmes.sort_unstable();
    rule.programmes.dedup();
    rule
}

fn as_json(rule: &LevelRule) -> Value {
    let steps: Vec<Value> = Level::ALL
        .iter()
        .map(|level| json!({ "level": level, "cycles": rule.step(*level).cycles, "name": rule.step(*level).name }))
        .collect();
    json!({ "levels": steps, "kinds": rule.kinds, "programmes": rule.programmes })
}
