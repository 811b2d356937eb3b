//! The bank over the API.

pub mod categories;
pub mod exchange;

use super::actions::editing::{self, Saved, Saving};
use super::actions::{bank, entries};
use super::rules::filter::Filter;
use super::rules::{Draft, outline};
use crate::api::{self, Api, ApiErrors, Body, Listing};
use crate::kernel::{Gate, Language, QuestionCategoryId, QuestionEntryId, Word as _};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

const GATE: Gate = Gate::Trainer;

/// A question in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionItem {
    /// The question.
    pub id: i64,
    /// Its key, unique in its category.
    pub key: String,
    /// `one`, `many`, `true_false`, `number`, `order`, `match`, `scale`, `text`, `gaps` or `essay`.
    pub kind: String,
    /// What is asked, without markup, in the reader's language or the next one there is.
    pub title: String,
    /// What it is called where it was imported from.
    pub name: Option<String>,
    /// The category.
    pub category_id: i64,
    /// The number of the newest version.
    pub version: i32,
    /// `ready` or `draft`.
    pub state: String,
    /// The languages it has texts in.
    pub languages: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// In how many quizzes it is.
    pub quizzes: i64,
    /// How many answers to it were marked.
    pub answers: i64,
    /// When it was put into the archive.
    pub archived_at: Option<String>,
}

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct Seek {
    after: Option<QuestionEntryId>,
    limit: Option<i64>,
}

/// A version of a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionVersion {
    /// Its number, from 1.
    pub number: i32,
    /// `ready` or `draft`.
    pub state: String,
    /// When it was saved.
    pub created_at: String,
    /// Who saved it; nobody for a course file.
    pub created_by: Option<String>,
}

/// A question with its versions, and its newest one as it can be typed on.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionDetail {
    /// The question.
    pub id: i64,
    /// Its key, unique in its category.
    pub key: String,
    /// What it is called where it was imported from.
    pub name: Option<String>,
    /// The category.
    pub category_id: i64,
    /// Its tags.
    pub tags: Vec<String>,
    /// In how many quizzes it is.
    pub quizzes: i64,
    /// How many answers to it were marked.
    pub answers: i64,
    /// When it was put into the archive.
    pub archived_at: Option<String>,
    /// Its versions, the newest first.
    pub versions: Vec<QuestionVersion>,
    /// The newest version: Markdown by language, numbers and shares as text.
    pub draft: Draft,
}

/// A question to write.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewQuestion {
    /// The category it stands in.
    pub category_id: i64,
    /// `ready`, when quizzes may ask it, or `draft`.
    pub state: String,
    /// The question.
    pub draft: Draft,
}

/// A version to save.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewQuestionVersion {
    /// The number of the version it is based on; `conflict` when another one was saved meanwhile.
    pub based_on: i32,
    /// `ready`, when quizzes may ask it, or `draft`.
    pub state: String,
    /// The question.
    pub draft: Draft,
}

/// What was saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedQuestion {
    /// The question.
    pub id: i64,
    /// The number of its newest version.
    pub version: i32,
    /// Whether that version is new; saving what is there already makes none.
    pub new: bool,
}

/// A copy.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopiedQuestion {
    /// The new question.
    pub id: i64,
}

/// Questions, the newest first.
#[utoipa::path(get, path = "/api/v1/questions", tag = "questions",
    params(("q" = Option<String>, Query), ("category" = Option<i64>, Query), ("owner" = Option<String>, Query,
            description = "`site`, `organisation-3` or `programme-7`"),
        ("kind" = Option<String>, Query), ("tag" = Option<String>, Query), ("state" = Option<String>, Query),
        ("missing" = Option<String>, Query, description = "a language without texts: `ru`, `kk` or `en`"),
        ("archived" = Option<String>, Query, description = "`yes` for the archive"),
        ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<QuestionItem>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, filter: Query<Filter>, seek: Query<Seek>) -> Reply {
    let (filter, limit) = (filter.into_inner(), seek.limit.unwrap_or(50).clamp(1, 200));
    let after = seek.after;
    let (me, shelf) = api.read(GATE, move |r, me| bank::list(r, me, &filter, (after, limit + 1))).await?;
    let items = items(&shelf, me.actor.language);
    Ok(api::ok(&Listing::of(items, limit, |item| item.id)))
}

fn items(shelf: &bank::Shelf, language: Language) -> Vec<QuestionItem> {
    let item = |row: &super::store::Listed| {
        let usage = shelf.usage.get(&row.id).copied().unwrap_or_default();
        QuestionItem {
            id: row.id.0,
            key: row.question.key.clone(),
            kind: row.question.kind.as_str().to_owned(),
            title: outline::title(&row.question, language),
            name: row.name.clone(),
            category_id: row.category.0,
            version: row.number,
            state: state(row.ready),
            languages: row.languages.iter().map(|language| language.tag().to_owned()).collect(),
            tags: shelf.tags.get(&row.id).cloned().unwrap_or_default(),
            quizzes: usage.quizzes,
            answers: usage.answers,
            archived_at: row.archived_at.map(|at| at.rfc3339()),
        }
    };
    shelf.rows.iter().map(item).collect()
}

fn state(ready: bool) -> String {
    if ready { "ready" } else { "draft" }.to_owned()
}

/// A question.
#[utoipa::path(get, path = "/api/v1/questions/{question}", tag = "questions", params(("question" = i64, Path)),
    responses((status = 200, body = QuestionDetail), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let (_, (shown, draft)) =
        api.read(GATE, move |r, me| Ok((entries::show(r, me, id)?, editing::open(r, me, id)?.draft))).await?;
    let version = |row: &super::store::VersionRow| QuestionVersion {
        number: row.number,
        state: state(row.ready),
        created_at: row.created_at.rfc3339(),
        created_by: row.by.as_ref().map(|name| name.full()),
    };
    Ok(api::ok(&QuestionDetail {
        id: id.0,
        key: shown.entry.key.clone(),
        name: shown.entry.name.clone(),
        category_id: shown.entry.category.0,
        versions: shown.versions.iter().map(version).collect(),
        tags: shown.tags,
        quizzes: shown.usage.quizzes,
        answers: shown.usage.answers,
        archived_at: shown.entry.archived_at.map(|at| at.rfc3339()),
        draft,
    }))
}

/// Writes a question.
#[utoipa::path(post, path = "/api/v1/questions", tag = "questions", request_body = NewQuestion,
    responses((status = 201, body = SavedQuestion), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, body: Body<NewQuestion>) -> Reply {
    let NewQuestion { category_id, state, draft } = body.0;
    let (category, saving) =
        (Some(QuestionCategoryId(category_id)), Saving { draft, ready: state == "ready" });
    let (_, saved) =
        api.write(GATE, move |w, me, now| editing::create(w, me, category, &saving, now)).await?;
    Ok(answer(saved))
}

/// Saves a version.
#[utoipa::path(post, path = "/api/v1/questions/{question}/versions", tag = "questions",
    params(("question" = i64, Path)), request_body = NewQuestionVersion,
    responses((status = 201, body = SavedQuestion), (status = 200, body = SavedQuestion),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create_version(api: Api, path: Path<i64>, body: Body<NewQuestionVersion>) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let NewQuestionVersion { based_on, state, draft } = body.0;
    let saving = Saving { draft, ready: state == "ready" };
    let (_, saved) =
        api.write(GATE, move |w, me, now| editing::save(w, me, (id, based_on), &saving, now)).await?;
    Ok(answer(saved))
}

fn answer(saved: Saved) -> HttpResponse {
    let body = SavedQuestion { id: saved.entry.0, version: saved.number, new: saved.new };
    if saved.new { api::created(&body) } else { api::ok(&body) }
}

/// Puts a question into the archive.
#[utoipa::path(post, path = "/api/v1/questions/{question}/archival", tag = "questions",
    params(("question" = i64, Path)), responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn archive(api: Api, path: Path<i64>) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    api.write(GATE, move |w, me, now| entries::archive(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a question out of the archive.
#[utoipa::path(post, path = "/api/v1/questions/{question}/restoration", tag = "questions",
    params(("question" = i64, Path)), responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn restore(api: Api, path: Path<i64>) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    api.write(GATE, move |w, me, now| entries::restore(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Copies a question into the same category, as a draft of its own.
#[utoipa::path(post, path = "/api/v1/questions/{question}/copies", tag = "questions",
    params(("question" = i64, Path)),
    responses((status = 201, body = CopiedQuestion), (status = 404, body = ApiErrors)))]
pub async fn copy(api: Api, path: Path<i64>) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let (_, made) = api.write(GATE, move |w, me, now| entries::copy(w, me, id, now)).await?;
    Ok(api::created(&CopiedQuestion { id: made.0 }))
}

/// What the API says about questions.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, show, create, create_version, archive, restore, copy))]
pub struct Doc;
