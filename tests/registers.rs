//! Registers: patterns and series of numbers, the stock of blanks, spoiled blanks, the numbers without document.

use crate::support::TestApp;
use crate::support::learning::NewEdition;
use birge::db::Write;
use birge::db::schema::registers;
use birge::kernel::{OrganisationId, ZoneName};
use birge::programmes::rules::words::DocumentKind;
use birge::registers::actions::{NumberAsk, take};
use diesel::prelude::*;
use serde_json::{Value, json};

const KIND: DocumentKind = DocumentKind::ParticipationCertificate;

async fn taken(app: &TestApp, organisation: OrganisationId, ask: NumberAsk) -> Result<String, String> {
    let on = "2026-12-01".parse().unwrap();
    let take = move |w: &mut Write| Ok(take(w, organisation, KIND, on, &ask)?.text);
    app.db.write(take).await.map_err(|problem| problem.faults[0].code.clone())
}

fn code(answer: &Value) -> &str {
    answer["errors"][0]["code"].as_str().unwrap()
}

#[tokio::test]
async fn row_09_prepared_numbers_come_first_and_the_counter_goes_on_after_what_was_given_out_on_paper() {
    let app = TestApp::spawn().await;
    let (centre, administrator) = (app.centre().await, app.administrator().await);
    let api = app.api(&administrator).await;
    let home = format!("/api/v1/organisations/{centre}/registers");
    let to = format!("{home}/participation_certificate");
    let set = api.put(&to, json!({ "pattern": "ДОК-{year}/{number:4}" })).await;
    assert_eq!((set.status, set.json()["next_number"].clone()), (200, json!("ДОК-2026/0001")));
    let wrong = api.put(&to, json!({ "pattern": "ДОК-{year}" })).await;
    assert_eq!((wrong.status, code(&wrong.json())), (422, "register-pattern-number"));
    let prepared =
        api.post(&format!("{to}/prepared-numbers"), json!({ "year": 2026, "numbers": "07–08" })).await;
    assert_eq!(prepared.json(), json!({ "count": 2 }), "{}", prepared.html);
    let again = api.post(&format!("{to}/prepared-numbers"), json!({ "year": 2026, "numbers": "08" })).await;
    assert_eq!(code(&again.json()), "register-prepared-already");
    let skip = json!({ "year": 2026, "last": 118, "reason": "Выданы по бумажной книге" });
    let skipped = api.post(&format!("{to}/skips"), skip.clone()).await;
    assert_eq!(skipped.json(), json!({ "first": 1, "last": 118 }), "{}", skipped.html);
    assert_eq!(code(&api.post(&format!("{to}/skips"), skip).await.json()), "register-skip-nothing");
    for expected in ["07", "08", "ДОК-2026/0119", "ДОК-2026/0120"] {
        assert_eq!(taken(&app, centre, NumberAsk::Next).await.as_deref(), Ok(expected));
    }
    let typed = |text: &str| taken(&app, centre, NumberAsk::Typed(text.to_owned()));
    assert_eq!(typed(" А-17 ").await.as_deref(), Ok("А-17"));
    assert_eq!(typed("А*17").await, Err("register-letters".into()));
    assert_eq!(typed("ДОК-2026/0005").await, Err("register-number-explained".into()), "given out on paper");
    let given_out = json!({ "year": 2026, "numbers": "ДОК-2026/0005" });
    let refused = api.post(&format!("{to}/prepared-numbers"), given_out).await;
    assert_eq!(code(&refused.json()), "register-number-explained", "{}", refused.html);
    let gaps = api.get(&format!("/api/v1/organisations/{centre}/number-gaps")).await.json();
    assert_eq!(gaps[0]["explained"][0]["numbers"], "ДОК-2026/0001 – ДОК-2026/0118");
    // Numbers that were taken here have no document, and the page says so.
    assert_eq!(gaps[0]["unexplained"], json!(["ДОК-2026/0119 – ДОК-2026/0120"]));
}

#[tokio::test]
async fn only_administrators_of_the_organisation_see_and_set_its_registers() {
    let app = TestApp::spawn().await;
    let centre = app.centre().await;
    let other = app.organisation("Чужая организация").await;
    let foreign = app.administrator_of("Чужой", other).await;
    let browser = app.sign_in(&foreign).await;
    for path in ["registers", "registers/participation_certificate", "number-gaps", "blanks"] {
        assert_eq!(browser.get(&format!("/organisations/{centre}/{path}")).await.status, 404, "{path}");
    }
    let form = format!("/organisations/{centre}/registers/participation_certificate");
    assert_eq!(browser.post(&form, &[("pattern", "{number}")]).await.status, 404);
    let own = format!("/organisations/{other}/registers/participation_certificate");
    let refused = browser.post(&own, &[("pattern", "ДОК*{month}")]).await;
    assert!(refused.status == 422 && refused.html.contains("ДОК*{month}"), "nothing typed is lost");
    let saved = browser.post(&own, &[("pattern", "№ {number}")]).await;
    assert!(saved.status == 200 && saved.text().contains("Следующий номер: № 1"), "{}", saved.text());
}

#[tokio::test]
async fn row_06_nothing_is_issued_into_a_closed_year_until_it_is_opened_with_a_reason() {
    let app = TestApp::spawn().await;
    let (centre, administrator) = (app.centre().await, app.administrator().await);
    let api = app.api(&administrator).await;
    let home = format!("/api/v1/organisations/{centre}");
    let closings = format!("{home}/register-closings");
    let on = async |day: &'static str| {
        let take =
            move |w: &mut Write| Ok(take(w, centre, KIND, day.parse().unwrap(), &NumberAsk::Next)?.text);
        app.db.write(take).await.map_err(|problem| problem.faults[0].code.clone())
    };
    let early = api.post(&closings, json!({ "year": 2026 })).await;
    assert_eq!((early.status, code(&early.json())), (422, "register-year-not-over"));
    assert_eq!(on("2025-12-30").await.as_deref(), Ok("СУ-2025/0001"));
    assert_eq!(api.post(&closings, json!({ "year": 2025 })).await.status, 204);
    let again = api.post(&closings, json!({ "year": 2025 })).await;
    assert_eq!(code(&again.json()), "register-year-closed-already");
    assert_eq!(on("2025-12-31").await, Err("register-year-closed".into()));
    assert_eq!(on("2026-01-01").await.as_deref(), Ok("СУ-2026/0001"), "the other years stay open");
    let numbers = format!("{home}/registers/participation_certificate");
    let prepared =
        api.post(&format!("{numbers}/prepared-numbers"), json!({ "year": 2025, "numbers": "0007" })).await;
    assert_eq!((prepared.status, code(&prepared.json())), (422, "register-year-numbers"));
    let why = json!({ "year": 2025, "last": 9, "reason": "Выданы на бумаге" });
    let explained = api.post(&format!("{numbers}/skips"), why).await;
    assert_eq!((explained.status, code(&explained.json())), (422, "register-year-numbers"));
    let openings = format!("{home}/register-openings");
    let bare = api.post(&openings, json!({ "year": 2025 })).await;
    assert_eq!((bare.status, code(&bare.json())), (422, "required"));
    let browser = app.sign_in(&administrator).await;
    let page = browser.get(&format!("/organisations/{centre}/register-years")).await;
    assert!(page.text().contains("Закрыт"), "{}", page.text());
    let reason = [("year", "2025"), ("reason", "Не внесён протокол от 28 декабря")];
    let opened = browser.post(&format!("/organisations/{centre}/register-openings"), &reason).await;
    assert!(opened.text().contains("2025 год снова открыт"), "{}", opened.text());
    assert_eq!(on("2025-12-31").await.as_deref(), Ok("СУ-2025/0002"));
    let years = api.get(&format!("{home}/register-years")).await.json();
    let year = years["items"].as_array().unwrap().iter().find(|one| one["year"] == json!(2025)).unwrap();
    assert_eq!((&year["closed"], &year["reason"]), (&json!(false), &json!(reason[1].1)));
    assert_eq!(
        (app.audited("register-year-closed").await, app.audited("register-year-opened").await),
        (1, 1)
    );
    let elsewhere = app.organisation("Другой центр").await;
    let other = app.api(&app.administrator_of("Чужой", elsewhere).await).await;
    assert_eq!(other.post(&closings, json!({ "year": 2024 })).await.status, 404);
    assert_eq!(other.get(&format!("{home}/register-years")).await.status, 404);
}

#[tokio::test]
async fn row_06_a_year_is_closed_only_when_it_is_over_wherever_editions_run() {
    let app = TestApp::at("2026-12-31T21:30:00Z").await;
    let version = app.programme().await;
    let zone = ZoneName::parse("Europe/Kaliningrad").unwrap();
    app.open_edition(NewEdition { zone, ..NewEdition::of(version) }).await;
    let (centre, administrator) = (app.centre().await, app.administrator().await);
    let api = app.api(&administrator).await;
    let home = format!("/api/v1/organisations/{centre}");
    let closings = format!("{home}/register-closings");
    // Half an hour into the new year in Moscow, where the administrator is.
    let early = api.post(&closings, json!({ "year": 2026 })).await;
    assert_eq!((early.status, code(&early.json())), (422, "register-year-not-over"), "{}", early.html);
    app.set_clock("2026-12-31T22:00:00Z");
    assert_eq!(api.post(&closings, json!({ "year": 2026 })).await.status, 204);
}

#[tokio::test]
async fn row_06_a_licence_has_its_days_and_the_desk_names_the_one_that_came_too_late() {
    let app = TestApp::spawn().await;
    let version = app.programme().await;
    let edition = app.edition(version).await;
    let (centre, administrator) = (app.centre().await, app.administrator().await);
    app.let_issue(centre).await;
    let starts_on = app.db.read(move |r| birge::editions::store::edition(r, edition)).await.unwrap().unwrap();
    let starts_on = starts_on.starts_on;
    app.set_clock("2028-01-10T06:00:00Z");
    let api = app.api(&administrator).await;
    let home = format!("/api/v1/organisations/{centre}/licences");
    let wrong = json!({ "number": "", "given_on": "2029-01-01", "ends_on": "2020-01-01" });
    let wrong = api.post(&home, wrong).await;
    assert_eq!(wrong.status, 422, "{}", wrong.html);
    let given = starts_on.succ_opt().unwrap();
    let late = json!({ "number": "Л035-ПОЗДНЯЯ", "given_on": given.to_string() });
    let recorded = api.post(&home, late.clone()).await;
    assert_eq!(recorded.status, 201, "{}", recorded.html);
    assert_eq!(code(&api.post(&home, late).await.json()), "country-licence-known");
    let browser = app.sign_in(&administrator).await;
    let desk = async || browser.get(&format!("/editions/{edition}/documents")).await.text();
    let named = format!("лицензия Л035-ПОЗДНЯЯ выдана {}", given.format("%d.%m.%Y"));
    assert!(desk().await.contains(&named), "{}", desk().await);
    let before = json!({ "number": "Л035-РАННЯЯ", "given_on": "2020-01-01" });
    assert_eq!(api.post(&home, before).await.status, 201);
    assert!(!desk().await.contains("Л035-ПОЗДНЯЯ"), "one that covers the edition is enough");
    let removal = format!("/api/v1/organisations/{centre}/licence-removals");
    let id = recorded.json()["id"].clone();
    assert_eq!(api.post(&removal, json!({ "licence": id })).await.status, 204);
    let gone = api.post(&removal, json!({ "licence": id })).await;
    assert_eq!((gone.status, code(&gone.json())), (422, "unknown"));
    assert_eq!(api.get(&home).await.json()["items"].as_array().unwrap().len(), 1);
    let elsewhere = app.organisation("Другой центр").await;
    let other = app.api(&app.administrator_of("Чужой", elsewhere).await).await;
    assert_eq!(other.get(&home).await.status, 404);
    assert_eq!(other.post(&home, json!({})).await.status, 404);
}

#[tokio::test]
async fn the_next_number_on_the_page_is_one_that_no_document_has_and_begins_as_the_country_says() {
    let app = TestApp::at("2026-12-01T09:00:00Z").await;
    let (centre, administrator) = (app.centre().await, app.administrator().await);
    let version = app.programme().await;
    let past = NewEdition {
        starts_on: "2026-06-01".parse().unwrap(),
        ends_on: "2026-08-31".parse().unwrap(),
        ..NewEdition::of(version)
    };
    let edition = app.open_edition(past).await;
    app.let_issue(centre).await;
    let holder = app.person("Ахметова").await;
    let enrolment = app.enrol(edition, &holder).await;
    app.issue(&administrator, edition, enrolment).await;
    // As if the number of the document had been typed by hand: the counter has not come to it yet.
    let back = move |w: &mut Write| {
        diesel::update(registers::table).set(registers::last_number.eq(0)).execute(w.conn())?;
        Ok(())
    };
    app.db.write(back).await.unwrap();
    let api = app.api(&administrator).await;
    let next = async || {
        let kinds = api.get(&format!("/api/v1/organisations/{centre}/registers")).await.json();
        let numbers =
            kinds.as_array().unwrap().iter().map(|one| one["next_number"].as_str().unwrap().to_owned());
        numbers.collect::<Vec<String>>()
    };
    let numbers = next().await;
    assert_eq!(numbers.iter().filter(|number| number.ends_with("/0002")).count(), 1, "{numbers:?}");
    assert_eq!(numbers.iter().filter(|number| number.ends_with("/0001")).count(), numbers.len() - 1);
    let country = format!("/api/v1/organisations/{centre}/country");
    assert_eq!(api.put(&country, json!({ "country": "kz" })).await.status, 204);
    let numbers = next().await;
    assert!(numbers.iter().any(|number| number.starts_with("ҚС-2026/")), "{numbers:?}");
}
