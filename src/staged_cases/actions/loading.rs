//! The steps of a case in front of somebody.

use crate::cases::actions::{self as cases, Case, State, Which};
use crate::cases::store as store_of_cases;
use crate::db::Read;
use crate::kernel::{Actor, Moment, Problem, ProblemCode};
use crate::programmes::rules::StagePlan;
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::staged_cases::rules::{self, Position, Step};
use crate::staged_cases::store::{self, DraftRow, StepRow};

/// A staged case in front of a reader.
#[derive(Debug, Clone)]
pub struct Play {
    /// The case. What only staff may see is in it; views leave it out.
    pub case: Case,
    /// Its stages, all of them: views show those of `steps`.
    pub plan: StagePlan,
    /// Which run it is: the version of the work that it belongs to.
    pub run: i32,
    /// The steps of the run as they are now. What the clock has decided is in it even before it is written down.
    pub steps: Vec<Step>,
    /// The last step as it is stored.
    pub last: Option<StepRow>,
    /// What is written so far of a decision in words; only its author gets it.
    pub draft: Option<DraftRow>,
    /// The run that may be begun anew.
    pub next_run: Option<i32>,
    /// Whether the reader is the trainee, who may decide while the edition runs.
    pub own: bool,
}

impl Play {
    /// Where the trainee stands.
    pub fn position(&self) -> Position<'_> {
        rules::position(&self.plan, &self.steps)
    }

    /// Whether the reader may go on now.
    pub fn can_go_on(&self) -> bool {
        self.own && !matches!(self.case.state, State::Over | State::Preview)
    }
}

/// What a reader gets who opens the steps of a case.
#[derive(Debug, Clone)]
pub enum Opened {
    /// The steps.
    Play(Box<Play>),
    /// Other activities come first.
    Locked(Box<Standing>, ActivityFact),
    /// The edition has not begun.
    Ahead(Box<Standing>, ActivityFact),
}

/// Opens the steps of a case for its trainee, or for those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else, for other activities and for cases without steps; `EditionClosed` for who was
/// withdrawn.
pub fn open(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Opened, Problem> {
    match cases::open(r, actor, which, now)? {
        cases::Opened::Case(case) => Ok(Opened::Play(Box::new(load(r, actor, *case, now)?))),
        cases::Opened::Locked(standing, fact) => Ok(Opened::Locked(standing, fact)),
        cases::Opened::Ahead(standing, fact) => Ok(Opened::Ahead(standing, fact)),
    }
}

/// The steps as their trainee may go on with them now.
///
/// # Errors
/// `NotFound` unless they are their own; `ActivityLocked`; `EditionClosed`.
pub(super) fn playable(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Play, Problem> {
    let play = match open(r, actor, which, now)? {
        Opened::Play(play) => *play,
        Opened::Locked(standing, fact) => {
            standing.require_open(&fact, actor.language, now)?;
            return Err(Problem::new(ProblemCode::ActivityLocked));
        }
        Opened::Ahead(..) => return Err(Problem::new(ProblemCode::EditionClosed)),
    };
    if !play.own {
        return Err(Problem::not_found());
    }
    play.case.standing.require_open(&play.case.fact, actor.language, now)?;
    Ok(play)
}

fn load(r: &mut Read, actor: &Actor, case: Case, now: Moment) -> Result<Play, Problem> {
    let plan = case.definition.stages.clone().ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(case.standing.enrolment.person_id);
    let mut rows = store::steps(r, case.standing.enrolment.id, case.fact.id)?;
    if !own {
        without_names(r, &case, &mut rows)?;
    }
    let run = rows.last().map_or(1, |row| row.run);
    let rows: Vec<StepRow> = rows.into_iter().filter(|row| row.run == run).collect();
    let last = rows.last().cloned();
    let draft = match &last {
        Some(last) if last.step.decision.is_none() => store::draft(r, last.id)?,
        _ => None,
    };
    let steps = settled(&plan, rows, draft.as_ref(), now);
    let next_run = next_run(&case, &plan, run, &steps);
    let draft = draft.filter(|_| own);
    Ok(Play { case, plan, run, steps, last, draft, next_run, own })
}

/// Leaves those runs that a page with a name on it may show. A run belongs to the version of its number, and decisions
/// are part of what is graded: of a case without names, nothing is shown before the grade of that version is released.
fn without_names(r: &mut Read, case: &Case, rows: &mut Vec<StepRow>) -> Result<(), Problem> {
    let at = (case.standing.edition.id, case.fact.id);
    if store_of_cases::setup(r, at)?.1.blind {
        let released = case.versions.iter().filter(|version| version.grade.is_some());
        let last = released.map(|version| version.row.version).max().unwrap_or(0);
        rows.retain(|row| row.run <= last);
    }
    Ok(())
}

/// The steps with what the clock has decided meanwhile: its job comes within seconds, nobody needs to wait for it.
pub(super) fn settled(
    plan: &StagePlan,
    rows: Vec<StepRow>,
    draft: Option<&DraftRow>,
    now: Moment,
) -> Vec<Step> {
    let mut steps: Vec<Step> = rows.into_iter().map(|row| row.step).collect();
    let text = draft.map_or("", |draft| draft.text.as_str());
    if let Some(last) = steps.last_mut()
        && let Some(decided) = rules::settle(plan, last, text, now)
    {
        let next = rules::follows(plan, last, &decided);
        last.decision = Some(decided);
        steps.extend(next);
    }
    steps
}

/// The run that may be begun anew: before the next version of the work, where the author lets the steps be gone
/// through again.
fn next_run(case: &Case, plan: &StagePlan, run: i32, steps: &[Step]) -> Option<i32> {
    let next = i32::try_from(case.versions.len()).ok()?.checked_add(1)?;
    let ended = steps.last().is_some_and(|last| last.is_end);
    (plan.replay && ended && next > run && case.state == State::Open).then_some(next)
}
