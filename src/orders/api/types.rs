//! What the API says and takes.

use crate::kernel::{Fault, PersonName, Word as _};
use crate::orders::actions::{Cancelling, Desk, Shown, Version};
use crate::orders::rules::words::OrderKind;
use crate::orders::store::OrderRow;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// A draft to be begun.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BeginDto {
    /// `enrolment`, `commission`, `assessment_sheet`, `protocol`, `closing`, `expulsion`, `correction` or `cancellation`.
    pub(super) kind: String,
    /// Who is expelled.
    pub(super) enrolment_id: Option<i64>,
    /// Which paper is corrected or cancelled.
    pub(super) about_id: Option<i64>,
}

/// What a draft is to say.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DraftDto {
    /// The revision that was read.
    pub(super) revision: i32,
    /// The content, of the kind of the paper, in the form in which it is read.
    #[schema(value_type = Object)]
    pub(super) content: Value,
}

/// What is typed at signing.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SignatureDto {
    /// The revision that was read.
    pub(super) revision: i32,
    /// The date on the paper; today in the zone of the edition when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) dated: Option<NaiveDate>,
    /// A number out of a register kept elsewhere; the next of the series when it is left out.
    pub(super) number: Option<String>,
    /// The post of who signs an order; that of the head of the organisation when both are left out.
    pub(super) signatory_post: Option<String>,
    /// Initials and surname of who signs.
    pub(super) signatory_name: Option<String>,
    /// Why an unusual date is right.
    pub(super) despite: Option<String>,
}

/// A fault as a code with its arguments.
#[derive(Debug, Serialize, ToSchema)]
pub struct FaultDto {
    field: String,
    code: String,
    #[schema(value_type = Vec<Vec<String>>)]
    args: Vec<(String, String)>,
}

impl FaultDto {
    fn new(fault: &Fault) -> FaultDto {
        FaultDto { field: fault.field.clone(), code: fault.code.clone(), args: fault.args.clone() }
    }
}

/// A paper in the list of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperDto {
    id: i64,
    kind: &'static str,
    /// `draft`, `signed` or `cancelled`.
    state: &'static str,
    number: Option<String>,
    dated: Option<String>,
}

fn state(desk: &Desk, row: &OrderRow) -> &'static str {
    if row.is_draft() {
        "draft"
    } else if desk.group.standing.paper(row.id).is_some() {
        "signed"
    } else {
        "cancelled"
    }
}

impl PaperDto {
    fn new(desk: &Desk, row: &OrderRow) -> PaperDto {
        PaperDto {
            id: row.id.0,
            kind: row.kind.as_str(),
            state: state(desk, row),
            number: row.signed.number_text.clone(),
            dated: row.signed.dated.map(|date| date.to_string()),
        }
    }
}

/// A step of the trail.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepDto {
    kind: &'static str,
    done: bool,
    /// Why it cannot be taken yet.
    locked: Option<FaultDto>,
}

/// An exception that holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExceptionDto {
    id: i64,
    name: String,
    reason: String,
}

/// The trail of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrailDto {
    group_number: Option<String>,
    group_number_proposal: String,
    steps: Vec<StepDto>,
    papers: Vec<PaperDto>,
    /// Enrolments in no order of enrolment.
    unenrolled: Vec<i64>,
    exceptions: Vec<ExceptionDto>,
}

impl TrailDto {
    pub(super) fn new(desk: &Desk) -> TrailDto {
        let group = &desk.group;
        let step = |kind: OrderKind| StepDto {
            kind: kind.as_str(),
            done: group.standing.last(kind).is_some(),
            locked: group.locked(kind).as_ref().map(FaultDto::new),
        };
        let exceptions = desk.exceptions.iter();
        TrailDto {
            group_number: group.number.clone(),
            group_number_proposal: group.proposal.clone(),
            steps: OrderKind::STEPS.into_iter().map(step).collect(),
            papers: desk.orders.iter().map(|row| PaperDto::new(desk, row)).collect(),
            unenrolled: group.unenrolled().into_iter().map(|id| id.0).collect(),
            exceptions: exceptions
                .map(|one| ExceptionDto { id: one.id.0, name: one.name.clone(), reason: one.reason.clone() })
                .collect(),
        }
    }
}

/// What cancelling a paper undoes.
#[derive(Debug, Serialize, ToSchema)]
pub struct UndoneDto {
    /// `not_enrolled`, `no_commission`, `not_assessed`, `not_decided`, `studies_again`, `comes_back` or `reads_as_signed`.
    what: &'static str,
    /// Of an expulsion, whether the person comes back into the edition as things stand: `comes`, `there` (is in it),
    /// `left_otherwise`, `edition_over`, `edition_full` or `account_closed`.
    returns: Option<&'static str>,
}

impl UndoneDto {
    fn new(cancelling: &Cancelling) -> UndoneDto {
        let returns = cancelling.person.as_ref().map(|(_, back)| back.as_str());
        UndoneDto { what: cancelling.undone.as_str(), returns }
    }
}

/// A paper.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderDto {
    id: i64,
    edition_id: i64,
    kind: &'static str,
    /// `draft`, `signed` or `cancelled`.
    state: &'static str,
    revision: i32,
    about_id: Option<i64>,
    #[schema(value_type = Object)]
    content: Value,
    /// What stands against signing a draft.
    faults: Vec<FaultDto>,
    number: Option<String>,
    dated: Option<String>,
    despite: Option<String>,
    snapshot_sha256: Option<String>,
    /// SHA-256 of its PDF, once that is printed: soon after signing.
    pdf_sha256: Option<String>,
    code: Option<String>,
    /// What this cancellation undoes, or the one that cancelled this paper.
    undoes: Option<UndoneDto>,
    cancelled_by: Option<i64>,
    corrected_by: Vec<i64>,
    /// What it said at each revision, the newest first; the last fifty.
    versions: Vec<VersionDto>,
    pdf_path: String,
}

/// A version of a paper.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionDto {
    revision: i32,
    written_at: String,
    /// By whom; `null` where nobody is known.
    written_by: Option<String>,
    #[schema(value_type = Object)]
    content: Value,
}

impl VersionDto {
    fn new(version: &Version) -> VersionDto {
        VersionDto {
            revision: version.revision,
            written_at: version.at.rfc3339(),
            written_by: version.by.as_ref().map(PersonName::full),
            content: serde_json::to_value(&version.content).unwrap_or_default(),
        }
    }
}

impl OrderDto {
    pub(super) fn new(shown: &Shown) -> OrderDto {
        let row = &shown.row;
        OrderDto {
            id: row.id.0,
            edition_id: row.edition_id.0,
            kind: row.kind.as_str(),
            state: state(&shown.desk, row),
            revision: row.revision,
            about_id: row.about_id.map(|id| id.0),
            content: serde_json::to_value(&row.content.0).unwrap_or_default(),
            faults: shown.faults.iter().map(FaultDto::new).collect(),
            number: row.signed.number_text.clone(),
            dated: row.signed.dated.map(|date| date.to_string()),
            despite: row.signed.despite.clone(),
            snapshot_sha256: row.signed.snapshot_sha256.clone(),
            pdf_sha256: shown.pdf_sha256.clone(),
            code: row.signed.code.clone(),
            undoes: shown.cancelling.as_ref().map(UndoneDto::new),
            cancelled_by: shown.cancelled_by.as_ref().map(|row| row.id.0),
            corrected_by: shown.corrected_by.iter().map(|row| row.id.0).collect(),
            versions: shown.versions.iter().map(VersionDto::new).collect(),
            pdf_path: format!("/api/v1/orders/{}/pdf", row.id),
        }
    }
}
