//! Grading a work by its rubric.

use super::letters;
use super::opening::{Version, Which, versions};
use super::queue::queue;
use crate::audit;
use crate::cases::rules::{self, Said};
use crate::cases::store::{self, NewGrading, WaitingRow};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, Permille, PersonName, Problem, ProblemCode, SubmissionId, dates};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Completed, Standing};
use crate::progress::rules::ActivityFact;
use crate::progress::store::SourceKind;
use std::collections::BTreeMap;

/// How many waiting works stand beside the one on the desk.
const NEIGHBOURS: i64 = 200;

/// A work on the desk.
#[derive(Debug, Clone)]
pub struct Work {
    /// The author's place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// Its definition, with the trainer's notes.
    pub definition: CaseDefinition,
    /// The author.
    pub author: PersonName,
    /// The version on the desk.
    pub version: Version,
    /// The versions before and after it.
    pub others: Vec<Version>,
    /// The points that pass in this edition.
    pub pass_points: u32,
    /// Whether the reader wrote it.
    pub own: bool,
    /// What waits besides, the oldest first.
    pub queue: Vec<WaitingRow>,
}

/// A work for those who teach its edition.
///
/// # Errors
/// `NotFound` for anybody else: whose work it is stays hidden.
pub fn work(r: &mut Read, actor: &Actor, id: SubmissionId) -> Result<Work, Problem> {
    let mut work = load(r, actor, id)?;
    work.queue = queue(r, actor, SubmissionId(0), NEIGHBOURS)?;
    Ok(work)
}

fn load(r: &mut Read, actor: &Actor, id: SubmissionId) -> Result<Work, Problem> {
    let row = store::submission(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(r, actor, row.enrolment_id)?;
    if !actor.teaches(standing.edition.id, standing.edition.organisation_id) {
        return Err(Problem::not_found());
    }
    let fact = standing.activity(row.activity_id, ActivityKind::Case)?.clone();
    let definition = store::definition(r, fact.id)?.ok_or_else(Problem::not_found)?;
    let author = letters::account(r, standing.enrolment.person_id)?;
    let which = Which { enrolment: row.enrolment_id, activity: row.activity_id };
    let (mut this, others): (Vec<_>, Vec<_>) =
        versions(r, which)?.into_iter().partition(|version| version.row.id == id);
    let version = this.pop().ok_or_else(Problem::not_found)?;
    let pass_points = rules::pass_points(&definition, standing.edition.rule.0.case_pass);
    let own = actor.person == Some(standing.enrolment.person_id);
    let (author, queue) = (author.name, Vec::new());
    Ok(Work { standing, fact, definition, author, version, others, pass_points, own, queue })
}

/// What a trainer says about a work.
#[derive(Debug, Clone)]
pub struct GradeInput {
    /// Of which version.
    pub submission: SubmissionId,
    /// Points by criterion.
    pub points: BTreeMap<String, u32>,
    /// Remarks by criterion.
    pub remarks: BTreeMap<String, String>,
    /// The remark on the whole.
    pub remark: String,
    /// What to do otherwise.
    pub advice: String,
}

/// A grade that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Graded {
    /// The sum of the points.
    pub total: u32,
    /// Whether the pass mark is reached.
    pub passed: bool,
    /// The oldest work that still waits.
    pub next: Option<SubmissionId>,
}

/// Grades a work. Passing completes the case; the author gets a letter (T5).
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Forbidden` for one's own work; `AlreadyGraded` with who and
/// when; `Invalid` naming everything the grade lacks.
pub fn grade(w: &mut Write, actor: &Actor, input: &GradeInput, now: Moment) -> Result<Graded, Problem> {
    let work = load(w, actor, input.submission)?;
    if work.own {
        return Err(Problem::forbidden());
    }
    if work.version.hidden.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    if let Some(grade) = &work.version.grade {
        let who = grade.row.grader.as_ref().map(PersonName::surname_and_initials).unwrap_or_default();
        let at = dates::date_and_time(actor.language, grade.row.graded_at, actor.zone);
        return Err(Problem::new(ProblemCode::AlreadyGraded).with("who", who).with("at", at));
    }
    let said =
        Said { points: &input.points, remarks: &input.remarks, remark: &input.remark, advice: &input.advice };
    let faults = rules::check(&work.definition, work.pass_points, said, actor.language);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let total = rules::total(&work.definition.rubric, &input.points);
    let total = rules::after_lateness(total, Permille(work.version.row.deduction));
    let passed = total >= work.pass_points;
    write(w, actor, &work, (input, total, passed), now)?;
    let next = queue(w, actor, SubmissionId(0), 1)?.first().map(|row| row.submission);
    Ok(Graded { total, passed, next })
}

fn write(
    w: &mut Write,
    actor: &Actor,
    work: &Work,
    (input, total, passed): (&GradeInput, u32, bool),
    now: Moment,
) -> Result<(), Problem> {
    let new = NewGrading {
        submission: input.submission,
        grader: actor.person,
        total: i32::try_from(total).map_err(Problem::internal)?,
        passed,
        remark: &input.remark,
        advice: &input.advice,
        at: now,
    };
    let grading = store::insert_grading(w, &new, &marks_of(input)?)?;
    let after = serde_json::json!({ "total": total, "passed": passed });
    let subject = ("submission", input.submission.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "work-graded", subject, before: None, after: Some(after) },
    )?;
    if passed {
        let result = Some(rules::result(&work.definition, total));
        let enrolment = work.standing.enrolment.id;
        let done = Completed { enrolment, source: SourceKind::Case, source_id: grading.0, result };
        progress::complete(w, &work.fact, done, now)?;
    }
    letters::tell_author(w, work, (total, passed), now)
}

/// The marks as rows: (criterion, points, remark).
fn marks_of(input: &GradeInput) -> Result<Vec<(String, i32, Option<String>)>, Problem> {
    let mark = |(key, points): (&String, &u32)| {
        let remark = input.remarks.get(key).filter(|text| !text.trim().is_empty()).cloned();
        Ok((key.clone(), i32::try_from(*points).map_err(Problem::internal)?, remark))
    };
    input.points.iter().map(mark).collect()
}
