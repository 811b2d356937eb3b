//! The consent to be named in public, with its history.

use crate::identities::actions::consents::Consents;
use crate::identities::rules::consent::{Method, Purpose, VERSION};
use crate::identities::store::consents::ConsentRow;
use crate::kernel::{Fault, Language, Moment, PersonId, PersonName, PublicNameConsentId, dates};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct ConsentPage {
    full_name: String,
    own: bool,
    back_url: String,
    text: String,
    version: &'static str,
    given: Option<String>,
    give_url: String,
    withdrawal_url: String,
    agrees: Field,
    fields: Vec<Field>,
    history: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    version: String,
    method_key: &'static str,
    given: String,
    withdrawn: Option<String>,
    text: String,
    lang: &'static str,
    sha256: String,
}

impl ConsentPage {
    /// The page for its reader, with the text of the consent in their language.
    pub fn new(found: &Consents, text: &str, faults: &[Fault], reader: Reader) -> ConsentPage {
        let at = |moment| dates::date_and_time(reader.language, moment, reader.zone);
        let agrees = Field::with_faults("agrees", "", faults);
        let line = |row: &ConsentRow| Line {
            version: row.text_version.clone(),
            method_key: match row.method {
                Method::Page => "identities-method-page",
                Method::Api => "identities-method-api",
            },
            given: at(row.given_at),
            withdrawn: row.withdrawn_at.map(at),
            text: row.text.clone(),
            lang: row.language.tag(),
            sha256: row.text_sha256.clone(),
        };
        ConsentPage {
            full_name: found.name.full(),
            own: found.own,
            back_url: paths::person_identity(found.person),
            text: text.to_owned(),
            version: VERSION,
            given: found.present().map(|row| at(row.given_at)),
            give_url: paths::public_name(found.person),
            withdrawal_url: paths::public_name_withdrawal(found.person),
            fields: [agrees.clone()].into_iter().filter(|field| !field.faults.is_empty()).collect(),
            agrees,
            history: found.rows.iter().map(line).collect(),
        }
    }
}

impl View for ConsentPage {
    const TEMPLATE: &'static str = "pages/identities/consent";

    fn title(&self) -> Title {
        Title::key("identities-public-title")
    }

    fn samples() -> Vec<ConsentPage> {
        let at = Moment::from_utc(chrono::NaiveDateTime::default());
        let row = |id, withdrawn| ConsentRow {
            id: PublicNameConsentId(id),
            text_version: VERSION.to_owned(),
            text_sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            text: "Я согласен".into(),
            language: Language::Ru,
            purpose: Purpose::DocumentVerification,
            method: if withdrawn { Method::Api } else { Method::Page },
            given_at: at,
            withdrawn_at: withdrawn.then_some(at),
        };
        let consents = |own, rows| Consents {
            person: PersonId(7),
            name: PersonName::new("Ким", "Анна", None),
            own,
            rows,
        };
        let fault = [Fault::new("agrees", "identity-consent")];
        let page = |consents: &Consents, faults: &[Fault]| {
            ConsentPage::new(consents, "Я согласен", faults, Reader::sample())
        };
        vec![
            page(&consents(true, Vec::new()), &[]),
            page(&consents(true, vec![row(1, true)]), &fault),
            page(&consents(true, vec![row(2, false), row(1, true)]), &[]),
            page(&consents(false, vec![row(2, false)]), &[]),
            page(&consents(false, Vec::new()), &[]),
        ]
    }
}
