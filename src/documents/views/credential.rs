//! The digital credential of a document: what it is for, and its files.

use super::kind_key;
use crate::documents::store::DocumentRow;
use crate::kernel::{DocumentId, PublicId};
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Title, View, paths};
use serde::Serialize;

/// The forms of the file, each with its label and what it is for.
const FORMS: [(&str, &str, &str); 4] = [
    ("png", "credentials-file-png", "credentials-file-png-hint"),
    ("svg", "credentials-file-svg", "credentials-file-svg-hint"),
    ("json", "credentials-file-json", "credentials-file-json-hint"),
    ("jwt", "credentials-file-jwt", "credentials-file-jwt-hint"),
];

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CredentialPage {
    kind_key: String,
    number: String,
    valid: bool,
    files: Vec<FileLine>,
    picture_url: String,
    back_url: String,
    verify_url: String,
    signatures_url: String,
    verification_url: &'static str,
    keys_url: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct FileLine {
    url: String,
    label_key: &'static str,
    hint_key: &'static str,
}

impl CredentialPage {
    /// The page of a document, with the way back to where its reader comes from.
    pub fn new(row: &DocumentRow, own: bool) -> CredentialPage {
        CredentialPage::of((row.id, row.kind, &row.number), (row.live_key.is_some(), own), &row.public_id)
    }

    fn of(
        (id, kind, number): (DocumentId, DocumentKind, &str),
        (valid, own): (bool, bool),
        public_id: &PublicId,
    ) -> CredentialPage {
        let files = FORMS.into_iter().map(|(form, label_key, hint_key)| FileLine {
            url: paths::credential_file(id, form),
            label_key,
            hint_key,
        });
        CredentialPage {
            kind_key: kind_key(kind),
            number: number.to_owned(),
            valid,
            files: files.collect(),
            picture_url: paths::credential_file(id, "picture"),
            back_url: if own { paths::MY_DOCUMENTS.to_owned() } else { paths::document(id) },
            verify_url: paths::verification(public_id),
            signatures_url: paths::document_signatures(id),
            verification_url: paths::CREDENTIAL_VERIFICATION,
            keys_url: paths::ALL_KEYS,
        }
    }
}

impl View for CredentialPage {
    const TEMPLATE: &'static str = "pages/documents/credential";

    fn title(&self) -> Title {
        Title::key("credentials-title")
    }

    fn samples() -> Vec<Self> {
        let document = (DocumentId(1), DocumentKind::AdvancedTrainingCertificate, "УПК-2026/0042");
        let public_id = PublicId::from_random([1; 20]);
        vec![
            CredentialPage::of(document, (true, true), &public_id),
            CredentialPage::of(document, (false, false), &public_id),
        ]
    }
}
