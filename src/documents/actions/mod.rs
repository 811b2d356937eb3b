//! What is done with documents: who is ready, issuing, revoking, reading, printing.

pub mod desk;
pub mod issuing;
pub mod papers;
pub mod reading;

use super::rules;
use super::store::{self, DocumentRow, Which};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::kernel::{Actor, DocumentId, Moment, Problem, ProblemCode};
use serde_json::json;

pub use desk::{Candidate, Desk, Verdict, desk};
pub use issuing::{Issued, Issuing, Tools, issue};

/// Revokes a document, for the administrators of the organisation that issued it. Another may be issued in its
/// place, under a new number.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` without a reason that explains;
/// `AlreadyRevoked` the second time.
pub fn revoke(
    w: &mut Write,
    actor: &Actor,
    id: DocumentId,
    reason: &str,
    now: Moment,
) -> Result<DocumentRow, Problem> {
    let row = reading::administered(w, actor, id)?;
    if row.revocation.is_some() {
        return Err(Problem::new(ProblemCode::AlreadyRevoked));
    }
    let reason = rules::reason(reason)?;
    store::revoke(w, id, &reason, actor.person, now)?;
    let entry = Entry {
        action: "document-revoked",
        subject: ("document", id.0),
        before: Some(json!({ "number": row.number, "status": "valid" })),
        after: Some(json!({ "number": row.number, "status": "revoked", "reason": reason })),
    };
    audit::record(w, actor, now, entry)?;
    store::documents(w, Which::One(id))?.pop().ok_or_else(Problem::not_found)
}
