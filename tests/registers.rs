//! Registers: patterns and series of numbers, the stock of blanks, spoiled blanks, the numbers without document.

use crate::support::TestApp;
use birge::db::Write;
use birge::kernel::OrganisationId;
use birge::programmes::rules::words::DocumentKind;
use birge::registers::actions::{NumberAsk, take};
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
