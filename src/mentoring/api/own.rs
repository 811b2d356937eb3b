//! One's own path for programs.

use super::bodies::{MentorApplicationIn, MentorWithdrawalIn};
use super::types::MentorOut;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Gate, MentorId, Moment, OrganisationId, Problem};
use crate::mentoring::actions::{deciding, own as actions};
use crate::web::Reply;
use actix_web::web::Path;

/// The bearer's own candidacies, without what others noted of talks with them.
#[utoipa::path(get, path = "/api/v1/my/mentoring", tag = "mentoring",
    responses((status = 200, body = Vec<MentorOut>), (status = 401, body = ApiErrors)))]
pub async fn own(api: Api) -> Reply {
    let now = api.web.now();
    let (_, rows) = api.read(Gate::SignedIn, move |r, me| rows(r, me, now)).await?;
    Ok(ok(&rows))
}

/// Applies to an organisation that takes applications.
#[utoipa::path(post, path = "/api/v1/my/mentoring", tag = "mentoring", request_body = MentorApplicationIn,
    responses((status = 201, body = Vec<MentorOut>), (status = 422, body = ApiErrors)))]
pub async fn apply(api: Api, Body(body): Body<MentorApplicationIn>) -> Reply {
    let organisation = OrganisationId(body.organisation_id);
    let apply = move |w: &mut Write, me: &Actor, now: Moment| {
        deciding::apply(w, me, (organisation, body.application.trim()), now)?;
        rows(w, me, now)
    };
    Ok(created(&api.write(Gate::SignedIn, apply).await?.1))
}

/// Gives one's own candidacy up.
#[utoipa::path(post, path = "/api/v1/my/mentoring/{mentor}/withdrawal", tag = "mentoring", request_body = MentorWithdrawalIn,
    params(("mentor" = i64, Path)),
    responses((status = 201, body = Vec<MentorOut>), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>, Body(body): Body<MentorWithdrawalIn>) -> Reply {
    let id = MentorId(path.into_inner());
    let withdraw = move |w: &mut Write, me: &Actor, now: Moment| {
        deciding::withdraw(w, me, (id, body.reason.trim()), now)?;
        rows(w, me, now)
    };
    Ok(created(&api.write(Gate::SignedIn, withdraw).await?.1))
}

fn rows(r: &mut Read, me: &Actor, now: Moment) -> Result<Vec<MentorOut>, Problem> {
    let today = now.date_in(me.zone);
    Ok(actions::own(r, me)?.paths.iter().map(|path| MentorOut::own(path, today)).collect())
}
