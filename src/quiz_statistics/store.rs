//! Attempts, marks and answers of a quiz in an edition, each in one query.

use crate::db::schema::{
    activities, enrolments, people, question_versions, quiz_attempts, quiz_marks, quiz_questions, quiz_steps,
};
use crate::db::{Json, Read};
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Language, Localised, Moment, Permille, PersonName,
    Problem, QuestionId,
};
use crate::programmes::rules::words::ActivityKind;
use crate::questions::rules::Question;
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use std::collections::HashMap;

/// The quizzes of an edition's programme in their order.
pub fn quizzes(r: &mut Read, edition: &EditionRow) -> Result<Vec<(ActivityId, Localised)>, Problem> {
    let all = crate::programmes::store::activities(r, edition.version_id)?;
    let quizzes = all.into_iter().filter(|row| row.kind == ActivityKind::Quiz);
    Ok(quizzes.map(|row| (row.id, row.title.0)).collect())
}

/// The title of a quiz of an edition's programme; nothing when it is none.
pub fn title(r: &mut Read, edition: &EditionRow, quiz: ActivityId) -> Result<Option<Localised>, Problem> {
    let found: Option<Json<Localised>> = activities::table
        .filter(activities::id.eq(quiz))
        .filter(activities::version_id.eq(edition.version_id))
        .filter(activities::kind.eq("quiz"))
        .select(activities::title)
        .first(r.conn())
        .optional()?;
    Ok(found.map(|title| title.0))
}

/// An attempt that was handed in, as statistics need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct AttemptRow {
    /// The attempt.
    pub id: AttemptId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which one, from 1.
    pub number: i32,
    /// The share reached; nothing while an answer waits.
    pub result: Option<Permille>,
}

/// The attempts at a quiz in an edition that were handed in.
pub fn attempts(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<Vec<AttemptRow>, Problem> {
    Ok(quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .filter(quiz_attempts::submitted_at.is_not_null())
        .order(quiz_attempts::id)
        .select((
            quiz_attempts::id,
            quiz_attempts::enrolment_id,
            quiz_attempts::number,
            quiz_attempts::result_permille,
        ))
        .load(r.conn())?)
}

/// The marks of these attempts: (attempt, question, thousandths of a point).
pub fn marks(
    r: &mut Read,
    edition: EditionId,
    quiz: ActivityId,
) -> Result<Vec<(AttemptId, QuestionId, i32)>, Problem> {
    Ok(quiz_marks::table
        .inner_join(quiz_attempts::table.inner_join(enrolments::table))
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .select((quiz_marks::attempt_id, quiz_marks::question_id, quiz_marks::points))
        .load(r.conn())?)
}

/// As many attempts as one statement names: well below what SQLite takes as parameters.
const NAMED_AT_ONCE: usize = 5_000;

/// How often each answer to some questions was the last one in some attempts, as it was saved. The database counts: an
/// answer that a hundred people gave comes back once. The same answer may come once for every few thousand attempts.
pub fn last_answers(
    r: &mut Read,
    questions: &[QuestionId],
    attempts: &[AttemptId],
) -> Result<Vec<(QuestionId, String, i64)>, Problem> {
    let later = diesel::alias!(quiz_steps as later);
    let mut counted = Vec::new();
    for some in attempts.chunks(NAMED_AT_ONCE) {
        let overtaken = later
            .filter(later.field(quiz_steps::attempt_id).eq(quiz_steps::attempt_id))
            .filter(later.field(quiz_steps::question_id).eq(quiz_steps::question_id))
            .filter(later.field(quiz_steps::sequence).gt(quiz_steps::sequence));
        let rows: Vec<(QuestionId, String, i64)> = quiz_steps::table
            .filter(quiz_steps::attempt_id.eq_any(some.to_vec()))
            .filter(quiz_steps::question_id.eq_any(questions.to_vec()))
            .filter(not(exists(overtaken)))
            .group_by((quiz_steps::question_id, quiz_steps::response))
            .select((quiz_steps::question_id, quiz_steps::response, count_star()))
            .load(r.conn())?;
        counted.extend(rows);
    }
    Ok(counted)
}

/// Questions by their rows, in the order of the quiz, those that it does not ask any more last.
pub fn questions(
    r: &mut Read,
    quiz: ActivityId,
    ids: &[QuestionId],
) -> Result<Vec<(QuestionId, Question)>, Problem> {
    let rows: Vec<(QuestionId, Json<Question>)> = question_versions::table
        .filter(question_versions::id.eq_any(ids.to_vec()))
        .order(question_versions::id)
        .select((question_versions::id, question_versions::definition))
        .load(r.conn())?;
    let places: Vec<(QuestionId, i32)> = quiz_questions::table
        .filter(quiz_questions::activity_id.eq(quiz))
        .select((quiz_questions::question_id, quiz_questions::position))
        .load(r.conn())?;
    let places: HashMap<QuestionId, i32> = places.into_iter().collect();
    let mut questions: Vec<(QuestionId, Question)> =
        rows.into_iter().map(|(id, question)| (id, question.0)).collect();
    questions.sort_by_key(|(id, _)| places.get(id).copied().unwrap_or(i32::MAX));
    Ok(questions)
}

/// How many attempts at each quiz of an edition: (quiz, handed in, waiting for marks, under way).
pub fn tallies(r: &mut Read, edition: EditionId) -> Result<HashMap<ActivityId, (i64, i64, i64)>, Problem> {
    let rows: Vec<(ActivityId, Option<Moment>, Option<Permille>)> = quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .select((quiz_attempts::activity_id, quiz_attempts::submitted_at, quiz_attempts::result_permille))
        .load(r.conn())?;
    let mut tallies: HashMap<ActivityId, (i64, i64, i64)> = HashMap::new();
    for (quiz, submitted, result) in rows {
        let tally = tallies.entry(quiz).or_default();
        match (submitted, result) {
            (Some(_), Some(_)) => tally.0 += 1,
            (Some(_), None) => (tally.0, tally.1) = (tally.0 + 1, tally.1 + 1),
            (None, _) => tally.2 += 1,
        }
    }
    Ok(tallies)
}

/// An attempt in the list of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// The attempt.
    pub id: AttemptId,
    /// Which one of its trainee, from 1.
    pub number: i32,
    /// Whose.
    pub name: PersonName,
    /// Since when.
    pub started_at: Moment,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// Whether the clock handed it in.
    pub by_clock: bool,
    /// Thousandths of a point.
    pub points: Option<i32>,
    /// Thousandths of a point there were.
    pub most: Option<i32>,
    /// The share reached.
    pub result: Option<Permille>,
    /// Whether it passed.
    pub passed: Option<bool>,
}

type ResultColumns = (
    (AttemptId, i32, Moment, Option<Moment>, bool),
    (Option<i32>, Option<i32>, Option<Permille>, Option<bool>),
    (String, String, Option<String>),
);

/// The attempts at a quiz in an edition by name, from a place on: one query.
pub fn results(
    r: &mut Read,
    (edition, quiz): (EditionId, ActivityId),
    reader: Language,
    (from, limit): (i64, i64),
) -> Result<Vec<ResultRow>, Problem> {
    let listed = quiz_attempts::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .offset(from)
        .limit(limit)
        .select((
            (
                quiz_attempts::id,
                quiz_attempts::number,
                quiz_attempts::started_at,
                quiz_attempts::submitted_at,
                quiz_attempts::submitted_by_clock,
            ),
            (
                quiz_attempts::points,
                quiz_attempts::max_points,
                quiz_attempts::result_permille,
                quiz_attempts::passed,
            ),
            (people::surname, people::given_name, people::patronymic),
        ));
    let rows: Vec<ResultColumns> = match reader {
        Language::Kk => listed.order((people::sort_kk, quiz_attempts::id)).load(r.conn())?,
        _ => listed.order((people::sort_ru, quiz_attempts::id)).load(r.conn())?,
    };
    Ok(rows.into_iter().map(result_of).collect())
}

fn result_of(columns: ResultColumns) -> ResultRow {
    let ((id, number, started_at, submitted_at, by_clock), (points, most, result, passed), name) = columns;
    let (surname, given_name, patronymic) = name;
    let name = PersonName { surname, given_name, patronymic };
    ResultRow { id, number, name, started_at, submitted_at, by_clock, points, most, result, passed }
}
