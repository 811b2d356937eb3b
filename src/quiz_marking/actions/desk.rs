//! Marking the answers to one question one after another.

use super::letters::{self, About};
use super::queue::taught_edition;
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, Actor, AttemptId, EditionId, Fault, Localised, Moment, PersonName, PhraseId, Problem,
    ProblemCode, QuestionId, dates,
};
use crate::phrases::actions::{self as phrases, PhraseRow};
use crate::phrases::rules::{LONGEST_PHRASE, with_phrases};
use crate::questions::rules::Question;
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::response::{Response, Shape};
use crate::quiz_marking::rules::{self, LONGEST_WORDS, points};
use crate::quiz_marking::store::{self, AnswerRow, Answered};
use crate::quizzes::actions::marks::{self, Change, ChangeKind};

/// A question of a quiz in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The edition.
    pub edition: EditionId,
    /// The quiz.
    pub activity: ActivityId,
    /// The question.
    pub question: QuestionId,
}

/// An answer on the desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Where it belongs.
    pub place: Place,
    /// The edition.
    pub edition: EditionRow,
    /// The quiz's title.
    pub quiz: Localised,
    /// The question with its notes for whoever marks.
    pub question: Question,
    /// The number of the answer.
    pub number: i64,
    /// What was answered.
    pub response: Response,
    /// Since when it waits.
    pub submitted_at: Option<Moment>,
    /// The points it was given; nothing while it waits.
    pub points: Option<MilliPoints>,
    /// The author and the attempt; nothing where answers are marked without names.
    pub author: Option<(PersonName, AttemptId)>,
    /// Whether answers are marked without names.
    pub blind: bool,
    /// Whether the reader wrote it.
    pub own: bool,
    /// How many answers to this question wait, with this one.
    pub left: usize,
    /// The next that waits.
    pub next: Option<i64>,
    /// The reader's saved phrases.
    pub phrases: Vec<PhraseRow>,
}

/// The oldest answer to a question that waits for this actor; nothing when none does.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition.
pub fn first(r: &mut Read, actor: &Actor, place: Place) -> Result<Option<i64>, Problem> {
    taught_edition(r, actor, place.edition)?;
    let rows = store::answers_of(r, (place.edition, place.activity, place.question))?;
    Ok(rows.iter().find(|row| waits(row, actor)).map(number_of))
}

/// An answer on the desk.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and there is an answer of this number.
pub fn desk(r: &mut Read, actor: &Actor, place: Place, number: i64) -> Result<Desk, Problem> {
    let (edition, rows, row) = find(r, actor, place, number)?;
    let answered = answer(r, row.attempt, place.question)?;
    let blind = marks::is_blind(r, place.edition, place.activity)?;
    let author = if blind { None } else { store::author(r, row.attempt)? };
    let (_, mut titles) = store::titles(r, &[], &[place.activity])?;
    let waiting: Vec<&AnswerRow> = rows.iter().filter(|row| waits(row, actor)).collect();
    let here = rows.iter().position(|other| other.attempt == row.attempt).unwrap_or_default();
    let after = rows.iter().skip(here + 1).chain(rows.iter().take(here)).find(|row| waits(row, actor));
    let question = answered.question.0;
    let response = match &answered.response {
        Some(value) => Response::recorded(&Shape::of(&question), &value.0)
            .map_err(|code| Problem::internal(anyhow::anyhow!("a stored answer does not fit: {code}")))?,
        None => Response::Blank,
    };
    Ok(Desk {
        place,
        edition,
        quiz: titles.remove(&place.activity).ok_or_else(Problem::not_found)?,
        question,
        number,
        response,
        submitted_at: row.submitted_at,
        points: answered.fraction.map(|_| MilliPoints(answered.points)),
        author: author.map(|name| (name, row.attempt)),
        blind,
        own: actor.person == Some(row.person),
        left: waiting.len(),
        next: after.map(number_of),
        phrases: phrases::offered(r, actor, place.edition)?,
    })
}

fn find(
    r: &mut Read,
    actor: &Actor,
    place: Place,
    number: i64,
) -> Result<(EditionRow, Vec<AnswerRow>, AnswerRow), Problem> {
    let edition = taught_edition(r, actor, place.edition)?;
    let rows = store::answers_of(r, (place.edition, place.activity, place.question))?;
    let row = rows.iter().copied().find(|row| number_of(row) == number).ok_or_else(Problem::not_found)?;
    Ok((edition, rows, row))
}

pub(super) fn answer(r: &mut Read, attempt: AttemptId, question: QuestionId) -> Result<Answered, Problem> {
    store::answer(r, attempt, question)?.ok_or_else(Problem::not_found)
}

fn number_of(row: &AnswerRow) -> i64 {
    rules::answer_number(row.attempt, row.seed, row.question)
}

fn waits(row: &AnswerRow, actor: &Actor) -> bool {
    row.fraction.is_none() && actor.person != Some(row.person)
}

/// What a trainer says about an answer, as typed.
#[derive(Debug, Clone)]
pub struct MarkInput {
    /// Of which question.
    pub place: Place,
    /// The number of the answer.
    pub number: i64,
    /// The points.
    pub points: String,
    /// What is said to the trainee.
    pub remark: String,
    /// Saved phrases that go under the remark.
    pub phrases: Vec<PhraseId>,
    /// Whether the remark becomes a saved phrase.
    pub keep: bool,
}

/// A mark that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// The points.
    pub points: MilliPoints,
    /// Whether it was the last one the attempt waited for.
    pub settled: bool,
    /// The next answer to the same question that waits.
    pub next: Option<i64>,
}

/// Marks an answer that waits, once. With the last one the attempt has its result, and the trainee gets a letter.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Forbidden` for one's own answer; `AlreadyGraded` with who and
/// when; `Invalid` naming what is wrong with the points and the remark.
pub fn mark(w: &mut Write, actor: &Actor, input: &MarkInput, now: Moment) -> Result<Marked, Problem> {
    let (_, rows, row) = find(w, actor, input.place, input.number)?;
    if actor.person == Some(row.person) {
        return Err(Problem::forbidden());
    }
    let answered = answer(w, row.attempt, input.place.question)?;
    if answered.fraction.is_some() {
        return Err(already_marked(w, actor, &row)?);
    }
    let (points, remark) = read(w, actor, input, &answered.question.0)?;
    let change = Change {
        attempt: row.attempt,
        question: row.question,
        kind: ChangeKind::Marked,
        old: (None, MilliPoints(answered.points)),
        new: points::mark(points, points::most(&answered.question.0)),
        reason: "",
        remark: &remark,
    };
    marks::change(w, actor, &change, now)?;
    if input.keep && !input.remark.trim().is_empty() {
        phrases::add_phrase(w, actor, (&input.remark, None), now)?;
    }
    let settled = marks::settle(w, row.attempt, now)?;
    if settled.is_first_result() {
        let about = About { person: row.person, attempt: row.attempt, activity: row.activity };
        letters::tell_marked(w, about, settled, now)?;
    }
    let here = rows.iter().position(|other| other.attempt == row.attempt).unwrap_or_default();
    let mut others = rows.iter().skip(here + 1).chain(rows.iter().take(here));
    let next = others.find(|row| waits(row, actor)).map(number_of);
    Ok(Marked { points, settled: settled.is_first_result(), next })
}

fn already_marked(r: &mut Read, actor: &Actor, row: &AnswerRow) -> Result<Problem, Problem> {
    let notes = marks::notes(r, row.attempt)?;
    let last = notes.changes.iter().rev().find(|change| change.question == row.question);
    let who = last.and_then(|change| change.by.as_ref()).map(PersonName::surname_and_initials);
    let at = last.map(|change| dates::date_and_time(actor.language, change.at, actor.zone));
    let problem = Problem::new(ProblemCode::AlreadyGraded);
    Ok(problem.with("who", who.unwrap_or_default()).with("at", at.unwrap_or_default()))
}

fn read(
    r: &mut Read,
    actor: &Actor,
    input: &MarkInput,
    question: &Question,
) -> Result<(MilliPoints, String), Problem> {
    let chosen = phrases::offered(r, actor, input.place.edition)?;
    let chosen = chosen.into_iter().filter(|phrase| input.phrases.contains(&phrase.id));
    let remark = with_phrases(&input.remark, &chosen.map(|phrase| phrase.text).collect::<Vec<_>>());
    let given = points::read(&input.points, points::most(question), points::STEP);
    let mut faults: Vec<Fault> = given.as_ref().err().cloned().into_iter().collect();
    let limit = if input.keep { LONGEST_PHRASE } else { LONGEST_WORDS };
    if remark.chars().count() > LONGEST_WORDS || (input.keep && input.remark.trim().chars().count() > limit) {
        faults.push(Fault::new("remark", "too-long").with("limit", limit));
    }
    match given {
        Ok(points) if faults.is_empty() => Ok((points, remark)),
        _ => Err(Problem::invalid(faults)),
    }
}

/// Has a quiz of an edition marked without names from now on, or with them again. Only administrators decide
/// that: whoever marks could otherwise look.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition, `Forbidden` unless the actor administers it.
pub fn set_blind(
    w: &mut Write,
    actor: &Actor,
    (edition, activity): (EditionId, ActivityId),
    blind: bool,
    now: Moment,
) -> Result<(), Problem> {
    let row = taught_edition(w, actor, edition)?;
    actor.require_administrator_of(row.organisation_id)?;
    if crate::quizzes::store::settings(w, activity)?.is_none() {
        return Err(Problem::not_found());
    }
    if marks::is_blind(w, edition, activity)? == blind {
        return Ok(());
    }
    if blind {
        store::set_blind(w, (edition, activity), (actor.person, now))?;
    } else {
        store::lift_blind(w, (edition, activity), (actor.person, now))?;
    }
    let (subject, after) = (("edition", edition.0), serde_json::json!({ "quiz": activity, "blind": blind }));
    let entry = audit::Entry { action: "quiz-blind-marking", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}
