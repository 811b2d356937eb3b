//! A session as the caller has it: signing up, and giving the place up.

use super::SignUpStandingOut;
use crate::api::{Api, created, ok};
use crate::attendance::rules::Door;
use crate::kernel::{Gate, Moment, SessionId};
use crate::sign_ups::actions::{self, OwnPlace};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// A session as the caller has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSignUpOut {
    /// `not_needed` where nobody signs up, `ahead`, `open` or `closed`.
    state: String,
    /// How many places there are.
    capacity: Option<i32>,
    /// How many are free; none while somebody waits.
    left: Option<i64>,
    /// How the caller stands; `null` before signing up.
    own: Option<SignUpStandingOut>,
    /// Until when the caller may give a place up by themselves.
    cancel_by: Option<String>,
}

impl OwnSignUpOut {
    fn new(own: &OwnPlace, now: Moment) -> OwnSignUpOut {
        let starts_at = own.session.starts_at;
        let state = match own.taken.as_ref().map(|taken| taken.places.door(starts_at, now)) {
            None => "not_needed",
            Some(_) if own.session.cancelled_at.is_some() => "closed",
            Some(Door::Ahead(_)) => "ahead",
            Some(Door::Open) => "open",
            Some(Door::Closed) => "closed",
        };
        OwnSignUpOut {
            state: state.to_owned(),
            capacity: own.taken.as_ref().map(|taken| taken.places.capacity),
            left: own.taken.as_ref().map(crate::attendance::store::beforehand::Taken::left),
            own: own.standing.map(SignUpStandingOut::new),
            cancel_by: own
                .taken
                .as_ref()
                .map(|taken| taken.places.cancel_by(starts_at, own.confirmed_at).rfc3339()),
        }
    }
}

async fn own_out(api: &Api, id: SessionId) -> Reply {
    let (_, own) = api.read(Gate::SignedIn, move |r, me| actions::own_place(r, me, id)).await?;
    Ok(ok(&OwnSignUpOut::new(&own, api.web.now())))
}

/// A session as the caller has it: places left, until when, and how the caller stands.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/sign-up", tag = "sign-ups", params(("id" = i64, Path)),
    responses((status = 200, body = OwnSignUpOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn own(api: Api, path: Path<i64>) -> Reply {
    own_out(&api, SessionId(path.into_inner())).await
}

/// Signs the caller up, with a place or waiting for one. The second time changes nothing.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/sign-up", tag = "sign-ups", params(("id" = i64, Path)),
    responses((status = 201, body = SignUpStandingOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (_, standing) = api.write(Gate::SignedIn, move |w, me, now| actions::sign_up(w, me, id, now)).await?;
    Ok(created(&SignUpStandingOut::new(standing)))
}

/// Gives the caller's place up, or leaves the waiting list. Whoever is next gets the place at once.
#[utoipa::path(delete, path = "/api/v1/sessions/{id}/sign-up", tag = "sign-ups", params(("id" = i64, Path)),
    responses((status = 200, body = OwnSignUpOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn release(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| actions::release(w, me, id, now)).await?;
    own_out(&api, id).await
}
