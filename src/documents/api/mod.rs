//! Documents over the JSON API: the same actions as the pages.

pub mod credential;
mod types;

use super::actions::{self, Issuing, Tools, reading};
use super::pages::{Question, paper};
use super::store::IssuedRow;
use crate::api::{Api, Body, Listing, Seek, created, ok};
use crate::kernel::name::tidy;
use crate::kernel::{DocumentId, EditionId, EnrolmentId, Gate, Problem, PublicId};
use crate::programmes::rules::words::Word as _;
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use std::collections::{BTreeMap, BTreeSet};
use types::{
    BriefDto, DeskDto, DocumentDto, IssueDto, IssuedDto, LineDto, OfEnrolment, RevocationDto,
    VerificationDto, status,
};

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(desk, create, index, show, pdf, revoke, own, verify))]
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

/// The register of the bearer's organisations, the newest first.
#[utoipa::path(get, path = "/api/v1/documents", tag = "documents",
    params(("q" = Option<String>, Query), ("year" = Option<i32>, Query), ("kind" = Option<String>, Query),
        ("status" = Option<String>, Query), ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<LineDto>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, question: Query<Question>, seek: Query<BTreeMap<String, String>>) -> Reply {
    let limit = seek.get("limit").and_then(|limit| limit.parse().ok()).unwrap_or(50);
    let limit = Seek { after: 0, limit }.bounded();
    let filter = question.asked().filter;
    let (me, (rows, _)) =
        api.read(Gate::Administrator, move |r, me| reading::register(r, me, filter, limit + 1)).await?;
    let items = rows.iter().map(|row| LineDto::new(row, me.actor.language)).collect();
    Ok(ok(&Listing::of(items, limit, |line: &LineDto| line.id)))
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

/// Whether a document is valid; needs no sign-in, is limited per address.
#[utoipa::path(get, path = "/api/v1/verifications/{public_id}", tag = "documents", security(()),
    params(("public_id" = String, Path)),
    responses((status = 200, body = VerificationDto), (status = 404, body = crate::api::ApiErrors),
        (status = 429, body = crate::api::ApiErrors)))]
pub async fn verify(web: Web, path: Path<String>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let id = PublicId::parse(&path.trim().to_ascii_lowercase()).ok_or_else(Problem::not_found)?;
    let found = web.kit.db.read(move |r| reading::verify(r, id)).await?;
    let (snapshot, language) = (&found.snapshot, web.stranger_language());
    let run = &snapshot.run;
    Ok(ok(&VerificationDto {
        status: status(found.revoked_at.is_some()),
        revoked_on: found.revoked_at.map(|at| at.date_in(run.time_zone).to_string()),
        kind: snapshot.kind.as_str().to_owned(),
        holder: snapshot.holder.surname_and_initials(),
        programme: snapshot.taught.title.for_reader(language).to_owned(),
        hours: snapshot.taught.hours.0,
        studied_from: run.starts_on.to_string(),
        studied_to: run.ends_on.to_string(),
        issued_on: snapshot.issued_on.to_string(),
        issuer: snapshot.issuer.name.clone(),
    }))
}
