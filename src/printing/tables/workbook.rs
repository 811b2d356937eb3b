//! XLSX workbooks, from strangers: nothing is unpacked before its size is known to be modest.

use super::{Builder, MAX_UNPACKED_BYTES, Table, TableError, cell};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// A workbook of a person has a dozen parts; pictures make it hundreds.
const MAX_PARTS: usize = 2_000;

/// The first visible sheet of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<(Table, Vec<TableError>), TableError> {
    check_size(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let is_table = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let name = workbook.sheets_metadata().iter().find(is_table).ok_or(TableError::Empty)?.name.clone();
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(damaged)?;
    let mut builder = Builder::new();
    let mut row = (0, Ok(Vec::new()));
    while let Some(next) = cells.next_cell().map_err(damaged)? {
        let (row_index, column_index) = next.get_position();
        let line = row_index.saturating_add(1);
        let column = usize::try_from(column_index).unwrap_or(usize::MAX).saturating_add(1);
        let text = text(next.get_value(), line, column);
        if text.as_ref().is_ok_and(String::is_empty) {
            continue;
        }
        if line != row.0 {
            let (line, cells) = std::mem::replace(&mut row, (line, Ok(Vec::new())));
            builder.push(line, cells)?;
        }
        // The first fault of a row tells of it.
        if let Ok(cells) = &mut row.1 {
            match text {
                Ok(text) => place(cells, column, text),
                Err(fault) => row.1 = Err(fault),
            }
        }
    }
    builder.push(row.0, row.1)?;
    builder.finish(None, None)
}

/// Refuses a bomb: first by the sizes the archive declares, then by what really comes out, counted
/// without keeping it, because a declaration can lie.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(TableError::UnknownKind);
    }
    if archive.len() > MAX_PARTS {
        return Err(TableError::TooLarge);
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        declared = declared.saturating_add(archive.by_index_raw(index).map_err(damaged)?.size());
    }
    if declared > MAX_UNPACKED_BYTES {
        return Err(TableError::TooLarge);
    }
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let unpacked = copy(&mut part.take(left + 1), &mut sink()).map_err(damaged)?;
        left = left.checked_sub(unpacked).ok_or(TableError::TooLarge)?;
    }
    Ok(())
}

fn place(cells: &mut Vec<String>, column: usize, text: String) {
    if cells.len() < column {
        cells.resize(column, String::new());
    }
    if let Some(cell) = cells.get_mut(column - 1) {
        *cell = text;
    }
}

fn text(value: &DataRef<'_>, line: u32, column: usize) -> Result<String, TableError> {
    match value {
        DataRef::Empty | DataRef::Error(_) => Ok(String::new()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            cell(text, line, column)
        }
        DataRef::SharedString(text) => cell(text, line, column),
        DataRef::Int(number) => cell(&number.to_string(), line, column),
        DataRef::Float(number) => cell(&number.to_string(), line, column),
        DataRef::Bool(flag) => cell(if *flag { "TRUE" } else { "FALSE" }, line, column),
        DataRef::DateTime(moment) => cell(&date(moment), line, column),
    }
}

/// Excel keeps a date as days since 1900 and a time as a part of a day.
fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    let date = format!("{year:04}-{month:02}-{day:02}");
    match moment.as_f64() {
        days if days < 1.0 => clock,
        days if days.fract() == 0.0 => date,
        _ => format!("{date} {clock}"),
    }
}

fn damaged(error: impl std::fmt::Display) -> TableError {
    TableError::Damaged(error.to_string())
}
