//! A trainee's own teams.

use super::types::{OwnTeamsDto, TeamChoiceDto};
use crate::api::{Api, ApiErrors, Body, ok};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Gate, TeamId, TeamSetId};
use crate::teams::actions;
use crate::web::Reply;
use actix_web::web::Path;

/// The teams of a set as its trainee sees them.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/teams/{set}", tag = "teams",
    params(("enrolment" = i64, Path), ("set" = i64, Path)),
    responses((status = 200, body = OwnTeamsDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(EnrolmentId, TeamSetId)>) -> Reply {
    let (at, now) = (path.into_inner(), api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, at, now)).await?;
    Ok(ok(&OwnTeamsDto::new(&found)))
}

/// Goes into a team while the sign-up is open, or out of one's own.
#[utoipa::path(put, path = "/api/v1/learn/{enrolment}/teams/{set}", tag = "teams",
    params(("enrolment" = i64, Path), ("set" = i64, Path)), request_body = TeamChoiceDto,
    responses((status = 200, body = OwnTeamsDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn choose(api: Api, path: Path<(EnrolmentId, TeamSetId)>, body: Body<TeamChoiceDto>) -> Reply {
    let (at, team) = (path.into_inner(), body.0.team_id.map(TeamId));
    let job = move |w: &mut Write, me: &Actor, now| {
        actions::choose(w, me, at, team, now)?;
        actions::own(w, me, at, now)
    };
    let (_, found) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&OwnTeamsDto::new(&found)))
}
