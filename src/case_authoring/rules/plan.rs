//! A case that a programme does not have yet: its line in the plan, as text in `module.toml`, and the hours it adds.

use crate::kernel::{Language, Localised};
use crate::programmes::rules::{DeliveryMode, FolderFiles, Nature};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use toml::{Table, Value};

/// The manifest of a programme.
const MANIFEST: &str = "programme.toml";

/// A case that publishing puts into the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCase {
    /// Its key.
    pub key: String,
    /// The folder of its module.
    pub module: String,
    /// The key of the activity of that module that it comes behind; `None` for the first place.
    pub behind: Option<String>,
    /// Its title in all three languages.
    pub title: Localised,
    /// Academic hours; they are added to those of the programme.
    pub hours: i32,
    /// Which half of them.
    pub nature: Nature,
    /// Where it takes place.
    pub mode: DeliveryMode,
}

impl NewCase {
    /// Where its text in a language lies.
    pub fn path(&self, language: Language) -> String {
        format!("{}/{}.{}.case.md", self.module, self.key, language.tag())
    }

    /// Writes its line and its hours into the folder. What cannot be found stays as it is, and the checker says so.
    pub fn enter(&self, files: &mut FolderFiles) {
        let path = format!("{}/module.toml", self.module);
        let Some(module) = text(files, &path) else { return };
        let extra = module.parse::<Table>().is_ok_and(|table| table.contains_key("extra_for"));
        files.insert(path, self.listed(&module).into_bytes());
        if let Some(manifest) = text(files, MANIFEST).filter(|_| !extra && self.hours > 0) {
            files.insert(MANIFEST, self.counted(&manifest).into_bytes());
        }
    }

    /// The list of a module with this case in it.
    fn listed(&self, module: &str) -> String {
        let starts: Vec<usize> = module
            .match_indices("[[activity]]")
            .map(|(at, _)| at)
            .filter(|at| *at == 0 || module.as_bytes().get(at - 1) == Some(&b'\n'))
            .collect();
        let place = match &self.behind {
            None => 0,
            Some(behind) => {
                keys(module).iter().position(|key| key == behind).map_or(starts.len(), |at| at + 1)
            }
        };
        let (before, after) = module.split_at(starts.get(place).copied().unwrap_or(module.len()));
        let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
        let end = if after.is_empty() { "" } else { "\n" };
        format!("{before}{gap}{}{end}{after}", self.entry())
    }

    fn entry(&self) -> String {
        use crate::programmes::rules::Word as _;
        let mut entry = format!(
            "[[activity]]\nkey = \"{0}\"\nkind = \"case\"\nfile = \"{0}\"\nformat = \"case\"\nmode = \"{1}\"\nnature = \"{2}\"\nhours = {3}\n",
            self.key,
            self.mode.as_str(),
            self.nature.as_str(),
            self.hours
        );
        for language in [Language::Ru, Language::Kk, Language::En] {
            let title = Value::String(self.title.exact(language).unwrap_or_default().to_owned());
            // Writing into a text cannot fail.
            let _ = writeln!(entry, "title.{} = {title}", language.tag());
        }
        entry
    }

    /// The manifest with its hours.
    fn counted(&self, manifest: &str) -> String {
        let word = self.nature.as_str();
        let mut inside = false;
        let mut added = false;
        let line = |line: &str| {
            if line.trim_start().starts_with('[') {
                inside = line.trim() == "[hours]";
            }
            let known = line.split_once('=').filter(|(key, _)| inside && key.trim() == word);
            let hours = known.and_then(|(_, value)| value.split('#').next()?.trim().parse::<i32>().ok());
            added |= hours.is_some();
            hours.map_or_else(|| line.to_owned(), |hours| format!("{word} = {}\n", hours + self.hours))
        };
        let counted: String = manifest.split_inclusive('\n').map(line).collect();
        if added {
            return counted;
        }
        // A programme without such hours so far does not name them.
        let heading = |line: &str| match line.trim() {
            "[hours]" => format!("[hours]\n{word} = {}\n", self.hours),
            _ => line.to_owned(),
        };
        counted.split_inclusive('\n').map(heading).collect()
    }
}

/// The keys of the activities of a module, in their order.
pub fn keys(module: &str) -> Vec<String> {
    let table = module.parse::<Table>().unwrap_or_default();
    let activities = table.get("activity").and_then(Value::as_array).cloned().unwrap_or_default();
    let key = |one: &Value| one.get("key").and_then(Value::as_str).unwrap_or_default().to_owned();
    activities.iter().map(key).collect()
}

/// A key made of a title, which no activity has yet.
pub fn free_key(title: &str, taken: &[String]) -> String {
    let plain: String = title
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_ascii_lowercase() || letter.is_ascii_digit() { letter } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut key: String = format!("case {}", words.join(" ")).trim().replace(' ', "-");
    key.truncate(40);
    let key = key.trim_end_matches('-');
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    let free = std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key));
    free.unwrap_or_else(|| key.to_owned())
}

fn text(files: &FolderFiles, path: &str) -> Option<String> {
    String::from_utf8(files.bytes(path)?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(behind: Option<&str>) -> NewCase {
        let mut title = Localised::default();
        for language in Language::ALL {
            title.put(language, "Отказ \"по-соседски\"");
        }
        NewCase {
            key: "case-new".into(),
            module: "01-a".into(),
            behind: behind.map(str::to_owned),
            title,
            hours: 2,
            nature: Nature::Practice,
            mode: DeliveryMode::Distance,
        }
    }

    const MODULE: &str =
        "[title]\nru = \"А\"\n\n[[activity]]\nkey = \"one\"\n\n[[activity]]\nkey = \"two\"\n";

    #[test]
    fn a_new_case_stands_at_its_place_in_the_list() {
        assert_eq!(keys(&case(None).listed(MODULE)), ["case-new", "one", "two"]);
        assert_eq!(keys(&case(Some("one")).listed(MODULE)), ["one", "case-new", "two"]);
        assert_eq!(keys(&case(Some("two")).listed(MODULE)), ["one", "two", "case-new"]);
        assert_eq!(keys(&case(Some("gone")).listed(MODULE)), ["one", "two", "case-new"]);
    }

    #[test]
    fn its_hours_are_added_to_those_of_the_programme() {
        let manifest =
            "title = \"x\"\npractice = 1\n\n[hours]\ntheory = 24\npractice = 36\n\n[rule]\npractice = 5\n";
        let counted = case(None).counted(manifest);
        assert!(counted.contains("theory = 24\npractice = 38\n"), "{counted}");
        assert!(counted.contains("practice = 1\n") && counted.contains("practice = 5\n"), "{counted}");
        let alone = NewCase { nature: Nature::SelfStudy, ..case(None) };
        let counted = alone.counted(manifest);
        assert!(counted.contains("[hours]\nself_study = 2\ntheory = 24\npractice = 36\n"), "{counted}");
        assert!(alone.counted(&counted).contains("[hours]\nself_study = 4\ntheory"), "{counted}");
    }

    #[test]
    fn keys_are_plain_and_free() {
        assert_eq!(free_key("A refusal at the door", &[]), "case-a-refusal-at-the-door");
        assert_eq!(free_key("Отказ", &["case".into()]), "case-2");
    }
}
