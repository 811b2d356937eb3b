//! Consultations for programs.

use super::*;
use serde_json::json;

#[tokio::test]
async fn a_program_opens_books_swaps_marks_and_withdraws() {
    let class = Class::with(2).await;
    let app = &class.ground.app;
    let trainer = app.api(&class.ground.trainer).await;
    let one = app.api(&class.ground.people[0].0).await;
    let base = format!("/api/v1/editions/{}", class.ground.edition);
    let row = json!({ "consultant_id": class.ground.trainer.id, "held_on": "2026-09-18", "starts": "14:00",
        "ends": "15:30", "every": 30, "capacity": 1, "mode": "online", "link": "https://meet.example.org/k" });
    let looked = trainer.post(&format!("{base}/appointments/dry-runs"), row.clone()).await;
    assert_eq!((looked.status, looked.json().as_array().unwrap().len()), (200, 3));
    let opened = trainer.post(&format!("{base}/appointments"), row.clone()).await;
    assert_eq!(opened.status, 201, "{}", opened.html);
    let ids: Vec<i64> = serde_json::from_value(opened.json()["ids"].clone()).unwrap();
    let again = trainer.post(&format!("{base}/appointments"), row).await;
    assert_eq!((again.status, again.json()["errors"][0]["field"].clone()), (422, json!("trainer")));
    let wrong = json!({ "consultant_id": 1, "held_on": "x", "starts": "25:00", "ends": "1", "capacity": 0, "mode": "?" });
    let wrong = trainer.post(&format!("{base}/appointments"), wrong).await;
    assert_eq!((wrong.status, wrong.json()["errors"].as_array().unwrap().len()), (422, 5));

    let own = one.get("/api/v1/appointments").await.json();
    assert_eq!(own["free"].as_array().unwrap().len(), 3);
    assert_eq!(own["free"][0]["appointment"]["link"], json!(null));
    let book = format!("/api/v1/appointments/{}/bookings", ids[0]);
    let booked = one.post(&book, json!({ "question": "Как написать отчёт?" })).await;
    assert_eq!(booked.status, 201, "{}", booked.html);
    let booking = booked.json()["booking_id"].as_i64().unwrap();
    assert_eq!(one.post(&book, json!({})).await.json()["booking_id"], json!(booking));
    let swap = format!("/api/v1/appointment-bookings/{booking}/swap");
    assert_eq!(one.post(&swap, json!({ "appointment_id": 999_999 })).await.status, 422);
    let swapped = one.post(&swap, json!({ "appointment_id": ids[1] })).await;
    assert_eq!(swapped.status, 201, "{}", swapped.html);
    let booking = swapped.json()["booking_id"].as_i64().unwrap();
    let own = one.get("/api/v1/appointments").await.json();
    assert_eq!(own["ahead"][0]["appointment"]["link"], json!("https://meet.example.org/k"));
    assert_eq!(own["ahead"][0]["question"], json!("Как написать отчёт?"), "the question goes along");
    assert_eq!(own["history"].as_array().unwrap().len(), 1);

    app.set_clock("2026-09-18T07:00:00Z");
    let marks = format!("/api/v1/appointments/{}/marks", ids[1]);
    let mark =
        json!({ "marks": [{ "booking_id": booking, "came": true, "note": "Готово", "note_shown": true }] });
    let marked = trainer.put(&marks, mark).await;
    assert_eq!((marked.status, marked.json()["bookings"][0]["came"].clone()), (200, json!(true)));
    assert_eq!(one.get("/api/v1/appointments").await.json()["history"][0]["note"], json!("Готово"));
    let gone = json!({ "reason": "Болезнь" });
    let begun = trainer.post(&format!("/api/v1/appointments/{}/withdrawal", ids[0]), gone.clone()).await;
    assert_eq!(begun.status, 422, "it has begun");
    assert_eq!(one.get(&format!("{base}/appointments")).await.status, 403);
}

#[tokio::test]
async fn a_program_asks_and_answers_and_sets_the_limit() {
    let class = Class::with(1).await;
    let app = &class.ground.app;
    let trainer = app.api(&class.ground.trainer).await;
    let one = app.api(&class.ground.people[0].0).await;
    let base = format!("/api/v1/editions/{}", class.ground.edition);
    let limit = trainer.put(&format!("{base}/appointment-setting"), json!({ "cancel_hours": 0 })).await;
    assert_eq!((limit.status, limit.json()["cancel_hours"].clone()), (200, json!(0)));
    let ask = |starts: &str| {
        json!({ "consultant_id": class.ground.trainer.id, "held_on": "2026-09-18", "starts": starts, "minutes": 30,
            "mode": "in_person", "question": "Площадка" })
    };
    let asked = one.post(&format!("{base}/appointment-requests"), ask("10:00")).await;
    assert_eq!(asked.status, 201, "{}", asked.html);
    let first = asked.json()["id"].as_i64().unwrap();
    let second = one.post(&format!("{base}/appointment-requests"), ask("11:00")).await.json()["id"].clone();
    let third = one.post(&format!("{base}/appointment-requests"), ask("12:00")).await.json()["id"].clone();
    let desk = trainer.get(&format!("{base}/appointments")).await.json();
    assert_eq!(desk["requests"].as_array().unwrap().len(), 3);
    let confirm = format!("/api/v1/appointment-requests/{first}/confirmation");
    let nowhere = trainer.post(&confirm, json!({})).await;
    assert_eq!((nowhere.status, nowhere.json()["errors"][0]["field"].clone()), (422, json!("place")));
    let confirmed = trainer.post(&confirm, json!({ "place": "ауд. 12" })).await;
    assert_eq!(confirmed.status, 201, "{}", confirmed.html);
    let refusal = format!("/api/v1/appointment-requests/{second}/refusal");
    assert_eq!(trainer.post(&refusal, json!({ "reason": "Я в поездке" })).await.status, 200);
    let back = format!("/api/v1/appointment-requests/{third}/withdrawal");
    let states = one.post(&back, json!({})).await.json();
    let states: Vec<_> =
        states["requests"].as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, [json!("taken_back"), json!("declined"), json!("confirmed")]);
    let booking = confirmed.json()["booking_id"].clone();
    let cancel = format!("/api/v1/appointment-bookings/{booking}/cancellation");
    assert_eq!(one.post(&cancel, json!({})).await.status, 200);
    assert_eq!(class.standing().await, []);
    let slot = class.slots().await[0];
    let withdrawn = trainer
        .post(&format!("/api/v1/appointments/{slot}/withdrawal"), json!({ "reason": "Болезнь" }))
        .await;
    assert_eq!(withdrawn.status, 200, "{}", withdrawn.html);
    assert_eq!(withdrawn.json()["withdrawal_reason"], json!("Болезнь"));
    assert!(
        trainer.get(&format!("/api/v1/appointments/{slot}")).await.json()["ended"][0]["booking_id"]
            == booking
    );
}
