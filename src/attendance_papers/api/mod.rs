//! The matrix of people and sessions for programs, and the papers' bytes.

pub mod papers;
mod types;

use super::actions::{self, Asked, Span};
use super::rules::choice::{Choice, Month};
use crate::api::{Api, ok};
use crate::kernel::{EditionId, EnrolmentId, Gate, ModuleId};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::Deserialize;
pub use types::{CorrectionDto, CountsDto, MarkDto, MatrixDto, PersonAttendanceDto, PersonDto, SessionDto};

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    index,
    show,
    papers::journal,
    papers::schedule,
    papers::sign_in,
    papers::certificate,
    papers::transcript
))]
pub struct Doc;

/// Which sessions and people are wanted.
#[derive(Debug, Deserialize)]
pub struct Wish {
    module: Option<i64>,
    #[serde(default)]
    month: String,
    #[serde(default)]
    from: usize,
    #[serde(default = "hundred")]
    limit: usize,
}

fn hundred() -> usize {
    100
}

/// Who was at which session of an edition: marks, minutes of the ledger and corrections of up to 1,000 people at a time,
/// with the sums of each session over everybody. Coordinators get the people they sent.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/attendance", tag = "attendance",
    params(("edition" = i64, Path), ("module" = Option<i64>, Query), ("month" = Option<String>, Query),
        ("from" = Option<usize>, Query), ("limit" = Option<usize>, Query)),
    responses((status = 200, body = MatrixDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>, wish: Query<Wish>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let span = Span { from: wish.from, limit: wish.limit.clamp(1, 1000) };
    let choice = Choice { module: wish.module.map(ModuleId), month: Month::parse(&wish.month) };
    let read = move |r: &mut crate::db::Read, me: &crate::kernel::Actor| {
        actions::matrix(r, me, id, &Asked { choice, span, language: me.language }, now)
    };
    let (me, matrix) = api.read(Gate::SignedIn, read).await?;
    Ok(ok(&MatrixDto::new(&matrix, span, me.actor.language)))
}

/// The sessions of an edition as one person has them, for the person, the staff of the edition and the coordinator who
/// sent the person.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/attendance", tag = "attendance",
    params(("enrolment" = i64, Path)),
    responses((status = 200, body = PersonAttendanceDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EnrolmentId(path.into_inner()), api.web.now());
    let (me, person) = api.read(Gate::SignedIn, move |r, me| actions::person(r, me, id, now)).await?;
    Ok(ok(&PersonAttendanceDto::new(&person, me.actor.language)))
}
