//! A case in front of somebody: its texts, the draft, every version with its grade.

use super::drafts::{Draft, load_draft};
use crate::cases::rules::{self, CaseSetup, Lateness, VersionState};
use crate::cases::store::{self, ExtensionRow, FileRow, GradingRow, HidingRow, MarkRow, SubmissionRow};
use crate::db::Read;
use crate::editions::rules::Stage;
use crate::editions::store::EnrolmentRow;
use crate::kernel::{ActivityId, Actor, EnrolmentId, GradingId, Moment, Problem, ProblemCode, SubmissionId};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::{ActivityFact, missing_before};
use std::collections::HashMap;

/// Which case of whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Which {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which case.
    pub activity: ActivityId,
}

/// A grade with its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// The grade.
    pub row: GradingRow,
    /// Points and remarks by criterion.
    pub marks: Vec<MarkRow>,
}

/// A version with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The version.
    pub row: SubmissionRow,
    /// Its files.
    pub files: Vec<FileRow>,
    /// Its grade, once there is one.
    pub grade: Option<Grade>,
    /// That it was hidden: then text, links and files are empty here.
    pub hidden: Option<HidingRow>,
}

impl Version {
    /// Where it stands.
    pub fn state(&self) -> VersionState {
        match &self.grade {
            _ if self.hidden.is_some() => VersionState::GivenBack,
            Some(grade) => VersionState::Graded { passed: grade.row.passed },
            None => VersionState::Waiting,
        }
    }
}

/// What a reader may do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Write and hand in.
    Open,
    /// Write on; the last version waits for its trainer.
    Waiting,
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
    /// The draft; nobody but its author gets it.
    pub draft: Option<Draft>,
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
}

impl Case {
    /// Where the versions stand.
    pub fn states(&self) -> Vec<VersionState> {
        self.versions.iter().map(Version::state).collect()
    }
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
        return Ok(Opened::Case(Box::new(load(r, standing, fact, None)?)));
    }
    if standing.enrolment.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    let stage = standing.edition.term().stage(now);
    if stage == Stage::Ahead {
        return Ok(Opened::Ahead(Box::new(standing), fact));
    }
    // After the end nothing can be handed in any more, so a lock would only hide what may still be read.
    if stage == Stage::Running && !missing_before(&fact, &standing.facts).is_empty() {
        return Ok(Opened::Locked(Box::new(standing), fact));
    }
    let mut case = load(r, standing, fact, Some((stage, now)))?;
    case.draft = load_draft(r, which)?;
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
/// `NotFound` unless it is their own; `ActivityLocked`; `EditionClosed`.
pub(super) fn workable(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Case, Problem> {
    let standing = progress::own_standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Case)?.clone();
    standing.require_open(&fact, actor.language, now)?;
    let mut case = load(r, standing, fact, Some((Stage::Running, now)))?;
    case.draft = load_draft(r, which)?;
    Ok(case)
}

/// Loads a case; without a stage for somebody who only looks.
fn load(
    r: &mut Read,
    standing: Standing,
    fact: ActivityFact,
    stage: Option<(Stage, Moment)>,
) -> Result<Case, Problem> {
    let definition = store::definition(r, fact.id)?.ok_or_else(Problem::not_found)?;
    let versions = versions(r, Which { enrolment: standing.enrolment.id, activity: fact.id })?;
    let at = (standing.edition.id, fact.id);
    let (_, setup) = store::setup(r, at)?;
    let extension = extension_of(&store::extensions(r, at)?, &standing.enrolment).cloned();
    let extended = extension.as_ref().map(|row| row.due_on);
    let due_at =
        rules::due_at(&standing.edition.term(), definition.settings.due_days, setup.due_on, extended);
    let pass_points = rules::pass_points(&definition, standing.edition.rule.0.case_pass);
    let mut case = Case {
        standing,
        fact,
        definition,
        versions,
        draft: None,
        setup,
        extension,
        due_at,
        pass_points,
        state: State::Preview,
    };
    case.state = match stage {
        None => State::Preview,
        Some((Stage::Over, _)) => State::Over,
        Some((_, now)) => match rules::next_version(&case.states(), case.definition.settings.submissions) {
            Ok(_) if rules::lateness(&case.setup, case.due_at, now) == Lateness::Refused => State::TooLate,
            Ok(_) => State::Open,
            Err(rules::Refusal::NoneLeft) => State::NoneLeft,
            Err(rules::Refusal::Waiting) => State::Waiting,
        },
    };
    Ok(case)
}

/// The extension that gives this trainee the latest day.
pub(super) fn extension_of<'x>(
    rows: &'x [ExtensionRow],
    enrolment: &EnrolmentRow,
) -> Option<&'x ExtensionRow> {
    let theirs = |row: &&ExtensionRow| {
        row.enrolment_id == Some(enrolment.id)
            || (row.organisation_id.is_some() && row.organisation_id == enrolment.organisation_id)
    };
    rows.iter().filter(theirs).max_by_key(|row| row.due_on)
}

/// Every version of a work with files and grades, in five queries whatever their number.
pub(super) fn versions(r: &mut Read, which: Which) -> Result<Vec<Version>, Problem> {
    let rows = store::submissions(r, which.enrolment, which.activity)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<SubmissionId> = rows.iter().map(|row| row.id).collect();
    let mut files: HashMap<SubmissionId, Vec<FileRow>> = HashMap::new();
    for (submission, file) in store::submission_files(r, &ids)? {
        files.entry(submission).or_default().push(file);
    }
    let mut grades = grades(r, &ids)?;
    let mut hidden: HashMap<SubmissionId, HidingRow> =
        store::hidings(r, &ids)?.into_iter().map(|row| (row.submission_id, row)).collect();
    let version = |mut row: SubmissionRow| {
        let mut files = files.remove(&row.id).unwrap_or_default();
        let (grade, hidden) = (grades.remove(&row.id), hidden.remove(&row.id));
        if hidden.is_some() {
            row.text.clear();
            row.parts = Default::default();
            files.clear();
        }
        Version { row, files, grade, hidden }
    };
    Ok(rows.into_iter().map(version).collect())
}

fn grades(r: &mut Read, ids: &[SubmissionId]) -> Result<HashMap<SubmissionId, Grade>, Problem> {
    let rows = store::gradings(r, ids)?;
    let of: Vec<GradingId> = rows.iter().map(|row| row.id).collect();
    let mut marks: HashMap<GradingId, Vec<MarkRow>> = HashMap::new();
    for mark in store::marks(r, &of)? {
        marks.entry(mark.grading_id).or_default().push(mark);
    }
    let grade = |row: GradingRow| {
        let marks = marks.remove(&row.id).unwrap_or_default();
        (row.submission_id, Grade { row, marks })
    };
    Ok(rows.into_iter().map(grade).collect())
}
