//! What sessions are made of as JSON: read as a whole, written concern by concern, each as a whole.

pub mod out;
pub mod shifts;
pub mod writing;

use super::actions;
use crate::api::{Api, ok};
use crate::kernel::{Gate, SessionId};
use crate::web::{Failure, Reply};
use actix_web::web::Path;
use out::ProgrammeOut;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    show,
    writing::agenda,
    writing::blocks,
    writing::speakers,
    writing::access,
    writing::visit,
    writing::unvisit,
    writing::report,
    shifts::index,
    shifts::create,
    shifts::update,
    shifts::destroy
))]
pub struct Doc;

async fn programme(api: &Api, id: SessionId) -> Result<ProgrammeOut, Failure> {
    let now = api.web.now();
    let read = move |r: &mut _, me: &_| actions::programme(r, me, id, now);
    let (me, programme) = api.read(Gate::SignedIn, read).await?;
    Ok(ProgrammeOut::new(&programme, me.actor.language))
}

/// What a session is made of: for those who teach or administer its edition, and for those of whom it is asked.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/programme", tag = "agendas", params(("id" = i64, Path)),
    responses((status = 200, body = ProgrammeOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&programme(&api, SessionId(path.into_inner())).await?))
}
