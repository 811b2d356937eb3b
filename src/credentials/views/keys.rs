//! The keys of the installation and its organisations, for the site's administrators.

use crate::credentials::actions::keys::did_of;
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::store::{IssuerRow, KeyRow};
use crate::kernel::{
    CredentialIssuerId, CredentialKeyId, Fault, Moment, OrganisationId, Problem, PublicId, dates,
};
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct KeysPage {
    fields: Vec<Field>,
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
    /// Since when nothing it signed is believed; empty for a key that stands.
    withdrawn: String,
    why: String,
    /// Where a key that stands is withdrawn.
    withdrawal_url: Option<String>,
    reason: Field,
}

/// What was typed about a key, and what is wrong with it.
pub type Typed<'a> = Option<(CredentialKeyId, &'a Form, &'a Problem)>;

impl KeysPage {
    /// The page for its reader.
    pub fn new(
        shelf: &[(IssuerRow, Option<String>, Vec<KeyRow>)],
        public_url: &str,
        typed: Typed<'_>,
        reader: &Reader,
    ) -> KeysPage {
        let issuers: Vec<IssuerView> = shelf
            .iter()
            .map(|(issuer, name, keys)| IssuerView {
                anchor: format!("issuer-{}", issuer.id),
                name: name.clone().unwrap_or_default(),
                did: did_of(public_url, issuer),
                document_url: match &issuer.public_id {
                    Some(public_id) => paths::organisation_keys(public_id),
                    None => paths::SITE_KEYS.to_owned(),
                },
                keys: keys.iter().map(|key| KeyView::new(key, keys, typed, reader)).collect(),
                rotation_url: paths::credential_rotation(issuer.id),
            })
            .collect();
        let reasons = issuers.iter().flat_map(|issuer| issuer.keys.iter().map(|key| &key.reason));
        KeysPage {
            fields: reasons.filter(|field| !field.faults.is_empty()).cloned().collect(),
            issuers,
            all_url: paths::ALL_KEYS,
            verification_url: paths::CREDENTIAL_VERIFICATION,
        }
    }
}

impl KeyView {
    fn new(key: &KeyRow, all: &[KeyRow], typed: Typed<'_>, reader: &Reader) -> KeyView {
        let stands = |one: &KeyRow| one.withdrawn_at.is_none();
        let newer =
            |other: &KeyRow| other.algorithm == key.algorithm && other.number > key.number && stands(other);
        let reason = match typed.filter(|(id, ..)| *id == key.id) {
            Some((_, form, problem)) => Field::typed("reason", form, problem),
            None => Field::empty("reason"),
        };
        let date = |at: Moment| dates::date(reader.language, at.date_in(reader.zone));
        KeyView {
            algorithm_key: match key.algorithm {
                Algorithm::Ed25519 => "credentials-algorithm-ed25519",
                Algorithm::Rsa => "credentials-algorithm-rsa",
            },
            fragment: key.fragment.clone(),
            since: date(key.created_at),
            current: stands(key) && !all.iter().any(newer),
            withdrawn: key.withdrawn_at.map(date).unwrap_or_default(),
            why: key.reason.clone().unwrap_or_default(),
            withdrawal_url: stands(key).then(|| paths::credential_key_withdrawal(key.id)),
            // Several stand on the page.
            reason: Field { id: format!("field-reason-{}", key.id), ..reason },
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
            withdrawn_at: None,
            reason: None,
        };
        let gone = KeyRow {
            withdrawn_at: Some(Moment::from_utc(Default::default())),
            reason: Some("Ключ попал в чужие руки".to_owned()),
            ..key(3, Algorithm::Ed25519)
        };
        let keys = vec![gone, key(2, Algorithm::Ed25519), key(1, Algorithm::Ed25519), key(1, Algorithm::Rsa)];
        let shelf =
            vec![(issuer(1), None, Vec::new()), (issuer(2), Some("Учебный центр «Бірге»".to_owned()), keys)];
        let form = Form::of(&[("reason", "да")]);
        let short = Fault::new("reason", "document-reason-short").with("limit", 3);
        let problem = Problem::invalid(vec![short]);
        let wrong = (CredentialKeyId(2), &form, &problem);
        vec![
            KeysPage::new(&shelf, "https://birge.example", None, &Reader::sample()),
            KeysPage::new(&shelf, "https://birge.example", Some(wrong), &Reader::sample()),
            KeysPage::new(&[], "https://birge.example", None, &Reader::sample()),
        ]
    }
}
