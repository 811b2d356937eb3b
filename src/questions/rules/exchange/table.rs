//! A table: a row for a question, columns by their headings. What the columns are is in `docs/CONTENT.md`.

mod columns;
mod row;

use super::desk::Desk;
use super::names::category_parts;
use super::{Code, decode};
use crate::printing::tables::{self, TableError};
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
    let table = match tables::read(bytes) {
        Ok(table) => table,
        Err(error) => return unreadable(&error, desk),
    };
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
    let (line, code) = match error {
        TableError::Empty => (1, Code::NothingFound),
        TableError::UnknownKind => (1, Code::NotText),
        TableError::BrokenUtf8 { line } => (*line, Code::BrokenUtf8),
        TableError::TooManyColumns { line }
        | TableError::CellTooLong { line, .. }
        | TableError::ExtraCells { line }
        | TableError::MalformedQuotes { line } => (*line, Code::TableUnreadable),
        TableError::Damaged(_) | TableError::TooLarge | TableError::TooManyRows => (1, Code::TableUnreadable),
    };
    desk.name(line, code, &error.to_string());
}
