//! The same for programs.

use super::{letters, unread};
use crate::support::TestApp;
use serde_json::json;

#[actix_web::test]
async fn messages_are_read_and_marked_over_the_api() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    let first = app.write_to(&person, "enrolment").await;
    let second = app.write_to(&person, "case_due").await;
    app.run_jobs().await;
    let api = app.api(&person).await;
    let page = api.get("/api/v1/messages?limit=1").await.json();
    assert_eq!((&page["items"][0]["id"], &page["next_after"]), (&json!(second.0), &json!(second.0)));
    assert_eq!(page["items"][0]["topic"], json!("reminders"));
    let rest = api.get(&format!("/api/v1/messages?after={second}")).await.json();
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next_after"]), (1, &json!(null)));
    let message = api.get(&format!("/api/v1/messages/{first}")).await.json();
    assert_eq!(
        (&message["subject"], &message["read_at"]),
        (&json!("Вы зачислены: Партнёрство"), &json!(null))
    );
    assert!(message["text"].as_str().unwrap().contains("Партнёрство"), "{message}");
    assert_eq!(api.post(&format!("/api/v1/messages/{first}/reading"), json!({})).await.status, 204);
    assert_eq!(unread(&app, &person).await, 1);
    let read_at = api.get(&format!("/api/v1/messages/{first}")).await.json()["read_at"].clone();
    assert_eq!(read_at, json!(app.now().rfc3339()));
    app.clock.set(app.now().plus_minutes(5));
    api.post(&format!("/api/v1/messages/{first}/reading"), json!({})).await;
    assert_eq!(
        api.get(&format!("/api/v1/messages/{first}")).await.json()["read_at"],
        read_at,
        "the first time"
    );
    assert_eq!(api.post("/api/v1/messages/readings", json!({ "until": second.0 })).await.status, 204);
    assert_eq!(unread(&app, &person).await, 0);
}

#[actix_web::test]
async fn wishes_are_read_and_set_over_the_api() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    let api = app.api(&person).await;
    let usual = api.get("/api/v1/me/letters").await.json();
    assert_eq!((&usual["digest_at"], &usual["quiet_from"]), (&json!("09:00"), &json!(null)));
    assert_eq!((&usual["topics"]["grades"], &usual["topics"]["changes"]), (&json!("at_once"), &json!(null)));
    let wanted = json!({ "topics": { "enrolment": "never" }, "digest_at": "19:00", "quiet_from": "22:00",
        "quiet_to": "08:00" });
    let set = api.put("/api/v1/me/letters", wanted).await;
    assert_eq!((set.status, &set.json()["topics"]["enrolment"]), (200, &json!("never")), "{}", set.html);
    assert_eq!(api.get("/api/v1/me/letters").await.json(), set.json());
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    assert!(letters(&app).await[0].kept_at.is_some());
    let administrator = app.api(&app.administrator().await).await;
    let told = administrator.get("/api/v1/mails").await.json();
    assert_eq!(
        (&told["items"][0]["state"], &told["items"][0]["sent_at"]),
        (&json!("site_only"), &json!(null))
    );
}

#[actix_web::test]
async fn a_wrong_wish_is_refused_with_its_field_named() {
    let app = TestApp::spawn().await;
    let api = app.api(&app.person("Сейтқали").await).await;
    for (topics, digest_at, quiet, field, code) in [
        (json!({}), "25:00", (None, None), "digest_at", "not-a-time"),
        (json!({}), "09:00", (Some("22:00"), None), "quiet_to", "required"),
        (json!({}), "09:00", (Some("08:00"), Some("07:00")), "quiet_to", "messages-quiet-long"),
        (json!({}), "23:00", (Some("22:00"), Some("08:00")), "digest_at", "messages-digest-quiet"),
        (json!({ "changes": "never" }), "09:00", (None, None), "changes", "unknown"),
        (json!({ "reminders": "digest" }), "09:00", (None, None), "reminders", "choose-one"),
    ] {
        let body =
            json!({ "topics": topics, "digest_at": digest_at, "quiet_from": quiet.0, "quiet_to": quiet.1 });
        let refused = api.put("/api/v1/me/letters", body.clone()).await;
        let fault = refused.json()["errors"][0].clone();
        assert_eq!(
            (refused.status, &fault["field"], &fault["code"]),
            (422, &json!(field), &json!(code)),
            "{body}"
        );
    }
    assert_eq!(api.get("/api/v1/me/letters").await.json()["digest_at"], json!("09:00"));
}
