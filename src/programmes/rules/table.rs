//! Reads TOML with line numbers, and finds every fault in it instead of stopping at the first.

use crate::kernel::{Language, Localised};
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::words::Word;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct At<T> {
    pub value: T,
    pub line: u32,
}

/// A parsed TOML text.
pub(super) struct Document<'i> {
    table: Spanned<DeTable<'i>>,
    starts: Vec<usize>,
    first_line: u32,
    /// Has syntax faults: what is missing may only be unreadable, so it is not reported as missing.
    broken: bool,
}

impl<'i> Document<'i> {
    /// Parses `text`, whose first line is the file's line `first_line`.
    pub(super) fn parse(text: &'i str, first_line: u32, notes: &mut Notes) -> Document<'i> {
        let (table, faults) = DeTable::parse_recoverable(text);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let document = Document { table, starts, first_line, broken: !faults.is_empty() };
        for fault in faults {
            let line = document.line(fault.span().map_or(0, |span| span.start));
            let message = fault.message().replace('\n', ", ");
            notes.add(line, Code::TomlSyntax, message);
        }
        document
    }

    /// The outermost section.
    pub(super) fn root(&self) -> Section<'_> {
        self.section(self.table.get_ref(), String::new(), self.first_line)
    }

    fn section<'s>(&'s self, table: &'s DeTable<'s>, name: String, line: u32) -> Section<'s> {
        Section { document: self, table, name, line, taken: BTreeSet::new() }
    }

    fn line(&self, offset: usize) -> u32 {
        let before = self.starts.partition_point(|start| *start <= offset);
        self.first_line + u32::try_from(before.saturating_sub(1)).unwrap_or_default()
    }
}

/// One table. Every setting is taken out once; what is left at the end is unknown.
pub(super) struct Section<'s> {
    document: &'s Document<'s>,
    table: &'s DeTable<'s>,
    name: String,
    pub line: u32,
    taken: BTreeSet<String>,
}

impl<'s> Section<'s> {
    /// A required text.
    pub(super) fn text(&mut self, key: &str, notes: &mut Notes) -> Option<At<String>> {
        let found = self.text_if(key, notes);
        self.require(key, found, notes)
    }

    /// An optional text. An empty one counts as missing.
    pub(super) fn text_if(&mut self, key: &str, notes: &mut Notes) -> Option<At<String>> {
        let text =
            self.typed(key, "a text between quotes", notes, |value| Some(value.as_str()?.trim().to_owned()))?;
        if text.value.is_empty() {
            notes.add(text.line, Code::KeyMissing, self.full(key));
            return None;
        }
        Some(text)
    }

    /// A required word out of a closed list.
    pub(super) fn word<W: Word>(&mut self, key: &str, notes: &mut Notes) -> Option<At<W>> {
        let text = self.text(key, notes)?;
        known(&self.full(key), &text, notes).map(|value| At { value, line: text.line })
    }

    /// An optional word out of a closed list.
    pub(super) fn word_if<W: Word>(&mut self, key: &str, notes: &mut Notes) -> Option<At<W>> {
        let text = self.text_if(key, notes)?;
        known(&self.full(key), &text, notes).map(|value| At { value, line: text.line })
    }

    /// A required whole number within a range.
    pub(super) fn number(
        &mut self,
        key: &str,
        range: RangeInclusive<i32>,
        notes: &mut Notes,
    ) -> Option<At<i32>> {
        let found = self.number_if(key, range, notes);
        self.require(key, found, notes)
    }

    /// An optional whole number within a range.
    pub(super) fn number_if(
        &mut self,
        key: &str,
        range: RangeInclusive<i32>,
        notes: &mut Notes,
    ) -> Option<At<i32>> {
        let digits = self.typed(key, "a whole number", notes, |value| {
            let number = value.as_integer()?;
            Some(i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX))
        })?;
        match i32::try_from(digits.value) {
            Ok(value) if range.contains(&value) => Some(At { value, line: digits.line }),
            _ => {
                let (from, to) = (range.start(), range.end());
                notes.add(digits.line, Code::ValueRange, format!("{}, from {from} to {to}", self.full(key)));
                None
            }
        }
    }

    /// `true` or `false`; `false` when it is left out.
    pub(super) fn flag(&mut self, key: &str, notes: &mut Notes) -> bool {
        self.typed(key, "true or false", notes, |value| value.as_bool()).is_some_and(|flag| flag.value)
    }

    /// An optional list of texts; empty when it is left out.
    pub(super) fn texts(&mut self, key: &str, notes: &mut Notes) -> Vec<At<String>> {
        let name = self.full(key);
        let Some(value) = self.take(key) else { return Vec::new() };
        let line = self.document.line(value.span().start);
        let Some(items) = value.get_ref().as_array() else {
            notes.add(line, Code::ValueType, format!("{name}: a list of texts is expected"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            let line = self.document.line(item.span().start);
            match item.get_ref().as_str().map(str::trim) {
                Some("") => notes.add(line, Code::KeyMissing, format!("an entry of {name}")),
                Some(text) => texts.push(At { value: text.to_owned(), line }),
                None => notes.add(line, Code::ValueType, format!("{name}: a list of texts is expected")),
            }
        }
        texts
    }

    /// A required list of texts with at least one entry and none twice.
    pub(super) fn list(&mut self, key: &str, notes: &mut Notes) -> Vec<At<String>> {
        let mut entries = self.texts(key, notes);
        match self.table.get(key) {
            None => {
                self.require::<()>(key, None, notes);
            }
            Some(value) if value.get_ref().as_array().is_some_and(|items| items.is_empty()) => {
                notes.add(self.document.line(value.span().start), Code::ListEmpty, self.full(key));
            }
            Some(_) => {}
        }
        let mut seen = BTreeSet::new();
        entries.retain(|entry| {
            let new = seen.insert(entry.value.clone());
            if !new {
                notes.add(entry.line, Code::ListRepeated, format!("{key}: \"{}\"", entry.value));
            }
            new
        });
        entries
    }

    /// A required section `[key]`.
    pub(super) fn section(&mut self, key: &str, notes: &mut Notes) -> Option<Section<'s>> {
        let name = self.full(key);
        let Some(value) = self.take(key) else {
            return self.require(key, None, notes);
        };
        let line = self.document.line(value.span().start);
        match value.get_ref().as_table() {
            Some(table) => Some(self.document.section(table, name, line)),
            None => {
                notes.add(line, Code::ValueType, format!("{name}: a section is expected"));
                None
            }
        }
    }

    /// Sections `[[key]]`; none when they are left out.
    pub(super) fn sections(&mut self, key: &str, notes: &mut Notes) -> Vec<Section<'s>> {
        let name = self.full(key);
        let Some(value) = self.take(key) else { return Vec::new() };
        let mut sections = Vec::new();
        for item in value.get_ref().as_array().map(|items| items.iter()).unwrap_or_default() {
            let line = self.document.line(item.span().start);
            if let Some(table) = item.get_ref().as_table() {
                sections.push(self.document.section(table, name.clone(), line));
            }
        }
        if sections.is_empty() {
            let line = self.document.line(value.span().start);
            notes.add(line, Code::ValueType, format!("{name}: [[{name}]] sections are expected"));
        }
        sections
    }

    /// A required text in all three languages of the interface.
    pub(super) fn localised(&mut self, key: &str, notes: &mut Notes) -> Option<Localised> {
        let mut section = self.section(key, notes)?;
        let mut localised = Localised::default();
        let mut complete = true;
        for language in Language::ALL {
            let tag = language.tag();
            match section
                .typed(tag, "a text between quotes", notes, |value| Some(value.as_str()?.trim().to_owned()))
            {
                Some(text) if !text.value.is_empty() => localised.put(language, text.value),
                found => {
                    complete = false;
                    let line = found.map_or(section.line, |text| text.line);
                    if !self.document.broken {
                        notes.add(line, Code::TitleMissing, section.full(tag));
                    }
                }
            }
        }
        section.finish(notes);
        complete.then_some(localised)
    }

    /// Whether a setting is there at all. Does not take it out.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Reports the settings that nobody asked for.
    pub(super) fn finish(self, notes: &mut Notes) {
        for key in self.table.keys() {
            if !self.taken.contains(key.get_ref().as_ref()) {
                notes.add(self.document.line(key.span().start), Code::KeyUnknown, self.full(key.get_ref()));
            }
        }
    }

    fn take(&mut self, key: &str) -> Option<&'s Spanned<DeValue<'s>>> {
        self.taken.insert(key.to_owned());
        self.table.get(key)
    }

    fn typed<T>(
        &mut self,
        key: &str,
        expected: &str,
        notes: &mut Notes,
        read: impl Fn(&DeValue) -> Option<T>,
    ) -> Option<At<T>> {
        let value = self.take(key)?;
        let line = self.document.line(value.span().start);
        match read(value.get_ref()) {
            Some(value) => Some(At { value, line }),
            None => {
                notes.add(line, Code::ValueType, format!("{}: {expected} is expected", self.full(key)));
                None
            }
        }
    }

    /// Reports a setting as missing unless it is there (then its own fault was reported already).
    fn require<T>(&self, key: &str, found: Option<T>, notes: &mut Notes) -> Option<T> {
        if found.is_none() && !self.has(key) && !self.document.broken {
            notes.add(self.line, Code::KeyMissing, self.full(key));
        }
        found
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}

fn known<W: Word>(name: &str, text: &At<String>, notes: &mut Notes) -> Option<W> {
    let word = W::parse(&text.value);
    if word.is_none() {
        let words = W::WORDS.join(", ");
        notes.add(text.line, Code::WordUnknown, format!("{name} = \"{}\" (known: {words})", text.value));
    }
    word
}

/// Whether a key is well-formed: it begins with a–z and has only a–z, 0–9 and hyphens, at most 60.
pub(super) fn is_key(key: &str) -> bool {
    key.len() <= 60
        && key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::finding::Finding;

    fn lines(found: &[Finding]) -> Vec<(u32, Code)> {
        found.iter().map(|finding| (finding.line, finding.code)).collect()
    }

    #[test]
    fn lines_of_dotted_keys_sections_and_list_entries_are_right() {
        let text = "a = 1\n\n[[activity]]\nkey = \"x\"\ntitle.ru = \"р\"\ntitle.kk = \"қ\"\n\n[[activity]]\nlist = [\n  \"one\",\n  2,\n]\n";
        let mut found = Vec::new();
        let notes = &mut Notes::new("f", &mut found);
        let document = Document::parse(text, 10, notes);
        let mut root = document.root();
        assert_eq!(root.number("a", 0..=9, notes), Some(At { value: 1, line: 10 }));
        let mut activities = root.sections("activity", notes);
        assert_eq!(activities.iter().map(|section| section.line).collect::<Vec<_>>(), [12, 17]);
        assert_eq!(activities[0].text("key", notes).unwrap().line, 13);
        assert_eq!(activities[0].localised("title", notes), None);
        assert_eq!(activities[1].texts("list", notes), [At { value: "one".into(), line: 19 }]);
        assert_eq!(lines(&found), [(14, Code::TitleMissing), (20, Code::ValueType)]);
    }

    #[test]
    fn several_syntax_faults_are_found_and_do_not_count_as_missing() {
        let mut found = Vec::new();
        let notes = &mut Notes::new("f", &mut found);
        let document = Document::parse("a = \nb = 2\nc = [1,\n", 1, notes);
        assert_eq!(document.root().text("title", notes), None);
        assert!(found.iter().all(|finding| finding.code == Code::TomlSyntax));
        let lines: BTreeSet<_> = found.iter().map(|finding| finding.line).collect();
        assert!(lines.contains(&1) && lines.len() > 1, "{found:?}");
    }
}
