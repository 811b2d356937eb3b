//! The pages of profiles, and of the country of an organisation.

use super::actions::{OfOrganisation, Shown};
use super::rules::{Country, Difference, KindRule, shipped};
use crate::kernel::{Fault, Language, OrganisationId, Problem, Word, dates};
use crate::web::{Choice, Field, Reader, Say, Title, View, paths};
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
            since: (number > 0).then(|| "21 ноября 2026 г., 14:00".to_owned()),
        };
        vec![IndexPage {
            list_url: paths::ORGANISATIONS,
            countries: vec![line(Country::Ru, 0), line(Country::Kz, 3)],
        }]
    }
}

/// A profile: what it holds, what it was before, and the form that puts another one in force.
#[derive(Debug, Serialize)]
pub struct ProfilePage {
    index_url: &'static str,
    name_key: &'static str,
    shipped: bool,
    number: i32,
    hour: i32,
    languages: Vec<&'static str>,
    study_days: i64,
    federal: Option<FederalLine>,
    kinds: Vec<Kind>,
    versions: Vec<Version>,
    file_url: String,
    may_change: bool,
    look_url: String,
    apply_url: String,
    file: Field,
    text: Field,
    fields: Vec<Field>,
    looked: bool,
    changes: Vec<Difference>,
}

#[derive(Debug, Serialize)]
struct FederalLine {
    days: i64,
    rows: usize,
}

#[derive(Debug, Serialize)]
struct Kind {
    name: String,
    programme_keys: Vec<String>,
    fewest: Option<i32>,
    most: Option<i32>,
    licence: bool,
    education: bool,
    assessment_key: String,
    trail: bool,
    prefix: String,
    retention: String,
    basis: Option<String>,
}

#[derive(Debug, Serialize)]
struct Version {
    number: i32,
    when: String,
    who: Option<String>,
    sha256: String,
}

impl Kind {
    fn new(rule: &KindRule, reader: Language) -> Kind {
        let key = |word: &str| word.replace('_', "-");
        let programmes = rule.programmes.iter();
        Kind {
            name: rule.names.for_reader(reader).to_owned(),
            programme_keys: programmes
                .map(|kind| format!("countries-programme-{}", key(kind.as_str())))
                .collect(),
            fewest: rule.fewest_hours,
            most: rule.most_hours,
            licence: rule.licence,
            education: rule.education,
            assessment_key: format!("countries-assessment-{}", key(rule.assessment.as_str())),
            trail: rule.trail,
            prefix: rule.prefix.clone(),
            retention: rule.retention.clone(),
            basis: Some(rule.basis.clone()).filter(|basis| !basis.is_empty()),
        }
    }
}

impl ProfilePage {
    /// A profile with an empty form, for whoever may put another one in force.
    pub fn new(shown: &Shown, may_change: bool, reader: Reader) -> ProfilePage {
        let (profile, word) = (&shown.profile, shown.profile.country.as_str());
        let version = |(row, who): &(super::store::ProfileRow, Option<String>)| Version {
            number: row.number,
            when: dates::date_and_time(reader.language, row.applied_at, reader.zone),
            who: who.clone(),
            sha256: row.sha256.clone(),
        };
        ProfilePage {
            index_url: paths::COUNTRIES,
            name_key: country_key(profile.country),
            shipped: shown.number == 0,
            number: shown.number,
            hour: profile.academic_hour_minutes,
            languages: profile.languages.iter().map(|language| language.own_name()).collect(),
            study_days: profile.study_certificate_days,
            federal: profile.federal.map(|federal| FederalLine { days: federal.days, rows: federal.rows }),
            kinds: profile.kinds.iter().map(|rule| Kind::new(rule, reader.language)).collect(),
            versions: shown.versions.iter().map(version).collect(),
            file_url: paths::country_profile(word),
            may_change,
            look_url: paths::country_dry_runs(word),
            apply_url: paths::country_versions(word),
            file: Field::empty("file"),
            text: Field::empty("text"),
            fields: Vec::new(),
            looked: false,
            changes: Vec::new(),
        }
    }

    /// The same with what a file would change; its text goes along, to be put in force as it was looked at.
    pub fn with_changes(self, text: &str, changes: Vec<Difference>) -> ProfilePage {
        ProfilePage { text: Field::filled("text", text), looked: true, changes, ..self }
    }

    /// The same with the file as it was sent, and its faults.
    pub fn with_faults(self, text: &str, problem: &Problem) -> ProfilePage {
        let file = Field::with_faults("file", "", &problem.faults);
        let fields = vec![file.clone()];
        ProfilePage { text: Field::filled("text", text), file, fields, ..self }
    }
}

impl View for ProfilePage {
    const TEMPLATE: &'static str = "pages/countries/show";

    fn title(&self) -> Title {
        Title::key(self.name_key)
    }

    fn samples() -> Vec<ProfilePage> {
        let shown = |country| Shown { profile: shipped::profile(country), number: 0, versions: Vec::new() };
        let page = |country, may_change| ProfilePage::new(&shown(country), may_change, Reader::sample());
        let version = Version {
            number: 2,
            when: "21 ноября 2026 г., 14:00".into(),
            who: Some("Орлова Елена Николаевна".into()),
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        };
        let change = |before: Option<&str>, after: Option<&str>| Difference {
            setting: "retraining_diploma.fewest_hours".into(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let changes =
            vec![change(Some("250"), Some("252")), change(None, Some("5")), change(Some("5"), None)];
        let changed = ProfilePage {
            number: 2,
            shipped: false,
            versions: vec![version],
            ..page(Country::Ru, true).with_changes("country = \"ru\"", changes)
        };
        let faulty = page(Country::Ru, true).with_faults("country = 5", &Problem::invalid(every_fault()));
        let same = page(Country::Ru, true).with_changes("country = \"ru\"", Vec::new());
        vec![page(Country::Ru, false), page(Country::Kz, true), changed, faulty, same]
    }
}

/// Every fault that a file can have, for the sample.
fn every_fault() -> Vec<Fault> {
    let codes = [
        "country-file-empty",
        "country-file-large",
        "country-file-utf8",
        "country-file-toml",
        "country-file-other",
        "country-file-no-kinds",
        "country-file-hours",
        "country-file-name",
        "country-file-twice",
        "country-file-prefix",
        "country-file-text",
        "country-file-number",
        "country-file-word",
        "country-file-same",
    ];
    let args = [
        ("line", "7"),
        ("detail", "unknown field `license`"),
        ("text", "УПК"),
        ("expected", "ru"),
        ("fewest", "16"),
        ("most", "15"),
        ("kind", "study_certificate"),
        ("language", "ru"),
        ("name", "prefix"),
        ("limit", "10"),
        ("low", "1"),
        ("high", "60"),
        ("known", "ru, kz"),
        ("kilobytes", "512"),
    ];
    let fault =
        |code| args.iter().fold(Fault::new("file", code), |fault, (name, value)| fault.with(name, value));
    codes.map(fault).into()
}

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
