//! What the API says about steps. A trainee gets what lies behind and the one stage that is open: no keys, no targets,
//! not how many there are.

use crate::kernel::{Language, Problem};
use crate::programmes::rules::{Decision, PlanText, StagePlan};
use crate::staged_cases::actions::{Overview, PathOf, Play};
use crate::staged_cases::rules::{Position, Step, Way};
use crate::staged_cases::store::DraftRow;
use serde::Serialize;
use utoipa::ToSchema;

/// The steps of a case as its trainee has them.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepsDto {
    /// Which run it is: the version of the work that it belongs to.
    run: i32,
    /// `offered` (the next stage waits to be opened), `open` or `ended`.
    state: String,
    /// The number of the step to open or to decide; nothing at the end.
    sequence: Option<i32>,
    /// Minutes that the decision may take once the offered stage is opened; nothing without a clock.
    minutes: Option<i32>,
    /// The run that may be begun anew with step 1; nothing where none may.
    next_run: Option<i32>,
    /// The stages so far; the last one may be open.
    steps: Vec<StepDto>,
    /// What is written so far of a decision in words; only its author gets it.
    draft: Option<StepDraftDto>,
    /// The end, once it is reached.
    end: Option<EndDto>,
}

/// A decision in words while it is being written.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepDraftDto {
    /// The words.
    text: String,
    /// To be sent with the next change.
    revision: i32,
    /// When it was saved.
    saved_at: String,
}

impl StepDraftDto {
    pub(super) fn new(row: &DraftRow) -> StepDraftDto {
        StepDraftDto { text: row.text.clone(), revision: row.revision, saved_at: row.saved_at.rfc3339() }
    }
}

/// A stage that somebody has come to.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepDto {
    /// Which one, from 1.
    sequence: i32,
    /// The title.
    title: String,
    /// What became known: sanitised HTML.
    facts_html: String,
    /// What is to be decided.
    question: String,
    /// More about it: sanitised HTML.
    detail_html: String,
    /// The choices in their order, sanitised HTML; empty where a text is asked for.
    choices: Vec<String>,
    /// When it was opened.
    opened_at: String,
    /// The first instant at which a decision is too late, where there is a clock.
    due_at: Option<String>,
    /// What was decided.
    decision: Option<DecisionDto>,
}

/// A decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionDto {
    /// The number of the choice, from 1.
    choice: Option<usize>,
    /// The words; by the clock, what was written so far.
    text: String,
    /// Nothing was decided in time.
    by_clock: bool,
    /// When.
    decided_at: String,
}

/// An end.
#[derive(Debug, Serialize, ToSchema)]
pub struct EndDto {
    /// The title.
    title: String,
    /// What came of it: sanitised HTML.
    closing_html: String,
}

impl StepsDto {
    pub(super) fn new(play: &Play, reader: Language) -> Result<StepsDto, Problem> {
        let words = play.plan.text(reader).ok_or_else(Problem::not_found)?;
        let (state, sequence, minutes) = match play.position() {
            Position::Offered { sequence, stage } => {
                ("offered", Some(sequence), stage.clock.as_ref().map(|clock| clock.minutes.0))
            }
            Position::Open { sequence, .. } => ("open", Some(sequence), None),
            Position::Ended | Position::Lost => ("ended", None, None),
        };
        Ok(StepsDto {
            run: play.run,
            state: state.to_owned(),
            sequence,
            minutes,
            next_run: play.next_run,
            steps: steps(&play.plan, &play.steps, words),
            draft: play.draft.as_ref().map(StepDraftDto::new),
            end: end(&play.steps, words),
        })
    }
}

fn steps(plan: &StagePlan, steps: &[Step], words: &PlanText) -> Vec<StepDto> {
    steps.iter().filter_map(|step| StepDto::new(plan, step, words)).collect()
}

fn end(steps: &[Step], words: &PlanText) -> Option<EndDto> {
    let text = words.ends.get(&steps.last().filter(|last| last.is_end)?.stage)?;
    Some(EndDto { title: text.title.clone(), closing_html: text.closing_html.clone() })
}

impl StepDto {
    fn new(plan: &StagePlan, step: &Step, words: &PlanText) -> Option<StepDto> {
        let (stage, text) = (plan.stage(&step.stage)?, words.stages.get(&step.stage)?);
        let keys: Vec<&str> = match &stage.decision {
            Decision::Choice { branches } => branches.iter().map(|branch| branch.key.as_str()).collect(),
            Decision::Text { .. } => Vec::new(),
        };
        let number = |choice: &String| keys.iter().position(|key| key == choice).map(|place| place + 1);
        let decision = step.decision.as_ref().map(|decided| DecisionDto {
            choice: decided.choice.as_ref().and_then(number),
            text: decided.text.clone(),
            by_clock: decided.by_clock,
            decided_at: decided.at.rfc3339(),
        });
        Some(StepDto {
            sequence: step.sequence,
            title: text.title.clone(),
            facts_html: text.facts_html.clone(),
            question: text.question.clone(),
            detail_html: text.detail_html.clone(),
            choices: keys.iter().filter_map(|key| text.choices.get(*key)).cloned().collect(),
            opened_at: step.opened_at.rfc3339(),
            due_at: step.due_at.map(|due| due.rfc3339()),
            decision,
        })
    }
}

/// The way that belongs to a work, for staff.
#[derive(Debug, Serialize, ToSchema)]
pub struct PathDto {
    /// The version of the work.
    version: i32,
    /// Which run it is.
    run: i32,
    /// The keys of the stages and of the end, in the order they were met.
    stages: Vec<String>,
    /// The stages with what was decided.
    steps: Vec<StepDto>,
    /// The end, once it is reached.
    end: Option<EndDto>,
}

impl PathDto {
    pub(super) fn new(of: &PathOf, reader: Language) -> Result<PathDto, Problem> {
        let words = of.path.plan.text(reader).ok_or_else(Problem::not_found)?;
        Ok(PathDto {
            version: of.version,
            run: of.path.run,
            stages: of.path.steps.iter().map(|step| step.stage.clone()).collect(),
            steps: steps(&of.path.plan, &of.path.steps, words),
            end: end(&of.path.steps, words),
        })
    }
}

/// A case in an edition, for staff: who went where, in numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct BranchesDto {
    /// Who has begun.
    begun: usize,
    /// Who has come to an end.
    ended: usize,
    /// Stages and ends that somebody has come to.
    stages: Vec<StageCount>,
    /// Ways that somebody has taken.
    ways: Vec<WayCount>,
    /// Since when the debrief is open to everybody.
    debrief_opened_at: Option<String>,
}

/// How many came to a stage or an end.
#[derive(Debug, Serialize, ToSchema)]
pub struct StageCount {
    /// Its key.
    stage: String,
    /// How many.
    people: usize,
}

/// How many took a way.
#[derive(Debug, Serialize, ToSchema)]
pub struct WayCount {
    /// From this stage.
    stage: String,
    /// `choice`, `text` or `clock`.
    kind: String,
    /// The key of the choice.
    choice: Option<String>,
    /// How many.
    people: usize,
}

impl BranchesDto {
    pub(super) fn new(overview: &Overview) -> BranchesDto {
        let tally = &overview.tally;
        let way = |((stage, way), people): (&(String, Way), &usize)| {
            let (kind, choice) = match way {
                Way::Choice(key) => ("choice", Some(key.clone())),
                Way::Text => ("text", None),
                Way::Clock => ("clock", None),
            };
            WayCount { stage: stage.clone(), kind: kind.to_owned(), choice, people: *people }
        };
        BranchesDto {
            begun: tally.begun,
            ended: tally.ended,
            stages: tally
                .came
                .iter()
                .map(|(stage, people)| StageCount { stage: stage.clone(), people: *people })
                .collect(),
            ways: tally.took.iter().map(way).collect(),
            debrief_opened_at: overview.debrief_opened.map(|at| at.rfc3339()),
        }
    }
}
