//! Rows of reminders and warnings: the rules of editions here, the rest below.

pub mod expected;
pub mod marks;
pub mod planned;
pub mod warnings;

use super::rules::ReminderRule;
use crate::db::schema::{reminder_leads, reminder_rules};
use crate::db::{Read, Write};
use crate::kernel::{EditionId, Moment, Permille, PersonId, Problem, ReminderRuleId};
use diesel::prelude::*;
use std::collections::HashMap;

/// A rule as an edition has it, or had it.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// The row.
    pub id: ReminderRuleId,
    /// Of which edition.
    pub edition: EditionId,
    /// Its place among the rules of the edition, from 1.
    pub number: i32,
    /// What it says.
    pub rule: ReminderRule,
    /// Since when it holds.
    pub set_at: Moment,
    /// Who set it.
    pub set_by: Option<PersonId>,
}

type Columns = (ReminderRuleId, EditionId, i32, (Option<Permille>, Option<i32>), Moment, Option<PersonId>);

type Selection = (
    reminder_rules::id,
    reminder_rules::edition_id,
    reminder_rules::number,
    (reminder_rules::share_permille, reminder_rules::missed_in_a_row),
    reminder_rules::set_at,
    reminder_rules::set_by,
);

const RULE: Selection = (
    reminder_rules::id,
    reminder_rules::edition_id,
    reminder_rules::number,
    (reminder_rules::share_permille, reminder_rules::missed_in_a_row),
    reminder_rules::set_at,
    reminder_rules::set_by,
);

/// The rules of an edition, the newest first: that one holds.
pub fn rules(r: &mut Read, edition: EditionId) -> Result<Vec<RuleRow>, Problem> {
    let rows: Vec<Columns> = reminder_rules::table
        .filter(reminder_rules::edition_id.eq(edition))
        .order(reminder_rules::number.desc())
        .select(RULE)
        .load(r.conn())?;
    with_leads(r, rows)
}

/// The rules that hold in these editions, where one was set: two queries, whatever their number.
pub fn holding(r: &mut Read, these: &[EditionId]) -> Result<HashMap<EditionId, RuleRow>, Problem> {
    let mut rows: Vec<Columns> = reminder_rules::table
        .filter(reminder_rules::edition_id.eq_any(these.to_vec()))
        .order((reminder_rules::edition_id, reminder_rules::number.desc()))
        .select(RULE)
        .load(r.conn())?;
    // Of each edition the newest comes first.
    rows.dedup_by_key(|(_, edition, ..)| *edition);
    Ok(with_leads(r, rows)?.into_iter().map(|row| (row.edition, row)).collect())
}

fn with_leads(r: &mut Read, rows: Vec<Columns>) -> Result<Vec<RuleRow>, Problem> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ReminderRuleId> = rows.iter().map(|(id, ..)| *id).collect();
    let all: Vec<(ReminderRuleId, i32)> = reminder_leads::table
        .filter(reminder_leads::rule_id.eq_any(ids))
        .order((reminder_leads::rule_id, reminder_leads::hours.desc()))
        .select((reminder_leads::rule_id, reminder_leads::hours))
        .load(r.conn())?;
    let mut leads: HashMap<ReminderRuleId, Vec<i32>> = HashMap::new();
    for (rule, hours) in all {
        leads.entry(rule).or_default().push(hours);
    }
    let row = |(id, edition, number, (share, in_a_row), set_at, set_by): Columns| {
        let rule = ReminderRule { leads: leads.remove(&id).unwrap_or_default(), share, in_a_row };
        RuleRow { id, edition, number, rule, set_at, set_by }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes the next rule of an edition.
pub fn insert_rule(
    w: &mut Write,
    (edition, number): (EditionId, i32),
    rule: &ReminderRule,
    (by, now): (Option<PersonId>, Moment),
) -> Result<ReminderRuleId, Problem> {
    let id: ReminderRuleId = diesel::insert_into(reminder_rules::table)
        .values((
            reminder_rules::edition_id.eq(edition),
            reminder_rules::number.eq(number),
            reminder_rules::share_permille.eq(rule.share),
            reminder_rules::missed_in_a_row.eq(rule.in_a_row),
            reminder_rules::set_at.eq(now),
            reminder_rules::set_by.eq(by),
        ))
        .returning(reminder_rules::id)
        .get_result(w.conn())?;
    for hours in &rule.leads {
        diesel::insert_into(reminder_leads::table)
            .values((reminder_leads::rule_id.eq(id), reminder_leads::hours.eq(*hours)))
            .execute(w.conn())?;
    }
    Ok(id)
}
