//! Tables as offices send them, and as an attacker would.

use birge::printing::tables::{Table, TableError, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

#[test]
fn a_windows_1251_file_with_semicolons_is_read() {
    let text =
        "Фамилия;Имя;Почта\r\nЩербакова;Юлия;yu@example.org\r\n\r\nЖуков;Артём;\"a;b@example.org\"\r\n";
    let bytes = encoding_rs::WINDOWS_1251.encode(text).0;
    let table = read(&bytes).unwrap();
    assert_eq!((table.encoding, table.delimiter), (Some("windows-1251"), Some(';')));
    assert_eq!(table.header, ["Фамилия", "Имя", "Почта"]);
    assert_eq!(
        rows(&table),
        [(2, vec!["Щербакова", "Юлия", "yu@example.org"]), (4, vec!["Жуков", "Артём", "a;b@example.org"])]
    );
}

#[test]
fn unicode_text_from_excel_is_read() {
    let text = "Аты-жөні\tҚала\r\nҚұрманғазы Әлия\tҮштөбе\r\n";
    let bytes: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let table = read(&bytes).unwrap();
    assert_eq!((table.encoding, table.delimiter), (Some("UTF-16LE"), Some('\t')));
    assert_eq!(table.header, ["Аты-жөні", "Қала"]);
    assert_eq!(rows(&table), [(2, vec!["Құрманғазы Әлия", "Үштөбе"])]);
}

#[test]
fn utf8_is_read_with_and_without_its_mark() {
    for mark in ["", "\u{feff}"] {
        let table = read(format!("{mark}Аты,Қала\nӘлия,Өскемен\n").as_bytes()).unwrap();
        assert_eq!((table.encoding, table.delimiter), (Some("UTF-8"), Some(',')));
        assert_eq!(table.header, ["Аты", "Қала"]);
    }
}

#[test]
fn a_workbook_gives_its_first_visible_sheet_as_people_see_it() {
    let mut workbook = Workbook::new();
    let hidden = workbook.add_worksheet();
    hidden.write_string(0, 0, "lists").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_active(true);
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for (column, name) in ["Аты", "ИИН", "Күні", "Пікір"].iter().enumerate() {
        sheet.write_string(1, column as u16, *name).unwrap();
    }
    sheet.write_string(3, 0, " Құрманғазы Әлия\u{a0}").unwrap();
    sheet.write_number(3, 1, 900_101_300_123_f64).unwrap();
    sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_ymd(2026, 11, 21).unwrap(), &day).unwrap();
    workbook.worksheet_from_index(0).unwrap().set_hidden(true);
    let table = read(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!((table.encoding, table.delimiter), (None, None));
    assert_eq!(table.header, ["Аты", "ИИН", "Күні", "Пікір"]);
    assert_eq!(rows(&table), [(4, vec!["Құрманғазы Әлия", "900101300123", "2026-11-21", ""])]);
}

#[test]
fn a_far_away_cell_costs_nothing() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "name").unwrap();
    sheet.write_string(1_048_575, 0, "last").unwrap();
    assert_eq!(rows(&read(&workbook.save_to_buffer().unwrap()).unwrap()), [(1_048_576, vec!["last"])]);
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 16_383, "far").unwrap();
    assert_eq!(read(&workbook.save_to_buffer().unwrap()), Err(TableError::TooManyColumns { line: 1 }));
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_unpacked() {
    let bomb = workbook_with_sheet(&vec![b' '; 64 * 1024 * 1024]);
    assert!(bomb.len() < 1024 * 1024);
    // The quickest of three: what else the machine does is not the reader's time.
    let best = (0..3).map(|_| {
        let started = Instant::now();
        assert_eq!(read(&bomb), Err(TableError::TooLarge));
        started.elapsed()
    });
    let best = best.min().unwrap();
    assert!(best < Duration::from_secs(1), "{best:?}");
}

#[test]
fn a_zip_bomb_that_lies_about_its_size_is_refused() {
    let size = 33 * 1024 * 1024_u32;
    let mut bomb = workbook_with_sheet(&vec![b' '; size as usize]);
    let declared = size.to_le_bytes();
    let mut lies = 0;
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == declared {
            bomb[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
            lies += 1;
        }
    }
    assert!(lies >= 2, "both headers lie now");
    assert!(matches!(read(&bomb), Err(TableError::TooLarge | TableError::Damaged(_))), "{:?}", read(&bomb));
}

#[test]
fn other_archives_and_damaged_workbooks_are_refused() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"<office/>").unwrap();
    let archive = archive.finish().unwrap().into_inner();
    assert_eq!(read(&archive), Err(TableError::UnknownKind));
    assert!(matches!(read(&archive[..archive.len() / 2]), Err(TableError::Damaged(_))));
    assert!(matches!(
        read(&workbook_with_sheet(b"<nonsense")),
        Err(TableError::Damaged(_) | TableError::Empty)
    ));
}

#[test]
fn malformed_quotes_name_their_line() {
    let text = "Имя;Почта\nАнна;a@example.org\n\"Борис;b@example.org\nВера;v@example.org\n";
    assert_eq!(read(text.as_bytes()), Err(TableError::MalformedQuotes { line: 3 }));
}

fn rows(table: &Table) -> Vec<(u32, Vec<&str>)> {
    table.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

/// An archive with the parts a workbook needs and this for its sheet.
pub fn workbook_with_sheet(sheet: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 3] = [
        ("xl/workbook.xml", br#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, content) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
