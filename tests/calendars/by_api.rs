//! The same as JSON.

use super::{book, fetched, on, parsers};
use crate::attendance::ground::Ground;
use serde_json::json;

#[tokio::test]
async fn entries_are_asked_for_between_two_days() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("02:00", "03:30"))).await;
    let (trainee, trainer) =
        (ground.app.api(&ground.people[0].0).await, ground.app.api(&ground.trainer).await);
    let own = trainee.get("/api/v1/calendar?from=2026-09-21&to=2026-09-21").await.json();
    assert_eq!(own["items"][0]["session"]["id"], id.0, "the evening before in Moscow: {own}");
    assert_eq!(
        (&own["items"][0]["part"], &own["items"][0]["enrolment_id"]),
        (&json!("learns"), &json!(ground.people[0].1))
    );
    let none = trainee.get("/api/v1/calendar?from=2026-09-22&to=2026-09-22").await.json();
    assert_eq!(none["items"], json!([]));
    let taught = trainer.get("/api/v1/calendar?from=2026-09-01&to=2026-09-30").await.json();
    assert_eq!(taught["items"][0]["part"], "teaches");
    let path = format!("/api/v1/editions/{}/calendar?from=2026-09-22&to=2026-09-22", ground.edition);
    assert_eq!(trainer.get(&path).await.json()["items"][0]["session"]["starts"], "02:00", "by its own clock");
    assert_eq!(trainee.get(&path).await.status, 403);
    let other = ground.app.api(&ground.app.trainer("Чужой").await).await;
    assert_eq!(other.get(&path).await.status, 404);

    for (query, field, code) in [
        ("", "from", "not-a-date"),
        ("?from=2026-02-30&to=2026-03-01", "from", "not-a-date"),
        ("?from=2026-09-22&to=2026-09-21", "to", "calendar-to-before-from"),
        ("?from=2026-01-01&to=2030-01-01", "to", "calendar-span-too-long"),
    ] {
        let refused = trainee.get(&format!("/api/v1/calendar{query}")).await;
        let fault = refused.json()["errors"][0].clone();
        assert_eq!(
            (refused.status, &fault["field"], &fault["code"]),
            (422, &json!(field), &json!(code)),
            "{fault}"
        );
    }
}

#[tokio::test]
async fn addresses_are_made_and_taken_back() {
    let ground = Ground::with(1).await;
    book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let (trainee, trainer) =
        (ground.app.api(&ground.people[0].0).await, ground.app.api(&ground.trainer).await);
    let made = trainee.post("/api/v1/calendar-feeds", json!({})).await;
    assert_eq!(made.status, 201);
    let made = made.json();
    let url = made["url"].as_str().unwrap();
    let path = &url[url.find("/calendar-feeds/").unwrap()..];
    assert_eq!(parsers::read(&fetched(&ground, path).await.html).len(), 1);
    let listed = trainee.get("/api/v1/calendar-feeds").await.json();
    assert_eq!(listed["items"][0]["id"], made["id"]);
    assert!(!listed.to_string().contains("/calendar-feeds/"), "{listed}");
    let of_edition = json!({ "edition_id": ground.edition });
    assert_eq!(trainee.post("/api/v1/calendar-feeds", of_edition.clone()).await.status, 404);
    assert_eq!(trainer.post("/api/v1/calendar-feeds", of_edition).await.status, 201);
    let revocation = format!("/api/v1/calendar-feeds/{}/revocation", made["id"]);
    assert_eq!(trainer.post(&revocation, json!({})).await.status, 404);
    assert_eq!(trainee.post(&revocation, json!({})).await.status, 204);
    assert_eq!(fetched(&ground, path).await.status, 404);
}

#[tokio::test]
async fn invitations_and_messages() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let (trainee, trainer) =
        (ground.app.api(&ground.people[0].0).await, ground.app.api(&ground.trainer).await);
    let path = "/api/v1/calendar-invitations";
    assert_eq!(trainee.get(path).await.json(), json!({ "by_mail": false }));
    trainee.put(path, json!({ "by_mail": true })).await;
    assert_eq!(trainee.get(path).await.json(), json!({ "by_mail": true }));

    let path = format!("/api/v1/sessions/{id}/notices");
    let sent = trainer.post(&path, json!({ "text": "Мост закрыт" })).await;
    assert_eq!((sent.status, &sent.json()["recipients"]), (201, &json!(1)));
    assert_eq!(trainer.post(&path, json!({ "text": " " })).await.json()["errors"][0]["code"], "required");
    assert_eq!(trainee.post(&path, json!({ "text": "Мост закрыт" })).await.status, 403);
    assert_eq!(trainer.get(&path).await.json()["items"][0]["text"], "Мост закрыт");
    let path = format!("/api/v1/editions/{}/notices", ground.edition);
    assert_eq!(trainer.post(&path, json!({ "text": "Всем привет" })).await.status, 201);
    let all = trainer.get(&path).await.json();
    assert_eq!((&all["items"][0]["session_id"], &all["items"][1]["session_id"]), (&json!(null), &json!(id)));
}
