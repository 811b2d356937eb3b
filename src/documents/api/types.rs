//! What the API says and hears of documents.

use crate::api::ApiError;
use crate::documents::actions::{Candidate, Desk, Verdict};
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::store::{DocumentRow, IssuedRow};
use crate::kernel::{Fault, Language};
use crate::programmes::rules::words::Word as _;
use crate::render::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    pub(super) fn new(row: &IssuedRow) -> BriefDto {
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
    pub(super) fn new(one: &Candidate, words: &Words, language: Language) -> VerdictDto {
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
    pub(super) fn new(desk: &Desk, words: &Words, language: Language) -> DeskDto {
        DeskDto {
            kind: desk.grounds.kind.as_str().to_owned(),
            not_before: desk.edition.ends_on.to_string(),
            blocked: errors(&desk.blocked, words, language),
            people: desk.people.iter().map(|one| VerdictDto::new(one, words, language)).collect(),
        }
    }
}

/// Whom to issue documents to.
#[derive(Debug, Deserialize, ToSchema)]
pub struct IssueDto {
    /// Enrolments of the edition.
    pub(super) enrolments: Vec<i64>,
    /// The date on the documents; today in the zone of the edition when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) issued_on: Option<NaiveDate>,
    /// Why documents are issued although less was held than the programme has, where attendance is judged by what was
    /// held. Without it that is refused.
    pub(super) despite: Option<String>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedDto {
    /// New documents.
    pub(super) issued: Vec<OfEnrolment>,
    /// People who had a valid document already and keep it.
    pub(super) kept: Vec<OfEnrolment>,
}

/// The document of an enrolment.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfEnrolment {
    pub(super) enrolment_id: i64,
    pub(super) document: BriefDto,
}

pub(super) fn status(revoked: bool) -> &'static str {
    if revoked { "revoked" } else { "valid" }
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
    pub(super) fn new(row: &DocumentRow, snapshot: &Snapshot, language: Language) -> DocumentDto {
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

/// Why a document is revoked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RevocationDto {
    /// At least ten characters.
    #[serde(default)]
    pub(super) reason: String,
}
