//! Going on: opening the next stage, writing a decision, deciding.

use super::clock;
use super::loading::{Play, playable};
use crate::cases::actions::Which;
use crate::db::Write;
use crate::jobs::{self, NewJob};
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode};
use crate::people::store::accommodations;
use crate::staged_cases::rules::{self, Decided, LONGEST_TEXT, Made, Position, Step};
use crate::staged_cases::store::{self, DraftRow, StepRow};

/// Which step of which run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepInput {
    /// Of which case.
    pub which: Which,
    /// The run the reader had before the eyes; without one the run of now.
    pub run: Option<i32>,
    /// The number of the step, from 1.
    pub sequence: i32,
}

/// What is decided at which step.
#[derive(Debug, Clone)]
pub struct DecisionInput {
    /// The step.
    pub step: StepInput,
    /// What is decided.
    pub made: Made,
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is recorded, now or by the same press before.
    Recorded,
    /// The time was over: that there was no decision is recorded.
    TooLate,
}

/// What became of a decision that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It is saved.
    Saved(DraftRow),
    /// It was changed elsewhere meanwhile, and that stays.
    Stale(DraftRow),
}

/// Opens the next stage: the first one, or one with a clock, which begins to run. Again changes nothing.
///
/// # Errors
/// `NotFound` unless it is the actor's own case and that step is the next; `ActivityLocked`; `EditionClosed`.
pub fn open_step(w: &mut Write, actor: &Actor, input: StepInput, now: Moment) -> Result<(), Problem> {
    let (mut play, _) = current(w, actor, input.which, now)?;
    let run = input.run.unwrap_or(play.run);
    if Some(run) == play.next_run && input.sequence == 1 {
        play = Play { run, steps: Vec::new(), last: None, ..play };
    }
    if run != play.run {
        return Err(Problem::not_found());
    }
    let (sequence, stage) = match play.position() {
        _ if play.steps.iter().any(|step| step.sequence == input.sequence) => return Ok(()),
        Position::Offered { sequence, stage } if sequence == input.sequence => (sequence, stage),
        _ => return Err(Problem::not_found()),
    };
    let extra = accommodations::latest(w, actor.person_id()?)?.map_or(0, |(percent, _)| percent);
    let step = Step {
        sequence,
        stage: stage.key.clone(),
        is_end: false,
        opened_at: now,
        due_at: rules::due_at(stage, extra, now),
        decision: None,
    };
    let id = store::insert_step(w, (input.which.enrolment, input.which.activity, run), &step)?;
    if let Some(due_at) = step.due_at {
        let job = NewJob {
            kind: clock::DEADLINE_JOB,
            payload: serde_json::json!({ "step": id }),
            unique_key: Some(format!("{}:{id}", clock::DEADLINE_JOB)),
        };
        jobs::enqueue_at(w, now, due_at, job)?;
    }
    Ok(())
}

/// Decides at a step. The same decision once more changes nothing.
///
/// # Errors
/// `NotFound` unless it is the actor's own case and they have come to that step; `ActivityLocked`; `EditionClosed`;
/// `StepDecided` when something else was decided there before; `StepOver` when the clock has decided; `Invalid`.
pub fn decide(w: &mut Write, actor: &Actor, input: &DecisionInput, now: Moment) -> Result<Outcome, Problem> {
    let (play, closed) = current(w, actor, input.step.which, now)?;
    if input.step.run.is_some_and(|run| run != play.run) {
        return Err(Problem::new(ProblemCode::StepDecided));
    }
    if closed == Some(input.step.sequence) {
        return Ok(Outcome::TooLate);
    }
    let step = play.steps.iter().find(|step| step.sequence == input.step.sequence && !step.is_end);
    let step = step.ok_or_else(Problem::not_found)?;
    let stage = play.plan.stage(&step.stage).ok_or_else(Problem::not_found)?;
    let checked = rules::check(stage, &input.made, now);
    if let Some(before) = &step.decision {
        return repeated(before, checked.as_ref().ok());
    }
    let decided = checked.map_err(|fault| Problem::invalid(vec![fault]))?;
    let last = play.last.as_ref().ok_or_else(Problem::not_found)?;
    record(w, &play.plan, last, &decided)?;
    Ok(Outcome::Recorded)
}

/// The steps as they are now, with everything written down that the clock has decided; and the step it has closed just
/// now.
fn current(w: &mut Write, actor: &Actor, which: Which, now: Moment) -> Result<(Play, Option<i32>), Problem> {
    let play = playable(w, actor, which, now)?;
    if !clock::write_down(w, &play, now)? {
        return Ok((play, None));
    }
    let closed = play.last.map(|last| last.step.sequence);
    Ok((playable(w, actor, which, now)?, closed))
}

fn repeated(before: &Decided, again: Option<&Decided>) -> Result<Outcome, Problem> {
    match again {
        _ if before.by_clock => Err(Problem::new(ProblemCode::StepOver)),
        Some(again) if (&again.choice, &again.text) == (&before.choice, &before.text) => {
            Ok(Outcome::Recorded)
        }
        _ => Err(Problem::new(ProblemCode::StepDecided)),
    }
}

/// Writes a decision down, and the step that follows at once.
pub(super) fn record(
    w: &mut Write,
    plan: &crate::programmes::rules::StagePlan,
    last: &StepRow,
    decided: &Decided,
) -> Result<(), Problem> {
    store::insert_decision(w, last.id, decided)?;
    if let Some(next) = rules::follows(plan, &last.step, decided) {
        store::insert_step(w, (last.enrolment, last.activity, last.run), &next)?;
    }
    Ok(())
}

/// Saves a decision in words while it is written. `revision` is what the writer had before the eyes.
///
/// # Errors
/// As [`decide`]; `StepDecided` once it is decided, `StepOver` when the time is over; `Invalid` for a text beyond all
/// bounds.
pub fn save_draft(
    w: &mut Write,
    actor: &Actor,
    input: StepInput,
    (typed, revision): (&str, i32),
    now: Moment,
) -> Result<Kept, Problem> {
    let (play, _) = current(w, actor, input.which, now)?;
    let Position::Open { sequence, .. } = play.position() else {
        return Err(Problem::new(ProblemCode::StepDecided));
    };
    let last = play.last.as_ref().filter(|_| sequence == input.sequence);
    let last = last.ok_or_else(|| Problem::new(ProblemCode::StepDecided))?;
    if input.run.is_some_and(|run| run != play.run) {
        return Err(Problem::new(ProblemCode::StepDecided));
    }
    let text = crate::cases::rules::lines(typed);
    if text.chars().count() > LONGEST_TEXT {
        return Err(Problem::invalid(vec![Fault::new("text", "too-long").with("limit", LONGEST_TEXT)]));
    }
    match &play.draft {
        Some(known) if known.text == text => Ok(Kept::Saved(known.clone())),
        Some(known) if known.revision != revision => Ok(Kept::Stale(known.clone())),
        _ => Ok(Kept::Saved(store::put_draft(w, last.id, &text, now)?)),
    }
}
