//! Addresses of the room `credentials`.

use crate::kernel::{CredentialIssuerId, CredentialKeyId, DocumentId, PublicId};

/// The keys of the installation itself (did:web).
pub const SITE_KEYS: &str = "/.well-known/did.json";
/// The keys of all issuers in one file.
pub const ALL_KEYS: &str = "/credentials/keys.json";
/// Verifying anybody's credential (GET shows the form, POST verifies).
pub const CREDENTIAL_VERIFICATION: &str = "/credentials/verification";
/// The keys, for the site's administrators.
pub const CREDENTIAL_KEYS: &str = "/credentials/keys";

with_ids! {
    /// The keys of an organisation (did:web).
    organisation_keys(organisation: &PublicId) = "/organisations/{organisation}/did.json";
    /// A list of statuses, signed.
    status_list(number: i32) = "/credentials/status-lists/{number}";
    /// A new key for an issuer (POST).
    credential_rotation(issuer: CredentialIssuerId) = "/credentials/issuers/{issuer}/rotations";
    /// A key that has leaked is withdrawn (POST).
    credential_key_withdrawal(key: CredentialKeyId) = "/credentials/keys/{key}/withdrawal";
    /// The digital credential of a document, and its files.
    credential(document: DocumentId) = "/documents/{document}/credential";
}

/// A file of a document's credential: `json`, `jwt`, `png` or `svg`.
pub fn credential_file(document: DocumentId, form: &str) -> String {
    format!("{}/{form}", credential(document))
}
