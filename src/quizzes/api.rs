//! Quizzes for programs: the same actions as the pages. What a question carries before release is what
//! [`PublicQuestion`] carries; `right`, `explanation_html` and points appear with release.

use super::actions::{self, Answered, Asked, Entrance, RawAnswer, Reading};
use super::rules::drawing;
use crate::api::{Api, Body, created, ok};
use crate::db::Read;
use crate::kernel::{
    ActivityId, Actor, AttemptId, EnrolmentId, Gate, Language, Moment, Problem, ProblemCode, QuestionId,
};
use crate::programmes::rules::words::Word as _;
use crate::questions::rules::{
    Answer, Choice, ChoiceId, PublicQuestion, QuestionKind, QuestionText, accepted_place, right_response,
    shown_texts,
};
use crate::web::{Failure, Me, Reply};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show_quiz, create_attempt, show_attempt, create_answer, create_submission))]
pub struct Doc;

/// A quiz before an attempt.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizDto {
    /// The activity.
    activity_id: i64,
    /// Its title in the bearer's language.
    title: String,
    /// How many questions an attempt asks.
    questions: usize,
    /// How long an attempt lasts; `null` until the edition ends.
    minutes: Option<i32>,
    /// How many attempts are allowed; `null` for any number.
    attempts_allowed: Option<u32>,
    /// How many are left.
    attempts_left: Option<u32>,
    /// The share that passes, in thousandths; `null` for a diagnostic quiz.
    pass_permille: Option<i32>,
    /// Whether the result never counts.
    diagnostic: bool,
    /// When answers and explanations show: `after_submit` or `after_close`.
    release: String,
    /// Why no attempt can begin now, as a problem code.
    closed: Option<String>,
    /// The attempts so far.
    attempts: Vec<AttemptSummary>,
}

/// An attempt in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttemptSummary {
    /// The attempt.
    id: i64,
    /// Which one, from 1.
    number: i32,
    /// Since when.
    started_at: String,
    /// The first instant at which it takes no more answers.
    due_at: Option<String>,
    /// When it was handed in.
    submitted_at: Option<String>,
    /// Whether the clock handed it in.
    submitted_by_clock: bool,
    /// The share reached, in thousandths; `null` while a question waits for a trainer.
    result_permille: Option<i32>,
    /// Whether it passed; `null` for a diagnostic quiz.
    passed: Option<bool>,
}

/// An attempt with its questions.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttemptDto {
    /// What it is.
    #[serde(flatten)]
    summary: AttemptSummary,
    /// What time it is here: clocks elsewhere may be wrong.
    server_time: String,
    /// The number of the last step, to be sent with the next answer.
    sequence: i32,
    /// Whether answers and explanations are shown.
    released: bool,
    /// The questions in their order.
    questions: Vec<QuestionDto>,
}

/// A question of an attempt.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionDto {
    /// The question.
    id: i64,
    /// `one`, `many`, `true_false`, `number`, `order`, `match`, `scale`, `text`, `gaps` or `essay`.
    kind: String,
    /// What it gives.
    points: u32,
    /// The language its texts are in.
    language: String,
    /// The question.
    prompt_html: String,
    /// Further text; of a text with gaps, `[[1]]` stands where gap 1 is.
    detail_html: String,
    /// Choices; things to put in order; lefts of pairs.
    choices: Vec<ChoiceDto>,
    /// Rights of pairs.
    rights: Vec<ChoiceDto>,
    /// The unit of a number.
    unit: Option<String>,
    /// Units that a number may be given in, if the question knows any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<String>,
    /// The labels of 1 and 5 on a scale.
    scale: Option<[String; 2]>,
    /// The gaps of a text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapDto>,
    /// What an essay is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    essay: Option<EssayDto>,
    /// The latest answer, in its wire form.
    #[schema(value_type = Object)]
    response: Value,
    /// What came of it; only after release.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewDto>,
}

/// A choice.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoiceDto {
    /// Its number.
    id: u16,
    /// Its words.
    html: String,
}

/// A gap of a text.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapDto {
    /// Its number.
    id: u16,
    /// What can be chosen; nothing for a gap that is typed.
    choices: Vec<ChoiceDto>,
}

/// What an essay is asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct EssayDto {
    /// The fewest words.
    least_words: Option<u32>,
    /// The most words.
    most_words: Option<u32>,
    /// What its field begins with; sent back unchanged it is no answer.
    template: String,
}

/// A question after release.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewDto {
    /// What is right, in the wire form of answers; a number with its tolerance and units, a text as the list of
    /// what gives the most; `null` where nothing is right by itself.
    #[schema(value_type = Object)]
    right: Value,
    /// What the author says to this answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    feedback_html: Vec<String>,
    /// Why.
    explanation_html: String,
    /// How much of the answer is right, in thousandths; `null` while a trainer has yet to mark it.
    fraction_permille: Option<i32>,
    /// Thousandths of a point it gave.
    milli_points: Option<i32>,
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAnswer {
    /// The question.
    question_id: i64,
    /// The number of the last step the sender has seen; 0 before the first.
    sequence: i32,
    /// `null` nothing · `3` one · `[1,4]` many · `true` true or false · `"2.5"` number · `[3,null,1]` what
    /// stands on each place · `{"1":5}` left to right · `4` scale · `"…"` text or essay · `{"1":3,"2":"слово"}`
    /// what fills each gap, a choice or what was typed.
    #[schema(value_type = Object)]
    response: Value,
}

/// An answer that is on disk.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedAnswer {
    /// The number of its step, to be sent with the next answer.
    sequence: i32,
}

/// A quiz before an attempt.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/quizzes/{activity}", tag = "quizzes",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = QuizDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show_quiz(api: Api, path: Path<(EnrolmentId, ActivityId)>) -> Reply {
    let (at, now) = (path.into_inner(), api.web.now());
    let (me, entrance) = api.read(Gate::SignedIn, move |r, me| actions::entrance(r, me, at, now)).await?;
    Ok(ok(&QuizDto::new(&entrance, me.actor.language)))
}

/// Begins an attempt, or gives back the one under way.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/quizzes/{activity}/attempts", tag = "quizzes",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 201, body = AttemptDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn create_attempt(api: Api, path: Path<(EnrolmentId, ActivityId)>) -> Reply {
    let (at, seed) = (path.into_inner(), api.web.kit.secrets.number());
    let (_, id) = api.write(Gate::SignedIn, move |w, me, now| actions::start(w, me, at, seed, now)).await?;
    Ok(created(&attempt(&api, id).await?))
}

/// An attempt: its questions, and after it was handed in its result.
#[utoipa::path(get, path = "/api/v1/attempts/{attempt}", tag = "quizzes",
    params(("attempt" = i64, Path)),
    responses((status = 200, body = AttemptDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show_attempt(api: Api, path: Path<AttemptId>) -> Reply {
    Ok(ok(&attempt(&api, path.into_inner()).await?))
}

/// Saves an answer. The same answer sent again is confirmed again; one that is behind gets 409 with the
/// current `sequence` beside the errors.
#[utoipa::path(post, path = "/api/v1/attempts/{attempt}/answers", tag = "quizzes",
    params(("attempt" = i64, Path)), request_body = NewAnswer,
    responses((status = 200, body = SavedAnswer), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create_answer(api: Api, path: Path<AttemptId>, body: Body<NewAnswer>) -> Reply {
    let (attempt, NewAnswer { question_id, sequence, response }) = (path.into_inner(), body.0);
    let new = RawAnswer { attempt, question: QuestionId(question_id), sequence, response };
    let (me, answered) =
        api.write(Gate::SignedIn, move |w, me, now| actions::answer_raw(w, me, &new, now)).await?;
    match answered {
        Answered::Saved(sequence) => Ok(ok(&SavedAnswer { sequence })),
        Answered::TooLate => Err(Problem::new(ProblemCode::DeadlinePassed).into()),
        Answered::Stale { current, .. } => Ok(stale(&api, &me, current)),
    }
}

/// Hands an attempt in; one that was handed in before stays as it is.
#[utoipa::path(post, path = "/api/v1/attempts/{attempt}/submission", tag = "quizzes",
    params(("attempt" = i64, Path)),
    responses((status = 200, body = AttemptDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn create_submission(api: Api, path: Path<AttemptId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::submit(w, me, id, now)).await?;
    Ok(ok(&attempt(&api, id).await?))
}

/// The usual envelope, with the number to go on from.
fn stale(api: &Api, me: &Me, current: i32) -> HttpResponse {
    let code = ProblemCode::Conflict.as_str();
    let detail = api.web.kit.words.text(me.actor.language, &format!("problem-{code}"));
    let error = serde_json::json!({ "code": code, "field": "sequence", "detail": detail });
    HttpResponse::Conflict().json(serde_json::json!({ "errors": [error], "sequence": current }))
}

async fn attempt(api: &Api, id: AttemptId) -> Result<AttemptDto, Failure> {
    let now = api.web.now();
    let read = move |r: &mut Read, me: &Actor| actions::attempt(r, me, id, now);
    let (me, mut reading) = api.read(Gate::SignedIn, read).await?;
    if reading.is_overdue(now) {
        api.web.kit.db.write(move |w| actions::close_overdue(w, id, now)).await?;
        (_, reading) = api.read(Gate::SignedIn, read).await?;
    }
    Ok(AttemptDto::new(&reading, me.actor.language, now))
}

impl QuizDto {
    fn new(entrance: &Entrance, language: Language) -> QuizDto {
        let settings = &entrance.settings;
        QuizDto {
            activity_id: entrance.fact.id.0,
            title: entrance.fact.title.for_reader(language).to_owned(),
            questions: entrance.questions,
            minutes: settings.time_limit.map(|limit| limit.0),
            attempts_allowed: settings.attempts,
            attempts_left: entrance.left(),
            pass_permille: entrance.pass_mark().map(|pass| pass.0),
            diagnostic: settings.diagnostic,
            release: settings.release.as_str().to_owned(),
            closed: entrance.closed.map(|code| code.as_str().to_owned()),
            attempts: entrance.attempts.iter().map(AttemptSummary::new).collect(),
        }
    }
}

impl AttemptSummary {
    fn new(row: &super::store::AttemptRow) -> AttemptSummary {
        AttemptSummary {
            id: row.id.0,
            number: row.number,
            started_at: row.started_at.rfc3339(),
            due_at: row.due_at.map(Moment::rfc3339),
            submitted_at: row.submitted_at.map(Moment::rfc3339),
            submitted_by_clock: row.submitted_by_clock,
            result_permille: row.result.map(|result| result.0),
            passed: row.passed,
        }
    }
}

impl AttemptDto {
    /// An attempt as its reader may see it.
    pub fn new(reading: &Reading, language: Language, now: Moment) -> AttemptDto {
        AttemptDto {
            summary: AttemptSummary::new(&reading.attempt),
            server_time: now.rfc3339(),
            sequence: reading.sequence,
            released: reading.released,
            questions: reading.asked.iter().filter_map(|asked| question(reading, asked, language)).collect(),
        }
    }
}

fn question(reading: &Reading, asked: &Asked, language: Language) -> Option<QuestionDto> {
    let mut public: PublicQuestion = asked.question.public(language)?;
    drawing::arrange(&mut public, asked.id, &reading.entrance.settings, reading.attempt.seed);
    let choice = |choice: Choice| ChoiceDto { id: choice.id.0, html: choice.html };
    let essay = (public.kind == QuestionKind::Essay).then(|| EssayDto {
        least_words: public.words.0,
        most_words: public.words.1,
        template: public.template,
    });
    let gap = |(id, choices): (ChoiceId, Vec<Choice>)| GapDto {
        id: id.0,
        choices: choices.into_iter().map(choice).collect(),
    };
    Some(QuestionDto {
        id: asked.id.0,
        kind: public.kind.as_str().to_owned(),
        points: public.points,
        language: public.language.tag().to_owned(),
        prompt_html: public.prompt_html,
        detail_html: public.detail_html,
        choices: public.choices.into_iter().map(choice).collect(),
        rights: public.rights.into_iter().map(choice).collect(),
        unit: public.unit,
        units: public.units,
        gaps: public.gaps.into_iter().map(gap).collect(),
        essay,
        scale: public.scale.map(|ends| [ends.lowest, ends.highest]),
        response: asked.response.to_json(),
        review: reading.released.then(|| review(asked, language)),
    })
}

fn review(asked: &Asked, language: Language) -> ReviewDto {
    let text = asked.question.text(language);
    ReviewDto {
        right: right(&asked.question.answer),
        feedback_html: text.map(|(_, text)| feedback(asked, text)).unwrap_or_default(),
        explanation_html: text.map(|(_, text)| text.explanation_html.clone()).unwrap_or_default(),
        fraction_permille: asked.mark.and_then(|(share, _)| share).map(|share| share.0 / 10_000),
        milli_points: asked.mark.map(|(_, points)| points.0),
    }
}

/// What is right, without the patterns that typed answers are compared with.
fn right(answer: &Answer) -> Value {
    match answer {
        Answer::Number { value, tolerance, units, .. } => {
            let units = units.iter().map(|unit| unit.symbol.as_str()).collect::<Vec<_>>();
            serde_json::json!({ "value": value.to_string(), "tolerance": tolerance.to_string(), "units": units })
        }
        Answer::Text(texts) => serde_json::json!(shown_texts(texts)),
        answer => right_response(answer).map_or(Value::Null, |right| right.to_json()),
    }
}

/// What the author says to this answer, beside the explanation that stands under every answer.
fn feedback(asked: &Asked, text: &QuestionText) -> Vec<String> {
    let place = accepted_place(&asked.question.answer, &asked.response);
    let accepted = place.and_then(|place| text.accepted_feedback.get(&place));
    let chosen = asked.response.choices();
    let chosen = chosen.iter().filter_map(|id| text.choice_feedback.get(id));
    let share = asked.mark.and_then(|(share, _)| share);
    let outcome = text.outcome.as_ref().zip(share).map(|(outcome, share)| outcome.of(share));
    let said = accepted.into_iter().chain(chosen).chain(outcome);
    said.filter(|html| !html.is_empty()).cloned().collect()
}
