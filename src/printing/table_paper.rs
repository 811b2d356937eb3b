//! Papers that are made of tables: the attendance journal, sign-in sheets, schedules, certificates of attendance,
//! transcripts of hours. The same data become a PDF and a workbook, so that both say the same.

mod pages;
mod workbook;

use super::{DocumentStamp, PrintError, Template, Typesetter};
use serde::{Deserialize, Serialize};

/// A paper. Every text is ready to print and in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TablePaper {
    /// Whether it lies on its side.
    pub landscape: bool,
    /// The size of its letters in half points.
    pub size: u8,
    /// Who made it: the full name of the organisation.
    pub issuer: String,
    /// The title.
    pub title: String,
    /// What it is about, in one line.
    pub subtitle: Option<String>,
    /// What stands at the top of every further page.
    pub running: String,
    /// What stands at the foot of every page: when and from what it was made.
    pub made: String,
    /// The number of a page, with `#page` and `#all` in it.
    pub page_of: String,
    /// Few facts in pairs: what, and how much.
    pub facts: Vec<(String, String)>,
    /// Sentences before the tables.
    pub lead: Vec<String>,
    /// The tables.
    pub tables: Vec<PaperTable>,
    /// The heading of the notes.
    pub notes_title: String,
    /// What the numbers in cells refer to, from 1.
    pub notes: Vec<String>,
    /// What explains letters and rounding.
    pub remarks: Vec<String>,
    /// Who signs.
    pub signatures: Vec<SignatureLine>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperTable {
    /// Its name in a workbook.
    pub name: String,
    /// Its heading on paper.
    pub caption: Option<String>,
    /// The columns.
    pub columns: Vec<PaperColumn>,
    /// The rows. Each has as many cells as there are columns, but a [`RowKind::Section`], which has one.
    pub rows: Vec<PaperRow>,
    /// How many columns are repeated when the table is wider than the page: number and name.
    #[serde(skip)]
    pub fixed: usize,
    /// How many of the last columns stay together.
    #[serde(skip)]
    pub together: usize,
    /// Whether it is in the workbook only.
    #[serde(skip)]
    pub workbook_only: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperColumn {
    /// Its head, in lines.
    pub label: String,
    /// How wide it is.
    #[serde(flatten)]
    pub width: Width,
    /// Where its cells stand.
    pub side: Side,
}

impl PaperColumn {
    /// A column of words that takes its part of what is left.
    pub fn words(label: impl Into<String>, part: u16) -> PaperColumn {
        PaperColumn { label: label.into(), width: Width::Part(part), side: Side::Left }
    }

    /// A column so many millimetres wide.
    pub fn of(label: impl Into<String>, millimetres: u16, side: Side) -> PaperColumn {
        PaperColumn { label: label.into(), width: Width::Millimetres(millimetres), side }
    }
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Width {
    /// In millimetres.
    #[serde(rename = "mm")]
    Millimetres(u16),
    /// A part of what the others leave.
    #[serde(rename = "fr")]
    Part(u16),
}

/// Where the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Words.
    Left,
    /// Marks.
    Center,
    /// Numbers.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperRow {
    /// What it is.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<PaperCell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    /// A line.
    Plain,
    /// The heading of the lines below it; one cell across all columns.
    Section,
    /// A sum.
    Total,
    /// A line with room to write in by hand.
    Tall,
}

impl PaperRow {
    /// A line.
    pub fn plain(cells: Vec<PaperCell>) -> PaperRow {
        PaperRow { kind: RowKind::Plain, cells }
    }

    /// A sum.
    pub fn total(cells: Vec<PaperCell>) -> PaperRow {
        PaperRow { kind: RowKind::Total, cells }
    }

    /// The heading of the lines below it.
    pub fn section(text: impl Into<String>) -> PaperRow {
        PaperRow { kind: RowKind::Section, cells: vec![PaperCell::text(text)] }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PaperCell {
    /// What stands in it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// A small line under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// The notes it refers to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<usize>,
    /// Whether a workbook can count with it.
    #[serde(skip)]
    pub is_number: bool,
}

impl PaperCell {
    /// Words.
    pub fn text(text: impl Into<String>) -> PaperCell {
        PaperCell { text: text.into(), ..PaperCell::default() }
    }

    /// A whole number.
    pub fn number(number: impl ToString) -> PaperCell {
        PaperCell { text: number.to_string(), is_number: true, ..PaperCell::default() }
    }

    /// Nothing.
    pub fn empty() -> PaperCell {
        PaperCell::default()
    }
}

/// A line to sign on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureLine {
    /// In which capacity.
    pub label: String,
    /// By whom, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What stands in place of a letter that no font of ours has.
const UNKNOWN_LETTER: char = '?';

impl TablePaper {
    /// The paper as PDF. Tables wider than the page continue below, with their first columns again. Letters that no font
    /// has become question marks: the name of a place must not keep a journal from being printed.
    ///
    /// # Errors
    /// The template refuses the data.
    pub fn pdf(&self, typesetter: &Typesetter, stamp: &DocumentStamp) -> Result<Vec<u8>, PrintError> {
        let mut value = serde_json::to_value(self.as_printed())?;
        let mut texts = stamp.title.clone();
        gather_texts(&value, &mut texts);
        let missing = typesetter.missing_glyphs(&texts);
        if missing.is_empty() {
            return typesetter.pdf(Template::Table, &value, stamp);
        }
        let spelt = |text: &str| text.replace(&missing[..], &UNKNOWN_LETTER.to_string());
        replace_texts(&mut value, &spelt);
        let stamp = DocumentStamp { title: spelt(&stamp.title), ..stamp.clone() };
        typesetter.pdf(Template::Table, &value, &stamp)
    }

    /// The paper as it lies on its pages.
    fn as_printed(&self) -> TablePaper {
        let printed = self.tables.iter().filter(|table| !table.workbook_only);
        let tables = printed.flat_map(|table| pages::across(table, self.landscape)).collect();
        TablePaper { tables, ..self.clone() }
    }
}

fn gather_texts(value: &serde_json::Value, texts: &mut String) {
    match value {
        serde_json::Value::String(text) => texts.push_str(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather_texts(item, texts)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| gather_texts(field, texts)),
        _ => {}
    }
}

fn replace_texts(value: &mut serde_json::Value, spelt: &dyn Fn(&str) -> String) {
    match value {
        serde_json::Value::String(text) => *text = spelt(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, spelt)),
        serde_json::Value::Object(fields) => {
            fields.iter_mut().for_each(|(_, field)| replace_texts(field, spelt));
        }
        _ => {}
    }
}
