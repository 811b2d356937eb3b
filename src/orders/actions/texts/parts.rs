//! The bricks of texts.

use crate::printing::official::{OfficialColumn, OfficialPart};
use crate::printing::table_paper::Side;

/// A paragraph.
pub(super) fn text(text: impl Into<String>) -> OfficialPart {
    OfficialPart::Text { text: text.into() }
}

/// A numbered point.
pub(super) fn item(number: usize, text: impl Into<String>) -> OfficialPart {
    OfficialPart::Item { number, text: text.into() }
}

/// A column of words.
pub(super) fn words(label: String) -> OfficialColumn {
    OfficialColumn { label, mm: None, side: Side::Left }
}

/// A narrow column.
pub(super) fn narrow(label: String, mm: u16, side: Side) -> OfficialColumn {
    OfficialColumn { label, mm: Some(mm), side }
}

/// The column of numbers.
pub(super) fn number() -> OfficialColumn {
    narrow("№".to_owned(), 11, Side::Right)
}

/// A table whose lines are counted.
pub(super) fn table(columns: Vec<OfficialColumn>, rows: Vec<Vec<String>>) -> OfficialPart {
    let counted = rows.into_iter().enumerate();
    let rows = counted.map(|(place, row)| std::iter::once((place + 1).to_string()).chain(row).collect());
    OfficialPart::Table { columns: std::iter::once(number()).chain(columns).collect(), rows: rows.collect() }
}
