//! People who are enrolled in two editions cannot be at two sessions at once.

use crate::attendance::ground::{Ground, another_edition};
use birge::db::schema::{audit_entries, sessions};
use birge::kernel::EditionId;
use diesel::prelude::*;
use serde_json::{Value, json};

fn session(ground: &Ground, day: &str, from: &str, to: &str) -> Value {
    json!({ "activity_id": ground.lecture.0, "held_on": day, "starts": from, "ends": to, "mode": "in_person",
        "place": format!("Ауд. {from}") })
}

/// Another edition with so many people of the first one, and a session of it on 22 September, from ten till one.
async fn beside(ground: &Ground, people: usize) -> EditionId {
    let other = another_edition(ground, "3-й поток").await;
    ground.app.teach(other, &ground.trainer).await;
    for (person, _) in ground.people.iter().take(people) {
        ground.app.enrol(other, person).await;
    }
    let list = format!("/api/v1/editions/{other}/sessions");
    let trainer = ground.app.api(&ground.trainer).await;
    let made = trainer.post(&list, session(ground, "2026-09-22", "10:00", "13:00")).await;
    assert_eq!(made.status, 201);
    other
}

#[tokio::test]
async fn the_other_session_the_number_of_people_and_three_names_are_said() {
    let ground = Ground::with(5).await;
    beside(&ground, 5).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let activity = ground.game.to_string();
    let fields = [
        ("activity", activity.as_str()),
        ("held_on", "2026-09-22"),
        ("starts", "12:30"),
        ("ends", "14:00"),
        ("mode", "in_person"),
        ("place", "Ангарск"),
    ];
    let list = format!("/editions/{}/sessions", ground.edition);
    let refused = browser.post(&list, &fields).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    let said = "5 слушателей заняты на другом занятии: «Занятие lecture», 3-й поток, вт, 22 сентября, 10:00–13:00. Это";
    assert!(text.contains(said), "{text}");
    assert!(
        text.contains("Слушатель0000") && text.contains("Слушатель0002") && text.contains("и ещё 2"),
        "{text}"
    );
    assert!(!text.contains("Слушатель0003"), "three names are enough: {text}");
    assert!(refused.html.contains("name=\"despite\""), "the way on is on the page");

    // A tick without a reason is not enough.
    let ticked: Vec<(&str, &str)> = fields.into_iter().chain([("despite", "on")]).collect();
    let silent = browser.post(&list, &ticked).await;
    assert_eq!(silent.status, 422);
    assert!(silent.html.contains("id=\"field-despite_reason-fault\""), "{}", silent.text());
    let with_reason: Vec<(&str, &str)> =
        ticked.into_iter().chain([("despite_reason", "Общий выезд")]).collect();
    let booked = browser.post(&list, &with_reason).await;
    assert_eq!(booked.path, list, "{}", booked.text());
    let noted: Vec<birge::db::Json<Value>> = ground
        .app
        .db
        .read(|r| {
            let rows = audit_entries::table.filter(audit_entries::action.eq("trainee-conflict-accepted"));
            Ok(rows.select(audit_entries::after_value.assume_not_null()).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(noted.len(), 1);
    assert_eq!(
        (&noted[0].0["reason"], &noted[0].0["conflicts"][0]["people"]),
        (&json!("Общий выезд"), &json!(5))
    );
}

#[tokio::test]
async fn a_reason_overrides_neither_trainer_nor_room() {
    let ground = Ground::with(1).await;
    let other = beside(&ground, 1).await;
    let api = ground.app.api(&ground.trainer).await;
    let taken = session(&ground, "2026-09-23", "10:00", "13:00");
    assert_eq!(api.post(&format!("/api/v1/editions/{other}/sessions"), taken.clone()).await.status, 201);
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let mut despite = taken;
    despite["despite"] = json!("Надо");
    let refused = api.post(&list, despite).await;
    let codes: Vec<Value> =
        refused.json()["errors"].as_array().unwrap().iter().map(|error| error["code"].clone()).collect();
    assert_eq!(codes, ["place-busy"], "the room is taken, whatever the reason");
}

#[tokio::test]
async fn who_left_and_who_only_touches_is_no_conflict() {
    let ground = Ground::with(2).await;
    let other = beside(&ground, 1).await;
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let at = |from: &str, to: &str| {
        let mut wanted = session(&ground, "2026-09-22", from, to);
        wanted["place"] = json!("Ангарск");
        wanted
    };
    assert_eq!(api.post(&list, at("13:00", "14:00")).await.status, 201, "it only touches");
    let refused = api.post(&list, at("12:00", "12:30")).await;
    assert_eq!(refused.json()["errors"][0]["code"], "trainees-busy");
    let detail = refused.json()["errors"][0].to_string();
    assert!(detail.contains("1 слушатель занят") && !detail.contains("и ещё"), "{detail}");

    let id: birge::kernel::SessionId = ground
        .app
        .db
        .read(move |r| {
            let rows = sessions::table.filter(sessions::edition_id.eq(other));
            Ok(rows.select(sessions::id).first(r.conn())?)
        })
        .await
        .unwrap();
    let cancelled =
        api.post(&format!("/api/v1/sessions/{id}/cancellation"), json!({ "reason": "Болезнь" })).await;
    assert_eq!(cancelled.status, 201);
    let booked = api.post(&list, at("12:00", "12:30")).await;
    assert_eq!(booked.status, 201, "a cancelled session asks nobody: {}", booked.html);
}

#[tokio::test]
async fn moving_is_checked_like_booking_and_a_new_room_asks_nothing_again() {
    let ground = Ground::with(1).await;
    beside(&ground, 1).await;
    let api = ground.app.api(&ground.trainer).await;
    let made = api
        .post(
            &format!("/api/v1/editions/{}/sessions", ground.edition),
            session(&ground, "2026-09-21", "10:00", "11:00"),
        )
        .await;
    let address = format!("/api/v1/sessions/{}", made.json()["id"]);
    let mut wanted = session(&ground, "2026-09-22", "11:00", "12:00");
    assert_eq!(api.put(&address, wanted.clone()).await.json()["errors"][0]["code"], "trainees-busy");
    wanted["despite"] = json!("Общий выезд");
    assert_eq!(api.put(&address, wanted.clone()).await.status, 204);
    wanted["despite"] = Value::Null;
    wanted["place"] = json!("Ауд. 77");
    assert_eq!(api.put(&address, wanted).await.status, 204, "the hour was settled before");
    assert_eq!(ground.app.audited("trainee-conflict-accepted").await, 1);
}
