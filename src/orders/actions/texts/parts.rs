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

/// A text that ends with one mark: a full stop after another one, or after any other end of a sentence, is one too many.
pub(super) fn one_stop(text: String) -> String {
    match text.strip_suffix('.') {
        Some(before) if before.ends_with(['.', '!', '?', '…']) => before.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::one_stop;

    #[test]
    fn a_sentence_ends_once() {
        let ends = |text: &str| one_stop(text.to_owned());
        assert_eq!(ends("Основание: докладная записка.."), "Основание: докладная записка.");
        assert_eq!(ends("Основание: докладная записка."), "Основание: докладная записка.");
        assert_eq!(ends("СЛУШАЛИ: кто аттестован?."), "СЛУШАЛИ: кто аттестован?");
        assert_eq!(ends("и так далее…."), "и так далее…");
        assert_eq!(ends("и так далее...."), "и так далее...");
        assert_eq!(ends("Группа № 1"), "Группа № 1");
    }
}
