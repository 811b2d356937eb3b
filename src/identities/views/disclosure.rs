//! What lies encrypted, shown once to somebody whose look is written down.

use crate::identities::rules::{Identity, Snils};
use crate::kernel::{Language, PersonId, PersonName, dates};
use crate::web::{Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct DisclosurePage {
    full_name: String,
    back_url: String,
    born_on: Option<String>,
    snils: Option<String>,
    iin: Option<String>,
    passport: Option<String>,
}

impl DisclosurePage {
    /// The secrets of a person.
    pub fn new(name: &PersonName, identity: &Identity, reader: Language) -> DisclosurePage {
        DisclosurePage {
            full_name: name.full(),
            back_url: paths::person_identity(identity.basics.person),
            born_on: identity.born_on.map(|day| dates::date(reader, day)),
            snils: identity.snils.as_ref().map(Snils::to_string),
            iin: identity.iin.as_ref().map(|iin| iin.digits().to_owned()),
            passport: identity.passport.clone(),
        }
    }
}

impl View for DisclosurePage {
    const TEMPLATE: &'static str = "pages/identities/disclosure";

    fn title(&self) -> Title {
        Title::key("identities-disclosure-title")
    }

    fn samples() -> Vec<DisclosurePage> {
        let page = |there: bool| DisclosurePage {
            full_name: "Құрманғазы Әлия Серікқызы".into(),
            back_url: paths::person_identity(PersonId(7)),
            born_on: there.then(|| "15 марта 1990 г.".into()),
            snils: there.then(|| "112-233-445 95".into()),
            iin: there.then(|| "900315400126".into()),
            passport: there.then(|| "4510 123456".into()),
        };
        vec![page(true), page(false)]
    }
}
