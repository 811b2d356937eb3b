//! A table that is wider than the page becomes several, each with the first columns of the whole.

use super::{PaperCell, PaperColumn, PaperRow, PaperTable, RowKind, Width};

/// What margins leave of an A4 page on its side, in millimetres.
const ACROSS: u32 = 297 - 2 * 12;
/// The same upright.
const UPRIGHT: u32 = 210 - 2 * 15;
/// What a column of words takes at least.
const LEAST_WORDS: u32 = 20;

/// The parts of a table; one where it fits.
pub(super) fn across(table: &PaperTable, landscape: bool) -> Vec<PaperTable> {
    let page = if landscape { ACROSS } else { UPRIGHT };
    let width = |column: &PaperColumn| match column.width {
        Width::Millimetres(millimetres) => u32::from(millimetres),
        Width::Part(_) => LEAST_WORDS,
    };
    let all: u32 = table.columns.iter().map(width).sum();
    if all <= page || table.fixed >= table.columns.len() {
        return vec![table.clone()];
    }
    let room = page.saturating_sub(table.columns.iter().take(table.fixed).map(width).sum());
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut left: u32 = 0;
    for group in groups(table) {
        let needed: u32 = group.iter().filter_map(|place| table.columns.get(*place)).map(width).sum();
        match parts.last_mut().filter(|_| needed <= left) {
            Some(part) => part.extend(group),
            None => {
                parts.push(group);
                left = room;
            }
        }
        left = left.saturating_sub(needed);
    }
    parts.iter().map(|part| part_of(table, part)).collect()
}

/// The columns after the repeated ones that must not be parted: each alone, the last ones as one.
fn groups(table: &PaperTable) -> Vec<Vec<usize>> {
    let end = table.columns.len();
    let tail = end.saturating_sub(table.together).max(table.fixed);
    let mut groups: Vec<Vec<usize>> = (table.fixed..tail).map(|place| vec![place]).collect();
    groups.extend((tail < end).then(|| (tail..end).collect()));
    groups
}

fn part_of(table: &PaperTable, places: &[usize]) -> PaperTable {
    let chosen = || (0..table.fixed).chain(places.iter().copied());
    let cells = |row: &PaperRow| -> Vec<PaperCell> {
        match row.kind {
            RowKind::Section => row.cells.clone(),
            _ => chosen().map(|place| row.cells.get(place).cloned().unwrap_or_default()).collect(),
        }
    };
    PaperTable {
        columns: chosen().filter_map(|place| table.columns.get(place).cloned()).collect(),
        rows: table.rows.iter().map(|row| PaperRow { kind: row.kind, cells: cells(row) }).collect(),
        ..table.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Side;
    use super::*;

    fn table(sessions: u16, together: usize) -> PaperTable {
        let mut columns = vec![PaperColumn::of("№", 8, Side::Right), PaperColumn::of("Имя", 55, Side::Left)];
        columns.extend((1..=sessions).map(|n| PaperColumn::of(n.to_string(), 12, Side::Center)));
        columns.extend((0..together).map(|n| PaperColumn::of(format!("Σ{n}"), 14, Side::Right)));
        let cells = columns.iter().map(|column| PaperCell::text(column.label.clone())).collect();
        PaperTable {
            name: "Журнал".into(),
            caption: None,
            rows: vec![PaperRow::section("Модуль"), PaperRow::plain(cells)],
            columns,
            fixed: 2,
            together,
            workbook_only: false,
        }
    }

    #[test]
    fn a_table_that_fits_stays_whole() {
        let narrow = table(12, 4);
        assert_eq!(across(&narrow, true), std::slice::from_ref(&narrow));
    }

    #[test]
    fn a_wide_table_repeats_its_names_and_loses_no_column() {
        for (sessions, together) in [(40, 4), (17, 4), (18, 0), (3, 20)] {
            let whole = table(sessions, together);
            let parts = across(&whole, true);
            assert!(parts.len() > 1, "{sessions} {together}");
            let mut seen = Vec::new();
            for part in &parts {
                assert_eq!(part.columns[1].label, "Имя");
                assert_eq!(part.rows[1].cells.len(), part.columns.len());
                assert_eq!(part.rows[0].cells.len(), 1);
                let labels: Vec<&str> = part.columns.iter().map(|column| column.label.as_str()).collect();
                let cells: Vec<&str> = part.rows[1].cells.iter().map(|cell| cell.text.as_str()).collect();
                assert_eq!(labels, cells);
                seen.extend(part.columns[2..].iter().map(|column| column.label.clone()));
            }
            let all: Vec<String> = whole.columns[2..].iter().map(|column| column.label.clone()).collect();
            assert_eq!(seen, all);
            let sums = parts.iter().filter(|part| part.columns.iter().any(|one| one.label == "Σ0")).count();
            assert_eq!(sums, usize::from(together > 0), "sums stay together");
        }
    }
}
