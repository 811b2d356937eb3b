//! How an edition takes a case, for those who teach or administer it.

use crate::api::{Api, ApiErrors, Body, ok};
use crate::cases::actions::{self, SettingUp};
use crate::cases::rules::CaseSetup;
use crate::kernel::{ActivityId, EditionId, Gate};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// What holds for a case in an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseSetupDto {
    /// Its number; `null` while nothing was set.
    number: Option<i32>,
    /// The zone in which days are meant.
    zone: String,
    /// `graders` 1 or 2; `disagreement_permille`; `blind`; `release`: `"at_once"`, `"by_hand"` or
    /// `{"at": "2026-10-01T06:00:00Z"}`; `allocation`: `none`, `round_robin` or `by_organisation`; `late`:
    /// `accepted`, `deducted` (`late_per_day` and `late_most` in thousandths of the points) or `refused` (after
    /// `late_days` days of 24 hours, from 0 to 365); `due_on`: a date or `null`.
    #[schema(value_type = Object)]
    settings: CaseSetup,
}

/// What holds for a case in an edition.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/setup", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = CaseSetupDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::setting_up(r, me, at)).await?;
    Ok(ok(&CaseSetupDto::new(found)))
}

/// Sets how an edition takes a case. What the body does not name is as in an edition that has set nothing. Only
/// administrators change `blind`: others are answered 403.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/cases/{activity}/setup", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = Object,
    responses((status = 200, body = CaseSetupDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<(EditionId, ActivityId)>, body: Body<CaseSetup>) -> Reply {
    let (at, setup) = (path.into_inner(), body.0);
    let job = move |w: &mut _, me: &_, now| {
        actions::set_up(w, me, at, &setup, now)?;
        actions::setting_up(w, me, at)
    };
    let (_, found) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&CaseSetupDto::new(found)))
}

impl CaseSetupDto {
    fn new(found: SettingUp) -> CaseSetupDto {
        CaseSetupDto {
            number: found.number,
            zone: found.edition.time_zone.name().to_owned(),
            settings: found.setup,
        }
    }
}
