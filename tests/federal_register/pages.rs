//! The way of a document: due, checked, exported, answered. Through pages and API.

use super::centre::Centre;
use crate::support::federal::LookAlike;
use birge::db::schema::{audit_entries, mails};
use birge::documents::rules::Relation;
use birge::documents::rules::snapshot::Replaced;
use birge::kernel::PersonName;
use birge::web::paths;
use calamine::{Data, Reader, Xlsx};
use diesel::prelude::*;
use serde_json::{Value, json};
use std::io::Cursor;

fn api(centre: &Centre, rest: &str) -> String {
    format!("/api/v1/organisations/{}/federal-register{rest}", centre.organisation)
}

async fn get(centre: &Centre, rest: &str) -> Value {
    let page = centre.app.api(&centre.administrator).await.get(&api(centre, rest)).await;
    assert_eq!(page.status, 200, "{}", page.html);
    page.json()
}

/// Makes files of everything that is fine; their ids.
pub async fn export(centre: &Centre) -> Vec<i64> {
    let page = centre.app.api(&centre.administrator).await.post(&api(centre, "/exports"), json!({})).await;
    assert_eq!(page.status, 201, "{}", page.html);
    page.json()["ids"].as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect()
}

pub async fn bytes(centre: &Centre, export: i64) -> Vec<u8> {
    let path = api(centre, &format!("/exports/{export}/file"));
    let answer = centre.app.api(&centre.administrator).await.stream(&path).await;
    assert_eq!(answer.status().as_u16(), 200);
    answer.bytes().await.unwrap().to_vec()
}

/// The rows below the header that are not empty.
fn rows(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Шаблон").unwrap();
    let filled = |row: &&[Data]| row.iter().any(|cell| *cell != Data::Empty);
    range.rows().skip(1).filter(filled).map(<[Data]>::to_vec).collect()
}

fn text(row: &[Data], column: usize) -> String {
    row.get(column - 1).map(ToString::to_string).unwrap_or_default()
}

#[tokio::test]
async fn row_22_a_document_of_the_first_of_september_is_due_on_the_first_of_october() {
    let centre = Centre::new().await;
    centre.issue(1, 1, "2026-09-01").await;
    centre.issue(2, 1, "2026-08-01").await;
    let queue = get(&centre, "").await;
    let due = |number: &str| {
        let all = queue["items"].as_array().unwrap();
        let one = all.iter().find(|one| one["number"] == number).unwrap();
        (one["due_on"].as_str().unwrap().to_owned(), one["days_left"].as_i64().unwrap())
    };
    assert_eq!(due("УПК-2026/0001"), ("2026-10-01".to_owned(), 21));
    assert_eq!(due("УПК-2026/0002"), ("2026-08-31".to_owned(), -10));
    let overdue = get(&centre, "?overdue=on").await;
    assert_eq!(overdue["items"].as_array().unwrap().len(), 1);
    let browser = centre.app.sign_in(&centre.administrator).await;
    let page = browser.get(&paths::federal_register(centre.organisation)).await.text();
    for said in [
        "1 октября 2026 г.",
        "остался 21 день",
        "просрочен на 10 дней",
        "Просрочен 1 документ",
        "Не выгружен",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let listed =
        browser.get(&format!("{}?overdue=on", paths::federal_register(centre.organisation))).await.text();
    assert!(listed.contains("УПК-2026/0002") && !listed.contains("УПК-2026/0001"), "{listed}");
}

#[tokio::test]
async fn a_template_is_kept_byte_for_byte_and_every_difference_of_another_is_said() {
    let centre = Centre::bare().await;
    let (organisation, administrator) = (centre.organisation, &centre.administrator);
    let template = LookAlike { prepared: 5, ..LookAlike::new() };
    let shown = centre.app.federal_template(administrator, organisation, &template).await;
    let answer = centre.app.api(administrator).await.stream(&format!("/api/v1{shown}/file")).await;
    assert_eq!(answer.bytes().await.unwrap().to_vec(), template.bytes());
    let browser = centre.app.sign_in(administrator).await;
    let page = browser.get(&shown).await.text();
    assert!(page.contains("Социальное обслуживание") && page.contains("ФормаОбучения"), "{page}");
    let mut moved = template.clone();
    moved.headers.swap(26, 27);
    let files = [("file", "ДПО.xlsx", moved.bytes())];
    let refused = browser.post_multipart(&paths::federal_templates(organisation), &[], &files).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("Столбец AA: заголовок «СНИЛС» стоит в столбце AB"),
        "{}",
        refused.text()
    );
    let empty = browser.post_multipart(&paths::federal_templates(organisation), &[], &[]).await;
    assert_eq!(empty.status, 422, "no file");
    let strangers = centre.app.person("Чужой").await;
    assert_eq!(centre.app.sign_in(&strangers).await.get(&shown).await.status, 403);
    let other = centre.app.organisation("Другой центр").await;
    let neighbour = centre.app.administrator_of("Сосед", other).await;
    assert_eq!(centre.app.sign_in(&neighbour).await.get(&shown).await.status, 404);
}

#[tokio::test]
async fn what_is_chosen_comes_from_the_lists_of_the_template() {
    let centre = Centre::new().await;
    let browser = centre.app.sign_in(&centre.administrator).await;
    let path = paths::federal_settings(centre.edition);
    let page = browser.get(&path).await.text();
    assert!(page.contains("Для всех потоков версии выбрано: Очная"), "{page}");
    let wrong = browser.post(&path, &[("scope", "edition"), ("form", "очная")]).await;
    assert_eq!(wrong.status, 422, "case counts");
    assert!(wrong.text().contains("нет в списке «ФормаОбучения»"), "{}", wrong.text());
    let saved = browser.post(&path, &[("scope", "edition"), ("form", "Заочная")]).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let field = format!("funding-{}", centre.enrolment);
    let people =
        browser.post(&paths::federal_people(centre.edition), &[(&field, "Бюджетное обучение")]).await;
    assert_eq!(people.status, 200, "{}", people.text());
    centre.know().await;
    centre.issue(1, 1, "2026-09-01").await;
    let made = export(&centre).await;
    let rows = rows(bytes(&centre, made[0]).await);
    let chosen: Vec<String> = [12, 28, 29].map(|column| text(&rows[0], column)).into();
    assert_eq!(chosen, ["Социальное обслуживание", "Заочная", "Бюджетное обучение"]);
}

#[tokio::test]
async fn documents_with_faults_stay_out_and_each_fault_is_said_with_where_to_mend_it() {
    let centre = Centre::new().await;
    centre.issue(1, 1, "2026-09-01").await;
    let check = get(&centre, "/check").await;
    let one = &check["documents"][0];
    assert_eq!(one["goes"], false);
    let columns: Vec<&str> =
        one["issues"].as_array().unwrap().iter().map(|issue| issue["column"].as_str().unwrap()).collect();
    // Education, the spelling of «Әлия», birth, sex, СНИЛС, citizenship.
    assert_eq!(columns, ["O", "W", "Y", "Z", "AA", "AE"]);
    let browser = centre.app.sign_in(&centre.administrator).await;
    let page = browser.get(&paths::federal_check(centre.organisation)).await;
    assert!(page.html.contains(&paths::person_identity(centre.person.id)), "{}", page.html);
    assert!(page.text().contains("Внесите написание по-русски"), "{}", page.text());
    let nothing =
        centre.app.api(&centre.administrator).await.post(&api(&centre, "/exports"), json!({})).await;
    assert_eq!(nothing.status, 422);
    assert_eq!(get(&centre, "/exports").await["items"], json!([]), "nothing half-exported");
    assert_eq!(get(&centre, "").await["items"][0]["state"], "new");
}

#[tokio::test]
async fn row_18_what_is_recorded_of_the_person_lets_the_document_go() {
    let centre = Centre::new().await;
    centre.know().await;
    centre.issue(1, 1, "2026-09-01").await;
    let made = export(&centre).await;
    let rows = rows(bytes(&centre, made[0]).await);
    let row: Vec<String> = [16, 22, 23, 24, 25, 26, 27, 31].map(|column| text(&rows[0], column)).into();
    assert_eq!(
        row,
        ["Иванова", "Ахметова", "Алия", "Сериковна", "03.02.1990", "Жен", "112-233-445 95", "643"]
    );
    let seen = centre.app.db.read(|r| {
        let looks = audit_entries::table
            .filter(audit_entries::action.eq_any(["identity-seen", "federal-file-taken"]));
        Ok(looks.count().get_result::<i64>(r.conn())?)
    });
    assert!(seen.await.unwrap() >= 2, "looks at people and files that are taken away are written down");
}

#[tokio::test]
async fn row_21_a_thousand_and_one_people_are_two_files() {
    let centre = Centre::new().await;
    centre.know().await;
    centre.issue(1, 1_001, "2026-09-01").await;
    let made = export(&centre).await;
    assert_eq!(made.len(), 2);
    let (first, second) = (rows(bytes(&centre, made[0]).await), rows(bytes(&centre, made[1]).await));
    assert_eq!((first.len(), second.len()), (1_000, 1));
    assert_eq!((text(&first[0], 9), text(&second[0], 9)), ("УПК-2026/0001".into(), "УПК-2026/1001".into()));
    let again = centre.app.api(&centre.administrator).await.post(&api(&centre, "/exports"), json!({})).await;
    assert_eq!(again.status, 422, "each document once");
}

#[tokio::test]
async fn row_11_and_23_a_duplicate_carries_the_original_and_the_original_does_not() {
    let centre = Centre::new().await;
    centre.know().await;
    let original = centre.issue(7, 1, "2026-09-01").await[0];
    let replaced = Replaced {
        document: original,
        number: "УПК-2026/0007".into(),
        issued_on: "2026-09-01".parse().unwrap(),
        relation: Relation::Duplicate,
        grounds: "Утрачено".into(),
    };
    centre
        .issue_with(8, 1, "2026-09-05", move |snapshot| {
            snapshot.replaces = Some(replaced.clone());
            snapshot.holder = PersonName::new("Ахметова", "Алия", Some("Сериковна"));
        })
        .await;
    let made = export(&centre).await;
    let rows = rows(bytes(&centre, made[0]).await);
    assert_eq!(rows.len(), 2, "the original goes as well");
    let block = |row: &[Data]| (32..=40).map(|column| text(row, column)).collect::<Vec<_>>();
    assert_eq!((text(&rows[0], 2), text(&rows[1], 2)), ("Оригинал".into(), "Дубликат".into()));
    assert!(block(&rows[0]).iter().all(String::is_empty), "{:?}", block(&rows[0]));
    let wanted = [
        "Удостоверение о повышении квалификации",
        "Нет",
        "УПК-2026/0007",
        "УПК-2026/0007",
        "01.09.2026",
        "Ахметова",
        "Алия",
        "Сериковна",
        "",
    ];
    assert_eq!(block(&rows[1]), wanted);
}

#[tokio::test]
async fn an_operator_enters_what_the_register_answered() {
    let centre = Centre::new().await;
    centre.know().await;
    let documents = centre.issue(1, 2, "2026-09-01").await;
    let browser = centre.app.sign_in(&centre.administrator).await;
    let outcomes = paths::federal_outcomes(centre.organisation);
    let first = documents[0].to_string();
    let early = browser.post(&outcomes, &[("documents", &first), ("state", "accepted")]).await;
    assert_eq!(early.status, 422, "not exported yet");
    let check = browser.get(&paths::federal_check(centre.organisation)).await.text();
    assert!(check.contains("Выгрузить 2 документа"), "{check}");
    let made = browser.post(&paths::federal_exports(centre.organisation), &[]).await;
    assert_eq!(made.status, 200);
    assert!(made.text().contains("Создан 1 файл"), "{}", made.text());
    let why = browser.post(&outcomes, &[("documents", &first), ("state", "error"), ("reason", " ")]).await;
    assert_eq!(why.status, 422);
    assert!(why.text().contains("Напишите, как реестр назвал ошибку"), "{}", why.text());
    let refused = browser
        .post(&outcomes, &[("documents", &first), ("state", "error"), ("reason", "Нет такой области")])
        .await;
    assert_eq!(refused.status, 200, "{}", refused.text());
    let file = get(&centre, "/exports").await["items"][0]["id"].as_i64().unwrap();
    // The refused one goes into the next file; the answer to the first file is not about it any more.
    let second = export(&centre).await;
    let body = json!({ "state": "accepted", "export_id": file });
    let entered = centre.app.api(&centre.administrator).await.post(&api(&centre, "/outcomes"), body).await;
    assert_eq!(entered.json(), json!({ "entered": 1 }), "{}", entered.html);
    let states: Vec<(Value, Value)> = get(&centre, "").await["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["state"].clone(), one["export_id"].clone()))
        .collect();
    assert_eq!(states, [(json!("exported"), json!(second[0])), (json!("accepted"), json!(file))]);
    let shown =
        browser.get(&paths::federal_export(centre.organisation, birge::kernel::FederalExportId(file))).await;
    assert!(shown.text().contains("Выгружен ещё раз позже"), "{}", shown.text());
}

#[tokio::test]
async fn administrators_are_reminded_once_a_day_of_what_is_due() {
    let centre = Centre::new().await;
    let letters = async || {
        birge::federal_register::jobs::look(&centre.app.db, centre.app.now()).await.unwrap();
        centre.app.run_jobs().await;
        let count = centre.app.db.read(|r| {
            Ok(mails::table.filter(mails::name.eq("federal_due")).count().get_result::<i64>(r.conn())?)
        });
        count.await.unwrap()
    };
    centre.issue(1, 1, "2026-09-01").await;
    assert_eq!(letters().await, 0, "three weeks are left");
    centre.app.set_clock("2026-09-24T09:00:00Z");
    assert_eq!(letters().await, 1);
    centre.app.set_clock("2026-09-24T18:00:00Z");
    assert_eq!(letters().await, 1, "one a day");
    centre.app.set_clock("2026-09-25T09:00:00Z");
    assert_eq!(letters().await, 2);
}

#[tokio::test]
async fn the_plain_register_of_a_year_is_a_table() {
    let centre = Centre::bare().await;
    centre.issue(1, 2, "2026-09-01").await;
    let path = api(&centre, "/plain?year=2026&format=csv");
    let page = centre.app.api(&centre.administrator).await.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(page.html.contains("\"УПК-2026/0002\";") && page.html.contains("\"Әлия\""), "{}", page.html);
    let xlsx = centre.app.api(&centre.administrator).await.stream(&api(&centre, "/plain?year=2026")).await;
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(xlsx.bytes().await.unwrap().to_vec())).unwrap();
    assert_eq!(book.worksheet_range("1").unwrap().rows().count(), 3);
}

/// The state in which every document of the queue is, by number.
async fn queue(centre: &Centre, asked: &str) -> Vec<String> {
    let listed = get(centre, asked).await;
    let items = listed["items"].as_array().unwrap();
    items.iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn whoever_names_documents_learns_which_cannot_go() {
    let centre = Centre::new().await;
    centre.know().await;
    let issued = centre.issue(1, 2, "2026-09-01").await;
    let ask = async |documents: &[i64]| {
        let body = json!({ "documents": documents });
        centre.app.api(&centre.administrator).await.post(&api(&centre, "/exports"), body).await
    };
    let strange = ask(&[issued[0].0, 999_999]).await;
    assert_eq!(strange.status, 422, "{}", strange.html);
    let fault = &strange.json()["errors"][0];
    assert_eq!(fault["code"], "federal-documents-not-open");
    let detail = fault["detail"].as_str().unwrap();
    assert!(detail.contains("999999") && !detail.contains(&format!(" {},", issued[0])), "{detail}");
    let made = ask(&[issued[0].0]).await;
    assert_eq!((made.status, &made.json()["held"]), (201, &json!([])), "{}", made.html);
    let again = ask(&[issued[0].0]).await;
    assert_eq!(again.status, 422, "it stands in a file already: {}", again.html);
    assert_eq!(queue(&centre, "?state=open").await, ["УПК-2026/0002"]);
}

#[tokio::test]
async fn faulty_documents_at_the_head_of_the_queue_do_not_hold_up_those_behind_them() {
    let centre = Centre::new().await;
    let first = centre.issue(1, 1, "2026-08-01").await;
    centre.issue(2, 1, "2026-09-01").await;
    let behind = format!("/check?after=2026-08-01.{}", first[0]);
    let check = get(&centre, &behind).await;
    let numbers: Vec<&str> =
        check["documents"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
    assert_eq!((numbers, &check["next_after"]), (vec!["УПК-2026/0002"], &Value::Null));
    let browser = centre.app.sign_in(&centre.administrator).await;
    let path = format!("{}?after=2026-08-01.{}", paths::federal_check(centre.organisation), first[0]);
    let page = browser.get(&path).await;
    assert!(page.text().contains("К первым документам"), "{}", page.text());
    assert!(!page.text().contains("УПК-2026/0001"), "{}", page.text());
}

#[tokio::test]
async fn the_queue_follows_documents_states_and_revocations_by_itself() {
    let centre = Centre::new().await;
    centre.know().await;
    let issued = centre.issue(1, 3, "2026-08-01").await;
    assert_eq!(queue(&centre, "?state=new").await.len(), 3);
    let revoke = async |document: birge::kernel::DocumentId| {
        let now = centre.app.now();
        let row = move |w: &mut birge::db::Write| {
            birge::documents::store::revoke(w, document, "Выдан по ошибке", None, now)
        };
        centre.app.db.write(row).await.unwrap();
    };
    revoke(issued[0]).await;
    assert_eq!(queue(&centre, "").await, ["УПК-2026/0002", "УПК-2026/0003"], "it has no business there");
    let overdue = queue(&centre, "?overdue=on").await.len();
    let browser = centre.app.sign_in(&centre.administrator).await;
    let board = browser.get(&paths::federal_register(centre.organisation)).await.text();
    assert!(overdue == 2 && board.contains("Просрочено 2 документа"), "as many as are listed: {board}");
    export(&centre).await;
    assert!(queue(&centre, "?state=open").await.is_empty());
    assert_eq!(queue(&centre, "?state=exported").await.len(), 2);
    let refused = json!({ "state": "error", "reason": "Неверный СНИЛС", "documents": [issued[1].0] });
    let page = centre.app.api(&centre.administrator).await.post(&api(&centre, "/outcomes"), refused).await;
    assert_eq!(page.status, 200, "{}", page.html);
    assert_eq!(queue(&centre, "?state=open").await, ["УПК-2026/0002"], "it goes again");
    assert_eq!(queue(&centre, "?state=error").await, ["УПК-2026/0002"]);
    revoke(issued[1]).await;
    assert!(queue(&centre, "?state=open").await.is_empty(), "a revoked one is not sent again");
    assert_eq!(queue(&centre, "?state=error").await, ["УПК-2026/0002"], "the register had it");
}
