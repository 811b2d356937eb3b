//! What the bearer sets for themselves: language, zone, password, sessions.

use crate::access::store::SessionRow;
use crate::api::{Api, ApiErrors, Body, Listing, ok};
use crate::kernel::{BrowserSessionId, Fault, Gate, Language, Problem, ZoneName};
use crate::people::actions::{self, hashing, links, sessions as own};
use crate::people::store;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documented part of the API that deals with the bearer's own settings.
#[derive(utoipa::OpenApi)]
#[openapi(paths(update, update_password, sessions, destroy_session))]
pub struct Doc;

/// How the bearer reads.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReadingDto {
    /// `ru`, `kk` or `en`: of the pages, letters and messages.
    language: String,
    /// An IANA zone, as `Asia/Almaty`.
    zone: String,
}

impl ReadingDto {
    fn parse(&self) -> Result<(Language, ZoneName), Problem> {
        let (language, zone) = (Language::from_tag(&self.language), ZoneName::parse(&self.zone));
        match (language, zone) {
            (Some(language), Some(zone)) => Ok((language, zone)),
            (language, zone) => {
                let language = language.is_none().then(|| Fault::new("language", "choose-one"));
                let zone = zone.is_none().then(|| Fault::new("zone", "unknown-zone"));
                Err(Problem::invalid(language.into_iter().chain(zone).collect()))
            }
        }
    }
}

/// Sets the language and the zone of the bearer. The name and the address are the administrators' to put right.
#[utoipa::path(put, path = "/api/v1/me", tag = "people", request_body = ReadingDto,
    responses((status = 204), (status = 401, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, body: Body<ReadingDto>) -> Reply {
    let (language, zone) = body.0.parse()?;
    api.write(Gate::SignedIn, move |w, me, now| actions::set_reading(w, me, language, zone, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Another password.
#[derive(Deserialize, ToSchema)]
pub struct NewPasswordDto {
    /// The one that holds now.
    old: String,
    /// The one that is to hold.
    password: String,
}

/// Changes the bearer's password. Every other session ends, the token that was used stays, and the owner gets a
/// letter. Tries are limited as at the sign-in.
#[utoipa::path(put, path = "/api/v1/me/password", tag = "people", request_body = NewPasswordDto,
    responses((status = 204), (status = 401, body = ApiErrors), (status = 422, body = ApiErrors),
        (status = 429, body = ApiErrors)))]
pub async fn update_password(api: Api, body: Body<NewPasswordDto>) -> Reply {
    let NewPasswordDto { old, password } = body.0;
    let (me, known) = api.read(Gate::SignedIn, |r, me| store::hash_of(r, me.person_id()?)).await?;
    let who = (me.actor.email.as_str(), api.web.address());
    let hash = hashing::renewed(&api.web.kit, who, known, (&old, &password)).await?;
    let keep = me.session;
    api.write(Gate::SignedIn, move |w, me, now| links::change_password(w, me, keep, &hash, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A session of the bearer.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSessionDto {
    /// The session; it is ended under this id.
    id: i64,
    /// `browser` or `api`.
    kind: String,
    /// Whether it is the one of the token that asks.
    current: bool,
    /// The network address it was opened from.
    address: String,
    /// What the browser or program called itself.
    agent: String,
    /// Since when, RFC 3339.
    created_at: String,
    /// When it was last used.
    last_used_at: String,
}

impl OwnSessionDto {
    fn new(row: &SessionRow, current: BrowserSessionId) -> OwnSessionDto {
        OwnSessionDto {
            id: row.id.0,
            kind: row.kind.as_str().to_owned(),
            current: row.id == current,
            address: row.address.clone(),
            agent: row.agent.clone(),
            created_at: row.created_at.rfc3339(),
            last_used_at: row.last_seen_at.rfc3339(),
        }
    }
}

/// The bearer's sessions that hold, the last used first: browsers and tokens.
#[utoipa::path(get, path = "/api/v1/me/sessions", tag = "people",
    responses((status = 200, body = Listing<OwnSessionDto>), (status = 401, body = ApiErrors)))]
pub async fn sessions(api: Api) -> Reply {
    let now = api.web.now();
    let (me, rows) = api.read(Gate::SignedIn, move |r, me| own::own(r, me, now)).await?;
    let items = rows.iter().map(|row| OwnSessionDto::new(row, me.session)).collect();
    Ok(ok(&Listing { items, next_after: None }))
}

/// Ends one of the bearer's sessions.
#[utoipa::path(delete, path = "/api/v1/me/sessions/{session}", tag = "people", params(("session" = i64, Path)),
    responses((status = 204), (status = 401, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn destroy_session(api: Api, path: Path<i64>) -> Reply {
    let session = BrowserSessionId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| own::revoke(w, me, session, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
