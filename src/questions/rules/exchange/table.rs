//! A table: a row for a question, columns by their headings. What the columns are is in `docs/CONTENT.md`.

mod columns;
mod row;

use super::desk::Desk;
use super::names::category_parts;
use super::{Code, decode};
use crate::printing::tables::{self, MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES, TableError};
use columns::{Column, column};

/// Whether the first line of a text has the headings of such a table.
pub(super) fn looks_like(text: &str) -> bool {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let known = line.split([',', ';', '\t']).filter_map(|cell| column(cell.trim_matches('"')));
    known.filter(|column| matches!(column, Column::Text | Column::Right)).count() == 2
}

pub(super) fn read(bytes: &[u8], desk: &mut Desk) {
    if !decode::is_workbook(bytes)
        && let Err((line, code)) = decode::text(bytes)
    {
        desk.add(line, code, &[]);
        return;
    }
    let (table, faults) = match tables::read_good_rows(bytes) {
        Ok(read) => read,
        Err(error) => return unreadable(&error, desk),
    };
    faults.iter().for_each(|error| unreadable(error, desk));
    desk.read_as = (table.encoding, table.delimiter);
    let columns: Vec<Option<Column>> = table.header.iter().map(|heading| column(heading)).collect();
    for (place, (column, heading)) in columns.iter().zip(&table.header).enumerate() {
        match column {
            None if !heading.is_empty() => desk.name(1, Code::HeaderUnknown, heading),
            Some(_) if columns.iter().take(place).any(|earlier| earlier == column) => {
                desk.name(1, Code::ColumnTwice, heading);
            }
            _ => {}
        }
    }
    if !columns.contains(&Some(Column::Text)) {
        desk.name(1, Code::ColumnMissing, "Вопрос / Сұрақ / Question");
        return;
    }
    for line in table.rows {
        let cells = row::Row::new(line.line, &columns, line.cells);
        desk.category = category_parts(cells.cell(Column::Category));
        let before = desk.faults();
        let draft = row::read(&cells, desk);
        if let Some(draft) = draft.filter(|_| desk.faults() == before) {
            desk.take(draft);
        }
    }
}

fn unreadable(error: &TableError, desk: &mut Desk) {
    let mut add = |line: u32, code, args: &[(&'static str, usize)]| {
        let args: Vec<(&'static str, String)> =
            args.iter().map(|(name, number)| (*name, number.to_string())).collect();
        desk.add(line, code, &args);
    };
    match error {
        TableError::Empty => add(1, Code::NothingFound, &[]),
        TableError::UnknownKind => add(1, Code::NotText, &[]),
        TableError::BrokenUtf8 { line } => add(*line, Code::BrokenUtf8, &[]),
        TableError::Damaged(_) => add(1, Code::TableUnreadable, &[]),
        TableError::TooLarge => {
            let most = usize::try_from(MAX_UNPACKED_BYTES / 1024 / 1024).unwrap_or(usize::MAX);
            add(1, Code::TableTooLarge, &[("most", most)]);
        }
        TableError::TooManyRows => add(1, Code::RowsTooMany, &[("most", MAX_ROWS)]),
        TableError::TooManyColumns { line } => add(*line, Code::ColumnsTooMany, &[("most", MAX_COLUMNS)]),
        TableError::CellTooLong { line, column } => {
            add(*line, Code::CellTooLong, &[("column", *column), ("most", MAX_CELL_CHARS)]);
        }
        TableError::ExtraCells { line } => add(*line, Code::CellsExtra, &[]),
        TableError::MalformedQuotes { line } => add(*line, Code::QuotesUnmatched, &[]),
    }
}
