//! Workbooks: one part of XML a sheet, and nothing that depends on when they are written.

use super::{Cell, Sheet};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// Its name. What a workbook does not take in a name is left out, and a name that is taken gets a number.
    pub name: String,
    /// How many of its first columns stay when it is moved aside; its header always stays.
    pub fixed: usize,
    /// What is on it.
    pub sheet: Sheet,
}

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;
/// The widest column, in letters; longer words are wrapped.
const WIDEST: usize = 60;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
/// Two looks: of a cell, and of a header.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>"#;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A workbook of one sheet.
///
/// # Errors
/// The archive could not be written.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, zip::result::ZipError> {
    book(&[Book { name: "1".to_owned(), fixed: 0, sheet: sheet.clone() }])
}

/// A workbook of several sheets.
///
/// # Errors
/// The archive could not be written.
pub fn book(sheets: &[Book]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types(sheets.len())),
        ("_rels/.rels".to_owned(), RELATIONS.to_owned()),
        ("xl/workbook.xml".to_owned(), contents(&names(sheets))),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(sheets.len())),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
    ];
    let pages =
        (1..).zip(sheets).map(|(number, one)| (format!("xl/worksheets/sheet{number}.xml"), page(one)));
    parts.extend(pages);
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn types(count: usize) -> String {
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{MEDIA}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{MEDIA}.styles+xml\"/>"
    );
    for number in 1..=count {
        let _ = write!(
            xml,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{MEDIA}.worksheet+xml\"/>"
        );
    }
    xml + "</Types>"
}

fn contents(names: &[String]) -> String {
    let mut xml = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>");
    for (number, name) in (1..).zip(names) {
        let name = escaped(name).replace('"', "&quot;");
        let _ = write!(xml, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    xml + "</sheets></workbook>"
}

fn relations(count: usize) -> String {
    let mut xml = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=count {
        let _ = write!(
            xml,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let styles = count + 1;
    let _ = write!(xml, "<Relationship Id=\"rId{styles}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>");
    xml + "</Relationships>"
}

/// Names that a workbook takes: not too long, without its own signs, each once.
fn names(sheets: &[Book]) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for one in sheets {
        let plain = one.name.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
        let plain = plain.trim();
        let first: String = plain.chars().take(LONGEST_NAME).collect();
        let numbered = (2..).map(|number: u32| {
            let end = format!(" {number}");
            plain.chars().take(LONGEST_NAME - end.len()).collect::<String>() + &end
        });
        let free = |name: &String| {
            !name.is_empty() && !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase())
        };
        let name = std::iter::once(first).chain(numbered).find(free).unwrap_or_default();
        taken.push(name);
    }
    taken
}

fn page(one: &Book) -> String {
    let header: Vec<Cell> = one.sheet.header.iter().cloned().map(Cell::Text).collect();
    let rows = || std::iter::once(&header).chain(&one.sheet.rows);
    let mut xml =
        format!("{HEAD}<worksheet xmlns=\"{MAIN}\">{}{}<sheetData>", frozen(one.fixed), widths(rows()));
    for (line, row) in (1..).zip(rows()) {
        let style = if line == 1 { " s=\"1\"" } else { "" };
        let _ = write!(xml, "<row r=\"{line}\">");
        for (place, cell) in row.iter().enumerate() {
            let at = format!("{}{line}", column(place));
            let _ = match cell {
                Cell::Text(words) => write!(
                    xml,
                    "<c r=\"{at}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(words)
                ),
                Cell::Number(number) => write!(xml, "<c r=\"{at}\"><v>{number}</v></c>"),
                Cell::Empty => Ok(()),
            };
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

/// What stays when the sheet is moved: the header, and so many columns.
fn frozen(fixed: usize) -> String {
    let (aside, corner) = match fixed {
        0 => (String::new(), "bottomLeft"),
        some => (format!(" xSplit=\"{some}\""), "bottomRight"),
    };
    let first = column(fixed);
    format!(
        "<sheetViews><sheetView workbookViewId=\"0\"><pane{aside} ySplit=\"1\" topLeftCell=\"{first}2\" activePane=\"{corner}\" state=\"frozen\"/></sheetView></sheetViews>"
    )
}

/// Columns as wide as their longest line, within reason.
fn widths<'a>(rows: impl Iterator<Item = &'a Vec<Cell>>) -> String {
    let mut longest: Vec<usize> = Vec::new();
    for row in rows {
        longest.resize(longest.len().max(row.len()), 0);
        for (cell, most) in row.iter().zip(&mut longest) {
            let length = match cell {
                Cell::Text(words) | Cell::Number(words) => {
                    words.lines().map(|line| line.chars().count()).max().unwrap_or(0)
                }
                Cell::Empty => 0,
            };
            *most = length.max(*most);
        }
    }
    if longest.is_empty() {
        return String::new();
    }
    let mut xml = String::from("<cols>");
    for (number, letters) in (1..).zip(longest) {
        let width = letters.clamp(4, WIDEST) + 2;
        let _ = write!(xml, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    xml + "</cols>"
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
    use calamine::{Data, Reader, Xlsx};

    #[test]
    fn columns_are_named_as_in_office_programs() {
        assert_eq!([0, 25, 26, 51, 52, 701].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ"]);
    }

    #[test]
    fn a_workbook_of_several_sheets_reads_back() {
        let sheet = |text: &str| Sheet {
            header: vec!["Имя".into(), "Минуты".into()],
            rows: vec![vec![Cell::Text(text.into()), Cell::Number("70".into())], vec![Cell::Empty]],
        };
        let one = |name: &str, text: &str| Book { name: name.into(), fixed: 1, sheet: sheet(text) };
        let long = "Журнал: очень длинное название листа книги";
        let bytes =
            book(&[one("Журнал", "Әлия <1>"), one("журнал", "два"), one(long, "три"), one("", "x")]).unwrap();
        let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let names = read.sheet_names();
        assert_eq!(names[..2], ["Журнал", "журнал 2"]);
        assert!(names.iter().all(|name| (1..=31).contains(&name.chars().count())), "{names:?}");
        let range = read.worksheet_range("Журнал").unwrap();
        assert_eq!(range.get((1, 0)), Some(&Data::String("Әлия <1>".into())));
        assert_eq!(range.get((1, 1)), Some(&Data::Float(70.0)));
        assert_eq!(read.worksheet_range("журнал 2").unwrap().get((1, 0)), Some(&Data::String("два".into())));
    }
}
