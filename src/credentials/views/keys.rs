//! The keys of the installation and its organisations, for the site's administrators.

use crate::credentials::actions::keys::did_of;
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::store::{IssuerRow, KeyRow};
use crate::kernel::{CredentialIssuerId, CredentialKeyId, Moment, OrganisationId, PublicId, dates};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct KeysPage {
    issuers: Vec<IssuerView>,
    all_url: &'static str,
    verification_url: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct IssuerView {
    anchor: String,
    /// The organisation; empty for the installation itself.
    name: String,
    did: String,
    document_url: String,
    keys: Vec<KeyView>,
    rotation_url: String,
}

#[derive(Debug, Clone, Serialize)]
struct KeyView {
    algorithm_key: &'static str,
    fragment: String,
    since: String,
    current: bool,
}

impl KeysPage {
    /// The page for its reader.
    pub fn new(
        shelf: &[(IssuerRow, Option<String>, Vec<KeyRow>)],
        public_url: &str,
        reader: &Reader,
    ) -> KeysPage {
        let issuers = shelf.iter().map(|(issuer, name, keys)| IssuerView {
            anchor: format!("issuer-{}", issuer.id),
            name: name.clone().unwrap_or_default(),
            did: did_of(public_url, issuer),
            document_url: match &issuer.public_id {
                Some(public_id) => paths::organisation_keys(public_id),
                None => paths::SITE_KEYS.to_owned(),
            },
            keys: keys.iter().map(|key| KeyView::new(key, keys, reader)).collect(),
            rotation_url: paths::credential_rotation(issuer.id),
        });
        KeysPage {
            issuers: issuers.collect(),
            all_url: paths::ALL_KEYS,
            verification_url: paths::CREDENTIAL_VERIFICATION,
        }
    }
}

impl KeyView {
    fn new(key: &KeyRow, all: &[KeyRow], reader: &Reader) -> KeyView {
        let newer = |other: &KeyRow| other.algorithm == key.algorithm && other.number > key.number;
        KeyView {
            algorithm_key: match key.algorithm {
                Algorithm::Ed25519 => "credentials-algorithm-ed25519",
                Algorithm::Rsa => "credentials-algorithm-rsa",
            },
            fragment: key.fragment.clone(),
            since: dates::date(reader.language, key.created_at.date_in(reader.zone)),
            current: !all.iter().any(newer),
        }
    }
}

impl View for KeysPage {
    const TEMPLATE: &'static str = "pages/credentials/keys";

    fn title(&self) -> Title {
        Title::key("credentials-keys-title")
    }

    fn samples() -> Vec<Self> {
        let issuer = |id: i64| IssuerRow {
            id: CredentialIssuerId(id),
            organisation_id: (id > 1).then_some(OrganisationId(id)),
            public_id: (id > 1).then(|| PublicId::from_random([3; 20])),
        };
        let key = |number: i32, algorithm| KeyRow {
            id: CredentialKeyId(i64::from(number)),
            issuer_id: CredentialIssuerId(2),
            algorithm,
            number,
            fragment: format!("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ{number}"),
            public_key: String::new(),
            sealed: String::new(),
            created_at: Moment::from_utc(Default::default()),
        };
        let keys = vec![key(2, Algorithm::Ed25519), key(1, Algorithm::Ed25519), key(1, Algorithm::Rsa)];
        let shelf =
            vec![(issuer(1), None, Vec::new()), (issuer(2), Some("Учебный центр «Бірге»".to_owned()), keys)];
        vec![
            KeysPage::new(&shelf, "https://birge.example", &Reader::sample()),
            KeysPage::new(&[], "https://birge.example", &Reader::sample()),
        ]
    }
}
