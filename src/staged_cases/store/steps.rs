//! Rows of steps and of what was decided there. Both are only added.

use crate::db::schema::{case_decisions, case_steps as table, enrolments};
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, CaseStepId, EditionId, EnrolmentId, Moment, Problem};
use crate::staged_cases::rules::{Decided, Step};
use diesel::prelude::*;

/// A step of somebody's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// The step.
    pub id: CaseStepId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Of which case.
    pub activity: ActivityId,
    /// In which run: the version of the work that it belongs to.
    pub run: i32,
    /// What it is.
    pub step: Step,
}

type Found = (CaseStepId, EnrolmentId, ActivityId, i32, i32, String, bool, Moment, Option<Moment>);
type FoundDecision = (Option<String>, String, bool, String, Moment);

const STEP: (
    table::id,
    table::enrolment_id,
    table::activity_id,
    table::run,
    table::sequence,
    table::stage_key,
    table::is_end,
    table::opened_at,
    table::due_at,
) = (
    table::id,
    table::enrolment_id,
    table::activity_id,
    table::run,
    table::sequence,
    table::stage_key,
    table::is_end,
    table::opened_at,
    table::due_at,
);

const DECISION: (
    case_decisions::choice_key,
    case_decisions::text,
    case_decisions::by_clock,
    case_decisions::next_key,
    case_decisions::decided_at,
) = (
    case_decisions::choice_key,
    case_decisions::text,
    case_decisions::by_clock,
    case_decisions::next_key,
    case_decisions::decided_at,
);

fn row_of((found, decision): (Found, Option<FoundDecision>)) -> StepRow {
    let (id, enrolment, activity, run, sequence, stage, is_end, opened_at, due_at) = found;
    let decision =
        decision.map(|(choice, text, by_clock, next, at)| Decided { choice, text, by_clock, next, at });
    let step = Step { sequence, stage, is_end, opened_at, due_at, decision };
    StepRow { id, enrolment, activity, run, step }
}

/// A step.
pub fn step(r: &mut Read, id: CaseStepId) -> Result<Option<StepRow>, Problem> {
    let found: Option<(Found, Option<FoundDecision>)> = table::table
        .left_join(case_decisions::table)
        .filter(table::id.eq(id))
        .select((STEP, DECISION.nullable()))
        .first(r.conn())
        .optional()?;
    Ok(found.map(row_of))
}

/// Every step of a trainee in a case, run by run, each in its order.
pub fn steps(r: &mut Read, enrolment: EnrolmentId, activity: ActivityId) -> Result<Vec<StepRow>, Problem> {
    let rows: Vec<(Found, Option<FoundDecision>)> = table::table
        .left_join(case_decisions::table)
        .filter(table::enrolment_id.eq(enrolment))
        .filter(table::activity_id.eq(activity))
        .order((table::run, table::sequence))
        .select((STEP, DECISION.nullable()))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

/// Every step of a case in an edition, trainee by trainee, run by run; those of withdrawn trainees are left out.
pub fn steps_of_case(
    r: &mut Read,
    edition: EditionId,
    activity: ActivityId,
) -> Result<Vec<StepRow>, Problem> {
    let rows: Vec<(Found, Option<FoundDecision>)> = table::table
        .inner_join(enrolments::table)
        .left_join(case_decisions::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(table::activity_id.eq(activity))
        .order((table::enrolment_id, table::run, table::sequence))
        .select((STEP, DECISION.nullable()))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

/// Writes down that somebody has come to a stage or an end.
pub fn insert_step(
    w: &mut Write,
    (enrolment, activity, run): (EnrolmentId, ActivityId, i32),
    step: &Step,
) -> Result<CaseStepId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::enrolment_id.eq(enrolment),
            table::activity_id.eq(activity),
            table::run.eq(run),
            table::sequence.eq(step.sequence),
            table::stage_key.eq(&step.stage),
            table::is_end.eq(step.is_end),
            table::opened_at.eq(step.opened_at),
            table::due_at.eq(step.due_at),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Writes down what was decided at a step, once.
pub fn insert_decision(w: &mut Write, step: CaseStepId, decided: &Decided) -> Result<(), Problem> {
    diesel::insert_into(case_decisions::table)
        .values((
            case_decisions::step_id.eq(step),
            case_decisions::choice_key.eq(&decided.choice),
            case_decisions::text.eq(&decided.text),
            case_decisions::by_clock.eq(decided.by_clock),
            case_decisions::next_key.eq(&decided.next),
            case_decisions::decided_at.eq(decided.at),
        ))
        .execute(w.conn())?;
    Ok(())
}
