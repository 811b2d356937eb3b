//! The reminders and warnings of an edition: its rule, what is to go next, and what went.

use super::{rule_of, taught};
use crate::attendance::store::marks;
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{AbsenceWarningId, Actor, EditionId, Moment, PersonId, PersonName, Problem, SessionId};
use crate::reminders::rules::{MOST_LEAD, ReminderRule, reminding};
use crate::reminders::store::expected::{self, Coming};
use crate::reminders::store::planned::{self, Gone, Which};
use crate::reminders::store::warnings::{self, Missed, WarningRow};
use crate::reminders::store::{self, RuleRow};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// How many reminders to come are shown.
const SHOWN: usize = 10;
/// How many warnings are shown on a page.
const PAGE: usize = 50;

/// A reminder that is still to come.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// When.
    pub at: Moment,
    /// How many hours before the session.
    pub lead: i32,
    /// Of which session.
    pub coming: Coming,
}

/// A warning with the sessions it names.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The warning.
    pub row: WarningRow,
    /// The sessions, in their order.
    pub missed: Vec<Missed>,
}

/// The reminders and warnings of an edition.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The edition.
    pub edition: EditionRow,
    /// What holds.
    pub rule: ReminderRule,
    /// The rules that were set, the newest first.
    pub rules: Vec<RuleRow>,
    /// The names of those who set them.
    pub names: HashMap<PersonId, PersonName>,
    /// What is to go next, the first one first.
    pub ahead: Vec<Ahead>,
    /// The reminders of sessions to come that went already.
    pub gone: Vec<(Coming, Gone)>,
    /// The warnings, the newest first.
    pub warnings: Vec<Listed>,
    /// The last warning shown, where there are more.
    pub more: Option<AbsenceWarningId>,
}

/// The reminders and warnings of an edition, the warnings before one of them.
///
/// # Errors
/// `NotFound` for whoever neither teaches nor administers the edition.
pub fn sheet(
    r: &mut Read,
    actor: &Actor,
    (id, before): (EditionId, Option<AbsenceWarningId>),
    now: Moment,
) -> Result<Sheet, Problem> {
    let edition = taught(r, actor, id)?;
    let rules = store::rules(r, id)?;
    let usual = || ReminderRule::usual(edition.rule.0.attendance);
    let rule = rules.first().map_or_else(usual, |row| row.rule.clone());
    let authors: HashSet<PersonId> = rules.iter().filter_map(|row| row.set_by).collect();
    let names = marks::names(r, &authors.into_iter().collect::<Vec<_>>())?.into_iter().collect();
    let (ahead, gone) = coming(r, id, (&rule, now))?;
    let (warnings, more) = listed(r, id, before)?;
    Ok(Sheet { edition, rule, rules, names, ahead, gone, warnings, more })
}

type Reminders = (Vec<Ahead>, Vec<(Coming, Gone)>);

fn coming(r: &mut Read, id: EditionId, (rule, now): (&ReminderRule, Moment)) -> Result<Reminders, Problem> {
    // Two more weeks than the longest lead, so that there is something to see a while before.
    let until = now.plus_minutes(2 * 60 * i64::from(MOST_LEAD));
    let sessions = expected::coming(r, Some(id), (now, until))?;
    let mut ahead = Vec::new();
    for one in &sessions {
        for (at, lead) in reminding::ahead(&rule.leads, one.session.starts_at, now) {
            ahead.push(Ahead { at, lead, coming: one.clone() });
        }
    }
    ahead.sort_by_key(|one| (one.at, one.coming.session.id));
    ahead.truncate(SHOWN);
    let ids: Vec<SessionId> = sessions.iter().map(|one| one.session.id).collect();
    let counts: HashMap<Which, Gone> =
        planned::counts(r, &ids)?.into_iter().map(|gone| (gone.which, gone)).collect();
    let mut gone: Vec<(Coming, Gone)> = Vec::new();
    for one in sessions {
        let here = counts.values().filter(|gone| gone.which.session == one.session.id);
        // What only stands in the outbox, or waits for the end of quiet hours, has reminded nobody yet.
        let now_so = here.filter(|gone| gone.which.starts_at == one.session.starts_at && gone.sent > 0);
        gone.extend(now_so.map(|gone| (one.clone(), *gone)));
    }
    gone.sort_by_key(|(one, gone)| (one.session.starts_at, one.session.id, gone.which.lead));
    Ok((ahead, gone))
}

type Warnings = (Vec<Listed>, Option<AbsenceWarningId>);

fn listed(r: &mut Read, id: EditionId, before: Option<AbsenceWarningId>) -> Result<Warnings, Problem> {
    let limit = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let rows = warnings::of_edition(r, id, (before, limit))?;
    let ids: Vec<AbsenceWarningId> = rows.iter().map(|row| row.id).collect();
    let more = ids.last().copied().filter(|_| ids.len() == PAGE);
    let mut missed = warnings::missed(r, &ids)?;
    let listed = |row: WarningRow| Listed { missed: missed.remove(&row.id).unwrap_or_default(), row };
    Ok((rows.into_iter().map(listed).collect(), more))
}

/// The rule that holds in an edition, for those who may set it.
///
/// # Errors
/// `NotFound` for whoever neither teaches nor administers the edition.
pub fn rule(r: &mut Read, actor: &Actor, id: EditionId) -> Result<ReminderRule, Problem> {
    let edition = taught(r, actor, id)?;
    rule_of(r, &edition)
}

/// Sets of what the people of an edition are reminded and when they are warned, from now on; the same rule once more is no
/// new one. Earlier rules are kept.
///
/// # Errors
/// `NotFound` for whoever neither teaches nor administers the edition; `Invalid` with the faults of the fields.
pub fn set_rule(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    rule: &ReminderRule,
    now: Moment,
) -> Result<(), Problem> {
    taught(w, actor, id)?;
    let rule = rule.clone().tidy();
    let faults = rule.faults();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let before = store::holding(w, &[id])?.remove(&id);
    if before.as_ref().is_some_and(|row| row.rule == rule) {
        return Ok(());
    }
    let number = before.as_ref().map_or(1, |row| row.number + 1);
    store::insert_rule(w, (id, number), &rule, (actor.person, now))?;
    let entry = audit::Entry {
        action: "reminder-rule-set",
        subject: ("edition", id.0),
        before: before.map(|row| as_json(&row.rule)),
        after: Some(as_json(&rule)),
    };
    audit::record(w, actor, now, entry)
}

fn as_json(rule: &ReminderRule) -> Value {
    json!({ "leads": rule.leads, "share_permille": rule.share, "in_a_row": rule.in_a_row })
}
