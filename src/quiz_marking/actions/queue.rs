//! What waits for a trainer, by question.

use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{ActivityId, Actor, EditionId, Localised, Moment, Problem, QuestionId};
use crate::questions::rules::Question;
use crate::quiz_marking::store::{self, AnswerRow, OpenAppeal};
use crate::quizzes::actions::marks;
use crate::quizzes::store as attempts;
use std::collections::BTreeMap;

/// A question with answers that wait.
#[derive(Debug, Clone)]
pub struct WaitingQuestion {
    /// In which edition.
    pub edition: EditionId,
    /// Its title.
    pub edition_title: String,
    /// At which quiz.
    pub activity: ActivityId,
    /// Its title.
    pub quiz: Localised,
    /// The question's row.
    pub id: QuestionId,
    /// The question.
    pub question: Question,
    /// How many answers wait.
    pub count: usize,
    /// Since when the oldest waits.
    pub oldest: Moment,
    /// Whether answers are marked without names: then nobody may read that time to the minute.
    pub blind: bool,
}

/// An appeal that waits. It carries no name.
#[derive(Debug, Clone)]
pub struct WaitingAppeal {
    /// The appeal.
    pub row: OpenAppeal,
    /// The edition's title.
    pub edition_title: String,
    /// The quiz's title.
    pub quiz: Localised,
    /// The question.
    pub question: Question,
}

/// What waits.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    /// Questions, the one with the oldest answer first.
    pub questions: Vec<WaitingQuestion>,
    /// Appeals, the oldest first.
    pub appeals: Vec<WaitingAppeal>,
}

/// How much waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Answers.
    pub answers: usize,
    /// Days that the oldest answer has waited.
    pub oldest_days: i64,
    /// Appeals.
    pub appeals: usize,
}

/// What waits for this actor.
///
/// # Errors
/// The database's.
pub fn queue(r: &mut Read, actor: &Actor) -> Result<Queue, Problem> {
    let taught = taught(r, actor)?;
    let answers = store::waiting(r, &taught, actor.person)?;
    let appeals = store::open_appeals(r, &taught, actor.person)?;
    let mut groups: BTreeMap<(EditionId, ActivityId, QuestionId), Vec<AnswerRow>> = BTreeMap::new();
    for row in answers {
        groups.entry((row.edition, row.activity, row.question)).or_default().push(row);
    }
    let keys = || {
        let contested = appeals.iter().map(|row| (row.edition, row.activity, row.question));
        groups.keys().copied().chain(contested)
    };
    let (named, titled) = store::titles(
        r,
        &keys().map(|key| key.0).collect::<Vec<_>>(),
        &keys().map(|key| key.1).collect::<Vec<_>>(),
    )?;
    let versions = attempts::questions_of(r, &keys().map(|key| key.2).collect::<Vec<_>>())?;
    let blind = marks::blind_among(r, &groups.keys().map(|key| key.0).collect::<Vec<_>>())?;
    let waiting =
        |((edition, activity, id), rows): (&(EditionId, ActivityId, QuestionId), &Vec<AnswerRow>)| {
            Some(WaitingQuestion {
                edition: *edition,
                edition_title: named.get(edition)?.clone(),
                activity: *activity,
                quiz: titled.get(activity)?.clone(),
                id: *id,
                question: versions.get(id)?.clone(),
                count: rows.len(),
                oldest: rows.iter().filter_map(|row| row.submitted_at).min()?,
                blind: blind.contains(&(*edition, *activity)),
            })
        };
    let mut questions: Vec<WaitingQuestion> = groups.iter().filter_map(waiting).collect();
    questions.sort_by_key(|one| one.oldest);
    let contested = |row: &OpenAppeal| {
        Some(WaitingAppeal {
            edition_title: named.get(&row.edition)?.clone(),
            quiz: titled.get(&row.activity)?.clone(),
            question: versions.get(&row.question)?.clone(),
            row: row.clone(),
        })
    };
    let appeals = appeals.iter().filter_map(contested).collect();
    Ok(Queue { questions, appeals })
}

/// How much waits for this actor, for the trainer's day.
///
/// # Errors
/// The database's.
pub fn waiting(r: &mut Read, actor: &Actor, now: Moment) -> Result<Waiting, Problem> {
    let taught = taught(r, actor)?;
    let answers = store::waiting(r, &taught, actor.person)?;
    let oldest = answers.first().and_then(|row| row.submitted_at);
    Ok(Waiting {
        answers: answers.len(),
        oldest_days: oldest.map_or(0, |at| at.days_until(now)),
        appeals: store::open_appeals(r, &taught, actor.person)?.len(),
    })
}

/// The editions whose answers this actor marks: those taught, and those of the organisations administered.
fn taught(r: &mut Read, actor: &Actor) -> Result<Vec<EditionId>, Problem> {
    let roles = &actor.roles;
    if roles.site_administrator {
        return store::editions_of(r, None);
    }
    let mut editions = roles.trainer_of.clone();
    if !roles.administrator_of.is_empty() {
        editions.extend(store::editions_of(r, Some(&roles.administrator_of))?);
        editions.sort();
        editions.dedup();
    }
    Ok(editions)
}

/// An edition that this actor teaches or administers.
///
/// # Errors
/// `NotFound` for anybody else.
pub(super) fn taught_edition(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}
