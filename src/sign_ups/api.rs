//! Signing up for programs: the same actions as the pages.

mod caller;

pub use caller::{create, own, release};

use super::actions::{self, Board, Line};
use super::pages::input::LIMIT;
use crate::api::{Api, Body, created, ok};
use crate::attendance::rules::{Places, Standing};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Fault, Gate, Moment, Problem, SessionId};
use crate::web::Reply;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    show,
    update,
    destroy,
    admit,
    withdraw,
    promote,
    caller::own,
    caller::create,
    caller::release
))]
pub struct Doc;

/// The places of a session as they are set.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PlacesIn {
    /// How many, at least one.
    capacity: i32,
    /// From when people sign up, as `2026-09-01T06:00:00Z`; `null` for at once.
    opens_at: Option<String>,
    /// Until when; `null` for the start of the session.
    closes_at: Option<String>,
    /// Until when a place is given up without asking anybody; `null` for the start of the session.
    cancel_until: Option<String>,
    /// Whether people wait for a place when there is none.
    #[serde(default)]
    waiting_list: bool,
}

impl PlacesIn {
    fn places(&self) -> Result<Places, Problem> {
        let mut faults = Vec::new();
        let mut moment = |field: &str, text: &Option<String>| {
            let at = text.as_deref().and_then(Moment::parse);
            if text.is_some() && at.is_none() {
                faults.push(Fault::new(field, "sign-ups-not-a-moment"));
            }
            at
        };
        let places = Places {
            capacity: self.capacity,
            opens_at: moment("opens_at", &self.opens_at),
            closes_at: moment("closes_at", &self.closes_at),
            cancel_until: moment("cancel_until", &self.cancel_until),
            waiting_list: self.waiting_list,
        };
        if faults.is_empty() { Ok(places) } else { Err(Problem::invalid(faults)) }
    }
}

/// The places of a session with who has them.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlacesOut {
    /// How many there are; `null` where nobody has to sign up.
    capacity: Option<i32>,
    /// From when people sign up.
    opens_at: Option<String>,
    /// Until when.
    closes_at: Option<String>,
    /// Until when a place is given up without asking anybody.
    cancel_until: Option<String>,
    /// Whether people wait for a place when there is none.
    waiting_list: bool,
    /// With a place, in the order of arrival.
    confirmed: Vec<SignUpOut>,
    /// Waiting, the first of them is next.
    waiting: Vec<SignUpOut>,
}

/// Somebody who has signed up.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignUpOut {
    /// Who.
    enrolment_id: i64,
    /// The name.
    name: String,
    /// Since when.
    signed_up_at: String,
    /// Since when with a place.
    confirmed_at: Option<String>,
    /// Why somebody else signed them up.
    reason: Option<String>,
}

impl SignUpOut {
    fn new(line: &Line) -> SignUpOut {
        SignUpOut {
            enrolment_id: line.row.enrolment.0,
            name: line.row.name.full(),
            signed_up_at: line.row.signed_up_at.rfc3339(),
            confirmed_at: line.row.confirmed_at.map(Moment::rfc3339),
            reason: line.row.reason.clone(),
        }
    }
}

impl PlacesOut {
    fn new(board: &Board) -> PlacesOut {
        let places = board.taken.as_ref().map(|taken| &taken.places);
        let at = |at: Option<Moment>| at.map(Moment::rfc3339);
        PlacesOut {
            capacity: places.map(|places| places.capacity),
            opens_at: places.and_then(|places| at(places.opens_at)),
            closes_at: places.and_then(|places| at(places.closes_at)),
            cancel_until: places.and_then(|places| at(places.cancel_until)),
            waiting_list: places.is_some_and(|places| places.waiting_list),
            confirmed: board.confirmed.iter().map(SignUpOut::new).collect(),
            waiting: board.waiting.iter().map(SignUpOut::new).collect(),
        }
    }
}

/// Somebody to be signed up or taken off.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SignUpIn {
    /// Who.
    enrolment_id: i64,
    /// Why.
    reason: String,
}

impl SignUpIn {
    fn said(&self) -> Result<(EnrolmentId, String), Problem> {
        let reason = crate::kernel::name::tidy(&self.reason);
        if reason.is_empty() {
            return Err(Problem::invalid(vec![Fault::new("reason", "required")]));
        }
        if reason.chars().count() > LIMIT {
            return Err(Problem::invalid(vec![Fault::new("reason", "too-long").with("limit", LIMIT)]));
        }
        Ok((EnrolmentId(self.enrolment_id), reason))
    }
}

/// How somebody stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignUpStandingOut {
    /// `confirmed` or `waiting`.
    standing: String,
    /// As which one they wait, from 1.
    position: Option<usize>,
}

impl SignUpStandingOut {
    fn new(standing: Standing) -> SignUpStandingOut {
        match standing {
            Standing::Confirmed => SignUpStandingOut { standing: "confirmed".to_owned(), position: None },
            Standing::Waiting(position) => {
                SignUpStandingOut { standing: "waiting".to_owned(), position: Some(position) }
            }
        }
    }
}

/// How many people got a place.
#[derive(Debug, Serialize, ToSchema)]
pub struct PromotedOut {
    /// How many.
    promoted: usize,
}

async fn board(api: &Api, id: SessionId) -> Result<PlacesOut, crate::web::Failure> {
    let (_, board) = api.read(Gate::Trainer, move |r, me| actions::board(r, me, id)).await?;
    Ok(PlacesOut::new(&board))
}

/// The places of a session with everybody who signed up.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/places", tag = "sign-ups", params(("id" = i64, Path)),
    responses((status = 200, body = PlacesOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&board(&api, SessionId(path.into_inner())).await?))
}

/// Sets the places of a session: from then on people sign up for it. More places go at once to those who wait.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/places", tag = "sign-ups", params(("id" = i64, Path)),
    request_body = PlacesIn,
    responses((status = 200, body = PlacesOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, Body(body): Body<PlacesIn>) -> Reply {
    let (id, places) = (SessionId(path.into_inner()), body.places());
    let set = move |w: &mut Write, me: &Actor, now| match &places {
        Ok(places) => actions::set(w, me, id, places, now),
        Err(problem) => Err(Problem::invalid(problem.faults.clone())),
    };
    api.write(Gate::Trainer, set).await?;
    Ok(ok(&board(&api, id).await?))
}

/// Lets people come to a session without signing up.
#[utoipa::path(delete, path = "/api/v1/sessions/{id}/places", tag = "sign-ups", params(("id" = i64, Path)),
    responses((status = 200, body = PlacesOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn destroy(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, now| actions::remove(w, me, id, now)).await?;
    Ok(ok(&board(&api, id).await?))
}

/// Signs somebody up, whatever the times of sign-up. The capacity holds: where everything is taken, they wait.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/sign-ups", tag = "sign-ups", params(("id" = i64, Path)),
    request_body = SignUpIn,
    responses((status = 201, body = SignUpStandingOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn admit(api: Api, path: Path<i64>, Body(body): Body<SignUpIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let admit = move |w: &mut Write, me: &Actor, now| {
        let (who, why) = body.said()?;
        actions::admit(w, me, id, (who, &why), now)
    };
    let (_, standing) = api.write(Gate::Trainer, admit).await?;
    Ok(created(&SignUpStandingOut::new(standing)))
}

/// Takes somebody off, and tells them why. Whoever is next gets the place at once.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/sign-ups/releases", tag = "sign-ups", params(("id" = i64, Path)),
    request_body = SignUpIn,
    responses((status = 200, body = PlacesOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>, Body(body): Body<SignUpIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let withdraw = move |w: &mut Write, me: &Actor, now| {
        let (who, why) = body.said()?;
        actions::withdraw(w, me, id, (who, &why), now)
    };
    api.write(Gate::Trainer, withdraw).await?;
    Ok(ok(&board(&api, id).await?))
}

/// Gives places that became free by themselves to those who wait.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/sign-ups/promotions", tag = "sign-ups", params(("id" = i64, Path)),
    responses((status = 200, body = PromotedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn promote(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (_, promoted) = api.write(Gate::Trainer, move |w, me, now| actions::promote(w, me, id, now)).await?;
    Ok(ok(&PromotedOut { promoted }))
}
