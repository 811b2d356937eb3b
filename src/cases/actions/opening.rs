//! A case in front of somebody: its texts, the draft, what was handed in, and what may be done now.

use super::afterwards::{Afterwards, afterwards};
use super::deadlines::{Place, extension_of};
use super::drafts::{Draft, load_draft};
use super::former::{Former, former};
use super::names::is_nameless;
use super::teams::{self, CaseTeam};
use super::versions::{Grades, Version, versions};
use crate::cases::rules::{self, CaseSetup, Lateness, OwnMarks, Rubrics, Steps, VersionState};
use crate::cases::store::{self, DraftOf, ExtensionRow, RatingRow};
use crate::db::Read;
use crate::editions::rules::Stage;
use crate::kernel::{ActivityId, Actor, EnrolmentId, Moment, Problem, ProblemCode, SubmissionId};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::{ActivityFact, is_open};

/// Which case of whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Which {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which case.
    pub activity: ActivityId,
}

/// What a reader may do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Write and hand in.
    Open,
    /// Write on; the last version waits for its trainer.
    Waiting,
    /// Read: teams hand it in, and the reader is in none.
    NoTeam,
    /// Read: every version was used.
    NoneLeft,
    /// Read: it is too late to hand in, by the rule of the setup.
    TooLate,
    /// Read: the edition is over.
    Over,
    /// Look at it as a trainee sees it: the edition's trainers and administrators.
    Preview,
}

/// A case in front of a reader.
#[derive(Debug, Clone)]
pub struct Case {
    /// Whose place in the edition, with every activity.
    pub standing: Standing,
    /// The case among the activities.
    pub fact: ActivityFact,
    /// Its definition. What only trainers may see is in it; views leave it out.
    pub definition: CaseDefinition,
    /// The versions so far, in their order.
    pub versions: Vec<Version>,
    /// Every version of the rubric; the definition has the one that holds now.
    pub rubrics: Rubrics,
    /// The draft; nobody but its author gets it.
    pub draft: Option<Draft>,
    /// What its author has chosen of the rubric for the next version so far.
    pub own: OwnMarks,
    /// How the edition takes it.
    pub setup: CaseSetup,
    /// The extension that holds for this trainee.
    pub extension: Option<ExtensionRow>,
    /// The first instant at which a work is late.
    pub due_at: Moment,
    /// The points that pass in this edition.
    pub pass_points: u32,
    /// What the reader may do.
    pub state: State,
    /// How far its steps were gone through.
    pub steps: Steps,
    /// Whether its trainee may read the debrief.
    pub debrief_open: bool,
    /// The trainee's team, where teams hand it in.
    pub team: Option<CaseTeam>,
    /// What the trainee's teams of before handed in with them, to be read only.
    pub former: Vec<Former>,
    /// What the trainee has said of the others in the team.
    pub ratings: Vec<RatingRow>,
    /// What there is to read beside it, for its trainee.
    pub afterwards: Afterwards,
}

impl Case {
    /// Where the versions stand.
    pub fn states(&self) -> Vec<VersionState> {
        self.versions.iter().map(Version::state).collect()
    }

    /// Whose the draft is.
    pub(super) fn draft_of(&self) -> DraftOf {
        let team = self.team.as_ref().and_then(CaseTeam::id);
        team.map_or(DraftOf::One(self.standing.enrolment.id), DraftOf::Team)
    }
}

fn ratings(r: &mut Read, case: &Case) -> Result<Vec<RatingRow>, Problem> {
    let of_teams = case.versions.iter().filter(|version| version.row.team.is_some());
    let ids: Vec<SubmissionId> = of_teams.map(|version| version.row.id).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { store::ratings(r, &ids, Some(case.standing.enrolment.id)) }
}

/// What a reader gets who opens a case.
#[derive(Debug, Clone)]
pub enum Opened {
    /// The case.
    Case(Box<Case>),
    /// Other activities come first.
    Locked(Box<Standing>, ActivityFact),
    /// The edition has not begun.
    Ahead(Box<Standing>, ActivityFact),
}

/// Opens a case for its trainee, or for those who teach the edition, who see it whatever the locks.
///
/// # Errors
/// `NotFound` for anybody else and for other activities; `EditionClosed` for who was withdrawn.
pub fn open(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Opened, Problem> {
    let standing = progress::standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Case)?.clone();
    if actor.person != Some(standing.enrolment.person_id) {
        let nameless = is_nameless(r, (standing.edition.id, fact.id), which.enrolment)?;
        let mut case = load(r, (standing, fact), None, now)?;
        // This page has a name on it: what is graded without names is not on it before every grade is released.
        if nameless {
            case.versions.clear();
            case.former.clear();
        }
        return Ok(Opened::Case(Box::new(case)));
    }
    if standing.enrolment.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    let stage = standing.edition.term().stage(now);
    if stage == Stage::Ahead {
        return Ok(Opened::Ahead(Box::new(standing), fact));
    }
    // After the end nothing can be handed in any more, so a lock would only hide what may still be read. What waits
    // for an answer is not known to be theirs.
    let locked = stage == Stage::Running && !is_open(&fact, &standing.facts);
    if locked || fact.question.is_some() {
        return Ok(Opened::Locked(Box::new(standing), fact));
    }
    let mut case = load(r, (standing, fact), Some(stage), now)?;
    load_drafts(r, which, &mut case)?;
    case.ratings = ratings(r, &case)?;
    case.afterwards = afterwards(r, &case)?;
    Ok(Opened::Case(Box::new(case)))
}

/// Whether this is the actor's own case, to be worked on now.
///
/// # Errors
/// `NotFound` unless it is their own; `ActivityLocked`; `EditionClosed`.
pub fn require_workable(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<(), Problem> {
    workable(r, actor, which, now).map(|_| ())
}

/// A case as its trainee may work on it now.
///
/// # Errors
/// `NotFound` unless it is their own; `ActivityLocked`; `EditionClosed`; `TeamMissing` where teams hand it in and
/// they are in none.
pub(super) fn workable(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Case, Problem> {
    let standing = progress::own_standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Case)?.clone();
    standing.require_open(&fact, actor.language, now)?;
    let mut case = load(r, (standing, fact), Some(Stage::Running), now)?;
    if case.team.as_ref().is_some_and(|place| place.team.is_none()) {
        return Err(Problem::new(ProblemCode::TeamMissing));
    }
    load_drafts(r, which, &mut case)?;
    Ok(case)
}

/// What is written and chosen for the next version.
fn load_drafts(r: &mut Read, which: Which, case: &mut Case) -> Result<(), Problem> {
    case.draft = load_draft(r, case.draft_of(), which.activity)?;
    if case.definition.settings.self_assessment.is_some() {
        case.own = store::own_draft(r, which.enrolment, which.activity)?;
    }
    Ok(())
}

/// Loads a case; without a stage for somebody who only looks.
fn load(
    r: &mut Read,
    (standing, fact): (Standing, ActivityFact),
    stage: Option<Stage>,
    now: Moment,
) -> Result<Case, Problem> {
    let at = (standing.edition.id, fact.id);
    let (definition, rubrics) = store::graded_case(r, at)?.ok_or_else(Problem::not_found)?;
    let which = Which { enrolment: standing.enrolment.id, activity: fact.id };
    let team = teams::team_of(r, &definition, at, which.enrolment)?;
    let (versions, former) = works(r, which, team.as_ref(), &rubrics)?;
    let (_, setup) = store::setup(r, at)?;
    let mates = team.as_ref().map(CaseTeam::places).unwrap_or_default();
    let rows = store::extensions(r, at)?;
    let extension = extension_of(&rows, Place::of(&standing.enrolment), &mates).cloned();
    let extended = extension.as_ref().map(|row| row.due_on);
    let due_at = setup.due_at(&standing.edition.term(), definition.settings.due_days, extended);
    let pass_points = rules::pass_points(&definition, standing.edition.rule.0.case_pass);
    let steps =
        Steps::of(definition.stages.is_some(), runs(r, &definition, (standing.enrolment.id, fact.id))?);
    let opened =
        if definition.has_debrief() { store::debrief_opened(r, standing.edition.id, fact.id)? } else { None };
    let mut seen = versions.iter().chain(former.iter().flat_map(|team| &team.versions));
    let graded = seen.any(|version| version.grade.is_some());
    let debrief_open = rules::debrief_is_open(opened, due_at, graded, now);
    let mut case = Case {
        standing,
        fact,
        definition,
        versions,
        rubrics,
        draft: None,
        own: OwnMarks::default(),
        setup,
        extension,
        due_at,
        pass_points,
        state: State::Preview,
        steps,
        debrief_open,
        team,
        former,
        ratings: Vec::new(),
        afterwards: Afterwards::default(),
    };
    case.state = match stage {
        None => State::Preview,
        Some(Stage::Over) => State::Over,
        Some(_) if case.team.as_ref().is_some_and(|place| place.team.is_none()) => State::NoTeam,
        Some(_) => match rules::next_version(&case.states(), case.definition.settings.submissions) {
            Ok(_) if rules::lateness(&case.setup, case.due_at, now) == Lateness::Refused => State::TooLate,
            Ok(_) => State::Open,
            Err(rules::Refusal::NoneLeft) => State::NoneLeft,
            Err(rules::Refusal::Waiting) => State::Waiting,
        },
    };
    Ok(case)
}

/// What a trainee sees of the works: their own or those of their team, and those of teams of before.
fn works(
    r: &mut Read,
    which: Which,
    team: Option<&CaseTeam>,
    rubrics: &Rubrics,
) -> Result<(Vec<Version>, Vec<Former>), Problem> {
    let whose = team.and_then(CaseTeam::id);
    let former = if team.is_some() { former(r, which, whose, rubrics)? } else { Vec::new() };
    let mut versions = versions(r, which, whose, (Grades::Released, rubrics))?;
    // Whoever is in no team has what others handed in with them among the former works.
    versions.retain(|version| version.row.team == whose);
    for version in &mut versions {
        teams::as_seen_by(version, which.enrolment);
    }
    Ok((versions, former))
}

/// The runs through the steps, where the case has any.
fn runs(
    r: &mut Read,
    definition: &CaseDefinition,
    (enrolment, activity): (EnrolmentId, ActivityId),
) -> Result<(Option<i32>, Option<i32>), Problem> {
    if definition.stages.is_none() {
        return Ok((None, None));
    }
    store::runs(r, enrolment, activity)
}
