//! Saved phrases for programs.

use super::actions;
use crate::api::{Api, ApiErrors, Body, ok};
use crate::kernel::{EditionId, Gate, PhraseId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(phrases, add_phrase, remove_phrase))]
pub struct Doc;

/// A saved phrase.
#[derive(Debug, Serialize, ToSchema)]
pub struct PhraseDto {
    /// The phrase.
    id: i64,
    /// Its words.
    text: String,
    /// In which edition it is shared; `null` for the bearer's own.
    edition_id: Option<i64>,
}

/// The bearer's saved phrases, and those shared in the editions the bearer teaches.
#[utoipa::path(get, path = "/api/v1/marking/phrases", tag = "marking",
    responses((status = 200, body = Vec<PhraseDto>)))]
pub async fn phrases(api: Api) -> Reply {
    let (_, bank) = api.read(Gate::Trainer, actions::bank).await?;
    let phrase = |row: actions::PhraseRow| PhraseDto {
        id: row.id.0,
        text: row.text,
        edition_id: row.edition.map(|edition| edition.0),
    };
    Ok(ok(&bank.phrases.into_iter().map(phrase).collect::<Vec<_>>()))
}

/// A phrase to save.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPhrase {
    /// Its words.
    text: String,
    /// An edition whose trainers share it; `null` for the bearer alone.
    edition_id: Option<i64>,
}

/// Saves a phrase.
#[utoipa::path(post, path = "/api/v1/marking/phrases", tag = "marking", request_body = NewPhrase,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn add_phrase(api: Api, body: Body<NewPhrase>) -> Reply {
    let NewPhrase { text, edition_id } = body.0;
    let edition = edition_id.map(EditionId);
    let job = move |w: &mut _, me: &_, now| actions::add_phrase(w, me, (&text, edition), now);
    api.write(Gate::Trainer, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a saved phrase away.
#[utoipa::path(delete, path = "/api/v1/marking/phrases/{phrase}", tag = "marking", params(("phrase" = i64, Path)),
    responses((status = 204)))]
pub async fn remove_phrase(api: Api, path: Path<i64>) -> Reply {
    let id = PhraseId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, _| actions::remove_phrase(w, me, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
