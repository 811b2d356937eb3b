//! Reminding of sessions, warning about missed ones, and telling trainers who was warned.

mod absences;
mod letters;
mod sessions;
mod sheet;
mod standing;
mod summaries;

pub use absences::{Decision, Found, WARNING_JOB, decide_warnings, found, plan_warnings, send_warnings};
pub use letters::{Said, chances_said, needed_said, percent};
pub use sessions::{Due, SESSION_JOB, due, plan_reminders, send_reminders};
pub use sheet::{Ahead, Listed, Sheet, rule, set_rule, sheet};
pub use standing::{Ground, Standing, Warning, of_one, own};
pub use summaries::{SUMMARY_JOB, due_summaries, plan_summary, send_summary};

use super::rules::ReminderRule;
use super::store;
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, Problem};

/// How many people one job writes to, so that no transaction keeps the others waiting.
const BATCH: usize = 100;

/// The rule that holds in an edition: its own, or the usual one.
fn rule_of(r: &mut Read, edition: &EditionRow) -> Result<ReminderRule, Problem> {
    let own = store::holding(r, &[edition.id])?.remove(&edition.id);
    Ok(own.map_or_else(|| ReminderRule::usual(edition.rule.0.attendance), |row| row.rule))
}

/// An edition whose reminders the actor sees and sets: those who teach it, and those who administer it.
///
/// # Errors
/// `NotFound` for anybody else.
fn taught(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}
