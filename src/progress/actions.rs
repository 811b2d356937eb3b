//! What the rooms of learning report, and the lock they all ask.

mod completing;
pub mod declaring;
mod held;
pub mod hours;
pub mod overview;
mod shares;

use super::rules::assignment::theirs;
use super::rules::held::{Held as HeldSoFar, HeldEach, Meeting, Seat};
use super::rules::totals::{Credits, Slot, Totals};
use super::rules::{self, About, ActivityFact, Condition, Work};
use super::store::overview as overview_rows;
use super::store::{self, CourseRow, EntryRow, PlannedActivity, Portion};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow, EnrolmentRow};
use crate::formats::actions as formats;
use crate::formats::rules::Added;
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Language, Minutes, Moment, Problem, ProblemCode,
};
use crate::programmes::rules::words::ActivityKind;

use std::collections::HashMap;
use std::sync::Arc;

use declaring::Asked;

pub use completing::{Completed, complete, recount, take_back};
pub use held::{held_for, held_of, held_with};
pub use shares::{attendance, attendance_of};

pub use super::attending::{Attended, Consulted, Held, MadeUp, attend, attend_alone, consult, make_up};

/// A trainee's place in an edition, with everything the rule and the locks are decided on.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The enrolment.
    pub enrolment: EnrolmentRow,
    /// The edition.
    pub edition: EditionRow,
    /// Every activity asked of the trainee or waiting for an answer, in programme order.
    pub facts: Vec<ActivityFact>,
    /// What is not asked of this trainee, as far as the reader may know of it.
    pub elsewhere: Vec<ActivityFact>,
}

impl Standing {
    /// An activity of the programme.
    ///
    /// # Errors
    /// `NotFound` when it is of another programme or another kind.
    pub fn activity(&self, id: ActivityId, kind: ActivityKind) -> Result<&ActivityFact, Problem> {
        let mut all = self.facts.iter().chain(&self.elsewhere);
        all.find(|fact| fact.id == id && fact.kind == kind).ok_or_else(Problem::not_found)
    }

    /// Lets work go on only on an open activity of a running edition.
    ///
    /// # Errors
    /// `AnswerNeeded` with the question that comes first, `ActivityLocked` naming what must be completed first,
    /// `EditionClosed`, or `NotFound` for what is not asked of the trainee.
    pub fn require_open(&self, fact: &ActivityFact, reader: Language, now: Moment) -> Result<(), Problem> {
        if self.enrolment.withdrawn_at.is_some() {
            return Err(Problem::new(ProblemCode::EditionClosed));
        }
        if self.elsewhere.iter().any(|other| other.id == fact.id) {
            return Err(Problem::not_found());
        }
        if let Some(question) = &fact.question {
            let text = question.text.for_reader(reader);
            return Err(Problem::new(ProblemCode::AnswerNeeded).with("question", text));
        }
        let missing = rules::missing_before(fact, &self.facts);
        if !missing.is_empty() {
            let titles: Vec<&str> = missing.iter().map(|title| title.for_reader(reader)).collect();
            return Err(Problem::new(ProblemCode::ActivityLocked).with("first", titles.join("; ")));
        }
        self.edition.term().require_running(now)
    }
}

/// The standing of a trainee, for that trainee, the edition's trainers and its administrators. Of what is not asked of
/// them trainees get only what was credited before.
///
/// # Errors
/// `NotFound` for anybody else: whose enrolment it is stays hidden.
pub fn standing(r: &mut Read, actor: &Actor, enrolment: EnrolmentId) -> Result<Standing, Problem> {
    let mut standing = load(r, enrolment)?;
    if actor.person == Some(standing.enrolment.person_id) {
        standing.elsewhere.retain(|fact| fact.completed || fact.credited > Minutes::ZERO);
        return Ok(standing);
    }
    let edition = &standing.edition;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(standing) } else { Err(Problem::not_found()) }
}

/// The standing of the actor's own enrolment: work is done by the trainee alone.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn own_standing(r: &mut Read, actor: &Actor, enrolment: EnrolmentId) -> Result<Standing, Problem> {
    let standing = load(r, enrolment)?;
    if actor.person == Some(standing.enrolment.person_id) { Ok(standing) } else { Err(Problem::not_found()) }
}

fn load(r: &mut Read, id: EnrolmentId) -> Result<Standing, Problem> {
    let (enrolment, edition) = editions::enrolment(r, id)?.ok_or_else(Problem::not_found)?;
    let Portion { facts, elsewhere, .. } = store::portion(r, edition.version_id, id)?;
    Ok(Standing { enrolment, edition, facts, elsewhere })
}

/// A trainee's programme with its plan, for the pages that show all of it.
#[derive(Debug, Clone)]
pub struct Course {
    /// The enrolment, its edition and the programme's title.
    pub row: CourseRow,
    /// The activities asked of the trainee, and those that wait for an answer, as planned, in programme order.
    pub plan: Arc<Vec<PlannedActivity>>,
    /// What the trainee has of each, in the same order.
    pub facts: Vec<ActivityFact>,
    /// What is not asked of this trainee.
    pub elsewhere: Vec<ActivityFact>,
    /// What the trainee is asked about experience, and what hangs on it.
    pub asked: Vec<Asked>,
    /// Whether the reader is the trainee.
    pub own: bool,
    /// Where the handed-in cases and the quizzes are that were taken.
    pub works: rules::Works,
    /// The names of formats that the centre added.
    pub formats: Added,
    /// The sessions of the edition that were not cancelled, in their order.
    pub meetings: Vec<Meeting>,
    /// Of those for which one signs up, the ones in which the trainee has a place or was marked.
    pub seats: Vec<Seat>,
}

impl Course {
    /// What has been held by now, for this trainee.
    pub fn held(&self, now: Moment) -> HeldSoFar {
        let planned = self.facts.iter().map(|fact| (fact.id, fact.planned));
        HeldEach::by(now, planned, &self.meetings, &self.seats).of(self.row.enrolment.id).into_owned()
    }

    /// What stands between the trainee and the document.
    pub fn conditions(&self, now: Moment) -> Vec<Condition> {
        let held = self.held(now);
        let mut conditions = rules::evaluate(&self.row.edition.rule.0, &self.facts, &held);
        for condition in &mut conditions {
            if let About::Quiz { activity, best, .. } = &mut condition.about
                && let Some(Work::Tried(tried)) = self.works.get(activity)
            {
                *best = best.or(*tried);
            }
        }
        conditions
    }
}

/// A programme as one trainee has it, for that trainee, the edition's trainers and its administrators.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn course(r: &mut Read, actor: &Actor, enrolment: EnrolmentId) -> Result<Course, Problem> {
    let row = store::course(r, enrolment)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(row.enrolment.person_id);
    if !own && !actor.teaches(row.edition.id, row.edition.organisation_id) {
        return Err(Problem::not_found());
    }
    let meetings = overview_rows::meetings(r, row.edition.id)?;
    course_of(r, row, own, meetings)
}

fn course_of(r: &mut Read, row: CourseRow, own: bool, meetings: Vec<Meeting>) -> Result<Course, Problem> {
    let Portion { plan, facts, elsewhere } = store::portion(r, row.edition.version_id, row.enrolment.id)?;
    let asked = declaring::asked(r, row.edition.version_id, row.enrolment.id)?;
    let works = store::works(r, row.enrolment.id, &plan)?;
    let formats = formats::names(r, plan.iter().map(|one| one.format.as_str()))?;
    let seats = overview_rows::seats_of(r, row.enrolment.id, &meetings)?;
    Ok(Course { row, plan, facts, elsewhere, asked, own, works, formats, meetings, seats })
}

/// The actor's own programmes, the newest edition first.
///
/// # Errors
/// The database's.
pub fn own_courses(r: &mut Read, actor: &Actor) -> Result<Vec<Course>, Problem> {
    let rows = store::courses_of(r, actor.person_id()?)?;
    let editions: Vec<EditionId> = rows.iter().map(|row| row.edition.id).collect();
    let mut meetings = overview_rows::meetings_of(r, &editions)?;
    let mut course = |row: CourseRow| {
        let here = meetings.remove(&row.edition.id).unwrap_or_default();
        course_of(r, row, true, here)
    };
    rows.into_iter().map(&mut course).collect()
}

/// A programme with every row of its ledger.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The programme.
    pub course: Course,
    /// The rows, the newest first.
    pub entries: Vec<EntryRow>,
}

impl Ledger {
    /// What is asked of the trainee, summed up.
    pub fn totals(&self, now: Moment) -> Totals {
        let held = self.course.held(now);
        let mut credits: HashMap<ActivityId, Credits> = HashMap::new();
        for entry in &self.entries {
            credits.entry(entry.activity_id).or_default().add((entry.nature, entry.mode), entry.minutes);
        }
        let credited = |fact: &ActivityFact| credits.get(&fact.id).copied().unwrap_or_default();
        Totals::of(theirs(&self.course.facts).map(|fact| (Slot::of(fact, &held), credited(fact))))
    }
}

/// The actor's own hours in every programme.
///
/// # Errors
/// The database's.
pub fn own_ledgers(r: &mut Read, actor: &Actor) -> Result<Vec<Ledger>, Problem> {
    own_courses(r, actor)?
        .into_iter()
        .map(|course| {
            let entries = store::entries(r, course.row.enrolment.id)?;
            Ok(Ledger { course, entries })
        })
        .collect()
}
