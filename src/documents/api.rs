//! Documents over the JSON API: the same actions as the pages.

use super::actions::{self, Candidate, Desk, Issuing, Tools, Verdict, reading};
use super::pages::{Question, paper};
use super::rules::snapshot::Snapshot;
use super::store::listing::ListedRow;
use super::store::{DocumentRow, IssuedRow};
use crate::api::{Api, ApiError, Body, Listing, Seek, created, ok};
use crate::kernel::{DocumentId, EditionId, EnrolmentId, Fault, Gate, Language, Problem, PublicId};
use crate::programmes::rules::words::Word as _;
use crate::render::Words;
use crate::web::{Reply, Web, paths};
use actix_web::web::{Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(desk, create, index, show, pdf, revoke, own, verify))]
pub struct Doc;

/// Who of an edition may be issued a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskDto {
    /// `advanced_training_certificate` or `participation_certificate`.
    kind: String,
    /// The earliest date on a document: the last day of the edition.
    not_before: String,
    /// What keeps everybody from being issued anything.
    blocked: Vec<ApiError>,
    /// Everybody who was not withdrawn.
    people: Vec<VerdictDto>,
}

/// Where somebody stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerdictDto {
    enrolment_id: i64,
    name: String,
    /// `ready`, `issued` or `unready`.
    verdict: &'static str,
    /// Every missing condition, with its numbers.
    missing: Vec<ApiError>,
    /// The valid document.
    document: Option<BriefDto>,
}

/// A document in few words.
#[derive(Debug, Serialize, ToSchema)]
pub struct BriefDto {
    id: i64,
    number: String,
    issued_on: String,
}

impl BriefDto {
    fn new(row: &IssuedRow) -> BriefDto {
        BriefDto { id: row.id.0, number: row.number.clone(), issued_on: row.issued_on.to_string() }
    }
}

fn errors(faults: &[Fault], words: &Words, language: Language) -> Vec<ApiError> {
    let error = |fault: &Fault| {
        let args: Vec<(&str, &str)> =
            fault.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let detail = words.text_with(language, &format!("fault-{}", fault.code), &args);
        ApiError { code: fault.code.clone(), field: Some(fault.field.clone()), detail }
    };
    faults.iter().map(error).collect()
}

impl VerdictDto {
    fn new(one: &Candidate, words: &Words, language: Language) -> VerdictDto {
        let (verdict, document) = match one.verdict() {
            Verdict::Ready => ("ready", None),
            Verdict::Issued(document) => ("issued", Some(BriefDto::new(document))),
            Verdict::Unready => ("unready", None),
        };
        let missing = if verdict == "unready" { errors(&one.faults, words, language) } else { Vec::new() };
        let trainee = &one.trainee;
        VerdictDto {
            enrolment_id: trainee.enrolment.0,
            name: trainee.name.full(),
            verdict,
            missing,
            document,
        }
    }
}

impl DeskDto {
    fn new(desk: &Desk, words: &Words, language: Language) -> DeskDto {
        DeskDto {
            kind: desk.grounds.kind.as_str().to_owned(),
            not_before: desk.edition.ends_on.to_string(),
            blocked: errors(&desk.blocked, words, language),
            people: desk.people.iter().map(|one| VerdictDto::new(one, words, language)).collect(),
        }
    }
}

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

/// Whom to issue documents to.
#[derive(Debug, Deserialize, ToSchema)]
pub struct IssueDto {
    /// Enrolments of the edition.
    enrolments: Vec<i64>,
    /// The date on the documents; today in the zone of the edition when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    issued_on: Option<NaiveDate>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedDto {
    /// New documents.
    issued: Vec<OfEnrolment>,
    /// People who had a valid document already and keep it.
    kept: Vec<OfEnrolment>,
}

/// The document of an enrolment.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfEnrolment {
    enrolment_id: i64,
    document: BriefDto,
}

/// Issues documents to the chosen people: to all of them or, when one has not met the rule, to nobody.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/documents", tag = "documents", request_body = IssueDto,
    params(("edition" = i64, Path)),
    responses((status = 201, body = IssuedDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<IssueDto>) -> Reply {
    let Body(IssueDto { enrolments, issued_on }) = body;
    let enrolments: BTreeSet<EnrolmentId> = enrolments.into_iter().map(EnrolmentId).collect();
    let public_ids = enrolments.iter().map(|_| api.web.kit.secrets.public_id()).collect();
    let input = Issuing { edition: EditionId(path.into_inner()), enrolments, issued_on, public_ids };
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

/// A line of the register.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineDto {
    id: i64,
    number: String,
    kind: String,
    holder: String,
    programme: String,
    edition_id: i64,
    issued_on: String,
    /// `valid` or `revoked`.
    status: &'static str,
    revoked_at: Option<String>,
    verification_path: String,
}

impl LineDto {
    fn new(row: &ListedRow, language: Language) -> LineDto {
        LineDto {
            id: row.id.0,
            number: row.number.clone(),
            kind: row.kind.as_str().to_owned(),
            holder: row.holder.clone(),
            programme: row.programme.0.for_reader(language).to_owned(),
            edition_id: row.edition_id.0,
            issued_on: row.issued_on.to_string(),
            status: status(row.revoked_at.is_some()),
            revoked_at: row.revoked_at.map(crate::kernel::Moment::rfc3339),
            verification_path: paths::verification(&row.public_id),
        }
    }
}

fn status(revoked: bool) -> &'static str {
    if revoked { "revoked" } else { "valid" }
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

/// A document with what it prints.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentDto {
    id: i64,
    number: String,
    kind: String,
    holder: String,
    programme: String,
    hours: i32,
    programme_content_hash: String,
    studied_from: String,
    studied_to: String,
    issuer: String,
    issued_on: String,
    issued_at: String,
    /// `valid` or `revoked`.
    status: &'static str,
    revoked_at: Option<String>,
    revocation_reason: Option<String>,
    snapshot_sha256: String,
    verification_url: Option<String>,
    pdf_path: String,
}

impl DocumentDto {
    fn new(row: &DocumentRow, snapshot: &Snapshot, language: Language) -> DocumentDto {
        let revocation = row.revocation.as_ref();
        DocumentDto {
            id: row.id.0,
            number: row.number.clone(),
            kind: row.kind.as_str().to_owned(),
            holder: snapshot.holder.full(),
            programme: snapshot.taught.title.for_reader(language).to_owned(),
            hours: snapshot.taught.hours.0,
            programme_content_hash: snapshot.taught.content_hash.clone(),
            studied_from: snapshot.run.starts_on.to_string(),
            studied_to: snapshot.run.ends_on.to_string(),
            issuer: snapshot.issuer.name.clone(),
            issued_on: row.issued_on.to_string(),
            issued_at: row.issued_at.rfc3339(),
            status: status(revocation.is_some()),
            revoked_at: revocation.map(|revocation| revocation.revoked_at.rfc3339()),
            revocation_reason: revocation.map(|revocation| revocation.reason.clone()),
            snapshot_sha256: row.snapshot_sha256.clone(),
            verification_url: snapshot.verify_url.clone(),
            pdf_path: format!("/api/v1/documents/{}/pdf", row.id),
        }
    }
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

/// Why a document is revoked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RevocationDto {
    /// At least ten characters.
    #[serde(default)]
    reason: String,
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

/// What anybody may know who has the address of a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerificationDto {
    /// `valid` or `revoked`.
    status: &'static str,
    /// The day it was revoked.
    revoked_on: Option<String>,
    kind: String,
    /// Surname and initials.
    holder: String,
    programme: String,
    hours: i32,
    studied_from: String,
    studied_to: String,
    issued_on: String,
    issuer: String,
}

/// Whether a document is valid; needs no sign-in, is limited per address.
#[utoipa::path(get, path = "/api/v1/verifications/{public_id}", tag = "documents", security(()),
    params(("public_id" = String, Path)),
    responses((status = 200, body = VerificationDto), (status = 404, body = crate::api::ApiErrors),
        (status = 429, body = crate::api::ApiErrors)))]
pub async fn verify(web: Web, path: Path<String>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let id = PublicId::parse(&path).ok_or_else(Problem::not_found)?;
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
