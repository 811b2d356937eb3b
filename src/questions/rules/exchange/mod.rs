//! Questions that come from other systems and go to them: GIFT, Moodle XML, Aiken, and tables. Bytes in,
//! questions and faults out; texts out, with what could not be carried named.
//!
//! A question with a fault is never taken, and nothing that stands in a file is passed over in silence.

mod aiken;
mod decode;
mod desk;
mod draft;
pub mod export;
mod fault;
mod gift;
mod html;
mod moodle;
mod names;
mod number;
mod table;

pub use fault::{Code, Fault, Severity};
pub use html::{IMAGE_PREFIX, image_names, plain};
pub use names::{Keys, LONGEST_NAME, clean_name};

use super::Question;
use crate::kernel::{Language, words};
use desk::Desk;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// The most questions of one file: an import is one transaction, and while it runs nobody else writes.
pub const MOST_QUESTIONS: usize = 5_000;

/// A table with a question of every kind, to be filled in.
pub const EXAMPLE: &str = include_str!("example.csv");

/// How workbooks and documents of offices began before they were archives.
const OLD_WORKBOOK: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Where the file store keeps an image by its name, a digest and an ending; nothing for other names.
pub fn image_key(name: &str) -> Option<String> {
    let (digest, ending) = name.split_once('.')?;
    let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let fine =
        digest.len() == 64 && digest.bytes().all(hexadecimal) && ["png", "jpg", "webp"].contains(&ending);
    let folder = digest.get(..2).filter(|_| fine)?;
    Some(format!("{folder}/{digest}"))
}

words! {
    /// The formats that are read.
    Format {
        /// GIFT, the text format of Moodle.
        Gift = "gift",
        /// Moodle XML.
        MoodleXml = "moodle-xml",
        /// Aiken: one right choice, in plain text.
        Aiken = "aiken",
        /// A table: CSV, or a workbook.
        Table = "table",
    }
}

/// A question out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What it is called: by the file, else after what is asked.
    pub name: String,
    /// Whether the file gives it that name.
    pub named: bool,
    /// Its category, the topmost first; empty when the file names none.
    pub category: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The line it begins on, from 1.
    pub line: u32,
    /// The question, its texts in one language. The key is unique in the file.
    pub question: Question,
    /// The images its texts show, by [`IMAGE_PREFIX`] and their names.
    pub images: Vec<Image>,
}

impl Imported {
    /// What is asked, as plain text.
    pub fn plain_text(&self) -> String {
        self.question.texts.values().next().map(|text| html::asked(&self.question, text)).unwrap_or_default()
    }
}

/// An image out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The SHA-256 of the bytes and an ending.
    pub name: String,
    /// PNG, JPEG or WebP; the content was looked at.
    pub bytes: Vec<u8>,
}

/// What a file brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The format it was read as.
    pub format: Format,
    /// The encoding that the text of a table was read in, such as `windows-1251`; none for a workbook and what is no
    /// table.
    pub encoding: Option<&'static str>,
    /// What separates the cells of the text of a table.
    pub delimiter: Option<char>,
    /// The questions without faults.
    pub questions: Vec<Imported>,
    /// Faults and warnings in the order of their lines.
    pub findings: Vec<Fault>,
}

impl Reading {
    /// What stops an import of everything.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        self.findings.iter().filter(|one| one.code.severity() == Severity::Fault)
    }

    /// What is told and stops nothing.
    pub fn warnings(&self) -> impl Iterator<Item = &Fault> {
        self.findings.iter().filter(|one| one.code.severity() == Severity::Warning)
    }
}

/// Reads a file. Without a format, it is told by the content, and where that says nothing by the file's name.
pub fn read(bytes: &[u8], file_name: &str, format: Option<Format>, language: Language) -> Reading {
    let mut desk = Desk::new(language);
    if bytes.len() > LARGEST_FILE {
        desk.add(1, Code::TooLarge, &[("most", (LARGEST_FILE / 1024 / 1024).to_string())]);
        return desk.finish(format.unwrap_or(Format::Gift));
    }
    if bytes.starts_with(OLD_WORKBOOK) {
        desk.add(1, Code::OldWorkbook, &[]);
        return desk.finish(format.unwrap_or(Format::Table));
    }
    if format == Some(Format::Table) || (format.is_none() && decode::is_workbook(bytes)) {
        table::read(bytes, &mut desk);
        return desk.finish(Format::Table);
    }
    let text = match decode::text(bytes) {
        Ok(text) => text,
        Err((line, code)) => {
            desk.add(line, code, &[]);
            return desk.finish(format.unwrap_or(Format::Gift));
        }
    };
    let format = format.unwrap_or_else(|| guess(&text, file_name));
    match format {
        Format::Gift => gift::read(&text, &mut desk),
        Format::MoodleXml => moodle::read(&text, &mut desk),
        Format::Aiken => aiken::read(&text, &mut desk),
        Format::Table => table::read(bytes, &mut desk),
    }
    desk.finish(format)
}

/// Where XML begins: behind white space and comments.
fn after_comments(text: &str) -> &str {
    let space = |c: char| c.is_whitespace() || c == '\u{feff}';
    let mut rest = text.trim_start_matches(space);
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = after.trim_start_matches(space);
    }
    rest
}

fn guess(text: &str, file_name: &str) -> Format {
    let name = file_name.to_lowercase();
    let start = after_comments(text);
    if start.starts_with("<?xml") || start.starts_with("<quiz") || name.ends_with(".xml") {
        Format::MoodleXml
    } else if [".csv", ".tsv", ".xlsx"].iter().any(|ending| name.ends_with(ending)) {
        Format::Table
    } else if name.ends_with(".gift") {
        Format::Gift
    } else if aiken::looks_like(text) {
        // A brace in what is asked makes no GIFT of it.
        Format::Aiken
    } else if table::looks_like(text) {
        Format::Table
    } else {
        Format::Gift
    }
}
