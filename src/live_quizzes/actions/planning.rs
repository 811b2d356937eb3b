//! Choosing a quiz of an edition and setting a live quiz up.

use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{
    ActivityId, Actor, EditionId, Fault, LiveQuizId, Localised, Moment, Problem, QuestionId,
};
use crate::live_quizzes::rules::settings::fits_a_phone;
use crate::live_quizzes::rules::{Phase, Run, Settings, Step};
use crate::live_quizzes::store::{self, LiveQuizRow, NewLiveQuiz, players};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store as programmes;
use crate::questions::rules::Question;
use crate::quizzes::actions as quizzes;
use std::collections::HashMap;

/// An edition that this actor teaches or administers.
fn taught(r: &mut Read, actor: &Actor, edition: EditionId) -> Result<EditionRow, Problem> {
    let row = editions::edition(r, edition)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(row.id, row.organisation_id) { Ok(row) } else { Err(Problem::not_found()) }
}

/// A live quiz that this actor may run: a trainer of the edition, or an administrator of the organisation.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn own(r: &mut Read, actor: &Actor, id: LiveQuizId) -> Result<LiveQuizRow, Problem> {
    let row = store::live_quiz(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(row.edition_id, row.organisation_id) { Ok(row) } else { Err(Problem::not_found()) }
}

/// A live quiz in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The live quiz.
    pub quiz: LiveQuizRow,
    /// Where it is.
    pub phase: Phase,
    /// How many play.
    pub players: i64,
}

/// The live quizzes of an edition, and the quizzes that could be run.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The edition.
    pub edition: EditionRow,
    /// The live quizzes, the newest first.
    pub live: Vec<Listed>,
    /// The quizzes of the programme, in its order.
    pub quizzes: Vec<(ActivityId, Localised)>,
}

/// The live quizzes of an edition.
///
/// # Errors
/// `NotFound` for anybody who does not teach it.
pub fn overview(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Overview, Problem> {
    let edition = taught(r, actor, id)?;
    let mut steps: HashMap<LiveQuizId, Vec<Step>> = HashMap::new();
    for (quiz, step) in store::steps_of_edition(r, id)? {
        steps.entry(quiz).or_default().push(step);
    }
    let players: HashMap<LiveQuizId, i64> = store::player_counts(r, id)?.into_iter().collect();
    let extras = players::most_extra_of_edition(r, id)?;
    let live = store::of_edition(r, id)?.into_iter().map(|quiz| {
        let run = Run::of(steps.get(&quiz.id).map_or(&[], Vec::as_slice), quiz.settings.0.seconds);
        let run = run.with_extra(extras.get(&quiz.id).copied().unwrap_or(0));
        Listed { phase: run.phase(now), players: players.get(&quiz.id).copied().unwrap_or(0), quiz }
    });
    let live = live.collect();
    let all = programmes::activities(r, edition.version_id)?;
    let quizzes = all.into_iter().filter(|row| row.kind == ActivityKind::Quiz);
    let quizzes = quizzes.map(|row| (row.id, row.title.0)).collect();
    Ok(Overview { edition, live, quizzes })
}

/// A quiz that may be run, before it is.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The edition.
    pub edition: EditionRow,
    /// The quiz.
    pub activity: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The questions that will be asked, in their order.
    pub asked: Vec<(QuestionId, Question)>,
    /// Those that do not fit a phone.
    pub left_out: Vec<Question>,
    /// Whether some are drawn at random, once, when the live quiz starts.
    pub random: bool,
}

/// What a live quiz of this quiz would ask, and what it would leave out: the questions that an attempt in this
/// edition would be asked, drawn by a seed.
///
/// # Errors
/// `NotFound` for anybody who does not teach the edition, and for a quiz of another programme.
pub fn plan(
    r: &mut Read,
    actor: &Actor,
    (edition, activity): (EditionId, ActivityId),
    seed: i64,
) -> Result<Plan, Problem> {
    let edition = taught(r, actor, edition)?;
    let all = programmes::activities(r, edition.version_id)?;
    let row = all.into_iter().find(|row| row.id == activity && row.kind == ActivityKind::Quiz);
    let title = row.ok_or_else(Problem::not_found)?.title.0;
    let fits = |question: &Question| fits_a_phone(question.kind);
    let quizzes::RoomQuestions { asked, left_out, random } =
        quizzes::room_questions(r, &edition, (activity, seed), fits)?;
    Ok(Plan { edition, activity, title, asked, left_out, random })
}

/// A live quiz as a trainer wants it.
#[derive(Debug, Clone)]
pub struct Start {
    /// In which edition.
    pub edition: EditionId,
    /// Which quiz.
    pub activity: ActivityId,
    /// How it is played.
    pub settings: Settings,
    /// Codes drawn at random; the first that is free becomes its code.
    pub codes: Vec<String>,
    /// What fixes the questions that are drawn at random.
    pub seed: i64,
}

/// Starts a live quiz: the room can join, nothing is asked yet.
///
/// # Errors
/// `NotFound` as [`plan`]; `Invalid` for settings out of bounds or a quiz without a question that fits;
/// `EditionClosed` outside of the edition's days.
pub fn start(w: &mut Write, actor: &Actor, input: &Start, now: Moment) -> Result<LiveQuizId, Problem> {
    let plan = plan(w, actor, (input.edition, input.activity), input.seed)?;
    let settings = input.settings.check()?;
    plan.edition.term().require_running(now)?;
    if plan.asked.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("activity", "live-nothing-to-ask")]));
    }
    let mut free = None;
    for code in &input.codes {
        if store::by_code(w, code)?.is_none() {
            free = Some(code.as_str());
            break;
        }
    }
    let code = free.ok_or_else(|| Problem::internal(anyhow::anyhow!("no code of a live quiz was free")))?;
    let questions: Vec<QuestionId> = plan.asked.iter().map(|(id, _)| *id).collect();
    let (edition, activity, by) = (input.edition, input.activity, actor.person);
    let new = NewLiveQuiz { edition, activity, code, settings, by, questions: &questions };
    let id = store::insert(w, &new, now)?;
    let after = serde_json::json!({ "edition": edition, "activity": activity, "settings": settings });
    let entry =
        Entry { action: "live-quiz-started", subject: ("live_quiz", id.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}
