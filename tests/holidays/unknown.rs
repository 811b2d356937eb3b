//! What is not known yet of a year's days off is said where sessions are planned, until somebody imports a list (F10).

use crate::attendance::ground::Ground;
use crate::support::learning::NewEdition;
use birge::kernel::EditionId;
use serde_json::json;

const TRANSFERS: &str = "RU, 2027 год: переносы выходных ещё не внесены";
const AIT: &str = "KZ, 2027 год: первый день Курбан айта ещё не внесён";

#[tokio::test]
async fn whoever_plans_into_a_year_reads_what_its_list_lacks() {
    let ground = Ground::with(0).await;
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let plan = |edition: EditionId| format!("/editions/{edition}/session-plans/new");
    let autumn = trainer.get(&plan(ground.edition)).await;
    assert_eq!(autumn.status, 200);
    assert!(!autumn.text().contains("ещё не внес"), "{}", autumn.text());

    let ends_on = "2027-03-31".parse().unwrap();
    let winter = ground.app.open_edition(NewEdition { ends_on, ..NewEdition::of(ground.version) }).await;
    ground.app.teach(winter, &ground.trainer).await;
    let days_off = format!("/editions/{winter}/days-off");
    for address in [plan(winter), days_off.clone()] {
        let page = trainer.get(&address).await;
        assert!(page.text().contains(TRANSFERS), "{address}: {}", page.text());
    }
    let unplaced =
        trainer.post(&format!("/editions/{winter}/session-plans"), &[("from", "2027-01-11")]).await;
    assert_eq!(unplaced.status, 422);
    assert!(unplaced.text().contains(TRANSFERS), "said beside the faults too: {}", unplaced.text());

    let api = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1{days_off}");
    let unknown = api.get(&address).await.json()["unknown"].clone();
    assert_eq!(unknown, json!([{ "year": 2027, "lacking": "transfers" }]));
    assert_eq!(api.put(&address, json!({ "country": "KZ" })).await.status, 204);
    let kazakh = trainer.get(&plan(winter)).await;
    assert!(kazakh.text().contains(AIT) && !kazakh.text().contains(TRANSFERS), "{}", kazakh.text());
}

#[tokio::test]
async fn an_imported_list_of_the_year_ends_the_notice() {
    let ground = Ground::with(0).await;
    let ends_on = "2027-03-31".parse().unwrap();
    let winter = ground.app.open_edition(NewEdition { ends_on, ..NewEdition::of(ground.version) }).await;
    let administrator = ground.app.administrator().await;
    let browser = ground.app.sign_in(&administrator).await;
    let lists = browser.get("/holidays").await.text();
    assert!(lists.contains(TRANSFERS) && lists.contains(AIT), "{lists}");

    let api = ground.app.api(&administrator).await;
    let own = json!({ "country": "RU", "region": "TA", "year": 2027, "source": "Указ",
        "csv": "date;ru\n2027-03-25;День региона" });
    assert_eq!(api.post("/api/v1/holidays", own).await.status, 201);
    let lists = browser.get("/holidays").await.text();
    assert!(lists.contains(TRANSFERS), "what a region adds says nothing of the country: {lists}");

    let own = json!({ "country": "RU", "year": 2027, "source": "Постановление",
        "csv": "date;ru\n2027-02-22;Перенос" });
    assert_eq!(api.post("/api/v1/holidays", own).await.status, 201);
    let lists = browser.get("/holidays").await.text();
    assert!(!lists.contains(TRANSFERS) && lists.contains(AIT), "{lists}");
    let plan = browser.get(&format!("/editions/{winter}/session-plans/new")).await;
    assert_eq!(plan.status, 200);
    assert!(!plan.text().contains(TRANSFERS), "{}", plan.text());
}
