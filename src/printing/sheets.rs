//! Tables that people take away: CSV as office programs open it, and XLSX. The same table gives the same bytes.

mod book;

pub use book::{Book, book, xlsx};

/// The media type of CSV.
pub const CSV: &str = "text/csv; charset=utf-8";
/// The media type of XLSX.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number, written with a dot.
    Number(String),
    /// Nothing.
    Empty,
}

/// A table with a header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The header.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// CSV with a byte order mark; separated by semicolons and with decimal commas where the reader's language writes
/// these, since that is what office programs there expect. Words that a program would take for a formula are
/// made harmless.
pub fn csv(sheet: &Sheet, comma: bool) -> Vec<u8> {
    let separator = if comma { ';' } else { ',' };
    let mut text = String::from('\u{feff}');
    let header: Vec<Cell> = sheet.header.iter().cloned().map(Cell::Text).collect();
    for row in std::iter::once(&header).chain(&sheet.rows) {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(separator);
            }
            match cell {
                Cell::Text(words) => text.push_str(&quoted(words)),
                Cell::Number(number) if comma => text.push_str(&number.replace('.', ",")),
                Cell::Number(number) => text.push_str(number),
                Cell::Empty => {}
            }
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn quoted(words: &str) -> String {
    let harmless = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{harmless}{}\"", words.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::tables;

    fn sample() -> Sheet {
        let row = vec![Cell::Text("=1+1 <Әлия>\"; да".into()), Cell::Number("-0.25".into()), Cell::Empty];
        Sheet { header: vec!["Вопрос".into(), "Доля".into(), "Нет".into()], rows: vec![row] }
    }

    #[test]
    fn csv_is_what_office_programs_expect_and_no_formula() {
        let text = String::from_utf8(csv(&sample(), true)).unwrap();
        assert_eq!(text, "\u{feff}\"Вопрос\";\"Доля\";\"Нет\"\r\n\"'=1+1 <Әлия>\"\"; да\";-0,25;\r\n");
        let english = String::from_utf8(csv(&sample(), false)).unwrap();
        assert!(english.ends_with(",-0.25,\r\n"), "{english}");
    }

    #[test]
    fn a_workbook_reads_back_what_was_written() {
        let bytes = xlsx(&sample()).unwrap();
        assert_eq!(bytes, xlsx(&sample()).unwrap(), "the same bytes every time");
        let table = tables::read(&bytes).unwrap();
        assert_eq!(table.header, ["Вопрос", "Доля", "Нет"]);
        assert_eq!(table.rows[0].cells, ["=1+1 <Әлия>\"; да", "-0.25", ""]);
    }
}
