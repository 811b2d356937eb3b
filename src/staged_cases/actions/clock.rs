//! Time that is over: that there was no decision is written down, even when the person is gone.

use super::loading::Play;
use super::playing::record;
use crate::cases::store as cases;
use crate::db::Write;
use crate::kernel::{CaseStepId, Moment, Problem};
use crate::staged_cases::rules;
use crate::staged_cases::store;

/// The kind of the job that closes a step when its time is over.
pub const DEADLINE_JOB: &str = "case-step-deadline";

/// Writes down that nothing was decided in time at a step, unless it was.
///
/// # Errors
/// `NotFound` when there is no such step.
pub fn close_overdue(w: &mut Write, id: CaseStepId, now: Moment) -> Result<(), Problem> {
    let last = store::step(w, id)?.ok_or_else(Problem::not_found)?;
    let definition = cases::definition(w, last.activity)?.ok_or_else(Problem::not_found)?;
    let plan = definition.stages.ok_or_else(Problem::not_found)?;
    let draft = store::draft(w, id)?.map(|draft| draft.text).unwrap_or_default();
    match rules::settle(&plan, &last.step, &draft, now) {
        Some(decided) => record(w, &plan, &last, &decided),
        None => Ok(()),
    }
}

/// Writes down what the clock has decided in a case, where its job has not come yet. Answers whether it had.
pub(super) fn write_down(w: &mut Write, play: &Play, now: Moment) -> Result<bool, Problem> {
    let Some(last) = &play.last else { return Ok(false) };
    let draft = play.draft.as_ref().map_or("", |draft| draft.text.as_str());
    let Some(decided) = rules::settle(&play.plan, &last.step, draft, now) else { return Ok(false) };
    record(w, &play.plan, last, &decided)?;
    Ok(true)
}
