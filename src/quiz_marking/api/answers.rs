//! Answers that wait, and marks.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{ActivityId, AttemptId, EditionId, Gate, Language, Moment, PhraseId, QuestionId};
use crate::quiz_marking::actions::{self, MarkInput, OverrideInput, Place, Queue};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// What waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkingDto {
    /// Questions with answers that wait, the one with the oldest first.
    questions: Vec<WaitingQuestionDto>,
    /// Appeals that wait, the oldest first.
    appeals: Vec<WaitingAppealDto>,
}

/// A question with answers that wait.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingQuestionDto {
    /// The edition.
    edition_id: i64,
    /// The quiz.
    activity_id: i64,
    /// The question.
    question_id: i64,
    /// Its words: sanitised HTML.
    prompt_html: String,
    /// The quiz's title.
    quiz: String,
    /// How many answers wait.
    count: usize,
    /// Since when the oldest waits; `null` where answers are marked without names.
    oldest: Option<String>,
    /// For how many whole days the oldest waits.
    oldest_days: i64,
}

/// An appeal that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingAppealDto {
    /// The appeal.
    id: i64,
    /// The quiz's title.
    quiz: String,
    /// What the trainee says.
    text: String,
    /// Since when it waits.
    made_at: String,
}

impl MarkingDto {
    fn new(queue: &Queue, reader: Language, now: Moment) -> MarkingDto {
        let prompt = |question: &crate::questions::rules::Question| {
            question.text(reader).map(|(_, text)| text.prompt_html.clone()).unwrap_or_default()
        };
        let questions = queue.questions.iter().map(|one| WaitingQuestionDto {
            edition_id: one.edition.0,
            activity_id: one.activity.0,
            question_id: one.id.0,
            prompt_html: prompt(&one.question),
            quiz: one.quiz.for_reader(reader).to_owned(),
            count: one.count,
            oldest: (!one.blind).then(|| one.oldest.rfc3339()),
            oldest_days: one.oldest.days_until(now),
        });
        let appeals = queue.appeals.iter().map(|one| WaitingAppealDto {
            id: one.row.id.0,
            quiz: one.quiz.for_reader(reader).to_owned(),
            text: one.row.text.clone(),
            made_at: one.row.made_at.rfc3339(),
        });
        MarkingDto { questions: questions.collect(), appeals: appeals.collect() }
    }
}

/// Answers and appeals that wait for the bearer.
#[utoipa::path(get, path = "/api/v1/marking", tag = "marking", responses((status = 200, body = MarkingDto)))]
pub async fn index(api: Api) -> Reply {
    let (me, queue) = api.read(Gate::Trainer, actions::queue).await?;
    Ok(ok(&MarkingDto::new(&queue, me.actor.language, api.web.now())))
}

/// Where marking of a question goes on.
#[derive(Debug, Serialize, ToSchema)]
pub struct NextDto {
    /// The number of the oldest answer that waits; `null` when none does.
    answer: Option<i64>,
}

fn place((edition, activity, question): (i64, i64, i64)) -> Place {
    Place { edition: EditionId(edition), activity: ActivityId(activity), question: QuestionId(question) }
}

/// The oldest answer to a question that waits.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/questions/{question}/answers",
    tag = "marking", params(("edition" = i64, Path), ("activity" = i64, Path), ("question" = i64, Path)),
    responses((status = 200, body = NextDto), (status = 404, body = ApiErrors)))]
pub async fn next(api: Api, path: Path<(i64, i64, i64)>) -> Reply {
    let place = place(path.into_inner());
    let (_, answer) = api.read(Gate::Trainer, move |r, me| actions::first(r, me, place)).await?;
    Ok(ok(&NextDto { answer }))
}

/// An answer on the desk. Where answers are marked without names there is neither name nor attempt in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerDto {
    /// Its number.
    answer: i64,
    /// What was answered, in its wire form.
    #[schema(value_type = Object)]
    response: Value,
    /// When it was handed in; `null` where answers are marked without names.
    submitted_at: Option<String>,
    /// How many whole days ago that was.
    age_days: i64,
    /// Thousandths of a point given; `null` while it waits.
    milli_points: Option<i32>,
    /// The author.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    /// The attempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    attempt_id: Option<i64>,
    /// How many answers to this question wait.
    left: usize,
    /// The next that waits.
    next: Option<i64>,
    /// What to look for: sanitised HTML.
    notes_html: String,
}

/// An answer on the desk.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}",
    tag = "marking", params(("edition" = i64, Path), ("activity" = i64, Path), ("question" = i64, Path), ("answer" = i64, Path)),
    responses((status = 200, body = AnswerDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64, i64, i64)>) -> Reply {
    let (edition, activity, question, number) = path.into_inner();
    let place = place((edition, activity, question));
    let (me, desk) = api.read(Gate::Trainer, move |r, me| actions::desk(r, me, place, number)).await?;
    let now = api.web.now();
    let notes = desk.question.text(me.actor.language).map(|(_, text)| text.marking_notes_html.clone());
    Ok(ok(&AnswerDto {
        answer: desk.number,
        response: desk.response.to_json(),
        submitted_at: desk.submitted_at.filter(|_| !desk.blind).map(Moment::rfc3339),
        age_days: desk.submitted_at.map_or(0, |at| at.days_until(now)),
        milli_points: desk.points.map(|points| points.0),
        author: desk.author.as_ref().map(|(name, _)| name.full()),
        attempt_id: desk.author.as_ref().map(|(_, attempt)| attempt.0),
        left: desk.left,
        next: desk.next,
        notes_html: notes.unwrap_or_default(),
    }))
}

/// A mark to give.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewMark {
    /// Points as text, such as `2.5`, in quarters.
    points: String,
    /// What is said to the trainee.
    #[serde(default)]
    remark: String,
    /// Saved phrases that go under the remark.
    #[serde(default)]
    phrases: Vec<i64>,
    /// Whether the remark becomes a saved phrase.
    #[serde(default)]
    keep: bool,
}

/// A mark that was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct GivenMarkDto {
    /// Thousandths of a point.
    milli_points: i32,
    /// Whether the attempt has its result now.
    settled: bool,
    /// The next answer to the same question that waits.
    next: Option<i64>,
}

/// Marks an answer that waits, once.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}/mark",
    tag = "marking", params(("edition" = i64, Path), ("activity" = i64, Path), ("question" = i64, Path), ("answer" = i64, Path)),
    request_body = NewMark, responses((status = 201, body = GivenMarkDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn mark(api: Api, path: Path<(i64, i64, i64, i64)>, body: Body<NewMark>) -> Reply {
    let (edition, activity, question, number) = path.into_inner();
    let NewMark { points, remark, phrases, keep } = body.0;
    let phrases = phrases.into_iter().map(PhraseId).collect();
    let input =
        MarkInput { place: place((edition, activity, question)), number, points, remark, phrases, keep };
    let (_, marked) = api.write(Gate::Trainer, move |w, me, now| actions::mark(w, me, &input, now)).await?;
    Ok(created(&GivenMarkDto { milli_points: marked.points.0, settled: marked.settled, next: marked.next }))
}

/// Another mark.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewOverride {
    /// Points as text, such as `2.5`, in quarters.
    points: String,
    /// Why; the trainee sees it.
    reason: String,
    /// The id of the last change you have seen; 0 when there was none.
    #[serde(default)]
    seen: i64,
}

/// Points that stand now.
#[derive(Debug, Serialize, ToSchema)]
pub struct PointsDto {
    /// Thousandths of a point.
    milli_points: i32,
}

/// Puts another mark in the place of one; the old one is kept.
#[utoipa::path(post, path = "/api/v1/attempts/{attempt}/questions/{question}/override", tag = "marking",
    params(("attempt" = i64, Path), ("question" = i64, Path)), request_body = NewOverride,
    responses((status = 201, body = PointsDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn override_mark(api: Api, path: Path<(i64, i64)>, body: Body<NewOverride>) -> Reply {
    let (attempt, question) = path.into_inner();
    let NewOverride { points, reason, seen } = body.0;
    let (attempt, question) = (AttemptId(attempt), QuestionId(question));
    let input = OverrideInput { attempt, question, points, reason, seen };
    let job = move |w: &mut _, me: &_, now| actions::override_mark(w, me, &input, now);
    let (_, points) = api.write(Gate::Trainer, job).await?;
    Ok(created(&PointsDto { milli_points: points.0 }))
}

/// How a quiz of an edition is marked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BlindMarking {
    /// Whether without names.
    blind: bool,
}

/// Has a quiz of an edition marked without names, or with them again.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/quizzes/{activity}/blind-marking", tag = "marking",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = BlindMarking,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn set_blind(api: Api, path: Path<(i64, i64)>, body: Body<BlindMarking>) -> Reply {
    let (edition, activity) = path.into_inner();
    let (key, blind) = ((EditionId(edition), ActivityId(activity)), body.0.blind);
    let job = move |w: &mut _, me: &_, now| actions::set_blind(w, me, key, blind, now);
    api.write(Gate::Administrator, job).await?;
    Ok(HttpResponse::NoContent().finish())
}
