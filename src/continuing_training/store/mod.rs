//! Rows of continuing training: the rules of editions; what people did stands below.

pub mod credits;
pub mod elsewhere;
pub mod made_up;
pub mod people;
pub mod reminders;

use super::rules::TrainingRule;
use crate::db::schema::{editions, training_rule_activities, training_rules};
use crate::db::{Read, Write};
use crate::editions::store::{EDITION, EditionRow};
use crate::kernel::{ActivityId, EditionId, Minutes, Moment, PersonId, Problem, TrainingRuleId};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// A rule as an edition has it, or had it.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// The row.
    pub id: TrainingRuleId,
    /// Its place among the rules of the edition, from 1.
    pub number: i32,
    /// What it asks.
    pub rule: TrainingRule,
    /// Since when it holds.
    pub set_at: Moment,
    /// Who set it.
    pub set_by: Option<PersonId>,
}

type Columns = (TrainingRuleId, i32, (Minutes, bool, Minutes), Moment, Option<PersonId>);

const RULE: (
    training_rules::id,
    training_rules::number,
    (training_rules::initial_minutes, training_rules::quarterly, training_rules::least_minutes),
    training_rules::set_at,
    training_rules::set_by,
) = (
    training_rules::id,
    training_rules::number,
    (training_rules::initial_minutes, training_rules::quarterly, training_rules::least_minutes),
    training_rules::set_at,
    training_rules::set_by,
);

fn row((id, number, asked, set_at, set_by): Columns, activities: Vec<ActivityId>) -> RuleRow {
    let (initial, quarterly, least) = asked;
    let rule = TrainingRule { initial, quarterly, least, activities };
    RuleRow { id, number, rule, set_at, set_by }
}

/// The rules of an edition, the newest first: that one holds.
pub fn rules(r: &mut Read, edition: EditionId) -> Result<Vec<RuleRow>, Problem> {
    let rows: Vec<Columns> = training_rules::table
        .filter(training_rules::edition_id.eq(edition))
        .order(training_rules::number.desc())
        .select(RULE)
        .load(r.conn())?;
    with_activities(r, rows)
}

/// The rule that holds in an edition.
pub fn rule(r: &mut Read, edition: EditionId) -> Result<Option<RuleRow>, Problem> {
    let newest: Vec<Columns> = training_rules::table
        .filter(training_rules::edition_id.eq(edition))
        .order(training_rules::number.desc())
        .limit(1)
        .select(RULE)
        .load(r.conn())?;
    Ok(with_activities(r, newest)?.pop())
}

/// The rules that hold in the editions which are not over on a day, of those given or of all.
pub fn holding(
    r: &mut Read,
    among: Option<&[EditionId]>,
    today: NaiveDate,
) -> Result<Vec<(EditionRow, RuleRow)>, Problem> {
    let mut query = training_rules::table
        .inner_join(editions::table)
        .filter(editions::ends_on.ge(today))
        .order((training_rules::edition_id, training_rules::number.desc()))
        .select((EDITION, RULE))
        .into_boxed();
    if let Some(among) = among {
        query = query.filter(training_rules::edition_id.eq_any(among.to_vec()));
    }
    let mut rows: Vec<(EditionRow, Columns)> = query.load(r.conn())?;
    // Of each edition the newest comes first.
    rows.dedup_by_key(|(edition, _)| edition.id);
    let (editions, rules): (Vec<EditionRow>, Vec<Columns>) = rows.into_iter().unzip();
    Ok(editions.into_iter().zip(with_activities(r, rules)?).collect())
}

fn with_activities(r: &mut Read, rows: Vec<Columns>) -> Result<Vec<RuleRow>, Problem> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<TrainingRuleId> = rows.iter().map(|(id, ..)| *id).collect();
    let chosen: Vec<(TrainingRuleId, ActivityId)> = training_rule_activities::table
        .filter(training_rule_activities::rule_id.eq_any(ids))
        .order((training_rule_activities::rule_id, training_rule_activities::activity_id))
        .select((training_rule_activities::rule_id, training_rule_activities::activity_id))
        .load(r.conn())?;
    let mut of_rule: HashMap<TrainingRuleId, Vec<ActivityId>> = HashMap::new();
    for (rule, activity) in chosen {
        of_rule.entry(rule).or_default().push(activity);
    }
    Ok(rows
        .into_iter()
        .map(|columns| {
            let activities = of_rule.remove(&columns.0).unwrap_or_default();
            row(columns, activities)
        })
        .collect())
}

/// Writes the next rule of an edition.
pub fn insert_rule(
    w: &mut Write,
    (edition, number): (EditionId, i32),
    rule: &TrainingRule,
    (by, now): (Option<PersonId>, Moment),
) -> Result<TrainingRuleId, Problem> {
    let id: TrainingRuleId = diesel::insert_into(training_rules::table)
        .values((
            training_rules::edition_id.eq(edition),
            training_rules::number.eq(number),
            training_rules::initial_minutes.eq(rule.initial),
            training_rules::quarterly.eq(rule.quarterly),
            training_rules::least_minutes.eq(rule.least),
            training_rules::set_at.eq(now),
            training_rules::set_by.eq(by),
        ))
        .returning(training_rules::id)
        .get_result(w.conn())?;
    for activity in &rule.activities {
        diesel::insert_into(training_rule_activities::table)
            .values((
                training_rule_activities::rule_id.eq(id),
                training_rule_activities::activity_id.eq(activity),
            ))
            .execute(w.conn())?;
    }
    Ok(id)
}
