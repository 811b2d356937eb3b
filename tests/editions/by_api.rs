//! Changing an edition over the API: everything that its form changes.

use crate::support::TestApp;
use crate::support::learning::NewEdition;
use birge::db::schema::audit_entries;
use birge::people::Role;
use diesel::prelude::*;
use serde_json::{Value, json};

fn said(version: i64, organisation: i64) -> Value {
    json!({ "version_id": version, "organisation_id": organisation, "title": "3-й поток",
        "starts_on": "2026-09-02", "ends_on": "2026-12-01", "time_zone": "Asia/Almaty", "capacity": 25 })
}

#[actix_web::test]
async fn an_administrator_changes_dates_capacity_trainers_and_the_rule() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let edition = app.open_edition(NewEdition::of(version)).await;
    let (first, second) = (app.trainer("Первая").await, app.trainer("Второй").await);
    app.teach(edition, &first).await;
    let administrator = app.api(&app.administrator().await).await;
    let address = format!("/api/v1/editions/{edition}");
    let before = administrator.get(&address).await.json();
    assert_eq!(before["trainers"][0]["id"], json!(first.id.0));

    let changed = administrator.put(&address, said(version.0, centre.0)).await;
    assert_eq!(changed.status, 204, "{}", changed.html);
    let after = administrator.get(&address).await.json();
    for (field, value) in [
        ("title", json!("3-й поток")),
        ("starts_on", json!("2026-09-02")),
        ("ends_on", json!("2026-12-01")),
        ("time_zone", json!("Asia/Almaty")),
        ("capacity", json!(25)),
    ] {
        assert_eq!(after[field], value);
    }
    assert_eq!(
        (&after["rule"], &after["trainers"]),
        (&before["rule"], &before["trainers"]),
        "what is left out stays as it is"
    );

    let mut other = said(version.0, centre.0);
    other["trainers"] = json!([second.id.0]);
    other["rule"] = json!({ "attendance_percent": 70, "hours_percent": 90, "every_case": false,
        "quiz_pass_percent": 55, "case_pass_percent": null, "valid_months": 36 });
    assert_eq!(administrator.put(&address, other).await.status, 204);
    let after = administrator.get(&address).await.json();
    assert_eq!(after["trainers"][0]["id"], json!(second.id.0));
    assert_eq!(
        (&after["rule"]["attendance_percent"], &after["rule"]["quiz_pass_percent"]),
        (&json!(70), &json!(55))
    );
    assert_eq!((&before["rule"]["valid_months"], &after["rule"]["valid_months"]), (&json!(null), &json!(36)));
    assert_eq!((&after["rule"]["every_quiz"], &after["rule"]["every_case"]), (&json!(true), &json!(false)));
    let actions: Vec<String> = app
        .db
        .read(|r| {
            let of = audit_entries::table.filter(audit_entries::action.like("edition-%"));
            Ok(of.order(audit_entries::id).select(audit_entries::action).load(r.conn())?)
        })
        .await
        .unwrap();
    for action in ["edition-rule-changed", "edition-trainer-added", "edition-trainer-removed"] {
        assert!(actions.iter().any(|one| one == action), "{action}: {actions:?}");
    }
}

#[actix_web::test]
async fn faults_are_named_by_field_and_other_peoples_editions_do_not_exist() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let edition = app.open_edition(NewEdition::of(version)).await;
    app.enrol(edition, &app.person("Слушатель").await).await;
    let administrator = app.api(&app.administrator().await).await;
    let address = format!("/api/v1/editions/{edition}");
    let mut wrong = said(version.0, centre.0);
    (wrong["capacity"], wrong["title"]) = (json!(0), json!(" "));
    let refused = administrator.put(&address, wrong).await;
    let fields: Vec<Value> =
        refused.json()["errors"].as_array().unwrap().iter().map(|error| error["field"].clone()).collect();
    assert_eq!((refused.status, fields), (422, vec![json!("title"), json!("capacity")]));
    let elsewhere = app.organisation("Другой центр").await;
    let local = app.person("Местная").await;
    app.grant_in(&local, Role::Administrator, elsewhere).await;
    let hidden = app.api(&local).await.put(&address, said(version.0, centre.0)).await;
    assert_eq!(hidden.status, 404, "{}", hidden.html);
}

#[actix_web::test]
async fn the_list_goes_on_after_fifty_editions() {
    let app = TestApp::spawn().await;
    let version = app.programme().await;
    for _ in 0..51 {
        app.open_edition(NewEdition::of(version)).await;
    }
    let admin = app.sign_in(&app.administrator().await).await;
    let first = admin.get("/editions").await;
    let rows = |html: &str| html.matches("<th scope=\"row\">").count();
    assert_eq!((rows(&first.html), first.html.contains("rel=\"prev\"")), (50, false));
    let (_, after) = first.html.split_once("rel=\"next\" href=\"").unwrap();
    let next = after.split('"').next().unwrap().replace("&#x3D;", "=");
    let second = admin.get(&next).await;
    assert_eq!((rows(&second.html), second.html.contains("rel=\"next\"")), (1, false));
    assert!(second.text().contains("К началу списка"), "{}", second.text());
}
