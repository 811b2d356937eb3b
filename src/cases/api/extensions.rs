//! Extensions, and hiding a version, for those who teach an edition.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::cases::actions::{self, ExtensionInput};
use crate::cases::store::{ExtensionRow, Whom};
use crate::db::Write;
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, ExtensionId, Fault, Gate, OrganisationId, Problem,
    SubmissionId,
};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An extension.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExtensionDto {
    /// The extension.
    id: i64,
    /// For this trainee,
    enrolment_id: Option<i64>,
    /// or for everybody whom this organisation sent.
    organisation_id: Option<i64>,
    /// The last day in time, in the edition's zone.
    due_on: String,
    /// Why.
    reason: String,
    /// When it was made.
    made_at: String,
}

impl ExtensionDto {
    fn new(row: &ExtensionRow) -> ExtensionDto {
        ExtensionDto {
            id: row.id.0,
            enrolment_id: row.enrolment_id.map(|id| id.0),
            organisation_id: row.organisation_id.map(|id| id.0),
            due_on: row.due_on.to_string(),
            reason: row.reason.clone(),
            made_at: row.made_at.rfc3339(),
        }
    }
}

/// An extension to be made: for exactly one of `enrolment_id` and `organisation_id`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewExtensionDto {
    /// For this trainee,
    enrolment_id: Option<i64>,
    /// or for everybody whom this organisation sent.
    organisation_id: Option<i64>,
    /// The last day in time, in the edition's zone.
    #[schema(value_type = String)]
    due_on: NaiveDate,
    /// Why.
    reason: String,
}

/// Why a version is hidden.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewHidingDto {
    /// The author reads it; it must not repeat what is hidden.
    reason: String,
}

/// The extensions of a case that hold.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/extensions", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = [ExtensionDto]), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::extensions(r, me, at)).await?;
    Ok(ok(&found.rows.iter().map(ExtensionDto::new).collect::<Vec<_>>()))
}

/// Makes an extension. Versions that were handed in keep the deadline they had.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/extensions", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewExtensionDto,
    responses((status = 201, body = ExtensionDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<(EditionId, ActivityId)>, body: Body<NewExtensionDto>) -> Reply {
    let (at, sent) = (path.into_inner(), body.0);
    let job = move |w: &mut Write, me: &Actor, now| {
        let whom = match (sent.enrolment_id, sent.organisation_id) {
            (Some(id), None) => Whom::Trainee(EnrolmentId(id)),
            (None, Some(id)) => Whom::SentBy(OrganisationId(id)),
            // Who may not extend learns nothing of what the body should be.
            _ => {
                actions::extensions(w, me, at)?;
                return Err(Problem::invalid(vec![Fault::new("enrolment_id", "choose-one")]));
            }
        };
        let input = ExtensionInput { due_on: sent.due_on, reason: sent.reason.clone() };
        let made = actions::extend(w, me, at, (&[whom], &input), now)?;
        let rows = actions::extensions(w, me, at)?.rows;
        rows.into_iter().find(|row| made.contains(&row.id)).ok_or_else(Problem::not_found)
    };
    let (_, row) = api.write(Gate::SignedIn, job).await?;
    Ok(created(&ExtensionDto::new(&row)))
}

/// Takes an extension back.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/cases/{activity}/extensions/{extension}", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path), ("extension" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn take_back(api: Api, path: Path<(EditionId, ActivityId, ExtensionId)>) -> Reply {
    let (edition, case, id) = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::take_back(w, me, (edition, case), id, now);
    api.write(Gate::SignedIn, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Hides text, links and files of a version from everybody but administrators and asks its author for another one.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/hiding", tag = "cases",
    params(("submission" = i64, Path)), request_body = NewHidingDto,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn hide(api: Api, path: Path<SubmissionId>, body: Body<NewHidingDto>) -> Reply {
    let (id, reason) = (path.into_inner(), body.0.reason);
    api.write(Gate::Trainer, move |w, me, now| actions::hide(w, me, id, &reason, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
