//! The filled file as a spreadsheet library of another language sees it: openpyxl, in Python.

use super::centre::Centre;
use super::pages::{bytes, export};
use birge::federal_register::rules::columns::{HEADERS, at};
use serde_json::Value;
use std::process::Command;

/// Prints the headers, the first filled row with the types of its cells, and what the workbook is made of.
const READ: &str = r#"
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Шаблон"]
headers = [" ".join(str(cell.value or "").split()) for cell in sheet[1]]
row = [(cell.value, cell.data_type) for cell in sheet[2]]
print(json.dumps({"sheets": book.sheetnames, "names": sorted(book.defined_names and [n.name for n in book.defined_names.definedName]),
                  "headers": headers, "row": row, "validations": len(sheet.data_validations.dataValidation),
                  "hidden": [s.title for s in book if s.sheet_state != "visible"], "locked": sheet.protection.sheet}))
"#;

/// What Debian's own Python prints, with its own packages.
fn read(workbook: &[u8]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("federal.xlsx");
    std::fs::write(&file, workbook).unwrap();
    let output = Command::new("/usr/bin/python3").args(["-c", READ]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[tokio::test]
async fn row_14_row_16_another_library_reads_the_filled_file_with_its_lists_and_types() {
    let centre = Centre::new().await;
    centre.know().await;
    centre.issue(1, 1, "2026-09-01").await;
    let made = export(&centre).await;
    let seen = read(&bytes(&centre, made[0]).await);
    let headers: Vec<&str> =
        seen["headers"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(headers[..HEADERS.len()], HEADERS[..]);
    assert_eq!(seen["hidden"].as_array().unwrap().len(), 1, "the sheet with the lists: {seen}");
    assert!(seen["names"].as_array().unwrap().iter().any(|name| name == "ФормаОбучения"), "{seen}");
    assert!(seen["validations"].as_u64().unwrap() > 0, "{seen}");
    assert_eq!(seen["locked"], true);
    let row = seen["row"].as_array().unwrap();
    // Columns 19 to 21 are numbers, all others text, dates and СНИЛС among them.
    for (place, cell) in (1..).zip(row.iter().take(HEADERS.len())) {
        if cell[0].is_null() {
            continue;
        }
        let wanted = if (19..=21).contains(&place) { "n" } else { "s" };
        assert_eq!(cell[1], wanted, "column {place}: {cell}");
    }
    assert_eq!(row[at::ISSUED - 1][0], "01.09.2026", "{seen}");
}
