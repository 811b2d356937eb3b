//! From the desk to the file: a real document, its real duplicate, and what the federal register is told of both.

use crate::documents::centre::Centre;
use crate::support::federal::LookAlike;
use crate::support::identities::record_identity;
use calamine::{Data, Reader, Xlsx};
use serde_json::json;
use std::io::Cursor;

/// The filled rows of the sheet, each cell as text.
fn rows(bytes: Vec<u8>) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Шаблон").unwrap();
    let filled = |row: &&[Data]| row.iter().any(|cell| *cell != Data::Empty);
    let texts = |row: &[Data]| -> Vec<String> { row.iter().map(ToString::to_string).collect() };
    range.rows().skip(1).filter(filled).map(texts).collect()
}

#[tokio::test]
async fn row_11_row_13_a_duplicate_from_the_desk_stands_in_the_file_with_its_original() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    record_identity(&centre.app, &centre.administrator, person.id).await;
    let made = centre.replace(id, "duplicate", "Заявление об утрате от 1 декабря 2026 г.").await;
    assert_eq!(made.status, 201, "{}", made.html);

    let template = LookAlike { prepared: 5, ..LookAlike::new() };
    centre.app.federal_template(&centre.administrator, centre.organisation, &template).await;
    let chosen = json!({ "version": {
        "area": "Социальное обслуживание",
        "group": "Социология и социальная работа",
        "form": "Очная",
        "funding": "Платное обучение",
        "way": "в образовательной организации",
    }});
    let api = centre.api().await;
    let set = api.post(&format!("/api/v1/editions/{}/federal-settings", centre.edition), chosen).await;
    assert_eq!(set.status, 200, "{}", set.html);
    let register = format!("/api/v1/organisations/{}/federal-register", centre.organisation);
    let check = api.get(&format!("{register}/check")).await;
    let exported = api.post(&format!("{register}/exports"), json!({})).await;
    assert_eq!(exported.status, 201, "{} {}", exported.html, check.html);
    let file = format!("{register}/exports/{}/file", exported.json()["ids"][0]);
    let rows = rows(api.stream(&file).await.bytes().await.unwrap().to_vec());
    assert_eq!(rows.len(), 2, "the original and its duplicate: {}", check.html);
    let find = |status: &str| rows.iter().find(|row| row[1] == status).unwrap();
    let (original, duplicate) = (find("Оригинал"), find("Дубликат"));
    assert_eq!((original[8].as_str(), duplicate[8].as_str()), ("УПК-2026/0001", "УПК-2026/0002"));
    let block = |row: &[String]| row.get(31..39).map(<[String]>::to_vec).unwrap_or_default();
    assert!(block(original).iter().all(String::is_empty), "{original:?}");
    let told = block(duplicate);
    assert_eq!(told[0], "Удостоверение о повышении квалификации");
    assert_eq!(
        told[3..],
        ["УПК-2026/0001", "01.12.2026", "Ахметова", "Анна", "Сергеевна"].map(str::to_owned)
    );
}
