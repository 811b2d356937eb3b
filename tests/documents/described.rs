//! What the register book says of holders beside the name, and what becomes of a book that is too long.

use super::book::written_down;
use super::centre::Centre;
use crate::support::browser::Browser;
use crate::support::paper::words;
use birge::countries::rules::{Country, shipped};
use birge::db::schema::register_shelves;
use birge::documents::actions::register;
use birge::documents::store::listing::Filter;
use birge::kernel::{DocumentId, EnrolmentId};
use birge::printing::tables::{self, Table};
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

const ABOUT: [&str; 4] = ["Дата рождения", "Пол", "Паспорт", "Гражданство"];

async fn bytes(centre: &Centre, browser: &Browser, path: &str) -> Vec<u8> {
    let answer = browser.client().get(format!("{}{path}", centre.app.url)).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    answer.bytes().await.unwrap().to_vec()
}

/// What the line of a holder says in the columns about holders.
fn about(table: &Table, surname: &str) -> [String; 4] {
    let place = |name: &str| {
        let found = table.header.iter().position(|head| head == name);
        found.unwrap_or_else(|| panic!("no column {name}: {:?}", table.header))
    };
    let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell.starts_with(surname))).unwrap();
    ABOUT.map(|name| row.cells[place(name)].clone())
}

async fn described(centre: &Centre, surname: &str) -> EnrolmentId {
    let (holder, enrolment) = centre.ready(surname).await;
    let data =
        json!({ "sex": "female", "citizenship": "643", "born_on": "1990-03-15", "passport": "4510 123456" });
    let identity = format!("/api/v1/people/{}/identity", holder.id);
    assert_eq!(centre.api().await.put(&identity, data).await.status, 204);
    enrolment
}

#[tokio::test]
async fn row_07_the_book_has_birth_sex_passport_and_citizenship_with_one_line_of_the_journal() {
    let centre = Centre::new().await;
    let one = described(&centre, "Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    let ids = centre.issue(&[one, two]).await;
    let browser = centre.browser().await;
    let table = tables::read(&bytes(&centre, &browser, "/register/xlsx").await).unwrap();
    assert_eq!(about(&table, "Ахметова"), ["15.03.1990", "ж", "4510 123456", "Россия"]);
    assert_eq!(about(&table, "Борисов"), ["—"; 4], "asked for, and not recorded");
    let paper = words(&bytes(&centre, &browser, "/register/pdf").await);
    for said in ["15.03.1990", "123456", "Россия", "Гражданство"] {
        assert!(paper.contains(said), "{said}: {paper}");
    }
    assert_eq!(centre.app.audited("register-book-taken").await, 2);
    assert_eq!(centre.app.audited("identity-seen").await, 0, "one entry a download, not one a person");
    let said = written_down(&centre, "register-book-taken").await;
    assert!(said.contains(r#"documents\":2"#) && said.contains(r#"holders\":1"#), "{said}");
    assert!(!said.contains("4510") && !said.contains("Ахметова"), "{said}");

    let page = browser.get("/register").await.text();
    assert!(!page.contains("123456") && !page.contains("1990"), "the page has short lines: {page}");
    assert!(page.contains("есть в скачанной книге"), "{page}");
    let mut entries = Vec::new();
    for id in &ids {
        entries.push(centre.api().await.get(&format!("/api/v1/documents/{id}/entry")).await.json());
    }
    let holders: Vec<&Value> = entries.iter().map(|entry| &entry["holder"]).collect();
    let known =
        json!({ "born_on": "1990-03-15", "sex": "female", "passport": "4510 123456", "citizenship": "643" });
    assert!(holders.contains(&&known) && holders.contains(&&Value::Null), "{holders:?}");
    assert_eq!(centre.app.audited("identity-seen").await, 1, "a look at a single entry is one at the person");
    let place = holders.iter().position(|holder| **holder == known).unwrap();
    let entry = browser.get(&format!("/documents/{}/entry", ids[place])).await.text();
    for said in ["15 марта 1990", "женский", "4510 123456", "Россия"] {
        assert!(entry.contains(said), "{said}: {entry}");
    }
    assert_eq!(centre.app.audited("identity-seen").await, 2);
}

#[tokio::test]
async fn certificates_of_participation_and_other_organisations_learn_nothing_of_holders() {
    let centre = Centre::new().await;
    let one = described(&centre, "Ахметова").await;
    let two = described(&centre, "Борисов").await;
    centre.prepare().await;
    let body = json!({ "enrolments": [one], "kind": "participation_certificate" });
    let issued = centre.api().await.post(&centre.api_desk(), body).await;
    assert_eq!(issued.status, 201, "{}", issued.html);
    let id = DocumentId(issued.json()["issued"][0]["document"]["id"].as_i64().unwrap());
    let browser = centre.browser().await;
    let table = tables::read(&bytes(&centre, &browser, "/register/xlsx").await).unwrap();
    assert!(ABOUT.iter().all(|name| !table.header.iter().any(|head| head == name)), "{:?}", table.header);
    let entry = centre.api().await.get(&format!("/api/v1/documents/{id}/entry")).await.json();
    assert_eq!(entry["holder"], Value::Null);
    assert_eq!(centre.app.audited("identity-seen").await, 0);

    centre.issue(&[two]).await;
    let elsewhere = centre.app.organisation("Другой центр").await;
    let foreign = centre.app.administrator_of("Чужой", elsewhere).await;
    let actor = centre.app.actor(&foreign).await;
    let asked = Filter { organisations: Some(vec![centre.organisation]), ..Filter::default() };
    let whole = move |r: &mut birge::db::Read| {
        let all = register::whole(r, &actor, Filter::default(), 10)?;
        let theirs = register::whole(r, &actor, asked, 10)?;
        Ok([all.lines.len(), all.holders.len(), theirs.lines.len(), theirs.holders.len()])
    };
    assert_eq!(centre.app.db.read(whole).await.unwrap(), [0; 4]);
    let api = centre.app.api(&foreign).await;
    assert_eq!(api.get(&format!("/api/v1/documents/{id}/entry")).await.status, 404);
    let browser = centre.app.sign_in(&foreign).await;
    let page = browser.get(&format!("/register?organisation={}", centre.organisation)).await;
    assert_eq!(page.status, 200, "and finds nothing: {}", page.text());
    assert_eq!(centre.app.audited("identity-seen").await, 0);
}

/// A hundred thousand documents are counted by their shelf; the test says so of one.
#[tokio::test]
async fn a_book_that_is_too_long_says_so_before_it_is_asked_for_and_names_the_remedy() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.issue(&[one]).await;
    let browser = centre.browser().await;
    let page = async |lines: i32| {
        let many = move |w: &mut birge::db::Write| {
            diesel::update(register_shelves::table.filter(register_shelves::lines.gt(0)))
                .set(register_shelves::lines.eq(lines))
                .execute(w.conn())?;
            Ok(())
        };
        centre.app.db.write(many).await.unwrap();
        browser.get("/register").await
    };
    let short = page(3_000).await;
    assert!(short.html.contains("/register/xlsx") && short.html.contains("/register/pdf"));
    let middle = page(3_001).await;
    assert!(middle.html.contains("/register/xlsx") && !middle.html.contains("/register/pdf"));
    assert!(middle.text().contains("Чтобы получить PDF, выберите год"), "{}", middle.text());
    let long = page(100_000).await;
    assert!(!long.html.contains("/register/xlsx") && !long.html.contains("/register/pdf"));
    assert!(long.text().contains("Выберите год, вид документа или поток"), "{}", long.text());
    for format in ["xlsx", "pdf"] {
        let refused = browser.get(&format!("/register/{format}")).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Сузьте отбор: год, вид документа"), "{}", refused.text());
    }
    assert_eq!(centre.app.audited("register-book-taken").await, 0);
}

#[tokio::test]
async fn row_49_an_entry_keeps_the_term_that_held_when_it_was_issued() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    let before = centre.issue(&[one]).await[0];
    centre.app.set_clock("2026-12-02T09:00:00Z");
    let browser = centre.browser().await;
    let changed = shipped::text(Country::Ru).replacen("retention = \"75 лет\"", "retention = \"50 лет\"", 1);
    let applied = browser.post("/countries/ru/versions", &[("text", &changed)]).await;
    assert_eq!(applied.status, 200, "{}", applied.text());
    centre.app.set_clock("2026-12-03T09:00:00Z");
    let (after, browser) = (centre.issue(&[two]).await[0], centre.browser().await);
    for (id, term) in [(before, "75 лет"), (after, "50 лет")] {
        for path in [format!("/documents/{id}"), format!("/documents/{id}/entry")] {
            let page = browser.get(&path).await.text();
            assert!(page.contains(term), "{path} keeps {term}: {page}");
        }
    }
}

/// Prepared numbers, one of which the counter comes to later, and blanks, asked for by twenty at once (row 9).
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn row_09_twenty_at_once_share_prepared_numbers_counter_and_blanks_without_a_gap() {
    let centre = Centre::new().await;
    let (api, home) = (centre.api().await, format!("/api/v1/organisations/{}", centre.organisation));
    let register = format!("{home}/registers/advanced_training_certificate");
    let setting = json!({ "pattern": "УПК-{year}/{number:4}", "on_blanks": true });
    assert_eq!(api.put(&register, setting).await.status, 200);
    let prepared = json!({ "year": 2026, "numbers": "901–904, УПК-2026/0003" });
    let prepared = api.post(&format!("{register}/prepared-numbers"), prepared).await;
    assert_eq!(prepared.json(), json!({ "count": 5 }), "{}", prepared.html);
    let batch = json!({
        "kind": "advanced_training_certificate", "series": "АБ", "numbers": "000001–000020",
        "received_with": "Накладная 12", "received_on": "2026-09-01",
    });
    assert_eq!(api.post(&format!("{home}/blanks"), batch).await.json()["count"], 20);
    let mut people = Vec::new();
    for number in 0..21 {
        people.push(centre.ready(&format!("Слушатель-{number}")).await.1);
    }
    centre.prepare().await;
    let (api, desk) = (Arc::new(api), centre.api_desk());
    let issue = |one: EnrolmentId| {
        let (api, desk) = (api.clone(), desk.clone());
        tokio::spawn(async move {
            loop {
                let page = api.post(&desk, json!({ "enrolments": [one] })).await;
                if page.status != 503 {
                    return page.status;
                }
            }
        })
    };
    let tasks: Vec<_> = people.into_iter().map(issue).collect();
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201; 20], vec![422]].concat(), "for the last there is no blank");
    let items = api.get("/api/v1/documents?limit=100").await.json()["items"].as_array().unwrap().clone();
    let all = |name: &str| -> BTreeSet<String> {
        items.iter().map(|one| one[name].as_str().unwrap().to_owned()).collect()
    };
    let counted = (1..=16).map(|number| format!("УПК-2026/{number:04}"));
    let expected: BTreeSet<String> = (901..=904).map(|number| number.to_string()).chain(counted).collect();
    assert_eq!(all("number"), expected, "whoever got no blank took no number either");
    let blanks: BTreeSet<String> = (1..=20).map(|number| format!("АБ {number:06}")).collect();
    assert_eq!(all("blank"), blanks);
    let gaps = api.get(&format!("{home}/number-gaps")).await.json();
    assert!(gaps.as_array().unwrap().iter().all(|one| one["unexplained"] == json!([])), "{gaps}");
}
