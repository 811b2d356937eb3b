//! The pages of profiles, of the country of an organisation and of its licences.

mod licences;
mod organisation;
mod profile;

pub use licences::LicencesPage;
pub use organisation::OrganisationPage;
pub use profile::ProfilePage;

use super::actions::Shown;
use super::rules::Country;
use super::rules::kept::Fit;
use crate::kernel::{Word as _, dates};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The message that names a country.
pub fn country_key(country: Country) -> &'static str {
    match country {
        Country::Ru => "countries-name-ru",
        Country::Kz => "countries-name-kz",
    }
}

/// The profiles.
#[derive(Debug, Serialize)]
pub struct IndexPage {
    list_url: &'static str,
    countries: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    url: String,
    name_key: &'static str,
    shipped: bool,
    number: i32,
    /// Whether its kept file does not fit this program as it stands.
    trouble: bool,
    since: Option<String>,
}

impl IndexPage {
    /// The profiles in force.
    pub fn new(shown: &[Shown], reader: Reader) -> IndexPage {
        let line = |shown: &Shown| Line {
            url: paths::country(shown.profile.country.as_str()),
            name_key: country_key(shown.profile.country),
            shipped: shown.number == 0,
            number: shown.number,
            trouble: shown.fit != Fit::Whole,
            since: shown
                .versions
                .first()
                .map(|(row, _)| dates::date_and_time(reader.language, row.applied_at, reader.zone)),
        };
        IndexPage { list_url: paths::ORGANISATIONS, countries: shown.iter().map(line).collect() }
    }
}

impl View for IndexPage {
    const TEMPLATE: &'static str = "pages/countries/index";

    fn title(&self) -> Title {
        Title::key("countries-title")
    }

    fn samples() -> Vec<IndexPage> {
        let line = |country: Country, number| Line {
            url: paths::country(country.as_str()),
            name_key: country_key(country),
            shipped: number == 0,
            number,
            trouble: number > 0,
            since: (number > 0).then(|| "21 ноября 2026 г., 14:00".to_owned()),
        };
        vec![IndexPage {
            list_url: paths::ORGANISATIONS,
            countries: vec![line(Country::Ru, 0), line(Country::Kz, 3)],
        }]
    }
}
