//! The profile of a country, its versions, and the form that puts another one in force.

use super::country_key;
use crate::countries::actions::Shown;
use crate::countries::rules::kept::Fit;
use crate::countries::rules::{Country, Difference, KindRule, shipped};
use crate::kernel::{Fault, Language, Problem, Word as _, dates};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// A profile: what it holds, what it was before, and the form that puts another one in force.
#[derive(Debug, Serialize)]
pub struct ProfilePage {
    index_url: &'static str,
    name_key: &'static str,
    /// The settings of the kept file that did not fit this program.
    fitted: Option<String>,
    /// Whether the kept file cannot be read, so that the profile of the program holds.
    replaced: bool,
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
        let version = |(row, who): &(crate::countries::store::ProfileRow, Option<String>)| Version {
            number: row.number,
            when: dates::date_and_time(reader.language, row.applied_at, reader.zone),
            who: who.clone(),
            sha256: row.sha256.clone(),
        };
        ProfilePage {
            index_url: paths::COUNTRIES,
            name_key: country_key(profile.country),
            fitted: match &shown.fit {
                Fit::Converted(settings) => Some(settings.join(", ")),
                Fit::Whole | Fit::Replaced(_) => None,
            },
            replaced: matches!(shown.fit, Fit::Replaced(_)),
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
        let shown = |country| Shown {
            profile: shipped::profile(country),
            fit: Fit::Whole,
            number: 0,
            versions: Vec::new(),
        };
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
        let fitted = ProfilePage { fitted: Some("study_certificate_days".into()), ..page(Country::Ru, true) };
        let replaced = ProfilePage { replaced: true, ..page(Country::Ru, false) };
        vec![page(Country::Ru, false), page(Country::Kz, true), changed, faulty, same, fitted, replaced]
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
