//! Documents over the JSON API: the same actions as the pages.

pub mod register;
mod types;

use super::actions::{self, Issuing, Tools, reading};
use super::pages::paper;
use super::store::IssuedRow;
use crate::api::{Api, Body, created, ok};
use crate::kernel::name::tidy;
use crate::kernel::{DocumentId, EditionId, EnrolmentId, Gate};
use crate::web::Reply;
use actix_web::web::Path;
use std::collections::BTreeSet;
use types::{BriefDto, DeskDto, DocumentDto, IssueDto, IssuedDto, OfEnrolment, RevocationDto};

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(desk, create, show, pdf, revoke, own))]
pub struct Doc;

/// Who of an edition is ready for a document, who has one, and what everybody else lacks.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/documents", tag = "documents",
    params(("edition" = i64, Path)),
    responses((status = 200, body = DeskDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn desk(api: Api, path: Path<i64>) -> Reply {
    let (id, now, typesetter) = (EditionId(path.into_inner()), api.web.now(), api.web.kit.typesetter.clone());
    let (me, desk) =
        api.read(Gate::Administrator, move |r, me| actions::desk(r, me, &typesetter, id, now)).await?;
    Ok(ok(&DeskDto::new(&desk, &api.web.kit.words, me.actor.language)))
}

/// Issues documents to the chosen people: to all of them or, when one has not met the rule, to nobody.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/documents", tag = "documents", request_body = IssueDto,
    params(("edition" = i64, Path)),
    responses((status = 201, body = IssuedDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<IssueDto>) -> Reply {
    let Body(IssueDto { enrolments, issued_on, despite }) = body;
    let enrolments: BTreeSet<EnrolmentId> = enrolments.into_iter().map(EnrolmentId).collect();
    let public_ids = enrolments.iter().map(|_| api.web.kit.secrets.public_id()).collect();
    let despite = despite.as_deref().map(tidy).filter(|reason| !reason.is_empty());
    let input = Issuing { edition: EditionId(path.into_inner()), enrolments, issued_on, despite, public_ids };
    let kit = api.web.kit.clone();
    let (_, issued) = api
        .write(Gate::Administrator, move |w, me, now| {
            let tools = Tools { typesetter: &kit.typesetter, public_url: &kit.settings.public_url };
            actions::issue(w, me, &tools, &input, now)
        })
        .await?;
    let dto = |(enrolment, row): &(EnrolmentId, IssuedRow)| OfEnrolment {
        enrolment_id: enrolment.0,
        document: BriefDto::new(row),
    };
    let (new, kept) = (issued.new.iter().map(dto).collect(), issued.kept.iter().map(dto).collect());
    Ok(created(&IssuedDto { issued: new, kept }))
}

/// A document, for the administrators of the organisation that issued it.
#[utoipa::path(get, path = "/api/v1/documents/{document}", tag = "documents", params(("document" = i64, Path)),
    responses((status = 200, body = DocumentDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, shown) = api.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
    Ok(ok(&DocumentDto::new(&shown.row, &shown.snapshot, me.actor.language)))
}

/// The paper as PDF/A-2a, for its holder and for administrators.
#[utoipa::path(get, path = "/api/v1/documents/{document}/pdf", tag = "documents", params(("document" = i64, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn pdf(api: Api, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (_, row) = api.read(Gate::SignedIn, move |r, me| reading::readable(r, me, id)).await?;
    paper(&api.web, row).await
}

/// Revokes a document; the public page says so at once.
#[utoipa::path(post, path = "/api/v1/documents/{document}/revocation", tag = "documents",
    request_body = RevocationDto, params(("document" = i64, Path)),
    responses((status = 201, body = DocumentDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn revoke(api: Api, path: Path<i64>, body: Body<RevocationDto>) -> Reply {
    let (id, Body(RevocationDto { reason })) = (DocumentId(path.into_inner()), body);
    let (me, (row, snapshot)) = api
        .write(Gate::Administrator, move |w, me, now| {
            let row = actions::revoke(w, me, id, &reason, now)?;
            let snapshot = actions::papers::snapshot(&row)?;
            Ok((row, snapshot))
        })
        .await?;
    Ok(created(&DocumentDto::new(&row, &snapshot, me.actor.language)))
}

/// The bearer's own documents.
#[utoipa::path(get, path = "/api/v1/my/documents", tag = "documents",
    responses((status = 200, body = Vec<DocumentDto>), (status = 401, body = crate::api::ApiErrors)))]
pub async fn own(api: Api) -> Reply {
    let (me, documents) = api.read(Gate::SignedIn, reading::own).await?;
    let dto = |(row, snapshot): &reading::Whole| DocumentDto::new(row, snapshot, me.actor.language);
    Ok(ok(&documents.iter().map(dto).collect::<Vec<_>>()))
}
