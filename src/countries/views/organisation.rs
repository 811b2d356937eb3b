//! The country of an organisation.

use super::country_key;
use crate::countries::actions::OfOrganisation;
use crate::countries::rules::Country;
use crate::kernel::{Fault, OrganisationId, Word as _};
use crate::web::{Choice, Field, Say, Title, View, paths};
use serde::Serialize;

/// The country of an organisation.
#[derive(Debug, Serialize)]
pub struct OrganisationPage {
    name: String,
    organisation_url: String,
    list_url: &'static str,
    name_key: &'static str,
    profile_url: String,
    said: bool,
    may_change: bool,
    url: String,
    country: Field,
    choices: Vec<Choice>,
    fields: Vec<Field>,
}

impl OrganisationPage {
    /// The page for its reader.
    pub fn new(found: &OfOrganisation, faults: &[Fault], say: Say<'_>) -> OrganisationPage {
        let chosen = found.said.map(|country| country.as_str()).unwrap_or_default();
        let inherited = format!("{}: {}", say("countries-inherited"), say(country_key(found.inherited)));
        let own = Country::ALL
            .iter()
            .map(|country| Choice::new(country.as_str(), say(country_key(*country)), chosen));
        let country = Field::with_faults("country", chosen, faults);
        OrganisationPage {
            name: found.name.clone(),
            organisation_url: paths::organisation(found.organisation),
            list_url: paths::ORGANISATIONS,
            name_key: country_key(found.country),
            profile_url: paths::country(found.country.as_str()),
            said: found.said.is_some(),
            may_change: found.may_change,
            url: paths::organisation_country(found.organisation),
            choices: std::iter::once(Choice::new("", inherited, chosen)).chain(own).collect(),
            fields: [country.clone()].into_iter().filter(|one| !one.faults.is_empty()).collect(),
            country,
        }
    }
}

impl View for OrganisationPage {
    const TEMPLATE: &'static str = "pages/countries/organisation";

    fn title(&self) -> Title {
        Title::key("countries-of-title")
    }

    fn samples() -> Vec<OrganisationPage> {
        let found = |said, may_change| OfOrganisation {
            organisation: OrganisationId(1),
            name: "«Бірге үйренеміз» орталығы".into(),
            said,
            country: Country::Kz,
            inherited: Country::Ru,
            may_change,
        };
        let say: Say<'_> = &|key: &str| key.to_owned();
        let fault = [Fault::new("country", "unknown")];
        vec![
            OrganisationPage::new(&found(Some(Country::Kz), true), &[], say),
            OrganisationPage::new(&found(None, true), &fault, say),
            OrganisationPage::new(&found(None, false), &[], say),
        ]
    }
}
