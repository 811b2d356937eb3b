//! The workbook itself: what is refused, what is read out of it, and what is written into it.

use crate::support::federal::LookAlike;
use birge::federal_register::actions::read_template;
use birge::federal_register::rules::columns::{FIRST_ROW, SHEET, at};
use birge::federal_register::rules::template::Meaning;
use birge::kernel::Problem;
use birge::printing::filling::{Value, fill};
use calamine::{Data, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn small() -> LookAlike {
    LookAlike { prepared: 5, ..LookAlike::new() }
}

fn told(refused: Result<impl std::fmt::Debug, Problem>) -> Vec<String> {
    let problem = refused.unwrap_err();
    let line = |fault: &birge::kernel::Fault| {
        let args: Vec<&str> = fault.args.iter().map(|(_, value)| value.as_str()).collect();
        format!("{} {}", fault.code, args.join("/"))
    };
    problem.faults.iter().map(line).collect()
}

#[test]
fn row_13_a_template_with_a_moved_column_is_refused_with_every_difference() {
    assert!(read_template(&small().bytes()).is_ok());
    let mut moved = small();
    moved.headers.swap(at::SURNAME - 1, at::GIVEN_NAME - 1);
    moved.headers.push("Примечание".into());
    assert_eq!(
        told(read_template(&moved.bytes())),
        [
            "federal-header-moved V/Фамилия получателя/W",
            "federal-header-moved W/Имя получателя/V",
            "federal-header-added AO/Примечание"
        ]
    );
}

#[test]
fn what_is_no_template_is_refused_by_its_name() {
    assert_eq!(told(read_template(b"name;date\r\n")), ["federal-not-xlsx "]);
    assert_eq!(told(read_template(b"PK\x03\x04 and nothing more"))[0], "table-damaged ");
    let other = LookAlike { sheet: "Лист1", ..small() };
    assert_eq!(told(read_template(&other.bytes())), ["federal-sheet-missing Шаблон"]);
    let mut with_macros = ZipWriter::new_append(Cursor::new(small().bytes())).unwrap();
    with_macros.start_file("xl/vbaProject.bin", SimpleFileOptions::default()).unwrap();
    with_macros.write_all(b"Sub AutoOpen()").unwrap();
    let with_macros = with_macros.finish().unwrap().into_inner();
    assert_eq!(told(read_template(&with_macros)), ["federal-macros "]);
}

#[test]
fn row_15_lists_are_those_of_the_template_and_a_missing_one_is_named() {
    let lists = read_template(&small().bytes()).unwrap();
    assert_eq!(lists.of(at::FORM).unwrap().values, ["Очная", "Очно-заочная", "Заочная"]);
    assert_eq!(lists.of(at::ORIGINAL).unwrap().name, "ВидДокумента");
    assert_eq!(lists.of(at::SURNAME), None);
    assert_eq!(lists.value(at::SEX, Meaning::Male), "Муж");
    let replaced = small().replacing("Пол", &["Мужской", "Женский"]);
    assert_eq!(read_template(&replaced.bytes()).unwrap().value(at::SEX, Meaning::Male), "Мужской");
    let renamed = LookAlike { undefined: vec!["Пол"], ..small() };
    assert_eq!(told(read_template(&renamed.bytes())), ["federal-list-missing Z/Пол получателя/Пол"]);
}

/// A workbook whose first sheet was changed.
fn with_sheet(bytes: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let (name, mut content) = (part.name().unwrap().to_string(), Vec::new());
        part.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            content = change(&String::from_utf8(content).unwrap()).into_bytes();
        }
        changed.start_file(name, SimpleFileOptions::default()).unwrap();
        changed.write_all(&content).unwrap();
    }
    changed.finish().unwrap().into_inner()
}

#[test]
fn merged_cells_and_formulas_in_the_rows_for_data_are_refused_with_their_place() {
    let merged = with_sheet(&small().bytes(), |sheet| {
        let cells = "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C3:D3\"/></mergeCells>";
        sheet.replacen("</sheetData>", cells, 1)
    });
    assert_eq!(told(read_template(&merged)), ["federal-merged C3:D3"]);
    let counted = with_sheet(&small().bytes(), |sheet| {
        let row = "<row r=\"9\"><c r=\"B9\"><f>A9&amp;C9</f></c></row></sheetData>";
        sheet.replacen("</sheetData>", row, 1)
    });
    assert_eq!(told(read_template(&counted)), ["federal-formula B9"]);
}

#[test]
fn conditional_formats_of_the_rows_for_data_are_told() {
    let coloured = with_sheet(&small().bytes(), |sheet| {
        let format = "</sheetData><conditionalFormatting sqref=\"A2:A1002\"><cfRule type=\"expression\" dxfId=\"0\" \
            priority=\"1\"><formula>A2=\"\"</formula></cfRule></conditionalFormatting>";
        sheet.replacen("</sheetData>", format, 1)
    });
    assert_eq!(read_template(&coloured).unwrap().formatted, ["A2:A1002"]);
    assert!(read_template(&small().bytes()).unwrap().formatted.is_empty());
}

/// The parts of an archive as they lie in it, compressed.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index_raw(index).unwrap();
        let mut raw = Vec::new();
        part.read_to_end(&mut raw).unwrap();
        parts.insert(part.name().unwrap().into_owned(), raw);
    }
    parts
}

fn sheet_of(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn rows(count: usize) -> Vec<Vec<Value>> {
    let row = |number: usize| {
        let mut row = vec![Value::Empty; 40];
        row[at::SURNAME - 1] = Value::Text(format!("Ахметова {number}"));
        row[at::SNILS - 1] = Value::Text("112-233-445 95".into());
        row[at::ISSUED - 1] = Value::Text("01.09.2026".into());
        row[at::HOURS - 1] = Value::Number(72);
        row
    };
    (1..=count).map(row).collect()
}

#[test]
fn row_14_only_the_rows_of_the_sheet_change() {
    let template = LookAlike::new().bytes();
    let filled = fill(&template, SHEET, FIRST_ROW, &rows(3)).unwrap();
    let (mut before, mut after) = (parts(&template), parts(&filled));
    let sheet = "xl/worksheets/sheet1.xml";
    assert_ne!(before.remove(sheet), after.remove(sheet));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(before == after, "every other part is the same, byte by byte");
    let (before, after) = (sheet_of(&template), sheet_of(&filled));
    let around = |text: &str| {
        let (head, rest) = text.split_once("<row r=\"2\"").unwrap();
        (head.to_owned(), rest.split_once("</sheetData>").unwrap().1.to_owned())
    };
    assert_eq!(around(&before), around(&after), "protection, validations and the header stay");
    let untouched = |text: &str| text.split_once("<row r=\"5\"").unwrap().1.to_owned();
    assert_eq!(untouched(&before), untouched(&after), "so do the rows that are not needed");
}

#[test]
fn row_16_three_columns_are_numbers_and_all_others_text() {
    let filled = fill(&LookAlike::new().bytes(), SHEET, FIRST_ROW, &rows(2)).unwrap();
    let sheet = sheet_of(&filled);
    let cell = |place: &str| {
        let (_, rest) = sheet.split_once(&format!("<c r=\"{place}\"")).unwrap();
        rest.split("<c ").next().unwrap().to_owned()
    };
    let styled = |cell: &str| cell.starts_with(" s=\"");
    assert!(cell("AA2").contains(" t=\"inlineStr\"><is>") && styled(&cell("AA2")), "{}", cell("AA2"));
    assert!(cell("H2").contains(">01.09.2026</t>"), "{}", cell("H2"));
    assert!(cell("U2").contains("><v>72</v>") && !cell("U2").contains(" t="), "{}", cell("U2"));
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(filled)).unwrap();
    let range = book.worksheet_range(SHEET).unwrap();
    assert_eq!(range.get_value((2, 21)), Some(&Data::String("Ахметова 2".into())));
    assert_eq!(range.get_value((1, 26)), Some(&Data::String("112-233-445 95".into())));
    assert_eq!(range.get_value((1, 20)), Some(&Data::Float(72.0)));
}

#[test]
fn more_rows_than_are_prepared_look_like_the_last_one() {
    let filled = fill(&small().bytes(), SHEET, FIRST_ROW, &rows(1_000)).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(filled.clone())).unwrap();
    let range = book.worksheet_range(SHEET).unwrap();
    assert_eq!(range.get_value((1_000, 21)), Some(&Data::String("Ахметова 1000".into())));
    assert!(sheet_of(&filled).contains("<dimension ref=\"A1:AN1001\"/>"));
}
