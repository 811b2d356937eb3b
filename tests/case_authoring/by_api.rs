//! The same over the API: begin, read, replace, check, publish, give up.

use super::SLUG;
use crate::content::Course;
use crate::support::app::TestApp;
use serde_json::json;

#[actix_web::test]
async fn a_case_is_changed_and_published_by_a_program() {
    let app = TestApp::spawn().await;
    app.import(Course::staged().programme()).await;
    let api = app.api(&app.administrator().await).await;
    let cases = format!("/api/v1/programmes/{SLUG}/cases");
    let listed = api.get(&cases).await.json();
    assert_eq!((&listed["has_texts"], &listed["items"][0]["key"]), (&json!(true), &json!("case")));
    assert_eq!(api.post(&cases, json!({ "case": "lesson" })).await.status, 404);
    assert_eq!(api.post(&cases, json!({})).await.status, 422);
    let begun = api.post(&cases, json!({ "case": "case" })).await;
    assert_eq!(begun.status, 201, "{}", begun.html);
    let copy = format!("/api/v1/case-copies/{}", begun.json()["id"]);
    let read = api.get(&copy).await.json();
    assert_eq!(read["findings"], json!([]));
    let (text, revision) =
        (read["texts"][0]["text"].as_str().unwrap().to_owned(), &read["texts"][0]["revision"]);

    let faulty = text.replace("{blame -> broken}", "{blame -> gone}");
    let url = format!("{copy}/texts/ru");
    let saved = api.put(&url, json!({ "text": faulty, "revision": revision })).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
    assert_eq!(api.put(&url, json!({ "text": text, "revision": revision })).await.status, 409);
    let found = api.get(&format!("{copy}/findings")).await.json();
    let finding = &found["items"][0];
    assert_eq!((&finding["code"], &finding["error"]), (&json!("stage-unknown"), &json!(true)), "{found}");
    let line = text.lines().position(|line| line.contains("{blame -> broken}")).unwrap() + 1;
    assert_eq!(finding["line"], json!(line));
    let publication = format!("{copy}/publication");
    assert_eq!(api.post(&publication, json!({})).await.status, 422);

    let mended = text.replace("трое не приедут", "четверо не приедут");
    let seen = saved.json()["revision"].clone();
    assert_eq!(api.put(&url, json!({ "text": mended, "revision": seen })).await.status, 200);
    let published = api.post(&publication, json!({})).await;
    assert_eq!((published.status, &published.json()["number"]), (201, &json!(2)));
    assert_eq!(api.get(&copy).await.status, 404);
}

#[actix_web::test]
async fn a_new_case_names_what_is_missing_and_can_be_given_up() {
    let app = TestApp::spawn().await;
    app.import(Course::staged().programme()).await;
    let api = app.api(&app.administrator().await).await;
    let cases = format!("/api/v1/programmes/{SLUG}/cases");
    let mut new = json!({ "module": "01-first", "behind": null, "title_ru": "Отказ", "title_kk": "",
        "title_en": "Refusal", "hours": 0, "nature": "practice", "mode": "distance" });
    let refused = api.post(&cases, json!({ "new": new })).await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!("title_kk")));
    new["title_kk"] = json!("Бас тарту");
    let begun = api.post(&cases, json!({ "new": new })).await;
    assert_eq!(begun.status, 201, "{}", begun.html);
    let copy = format!("/api/v1/case-copies/{}", begun.json()["id"]);
    assert_eq!(api.get(&copy).await.json()["new"], json!(true));
    assert_eq!(api.post(&format!("{copy}/withdrawal"), json!({})).await.status, 204);
    assert_eq!(api.get(&copy).await.status, 404);
}
