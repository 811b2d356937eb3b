//! What is done with documents: who is ready, issuing, replacing, revoking, reading, printing.

pub mod blanks;
mod candidates;
pub mod credential;
pub mod desk;
mod entering;
pub mod handing;
pub mod issuing;
pub mod letters;
pub mod papers;
pub mod printing;
pub mod reading;
pub mod register;
pub mod reminding;
pub mod replacing;
pub mod sampling;
pub mod tally;
pub mod unprinted;
pub mod verifying;

use super::rules;
use super::rules::Standing;
use super::store::{self, DocumentRow, Which};
use crate::audit::{self, Entry};
use crate::credentials::actions as credentials;
use crate::db::Write;
use crate::kernel::{Actor, DocumentId, Fault, Moment, Problem, ProblemCode, Word as _};
use serde_json::json;

pub use desk::{Candidate, Desk, Verdict, Wanted, desk, desk_for, desk_of};
pub use entering::{PRINT_JOB, Tools};
pub use issuing::{Issued, Issuing, MOST_AT_ONCE, issue};
pub use letters::{LetterAsk, issue_letter, issue_letters, sample_letter};
pub use replacing::{Replacing, replace};

/// Revokes a document, for the administrators of the organisation that issued it. Another may be issued in its
/// place, under a new number. Its credential is revoked with it.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` without a reason that explains, and for a document that
/// another has replaced; `AlreadyRevoked` the second time.
pub fn revoke(
    w: &mut Write,
    actor: &Actor,
    id: DocumentId,
    reason: &str,
    now: Moment,
) -> Result<DocumentRow, Problem> {
    let row = reading::administered(w, actor, id)?;
    if row.standing() == Standing::Revoked {
        return Err(Problem::new(ProblemCode::AlreadyRevoked));
    }
    let reason = rules::reason(reason)?;
    if row.standing() == Standing::Replaced {
        let fault = Fault::new("reason", "document-replaced-already").with("number", &row.number);
        return Err(Problem::invalid(vec![fault]));
    }
    store::revoke(w, id, &reason, actor.person, now)?;
    credentials::revoke(w, &row.public_id, now)?;
    let entry = Entry {
        action: "document-revoked",
        subject: ("document", id.0),
        before: Some(json!({ "number": row.number, "status": Standing::Valid.as_str() })),
        after: Some(json!({ "number": row.number, "status": Standing::Revoked.as_str() })),
    };
    audit::record(w, actor, now, entry)?;
    store::documents(w, Which::One(id))?.pop().ok_or_else(Problem::not_found)
}
