//! Entry over the API: the condition of an edition, one's own way in, proofs and decisions.

use super::actions::{self, Enclosed, Way};
use super::rules::{Decision, Draft, Entry};
use super::store::ProofRow;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::db::Write;
use crate::kernel::{Actor, EditionId, Gate, Moment, OutsideProofId, ProgrammeId, StoredFileId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(condition, set_condition, own, entry, show, desk, decide))]
pub struct Doc;

/// What an edition asks of those who enter it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct EntryConditionDto {
    /// The programme that must be completed before; `null`: nothing is asked.
    programme_id: Option<i64>,
}

/// How far the caller is on the way into an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryWayDto {
    /// The edition.
    edition_id: i64,
    /// The programme that must be completed before.
    programme_id: i64,
    /// `recognised`, `approved`, `waiting`, `refused` or `missing`.
    state: String,
    /// The number of the document by which the completion was recognised.
    document_number: Option<String>,
    /// Why the last proof was refused.
    reason: Option<String>,
}

impl EntryWayDto {
    fn new(way: &Way) -> EntryWayDto {
        let (document_number, reason) = match &way.entry {
            Entry::Recognised(number) => (Some(number.clone()), None),
            Entry::Refused(reason) => (None, Some(reason.clone())),
            _ => (None, None),
        };
        EntryWayDto {
            edition_id: way.edition.id.0,
            programme_id: way.programme.0,
            state: way.entry.word().to_owned(),
            document_number,
            reason,
        }
    }
}

/// A proof of a course completed elsewhere: a file, or issuer, number and date.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OutsideProofIn {
    /// Who issued it.
    #[serde(default)]
    issuer: String,
    /// Its number.
    #[serde(default)]
    number: String,
    /// Its date, `2026-03-15`.
    #[serde(default)]
    issued_on: String,
    /// A file of the caller's, as `POST /api/v1/files` has answered.
    file_id: Option<i64>,
}

/// A proof.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutsideProofDto {
    /// The proof.
    id: i64,
    /// Whose.
    person_id: i64,
    /// The name.
    name: String,
    /// For which edition.
    edition_id: i64,
    /// Of which programme.
    programme_id: i64,
    /// Who issued it.
    issuer: Option<String>,
    /// Its number.
    number: Option<String>,
    /// Its date.
    issued_on: Option<String>,
    /// The name of its file.
    file: Option<String>,
    /// When it was sent, RFC 3339.
    sent_at: String,
    /// `approved` or `refused`; `null` while it waits.
    decision: Option<String>,
    /// Why it was refused.
    reason: Option<String>,
}

impl OutsideProofDto {
    fn new(row: &ProofRow) -> OutsideProofDto {
        let (decision, reason) = match &row.decision {
            Some((Decision::Approved, _)) => (Some("approved".to_owned()), None),
            Some((Decision::Refused(reason), _)) => (Some("refused".to_owned()), Some(reason.clone())),
            None => (None, None),
        };
        OutsideProofDto {
            id: row.id.0,
            person_id: row.person.0,
            name: row.name.full(),
            edition_id: row.edition.0,
            programme_id: row.programme.0,
            issuer: row.proof.issuer.clone(),
            number: row.proof.number.clone(),
            issued_on: row.proof.issued_on.map(|day| day.to_string()),
            file: row.file.clone(),
            sent_at: row.sent_at.rfc3339(),
            decision,
            reason,
        }
    }
}

/// Proofs.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutsideProofsDto {
    /// What waits, the oldest first, then what was decided, the newest first; of the caller's own all, the newest first.
    proofs: Vec<OutsideProofDto>,
}

/// The id of a proof.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutsideProofMadeDto {
    /// The proof.
    id: i64,
}

/// A decision about a proof.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct OutsideProofDecisionIn {
    /// `approve` or `refuse`.
    #[serde(default)]
    decision: String,
    /// Why it is refused.
    #[serde(default)]
    reason: String,
}

/// What an edition asks of those who enter it, for its administrators.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/entry-condition", tag = "entry",
    params(("edition" = i64, Path)),
    responses((status = 200, body = EntryConditionDto), (status = 404, body = ApiErrors)))]
pub async fn condition(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, sheet) = api.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
    Ok(ok(&EntryConditionDto { programme_id: sheet.programme.map(|programme| programme.0) }))
}

/// Sets what an edition asks of those who enter it.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/entry-condition", tag = "entry",
    params(("edition" = i64, Path)), request_body = EntryConditionDto,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn set_condition(api: Api, path: Path<i64>, Body(body): Body<EntryConditionDto>) -> Reply {
    let (id, programme) = (EditionId(path.into_inner()), body.programme_id.map(ProgrammeId));
    let set = move |w: &mut Write, me: &Actor, now: Moment| actions::set_condition(w, me, id, programme, now);
    api.write(Gate::Administrator, set).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The caller's own proofs.
#[utoipa::path(get, path = "/api/v1/my/outside-proofs", tag = "entry",
    responses((status = 200, body = OutsideProofsDto)))]
pub async fn own(api: Api) -> Reply {
    let now = api.web.now();
    let (_, own) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    Ok(ok(&OutsideProofsDto { proofs: own.proofs.iter().map(OutsideProofDto::new).collect() }))
}

/// How far the caller is on the way into an edition; 404 where nothing is asked.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/entry", tag = "entry", params(("edition" = i64, Path)),
    responses((status = 200, body = EntryWayDto), (status = 404, body = ApiErrors)))]
pub async fn entry(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (_, way) = api.read(Gate::SignedIn, move |r, me| actions::way(r, me, id, now)).await?;
    Ok(ok(&EntryWayDto::new(&way)))
}

/// Shows a proof of a course completed elsewhere.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/entry", tag = "entry", params(("edition" = i64, Path)),
    request_body = OutsideProofIn,
    responses((status = 201, body = OutsideProofMadeDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>, Body(body): Body<OutsideProofIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let file = body.file_id.map(|file| Enclosed::Sent(StoredFileId(file)));
    let draft = Draft { issuer: body.issuer, number: body.number, issued_on: body.issued_on };
    let show =
        move |w: &mut Write, me: &Actor, now: Moment| actions::show(w, me, id, (&draft, file.as_ref()), now);
    let (_, made) = api.write(Gate::SignedIn, show).await?;
    Ok(created(&OutsideProofMadeDto { id: made.0 }))
}

/// The proofs shown to the organisations that the caller administers.
#[utoipa::path(get, path = "/api/v1/outside-proofs", tag = "entry",
    responses((status = 200, body = OutsideProofsDto), (status = 403, body = ApiErrors)))]
pub async fn desk(api: Api) -> Reply {
    let (_, desk) = api.read(Gate::Administrator, actions::desk).await?;
    let proofs = desk.waiting.iter().chain(&desk.decided).map(OutsideProofDto::new).collect();
    Ok(ok(&OutsideProofsDto { proofs }))
}

/// Decides about a proof, once; never about one's own.
#[utoipa::path(post, path = "/api/v1/outside-proofs/{proof}/decisions", tag = "entry",
    params(("proof" = i64, Path)), request_body = OutsideProofDecisionIn,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn decide(api: Api, path: Path<i64>, Body(body): Body<OutsideProofDecisionIn>) -> Reply {
    let id = OutsideProofId(path.into_inner());
    let decide = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::decide(w, me, id, (body.decision.as_str(), body.reason.as_str()), now)
    };
    api.write(Gate::Administrator, decide).await?;
    Ok(HttpResponse::NoContent().finish())
}
