//! Documents over the JSON API: the same actions as the pages.

pub mod credential;
pub mod register;
mod types;

use super::actions::blanks::{self, OnBlanks};
use super::actions::unprinted::{self, Choosing};
use super::actions::{self, Issuing, Replacing, Tools, Wanted, reading};
use super::pages::{Asked, Whose, paper, sample, taken, tried};
use super::rules::Relation;
use super::store::IssuedRow;
use crate::api::{Api, Body, created, ok};
use crate::db::Read;
use crate::kernel::name::tidy;
use crate::kernel::{Actor, DocumentId, EditionId, EnrolmentId, Fault, Gate, Problem, Word as _};
use crate::programmes::rules::words::DocumentKind;
use crate::web::Reply;
use actix_web::web::{Path, Query};
use std::collections::BTreeSet;
use types::{
    BriefDto, DeskDto, DocumentDto, FirstDto, IssueDto, IssuedDto, OfEnrolment, PrintChoiceDto,
    ReplacementDto, RevocationDto,
};

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(desk, create, preview, show, pdf, revoke, replace, choose_print, own))]
pub struct Doc;

/// Which papers an edition may end with, who is ready for one, who has it, and what everybody else lacks.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/documents", tag = "documents",
    params(("edition" = i64, Path), ("kind" = Option<String>, Query)),
    responses((status = 200, body = DeskDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn desk(api: Api, path: Path<i64>, asked: Query<Asked>) -> Reply {
    let (now, typesetter) = (api.web.now(), api.web.kit.typesetter.clone());
    let (edition, kind) = (EditionId(path.into_inner()), DocumentKind::parse(&asked.kind));
    let wanted = Wanted { edition, kind, issued_on: None };
    let (me, desk) = api
        .read(Gate::Administrator, move |r, me| actions::desk_for(r, me, &typesetter, wanted, now))
        .await?;
    Ok(ok(&DeskDto::new(&desk, &api.web.kit.words, me.actor.language)))
}

/// Issues documents to the chosen people: to all of them or, when one has not met the rule, to nobody.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/documents", tag = "documents", request_body = IssueDto,
    params(("edition" = i64, Path)),
    responses((status = 201, body = IssuedDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<IssueDto>) -> Reply {
    let input = issuing(&api, EditionId(path.into_inner()), body.0)?;
    let kit = api.web.kit.clone();
    let (_, issued) = api
        .write(Gate::Administrator, move |w, me, now| actions::issue(w, me, &Tools::of(&kit), &input, now))
        .await?;
    let dto = |(enrolment, row): &(EnrolmentId, IssuedRow)| OfEnrolment {
        enrolment_id: enrolment.0,
        document: BriefDto::new(row),
    };
    let (new, kept) = (issued.new.iter().map(dto).collect(), issued.kept.iter().map(dto).collect());
    let first = issued.first().map(|(name, at)| FirstDto { name: name.full(), at: at.rfc3339() });
    Ok(created(&IssuedDto { issued: new, kept, kept_by: first }))
}

/// The paper of somebody as it would look, not issued and not kept: with the word for "sample" across it and a mark in the
/// place of the number. `template` is a version of a template, at work or not, or `program` for the paper of the program; the
/// one at work when it is left out. The look is noted.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/documents/preview", tag = "documents",
    params(("edition" = i64, Path), ("enrolment" = i64, Query), ("kind" = Option<String>, Query),
        ("template" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn preview(api: Api, path: Path<i64>, whose: Query<Whose>) -> Reply {
    let (me, ()) = api.read(Gate::Administrator, |_, _| Ok(())).await?;
    Ok(sample(&api.web, me.actor, (path.into_inner(), &whose)).await?)
}

fn issuing(api: &Api, edition: EditionId, body: IssueDto) -> Result<Issuing, Problem> {
    let kind = match body.kind {
        Some(word) => Some(DocumentKind::parse(&word).ok_or_else(|| unknown("kind", "document-kind"))?),
        None => None,
    };
    let enrolments: BTreeSet<EnrolmentId> = body.enrolments.into_iter().map(EnrolmentId).collect();
    let said = |text: Option<String>| text.as_deref().map(tidy).filter(|text| !text.is_empty());
    Ok(Issuing {
        edition,
        kind,
        public_ids: enrolments.iter().map(|_| api.web.kit.secrets.public_id()).collect(),
        enrolments,
        issued_on: body.issued_on,
        number: said(body.number),
        qualification: said(body.qualification),
        despite: said(body.despite),
    })
}

fn unknown(field: &str, code: &'static str) -> Problem {
    Problem::invalid(vec![Fault::new(field, code)])
}

/// A document, for the administrators of the organisation that issued it. The look is noted.
#[utoipa::path(get, path = "/api/v1/documents/{document}", tag = "documents", params(("document" = i64, Path)),
    responses((status = 200, body = DocumentDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, ()) = api.read(Gate::Administrator, |_, _| Ok(())).await?;
    let (actor, language) = (me.actor.clone(), me.actor.language);
    let shown = api.web.write_anyone(move |w, now| reading::look(w, &actor, id, now)).await?;
    Ok(ok(&DocumentDto::whole(&shown, &api.web.kit.words, language)))
}

/// The paper as PDF/A-2a, for its holder and for administrators. The look is noted.
#[utoipa::path(get, path = "/api/v1/documents/{document}/pdf", tag = "documents", params(("document" = i64, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors), (status = 409, body = crate::api::ApiErrors)))]
pub async fn pdf(api: Api, path: Path<i64>) -> Reply {
    let (me, ()) = api.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let row = taken(&api.web, &me, DocumentId(path.into_inner())).await?;
    paper(&api.web, row).await
}

/// Revokes a document; the public page says so at once.
#[utoipa::path(post, path = "/api/v1/documents/{document}/revocation", tag = "documents",
    request_body = RevocationDto, params(("document" = i64, Path)),
    responses((status = 201, body = DocumentDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn revoke(api: Api, path: Path<i64>, body: Body<RevocationDto>) -> Reply {
    let (id, Body(RevocationDto { reason })) = (DocumentId(path.into_inner()), body);
    let (me, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            actions::revoke(w, me, id, &reason, now)?;
            reading::show(w, me, id)
        })
        .await?;
    Ok(created(&DocumentDto::whole(&shown, &api.web.kit.words, me.actor.language)))
}

/// Has a document whose paper could not be printed printed with another version of its template, or with the paper of the
/// program (`program`). It is tried first. There is one choice, while there is no paper; the document stays as it was issued.
#[utoipa::path(post, path = "/api/v1/documents/{document}/print-choice", tag = "documents",
    request_body = PrintChoiceDto, params(("document" = i64, Path)),
    responses((status = 201, body = DocumentDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn choose_print(api: Api, path: Path<i64>, body: Body<PrintChoiceDto>) -> Reply {
    let (id, Body(PrintChoiceDto { template, reason })) = (DocumentId(path.into_inner()), body);
    let ask = Choosing { document: id, template, reason };
    let asked = ask.clone();
    let (_, weighed) = api.read(Gate::Administrator, move |r, me| unprinted::weigh(r, me, &asked)).await?;
    tried(&api.web.kit, weighed, api.web.now()).await?;
    let (me, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            unprinted::choose(w, me, &ask, now)?;
            reading::show(w, me, id)
        })
        .await?;
    Ok(created(&DocumentDto::whole(&shown, &api.web.kit.words, me.actor.language)))
}

/// Issues another document in the place of this one, which is marked replaced: a duplicate, a correction, a new name,
/// another blank or template.
#[utoipa::path(post, path = "/api/v1/documents/{document}/replacements", tag = "documents",
    request_body = ReplacementDto, params(("document" = i64, Path)),
    responses((status = 201, body = BriefDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn replace(api: Api, path: Path<i64>, body: Body<ReplacementDto>) -> Reply {
    let Body(ReplacementDto { relation, grounds, issued_on, number }) = body;
    let relation = Relation::parse(&relation);
    let input = Replacing {
        document: DocumentId(path.into_inner()),
        relation: relation.unwrap_or(Relation::Duplicate),
        grounds,
        issued_on,
        number: number.as_deref().map(tidy).filter(|number| !number.is_empty()),
        public_id: api.web.kit.secrets.public_id(),
    };
    let kit = api.web.kit.clone();
    let (_, row) = api
        .write(Gate::Administrator, move |w, me, now| match relation {
            Some(_) => actions::replace(w, me, &Tools::of(&kit), &input, now),
            None => Err(unknown("relation", "document-relation")),
        })
        .await?;
    Ok(created(&BriefDto::new(&row)))
}

/// The bearer's own documents.
#[utoipa::path(get, path = "/api/v1/my/documents", tag = "documents",
    responses((status = 200, body = Vec<DocumentDto>), (status = 401, body = crate::api::ApiErrors)))]
pub async fn own(api: Api) -> Reply {
    let read = |r: &mut Read, me: &Actor| {
        let documents = reading::own(r, me)?;
        let ids: Vec<DocumentId> = documents.iter().map(|(row, _)| row.id).collect();
        Ok((documents, blanks::of(r, &ids)?))
    };
    let (me, (documents, on_blanks)) = api.read(Gate::SignedIn, read).await?;
    let none = OnBlanks::default();
    let dto = |(row, snapshot): &reading::Whole| {
        let blanks = on_blanks.get(&row.id).unwrap_or(&none);
        DocumentDto::new((row, snapshot), blanks, me.actor.language)
    };
    Ok(ok(&documents.iter().map(dto).collect::<Vec<_>>()))
}
