//! The rows of a sheet, written into what stands there.

use super::BookError;
use super::steps::{Step, attribute, walk};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The last row and the last column that office programs know. What claims to lie beyond them is counted from the one
/// before, so that a row four thousand million does not keep anybody busy.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words, as they are: a program that reads them makes neither numbers nor dates of them.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Nothing.
    Empty,
}

/// A row as it stands in the sheet.
#[derive(Debug, Clone, Default)]
struct Prepared {
    /// Where it begins and ends.
    from: usize,
    to: usize,
    /// Its attributes as they are written, without its number.
    looks: String,
    /// The looks of its cells, by column.
    cells: BTreeMap<u32, Option<String>>,
    /// Whether anything stands in its cells.
    filled: bool,
}

/// What was found in a sheet.
#[derive(Debug, Default)]
struct Found {
    /// The tag of the dimension, and what it says.
    dimension: Option<(usize, usize, String)>,
    /// The tag that opens the rows, and whether it closes them as well.
    opened: Option<(usize, usize, bool)>,
    /// Where the closing tag of the rows begins.
    closed: usize,
    /// What stands before the names of elements.
    prefix: String,
    rows: BTreeMap<u32, Prepared>,
}

/// A sheet with rows written from a row on; what stands outside the rows stays as it is, but for the dimension.
pub(super) fn rewritten(xml: &str, first: u32, rows: &[Vec<Value>]) -> Result<String, BookError> {
    let found = look(xml)?;
    let broken = || BookError::Damaged("the sheet has no rows".to_owned());
    let (opened_from, opened_to, empty) = found.opened.ok_or_else(broken)?;
    let part = |from: usize, to: usize| xml.get(from..to).ok_or_else(broken);
    let count = u32::try_from(rows.len()).map_err(|_| BookError::TooLarge)?;
    let last_row = found.rows.keys().last().copied().unwrap_or(0);
    let end = last_row.max(first.saturating_add(count).saturating_sub(1));
    let mut data = String::with_capacity(xml.len());
    for (_, row) in found.rows.range(..first) {
        data.push_str(part(row.from, row.to)?);
    }
    let pattern = found.rows.range(first..).next_back().map(|(_, row)| row);
    for number in first..=end {
        let values = usize::try_from(number - first).ok().and_then(|place| rows.get(place));
        match (values, found.rows.get(&number)) {
            (Some(values), row) => write_row(&mut data, (&found.prefix, number), row.or(pattern), values),
            (None, Some(row)) if row.filled => {
                write_row(&mut data, (&found.prefix, number), Some(row), &[]);
            }
            (None, Some(row)) => data.push_str(part(row.from, row.to)?),
            (None, None) => {}
        }
    }
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let head = dimensioned(xml, &found, opened_from, (end, u32::try_from(widest).unwrap_or(0)))
        .ok_or_else(broken)?;
    let prefix = &found.prefix;
    Ok(if empty {
        format!("{head}<{prefix}sheetData>{data}</{prefix}sheetData>{}", part(opened_to, xml.len())?)
    } else {
        format!("{head}{}{data}{}", part(opened_from, opened_to)?, part(found.closed, xml.len())?)
    })
}

fn look(xml: &str) -> Result<Found, BookError> {
    let mut found = Found::default();
    let (mut at, mut row, mut inside) = ((0_u32, 0_u32), None::<Prepared>, false);
    walk(xml, |step| {
        match step {
            Step::Open { name: "dimension", element, from, to, .. } => {
                found.dimension = attribute(element, "ref").map(|area| (from, to, area));
            }
            Step::Open { name: "sheetData", element, from, to, empty } => {
                found.opened = Some((from, to, empty));
                let name = element.name();
                found.prefix = name.as_ref().strip_suffix("sheetData").unwrap_or_default().to_owned();
                inside = true;
            }
            Step::Close { name: "sheetData", from, .. } => {
                found.closed = from;
                inside = false;
            }
            Step::Open { name: "row", element, from, .. } if inside => {
                at = (row_number(element).unwrap_or(at.0 + 1), 0);
                row = Some(Prepared { from, looks: looks(element), ..Prepared::default() });
            }
            Step::Close { name: "row", to, .. } if inside => {
                if let Some(mut row) = row.take() {
                    row.to = to;
                    found.rows.insert(at.0, row);
                }
            }
            Step::Open { name: "c", element, .. } => {
                let column = attribute(element, "r").and_then(|cell| place(&cell)).map(|(_, column)| column);
                at.1 = column.unwrap_or(at.1 + 1);
                if let Some(row) = &mut row {
                    row.cells.insert(at.1, attribute(element, "s"));
                }
            }
            Step::Open { name: "v" | "f" | "is", .. } => {
                if let Some(row) = &mut row {
                    row.filled = true;
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// The attributes of a row as they are written, without its number and without what depends on its cells.
fn looks(row: &BytesStart<'_>) -> String {
    let mut looks = String::new();
    for attribute in row.attributes().with_checks(false).flatten() {
        let key = attribute.key;
        if !matches!(key.as_ref(), "r" | "spans") {
            let _ = write!(looks, " {}=\"{}\"", key.as_ref(), attribute.value.replace('"', "&quot;"));
        }
    }
    looks
}

fn write_row(
    data: &mut String,
    (prefix, number): (&str, u32),
    prepared: Option<&Prepared>,
    values: &[Value],
) {
    let looks = prepared.map_or("", |row| row.looks.as_str());
    let _ = write!(data, "<{prefix}row r=\"{number}\"{looks}>");
    let styled = |column: u32| prepared.and_then(|row| row.cells.get(&column));
    let width = u32::try_from(values.len()).unwrap_or(u32::MAX);
    let beyond = prepared.into_iter().flat_map(|row| row.cells.range(width.saturating_add(1)..));
    for column in (1..=width).chain(beyond.map(|(column, _)| *column)) {
        let value = usize::try_from(column - 1).ok().and_then(|place| values.get(place));
        let style = styled(column);
        let style_text = style.and_then(Option::as_ref).map(|style| format!(" s=\"{style}\""));
        let begin = format!("<{prefix}c r=\"{}{number}\"{}", letters(column), style_text.unwrap_or_default());
        let _ = match value {
            Some(Value::Text(text)) if !text.is_empty() => write!(
                data,
                "{begin} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}is></{prefix}c>",
                escaped(text)
            ),
            Some(Value::Number(number)) => {
                write!(data, "{begin}><{prefix}v>{number}</{prefix}v></{prefix}c>")
            }
            _ if style.is_some() => write!(data, "{begin}/>"),
            _ => Ok(()),
        };
    }
    let _ = write!(data, "</{prefix}row>");
}

/// What stands before the rows, with a dimension that covers all of them.
fn dimensioned(xml: &str, found: &Found, until: usize, (row, column): (u32, u32)) -> Option<String> {
    let Some((from, to, said)) = found.dimension.as_ref().filter(|(_, to, _)| *to <= until) else {
        return xml.get(..until).map(str::to_owned);
    };
    let (first, last) = said.split_once(':').unwrap_or((said, said));
    let covered = place(last).unwrap_or((1, 1));
    let wanted = format!("{first}:{}{}", letters(covered.1.max(column)), covered.0.max(row));
    let tag = xml.get(*from..*to)?;
    let tag = if wanted == *said { tag.to_owned() } else { tag.replacen(said.as_str(), &wanted, 1) };
    Some(format!("{}{tag}{}", xml.get(..*from)?, xml.get(*to..until)?))
}

/// The row and the column of a cell such as `AN12`, counted from 1.
pub(super) fn place(cell: &str) -> Option<(u32, u32)> {
    let letters = cell.find(|letter: char| letter.is_ascii_digit())?;
    let (column, row) = (cell.get(..letters)?, cell.get(letters..)?);
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let number = column.bytes().try_fold(0_u32, |sum, letter| {
        letter.is_ascii_uppercase().then(|| sum * 26 + u32::from(letter - b'A') + 1)
    })?;
    let row = row.parse::<u32>().ok().filter(|row| (1..=LAST_ROW).contains(row))?;
    (number <= LAST_COLUMN).then_some((row, number))
}

/// The number that a row says of itself.
pub(super) fn row_number(row: &BytesStart<'_>) -> Option<u32> {
    attribute(row, "r")?.parse::<u32>().ok().filter(|row| (1..=LAST_ROW).contains(row))
}

/// The letters of a column, counted from 1: A … Z, AA …
pub fn letters(column: u32) -> String {
    let place = column.saturating_sub(1);
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more)),
    }
}

fn escaped(words: &str) -> String {
    // Control characters may not stand in XML at all.
    let words: String = words.chars().filter(|letter| !letter.is_control()).collect();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
