//! Records over the JSON API: the same actions as the pages.

mod types;

use super::actions;
use super::pages::{Question, printed, signed};
use crate::api::{Api, ApiErrors, ok};
use crate::kernel::{Gate, PersonId};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use types::RecordDto;

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(own, own_file, show, file))]
pub struct Doc;

/// Every course, hour and document of the bearer.
#[utoipa::path(get, path = "/api/v1/my/record", tag = "records", responses((status = 200, body = RecordDto)))]
pub async fn own(api: Api) -> Reply {
    let now = api.web.now();
    let (me, record) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    Ok(ok(&RecordDto::new(&record, me.actor.language)))
}

/// The bearer's record as a file in `ru`, `kk` or `en`: `pdf`, `xlsx`, or `json`, a W3C Verifiable Credential 2.0 signed
/// by the installation (`eddsa-jcs-2022`). The signed one is noted.
#[utoipa::path(get, path = "/api/v1/my/record/{paper}", tag = "records",
    params(("paper" = String, Path), ("in" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn own_file(api: Api, path: Path<String>, question: Query<Question>) -> Reply {
    let (me, person) = api.read(Gate::SignedIn, |_, me| me.person_id()).await?;
    if path.as_str() == "json" {
        return signed(&api.web, me.actor, &question).await;
    }
    printed(&api.web, me.actor, (person, path.as_str()), &question).await
}

/// The record of a person, for administrators: the courses and documents of their organisations. The look is noted.
#[utoipa::path(get, path = "/api/v1/people/{person}/record", tag = "records", params(("person" = i64, Path)),
    responses((status = 200, body = RecordDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let person = PersonId(path.into_inner());
    let look = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        actions::look(w, me, (person, "api"), now)
    };
    let (me, record) = api.write(Gate::SignedIn, look).await?;
    Ok(ok(&RecordDto::new(&record, me.actor.language)))
}

/// The record of a person as `pdf` or `xlsx` in `ru`, `kk` or `en`, for administrators. The look is noted.
#[utoipa::path(get, path = "/api/v1/people/{person}/record/{paper}", tag = "records",
    params(("person" = i64, Path), ("paper" = String, Path), ("in" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn file(api: Api, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let (person, form) = path.into_inner();
    let (me, ()) = api.read(Gate::SignedIn, |_, _| Ok(())).await?;
    printed(&api.web, me.actor, (PersonId(person), form.as_str()), &question).await
}
