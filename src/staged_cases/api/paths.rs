//! For staff: the way that belongs to a work, who went where, the debrief.

use super::types::{BranchesDto, PathDto};
use crate::api::{Api, ApiErrors, ok};
use crate::cases::actions as cases;
use crate::kernel::{ActivityId, EditionId, Gate, SubmissionId};
use crate::staged_cases::actions;
use crate::web::Reply;
use actix_web::web::Path;

fn which(path: (i64, i64)) -> (EditionId, ActivityId) {
    (EditionId(path.0), ActivityId(path.1))
}

/// The way that the author of a work took through the steps.
#[utoipa::path(get, path = "/api/v1/submissions/{submission}/path", tag = "cases",
    params(("submission" = i64, Path)),
    responses((status = 200, body = PathDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn path(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (SubmissionId(path.into_inner()), api.web.now());
    let (me, found) = api.read(Gate::Trainer, move |r, me| actions::path_of(r, me, id, now)).await?;
    Ok(ok(&PathDto::new(&found, me.actor.language)?))
}

/// A case in an edition: how many went which way.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = BranchesDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn overview(api: Api, path: Path<(i64, i64)>) -> Reply {
    let which = which(path.into_inner());
    let (_, found) = api.read(Gate::Trainer, move |r, me| actions::overview(r, me, which)).await?;
    Ok(ok(&BranchesDto::new(&found)))
}

/// Opens the debrief of a case to every trainee of an edition. Again changes nothing.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/debrief", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = BranchesDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn open_debrief(api: Api, path: Path<(i64, i64)>) -> Reply {
    let which = which(path.into_inner());
    let job = move |w: &mut _, me: &_, now| {
        cases::open_debrief(w, me, which, now)?;
        actions::overview(w, me, which)
    };
    Ok(ok(&BranchesDto::new(&api.write(Gate::Trainer, job).await?.1)))
}
