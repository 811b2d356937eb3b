//! Quizzes for programs: the same actions as the pages. What a question carries before release is what
//! [`PublicQuestion`] carries; `right`, `explanation_html` and points appear with release.

mod asked;
pub mod flags;
pub mod setups;

use super::actions::{self, Answered, Entrance, Opening, RawAnswer, Reading};
use super::rules::behaviours::Conduct as _;
use crate::api::{Api, Body, created, ok};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, Actor, AttemptId, EnrolmentId, Gate, Language, Moment, Problem, ProblemCode, QuestionId,
};
use crate::programmes::rules::words::Word as _;
use crate::web::{Failure, Me, Reply};
use actix_web::HttpResponse;
use actix_web::web::Path;
use asked::question;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show_quiz, create_attempt, show_attempt, create_answer, create_submission, hold))]
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
    /// When answers and explanations show: `after_submit`, `after_close`, `marks_after_close` or `after_each`.
    release: String,
    /// When an answer is marked: `deferred`, `immediate`, `interactive` or `manual`.
    behaviour: String,
    /// How many tries a question has; 0 when nothing is checked before the end.
    tries: u32,
    /// Which attempt counts: `best`, `last`, `first` or `average`.
    counting: String,
    /// How long after an attempt the next may begin.
    delay_minutes: Option<i32>,
    /// For how long after the deadline an answer on its way is taken.
    grace_seconds: u32,
    /// How much of the time was added for this trainee, in per cent.
    extra_time_percent: i32,
    /// From when the quiz can be taken.
    opens_at: Option<String>,
    /// Until when.
    closes_at: Option<String>,
    /// Whether it begins with a password.
    password: bool,
    /// Whether it is a mock test, taken at will.
    drill: bool,
    /// How the questions stand on the pages: `one_page` or `one_question`.
    layout: String,
    /// From when an attempt can begin, where only that stands in the way.
    next_at: Option<String>,
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
    /// Its deadline.
    due_at: Option<String>,
    /// The first instant at which it takes no answer that was on its way either; later than `due_at` by the grace.
    taken_until: Option<String>,
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
    /// From when the trainee may see the result, while that is still to come.
    marks_from: Option<String>,
    /// How many answers came within the grace after the deadline.
    late_answers: usize,
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
    /// Whether the trainee flagged it to come back to it.
    flagged: bool,
    /// What came of its tries, where the quiz checks question by question.
    #[serde(skip_serializing_if = "Option::is_none")]
    tried: Option<TriedDto>,
    /// What came of it; only after release, or once it takes no more answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewDto>,
}

/// What came of the tries of a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct TriedDto {
    /// How many were used.
    tries: u32,
    /// How many are left.
    tries_left: u32,
    /// Whether it takes no more answers.
    locked: bool,
    /// How much of the last try is right, in thousandths, before anything is taken off.
    fraction_permille: Option<i32>,
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
    /// Whether it is handed over to be checked now, where the quiz checks question by question.
    #[serde(default)]
    check: bool,
    /// The window or device that sends it, where it holds the attempt.
    holder: Option<String>,
}

/// Who begins an attempt.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct NewAttemptBody {
    /// The password, where the quiz begins with one.
    #[serde(default)]
    password: String,
}

/// Which window or device answers an attempt.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Holder {
    /// A random text of its own, of at most 64 characters.
    holder: String,
    /// Whether it takes over from another.
    #[serde(default)]
    take: bool,
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

/// Begins an attempt, or gives back the one under way. The body may be left out where there is no password.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/quizzes/{activity}/attempts", tag = "quizzes",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = NewAttemptBody,
    responses((status = 201, body = AttemptDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn create_attempt(
    api: Api,
    path: Path<(EnrolmentId, ActivityId)>,
    body: Option<Body<NewAttemptBody>>,
) -> Reply {
    let (at, password) = (path.into_inner(), body.map(|body| body.0.password).unwrap_or_default());
    let hash = move |r: &mut Read, me: &Actor| actions::password_hash(r, me, at);
    let (_, hash) = api.read(Gate::SignedIn, hash).await?;
    let proven = actions::prove(&api.web.kit, at, hash, &password).await?;
    let opening = Opening { enrolment: at.0, quiz: at.1, seed: api.web.kit.secrets.number(), proven };
    let (_, id) = api.write(Gate::SignedIn, move |w, me, now| actions::open(w, me, &opening, now)).await?;
    Ok(created(&attempt(&api, id).await?))
}

/// Takes an attempt for a window or device, or takes it over; 409 while another holds it.
#[utoipa::path(put, path = "/api/v1/attempts/{attempt}/holder", tag = "quizzes",
    params(("attempt" = i64, Path)), request_body = Holder,
    responses((status = 204), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn hold(api: Api, path: Path<AttemptId>, body: Body<Holder>) -> Reply {
    let (id, Holder { holder, take }) = (path.into_inner(), body.0);
    let hold = move |w: &mut Write, me: &Actor, _| actions::hold(w, me, id, (&holder, take));
    api.write(Gate::SignedIn, hold).await?;
    Ok(HttpResponse::NoContent().finish())
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
    let (attempt, sent) = (path.into_inner(), body.0);
    let NewAnswer { question_id, sequence, response, check, holder } = sent;
    let new = RawAnswer { attempt, question: QuestionId(question_id), sequence, response, check, holder };
    let (me, answered) =
        api.write(Gate::SignedIn, move |w, me, now| actions::answer_raw(w, me, &new, now)).await?;
    match answered {
        Answered::Saved(sequence) => Ok(ok(&SavedAnswer { sequence })),
        Answered::TooLate => Err(Problem::new(ProblemCode::DeadlinePassed).into()),
        Answered::Elsewhere => Err(Problem::new(ProblemCode::AttemptElsewhere).into()),
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
            behaviour: settings.behaviour.as_str().to_owned(),
            tries: settings.tries(),
            counting: settings.counting.as_str().to_owned(),
            delay_minutes: settings.delay.map(|delay| delay.0),
            grace_seconds: settings.grace_seconds,
            extra_time_percent: entrance.situation.terms.extra_percent,
            opens_at: entrance.situation.terms.window.opens.map(|edge| edge.instant.rfc3339()),
            closes_at: entrance.situation.terms.window.closes.map(|edge| edge.instant.rfc3339()),
            password: entrance.has_password(),
            drill: settings.drill,
            layout: settings.layout.as_str().to_owned(),
            next_at: entrance.opens.map(Moment::rfc3339),
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
            taken_until: row.taken_until.or(row.due_at).map(Moment::rfc3339),
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
            marks_from: reading.marks_from.map(Moment::rfc3339),
            late_answers: reading.late,
            questions: reading.asked.iter().filter_map(|asked| question(reading, asked, language)).collect(),
        }
    }
}
