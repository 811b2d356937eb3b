//! Marking a question again: the recorded answers are played again against another version of it, or everybody
//! gets full marks. What would change is looked at first; then each attempt is done in a transaction of its own.

use super::letters::{self, About};
use super::overriding::fault_of;
use super::queue::taught_edition;
use super::replaying::{Judge, Recorded, Verdict};
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::jobs::{self, NewJob};
use crate::kernel::{
    ActivityId, Actor, AttemptId, EditionId, Fault, Localised, Moment, PersonName, Problem, QuestionId,
    RegradeId,
};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions as progress;
use crate::questions::rules::Question;
use crate::questions::rules::marking::MilliPoints;
use crate::quiz_marking::store::{self, NewRegrade, RegradeAttempt, RegradeRow};
use crate::quizzes::actions::marks::{self, ChangeKind};
use crate::quizzes::store as attempts;
use std::collections::HashMap;

/// The kind of the job that carries a regrade out.
pub const REGRADE_JOB: &str = "quiz-regrade";

/// What a question is marked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Another version of it.
    Version(QuestionId),
    /// Nothing: everybody gets full marks.
    FullMarks,
}

/// What a regrade would make of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The attempt.
    pub attempt: AttemptId,
    /// Which one of its trainee.
    pub number: i32,
    /// Whose.
    pub author: PersonName,
    /// The points of the question before.
    pub old: MilliPoints,
    /// The points of the question after.
    pub new: MilliPoints,
    /// Whether the attempt passed before.
    pub old_passed: Option<bool>,
    /// Whether it would pass.
    pub new_passed: Option<bool>,
}

/// What a regrade would change.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The edition.
    pub edition: EditionRow,
    /// The quiz.
    pub activity: ActivityId,
    /// Its title.
    pub quiz: Localised,
    /// The question's row.
    pub id: QuestionId,
    /// The question as it was asked.
    pub question: Question,
    /// The ready versions of it: (row, number, question).
    pub versions: Vec<(QuestionId, i32, Question)>,
    /// What it would be marked by; nothing while none is chosen.
    pub source: Option<Source>,
    /// Whether the chosen version cannot be compared with what was asked.
    pub incomparable: bool,
    /// Attempts whose mark would change.
    pub changes: Vec<Change>,
    /// How many would stay as they are.
    pub unchanged: usize,
    /// How many keep the mark a person gave.
    pub by_hand: usize,
    /// How many are still under way; what is decided now holds for them when they are handed in.
    pub under_way: usize,
    /// The names of trainees are left out.
    pub blind: bool,
    /// Earlier regrades of the quiz here, the newest first.
    pub earlier: Vec<RegradeId>,
}

/// What a regrade of a question would change, without changing anything.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and the question was asked there.
pub fn preview(
    r: &mut Read,
    actor: &Actor,
    (edition, activity, id): (EditionId, ActivityId, QuestionId),
    source: Option<Source>,
) -> Result<Preview, Problem> {
    let row = taught_edition(r, actor, edition)?;
    let versions = store::versions_of(r, id)?;
    let mut asked = attempts::questions_of(r, &[id])?;
    let (_, mut titles) = store::titles(r, &[], &[activity])?;
    let known = source.is_none_or(|source| match source {
        Source::Version(other) => versions.iter().any(|(version, _, _)| *version == other),
        Source::FullMarks => true,
    });
    if !known {
        return Err(Problem::not_found());
    }
    let mut preview = Preview {
        edition: row,
        activity,
        quiz: titles.remove(&activity).ok_or_else(Problem::not_found)?,
        id,
        question: asked.remove(&id).ok_or_else(Problem::not_found)?,
        versions,
        source,
        incomparable: false,
        changes: Vec::new(),
        unchanged: 0,
        by_hand: 0,
        under_way: store::under_way(r, (edition, activity, id))?,
        blind: marks::is_blind(r, edition, activity)?,
        earlier: store::regrades_of(r, edition, activity)?,
    };
    let handed_in = store::handed_in(r, (edition, activity, id))?;
    if handed_in.is_empty() && preview.under_way == 0 {
        return Err(Problem::not_found());
    }
    if let Some(source) = source {
        fill(r, &mut preview, handed_in, source)?;
    }
    Ok(preview)
}

fn fill(r: &mut Read, preview: &mut Preview, ids: Vec<AttemptId>, source: Source) -> Result<(), Problem> {
    let Some(judge) = Judge::of(&preview.question, source, &preview.versions) else {
        preview.incomparable = true;
        return Ok(());
    };
    let recorded = Recorded::load(r, (preview.activity, preview.id), &ids)?;
    let mut authors = if preview.blind { HashMap::new() } else { store::authors(r, &ids)? };
    let rule = &preview.edition.rule.0;
    for attempt in ids {
        let (old, verdict) = recorded.look(attempt, &judge)?;
        let Verdict::Now(share, points) = verdict else {
            preview.by_hand += 1;
            continue;
        };
        if (share, points) == old {
            preview.unchanged += 1;
            continue;
        }
        let row = recorded.attempt(attempt)?;
        preview.changes.push(Change {
            attempt,
            number: row.number,
            author: authors.remove(&attempt).unwrap_or_default(),
            old: old.1,
            new: points,
            old_passed: row.passed,
            new_passed: recorded.would_pass(row, rule, (share, points)),
        });
    }
    Ok(())
}

/// A regrade, as typed.
#[derive(Debug, Clone)]
pub struct RegradeInput {
    /// In which edition.
    pub edition: EditionId,
    /// Of which quiz.
    pub activity: ActivityId,
    /// Of which question.
    pub question: QuestionId,
    /// What it is marked by.
    pub source: Source,
    /// Why.
    pub reason: String,
}

/// Orders a regrade: it is written down here, and a job does the attempts.
///
/// # Errors
/// As [`preview`]; `Invalid` without a reason or when the versions cannot be compared.
pub fn order(w: &mut Write, actor: &Actor, input: &RegradeInput, now: Moment) -> Result<RegradeId, Problem> {
    let key = (input.edition, input.activity, input.question);
    let found = preview(w, actor, key, Some(input.source))?;
    let mut faults: Vec<Fault> = fault_of("reason", &input.reason).into_iter().collect();
    if found.incomparable {
        faults.push(Fault::new("version", "versions-incomparable"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let by_question = match input.source {
        Source::Version(id) => Some(id),
        Source::FullMarks => None,
    };
    let reason = input.reason.trim().to_owned();
    let (edition, activity, question) = key;
    let new = NewRegrade { edition, activity, question, by_question, reason };
    let id = store::insert_regrade(w, &new, (actor.person, now))?;
    let after = serde_json::json!({ "edition": edition, "quiz": activity, "question": question, "by": by_question, "reason": new.reason, "attempts": found.changes.len() });
    let subject = ("quiz-regrade", id.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "quiz-regrade-ordered", subject, before: None, after: Some(after) },
    )?;
    let job = NewJob {
        kind: REGRADE_JOB,
        payload: serde_json::json!({ "regrade": id }),
        unique_key: Some(format!("{REGRADE_JOB}:{id}")),
    };
    jobs::enqueue(w, now, job)?;
    Ok(id)
}

/// Does the next attempt of a regrade; `false` when all are done. Called again after an interruption it goes on
/// where it was: each attempt is done once.
///
/// # Errors
/// The database's.
pub fn step(w: &mut Write, id: RegradeId, now: Moment) -> Result<bool, Problem> {
    let row = store::regrade(w, id)?.ok_or_else(Problem::not_found)?;
    let Some(attempt) = store::pending(w, &row, 1)?.first().copied() else {
        if row.finished_at.is_none() {
            store::finish(w, id, now)?;
        }
        return Ok(false);
    };
    regrade_one(w, &row, attempt, now)?;
    Ok(true)
}

fn regrade_one(w: &mut Write, row: &RegradeRow, attempt: AttemptId, now: Moment) -> Result<(), Problem> {
    let asked =
        attempts::questions_of(w, &[row.question])?.remove(&row.question).ok_or_else(Problem::not_found)?;
    let versions = store::versions_of(w, row.question)?;
    let source = row.by_question.map_or(Source::FullMarks, Source::Version);
    let judge = Judge::of(&asked, source, &versions).ok_or_else(Problem::not_found)?;
    let recorded = Recorded::load(w, (row.activity, row.question), &[attempt])?;
    let (old, verdict) = recorded.look(attempt, &judge)?;
    let before = recorded.attempt(attempt)?;
    let new = match verdict {
        Verdict::Now(share, points) => (share, points),
        Verdict::ByHand => old,
    };
    let mut passed = before.passed;
    if new != old {
        passed = apply(w, row, (before, old, new), now)?;
    }
    let done = RegradeAttempt {
        attempt,
        old_points: old.1.0,
        new_points: new.1.0,
        old_passed: before.passed,
        new_passed: passed,
    };
    store::add_attempt(w, row.id, &done, now)
}

/// Changes the mark, settles the attempt and tells the trainee; whether it passes now.
fn apply(
    w: &mut Write,
    row: &RegradeRow,
    (attempt, old, new): (&attempts::AttemptRow, marks::Standing, marks::Standing),
    now: Moment,
) -> Result<Option<bool>, Problem> {
    let actor = match row.ordered_by {
        Some(person) => crate::access::store::actor_of(w, person)?.unwrap_or_else(Actor::program),
        None => Actor::program(),
    };
    let kind = if row.by_question.is_some() { ChangeKind::Regraded } else { ChangeKind::Granted };
    let change = marks::Change {
        attempt: attempt.id,
        question: row.question,
        kind,
        old,
        new,
        reason: &row.reason,
        remark: "",
    };
    marks::change(w, &actor, &change, now)?;
    let settled = marks::settle(w, attempt.id, now)?;
    let standing = progress::standing(w, &Actor::program(), attempt.enrolment_id)?;
    standing.activity(row.activity, ActivityKind::Quiz)?;
    let about = About { person: standing.enrolment.person_id, attempt: attempt.id, activity: row.activity };
    if settled.is_first_result() {
        letters::tell_marked(w, about, settled, now)?;
    } else if settled.is_changed() && settled.old_result.is_some() {
        letters::tell_changed(w, about, settled, now)?;
    }
    Ok(settled.passed)
}

/// A regrade with what it has made of its attempts so far.
#[derive(Debug, Clone)]
pub struct Regraded {
    /// The regrade.
    pub row: RegradeRow,
    /// The edition.
    pub edition: EditionRow,
    /// The quiz's title.
    pub quiz: Localised,
    /// The question as it was asked.
    pub question: Question,
    /// Attempts that are done, with their authors; these are left out where answers are marked without names.
    pub done: Vec<(RegradeAttempt, PersonName)>,
    /// Whether names are left out.
    pub blind: bool,
    /// How many attempts are not done yet.
    pub left: usize,
}

/// A regrade, for those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn outcome_of(r: &mut Read, actor: &Actor, id: RegradeId) -> Result<Regraded, Problem> {
    let row = store::regrade(r, id)?.ok_or_else(Problem::not_found)?;
    let edition = taught_edition(r, actor, row.edition)?;
    let (_, mut titles) = store::titles(r, &[], &[row.activity])?;
    let question =
        attempts::questions_of(r, &[row.question])?.remove(&row.question).ok_or_else(Problem::not_found)?;
    let blind = marks::is_blind(r, row.edition, row.activity)?;
    let mut done = store::attempts(r, id)?;
    if blind {
        done.iter_mut().for_each(|(_, name)| *name = PersonName::default());
    }
    let left = if row.finished_at.is_some() { 0 } else { store::pending(r, &row, 100_000)?.len() };
    let quiz = titles.remove(&row.activity).ok_or_else(Problem::not_found)?;
    Ok(Regraded { row, edition, quiz, question, done, blind, left })
}
