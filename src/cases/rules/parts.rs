//! The parts of a work: what is there, what is missing, and which links are addresses at all (H5).

use crate::kernel::{Fault, Language};
use crate::programmes::rules::hand_in::{FILES, Part};
use crate::programmes::rules::words::PartKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest address, in characters.
const LONGEST_LINK: usize = 2_000;

/// What belongs to which part of a draft or of a version, besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Parts {
    /// Links as they were typed, by the key of their part.
    pub links: BTreeMap<String, String>,
    /// The key of its part, by the id of a file.
    pub files: BTreeMap<i64, String>,
}

impl Parts {
    /// The link of a part; empty when there is none.
    pub fn link(&self, part: &Part) -> &str {
        self.links.get(&part.key).map_or("", String::as_str)
    }

    /// The part a file belongs to: the one it was sent for, or else the first that takes files.
    pub fn of_file<'p>(&self, parts: &'p [Part], file: i64) -> Option<&'p Part> {
        let takes = |part: &&Part| part.kind == PartKind::File;
        let named = self.files.get(&file);
        let known = parts.iter().filter(takes).find(|part| Some(&part.key) == named);
        known.or_else(|| parts.iter().find(takes))
    }

    /// Takes the links that were sent; those of other parts stay.
    pub fn take_links(&mut self, parts: &[Part], sent: &BTreeMap<String, String>) {
        for part in parts.iter().filter(|part| part.kind == PartKind::Link) {
            let Some(link) = sent.get(&part.key) else { continue };
            let link: String = link.trim().chars().take(LONGEST_LINK + 1).collect();
            if link.is_empty() {
                self.links.remove(&part.key);
            } else {
                self.links.insert(part.key.clone(), link);
            }
        }
    }

    /// The lines that a receipt has for the links.
    pub fn receipt_lines(&self) -> Vec<String> {
        self.links.iter().map(|(part, link)| format!("{part} {link}")).collect()
    }

    /// Forgets the parts of files that are not there any more.
    pub fn keep_files(&mut self, there: impl Fn(i64) -> bool) {
        self.files.retain(|file, _| there(*file));
    }
}

/// The field of the form that holds a part.
pub fn field_of_part(part: &Part) -> String {
    match part.kind {
        PartKind::Text => "text".to_owned(),
        PartKind::File if part.key == FILES => FILES.to_owned(),
        PartKind::File => format!("files.{}", part.key),
        PartKind::Link => format!("links.{}", part.key),
    }
}

/// The required parts that are not there.
pub fn missing(parts: &[Part], text: &str, files: &[i64], given: &Parts, reader: Language) -> Vec<Fault> {
    let there = |part: &&Part| match part.kind {
        PartKind::Text => !text.trim().is_empty(),
        PartKind::Link => !given.link(part).is_empty(),
        PartKind::File => {
            files.iter().any(|file| given.of_file(parts, *file).is_some_and(|found| found.key == part.key))
        }
    };
    let fault = |part: &Part| {
        Fault::new(field_of_part(part), "case-part-missing").with("part", part.title.for_reader(reader))
    };
    parts.iter().filter(|part| part.required).filter(|part| !there(part)).map(fault).collect()
}

/// The links that are no addresses of pages on the web.
pub fn faulty_links(parts: &[Part], given: &Parts) -> Vec<Fault> {
    let links = parts.iter().filter(|part| part.kind == PartKind::Link);
    let faulty = links.filter(|part| !given.link(part).is_empty() && !is_address(given.link(part)));
    faulty.map(|part| Fault::new(field_of_part(part), "case-link")).collect()
}

/// Whether a text is an address that a browser may open: http or https, with a host, without a name and a password
/// before it, and without anything that could be taken for the end of it.
pub fn is_address(link: &str) -> bool {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    let Some(rest) = rest else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain =
        |letter: char| !letter.is_whitespace() && !letter.is_control() && !"<>\"'`\\".contains(letter);
    link.chars().count() <= LONGEST_LINK
        && link.chars().all(plain)
        && host.starts_with(|first: char| first.is_alphanumeric() || first == '[')
        && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Localised;
    use proptest::prelude::*;

    fn part(key: &str, kind: PartKind, required: bool) -> Part {
        let title = Localised::only(Language::Ru, format!("Часть {key}"));
        Part { key: key.into(), title, kind, required, accepts: Vec::new() }
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for fine in ["https://example.org", "http://пример.рф/план?x=1#б", "https://[::1]/x"] {
            assert!(is_address(fine), "{fine}");
        }
        for wrong in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.org",
            "https://",
            "https:///x",
            "https://me:secret@example.org",
            "https://example.org/\"onclick=",
            "https://example.org/a b",
            "example.org",
            "file:///etc/passwd",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn each_missing_part_is_named_at_its_field() {
        let parts = [
            part("letter", PartKind::Text, true),
            part("photo", PartKind::File, true),
            part("plan", PartKind::File, false),
            part("board", PartKind::Link, true),
        ];
        let fields = |text: &str, files: &[i64], given: &Parts| -> Vec<String> {
            let faults = missing(&parts, text, files, given, Language::Ru);
            faults.into_iter().map(|fault| fault.field).collect()
        };
        let mut given = Parts::default();
        assert_eq!(fields(" ", &[], &given), ["text", "files.photo", "links.board"]);
        given.files.insert(7, "plan".into());
        given.take_links(&parts, &[("board".to_owned(), " https://example.org ".to_owned())].into());
        assert_eq!(fields("Письмо", &[7], &given), ["files.photo"]);
        given.files.insert(7, "photo".into());
        assert!(fields("Письмо", &[7], &given).is_empty());
        assert_eq!(given.receipt_lines(), ["board https://example.org"]);
        assert!(faulty_links(&parts, &given).is_empty());
        given.take_links(&parts, &[("board".to_owned(), "javascript:x".to_owned())].into());
        assert_eq!(
            faulty_links(&parts, &given).first().map(|fault| fault.field.as_str()),
            Some("links.board")
        );
    }

    #[test]
    fn a_file_without_a_part_belongs_to_the_first_that_takes_files() {
        let parts = [part("board", PartKind::Link, false), part("plan", PartKind::File, true)];
        let given = Parts { files: [(7, "board".to_owned())].into(), ..Parts::default() };
        assert_eq!(given.of_file(&parts, 7).map(|part| part.key.as_str()), Some("plan"));
        assert!(missing(&parts, "", &[7], &given, Language::Ru).is_empty());
    }

    proptest! {
        #[test]
        fn no_link_leaves_its_attribute(text in "\\PC{0,60}") {
            let link = format!("https://example.org/{text}");
            if is_address(&link) {
                prop_assert!(!link.contains(['"', '<', '>', '\'', ' ', '\n']));
            }
        }
    }
}
