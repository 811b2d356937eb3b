//! Laying out, moving and cancelling sessions over the API.

use super::ground::Ground;
use birge::attendance::rules::SessionMode;
use birge::db::schema::mails;
use diesel::prelude::*;
use serde_json::{Value, json};

fn said(activity: i64) -> Value {
    json!({ "activity_id": activity, "held_on": "2026-09-22", "starts": "10:00", "ends": "13:00",
        "mode": "in_person", "place": "Ауд. 12" })
}

#[tokio::test]
async fn a_trainer_books_moves_and_cancels_a_session() {
    let ground = Ground::with(1).await;
    let client = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let made = client.post(&list, said(ground.lecture.0)).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let address = format!("/api/v1/sessions/{}", made.json()["id"]);
    let mut moved = said(ground.lecture.0);
    (moved["held_on"], moved["mode"], moved["link"]) =
        (json!("2026-09-23"), json!("online"), json!("https://meet.example.org/birge"));
    assert_eq!(client.put(&address, moved).await.status, 204);
    let session = client.get(&address).await.json()["session"].clone();
    assert_eq!((&session["held_on"], &session["place"]), (&json!("2026-09-23"), &json!(null)));
    assert_eq!(session["link"], json!("https://meet.example.org/birge"));

    let mut wrong = said(ground.lecture.0);
    (wrong["ends"], wrong["place"]) = (json!("09:00"), json!(""));
    let refused = client.put(&address, wrong).await;
    let fields: Vec<Value> =
        refused.json()["errors"].as_array().unwrap().iter().map(|error| error["field"].clone()).collect();
    assert_eq!((refused.status, fields), (422, vec![json!("ends"), json!("place")]));

    let cancelled = client.post(&format!("{address}/cancellation"), json!({ "reason": "Болезнь" })).await;
    assert_eq!(cancelled.status, 201, "{}", cancelled.html);
    let letters: i64 = ground
        .app
        .db
        .read(|r| {
            Ok(mails::table.filter(mails::name.eq("session_cancelled")).count().get_result(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(letters, 1);
    assert_eq!(client.put(&address, said(ground.lecture.0)).await.status, 409, "it is cancelled");
    let stranger = ground.app.trainer("Соседний").await;
    assert_eq!(ground.app.api(&stranger).await.put(&address, said(ground.lecture.0)).await.status, 404);
}

#[tokio::test]
async fn a_timetable_is_laid_out_once() {
    let ground = Ground::with(0).await;
    let client = ground.app.api(&ground.trainer).await;
    let plans = format!("/api/v1/editions/{}/session-plans", ground.edition);
    let grid = json!({ "weekdays": ["tue", "sat"], "starts": "10:00", "ends": "18:00", "from": "2026-09-15",
        "place": "Ауд. 12", "link": "https://meet.example.org/birge" });
    let mut wrong = grid.clone();
    wrong["weekdays"] = json!([]);
    assert_eq!(client.post(&plans, wrong).await.json()["errors"][0]["code"], json!("weekday-needed"));
    let laid = client.post(&plans, grid.clone()).await;
    assert_eq!(laid.status, 201, "{}", laid.html);
    let booked = laid.json()["booked"].as_u64().unwrap();
    let list = client.get(&format!("/api/v1/editions/{}/sessions", ground.edition)).await.json();
    assert_eq!((booked > 0, list["items"].as_array().unwrap().len() as u64), (true, booked));
    assert_eq!(client.post(&plans, grid).await.json()["booked"], json!(0), "everything has its session");
}

#[tokio::test]
async fn one_person_twice_on_a_sheet_is_refused_whole() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let client = ground.app.api(&ground.trainer).await;
    let (first, second) = (ground.people[0].1.0, ground.people[1].1.0);
    let line = |who: i64, status: &str| json!({ "enrolment_id": who, "status": status });
    let marks = json!({ "marks": [line(first, "present"), line(second, "present"), line(first, "absent")] });
    let refused = client.put(&format!("/api/v1/sessions/{session}/marks"), marks).await;
    let error = refused.json()["errors"][0].clone();
    assert_eq!((refused.status, &error["code"]), (422, &json!("mark-twice")));
    assert_eq!(error["field"], json!(format!("status-{first}")));
    assert_eq!((ground.minutes(0).await, ground.minutes(1).await), (0, 0));

    // The same by a form that names somebody in two ways.
    let browser = ground.app.sign_in(&ground.trainer).await;
    let (usual, odd) = (format!("status-{first}"), format!("status-0{first}"));
    let fields = [(usual.as_str(), "present"), (odd.as_str(), "absent")];
    let page = browser.post(&format!("/sessions/{session}/marks"), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("стоит в ведомости дважды"), "{}", page.text());
    assert_eq!(ground.ledger(0).await, []);
}

#[tokio::test]
async fn a_mixed_session_with_people_online_does_not_become_one_in_a_room() {
    let ground = Ground::with(1).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::Mixed).await;
    let client = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1/sessions/{session}");
    let line = json!({ "enrolment_id": ground.people[0].1.0, "status": "present", "presence": "online" });
    assert_eq!(client.put(&format!("{address}/marks"), json!({ "marks": [line] })).await.status, 200);
    let mut wanted = said(ground.lecture.0);
    (wanted["held_on"], wanted["link"]) = (json!("2026-09-15"), json!("https://meet.example.org/birge"));
    let refused = client.put(&address, wanted.clone()).await;
    let error = refused.json()["errors"][0].clone();
    assert_eq!((refused.status, &error["field"]), (422, &json!("mode")));
    assert_eq!(error["code"], json!("session-has-marks"));
    wanted["mode"] = json!("online");
    assert_eq!(client.put(&address, wanted).await.status, 204, "there they were");
    assert_eq!(ground.ledger(0).await, [(180, "online".to_owned())]);
}
