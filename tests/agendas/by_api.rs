//! What sessions are made of, for programs.

use super::*;
use serde_json::{Value, json};

fn code_of(page: &Page) -> (u16, Value, Value) {
    let error = &page.json()["errors"][0];
    (page.status, error["field"].clone(), error["code"].clone())
}

#[tokio::test]
async fn a_program_writes_every_part_and_a_trainee_reads_the_whole() {
    let class = Class::with(1).await;
    let app = &class.ground.app;
    let (trainer, trainee) = (app.api(&class.ground.trainer).await, app.api(&class.ground.people[0].0).await);
    let base = format!("/api/v1/sessions/{}", class.session);
    let put = |part: &str, body: Value| {
        let (path, trainer) = (format!("{base}/{part}"), &trainer);
        async move { trainer.put(&path, body).await }
    };
    let questions =
        json!([{ "text": "Кто такой наставник", "minutes": 20 }, { "text": "Права", "speaker": "Ли" }]);
    let agenda = put("agenda", json!({ "topic": "Наставник", "questions": questions })).await;
    assert_eq!(agenda.status, 200, "{}", agenda.html);
    let blocks =
        json!({ "blocks": [{ "kind": "theory", "minutes": 100 }, { "kind": "break", "minutes": 80 }] });
    assert_eq!(put("blocks", blocks).await.json()["blocks_minutes"], json!(180));
    put("speakers", json!({ "guests": [{ "name": "Ахметова Сауле", "post": "советник" }] })).await;
    put("access", json!({ "access": ["lift", "ramp", "lift"], "note": "Вход со двора" })).await;
    let visit = json!({ "host": "Детский дом № 1", "address": "Иркутск" });
    assert_eq!(put("visit", visit).await.status, 200);
    assert_eq!(put("visit-report", json!({ "report": "Были" })).await.status, 200);
    let shift = json!({ "first_on": "2026-09-15", "last_on": "2026-09-15", "place": "с. Еланцы" });
    let shifts = format!("/api/v1/editions/{}/shifts", class.ground.edition);
    let made = trainer.post(&shifts, shift.clone()).await;
    assert_eq!(made.status, 201, "{}", made.html);

    let read = trainee.get(&format!("{base}/programme")).await.json();
    assert_eq!(read["topic"], json!("Наставник"));
    assert_eq!(read["questions"][1]["starts_at"], json!("2026-09-15T02:20:00Z"));
    assert_eq!(read["blocks"][1]["starts_at"], json!("2026-09-15T03:40:00Z"));
    assert_eq!(read["guests"][0]["post"], json!("советник"));
    assert_eq!(read["access"], json!(["ramp", "lift"]), "each once, in the order of the list");
    assert_eq!(read["visit"]["report"], json!("Были"));
    assert_eq!(read["visit"]["people"], json!([]), "who goes is for those who teach");
    assert_eq!(read["shifts"][0]["place"], json!("с. Еланцы"));
    let taught = trainer.get(&format!("{base}/programme")).await.json();
    assert_eq!(taught["visit"]["people"].as_array().unwrap().len(), 1);
    let own = format!("/api/v1/shifts/{}", made.json()["id"]);
    assert_eq!(trainer.put(&own, shift).await.status, 204);
    assert_eq!(trainer.status_of(reqwest::Method::DELETE, &own, None).await, 204);
    assert_eq!(trainer.get(&shifts).await.json()["items"], json!([]));
}

#[tokio::test]
async fn faults_are_named_by_row_and_strangers_are_turned_away() {
    let class = Class::with(1).await;
    let app = &class.ground.app;
    let trainer = app.api(&class.ground.trainer).await;
    let base = format!("/api/v1/sessions/{}", class.session);
    let put = |part: &str, body: Value| {
        let (path, trainer) = (format!("{base}/{part}"), &trainer);
        async move { code_of(&trainer.put(&path, body).await) }
    };
    let fault = |field: &str, code: &str| (422, json!(field), json!(code));
    let nameless = json!({ "questions": [{ "text": "Права" }, { "text": "" }] });
    assert_eq!(put("agenda", nameless).await, fault("text-1", "required"));
    let many: Vec<Value> = (0..41).map(|_| json!({ "text": "Права" })).collect();
    assert_eq!(put("agenda", json!({ "questions": many })).await, fault("questions", "too-many-rows"));
    let short = json!({ "blocks": [{ "kind": "theory", "minutes": 150 }] });
    assert_eq!(put("blocks", short).await, fault("blocks", "blocks-short"));
    let foreign = json!({ "blocks": [{ "kind": "quiz", "minutes": 180, "activity_id": 999_999 }] });
    assert_eq!(put("blocks", foreign).await, fault("activity-0", "unknown"));
    let kind = json!({ "blocks": [{ "kind": "dance", "minutes": 180 }] });
    assert_eq!(put("blocks", kind).await, fault("kind-0", "choose-one"));
    let nobody = json!({ "co_trainers": [999_999] });
    assert_eq!(put("speakers", nobody).await, fault("co_trainer", "unknown"));
    assert_eq!(put("access", json!({ "access": ["pool"] })).await, fault("condition", "unknown"));
    let empty = json!({ "host": " ", "address": "" });
    assert_eq!(put("visit", empty).await, fault("host", "required"));

    let neighbour = app.api(&app.trainer("Соседний").await).await;
    let stranger = app.api(&app.person("Гость").await).await;
    let programme = format!("{base}/programme");
    assert_eq!((neighbour.get(&programme).await.status, stranger.get(&programme).await.status), (404, 404));
    let agenda = json!({ "questions": [] });
    let put_by = async |client: &crate::support::browser::ApiClient| {
        client.put(&format!("{base}/agenda"), agenda.clone()).await.status
    };
    let trainee = app.api(&class.ground.people[0].0).await;
    assert_eq!((put_by(&neighbour).await, put_by(&trainee).await), (404, 403));
}
