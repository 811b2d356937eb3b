//! Lessons over the API.

use super::actions::{self, Lesson as Open, Opened, Reading, Which};
use super::pages::{file, place_of};
use super::rules::neighbours;
use super::views::source_line;
use crate::api::{Api, ApiErrors, Body, ok};
use crate::kernel::{ActivityId, EnrolmentId, Gate, Language, Problem, ProblemCode};
use crate::programmes::rules as content;
use crate::programmes::rules::links::{Addresses, linked};
use crate::programmes::rules::words::Word as _;
use crate::progress::rules::ActivityFact;
use crate::progress::views::course::address;
use crate::web::{Reply, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, create_reading, keep_place, media))]
pub struct Doc;

/// A lesson.
#[derive(Debug, Serialize, ToSchema)]
pub struct Lesson {
    /// The activity.
    id: i64,
    /// Its key, the same in every version.
    key: String,
    /// The title in the reader's language.
    title: String,
    /// The title of its module.
    module: String,
    /// The language the text is really in.
    language: String,
    /// Whether the text is in another language than the reader's.
    is_fallback: bool,
    /// Sanitised HTML; its links lead to this API.
    html: String,
    /// What the reader takes away.
    takeaways: Vec<String>,
    /// What the text rests on.
    sources: Vec<String>,
    /// Questions to ask oneself.
    self_check: Vec<SelfCheck>,
    /// How long reading takes.
    reading_minutes: i32,
    /// `open`, `read`, `over` (nothing can be marked any more) or `preview`.
    state: &'static str,
    /// The place in thousandths.
    place_permille: i32,
    /// The activity before it.
    previous: Option<Step>,
    /// The activity after it.
    next: Option<Step>,
}

/// A question to ask oneself.
#[derive(Debug, Serialize, ToSchema)]
pub struct SelfCheck {
    /// The question.
    question: String,
    /// The answer.
    answer: String,
}

/// Another activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct Step {
    /// The activity.
    id: i64,
    /// `lesson`, `quiz`, `case`, `session`, `game`, `placement` or `hackathon`.
    kind: &'static str,
    /// The title in the reader's language.
    title: String,
}

/// A lesson marked as read.
#[derive(Debug, Serialize, ToSchema)]
pub struct Marked {
    /// What comes next; `null` when all that can be done at one's own time is done.
    next: Option<Step>,
}

/// A place in a lesson.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Place {
    /// In thousandths of the text, 0–1000.
    permille: i32,
}

/// A lesson of an enrolment.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/lessons/{activity}", tag = "lessons",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = Lesson), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (which, now) = (which(path.into_inner()), api.web.now());
    let (me, opened) = api.read(Gate::SignedIn, move |r, me| actions::open(r, me, which, now)).await?;
    match opened {
        Opened::Lesson(lesson) => Ok(ok(&Lesson::new(&lesson, me.actor.language))),
        Opened::Locked { standing, fact } => {
            standing.require_open(&fact, me.actor.language, now)?;
            Err(Problem::new(ProblemCode::ActivityLocked).into())
        }
        Opened::Ahead { .. } => Err(Problem::new(ProblemCode::EditionClosed).into()),
    }
}

/// Marks a lesson as read and credits its hours, once.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/lessons/{activity}/reading", tag = "lessons",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = Marked), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn create_reading(api: Api, path: Path<(i64, i64)>) -> Reply {
    let which = which(path.into_inner());
    let job = move |w: &mut _, me: &_, now| actions::mark_read(w, me, which, now);
    let (me, marked) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&Marked { next: marked.next.map(|fact| Step::new(&fact, me.actor.language)) }))
}

/// Keeps the place in a lesson, so that reading goes on on another device.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/lessons/{activity}/place", tag = "lessons",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = Place,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn keep_place(api: Api, path: Path<(i64, i64)>, body: Body<Place>) -> Reply {
    let (which, place) = (which(path.into_inner()), place_of(Some(body.0.permille))?);
    let job = move |w: &mut _, me: &_, now| actions::keep_place(w, me, which, place, now);
    api.write(Gate::SignedIn, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A file that lessons of the programme link to.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/media/{path}", tag = "lessons",
    params(("enrolment" = i64, Path), ("path" = String, Path)),
    responses((status = 200, description = "The file"), (status = 404, body = ApiErrors)))]
pub async fn media(api: Api, path: Path<(i64, String)>) -> Reply {
    let ((enrolment, path), now) = (path.into_inner(), api.web.now());
    let job = move |r: &mut _, me: &_| actions::media(r, me, EnrolmentId(enrolment), &path, now);
    let (_, media) = api.read(Gate::SignedIn, job).await?;
    file(&api.web, media).await
}

fn which(path: (i64, i64)) -> Which {
    Which { enrolment: EnrolmentId(path.0), activity: ActivityId(path.1) }
}

/// Links within the API.
struct ApiAddresses<'s> {
    enrolment: EnrolmentId,
    facts: &'s [ActivityFact],
}

impl Addresses for ApiAddresses<'_> {
    fn media(&self, path: &str) -> String {
        format!("/api/v1{}", paths::lesson_media(self.enrolment, path))
    }

    fn activity(&self, key: &str) -> Option<String> {
        let fact = self.facts.iter().find(|fact| fact.key == key)?;
        Some(format!("/api/v1{}", address(self.enrolment, fact)))
    }
}

impl Lesson {
    fn new(lesson: &Open, reader: Language) -> Lesson {
        let (enrolment, facts) = (lesson.standing.enrolment.id, &lesson.standing.facts);
        let (text, fact) = (&lesson.text, &lesson.fact);
        let (before, after) = neighbours(facts, fact.id);
        let check = |one: &content::SelfCheck| SelfCheck {
            question: one.question.clone(),
            answer: one.answer.clone(),
        };
        Lesson {
            id: fact.id.0,
            key: fact.key.clone(),
            title: fact.title.for_reader(reader).to_owned(),
            module: text.module.for_reader(reader).to_owned(),
            language: text.language.tag().to_owned(),
            is_fallback: text.language != reader,
            html: linked(&text.body.html, &ApiAddresses { enrolment, facts }),
            takeaways: text.body.takeaways.clone(),
            sources: text.body.sources.iter().map(source_line).collect(),
            self_check: text.body.self_check.iter().map(check).collect(),
            reading_minutes: text.body.reading_minutes.0,
            state: match lesson.reading {
                Reading::Open => "open",
                Reading::Done => "read",
                Reading::Over => "over",
                Reading::Preview => "preview",
            },
            place_permille: lesson.place.0,
            previous: before.map(|fact| Step::new(fact, reader)),
            next: after.map(|fact| Step::new(fact, reader)),
        }
    }
}

impl Step {
    fn new(fact: &ActivityFact, reader: Language) -> Step {
        Step { id: fact.id.0, kind: fact.kind.as_str(), title: fact.title.for_reader(reader).to_owned() }
    }
}
