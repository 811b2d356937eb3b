//! Filling a workbook that somebody else made: only the rows of one sheet change, every other part of the file stays as
//! it was, byte by byte. For registers that refuse workbooks which were put together anew.

mod lists;
mod obstacles;
mod rows;
mod steps;

pub use lists::{ListSource, MOST_VALUES, Validation};
pub use obstacles::Obstacle;
pub use rows::{Value, letters};

use super::tables::{self, TableError};
use rows::rewritten;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use steps::{Step, attribute, relation, walk};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Why a file cannot be used as a workbook to fill.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// No XLSX workbook.
    #[error("no XLSX workbook")]
    UnknownKind,
    /// A workbook with a program in it.
    #[error("the workbook has macros")]
    Macros,
    /// It unpacks to more than is reasonable.
    #[error("the workbook unpacks to too much")]
    TooLarge,
    /// It cannot be read; what was wrong, for the log.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPart {
    /// Its name.
    pub name: String,
    /// Whether readers do not see it.
    pub hidden: bool,
    /// Where it lies in the archive.
    path: String,
}

/// The most that the cells of a sheet may say together, in bytes: many cells may share one long text, and so a small
/// file could fill the memory.
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// The cells of a sheet, by row and column, both counted from 1. Empty ones are left out.
pub type Cells = BTreeMap<(u32, u32), String>;

/// A workbook that was opened.
pub struct Workbook<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    sheets: Vec<SheetPart>,
    /// Defined names with what they stand for.
    names: Vec<(String, String)>,
    strings: Vec<String>,
}

impl<'b> Workbook<'b> {
    /// Opens a workbook from a stranger: nothing is unpacked before its size is known to be modest.
    ///
    /// # Errors
    /// It is none, has macros, or cannot be read.
    pub fn open(bytes: &'b [u8]) -> Result<Workbook<'b>, BookError> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(BookError::UnknownKind);
        }
        tables::check_workbook(bytes).map_err(|error| match error {
            TableError::UnknownKind => BookError::UnknownKind,
            TableError::TooLarge => BookError::TooLarge,
            other => BookError::Damaged(other.to_string()),
        })?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut book = Workbook { archive, sheets: Vec::new(), names: Vec::new(), strings: Vec::new() };
        book.refuse_macros()?;
        book.read_contents()?;
        book.read_strings()?;
        Ok(book)
    }

    /// A sheet by its name.
    pub fn sheet(&self, name: &str) -> Option<&SheetPart> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }

    /// The cells of a sheet; none when there is no such sheet.
    ///
    /// # Errors
    /// The sheet cannot be read.
    pub fn cells(&mut self, name: &str) -> Result<Cells, BookError> {
        let Some(path) = self.sheet(name).map(|sheet| sheet.path.clone()) else { return Ok(Cells::new()) };
        let xml = self.text(&path)?.unwrap_or_default();
        cells_of(&xml, &self.strings)
    }

    /// Which cells of a sheet have to be of a list.
    ///
    /// # Errors
    /// The sheet cannot be read.
    pub fn validations(&mut self, name: &str) -> Result<Vec<Validation>, BookError> {
        let Some(path) = self.sheet(name).map(|sheet| sheet.path.clone()) else { return Ok(Vec::new()) };
        let xml = self.text(&path)?.unwrap_or_default();
        let found = lists::validations(&xml)?.into_iter();
        Ok(found.map(|one| Validation { formula: lists::with_sheet(&one.formula, name), ..one }).collect())
    }

    /// What in a sheet stands in the way of writing rows from one on.
    ///
    /// # Errors
    /// The sheet cannot be read.
    pub fn obstacles(&mut self, name: &str, first: u32) -> Result<Vec<Obstacle>, BookError> {
        let Some(path) = self.sheet(name).map(|sheet| sheet.path.clone()) else { return Ok(Vec::new()) };
        let xml = self.text(&path)?.unwrap_or_default();
        obstacles::obstacles(&xml, first)
    }

    /// The areas of a sheet with conditional formats that reach into the rows from one on.
    ///
    /// # Errors
    /// The sheet cannot be read.
    pub fn conditional_formats(&mut self, name: &str, first: u32) -> Result<Vec<String>, BookError> {
        let Some(path) = self.sheet(name).map(|sheet| sheet.path.clone()) else { return Ok(Vec::new()) };
        let xml = self.text(&path)?.unwrap_or_default();
        obstacles::conditional_formats(&xml, first)
    }

    /// Where the values of a list stand, through defined names; the name or formula that leads nowhere otherwise.
    ///
    /// # Errors
    /// What leads nowhere.
    pub fn list_source(&self, formula: &str) -> Result<ListSource, String> {
        lists::source(formula, &self.names, &|sheet: &str| self.sheet(sheet).is_some())
    }

    fn refuse_macros(&mut self) -> Result<(), BookError> {
        let program = |name: &str| {
            let name = name.to_lowercase();
            name.ends_with("vbaproject.bin") || name.contains("/macrosheets/")
        };
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(damaged)?;
            if program(&part.name().map_err(damaged)?) {
                return Err(BookError::Macros);
            }
        }
        let types = self.text("[Content_Types].xml")?.unwrap_or_default();
        if types.to_lowercase().contains("macroenabled") { Err(BookError::Macros) } else { Ok(()) }
    }

    /// The text of a part; nothing when it is not there.
    fn text(&mut self, path: &str) -> Result<Option<String>, BookError> {
        let Some(index) = self.archive.index_for_name(path) else { return Ok(None) };
        let mut part = self.archive.by_index(index).map_err(damaged)?;
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(damaged)?;
        Ok(Some(text))
    }

    /// The sheets and the defined names.
    fn read_contents(&mut self) -> Result<(), BookError> {
        let contents = self.text("xl/workbook.xml")?.ok_or(BookError::UnknownKind)?;
        let relations = self.text("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
        let mut targets: BTreeMap<String, String> = BTreeMap::new();
        walk(&relations, |step| {
            if let Step::Open { name: "Relationship", element, .. } = step
                && let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target"))
            {
                targets.insert(id, target);
            }
            Ok(())
        })?;
        let (mut sheets, mut names, mut named) = (Vec::new(), Vec::new(), None::<(String, String)>);
        walk(&contents, |step| {
            match step {
                Step::Open { name: "sheet", element, .. } => {
                    let target = relation(element).and_then(|id| targets.get(&id));
                    if let (Some(name), Some(target)) = (attribute(element, "name"), target) {
                        let hidden = attribute(element, "state").is_some_and(|state| state != "visible");
                        sheets.push(SheetPart { name, hidden, path: part_path(target) });
                    }
                }
                Step::Open { name: "definedName", element, .. } => {
                    named = attribute(element, "name").map(|name| (name, String::new()));
                }
                Step::Text(text) => {
                    if let Some((_, reference)) = &mut named {
                        reference.push_str(text);
                    }
                }
                Step::Close { name: "definedName", .. } => names.extend(named.take()),
                _ => {}
            }
            Ok(())
        })?;
        (self.sheets, self.names) = (sheets, names);
        Ok(())
    }

    fn read_strings(&mut self) -> Result<(), BookError> {
        let Some(xml) = self.text("xl/sharedStrings.xml")? else { return Ok(()) };
        let (mut strings, mut text, mut within, mut phonetic) = (Vec::new(), String::new(), false, false);
        walk(&xml, |step| {
            match step {
                Step::Open { name: "si", .. } => text.clear(),
                Step::Open { name: "rPh", .. } => phonetic = true,
                Step::Close { name: "rPh", .. } => phonetic = false,
                Step::Open { name: "t", .. } => within = !phonetic,
                Step::Close { name: "t", .. } => within = false,
                Step::Close { name: "si", .. } => strings.push(std::mem::take(&mut text)),
                Step::Text(part) if within => text.push_str(part),
                _ => {}
            }
            Ok(())
        })?;
        self.strings = strings;
        Ok(())
    }
}

/// A workbook with rows on one of its sheets, from a row on (counted from 1): the looks of the rows that stand there
/// are kept, what stood in them is not. Every other part is copied as it is.
///
/// # Errors
/// The workbook cannot be read, or has no such sheet.
pub fn fill(bytes: &[u8], sheet: &str, first: u32, rows: &[Vec<Value>]) -> Result<Vec<u8>, BookError> {
    let mut book = Workbook::open(bytes)?;
    let path = book.sheet(sheet).map(|found| found.path.clone()).ok_or(BookError::UnknownKind)?;
    let xml = book.text(&path)?.ok_or(BookError::UnknownKind)?;
    let filled = rewritten(&xml, first, rows)?;
    let mut written = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let place = book.archive.index_for_name(&path);
    for index in 0..book.archive.len() {
        let part = book.archive.by_index_raw(index).map_err(damaged)?;
        if Some(index) == place {
            let options = SimpleFileOptions::default()
                .last_modified_time(part.last_modified().unwrap_or_default())
                .compression_method(zip::CompressionMethod::Deflated);
            drop(part);
            written.start_file(path.as_str(), options).map_err(damaged)?;
            written.write_all(filled.as_bytes()).map_err(damaged)?;
        } else {
            written.raw_copy_file(part).map_err(damaged)?;
        }
    }
    Ok(written.finish().map_err(damaged)?.into_inner())
}

/// Where a part lies that the workbook names, seen from the root of the archive.
fn part_path(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{}", target.strip_prefix("./").unwrap_or(target)),
    }
}

fn cells_of(xml: &str, strings: &[String]) -> Result<Cells, BookError> {
    let (mut cells, mut at, mut kind) = (Cells::new(), (0_u32, 0_u32), String::new());
    let (mut text, mut within, mut said) = (String::new(), false, 0_usize);
    walk(xml, |step| {
        match step {
            Step::Open { name: "row", element, .. } => {
                at = (rows::row_number(element).unwrap_or(at.0 + 1), 0);
            }
            Step::Open { name: "c", element, .. } => {
                let place = attribute(element, "r").and_then(|place| rows::place(&place));
                at = place.unwrap_or((at.0, at.1 + 1));
                kind = attribute(element, "t").unwrap_or_default();
                text.clear();
            }
            Step::Open { name: "v" | "t", .. } => within = true,
            Step::Close { name: "v" | "t", .. } => within = false,
            Step::Text(part) if within => text.push_str(part),
            Step::Close { name: "c", .. } => {
                let shared = text.trim().parse::<usize>().ok().filter(|_| kind == "s");
                let value = match shared {
                    Some(index) => strings.get(index).cloned().unwrap_or_default(),
                    None => std::mem::take(&mut text),
                };
                said = said.saturating_add(value.len());
                if said > MOST_TEXT {
                    return Err(BookError::TooLarge);
                }
                if !value.is_empty() {
                    cells.insert(at, value);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(cells)
}

fn damaged(error: impl std::fmt::Display) -> BookError {
    BookError::Damaged(error.to_string())
}

#[cfg(test)]
mod tests;
