//! Rows of live quizzes: what is asked, and what the trainer did.

pub mod answers;
pub mod players;

use super::rules::{Settings, Step, StepKind};
use crate::db::schema::{
    activities, editions, live_answers, live_credit_results, live_credits, live_players, live_quizzes,
    live_rounds, live_steps, question_versions,
};
use crate::db::{Json, Read, Write, stored_text};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, LiveQuizId, LiveRoundId, Localised, Moment, OrganisationId, Permille,
    PersonId, Problem, QuestionId, Word as _,
};
use crate::questions::rules::Question;
use diesel::dsl::{count_star, max};
use diesel::prelude::*;

stored_text!(StepKind, as_str, parse);

/// A live quiz.
#[derive(Debug, Clone, Queryable)]
pub struct LiveQuizRow {
    /// The live quiz.
    pub id: LiveQuizId,
    /// In which edition.
    pub edition_id: EditionId,
    /// Which quiz's questions it asks.
    pub activity_id: ActivityId,
    /// The code that the room joins by.
    pub code: String,
    /// How it is played.
    pub settings: Json<Settings>,
    /// Since when.
    pub created_at: Moment,
    /// The title of the quiz.
    pub title: Json<Localised>,
    /// The edition's title.
    pub edition_title: String,
    /// The organisation that runs the edition.
    pub organisation_id: OrganisationId,
}

const LIVE_QUIZ: (
    live_quizzes::id,
    live_quizzes::edition_id,
    live_quizzes::activity_id,
    live_quizzes::code,
    live_quizzes::settings,
    live_quizzes::created_at,
    activities::title,
    editions::title,
    editions::organisation_id,
) = (
    live_quizzes::id,
    live_quizzes::edition_id,
    live_quizzes::activity_id,
    live_quizzes::code,
    live_quizzes::settings,
    live_quizzes::created_at,
    activities::title,
    editions::title,
    editions::organisation_id,
);

/// A live quiz.
pub fn live_quiz(r: &mut Read, id: LiveQuizId) -> Result<Option<LiveQuizRow>, Problem> {
    Ok(live_quizzes::table
        .inner_join(activities::table)
        .inner_join(editions::table)
        .filter(live_quizzes::id.eq(id))
        .select(LIVE_QUIZ)
        .first(r.conn())
        .optional()?)
}

/// The live quiz of a code.
pub fn by_code(r: &mut Read, code: &str) -> Result<Option<LiveQuizId>, Problem> {
    Ok(live_quizzes::table
        .filter(live_quizzes::code.eq(code))
        .select(live_quizzes::id)
        .first(r.conn())
        .optional()?)
}

/// The live quizzes of an edition, the newest first.
pub fn of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<LiveQuizRow>, Problem> {
    Ok(live_quizzes::table
        .inner_join(activities::table)
        .inner_join(editions::table)
        .filter(live_quizzes::edition_id.eq(edition))
        .order(live_quizzes::id.desc())
        .select(LIVE_QUIZ)
        .load(r.conn())?)
}

/// How many people play each live quiz of an edition.
pub fn player_counts(r: &mut Read, edition: EditionId) -> Result<Vec<(LiveQuizId, i64)>, Problem> {
    Ok(live_players::table
        .inner_join(live_quizzes::table)
        .filter(live_quizzes::edition_id.eq(edition))
        .group_by(live_players::live_quiz_id)
        .select((live_players::live_quiz_id, count_star()))
        .load(r.conn())?)
}

/// A live quiz about to be written.
#[derive(Debug, Clone)]
pub struct NewLiveQuiz<'n> {
    /// In which edition.
    pub edition: EditionId,
    /// Which quiz.
    pub activity: ActivityId,
    /// Its code.
    pub code: &'n str,
    /// How it is played.
    pub settings: Settings,
    /// By whom.
    pub by: Option<PersonId>,
    /// The questions in their order.
    pub questions: &'n [QuestionId],
}

/// Writes a live quiz with its questions.
pub fn insert(w: &mut Write, new: &NewLiveQuiz<'_>, now: Moment) -> Result<LiveQuizId, Problem> {
    let id: LiveQuizId = diesel::insert_into(live_quizzes::table)
        .values((
            live_quizzes::edition_id.eq(new.edition),
            live_quizzes::activity_id.eq(new.activity),
            live_quizzes::code.eq(new.code),
            live_quizzes::settings.eq(Json(new.settings)),
            live_quizzes::created_at.eq(now),
            live_quizzes::created_by.eq(new.by),
        ))
        .returning(live_quizzes::id)
        .get_result(w.conn())?;
    for (position, question) in (1i32..).zip(new.questions) {
        diesel::insert_into(live_rounds::table)
            .values((
                live_rounds::live_quiz_id.eq(id),
                live_rounds::position.eq(position),
                live_rounds::question_id.eq(*question),
            ))
            .execute(w.conn())?;
    }
    Ok(id)
}

/// A question of a live quiz, with its right answer: for the server only.
#[derive(Debug, Clone)]
pub struct Round {
    /// Its row.
    pub id: LiveRoundId,
    /// The version of the question.
    pub question_id: QuestionId,
    /// The question.
    pub question: Question,
}

/// The questions of a live quiz in their order.
pub fn rounds(r: &mut Read, id: LiveQuizId) -> Result<Vec<Round>, Problem> {
    let rows: Vec<(LiveRoundId, QuestionId, Json<Question>)> = live_rounds::table
        .inner_join(question_versions::table)
        .filter(live_rounds::live_quiz_id.eq(id))
        .order(live_rounds::position)
        .select((live_rounds::id, live_rounds::question_id, question_versions::definition))
        .load(r.conn())?;
    Ok(rows
        .into_iter()
        .map(|(id, question_id, question)| Round { id, question_id, question: question.0 })
        .collect())
}

/// One question of a live quiz.
pub fn round(r: &mut Read, id: LiveQuizId, position: i32) -> Result<Option<Round>, Problem> {
    let row: Option<(LiveRoundId, QuestionId, Json<Question>)> = live_rounds::table
        .inner_join(question_versions::table)
        .filter(live_rounds::live_quiz_id.eq(id))
        .filter(live_rounds::position.eq(position))
        .select((live_rounds::id, live_rounds::question_id, question_versions::definition))
        .first(r.conn())
        .optional()?;
    Ok(row.map(|(id, question_id, question)| Round { id, question_id, question: question.0 }))
}

/// How many questions a live quiz has.
pub fn round_count(r: &mut Read, id: LiveQuizId) -> Result<i64, Problem> {
    Ok(live_rounds::table.filter(live_rounds::live_quiz_id.eq(id)).count().get_result(r.conn())?)
}

/// The steps of a live quiz in their order.
pub fn steps(r: &mut Read, id: LiveQuizId) -> Result<Vec<Step>, Problem> {
    let rows: Vec<(i32, StepKind, Moment)> = live_steps::table
        .filter(live_steps::live_quiz_id.eq(id))
        .order(live_steps::sequence)
        .select((live_steps::sequence, live_steps::kind, live_steps::made_at))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(sequence, kind, at)| Step { sequence, kind, at }).collect())
}

/// The steps of all live quizzes of an edition, by live quiz.
pub fn steps_of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<(LiveQuizId, Step)>, Problem> {
    let rows: Vec<(LiveQuizId, i32, StepKind, Moment)> = live_steps::table
        .inner_join(live_quizzes::table)
        .filter(live_quizzes::edition_id.eq(edition))
        .order((live_steps::live_quiz_id, live_steps::sequence))
        .select((live_steps::live_quiz_id, live_steps::sequence, live_steps::kind, live_steps::made_at))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, sequence, kind, at)| (id, Step { sequence, kind, at })).collect())
}

/// Adds a step. The schema refuses a second one of the same number.
pub fn insert_step(w: &mut Write, id: LiveQuizId, step: Step, by: Option<PersonId>) -> Result<(), Problem> {
    diesel::insert_into(live_steps::table)
        .values((
            live_steps::live_quiz_id.eq(id),
            live_steps::sequence.eq(step.sequence),
            live_steps::kind.eq(step.kind),
            live_steps::made_at.eq(step.at),
            live_steps::made_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What tells whether anything has changed: the last step, the people, the answers. Three indexed counts, for
/// nodes that hear of each other through the database alone.
pub fn pulse(r: &mut Read, id: LiveQuizId) -> Result<(Option<i32>, i64, i64), Problem> {
    let last = live_steps::table
        .filter(live_steps::live_quiz_id.eq(id))
        .select(max(live_steps::sequence))
        .first(r.conn())?;
    let players =
        live_players::table.filter(live_players::live_quiz_id.eq(id)).count().get_result(r.conn())?;
    let answers = live_answers::table
        .inner_join(live_rounds::table)
        .filter(live_rounds::live_quiz_id.eq(id))
        .count()
        .get_result(r.conn())?;
    Ok((last, players, answers))
}

/// When the results were counted, and for how many people.
pub fn credit(r: &mut Read, id: LiveQuizId) -> Result<Option<(Moment, i32)>, Problem> {
    Ok(live_credits::table
        .filter(live_credits::live_quiz_id.eq(id))
        .select((live_credits::credited_at, live_credits::people))
        .first(r.conn())
        .optional()?)
}

/// Notes that the results count, and which.
pub fn insert_credit(
    w: &mut Write,
    id: LiveQuizId,
    results: &[(EnrolmentId, Permille)],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let people = i32::try_from(results.len()).map_err(Problem::internal)?;
    diesel::insert_into(live_credits::table)
        .values((
            live_credits::live_quiz_id.eq(id),
            live_credits::credited_at.eq(now),
            live_credits::credited_by.eq(by),
            live_credits::people.eq(people),
        ))
        .execute(w.conn())?;
    for (enrolment, result) in results {
        diesel::insert_into(live_credit_results::table)
            .values((
                live_credit_results::live_quiz_id.eq(id),
                live_credit_results::enrolment_id.eq(*enrolment),
                live_credit_results::result_permille.eq(*result),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}
