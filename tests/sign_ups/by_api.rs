//! Signing up for programs.

use super::*;
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn a_program_sets_signs_up_gives_up_and_takes_off() {
    let class = Class::open_to_all(3).await;
    let app = &class.ground.app;
    let trainer = app.api(&class.ground.trainer).await;
    let (one, two) = (app.api(&class.ground.people[0].0).await, app.api(&class.ground.people[1].0).await);
    let base = format!("/api/v1/sessions/{}", class.session);
    let (places, own) = (format!("{base}/places"), format!("{base}/sign-up"));
    assert_eq!(one.get(&own).await.json()["state"], json!("not_needed"));
    let wrong = trainer.put(&places, json!({ "capacity": 1, "opens_at": "tomorrow" })).await;
    assert_eq!((wrong.status, wrong.json()["errors"][0]["field"].clone()), (422, json!("opens_at")));
    let body = json!({ "capacity": 1, "waiting_list": true, "cancel_until": "2026-09-15T05:00:00Z" });
    let set = trainer.put(&places, body).await;
    assert_eq!(set.status, 200, "{}", set.html);
    assert_eq!(set.json()["cancel_until"], json!("2026-09-15T05:00:00Z"));

    let first = one.post(&own, json!({})).await;
    assert_eq!((first.status, first.json()["standing"].clone()), (201, json!("confirmed")));
    let second = two.post(&own, json!({})).await;
    assert_eq!(second.json(), json!({ "standing": "waiting", "position": 1 }));
    let third = json!({ "enrolment_id": class.enrolment(2), "reason": "По телефону" });
    let added = trainer.post(&format!("{base}/sign-ups"), third).await;
    assert_eq!((added.status, added.json()["position"].clone()), (201, json!(2)));
    let seen = trainer.get(&places).await.json();
    assert_eq!(seen["confirmed"][0]["enrolment_id"], json!(class.enrolment(0)));
    assert_eq!(seen["waiting"].as_array().unwrap().len(), 2);

    let gone = one.send(Method::DELETE, &own, None).await;
    assert_eq!((gone.status, gone.json()["own"].clone()), (200, json!(null)));
    assert_eq!(two.get(&own).await.json()["own"]["standing"], json!("confirmed"));
    let silent = json!({ "enrolment_id": class.enrolment(1), "reason": " " });
    assert_eq!(trainer.post(&format!("{base}/sign-ups/releases"), silent).await.status, 422);
    let off = json!({ "enrolment_id": class.enrolment(1), "reason": "Болен" });
    let off = trainer.post(&format!("{base}/sign-ups/releases"), off).await.json();
    assert_eq!(off["confirmed"][0]["enrolment_id"], json!(class.enrolment(2)));
    assert_eq!(
        trainer.post(&format!("{base}/sign-ups/promotions"), json!({})).await.json()["promoted"],
        json!(0)
    );
    let ended = trainer.send(Method::DELETE, &places, None).await.json();
    assert_eq!(ended["capacity"], json!(null));
    assert_eq!(two.get(&places).await.status, 403);
}
