//! What would change with another profile: every setting that differs, by its name in the file.

use super::Profile;
use crate::kernel::Word as _;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A setting that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Which one: `study_certificate.fewest_hours`.
    pub setting: String,
    /// What holds now; nothing where there is no such setting.
    pub before: Option<String>,
    /// What would hold; nothing where the setting would go.
    pub after: Option<String>,
}

/// Every setting in which two profiles differ, by name.
pub fn differences(before: &Profile, after: &Profile) -> Vec<Difference> {
    let (old, new) = (settings(before), settings(after));
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name))
        .map(|name| Difference {
            setting: name.clone(),
            before: old.get(name).cloned(),
            after: new.get(name).cloned(),
        })
        .collect()
}

fn settings(profile: &Profile) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let flat = |value: &Value, name: &str, all: &mut BTreeMap<String, String>| flatten(value, name, all);
    for rule in &profile.kinds {
        flat(&serde_json::json!(rule), rule.kind.as_str(), &mut all);
    }
    let rest = Profile { kinds: Vec::new(), ..profile.clone() };
    flat(&serde_json::json!(rest), "", &mut all);
    // The order of kinds is that of lists.
    let order: Vec<&str> = profile.kinds.iter().map(|rule| rule.kind.as_str()).collect();
    all.insert("kinds".to_owned(), order.join(", "));
    all
}

/// Puts every value under its name; what is not there has none.
fn flatten(value: &Value, name: &str, all: &mut BTreeMap<String, String>) {
    match value {
        Value::Null => {}
        Value::Object(parts) => {
            for (key, part) in parts {
                let full = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(part, &full, all);
            }
        }
        Value::Array(items) => {
            let texts: Vec<String> = items.iter().map(plain).collect();
            all.insert(name.to_owned(), texts.join(", "));
        }
        other => {
            all.insert(name.to_owned(), plain(other));
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::{Country, shipped};
    use super::*;

    #[test]
    fn only_what_differs_is_named() {
        let before = shipped::profile(Country::Ru);
        assert_eq!(differences(&before, &before), []);
        let mut after = before.clone();
        after.academic_hour_minutes = 40;
        after.federal = None;
        after.kinds.retain(|rule| rule.kind.as_str() != "mentor_certificate");
        for rule in &mut after.kinds {
            rule.fewest_hours = rule.fewest_hours.map(|hours| hours + 2);
        }
        let found = differences(&before, &after);
        let named = |setting: &str| found.iter().find(|one| one.setting == setting);
        let said = |before: &str, after: Option<&str>| (Some(before.to_owned()), after.map(str::to_owned));
        let values = |one: &Difference| (one.before.clone(), one.after.clone());
        assert_eq!(named("academic_hour_minutes").map(values), Some(said("45", Some("40"))));
        assert_eq!(named("federal.days").map(values), Some(said("30", None)));
        assert_eq!(named("retraining_diploma.fewest_hours").map(values), Some(said("250", Some("252"))));
        assert_eq!(named("mentor_certificate.prefix").map(values), Some(said("СН", None)));
        assert_eq!(named("languages"), None);
    }
}
