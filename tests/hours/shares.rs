//! Attendance of what is planned and of what has been held: both are shown with their names, and the edition's rule
//! says which decides (L10, M4).

use super::after_the_lecture;
use crate::attendance::ground::{Ground, Sheet};
use crate::support::browser::Page;
use birge::db::schema::audit_entries;
use diesel::prelude::*;
use serde_json::{Value, json};

async fn attendance(ground: &Ground, place: usize) -> Value {
    let client = ground.app.api(&ground.people[place].0).await;
    let course = client.get(&format!("/api/v1/learn/{}", ground.people[place].1)).await.json();
    let conditions = course["conditions"].as_array().unwrap();
    conditions.iter().find(|condition| condition["kind"] == "attendance").unwrap().clone()
}

async fn change(ground: &Ground, base: Value) -> u16 {
    let administrator = ground.app.api(&ground.app.administrator().await).await;
    let address = format!("/api/v1/editions/{}", ground.edition);
    let now = administrator.get(&address).await.json();
    let mut said = json!({ "version_id": now["version_id"], "organisation_id": now["organisation_id"],
        "title": now["title"], "starts_on": now["starts_on"], "ends_on": now["ends_on"],
        "time_zone": now["time_zone"], "capacity": now["capacity"], "rule": now["rule"] });
    said["rule"]["attendance_of"] = base;
    administrator.put(&address, said).await.status
}

#[tokio::test]
async fn the_rule_says_which_share_decides_and_both_are_shown() {
    let (ground, _) = after_the_lecture().await;
    let planned = attendance(&ground, 0).await;
    // 180 of 630 planned minutes to attend, and of 180 held so far.
    assert_eq!((&planned["attendance_of"], &planned["met"]), (&json!("planned"), &json!(false)));
    assert_eq!((&planned["permille"], &planned["held_permille"]), (&json!(285), &json!(1000)));
    let browser = ground.app.sign_in(&ground.people[0].0).await;
    let course = format!("/learn/{}", ground.people[0].1);
    let text = browser.get(&course).await.text();
    for part in [
        "Посещаемость не ниже 80 % от запланированного",
        "4 из 14 ч, 28 %",
        "От проведённого на сегодня: 4 из 4 ч, 100 %",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }

    assert_eq!(change(&ground, json!("held")).await, 204);
    let held = attendance(&ground, 0).await;
    assert_eq!((&held["attendance_of"], &held["met"]), (&json!("held"), &json!(true)));
    let short = attendance(&ground, 1).await;
    assert_eq!((&short["met"], &short["held_permille"]), (&json!(false), &json!(666)));
    let text = browser.get(&course).await.text();
    for part in ["не ниже 80 % от проведённого на сегодня", "От запланированного: 4 из 14 ч, 28 %"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let overview =
        ground.app.sign_in(&ground.trainer).await.get(&format!("/editions/{}", ground.edition)).await;
    let missing = "посещаемость 66 % от проведённого на сегодня, нужно 80 %";
    assert!(overview.text().contains(missing), "{}", overview.text());
}

#[tokio::test]
async fn before_the_first_session_a_share_of_what_was_held_is_not_met() {
    let ground = Ground::with(1).await;
    assert_eq!(change(&ground, json!("held")).await, 204);
    let condition = attendance(&ground, 0).await;
    assert_eq!((&condition["met"], &condition["held_permille"]), (&json!(false), &json!(null)));
    let browser = ground.app.sign_in(&ground.people[0].0).await;
    let text = browser.get(&format!("/learn/{}", ground.people[0].1)).await.text();
    assert!(text.contains("На сегодня не проведено ни одного занятия"), "{text}");
}

#[tokio::test]
async fn an_administrator_chooses_the_share_in_the_form_and_the_change_is_kept() {
    let ground = Ground::with(1).await;
    let browser = ground.app.sign_in(&ground.app.administrator().await).await;
    let form = browser.get(&format!("/editions/{}/edit", ground.edition)).await;
    assert!(form.text().contains("От чего считать посещаемость"), "{}", form.text());
    let chosen = |page: Page| Sheet::of(page).value("attendance_of").to_owned();
    assert_eq!(chosen(form), "planned", "nothing changes for an edition that is there");
    let client = ground.app.api(&ground.app.second_administrator().await).await;
    let now = client.get(&format!("/api/v1/editions/{}", ground.edition)).await.json();
    let text = |name: &str| now[name].to_string().trim_matches('"').to_owned();
    let send = async |base: &str| {
        let fields = [
            ("version", text("version_id")),
            ("organisation", text("organisation_id")),
            ("title", text("title")),
            ("starts_on", text("starts_on")),
            ("ends_on", text("ends_on")),
            ("time_zone", text("time_zone")),
            ("capacity", text("capacity")),
            ("attendance", "80".to_owned()),
            ("attendance_of", base.to_owned()),
            ("hours", "100".to_owned()),
            ("every_quiz", "on".to_owned()),
            ("every_case", "on".to_owned()),
        ];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        browser.post(&format!("/editions/{}", ground.edition), &fields).await
    };
    let wrong = send("taken").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.html.contains("aria-invalid") && wrong.html.contains("href=\"#"), "{}", wrong.html);
    let saved = send("held").await;
    assert!(saved.text().contains("Настройки потока сохранены"), "{}", saved.text());
    assert_eq!(chosen(browser.get(&format!("/editions/{}/edit", ground.edition)).await), "held");
    let kept: Vec<Option<String>> = ground
        .app
        .db
        .read(|r| {
            let of = audit_entries::table.filter(audit_entries::action.eq("edition-rule-changed"));
            Ok(of.select(audit_entries::after_value).load(r.conn())?)
        })
        .await
        .unwrap();
    assert!(kept.iter().flatten().any(|after| after.contains("\"held\"")), "{kept:?}");
}
