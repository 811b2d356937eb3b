//! Tables that people take away: CSV as office programs open it, and XLSX. The same table gives the same bytes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

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

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet.
///
/// # Errors
/// The archive could not be written.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let body = body(sheet);
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", body.as_str()),
    ];
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn body(sheet: &Sheet) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    let header: Vec<Cell> = sheet.header.iter().cloned().map(Cell::Text).collect();
    for (line, row) in (1..).zip(std::iter::once(&header).chain(&sheet.rows)) {
        let _ = write!(xml, "<row r=\"{line}\">");
        for (place, cell) in row.iter().enumerate() {
            let at = format!("{}{line}", column(place));
            let _ = match cell {
                Cell::Text(words) => write!(
                    xml,
                    "<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(words)
                ),
                Cell::Number(number) => write!(xml, "<c r=\"{at}\"><v>{number}</v></c>"),
                Cell::Empty => Ok(()),
            };
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

/// The name of a column: A … Z, AA …
fn column(place: usize) -> String {
    let letter = |index: usize| char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    match place / 26 {
        0 => letter(place).to_string(),
        more => format!("{}{}", column(more - 1), letter(place)),
    }
}

fn escaped(words: &str) -> String {
    // Control characters may not stand in XML at all.
    let words: String = words.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
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

    #[test]
    fn columns_are_named_as_in_office_programs() {
        assert_eq!([0, 25, 26, 51, 52, 701].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ"]);
    }
}
