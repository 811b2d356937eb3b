//! The register book, handing over, checks and signatures of issued documents.

use super::centre::Centre;
use crate::support::browser::ApiClient;
use birge::db::schema::{documents, register_lines, registers};
use birge::kernel::{DocumentId, EnrolmentId};
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// Fifty requests of the API at the same time, each for one person (row 9).
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn row_09_fifty_parallel_issues_give_fifty_numbers_without_a_gap() {
    let centre = Centre::new().await;
    let mut people: Vec<EnrolmentId> = Vec::new();
    for number in 0..50 {
        people.push(centre.ready(&format!("Слушатель-{number}")).await.1);
    }
    centre.prepare().await;
    let (api, desk) = (std::sync::Arc::new(centre.api().await), centre.api_desk());
    let issue = |one: EnrolmentId| {
        let (api, desk) = (api.clone(), desk.clone());
        async move {
            loop {
                let page = api.post(&desk, json!({ "enrolments": [one] })).await;
                // Too many at once is an answer that asks to come again.
                if page.status != 503 {
                    assert_eq!(page.status, 201, "{}", page.html);
                    return page.json()["issued"][0]["document"]["number"].as_str().unwrap().to_owned();
                }
            }
        }
    };
    let tasks: Vec<_> = people.into_iter().map(|one| tokio::spawn(issue(one))).collect();
    let mut distinct = BTreeSet::new();
    for task in tasks {
        distinct.insert(task.await.unwrap());
    }
    let expected: BTreeSet<String> = (1..=50).map(|number| format!("УПК-2026/{number:04}")).collect();
    assert_eq!(distinct, expected);
    let gaps = format!("/api/v1/organisations/{}/number-gaps", centre.organisation);
    let gaps = centre.api().await.get(&gaps).await.json();
    for register in gaps.as_array().unwrap() {
        assert_eq!(register["unexplained"], json!([]), "{gaps}");
    }
    let page = format!("/organisations/{}/number-gaps", centre.organisation);
    assert!(centre.browser().await.get(&page).await.text().contains("Номеров без документа нет"));
}

/// A document on a blank that is spoiled gets the next one, and the book keeps both (row 9).
#[tokio::test]
async fn row_09_a_spoiled_blank_stays_in_the_books_with_its_act() {
    let centre = Centre::new().await;
    let (api, home) = (centre.api().await, format!("/api/v1/organisations/{}", centre.organisation));
    let setting = json!({ "pattern": "УПК-{year}/{number:4}", "on_blanks": true });
    let to = format!("{home}/registers/advanced_training_certificate");
    assert_eq!(api.put(&to, setting).await.status, 200);
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let refused = centre.try_issue(&[one]).await;
    assert_eq!((refused.status, code(&refused.json())), (422, json!("blanks-out")), "{}", refused.html);
    let batch = json!({
        "kind": "advanced_training_certificate", "series": "АБ", "numbers": "000007–000008",
        "received_with": "Накладная 12", "received_on": "2026-09-01",
    });
    assert_eq!(api.post(&format!("{home}/blanks"), batch.clone()).await.json()["count"], 2);
    let again = api.post(&format!("{home}/blanks"), batch).await;
    assert_eq!((again.status, code(&again.json())), (422, json!("blank-known")));
    let id = centre.issue(&[one]).await[0];
    let spoiling = json!({
        "kind": "advanced_training_certificate", "series": "АБ", "number": "000007", "act": "3-С",
        "dated": "2026-12-01", "reason": "Брак печати",
    });
    let moved = api.post(&format!("{home}/blank-spoilings"), spoiling.clone()).await;
    assert_eq!(moved.json(), json!({ "document_id": id.0, "next_blank": "АБ 000008" }), "{}", moved.html);
    let twice = api.post(&format!("{home}/blank-spoilings"), spoiling).await;
    assert_eq!(code(&twice.json()), json!("blank-spoiled-already"));
    let stock = api.get(&format!("{home}/blanks")).await.json()["stock"][0].clone();
    assert_eq!(
        (&stock["received"], &stock["used"], &stock["spoiled"], &stock["left"]),
        (&json!(2), &json!(1), &json!(1), &json!(0))
    );
    let entry = api.get(&format!("/api/v1/documents/{id}/entry")).await.json();
    assert_eq!(entry["line"]["blank"], "АБ 000008");
    assert_eq!(entry["spoiled_blanks"], json!(["АБ 000007"]));
    // The snapshot is frozen; the page of the document and the API name the blank that it stands on.
    let document = centre.document(id).await;
    assert_eq!(
        (&document["blank"], &document["spoiled_blanks"]),
        (&json!("АБ 000008"), &json!(["АБ 000007"]))
    );
    let page = centre.browser().await.get(&format!("/documents/{id}")).await.text();
    assert!(page.contains("АБ 000008") && page.contains("могут называть списанный бланк"), "{page}");
}

#[tokio::test]
async fn row_25_the_name_is_public_only_with_consent_and_goes_at_once_without_it() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    let text = || async { centre.app.stranger().get(&address).await.text() };
    assert!(text().await.contains("А. А. С.") && !text().await.contains("Ахметова"));
    let (own, consent) = (centre.app.api(&person).await, format!("/api/v1/people/{}/public-name", person.id));
    let version = own.get(&consent).await.json()["version"].clone();
    let given = own.post(&consent, json!({ "version": version })).await;
    assert_eq!(given.status, 201, "{}", given.html);
    assert!(text().await.contains("Ахметова А. С."));
    assert!(own.send(reqwest::Method::DELETE, &consent, None).await.status < 300);
    assert!(!text().await.contains("Ахметова"), "{}", text().await);
}

#[tokio::test]
async fn row_36_a_check_by_number_says_yes_or_no_and_nothing_else() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Құрманғазы").await;
    let id = centre.issue(&[one]).await[0];
    let stranger = centre.app.stranger();
    let ask = |number: &'static str, surname: &'static str| {
        let fields = [("number", number), ("surname", surname)];
        let stranger = &stranger;
        async move { stranger.post("/verify", &fields).await }
    };
    for (number, surname) in
        [("УПК-2026/0001", "Құрманғазы"), (" упк-2026/0001 ", "КУРМАНГАЗЫ"), ("УПK-2026/0001", "Курмангазы")]
    {
        let page = ask(number, surname).await;
        assert!(
            page.status == 200 && page.text().contains("Да, такой документ действителен"),
            "{}",
            page.text()
        );
        for surplus in [person.email.as_str(), "Анна", "Пример", "/v/"] {
            assert!(!page.html.contains(surplus), "{surplus}");
        }
    }
    for (number, surname) in
        [("УПК-2026/0002", "Құрманғазы"), ("УПК-2026/0001", "Ахметова"), ("Анна", "Анна")]
    {
        let page = ask(number, surname).await;
        assert!(
            page.status == 200 && page.text().contains("Нет, действительного документа"),
            "{}",
            page.text()
        );
    }
    assert_eq!(ask("", "").await.status, 422);
    assert_eq!(centre.revoke(id, "Ошибка в отчестве").await.status, 201);
    assert!(ask("УПК-2026/0001", "Құрманғазы").await.text().contains("Нет, действительного документа"));
    let body = json!({ "number": "УПК-2026/0001", "surname": "Құрманғазы" });
    let answer = stranger.client().post(format!("{}/api/v1/verification-checks", centre.app.url));
    let answer: Value = answer.json(&body).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer, json!({ "valid": false }));
}

#[tokio::test]
async fn looks_are_counted_by_the_minute_and_without_who_looked() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    for _ in 0..3 {
        assert_eq!(centre.app.stranger().get(&address).await.status, 200);
    }
    let (api, to) = (centre.api().await, format!("/api/v1/documents/{id}/entry"));
    let mut checks = json!([]);
    for _ in 0..100 {
        checks = api.get(&to).await.json()["checks"].clone();
        if checks[0]["times"] == 3 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let expected = json!([{ "at": "2026-12-01T09:00:00Z", "way": "code", "outcome": "valid", "times": 3 }]);
    assert_eq!(checks, expected, "and nothing else");
}

#[tokio::test]
async fn row_37_a_signature_file_is_kept_byte_for_byte_and_one_of_another_document_is_refused() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let (other, _) = centre.ready("Борисов").await;
    let id = centre.issue(&[one]).await[0];
    let api = centre.api().await;
    let (list, pdf) = (format!("/api/v1/documents/{id}/signatures"), format!("/api/v1/documents/{id}/pdf"));
    let paper = bytes(&api, &pdf).await;
    let signed = [paper.as_slice(), b"\n9 0 obj << /ByteRange [0 10 20 30] >> endobj\n%%EOF\n"].concat();
    let kept = api.post_bytes(&format!("{list}?name=signed.pdf"), signed.clone()).await;
    assert_eq!(kept.status, 201, "{}", kept.html);
    let row = kept.json()[0].clone();
    assert_eq!((&row["format"], &row["finding"]), (&json!("pdf"), &json!("fits")));
    assert_eq!(row["sha256"], birge::secrets::sha256_hex(&signed));
    let file = format!("{list}/{}", row["id"]);
    assert_eq!(bytes(&api, &file).await, signed, "byte for byte");
    let holder = centre.app.api(&person).await;
    assert_eq!(bytes(&holder, &file).await, signed, "its holder reads it too");
    assert_eq!(centre.app.api(&other).await.get(&file).await.status, 404);
    for (bytes, wrong) in [
        (b"%PDF-1.7\nother /ByteRange".to_vec(), "signature-other"),
        (paper.clone(), "signature-unsigned"),
        (b"hello".to_vec(), "signature-kind"),
    ] {
        let refused = api.post_bytes(&list, bytes).await;
        assert_eq!((refused.status, code(&refused.json())), (422, json!(wrong)), "{}", refused.html);
    }
    assert_eq!(api.post_bytes(&list, signed).await.json().as_array().unwrap().len(), 1, "twice is as once");
    let page = centre.browser().await.get(&format!("/documents/{id}/signatures")).await.text();
    assert!(page.contains("Сама подпись и сертификат здесь не проверялись"), "{page}");
}

#[tokio::test]
async fn row_49_the_register_cannot_be_deleted_by_anybody() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    for path in [
        format!("/documents/{id}/entry"),
        format!("/organisations/{}/registers", centre.organisation),
        format!("/organisations/{}/blanks", centre.organisation),
        "/register".to_owned(),
    ] {
        let page = centre.browser().await.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.html.contains("/removal") && !page.html.contains("delete"), "{path}");
    }
    let refused = |table: &'static str| {
        centre.app.db.write(move |w| {
            match table {
                "documents" => diesel::delete(documents::table).execute(w.conn())?,
                "registers" => diesel::delete(registers::table).execute(w.conn())?,
                _ => diesel::delete(register_lines::table).execute(w.conn())?,
            };
            Ok(())
        })
    };
    for table in ["documents", "registers", "register_lines"] {
        let problem = refused(table).await.unwrap_err().to_string();
        assert!(problem.contains("never deleted"), "{table}: {problem}");
    }
}

#[tokio::test]
async fn handing_over_is_written_down_for_one_and_for_a_group_and_the_book_says_who_received() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    let ids: Vec<DocumentId> = centre.issue(&[one, two]).await;
    let (browser, group) = (centre.browser().await, format!("/editions/{}/handovers", centre.edition));
    let first = ids[0].to_string();
    let proxy = [("documents", first.as_str()), ("handed_on", "2026-12-01"), ("way", "proxy")];
    let refused = browser.post(&group, &proxy).await;
    assert!(
        refused.status == 422 && refused.text().contains("номер и дату доверенности"),
        "{}",
        refused.text()
    );
    let early = [("documents", first.as_str()), ("handed_on", "2026-11-30"), ("way", "in_person")];
    assert_eq!(browser.post(&group, &early).await.status, 422);
    let whole = [&proxy[..], &[("received_by", "Ким Олег"), ("authority", "№ 7 от 01.12.2026")][..]].concat();
    assert_eq!(browser.post(&group, &whole).await.status, 200);
    let handed = |text: String| (text.contains("Ахметова Анна"), text.contains("Борисов Анна"));
    let shown = handed(browser.get("/register?handed=yes").await.text());
    assert_ne!(shown.0, shown.1, "one of them was handed over");
    assert_eq!(handed(browser.get("/register?handed=no").await.text()), (!shown.0, !shown.1));
    let of_group = format!("/register?edition={}&year=2026&status=valid", centre.edition);
    assert_eq!(handed(browser.get(&of_group).await.text()), (true, true));
    let workbook = browser.client().get(format!("{}/register/xlsx", centre.app.url)).send().await.unwrap();
    let table = birge::printing::tables::read(&workbook.bytes().await.unwrap()).unwrap();
    assert_eq!((table.rows.len(), table.rows[0].cells[1].as_str()), (2, "УПК-2026/0001"));
    let all: String = table.rows.iter().flat_map(|row| row.cells.clone()).collect();
    assert!(all.contains("Ким Олег, по доверенности № 7 от 01.12.2026"), "{all}");
    assert_eq!(browser.get("/register/docx").await.status, 404);
    let said = written_down(&centre, "document-handed-over").await;
    assert!(said.contains("УПК-2026/0001") || said.contains("УПК-2026/0002"), "{said}");
    assert!(
        !said.contains("Ким Олег") && !said.contains("№ 7"),
        "the log keeps no names that the book holds: {said}"
    );
}

/// The log is chained and never erased, so it keeps what was done and to which row, and the words stay in the row (row 27).
#[tokio::test]
async fn row_27_the_log_does_not_repeat_what_rows_hold_of_people() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let api = centre.api().await;
    let lost = json!({ "lost_on": "2026-12-01", "note": "Потерял муж, Ким Олег" });
    assert_eq!(api.post(&format!("/api/v1/documents/{id}/losses"), lost).await.status, 201);
    let duplicate = json!({ "relation": "duplicate", "grounds": "Заявление Ким Анны" });
    let made = api.post(&format!("/api/v1/documents/{id}/replacements"), duplicate).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let new = birge::kernel::DocumentId(made.json()["id"].as_i64().unwrap());
    assert_eq!(centre.revoke(new, "Ошибка Ким Анны").await.status, 201);
    for action in ["document-lost", "document-replaced", "document-issued", "document-revoked"] {
        let said = written_down(&centre, action).await;
        assert!(said.contains("УПК-2026/000") && !said.contains("Ким"), "{action}: {said}");
    }
    let shown = centre.document(new).await;
    assert_eq!(shown["replacement_grounds"], "Заявление Ким Анны", "the row keeps it");
    assert_eq!(shown["revocation_reason"], "Ошибка Ким Анны");
}

/// What the log says of everything of a sort.
pub async fn written_down(centre: &Centre, action: &'static str) -> String {
    use birge::db::schema::audit_entries as log;
    let read = move |r: &mut birge::db::Read| {
        let all = log::table.filter(log::action.eq(action)).select((log::before_value, log::after_value));
        let all: Vec<(Option<String>, Option<String>)> = all.load(r.conn())?;
        Ok(format!("{all:?}"))
    };
    centre.app.db.read(read).await.unwrap()
}

async fn bytes(api: &ApiClient, path: &str) -> Vec<u8> {
    api.stream(path).await.bytes().await.unwrap().to_vec()
}

fn code(answer: &Value) -> Value {
    answer["errors"][0]["code"].clone()
}
