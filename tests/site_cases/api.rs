//! The same for programs.

use super::{SECRET, Site};
use serde_json::json;

#[tokio::test]
async fn a_case_is_raised_answered_and_shared_by_programs() {
    let site = Site::new().await;
    let (author, trainer) = (site.app.api(&site.trainee).await, site.app.api(&site.trainer).await);
    let list = format!("/api/v1{}", site.list());
    let begun = author.post(&list, json!({})).await;
    assert_eq!(begun.status, 201, "{}", begun.html);
    let case = format!("/api/v1/site-cases/{}", begun.json()["id"]);
    let draft = author.get(&format!("{case}/draft")).await.json();
    assert_eq!((draft["revision"].as_i64(), draft["text"]["title"].as_str()), (Some(0), Some("")));
    assert_eq!(trainer.get(&case).await.status, 404, "a draft is its author's alone");
    let text =
        json!({ "title": "Отказ", "institution": "Центр", "happened": SECRET, "question": "Что дальше?" });
    let saved = author.put(&format!("{case}/draft"), json!({ "revision": 0, "text": text })).await;
    assert_eq!(saved.json()["revision"], json!(1));
    let other = json!({ "title": "Иначе", "institution": "", "happened": "", "question": "" });
    let stale = author.put(&format!("{case}/draft"), json!({ "revision": 0, "text": other })).await;
    assert_eq!(stale.status, 409);
    let lacking = author.post(&format!("{case}/texts"), json!({ "revision": 1, "text": other })).await;
    assert_eq!(
        (lacking.status, lacking.json()["errors"].as_array().map(Vec::len)),
        (422, Some(3)),
        "{}",
        lacking.html
    );
    let raised = author.post(&format!("{case}/texts"), json!({ "revision": 1, "text": text })).await;
    assert_eq!(raised.status, 204, "{}", raised.html);

    let queue = trainer.get("/api/v1/site-cases?state=waiting").await.json();
    assert_eq!((&queue["waiting"], &queue["cases"][0]["title"]), (&json!(1), &json!("Отказ")));
    let today = trainer.get("/api/v1/today").await.json();
    assert_eq!((&today["site_cases"], &today["oldest_site_case_days"]), (&json!(1), &json!(0)));
    let said = trainer.post(&format!("{case}/messages"), json!({ "text": "Спросите семью" })).await;
    assert_eq!(said.status, 201, "{}", said.html);
    let seen = author.get(&case).await.json();
    assert_eq!((&seen["side"], &seen["state"]), (&json!("author"), &json!("answered")));
    let kinds: Vec<_> = seen["entries"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["raised", "taken", "said"]);
    assert_eq!(author.get(&list).await.json()["cases"][0]["answers"], json!(1));

    let copy = json!({ "title": "Отказ", "situation": "Человек отказался.", "task": "Что дальше?" });
    assert_eq!(trainer.put(&format!("{case}/copy"), copy).await.status, 204);
    assert_eq!(trainer.post(&format!("{case}/consent-request"), json!({})).await.status, 204);
    let asked = author.get(&case).await.json();
    assert_eq!(asked["asked"]["text"]["situation"], json!("Человек отказался."));
    assert_eq!(asked["asked"]["number"], json!(1));
    let agrees = json!({ "number": 1, "group": true, "course": true });
    assert_eq!(author.put(&format!("{case}/consent"), agrees).await.status, 204);
    assert_eq!(trainer.put(&format!("{case}/opening"), json!({})).await.status, 204);
    let prepared = trainer.get(&format!("{case}/copy")).await.json();
    assert_eq!((&prepared["consent"]["group"], prepared["opened_at"].is_string()), (&json!(true), true));
    let shared = author.get(&list).await.json();
    assert_eq!(shared["shared"][0]["title"], json!("Отказ"));
    let file = trainer.get(&format!("{case}/course-case/ru")).await;
    assert!(file.status == 200 && file.html.starts_with("+++"), "{}", file.html);
}

#[tokio::test]
async fn programs_hide_close_and_look_like_people() {
    let site = Site::new().await;
    let case = format!("/api/v1{}", site.raised().await);
    let (author, trainer) = (site.app.api(&site.trainee).await, site.app.api(&site.trainer).await);
    let administrator = site.app.api(&site.app.administrator().await).await;
    let reason = json!({ "reason": "Назван сын" });
    let text = |number: i32| json!({ "number": number, "reason": "Назван сын" });
    assert_eq!(author.post(&format!("{case}/hiding"), text(1)).await.status, 403);
    assert_eq!(trainer.post(&format!("{case}/hiding"), text(2)).await.status, 409);
    assert_eq!(trainer.post(&format!("{case}/hiding"), text(1)).await.status, 204);
    for reader in [&author, &trainer, &administrator] {
        let seen = reader.get(&case).await;
        assert!(!seen.html.contains(SECRET) && seen.json()["texts"][0]["text"].is_null(), "{}", seen.html);
        assert_eq!(seen.json()["texts"][0]["hidden_reason"], json!("Назван сын"));
    }
    assert_eq!(trainer.post(&format!("{case}/hidden"), json!({})).await.status, 404);
    let looked = administrator.post(&format!("{case}/hidden"), json!({})).await;
    assert!(looked.html.contains(SECRET), "{}", looked.html);
    let said = author.post(&format!("{case}/messages"), json!({ "text": "Петру из палаты" })).await.json();
    let entry = format!("/api/v1/site-case-entries/{}/hiding", said["id"]);
    assert_eq!(trainer.post(&entry, reason).await.status, 204);
    assert!(!author.get(&case).await.html.contains("палаты"));
    assert_eq!(trainer.post(&format!("{case}/taking"), json!({})).await.status, 204);
    assert_eq!(trainer.post(&format!("{case}/closure"), json!({ "text": "Договорились" })).await.status, 204);
    assert_eq!(author.get(&case).await.json()["state"], json!("closed"));
    assert_eq!(author.post(&format!("{case}/reopening"), json!({ "text": "Снова" })).await.status, 204);
    assert_eq!(author.send(reqwest::Method::DELETE, &case, None).await.status, 409, "what was raised stays");
}
