//! What a format may be called. Pure.

use crate::kernel::name::tidy;
use crate::kernel::{Fault, Language, Localised, Problem};
use std::collections::BTreeMap;

/// The formats that stand in the messages of every language (A3).
pub const KNOWN: [&str; 18] = [
    "lecture",
    "seminar",
    "practicum",
    "master_class",
    "discussion",
    "round_table",
    "quiz",
    "case",
    "business_game",
    "placement",
    "internship",
    "hackathon",
    "site_visit",
    "contest",
    "consultation",
    "orientation",
    "distance_lesson",
    "survey",
];

/// The longest name of a format, in characters.
pub const LONGEST_NAME: usize = 60;

/// The longest key of a format, in characters.
pub const LONGEST_KEY: usize = 40;

/// Whether everybody knows this format, so that its name is a message and not a row.
pub fn is_known(key: &str) -> bool {
    KNOWN.contains(&key)
}

/// Whether course files may use this key: Latin letters, digits and `_`, a letter first.
pub fn is_key(key: &str) -> bool {
    let letters = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    letters && key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().count() <= LONGEST_KEY
}

/// A format as a page calls it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Called {
    /// What course files call it.
    pub key: String,
    /// The names that the centre gave it.
    pub name: Option<Localised>,
}

/// The formats that a centre added, with their names by key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added(pub BTreeMap<String, Localised>);

impl Added {
    /// A format with the names it was given.
    pub fn call(&self, key: &str) -> Called {
        Called { key: key.to_owned(), name: self.0.get(key).cloned() }
    }
}

/// A format as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What course files call it.
    pub key: String,
    /// Its name in Russian.
    pub ru: String,
    /// Its name in Kazakh.
    pub kk: String,
    /// Its name in English.
    pub en: String,
}

/// A format that can be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// What course files call it.
    pub key: String,
    /// Its names, in one language at least.
    pub name: Localised,
}

impl Draft {
    /// The format that was typed.
    ///
    /// # Errors
    /// `Invalid` naming the field: a key that course files cannot use or that everybody knows already, no name in any
    /// language, or a name that is too long.
    pub fn check(&self) -> Result<Format, Problem> {
        let (mut faults, mut name) = (Vec::new(), Localised::default());
        let key = self.key.trim();
        if key.is_empty() {
            faults.push(Fault::new("key", "required"));
        } else if !is_key(key) {
            faults.push(Fault::new("key", "format-key").with("limit", LONGEST_KEY));
        } else if is_known(key) {
            faults.push(Fault::new("key", "format-known"));
        }
        for (field, language, typed) in
            [("ru", Language::Ru, &self.ru), ("kk", Language::Kk, &self.kk), ("en", Language::En, &self.en)]
        {
            let typed = tidy(typed);
            if typed.chars().count() > LONGEST_NAME {
                faults.push(Fault::new(field, "too-long").with("limit", LONGEST_NAME));
            } else if !typed.is_empty() {
                name.put(language, typed);
            }
        }
        if name == Localised::default() && !faults.iter().any(|fault| fault.code == "too-long") {
            faults.push(Fault::new("ru", "format-nameless"));
        }
        if faults.is_empty() {
            Ok(Format { key: key.to_owned(), name })
        } else {
            Err(Problem::invalid(faults))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(draft: &Draft) -> Vec<(String, String)> {
        let problem = draft.check().expect_err("refused");
        problem.faults.into_iter().map(|fault| (fault.field.to_string(), fault.code.to_string())).collect()
    }

    fn draft(key: &str, ru: &str) -> Draft {
        Draft { key: key.into(), ru: ru.into(), ..Draft::default() }
    }

    /// A3: a press tour is a format as soon as somebody names it.
    #[test]
    fn a_format_has_a_key_for_files_and_a_name_in_one_language_at_least() {
        let format = draft(" press_tour ", " пресс-тур  ").check().expect("a format");
        assert_eq!(
            format,
            Format { key: "press_tour".into(), name: Localised::only(Language::Ru, "пресс-тур") }
        );
        assert_eq!(codes(&draft("", "пресс-тур")), [("key".into(), "required".into())]);
        for wrong in ["пресс", "press tour", "1st", "_tour", "Press", &"a".repeat(41)] {
            assert_eq!(codes(&draft(wrong, "пресс-тур")), [("key".into(), "format-key".into())], "{wrong}");
        }
        assert_eq!(codes(&draft("hackathon", "хакатон")), [("key".into(), "format-known".into())]);
        assert_eq!(codes(&draft("press_tour", " ")), [("ru".into(), "format-nameless".into())]);
        let long = Draft { kk: "ә".repeat(61), ..draft("press_tour", "") };
        assert_eq!(codes(&long), [("kk".into(), "too-long".into())]);
    }
}
