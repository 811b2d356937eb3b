//! Documents of authority for programs: the same actions as the pages.

pub mod service;

use super::actions::authority::{self as actions, Giving};
use super::rules::authority::Authority;
use super::store::AuthorityRow;
use crate::api::{Api, Body, Listing, Seek, created, ok};
use crate::documents::actions::Tools;
use crate::kernel::{DocumentId, Gate, OrganisationId, PersonId};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, revoke))]
pub struct Doc;

/// A document of authority.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuthorityOut {
    id: i64,
    number: String,
    holder: String,
    issued_on: String,
    /// Whether it was not taken back.
    valid: bool,
    /// The first day on which it holds.
    valid_from: Option<String>,
    /// The last day on which it holds.
    valid_until: Option<String>,
}

impl AuthorityOut {
    fn new(row: &AuthorityRow) -> AuthorityOut {
        let period = row.period();
        AuthorityOut {
            id: row.id.0,
            number: row.number.clone(),
            holder: row.holder.clone(),
            issued_on: row.issued_on.to_string(),
            valid: row.live_key.is_some(),
            valid_from: period.map(|(from, _)| from.to_string()),
            valid_until: period.map(|(_, until)| until.to_string()),
        }
    }
}

/// Authority to be given. Texts are needed in at least one of the two languages.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AuthorityIn {
    person_id: i64,
    /// In whose name.
    organisation_id: i64,
    /// The first day.
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<NaiveDate>,
    /// The last day.
    #[schema(value_type = Option<String>, format = Date)]
    valid_until: Option<NaiveDate>,
    /// Where, in Russian.
    #[serde(default)]
    place: String,
    /// Where, in Kazakh.
    #[serde(default)]
    place_kk: String,
    /// What to do, each in a line, in Russian.
    #[serde(default)]
    tasks: String,
    /// The same in Kazakh.
    #[serde(default)]
    tasks_kk: String,
}

/// What was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuthorityGiven {
    id: i64,
    number: String,
}

/// Why authority is taken back.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TakingBackIn {
    /// At least a word.
    #[serde(default)]
    reason: String,
}

/// The documents of authority of the bearer's organisations, the newest first.
#[utoipa::path(get, path = "/api/v1/authority-documents", tag = "documents",
    params(("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<AuthorityOut>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, seek: Query<Seek>) -> Reply {
    let Query(seek) = seek;
    let after = Some(DocumentId(seek.after)).filter(|after| after.0 > 0);
    let (_, (rows, next)) =
        api.read(Gate::Coordinator, move |r, me| actions::listed(r, me, (after, seek.bounded()))).await?;
    let items = rows.iter().map(AuthorityOut::new).collect();
    Ok(ok(&Listing { items, next_after: next.map(|id| id.0) }))
}

/// Gives authority: period, place and tasks, in Kazakh and Russian.
#[utoipa::path(post, path = "/api/v1/authority-documents", tag = "documents", request_body = AuthorityIn,
    responses((status = 201, body = AuthorityGiven), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, body: Body<AuthorityIn>) -> Reply {
    let Body(asked) = body;
    let authority = Authority {
        from: asked.valid_from,
        until: asked.valid_until,
        place_ru: asked.place,
        place_kk: asked.place_kk,
        tasks_ru: asked.tasks,
        tasks_kk: asked.tasks_kk,
    };
    let input = Giving {
        organisation: OrganisationId(asked.organisation_id),
        person: PersonId(asked.person_id),
        authority,
        public_id: api.web.kit.secrets.public_id(),
    };
    let kit = api.web.kit.clone();
    let (_, row) = api
        .write(Gate::Coordinator, move |w, me, now| actions::give(w, me, &Tools::of(&kit), &input, now))
        .await?;
    Ok(created(&AuthorityGiven { id: row.id.0, number: row.number }))
}

/// Takes authority back.
#[utoipa::path(post, path = "/api/v1/authority-documents/{document}/revocation", tag = "documents",
    request_body = TakingBackIn, params(("document" = i64, Path)),
    responses((status = 201, body = AuthorityGiven), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn revoke(api: Api, path: Path<i64>, body: Body<TakingBackIn>) -> Reply {
    let (id, Body(TakingBackIn { reason })) = (DocumentId(path.into_inner()), body);
    let (_, row) =
        api.write(Gate::Coordinator, move |w, me, now| actions::take_back(w, me, id, &reason, now)).await?;
    Ok(created(&AuthorityGiven { id: row.id.0, number: row.number }))
}
