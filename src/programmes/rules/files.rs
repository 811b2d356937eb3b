//! The files of a programme in memory, and the two halves of a text: front matter and body.

use crate::programmes::rules::programme::Media;
use std::collections::BTreeMap;

/// The files of one programme, by their paths relative to its folder.
#[derive(Debug, Clone, Default)]
pub struct FolderFiles {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
    /// Media that an earlier import looked at, without their bytes.
    checked: BTreeMap<String, Media>,
}

impl FolderFiles {
    /// An empty folder of this name.
    pub fn new(name: impl Into<String>) -> FolderFiles {
        FolderFiles { name: name.into(), ..FolderFiles::default() }
    }

    /// Adds or replaces a file. `path` is relative, with `/` between its parts.
    pub fn insert(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(path.into(), bytes);
    }

    /// Adds a file whose content an earlier import has looked at and laid away.
    pub fn insert_checked(&mut self, media: Media) {
        self.files.insert(media.path.clone(), Vec::new());
        self.checked.insert(media.path.clone(), media);
    }

    /// A file that an earlier import has looked at.
    pub(super) fn checked(&self, path: &str) -> Option<&Media> {
        self.checked.get(path)
    }

    /// Every text (`.md`, `.toml`) by its path, as far as it is UTF-8.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        let texts = self.paths().filter(|path| path.ends_with(".md") || path.ends_with(".toml"));
        texts.filter_map(|path| Some((path.to_owned(), self.text(path)?.to_owned()))).collect()
    }

    /// The folder's own name; equal to the programme's slug.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are no files.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The content of a file.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Whether there is a file at this path.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The content of a text, without a byte order mark; `None` when it is missing or not UTF-8.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        let text = std::str::from_utf8(self.bytes(path)?).ok()?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(text))
    }
}

/// The folder part of a path, without the last slash; empty for a file of the programme's own folder.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A text split into its front matter and its body, with the lines they begin on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Split<'t> {
    /// TOML between the `+++` lines; `None` when the text has none.
    pub front: Option<&'t str>,
    /// The line the front matter's TOML begins on.
    pub front_line: u32,
    /// The Markdown after it.
    pub body: &'t str,
    /// The line the body begins on.
    pub body_line: u32,
    /// The opening `+++` has no closing one.
    pub unclosed: bool,
}

/// Splits a text at its `+++` lines.
pub(super) fn split(text: &str) -> Split<'_> {
    let whole = Split { front: None, front_line: 1, body: text, body_line: 1, unclosed: false };
    let mut start = 0;
    let mut opened = None;
    for (number, line) in (1u32..).zip(text.split_inclusive('\n')) {
        let end = start + line.len();
        let fence = line.trim_end() == "+++";
        match opened {
            None if fence => opened = Some(end),
            None => return whole,
            Some(from) if fence => {
                let (front, body) = (text.get(from..start), text.get(end..).unwrap_or_default());
                return Split { front, front_line: 2, body, body_line: number + 1, unclosed: false };
            }
            Some(_) => {}
        }
        start = end;
    }
    Split { unclosed: opened.is_some(), ..whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_split_at_its_fences() {
        let parts = split("+++\na = 1\n+++\n\n## Heading\n");
        assert_eq!(parts.front, Some("a = 1\n"));
        assert_eq!((parts.front_line, parts.body_line), (2, 4));
        assert_eq!(parts.body, "\n## Heading\n");
    }

    #[test]
    fn a_text_without_fences_is_all_body() {
        let parts = split("## Heading\n+++\n");
        assert_eq!(parts.front, None);
        assert_eq!(parts.body_line, 1);
        assert!(!parts.unclosed);
    }

    #[test]
    fn an_open_fence_is_noticed_and_windows_line_ends_are_understood() {
        assert!(split("+++\na = 1\n").unclosed);
        assert_eq!(split("+++\r\na = 1\r\n+++\r\ntext").body, "text");
    }
}
