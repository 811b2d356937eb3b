//! Categories, and the tags of questions.

use super::GATE;
use crate::api::{self, Api, ApiErrors, Body};
use crate::kernel::{QuestionCategoryId, QuestionEntryId};
use crate::questions::actions::categories::{self, CategoryDraft};
use crate::questions::actions::entries;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A category.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionCategory {
    /// The category.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// `site`, `organisation-3` or `programme-7`.
    pub owner: String,
    /// The one it stands under.
    pub parent_id: Option<i64>,
    /// How many questions stand in it, without those in the archive.
    pub questions: i64,
}

/// A category to make.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewQuestionCategory {
    /// What people call it.
    pub name: String,
    /// `site`, `organisation-3` or `programme-7`; not looked at under another category, which says so.
    #[serde(default)]
    pub owner: String,
    /// The one it stands under.
    pub parent_id: Option<i64>,
}

/// A category as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangedQuestionCategory {
    /// What people call it.
    pub name: String,
    /// The one it stands under; `null` for none.
    pub parent_id: Option<i64>,
}

/// What was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeQuestionCategory {
    /// The category.
    pub id: i64,
}

/// Tags.
#[derive(Debug, Deserialize, ToSchema)]
pub struct QuestionTags {
    /// Every tag the question is to have.
    pub tags: Vec<String>,
}

/// What a question is to be called.
#[derive(Debug, Deserialize, ToSchema)]
pub struct QuestionName {
    /// The name; `null` takes it away.
    pub name: Option<String>,
}

/// Where a question is to be.
#[derive(Debug, Deserialize, ToSchema)]
pub struct QuestionPlace {
    /// The category.
    pub category_id: i64,
}

/// The categories the bearer reaches, by whom they belong to, each after the one it stands under.
#[utoipa::path(get, path = "/api/v1/question-categories", tag = "questions",
    responses((status = 200, body = Vec<QuestionCategory>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (_, (bank, counts)) = api.read(GATE, categories::all).await?;
    let rows = bank.owners().into_iter().flat_map(|owner| bank.tree.in_order(owner));
    let category = |(row, _): (&crate::questions::rules::tree::Category, usize)| QuestionCategory {
        id: row.id.0,
        name: row.name.clone(),
        owner: row.owner.as_text(),
        parent_id: row.parent.map(|id| id.0),
        questions: counts.get(&row.id).copied().unwrap_or(0),
    };
    Ok(api::ok(&rows.map(category).collect::<Vec<_>>()))
}

fn draft(name: String, owner: String, parent: Option<i64>) -> CategoryDraft {
    CategoryDraft { name, owner, parent: parent.map(|id| id.to_string()).unwrap_or_default() }
}

/// Makes a category.
#[utoipa::path(post, path = "/api/v1/question-categories", tag = "questions", request_body = NewQuestionCategory,
    responses((status = 201, body = MadeQuestionCategory), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, body: Body<NewQuestionCategory>) -> Reply {
    let NewQuestionCategory { name, owner, parent_id } = body.0;
    let draft = draft(name, owner, parent_id);
    let (_, id) = api.write(GATE, move |w, me, now| categories::create(w, me, &draft, now)).await?;
    Ok(api::created(&MadeQuestionCategory { id: id.0 }))
}

/// Renames a category or puts it under another.
#[utoipa::path(put, path = "/api/v1/question-categories/{category}", tag = "questions",
    params(("category" = i64, Path)), request_body = ChangedQuestionCategory,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, body: Body<ChangedQuestionCategory>) -> Reply {
    let id = QuestionCategoryId(path.into_inner());
    let ChangedQuestionCategory { name, parent_id } = body.0;
    let draft = draft(name, String::new(), parent_id);
    api.write(GATE, move |w, me, now| categories::update(w, me, id, &draft, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Calls a question by a name that no trainee sees.
#[utoipa::path(put, path = "/api/v1/questions/{question}/name", tag = "questions",
    params(("question" = i64, Path)), request_body = QuestionName,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn name(api: Api, path: Path<i64>, body: Body<QuestionName>) -> Reply {
    let (id, name) = (QuestionEntryId(path.into_inner()), body.0.name.unwrap_or_default());
    api.write(GATE, move |w, me, now| entries::name(w, me, id, &name, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a question exactly these tags.
#[utoipa::path(put, path = "/api/v1/questions/{question}/tags", tag = "questions",
    params(("question" = i64, Path)), request_body = QuestionTags,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn tag(api: Api, path: Path<i64>, body: Body<QuestionTags>) -> Reply {
    let (id, line) = (QuestionEntryId(path.into_inner()), body.0.tags.join(", "));
    api.write(GATE, move |w, me, now| entries::tag(w, me, id, &line, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts a question into another category.
#[utoipa::path(put, path = "/api/v1/questions/{question}/category", tag = "questions",
    params(("question" = i64, Path)), request_body = QuestionPlace,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn relocate(api: Api, path: Path<i64>, body: Body<QuestionPlace>) -> Reply {
    let (id, to) = (QuestionEntryId(path.into_inner()), Some(QuestionCategoryId(body.0.category_id)));
    api.write(GATE, move |w, me, now| entries::relocate(w, me, id, to, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What the API says about categories.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, update, name, tag, relocate))]
pub struct Doc;
