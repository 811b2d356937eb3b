//! A document in the place of another: duplicate, correction, a new name. The chain stays, the one before is marked.

use super::centre::Centre;
use crate::support::paper::words;
use birge::kernel::{DocumentId, PersonName};
use serde_json::json;

async fn issued() -> (Centre, crate::support::Person, DocumentId) {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    (centre, person, id)
}

async fn pdf(centre: &Centre, id: DocumentId) -> Vec<u8> {
    let browser = centre.browser().await;
    let answer =
        browser.client().get(browser.absolute(&format!("/documents/{id}/pdf"))).send().await.unwrap();
    answer.bytes().await.unwrap().to_vec()
}

#[tokio::test]
async fn row_11_a_duplicate_is_a_new_row_with_its_word_and_the_original_is_marked_replaced() {
    let (centre, person, id) = issued().await;
    centre.rename(&person, PersonName::new("Новая", "Динара", None)).await;
    let made = centre.replace(id, "duplicate", "Заявление об утрате от 1 декабря 2026 г.").await;
    assert_eq!(made.status, 201, "{}", made.html);
    let next = DocumentId(made.json()["id"].as_i64().unwrap());
    let document = centre.document(next).await;
    assert_eq!(document["number"], "УПК-2026/0002", "a number of its own");
    assert_eq!(document["holder"], "Ахметова Анна Сергеевна", "the facts of the original");
    assert_eq!((&document["relation"], &document["replaces_id"]), (&json!("duplicate"), &json!(id.0)));
    assert_eq!(document["replacement_grounds"], "Заявление об утрате от 1 декабря 2026 г.");
    assert_eq!(centre.document(id).await["status"], "replaced");
    assert_eq!(document["status"], "valid");
    let text = words(&pdf(&centre, next).await);
    assert!(text.contains("ДУБЛИКАТ") && text.contains("УПК-2026/0002"), "{text}");
    assert!(!words(&pdf(&centre, id).await).contains("ДУБЛИКАТ"), "the original stays as it was");
    for (one, other) in [(id, next), (next, id)] {
        let page = centre.browser().await.get(&format!("/documents/{one}")).await;
        assert!(page.html.contains(&format!("/documents/{other}\"")), "the chain leads on: {}", page.text());
        assert!(page.text().contains("Дубликат"), "{}", page.text());
    }
    let own = centre.app.sign_in(&person).await.get("/documents").await.text();
    assert!(own.contains("Заменён другим") && own.contains("Действителен"), "{own}");
    let again = centre.replace(id, "duplicate", "Ещё одна утрата").await;
    assert_eq!(again.json()["errors"][0]["code"], "document-replaced-already");
    assert_eq!(
        centre.revoke(id, "Ошибка в отчестве").await.status,
        422,
        "a replaced one is out of force already"
    );
}

#[tokio::test]
async fn a_correction_reads_the_facts_anew_and_needs_something_to_correct() {
    let (centre, person, id) = issued().await;
    let nothing = centre.replace(id, "correction", "Ошибка в отчестве").await;
    assert_eq!(nothing.json()["errors"][0]["code"], "document-nothing-to-correct");
    assert_eq!(centre.document(id).await["status"], "valid", "nothing is half done");
    centre.rename(&person, PersonName::new("Ахметова", "Анна", Some("Семёновна"))).await;
    let made = centre.replace(id, "correction", "Ошибка в отчестве").await;
    assert_eq!(made.status, 201, "{}", made.html);
    let next = DocumentId(made.json()["id"].as_i64().unwrap());
    assert_eq!(centre.document(next).await["holder"], "Ахметова Анна Семёновна");
    assert!(!words(&pdf(&centre, next).await).contains("ДУБЛИКАТ"));
}

#[tokio::test]
async fn a_new_name_stands_on_a_document_only_with_its_basis() {
    let (centre, person, id) = issued().await;
    let same = centre.replace(id, "name_change", "Свидетельство о браке").await;
    assert_eq!(same.json()["errors"][0]["code"], "document-same-name");
    centre.rename(&person, PersonName::new("Борисова", "Анна", Some("Сергеевна"))).await;
    let unfounded = centre.replace(id, "name_change", "Свидетельство о браке").await;
    assert_eq!(unfounded.json()["errors"][0]["code"], "document-name-unfounded");
    assert_eq!(centre.document(id).await["status"], "valid");
}

#[tokio::test]
async fn the_form_names_what_is_missing_and_loses_nothing() {
    let (centre, _, id) = issued().await;
    let browser = centre.browser().await;
    let form = format!("/documents/{id}/replacements/new");
    assert_eq!(browser.get(&form).await.status, 200);
    let to = format!("/documents/{id}/replacements");
    let fields = [("relation", ""), ("grounds", "да"), ("issued_on", "2026-12-01"), ("number", "")];
    let page = browser.post(&to, &fields).await;
    assert_eq!(page.status, 422, "{}", page.html);
    assert!(page.text().contains("Выберите, что выдать взамен"), "{}", page.text());
    assert!(page.html.contains("да</textarea>"), "{}", page.html);
    let fields = [("relation", "duplicate"), ("grounds", "да"), ("issued_on", "2026-11-30"), ("number", "")];
    assert_eq!(browser.post(&to, &fields).await.status, 422, "grounds that explain nothing");
    let fields = [
        ("relation", "duplicate"),
        ("grounds", "Заявление об утрате"),
        ("issued_on", "2026-11-30"),
        ("number", ""),
    ];
    let page = browser.post(&to, &fields).await;
    assert!(page.text().contains("раньше даты прежнего документа, 01.12.2026"), "{}", page.text());
    let fields = [
        ("relation", "duplicate"),
        ("grounds", "Заявление об утрате"),
        ("issued_on", "2026-12-01"),
        ("number", ""),
    ];
    let page = browser.post(&to, &fields).await;
    assert!(page.status == 200 && page.text().contains("УПК-2026/0002"), "{}", page.text());
}

#[tokio::test]
async fn others_replace_nothing_and_a_revoked_one_is_not_replaced() {
    let (centre, person, id) = issued().await;
    let other = centre.app.organisation("Чужая организация").await;
    let foreign = centre.app.administrator_of("Чужой", other).await;
    let to = format!("/api/v1/documents/{id}/replacements");
    let body = json!({ "relation": "duplicate", "grounds": "Заявление об утрате" });
    assert_eq!(centre.app.api(&foreign).await.post(&to, body.clone()).await.status, 404);
    assert_eq!(centre.app.api(&person).await.post(&to, body).await.status, 403);
    assert_eq!(centre.revoke(id, "Ошибка в отчестве").await.status, 201);
    assert_eq!(centre.replace(id, "duplicate", "Заявление об утрате").await.status, 409);
}
