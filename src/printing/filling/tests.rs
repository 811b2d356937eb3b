use super::rows::{place, rewritten};
use super::*;

const SHEET: &str = "<?xml version=\"1.0\"?>\n<worksheet><dimension ref=\"A1:B3\"/><sheetViews/><sheetData>\
    <row r=\"1\" s=\"9\"><c r=\"A1\" t=\"inlineStr\"><is><t>Вид &amp; род</t></is></c></row>\
    <row r=\"2\" spans=\"1:2\" ht=\"15\" customHeight=\"1\"><c r=\"A2\" s=\"4\"/><c r=\"B2\" s=\"5\"/></row>\
    <row r=\"3\" ht=\"15\"><c r=\"A3\" s=\"4\"><v>7</v></c></row></sheetData><sheetProtection sheet=\"1\"/>\
    <dataValidations><dataValidation type=\"list\" sqref=\"A2:A3\"><formula1>Виды</formula1></dataValidation>\
    <dataValidation type=\"whole\" sqref=\"B2\"><formula1>1</formula1></dataValidation></dataValidations>\
    <extLst><x14:dataValidation type=\"list\"><x14:formula1><xm:f>'Про''верки'!$B$2:$B$3</xm:f></x14:formula1>\
    <xm:sqref>B2:B3 AA1</xm:sqref></x14:dataValidation></extLst></worksheet>";

#[test]
fn cells_have_letters_and_numbers() {
    assert_eq!([1, 26, 27, 40, 703].map(letters), ["A", "Z", "AA", "AN", "AAA"]);
    for column in [1, 2, 26, 27, 52, 53, 702, 703] {
        assert_eq!(place(&format!("{}12", letters(column))), Some((12, column)));
    }
    assert_eq!([place("12"), place("A"), place("a1"), place("ABCD1")], [None; 4]);
}

#[test]
fn rows_keep_their_looks_and_everything_around_them_stays() {
    let text = |text: &str| Value::Text(text.to_owned());
    let rows = vec![
        vec![text("Ы < \u{1}Я"), Value::Number(72)],
        vec![Value::Empty, text("x")],
        vec![text("z"), Value::Empty],
    ];
    let written = rewritten(SHEET, 2, &rows).unwrap();
    let (head, rest) = written.split_once("<row r=\"2\"").unwrap();
    assert_eq!(
        head,
        SHEET.split_once("<row r=\"2\"").unwrap().0.replace("A1:B3", "A1:B4"),
        "what stands before is as it was, but for the dimension"
    );
    let (_, tail) = rest.split_once("</sheetData>").unwrap();
    assert_eq!(tail, SHEET.split_once("</sheetData>").unwrap().1);
    let second = " ht=\"15\" customHeight=\"1\"><c r=\"A2\" s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Ы &lt; Я\
        </t></is></c><c r=\"B2\" s=\"5\"><v>72</v></c></row>";
    assert!(rest.starts_with(second), "{rest}");
    assert!(
        rest.contains("<row r=\"3\" ht=\"15\"><c r=\"A3\" s=\"4\"/><c r=\"B3\" t=\"inlineStr\">"),
        "{rest}"
    );
    assert!(
        rest.contains("<row r=\"4\" ht=\"15\"><c r=\"A4\" s=\"4\" t=\"inlineStr\">"),
        "the looks of the last row: {rest}"
    );
    let emptied = rewritten(SHEET, 2, &[]).unwrap();
    assert!(emptied.contains("<row r=\"2\" spans=\"1:2\""), "an empty row stays as it is");
    assert!(
        emptied.contains("<row r=\"3\" ht=\"15\"><c r=\"A3\" s=\"4\"/></row>"),
        "what stood there goes: {emptied}"
    );
    let far = "<worksheet><sheetData><row r=\"4294967295\"><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
    let near = rewritten(far, 2, &[vec![Value::Number(1)]]).unwrap();
    let end = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData></worksheet>";
    assert!(near.ends_with(end), "nothing counts up to it: {near}");
    let bare = "<x:worksheet><x:sheetData/></x:worksheet>";
    let one = rewritten(bare, 2, &[vec![Value::Number(1)]]).unwrap();
    let row = "<x:row r=\"2\"><x:c r=\"A2\"><x:v>1</x:v></x:c></x:row>";
    assert_eq!(one, format!("<x:worksheet><x:sheetData>{row}</x:sheetData></x:worksheet>"));
}

#[test]
fn validations_of_both_kinds_lead_to_their_lists() {
    let found = lists::validations(SHEET).unwrap();
    assert_eq!(found.len(), 2, "numbers are no list: {found:?}");
    assert!(found[0].covers(1) && !found[0].covers(2));
    assert_eq!(found[1].columns, [(2, 2), (27, 27)]);
    let names = vec![("виды".to_owned(), "Проверки!$A$2:$A$4".to_owned())];
    let source = |formula: &str| lists::source(formula, &names, &|sheet| sheet != "Нет");
    let area = source(&found[0].formula).unwrap();
    assert_eq!(area, ListSource::Area { sheet: "Проверки".into(), first: (2, 1), last: (4, 1) });
    let cells: Cells = [
        ((2, 1), "Да".to_owned()),
        ((3, 1), "Нет".to_owned()),
        ((4, 1), "Да".to_owned()),
        ((2, 2), "x".to_owned()),
    ]
    .into();
    assert_eq!(area.values(&cells), ["Да", "Нет"]);
    assert_eq!(source(&found[1].formula).unwrap().sheet(), Some("Про'верки"));
    assert_eq!(source("\"Муж, Жен\"").unwrap().values(&Cells::new()), ["Муж", "Жен"]);
    assert_eq!(lists::with_sheet("$AP$2:$AP$5", "Шаблон"), "'Шаблон'!$AP$2:$AP$5");
    assert_eq!(
        ["ДаНет", "Проверки!$A$1", "\"Да,Нет\""].map(|one| lists::with_sheet(one, "Шаблон")),
        ["ДаНет", "Проверки!$A$1", "\"Да,Нет\""]
    );
    assert_eq!(source("Прочее"), Err("Прочее".to_owned()));
    assert_eq!(source("Нет!$A$1"), Err("Нет!$A$1".to_owned()));
    let cells = cells_of(SHEET, &[]).unwrap();
    assert_eq!(cells.get(&(1, 1)).map(String::as_str), Some("Вид & род"));
    assert_eq!(cells.get(&(3, 1)).map(String::as_str), Some("7"));
}
