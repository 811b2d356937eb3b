//! Profiles that were kept by an older or a newer program. What this program does not know is left out, what it misses is
//! taken from the profile that comes with it; what cannot be read even so gives way to that profile. Each is said, so that
//! an administrator loads a file that fits. Pure.

use super::{Country, Profile, reading, shipped};
use crate::kernel::Fault;
use toml::{Table, Value};

/// How a kept file is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// As it stands.
    Whole,
    /// With settings left out or filled in, by name.
    Converted(Vec<String>),
    /// Not at all: the profile that comes with the program holds.
    Replaced(Vec<Fault>),
}

/// What a section of a file may say, and whether it must.
type Known = &'static [(&'static str, bool)];

const TOP: Known = &[
    ("country", true),
    ("academic_hour_minutes", true),
    ("languages", true),
    ("study_certificate_days", true),
    ("federal_register", false),
    ("kinds", true),
];

const KIND: Known = &[
    ("kind", true),
    ("programmes", false),
    ("fewest_hours", false),
    ("most_hours", false),
    ("licence", true),
    ("education", true),
    ("assessment", true),
    ("trail", true),
    ("retention", true),
    ("prefix", true),
    ("basis", false),
    ("names", true),
];

const FEDERAL: Known = &[("days", true), ("rows", true)];

/// The profile that a kept file says, and how well it could be read.
pub fn read(country: Country, text: &str) -> (Profile, Fit) {
    let faults = match reading::read(country, text) {
        Ok(profile) => return (profile, Fit::Whole),
        Err(faults) => faults,
    };
    match converted(country, text) {
        Some((profile, changed)) => (profile, Fit::Converted(changed)),
        None => (shipped::profile(country), Fit::Replaced(faults)),
    }
}

/// The file in the form of this program, read again.
fn converted(country: Country, text: &str) -> Option<(Profile, Vec<String>)> {
    let mut file: Table = toml::from_str(text).ok()?;
    let usual: Table = toml::from_str(shipped::text(country)).ok()?;
    let mut changed = Vec::new();
    fit(&mut file, TOP, &usual, "", &mut changed);
    if let Some(Value::Table(federal)) = file.get_mut("federal_register") {
        let usual = usual.get("federal_register").and_then(Value::as_table).cloned().unwrap_or_default();
        fit(federal, FEDERAL, &usual, "federal_register.", &mut changed);
    }
    if let Some(Value::Array(kinds)) = file.get_mut("kinds") {
        for kind in kinds.iter_mut().filter_map(Value::as_table_mut) {
            let name = kind.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
            fit(kind, KIND, &usual_kind(&usual, &name), &format!("{name}."), &mut changed);
        }
    }
    let profile = reading::read(country, &toml::to_string(&file).ok()?).ok()?;
    Some((profile, changed))
}

/// The section of a kind in the file that comes with the program.
fn usual_kind(usual: &Table, name: &str) -> Table {
    let kinds = usual.get("kinds").and_then(Value::as_array).into_iter().flatten();
    let mut kinds = kinds.filter_map(Value::as_table);
    let found = kinds.find(|kind| kind.get("kind").and_then(Value::as_str) == Some(name));
    found.cloned().unwrap_or_default()
}

/// Leaves out what is not known, and fills in what must be there.
fn fit(section: &mut Table, known: Known, usual: &Table, place: &str, changed: &mut Vec<String>) {
    let strange: Vec<String> =
        section.keys().filter(|key| !known.iter().any(|(name, _)| *name == key.as_str())).cloned().collect();
    for key in strange {
        section.remove(&key);
        changed.push(format!("{place}{key}"));
    }
    for (name, _) in known.iter().filter(|(_, must)| *must) {
        if !section.contains_key(*name)
            && let Some(value) = usual.get(*name)
        {
            section.insert((*name).to_owned(), value.clone());
            changed.push(format!("{place}{name}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::words::DocumentKind;

    const CERTIFICATE: DocumentKind = DocumentKind::AdvancedTrainingCertificate;

    #[test]
    fn what_comes_with_the_program_is_read_whole() {
        for country in Country::ALL {
            let read = read(country, shipped::text(country));
            assert_eq!(read, (shipped::profile(country), Fit::Whole));
        }
    }

    #[test]
    fn the_form_of_before_is_filled_in_and_the_form_of_later_is_cut_down() {
        // A file from before the term of a certificate of study and the beginning of numbers were settings, and with a
        // setting that only a later program knows.
        let old = shipped::text(Country::Ru)
            .replace("study_certificate_days = 3\n", "stamp_duty = 5\n")
            .replace("prefix = \"УПК\"\n", "")
            .replace("days = 30\n", "days = 20\ndoors = 2\n");
        let (profile, fit) = read(Country::Ru, &old);
        assert_eq!(profile.study_certificate_days, 3);
        assert_eq!(profile.kind(CERTIFICATE).map(|rule| rule.prefix.as_str()), Some("УПК"));
        assert_eq!(profile.federal.map(|federal| federal.days), Some(20), "what it says holds");
        let Fit::Converted(mut changed) = fit else { panic!("it was not fitted") };
        changed.sort();
        let names = [
            "advanced_training_certificate.prefix",
            "federal_register.doors",
            "stamp_duty",
            "study_certificate_days",
        ];
        assert_eq!(changed, names);
    }

    #[test]
    fn what_cannot_be_read_gives_way_to_what_comes_with_the_program() {
        for text in ["country = ", "country = \"ru\"\nkinds = []", "academic_hour_minutes = \"long\""] {
            let (profile, fit) = read(Country::Ru, text);
            assert_eq!(profile, shipped::profile(Country::Ru), "{text}");
            assert!(matches!(&fit, Fit::Replaced(faults) if !faults.is_empty()), "{text}: {fit:?}");
        }
    }
}
