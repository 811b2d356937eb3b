//! Reading the results and the statistics of a quiz in an edition.

use super::rules::Which;
use super::rules::advice::{self, Advice};
use super::rules::measures::{self, Item, Sheet, Whole};
use super::rules::shares::{self, Share};
use super::rules::slots::{self, Asked};
use super::store::{self, AttemptRow, ResultRow};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{
    ActivityId, Actor, AttemptId, EditionId, EnrolmentId, Localised, Permille, Problem, QuestionId,
};
use crate::programmes::rules::words::Counting;
use crate::questions::rules::marking::Mark;
use crate::questions::rules::response::{Response, Shape};
use crate::questions::rules::{ChoiceId, Question};
use crate::quizzes::actions::marks;
use crate::quizzes::store::{self as quizzes, setups};
use std::collections::{BTreeMap, HashMap};

/// A quiz of an edition in the list.
#[derive(Debug, Clone)]
pub struct QuizLine {
    /// The quiz.
    pub id: ActivityId,
    /// Its title.
    pub title: Localised,
    /// Attempts handed in.
    pub submitted: i64,
    /// Of these, how many wait for marks.
    pub waiting: i64,
    /// Attempts under way.
    pub under_way: i64,
    /// Whether its answers are marked without names.
    pub blind: bool,
}

/// The quizzes of an edition.
#[derive(Debug, Clone)]
pub struct Quizzes {
    /// The edition.
    pub edition: EditionRow,
    /// Its quizzes in the order of the programme.
    pub quizzes: Vec<QuizLine>,
    /// Whether the reader administers the edition.
    pub administers: bool,
}

/// The quizzes of an edition, for those who teach it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn quizzes(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Quizzes, Problem> {
    let edition = taught(r, actor, id)?;
    let tallies = store::tallies(r, id)?;
    let without_names = marks::blind_quizzes(r, id)?;
    let mut quizzes = Vec::new();
    for (quiz, title) in store::quizzes(r, &edition)? {
        let (submitted, waiting, under_way) = tallies.get(&quiz).copied().unwrap_or_default();
        let blind = without_names.contains(&quiz);
        quizzes.push(QuizLine { id: quiz, title, submitted, waiting, under_way, blind });
    }
    let administers = actor.require_administrator_of(edition.organisation_id).is_ok();
    Ok(Quizzes { edition, quizzes, administers })
}

fn taught(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}

fn quiz_of(
    r: &mut Read,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
) -> Result<(EditionRow, Localised), Problem> {
    let edition = taught(r, actor, edition)?;
    let title = store::title(r, &edition, quiz)?.ok_or_else(Problem::not_found)?;
    Ok((edition, title))
}

/// The attempts at a quiz in an edition.
#[derive(Debug, Clone)]
pub struct Results {
    /// The edition.
    pub edition: EditionRow,
    /// The quiz.
    pub quiz: ActivityId,
    /// Its title.
    pub title: Localised,
    /// One page of attempts, and one more when there are further ones.
    pub rows: Vec<ResultRow>,
    /// Whether answers that wait are kept apart from names.
    pub blind: bool,
}

/// A page of the attempts at a quiz in an edition, by name.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and the quiz is of its programme.
pub fn results(
    r: &mut Read,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
    (from, limit): (i64, i64),
) -> Result<Results, Problem> {
    let (row, title) = quiz_of(r, actor, (edition, quiz))?;
    let administers = actor.require_administrator_of(row.organisation_id).is_ok();
    let blind = !administers && marks::is_blind(r, edition, quiz)?;
    let rows = store::results(r, (edition, quiz), actor.language, (from, limit))?;
    Ok(Results { edition: row, quiz, title, rows, blind })
}

/// What is known of a question.
#[derive(Debug, Clone)]
pub struct QuestionStatistics {
    /// Its row.
    pub id: QuestionId,
    /// The question.
    pub question: Question,
    /// Its measures.
    pub item: Item,
    /// How often each choice was chosen; nothing for a question without choices.
    pub shares: Option<Vec<Share>>,
    /// What that advises.
    pub advice: Advice,
}

/// What is known of a quiz in an edition.
#[derive(Debug, Clone)]
pub struct Statistics {
    /// The edition.
    pub edition: EditionRow,
    /// The quiz.
    pub quiz: ActivityId,
    /// Its title.
    pub title: Localised,
    /// Which attempts are looked at.
    pub which: Which,
    /// Which attempt counts in the edition.
    pub counting: Counting,
    /// The measures of the quiz.
    pub whole: Whole,
    /// Its questions.
    pub questions: Vec<QuestionStatistics>,
    /// How many attempts wait for marks and are left out.
    pub waiting: usize,
}

/// The statistics of a quiz in an edition.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and the quiz is of its programme.
pub fn statistics(
    r: &mut Read,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
    which: Which,
) -> Result<Statistics, Problem> {
    let (row, title) = quiz_of(r, actor, (edition, quiz))?;
    let all = store::attempts(r, edition, quiz)?;
    let waiting = all.iter().filter(|attempt| attempt.result.is_none()).count();
    let counting = counting(r, edition, quiz)?;
    let chosen = choose(&all, which, counting);
    let marks = store::marks(r, edition, quiz)?;
    let marks: Vec<_> = marks.into_iter().filter(|(attempt, _, _)| chosen.contains_key(attempt)).collect();
    let mut ids: Vec<QuestionId> = marks.iter().map(|(_, question, _)| *question).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut questions = store::questions(r, quiz, &ids)?;
    // Nothing is right or wrong on a scale; it carries no points.
    questions.retain(|(_, question)| Mark::of(question, None).most.0 > 0);
    let mut asked = store::asked(r, edition, quiz)?;
    let asked: Vec<Asked> = chosen.keys().map(|id| asked.remove(id).unwrap_or_default()).collect();
    let sheet = sheet(&questions, &marks, (&chosen, &asked));
    let items = measures::items(&sheet);
    let given = given(r, &questions, &chosen)?;
    let counted = |((id, question), item): ((QuestionId, Question), Item)| {
        let nothing = Vec::new();
        let shape = Shape::of(&question);
        let shares = shares::of_choices(&question.answer, &shape.choices, given.get(&id).unwrap_or(&nothing));
        let shares = shares.filter(|shares| !shares.is_empty());
        let advice = advice::advise(&item, shares.as_deref());
        QuestionStatistics { id, question, item, shares, advice }
    };
    let whole = measures::whole(&sheet);
    let questions = questions.into_iter().zip(items).map(counted).collect();
    Ok(Statistics { edition: row, quiz, title, which, counting, whole, questions, waiting })
}

/// Which attempt counts in the edition: as it is set up there, else as the course file says.
fn counting(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<Counting, Problem> {
    if let Some(setup) = setups::latest(r, edition, quiz)? {
        return Ok(setup.settings.0.quiz.counting);
    }
    Ok(quizzes::settings(r, quiz)?.ok_or_else(Problem::not_found)?.counting)
}

/// The attempts that are looked at, with their places in the sheet: one of everybody, with a result; all of them
/// where their average counts.
fn choose(all: &[AttemptRow], which: Which, counting: Counting) -> BTreeMap<AttemptId, usize> {
    let rule = if which == Which::First { Counting::First } else { counting };
    let mut of: HashMap<EnrolmentId, Vec<(Permille, i32, AttemptId)>> = HashMap::new();
    for attempt in all {
        let Some(result) = attempt.result else { continue };
        of.entry(attempt.enrolment).or_default().push((result, attempt.number, attempt.id));
    }
    let counts = |mut attempts: Vec<(Permille, i32, AttemptId)>| {
        attempts.sort_unstable_by_key(|(_, number, _)| *number);
        match rule {
            Counting::First => attempts.truncate(1),
            Counting::Last => attempts = attempts.pop().into_iter().collect(),
            // Of equals the earlier: later ones have seen the questions.
            Counting::Best => attempts.sort_by_key(|(result, _, _)| std::cmp::Reverse(*result)),
            Counting::Average => {}
        }
        let most = if rule == Counting::Average { attempts.len() } else { 1 };
        attempts.into_iter().take(most).map(|(_, _, id)| id)
    };
    let mut chosen: Vec<AttemptId> = of.into_values().flat_map(counts).collect();
    chosen.sort_unstable();
    chosen.into_iter().enumerate().map(|(place, id)| (id, place)).collect()
}

fn sheet(
    questions: &[(QuestionId, Question)],
    marks: &[(AttemptId, QuestionId, i32)],
    (chosen, asked): (&BTreeMap<AttemptId, usize>, &[Asked]),
) -> Sheet {
    let points = |thousandths: i32| f64::from(thousandths) / 1000.0;
    let places: HashMap<QuestionId, usize> =
        questions.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect();
    let mut rows = vec![vec![None; questions.len()]; chosen.len()];
    for (attempt, question, thousandths) in marks {
        let place = chosen.get(attempt).zip(places.get(question));
        let cell = place.and_then(|(row, place)| rows.get_mut(*row)?.get_mut(*place));
        if let Some(cell) = cell {
            *cell = Some(points(*thousandths));
        }
    }
    let most = questions.iter().map(|(_, question)| points(Mark::of(question, None).most.0)).collect();
    Sheet { most, rows, slots: slots::of(asked, &places) }
}

/// What was answered last to the questions with choices, and how often. Each distinct answer is read once.
fn given(
    r: &mut Read,
    questions: &[(QuestionId, Question)],
    chosen: &BTreeMap<AttemptId, usize>,
) -> Result<HashMap<QuestionId, Vec<(Response, usize)>>, Problem> {
    let shapes: HashMap<QuestionId, Shape> = questions
        .iter()
        .filter(|(_, question)| shares::of_choices(&question.answer, &[ChoiceId::TRUE], &[]).is_some())
        .map(|(id, question)| (*id, Shape::of(question)))
        .collect();
    let ids: Vec<QuestionId> = shapes.keys().copied().collect();
    let attempts: Vec<AttemptId> = chosen.keys().copied().collect();
    let mut given: HashMap<QuestionId, Vec<(Response, usize)>> = HashMap::new();
    for (question, text, times) in store::last_answers(r, &ids, &attempts)? {
        let times = usize::try_from(times).map_err(Problem::internal)?;
        let value = serde_json::from_str(&text).map_err(Problem::internal)?;
        let read = shapes.get(&question).map(|shape| Response::recorded(shape, &value));
        if let Some(Ok(response)) = read {
            given.entry(question).or_default().push((response, times));
        }
    }
    Ok(given)
}
