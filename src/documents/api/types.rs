//! What the API says and hears of documents.

use crate::api::ApiError;
use crate::documents::actions::blanks::OnBlanks;
use crate::documents::actions::reading::Shown;
use crate::documents::actions::{Candidate, Desk, Verdict};
use crate::documents::rules::choosing::KindChoice;
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::store::{DocumentRow, IssuedRow};
use crate::kernel::{Fault, Language, PersonName, Word as _};
use crate::render::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who of an edition may be issued a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskDto {
    /// The kind of paper the rest is about.
    kind: String,
    /// Every kind of paper of a course, with what stands against it.
    kinds: Vec<KindDto>,
    /// The earliest date on a document: the last day of the edition.
    not_before: String,
    /// The last day on which a document issued today holds; left out for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
    /// What keeps everybody from being issued anything.
    blocked: Vec<ApiError>,
    /// Everybody who was not withdrawn; for a paper about a part of the course those too.
    people: Vec<VerdictDto>,
}

/// A kind of paper.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindDto {
    kind: String,
    /// Whether it may be issued.
    allowed: bool,
    /// The rules against it.
    rules: Vec<ApiError>,
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
        let kind = |choice: &KindChoice| KindDto {
            kind: choice.kind.as_str().to_owned(),
            allowed: choice.faults.is_empty(),
            rules: errors(&choice.faults, words, language),
        };
        DeskDto {
            kind: desk.grounds.kind.as_str().to_owned(),
            kinds: desk.kinds.iter().map(kind).collect(),
            not_before: desk.edition.ends_on.to_string(),
            valid_until: desk.valid_until().map(|until| until.to_string()),
            blocked: errors(&desk.blocked, words, language),
            people: desk.people.iter().map(|one| VerdictDto::new(one, words, language)).collect(),
        }
    }
}

/// Whom to issue documents to.
#[derive(Debug, Deserialize, ToSchema)]
pub struct IssueDto {
    /// Which paper, as the desk names it; the programme's own when it is left out.
    pub(super) kind: Option<String>,
    /// Enrolments of the edition.
    pub(super) enrolments: Vec<i64>,
    /// The date on the documents; today in the zone of the edition when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) issued_on: Option<NaiveDate>,
    /// Why documents are issued although less was held than the programme has, where attendance is judged by what was
    /// held. Without it that is refused.
    pub(super) despite: Option<String>,
    /// A number typed by hand, for one person; the next of the register when it is left out.
    pub(super) number: Option<String>,
    /// The qualification or activity a diploma gives the right to; a diploma needs one.
    pub(super) qualification: Option<String>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedDto {
    /// New documents.
    pub(super) issued: Vec<OfEnrolment>,
    /// People who had a valid document already and keep it.
    pub(super) kept: Vec<OfEnrolment>,
    /// Who was first where documents are kept.
    pub(super) kept_by: Option<FirstDto>,
}

/// Who issued first, and when.
#[derive(Debug, Serialize, ToSchema)]
pub struct FirstDto {
    pub(super) name: String,
    pub(super) at: String,
}

/// The document of an enrolment.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfEnrolment {
    pub(super) enrolment_id: i64,
    pub(super) document: BriefDto,
}

/// A document with what it prints. What belongs to a course is absent on papers without one.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentDto {
    id: i64,
    number: String,
    kind: String,
    holder: String,
    /// The name in Russian letters, where it is spelled apart.
    spelling: Option<String>,
    programme: Option<String>,
    hours: Option<i32>,
    programme_content_hash: Option<String>,
    studied_from: Option<String>,
    studied_to: Option<String>,
    issuer: String,
    issued_on: String,
    issued_at: String,
    /// From when until when it holds, where it confirms authority.
    valid_from: Option<String>,
    valid_until: Option<String>,
    /// `valid`, `replaced` or `revoked`.
    status: &'static str,
    revoked_at: Option<String>,
    revocation_reason: Option<String>,
    /// As what it came in the place of another: `duplicate`, `correction`, `name_change` or `replacement`.
    relation: Option<&'static str>,
    replaces_id: Option<i64>,
    replaces_number: Option<String>,
    /// Why it came in the place of another.
    replacement_grounds: Option<String>,
    /// Series and number of the blank it stands on now.
    blank: Option<String>,
    /// Blanks it stood on before, which are spoiled: the paper as it was printed the first time may name one of them.
    spoiled_blanks: Vec<String>,
    snapshot_sha256: String,
    /// Of the paper; absent while it is being printed.
    pdf_sha256: Option<String>,
    verification_url: Option<String>,
    pdf_path: String,
    /// Why it was issued although less was held than its programme has; for administrators, on the document itself.
    issued_despite: Option<DespiteDto>,
    /// Why its paper cannot be printed, while it is not; for administrators, on the document itself.
    print_failure: Option<PrintFailureDto>,
    /// With what it is printed instead of its own version of the template; for administrators, on the document itself.
    print_choice: Option<PrintChosenDto>,
}

/// That the template of an organisation could not be printed with a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintFailureDto {
    /// The version of the template.
    template: i64,
    /// When that was seen first.
    at: String,
    /// What the template said, each with file and line.
    faults: Vec<ApiError>,
    /// What it can be printed with instead, beside `program`; empty once that is chosen.
    versions: Vec<i64>,
}

/// With what a document is printed instead of its own version of the template.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintChosenDto {
    /// The version; `null` for the paper of the program.
    template: Option<i64>,
    reason: String,
    at: String,
    by: Option<String>,
}

/// Printing a document with another version of its template.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PrintChoiceDto {
    /// A version of the same template, or `program`.
    #[serde(default)]
    pub(super) template: String,
    /// Why.
    #[serde(default)]
    pub(super) reason: String,
}

/// Why a document was issued although less was held than its programme has.
#[derive(Debug, Serialize, ToSchema)]
pub struct DespiteDto {
    reason: String,
    held_minutes: i32,
    planned_minutes: i32,
    accepted_at: String,
    /// By whom; `null` where nobody is known.
    accepted_by: Option<String>,
}

impl DocumentDto {
    /// The same with what only administrators are told.
    pub(super) fn whole(shown: &Shown, words: &Words, language: Language) -> DocumentDto {
        let despite = shown.shortfall.as_ref().map(|short| DespiteDto {
            reason: short.reason.clone(),
            held_minutes: short.held.0,
            planned_minutes: short.planned.0,
            accepted_at: short.accepted_at.rfc3339(),
            accepted_by: short.accepted_by.and_then(|id| shown.names.get(&id)).map(PersonName::full),
        });
        let known = DocumentDto::new((&shown.row, &shown.snapshot), &shown.blanks, language);
        let printing = &shown.printing;
        let print_failure = printing.failure.as_ref().map(|failure| PrintFailureDto {
            template: failure.version.0,
            at: failure.at.rfc3339(),
            faults: errors(&failure.faults, words, language),
            versions: printing.versions.iter().flatten().map(|one| one.version.0).collect(),
        });
        let print_choice = printing.choice.as_ref().map(|(choice, _)| PrintChosenDto {
            template: choice.version.map(|id| id.0),
            reason: choice.reason.clone(),
            at: choice.at.rfc3339(),
            by: choice.by.and_then(|id| shown.names.get(&id)).map(PersonName::full),
        });
        DocumentDto { issued_despite: despite, print_failure, print_choice, ..known }
    }

    pub(super) fn new(
        (row, snapshot): (&DocumentRow, &Snapshot),
        blanks: &OnBlanks,
        language: Language,
    ) -> DocumentDto {
        let (revocation, period) = (row.revocation.as_ref(), snapshot.period());
        let (course, replaces) = (snapshot.course.as_ref(), snapshot.replaces.as_ref());
        DocumentDto {
            id: row.id.0,
            number: row.number.clone(),
            kind: row.kind.as_str().to_owned(),
            holder: snapshot.holder.full(),
            spelling: snapshot.spelling.as_ref().map(|name| name.full()),
            programme: snapshot.programme().map(|title| title.for_reader(language).to_owned()),
            hours: snapshot.hours().map(|hours| hours.0),
            programme_content_hash: course.map(|course| course.taught.content_hash.clone()),
            studied_from: period.map(|(from, _)| from.to_string()),
            studied_to: period.map(|(_, to)| to.to_string()),
            issuer: snapshot.issuer.name.clone(),
            issued_on: row.issued_on.to_string(),
            issued_at: row.issued_at.rfc3339(),
            valid_from: snapshot.valid.map(|(from, _)| from.to_string()),
            valid_until: snapshot.valid.map(|(_, until)| until.to_string()),
            status: row.standing().as_str(),
            revoked_at: revocation.map(|revocation| revocation.revoked_at.rfc3339()),
            revocation_reason: revocation.map(|revocation| revocation.reason.clone()),
            relation: row.relation.map(|relation| relation.as_str()),
            replaces_id: row.replaces_id.map(|id| id.0),
            replaces_number: replaces.map(|replaced| replaced.number.clone()),
            replacement_grounds: replaces.map(|replaced| replaced.grounds.clone()),
            blank: blanks.stands.clone(),
            spoiled_blanks: blanks.spoiled.clone(),
            snapshot_sha256: row.snapshot_sha256.clone(),
            pdf_sha256: row.pdf_sha256.clone(),
            verification_url: snapshot.verify_url.clone(),
            pdf_path: format!("/api/v1/documents/{}/pdf", row.id),
            issued_despite: None,
            print_failure: None,
            print_choice: None,
        }
    }
}

/// Issuing another document in the place of one.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReplacementDto {
    /// `duplicate`, `correction`, `name_change` or `replacement`.
    #[serde(default)]
    pub(super) relation: String,
    /// Why: the application, the mistake, the certificate of the new name.
    #[serde(default)]
    pub(super) grounds: String,
    /// The date on the new document; today when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) issued_on: Option<NaiveDate>,
    /// A number typed by hand; the next of the register when it is left out.
    pub(super) number: Option<String>,
}

/// Why a document is revoked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RevocationDto {
    /// From 3 to 1000 characters.
    #[serde(default)]
    pub(super) reason: String,
}
