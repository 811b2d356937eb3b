//! The digital credential of a document, for its holder and for administrators. Every look at it is written down.

use super::{papers, reading};
use crate::audit::{self, Entry};
use crate::credentials::actions::StatusRow;
use crate::credentials::actions::signing::settle;
use crate::credentials::rules::facts::CredentialFacts;
use crate::db::Write;
use crate::documents::rules::credential::facts;
use crate::documents::store::DocumentRow;
use crate::kernel::{Actor, DocumentId, Moment, Problem};
use crate::secrets::Secrets;
use serde_json::json;

/// A document about to be signed.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The document.
    pub row: DocumentRow,
    /// What its credential says.
    pub facts: CredentialFacts,
    /// Where its status stands.
    pub status: StatusRow,
}

/// What is needed to sign the credential of a document. It takes its place in the lists of statuses now where it was
/// issued before there were any.
///
/// # Errors
/// `NotFound` for everybody but its holder and the administrators of the organisation that issued it.
pub fn ask(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (id, form): (DocumentId, &'static str),
    now: Moment,
) -> Result<Asked, Problem> {
    let row = reading::readable(w, actor, id)?;
    let snapshot = papers::snapshot(&row)?;
    let revoked_at = row.revocation.as_ref().map(|revocation| revocation.revoked_at);
    // What a duplicate has replaced was revoked without a reason of its own.
    let ended = revoked_at.or_else(|| row.live_key.is_none().then_some(now));
    let status = settle(w, (&row.public_id, ended), secrets, now)?;
    let salt = salt(secrets, row.public_id.as_str());
    let entry = Entry {
        action: "document-credential-taken",
        subject: ("document", id.0),
        before: None,
        after: Some(json!({ "number": row.number, "form": form })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(Asked { facts: facts(&snapshot, &row.public_id, salt), status, row })
}

/// The salt of a document: 16 letters that nobody else can tell, always the same.
fn salt(secrets: &Secrets, public_id: &str) -> String {
    secrets.seal("credential-salt", public_id).chars().take(16).collect()
}
