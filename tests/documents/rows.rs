//! The rules of the trade, each by its row: the right paper, the education proof, orders before effects, dates in order,
//! immutability.

use super::centre::{AFTER, Centre};
use crate::content::Course;
use crate::support::TestApp;
use crate::support::queries::asked;
use birge::db::schema::{document_prints, documents, enrolments, stored_files};
use birge::kernel::{DocumentId, PersonName};
use diesel::prelude::*;
use serde_json::{Value, json};

fn codes(page: &crate::support::Page) -> Vec<String> {
    let errors = page.json()["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| error["code"].as_str().unwrap_or_default().to_owned()).collect()
}

async fn ask(centre: &Centre, enrolment: birge::kernel::EnrolmentId, kind: &str) -> crate::support::Page {
    let body = json!({ "enrolments": [enrolment], "kind": kind });
    centre.api().await.post(&centre.api_desk(), body).await
}

#[tokio::test]
async fn row_02_a_kind_that_may_not_be_issued_is_shown_with_its_rule_and_refused() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let desk = centre.api().await.get(&centre.api_desk()).await.json();
    let kind = |word: &str| {
        let kinds = desk["kinds"].as_array().unwrap();
        kinds.iter().find(|one| one["kind"] == word).cloned().unwrap_or(Value::Null)
    };
    assert_eq!(desk["kind"], "advanced_training_certificate");
    assert_eq!(kind("advanced_training_certificate")["allowed"], true);
    assert_eq!(kind("participation_certificate")["allowed"], true);
    let diploma = kind("retraining_diploma");
    assert_eq!(diploma["allowed"], false);
    assert!(!diploma["rules"].as_array().unwrap().is_empty(), "the rule is named: {diploma}");
    assert_eq!(kind("thank_you_letter"), Value::Null, "no paper of a course");
    let page = centre.browser().await.get(&centre.desk()).await;
    assert!(page.text().contains("Диплом о профессиональной переподготовке"), "{}", page.text());
    assert!(
        !page.html.contains("kind&#x3D;retraining_diploma") && !page.html.contains("kind=retraining_diploma")
    );
    for refused in ["retraining_diploma", "thank_you_letter", "nonsense"] {
        assert_eq!(ask(&centre, one, refused).await.status, 422, "{refused}");
    }
    let certificate = ask(&centre, one, "participation_certificate").await;
    assert_eq!(certificate.status, 201, "{}", certificate.html);
}

#[tokio::test]
async fn row_02_who_failed_or_left_gets_a_certificate_of_study_with_what_was_mastered() {
    let app = TestApp::at("2026-11-01T09:00:00Z").await;
    let centre = Centre::teaching(Course::sample().programme(), app).await;
    let (_, left) = centre.but("Борисов", &["case"]).await;
    let now = centre.app.now();
    let withdraw = centre.app.db.write(move |w| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(left)))
            .set((enrolments::withdrawn_at.eq(now), enrolments::withdrawal_reason.eq("Переезд")))
            .execute(w.conn())?;
        Ok(())
    });
    withdraw.await.unwrap();
    let issued = ask(&centre, left, "study_certificate").await;
    assert_eq!(issued.status, 201, "{}", issued.html);
    let id = DocumentId(issued.json()["issued"][0]["document"]["id"].as_i64().unwrap());
    let page = centre.browser().await.get(&format!("/documents/{id}")).await.text();
    assert!(page.contains("Справка об обучении") && page.contains("Переезд"), "{page}");
    let (_, ready) = centre.ready("Ахметова").await;
    let refused = ask(&centre, ready, "study_certificate").await;
    assert_eq!(refused.status, 409, "who may still pass gets no certificate of a part: {}", refused.html);
}

#[tokio::test]
async fn row_03_without_a_document_of_education_nothing_is_issued() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    centre.app.close_group(&centre.administrator, centre.edition).await;
    let refused = centre.try_issue(&[one]).await;
    assert_eq!(refused.status, 409, "{}", refused.html);
    assert_eq!(codes(&refused), ["country-kind-education"]);
    let text = centre.browser().await.get(&centre.desk()).await.text();
    assert!(text.to_lowercase().contains("нет документа об образовании"), "{text}");
    // What the learner has said is seen by nobody yet; who administers the centre compares it and records it.
    let said = json!({ "level": "higher", "series": "107704", "number": "0200100" });
    let own = centre.app.api(&person).await;
    let address = format!("/api/v1/people/{}/identity/education", person.id);
    let recorded = own.put(&address, said.clone()).await;
    assert_eq!(recorded.status, 204, "{}", recorded.html);
    let unseen = centre.try_issue(&[one]).await;
    assert_eq!((unseen.status, codes(&unseen)), (409, vec!["country-kind-education-unseen".to_owned()]));
    let page = centre.browser().await.get(&format!("/people/{}/identity", person.id)).await.text();
    assert!(page.contains("внёс сам слушатель"), "{page}");
    assert_eq!(centre.api().await.put(&address, said).await.status, 204);
    assert_eq!(centre.try_issue(&[one]).await.status, 201);
}

#[tokio::test]
async fn row_05_orders_come_before_documents() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    centre.app.record_diploma(&centre.administrator, person.id).await;
    let refused = centre.try_issue(&[one]).await;
    assert_eq!(refused.status, 409, "{}", refused.html);
    assert_eq!(codes(&refused), ["order-issue-protocol", "order-issue-closing"]);
    centre.app.close_group(&centre.administrator, centre.edition).await;
    let id = centre.issue(&[one]).await[0];
    let page = centre.browser().await.get(&format!("/documents/{id}")).await.text();
    assert!(page.contains("Протокол комиссии") && page.contains("Приказ об окончании"), "{page}");
}

#[tokio::test]
async fn row_18_a_kazakh_name_needs_its_russian_spelling_for_the_federal_register() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Құрманғазы").await;
    centre.app.record_diploma(&centre.administrator, person.id).await;
    centre.app.close_group(&centre.administrator, centre.edition).await;
    assert_eq!(codes(&centre.try_issue(&[one]).await), ["document-spelling-missing"]);
    centre.app.spell_in_russian(&centre.administrator, person.id).await;
    let id = centre.issue(&[one]).await[0];
    let document = centre.document(id).await;
    assert_eq!(document["holder"], "Құрманғазы Анна Сергеевна");
    assert_eq!(document["spelling"], "Курмангазы Анна Сергеевна");
    centre.rename(&person, PersonName::new("Иванoва", "Анна", None)).await;
    let next = ask(&centre, one, "participation_certificate").await;
    assert_eq!(codes(&next), ["document-look-alikes"]);
}

#[tokio::test]
async fn row_09_a_number_typed_by_hand_is_taken_once() {
    let centre = Centre::teaching(Course::sample().programme(), TestApp::at(AFTER).await).await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    centre.prepare().await;
    let ask = async |people: Vec<birge::kernel::EnrolmentId>, number: &str| {
        let body = json!({ "enrolments": people, "number": number });
        centre.api().await.post(&centre.api_desk(), body).await
    };
    assert_eq!(codes(&ask(vec![one, two], "УПК-2026/0777").await), ["document-number-for-one"]);
    let first = ask(vec![one], "УПК-2026/0777").await;
    assert_eq!(first.status, 201, "{}", first.html);
    let again = ask(vec![two], "УПК-2026/0777").await;
    assert_eq!((again.status, codes(&again)), (422, vec!["register-number-taken".to_owned()]));
}

#[tokio::test]
async fn row_09_the_counter_steps_over_a_number_of_a_former_pattern() {
    let centre = Centre::teaching(Course::sample().programme(), TestApp::at(AFTER).await).await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    let (_, three) = centre.ready("Волков").await;
    centre.prepare().await;
    let api = centre.api().await;
    let ask = async |body: serde_json::Value| {
        let page = api.post(&centre.api_desk(), body).await;
        assert_eq!(page.status, 201, "{}", page.html);
        page.json()["issued"][0]["document"]["number"].as_str().unwrap().to_owned()
    };
    let typed = json!({ "enrolments": [one], "number": "УПК-2026/0002" });
    assert_eq!(ask(typed).await, "УПК-2026/0002");
    let setting =
        format!("/api/v1/organisations/{}/registers/advanced_training_certificate", centre.organisation);
    assert_eq!(api.put(&setting, json!({ "pattern": "ДОК-{year}/{number:4}" })).await.status, 200);
    assert_eq!(ask(json!({ "enrolments": [two] })).await, "ДОК-2026/0001");
    assert_eq!(ask(json!({ "enrolments": [three] })).await, "ДОК-2026/0003");
}

#[tokio::test]
async fn row_10_the_paper_is_printed_once_kept_and_never_changes() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let path = format!("/documents/{id}/pdf");
    let fetch = async || {
        let browser = centre.browser().await;
        let answer = browser.client().get(browser.absolute(&path)).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        answer.bytes().await.unwrap().to_vec()
    };
    let waiting = centre.browser().await.get(&format!("/documents/{id}")).await.text();
    assert!(waiting.contains("PDF готовится"), "{waiting}");
    let before = fetch().await;
    centre.app.run_jobs().await;
    let document = centre.document(id).await;
    assert_eq!(document["pdf_sha256"], birge::secrets::sha256_hex(&before), "the same bytes on demand");
    centre.rename(&person, PersonName::new("Жаңа", "Динара", None)).await;
    centre.set_issuer(Some("г. Чита"), Some("Ректор"), Some("П. П. Другой"), Some("Иная лицензия")).await;
    assert!(fetch().await == before, "out of the store");
    let key = centre.app.db.read(move |r| {
        Ok(document_prints::table
            .inner_join(stored_files::table)
            .filter(document_prints::document_id.eq(id))
            .select(stored_files::storage_key)
            .first::<String>(r.conn())?)
    });
    let lost = find(&centre.app.data_dir, &key.await.unwrap()).expect("the paper lies in the store");
    std::fs::remove_file(lost).unwrap();
    assert!(fetch().await == before, "printed again, bit for bit");
    let change = centre.app.db.write(move |w| {
        let row = documents::table.filter(documents::id.eq(id));
        diesel::update(row).set(documents::pdf_sha256.eq("другая")).execute(w.conn())?;
        Ok(())
    });
    assert!(change.await.is_err(), "the hash of a paper is frozen by the database itself");
    assert!(centre.app.audited("document-paper-taken").await >= 3, "every look is noted");
    assert!(centre.app.audited("document-seen").await >= 1);
}

#[tokio::test]
async fn a_store_that_refuses_the_paper_issues_nothing_half_and_is_tried_again() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let browser = centre.browser().await;
    let path = browser.absolute(&format!("/documents/{id}/pdf"));
    let answer = browser.client().get(path).send().await.unwrap();
    let sum = birge::secrets::sha256_hex(&answer.bytes().await.unwrap());
    // Where the folder of the paper would be stands a file: the disk takes nothing.
    let place = centre.app.data_dir.join("files").join(&sum[..2]);
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(&place, "taken").unwrap();
    centre.app.run_jobs().await;
    let document = centre.document(id).await;
    assert_eq!((&document["status"], &document["pdf_sha256"]), (&json!("valid"), &Value::Null));
    let text = centre.browser().await.get(&format!("/documents/{id}")).await.text();
    assert!(text.contains("PDF готовится"), "{text}");
    std::fs::remove_file(&place).unwrap();
    centre.app.set_clock("2026-12-01T09:05:00Z");
    centre.app.run_jobs().await;
    assert_eq!(centre.document(id).await["pdf_sha256"], json!(sum));
}

#[tokio::test]
async fn the_desk_asks_as_many_queries_for_many_people_as_for_one() {
    let centre = Centre::new().await;
    let count = async || {
        let (actor, edition) = (centre.app.actor(&centre.administrator).await, centre.edition);
        let (typesetter, now) = (centre.app.kit.typesetter.clone(), centre.app.now());
        let desk = move |r: &mut birge::db::Read| {
            birge::documents::actions::desk(r, &actor, &typesetter, edition, now)
        };
        asked(&centre.app.db, desk).await.len()
    };
    // Each connection remembers the plan of the programme from its first look on: the fewest of several looks is what counts.
    let fewest = async || {
        let mut least = usize::MAX;
        for _ in 0..6 {
            least = least.min(count().await);
        }
        least
    };
    centre.ready("Ахметова").await;
    let one = fewest().await;
    for surname in ["Борисов", "Власова", "Громов", "Дёмина"] {
        centre.ready(surname).await;
    }
    assert_eq!(fewest().await, one);
}

/// A file of the store, wherever under the folder of data the store lies.
pub(super) fn find(folder: &std::path::Path, key: &str) -> Option<std::path::PathBuf> {
    let place = folder.join(key);
    if place.is_file() {
        return Some(place);
    }
    let below = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    below.filter(|path| path.is_dir()).find_map(|path| find(&path, key))
}

/// What was issued is out of reach of the program's own writes, and of a slip in the database (row 10, row 49).
#[tokio::test]
async fn row_10_the_database_refuses_to_change_or_delete_a_document() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    for statement in [
        "UPDATE documents SET number_text = 'УПК-2026/9999'",
        "UPDATE documents SET snapshot = '{}'",
        "UPDATE documents SET holder = 'Другая'",
        "DELETE FROM documents",
        "DELETE FROM registers",
    ] {
        let tried = centre.app.db.write(move |w| Ok(diesel::sql_query(statement).execute(w.conn())?)).await;
        assert!(tried.is_err(), "{statement}");
    }
    assert_eq!(centre.document(id).await["number"], "УПК-2026/0001");
}

/// When a document was lost or revoked is a fact that nobody moves afterwards; the words about it may be erased one day.
#[tokio::test]
async fn row_49_the_database_refuses_to_move_when_a_document_was_lost_or_revoked() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let lost = json!({ "lost_on": "2026-12-01", "note": "Утеряно при переезде" });
    let noted = centre.api().await.post(&format!("/api/v1/documents/{id}/losses"), lost).await;
    assert_eq!(noted.status, 201, "{}", noted.html);
    assert_eq!(centre.revoke(id, "Ошибка в отчестве").await.status, 201);
    for statement in [
        "UPDATE document_losses SET lost_on = '2026-11-30'",
        "UPDATE document_revocations SET revoked_at = '2026-11-30 09:00:00'",
        "UPDATE document_revocations SET revoked_by = NULL",
    ] {
        let tried = centre.app.db.write(move |w| Ok(diesel::sql_query(statement).execute(w.conn())?)).await;
        let problem = tried.unwrap_err().to_string();
        assert!(problem.contains("never change"), "{statement}: {problem}");
    }
}
