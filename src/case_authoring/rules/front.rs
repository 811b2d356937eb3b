//! The settings of a case between its `+++` lines. Lines that the form does not know stay as they are.

use crate::kernel::{Language, Localised};
use std::fmt::Write as _;
use toml::{Table, Value};

/// How a case is handed in, as a form shows it: numbers as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The points that pass.
    pub pass_points: String,
    /// How many versions may be handed in.
    pub submissions: String,
    /// Whether a text may be handed in.
    pub takes_text: bool,
    /// Whether files may be handed in.
    pub takes_files: bool,
    /// The most files of a version.
    pub max_files: String,
    /// Days after the edition's start; empty for its end.
    pub due_days: String,
    /// Whether the steps may be gone through again.
    pub replay: bool,
    /// Whether trainees judge their own work: `offered`, `required`, or empty.
    pub self_assessment: String,
    /// Whether teams hand it in together.
    pub team: bool,
    /// The fewest people of a team; empty for the usual number.
    pub team_least: String,
    /// The most people of a team; empty for the usual number.
    pub team_most: String,
    /// The parts of a work, where the case names them.
    pub parts: Vec<Handed>,
}

/// A part of what is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handed {
    /// Unique in the case.
    pub key: String,
    /// What it is called, in all three languages.
    pub title: Localised,
    /// `text`, `file` or `link`.
    pub kind: String,
    /// Whether a work without it is not taken.
    pub required: bool,
    /// The sorts of files it takes; all of them when there are none here.
    pub accepts: Vec<String>,
}

impl Settings {
    /// Reads what stands above the first heading; `None` when it cannot be read, or says something that the form cannot.
    pub fn of(head: &str) -> Option<Settings> {
        let Some((_, front, _)) = divided(head) else {
            return head.trim().is_empty().then(Settings::default);
        };
        let table: Table = front.parse().ok()?;
        let number = |key: &str| match table.get(key) {
            None => Some(String::new()),
            Some(Value::Integer(number)) => Some(number.to_string()),
            Some(_) => None,
        };
        let accepts = words(table.get("accepts"))?;
        if accepts.iter().any(|word| !["text", "files"].contains(&word.as_str())) {
            return None;
        }
        let self_assessment = table.get("self_assessment").map_or(Some(""), Value::as_str)?;
        if !["", "offered", "required"].contains(&self_assessment) {
            return None;
        }
        let parts = match table.get("hand_in") {
            None => Vec::new(),
            Some(Value::Array(parts)) => parts.iter().map(Handed::of).collect::<Option<_>>()?,
            Some(_) => return None,
        };
        Some(Settings {
            pass_points: number("pass_points")?,
            submissions: number("submissions")?,
            takes_text: accepts.iter().any(|word| word == "text"),
            takes_files: accepts.iter().any(|word| word == "files"),
            max_files: number("max_files")?,
            due_days: number("due_days")?,
            replay: flag(table.get("replay"))?,
            self_assessment: self_assessment.to_owned(),
            team: flag(table.get("team"))?,
            team_least: number("team_least")?,
            team_most: number("team_most")?,
            parts,
        })
    }

    /// Writes them above the first heading; what says the same already stays as it is written.
    pub fn write(&self, head: &mut String) {
        let known = Settings::of(head);
        if known.as_ref() == Some(self) && divided(head).is_some() {
            return;
        }
        let (before, front, after) = divided(head).unwrap_or(("", "", head.as_str()));
        let mut lines: Vec<String> = front.lines().map(str::to_owned).collect();
        let accepts: Vec<&str> = [(self.takes_text, "\"text\""), (self.takes_files, "\"files\"")]
            .into_iter()
            .filter(|(takes, _)| *takes)
            .map(|(_, word)| word)
            .collect();
        let named = !self.parts.is_empty();
        let written = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        set(&mut lines, "pass_points", written(&self.pass_points));
        set(&mut lines, "submissions", written(&self.submissions));
        set(&mut lines, "replay", self.replay.then(|| "true".to_owned()));
        set(
            &mut lines,
            "accepts",
            (!named && !accepts.is_empty()).then(|| format!("[{}]", accepts.join(", "))),
        );
        set(&mut lines, "max_files", written(&self.max_files));
        set(&mut lines, "due_days", written(&self.due_days));
        let assessment = written(&self.self_assessment).map(|word| format!("\"{word}\""));
        set(&mut lines, "self_assessment", assessment);
        set(&mut lines, "team", self.team.then(|| "true".to_owned()));
        set(&mut lines, "team_least", written(&self.team_least));
        set(&mut lines, "team_most", written(&self.team_most));
        if known.is_none_or(|known| known.parts != self.parts) {
            drop_parts(&mut lines);
            lines.extend(self.parts.iter().flat_map(Handed::lines));
        }
        let front = lines.join("\n");
        let after = if after.trim().is_empty() { "\n" } else { after };
        *head = format!("{before}+++\n{}\n+++\n{after}", front.trim_matches('\n'));
    }
}

impl Handed {
    fn of(value: &Value) -> Option<Handed> {
        let table = value.as_table()?;
        let text = |key: &str| table.get(key).map_or(Some(""), Value::as_str).map(str::to_owned);
        let mut title = Localised::default();
        for (tag, words) in table.get("title").map_or(Some(&Table::new()), Value::as_table)? {
            title.put(Language::from_tag(tag)?, words.as_str()?);
        }
        Some(Handed {
            key: text("key")?,
            title,
            kind: text("kind")?,
            required: flag(table.get("required"))?,
            accepts: words(table.get("accepts"))?,
        })
    }

    fn lines(&self) -> Vec<String> {
        let quoted = |text: &str| Value::String(text.to_owned()).to_string();
        let mut text = format!("\n[[hand_in]]\nkey = {}\nkind = {}", quoted(&self.key), quoted(&self.kind));
        for language in [Language::Ru, Language::Kk, Language::En] {
            let words = self.title.exact(language).unwrap_or_default();
            // Writing into a text cannot fail.
            let _ = write!(text, "\ntitle.{} = {}", language.tag(), quoted(words));
        }
        if self.required {
            text.push_str("\nrequired = true");
        }
        if !self.accepts.is_empty() {
            let accepts: Vec<String> = self.accepts.iter().map(|word| quoted(word)).collect();
            let _ = write!(text, "\naccepts = [{}]", accepts.join(", "));
        }
        text.lines().map(str::to_owned).collect()
    }
}

/// Everything before the settings, the settings, and what follows their closing line.
fn divided(head: &str) -> Option<(&str, &str, &str)> {
    let mut start = 0;
    let mut opened: Option<(usize, usize)> = None;
    for line in head.split_inclusive('\n') {
        let end = start + line.len();
        match opened {
            None if line.trim_end() == "+++" && start == 0 => opened = Some((start, end)),
            None => return None,
            Some((before, from)) if line.trim_end() == "+++" => {
                return Some((head.get(..before)?, head.get(from..start)?, head.get(end..)?));
            }
            Some(_) => {}
        }
        start = end;
    }
    None
}

/// The key that a line sets, for what is said of that line.
pub fn key_of(line: &str) -> &str {
    line.split('=').next().unwrap_or_default().trim()
}

/// Sets a key of the topmost table to a value, or takes it out.
fn set(lines: &mut Vec<String>, key: &str, value: Option<String>) {
    let top = lines.iter().position(|line| line.starts_with('[')).unwrap_or(lines.len());
    let known = lines.iter().take(top).position(|line| line.contains('=') && key_of(line) == key);
    let wanted = value.map(|value| format!("{key} = {value}"));
    let Some(place) = known else {
        if let Some(line) = wanted {
            let blank = lines.iter().take(top).rposition(|line| !line.trim().is_empty());
            lines.insert(blank.map_or(0, |last| last + 1), line);
        }
        return;
    };
    let length = value_length(lines.get(place..).unwrap_or_default());
    let same = |line: &String| length == 1 && lines.get(place).is_some_and(|known| same_value(known, line));
    if wanted.as_ref().is_some_and(same) {
        return;
    }
    lines.splice(place..place + length, wanted);
}

/// Whether two lines set the same, whatever their spaces and remarks.
fn same_value(one: &str, other: &str) -> bool {
    let table = |line: &str| line.parse::<Table>().ok();
    table(one).is_some_and(|one| table(other) == Some(one))
}

/// How many lines a value takes: a list may go on until its bracket closes.
fn value_length(lines: &[String]) -> usize {
    let mut depth = 0i32;
    for (place, line) in lines.iter().enumerate() {
        for letter in line.chars() {
            depth += match letter {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
        }
        if depth <= 0 {
            return place + 1;
        }
    }
    lines.len()
}

fn drop_parts(lines: &mut Vec<String>) {
    let mut inside = false;
    lines.retain(|line| {
        if line.trim_start().starts_with('[') {
            let name = line.trim_start_matches([' ', '[']);
            inside = name.starts_with("hand_in");
        }
        !inside
    });
}

fn words(value: Option<&Value>) -> Option<Vec<String>> {
    let Some(value) = value else { return Some(Vec::new()) };
    value.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect()
}

fn flag(value: Option<&Value>) -> Option<bool> {
    value.map_or(Some(false), Value::as_bool)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: &str = "+++\npass_points = 12 # из 20\nsubmissions = 3\naccepts = [\n  \"text\",\n]\n+++\n\n";

    #[test]
    fn settings_are_read_and_only_what_changed_is_written() {
        let mut settings = Settings::of(HEAD).unwrap();
        assert_eq!(
            (settings.pass_points.as_str(), settings.takes_text, settings.takes_files),
            ("12", true, false)
        );
        let mut same = HEAD.to_owned();
        settings.write(&mut same);
        assert_eq!(same, HEAD);
        settings.takes_files = true;
        settings.max_files = "2".into();
        settings.write(&mut same);
        let wanted = "+++\npass_points = 12 # из 20\nsubmissions = 3\naccepts = [\"text\", \"files\"]\nmax_files = 2\n+++\n\n";
        assert_eq!(same, wanted);
    }

    #[test]
    fn what_cannot_be_read_has_no_form() {
        assert_eq!(Settings::of("+++\npass_points = \n+++\n"), None);
        assert_eq!(Settings::of("+++\npass_points = \"12\"\n+++\n"), None);
        assert_eq!(Settings::of(""), Some(Settings::default()));
    }

    fn any_settings() -> impl Strategy<Value = Settings> {
        let part = (
            "[a-z]{1,5}",
            "[а-я\"]{1,8}",
            prop_oneof![Just("text"), Just("file"), Just("link")],
            any::<bool>(),
        );
        let parts = proptest::collection::vec(part, 0..3);
        ("[1-9][0-9]?", "[1-9]", any::<(bool, bool, bool)>(), "([1-9])?", "([1-9][0-9])?", parts).prop_map(
            |(pass_points, submissions, (takes_text, takes_files, replay), max_files, due_days, parts)| {
                let named = !parts.is_empty();
                let part = |(key, title, kind, required): (String, String, &str, bool)| {
                    let mut titles = Localised::default();
                    for language in Language::ALL {
                        titles.put(language, title.clone());
                    }
                    let accepts = if kind == "file" { vec!["pdf".to_owned()] } else { Vec::new() };
                    Handed { key, title: titles, kind: kind.to_owned(), required, accepts }
                };
                Settings {
                    pass_points,
                    submissions,
                    takes_text: takes_text && !named,
                    takes_files: takes_files && !named,
                    max_files,
                    due_days,
                    replay,
                    self_assessment: if replay { "offered".to_owned() } else { String::new() },
                    team: named,
                    team_least: if named { "3".to_owned() } else { String::new() },
                    team_most: String::new(),
                    parts: parts.into_iter().map(part).collect(),
                }
            },
        )
    }

    proptest! {
        #[test]
        fn whatever_the_form_writes_it_reads_again(settings in any_settings(), other in any_settings()) {
            let mut head = String::new();
            for one in [settings, other] {
                one.write(&mut head);
                prop_assert_eq!(Settings::of(&head), Some(one), "{}", head);
            }
        }
    }
}
