//! Absences for programs.

use super::*;
use reqwest::Method;

#[tokio::test]
async fn a_program_tells_takes_back_and_decides() {
    let class = Class::with(2).await;
    let app = &class.ground.app;
    let (one, two) = (app.api(&class.ground.people[0].0).await, app.api(&class.ground.people[1].0).await);
    let trainer = app.api(&class.ground.trainer).await;
    let own = format!("/api/v1/sessions/{}/absence", class.session);
    assert_eq!(one.get(&own).await.json()["notice"], json!(null));
    let unknown = one.post(&own, json!({ "reason": "laziness" })).await;
    assert_eq!((unknown.status, unknown.json()["errors"][0]["field"].clone()), (422, json!("reason")));

    let file = two.post_bytes("/api/v1/files?name=plan.pdf", b"%PDF-1.7\nok".to_vec()).await.json();
    let stolen = one.post(&own, json!({ "reason": "illness", "file_id": file["id"] })).await;
    assert_eq!((stolen.status, stolen.json()["errors"][0]["field"].clone()), (422, json!("file")));
    let told = two.post(&own, json!({ "reason": "illness", "file_id": file["id"] })).await;
    assert_eq!(told.status, 201, "{}", told.html);
    let notice = told.json()["notice"].clone();
    assert_eq!((&notice["late"], &notice["file"]), (&json!(false), &json!("plan.pdf")));
    let content = trainer.get(&format!("/api/v1/absences/{}/file", notice["id"])).await;
    assert_eq!((content.status, content.html.as_str()), (200, "%PDF-1.7\nok"));
    assert_eq!(one.get(&format!("/api/v1/absences/{}/file", notice["id"])).await.status, 404);
    let back = two.send(Method::DELETE, &own, None).await;
    assert_eq!((back.status, back.json()["notice"].clone()), (200, json!(null)));

    app.set_clock(START);
    let late = one.post(&own, json!({ "reason": "work" })).await.json();
    assert_eq!((&late["notice"]["late"], &late["notice"]["accepted"]), (&json!(true), &json!(null)));
    let list = format!("/api/v1/editions/{}/absences", class.ground.edition);
    let listed = trainer.get(&list).await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    assert_eq!(listed["items"][0]["notice"]["enrolment_id"], json!(class.enrolment(0)));
    let decision = format!("/api/v1/absences/{}/decision", late["notice"]["id"]);
    assert_eq!(trainer.post(&decision, json!({ "accepted": false })).await.status, 422);
    let endless = trainer.post(&decision, json!({ "accepted": true, "words": "я".repeat(401) })).await;
    assert_eq!((endless.status, endless.json()["errors"][0]["field"].clone()), (422, json!("words")));
    assert_eq!(one.post(&decision, json!({ "accepted": true })).await.status, 403);
    assert_eq!(trainer.post(&decision, json!({ "accepted": true })).await.status, 200);
    assert_eq!(class.marked(0).await.unwrap().0, "excused");
    assert_eq!(one.get(&own).await.json()["notice"]["accepted"], json!(true));
    assert_eq!(one.get(&list).await.status, 403);
}

#[tokio::test]
async fn what_waits_stands_on_the_first_page_only() {
    let class = Class::with(4).await;
    class.ground.app.set_clock("2026-09-15T08:30:00Z");
    class.tell(0, "work", "").await;
    class.tell(1, "work", "").await;
    let trainer = class.ground.app.api(&class.ground.trainer).await;
    for place in [0, 1] {
        let list = format!("/api/v1/editions/{}/absences", class.ground.edition);
        let all = trainer.get(&list).await.json()["items"].as_array().unwrap().clone();
        let own = all.iter().find(|one| one["notice"]["enrolment_id"] == json!(class.enrolment(place)));
        let path = format!("/api/v1/absences/{}/decision", own.unwrap()["notice"]["id"]);
        assert_eq!(trainer.post(&path, json!({ "accepted": true })).await.status, 200);
    }
    class.tell(2, "work", "").await;
    class.tell(3, "work", "").await;
    let list = format!("/api/v1/editions/{}/absences?limit=1", class.ground.edition);
    let ids = |page: &serde_json::Value| -> Vec<i64> {
        let items = page["items"].as_array().unwrap().iter();
        items.map(|one| one["notice"]["enrolment_id"].as_i64().unwrap()).collect()
    };
    let first = trainer.get(&list).await.json();
    let expected = [3, 2, 1].map(|place| class.enrolment(place).0);
    assert_eq!(ids(&first), expected, "what waits, and the newest of the others");
    let second = trainer.get(&format!("{list}&after={}", first["next_after"])).await.json();
    assert_eq!((ids(&second), second["next_after"].clone()), (vec![class.enrolment(0).0], json!(null)));
}

#[tokio::test]
async fn an_official_duty_is_told_beforehand_under_the_name_that_marks_have() {
    let class = Class::with(1).await;
    let app = &class.ground.app;
    let own = format!("/api/v1/sessions/{}/absence", class.session);
    let told =
        app.api(&class.ground.people[0].0).await.post(&own, json!({ "reason": "official_duty" })).await;
    assert_eq!(told.status, 201, "{}", told.html);
    assert_eq!(told.json()["notice"]["reason"], json!("official_duty"));
    let page = app.sign_in(&class.ground.people[0].0).await.get(&paths::own_absence(class.session)).await;
    assert!(page.text().contains("Служебные обязанности"), "{}", page.text());
    app.set_clock(START);
    let sheet = app.sign_in(&class.ground.trainer).await.get(&paths::session(class.session)).await;
    assert!(sheet.html.contains("value=\"official_duty\" selected"), "the sheet proposes the same reason");
}
