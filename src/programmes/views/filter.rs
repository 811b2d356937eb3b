//! The formats of a version, to look at the activities of one of them (A3).

use crate::formats::views as formats;
use crate::kernel::Language;
use crate::programmes::actions::Shown;
use crate::web::{Choice, Say, paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the reader may choose from, and what is chosen.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Filter {
    formats: Vec<Choice>,
    chosen: String,
    url: String,
    number: i32,
    all_url: String,
    formats_url: &'static str,
    #[serde(skip)]
    names: BTreeMap<String, String>,
}

impl Filter {
    /// The formats that the version has, by name.
    pub(super) fn new(shown: &Shown, chosen: &str, language: Language, say: Say<'_>) -> Filter {
        let name = |key: &String| formats::name(say, language, &shown.formats.call(key));
        let used = shown.outline.iter().map(|one| &one.format);
        let names: BTreeMap<String, String> = used.map(|key| (key.clone(), name(key))).collect();
        let chosen = if names.contains_key(chosen) { chosen } else { "" };
        let mut formats: Vec<Choice> =
            names.iter().map(|(key, name)| Choice::new(key, name, chosen)).collect();
        formats.sort_by(|one, other| one.label.cmp(&other.label));
        Filter {
            formats,
            chosen: chosen.to_owned(),
            url: paths::programme(&shown.version.slug),
            number: shown.version.number,
            all_url: paths::programme_version(&shown.version.slug, shown.version.number),
            formats_url: paths::FORMATS,
            names,
        }
    }

    /// Whether activities of this format are shown.
    pub(super) fn lets(&self, format: &str) -> bool {
        self.chosen.is_empty() || self.chosen == format
    }

    /// The name of a format of the version.
    pub(super) fn name(&self, format: &str) -> String {
        self.names.get(format).cloned().unwrap_or_default()
    }

    /// A filter for samples.
    pub(super) fn sample(chosen: &str) -> Filter {
        let names = [("lecture", "лекция"), ("business_game", "деловая игра")];
        Filter {
            formats: names.map(|(key, name)| Choice::new(key, name, chosen)).into(),
            chosen: chosen.to_owned(),
            url: paths::programme("partnership"),
            number: 2,
            all_url: paths::programme_version("partnership", 2),
            formats_url: paths::FORMATS,
            names: BTreeMap::new(),
        }
    }
}
