//! Guests without accounts, and heads in the room (L7).

use crate::attendance::ground::{Ground, Sheet};
use birge::attendance::rules::SessionMode;
use birge::web::paths;
use serde_json::json;

#[tokio::test]
async fn guests_are_counted_by_category_and_nothing_typed_is_lost() {
    let ground = Ground::with(1).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let url = paths::session_guests(session);
    let wrong = [("guests-parents", "много"), ("other-people-1", "2"), ("other-name-2", "Пресса")];
    let refused = browser.post(&url, &wrong).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("цифрами") && text.contains("кто эти гости") && text.contains("сколько их было"));
    assert!(refused.html.contains("много") && refused.html.contains("Пресса"));

    let good = [
        ("guests-parents", "12"),
        ("guests-teachers", "0"),
        ("other-name-1", "Пресса"),
        ("other-people-1", "2"),
    ];
    let saved = browser.post(&url, &good).await;
    assert!(saved.text().contains("Родители: 12") && saved.text().contains("Пресса: 2"), "{}", saved.text());
    assert!(saved.text().contains("Всего гостей: 14"));
    let client = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1/sessions/{session}/guests");
    let twice =
        json!({ "guests": [{ "category": "parents", "people": 1 }, { "category": "parents", "people": 2 }] });
    assert_eq!(client.put(&address, twice).await.status, 422);
    let unknown = json!({ "guests": [{ "category": "cats", "people": 1 }] });
    assert_eq!(client.put(&address, unknown).await.status, 422);
    let fewer = json!({ "guests": [{ "category": "teachers", "people": 3 }] });
    let desk = client.put(&address, fewer).await.json();
    assert_eq!(desk["guests"], json!([{ "category": "teachers", "name": "", "people": 3 }]));
    let stranger = ground.app.trainer("Соседний").await;
    assert_eq!(ground.app.api(&stranger).await.put(&address, json!({ "guests": [] })).await.status, 404);
}

#[tokio::test]
async fn heads_that_do_not_fit_name_who_is_marked_and_block_nothing() {
    let ground = Ground::with(3).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::Mixed).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let id = |place: usize| ground.people[place].1;
    let sheet = Sheet::open(&browser, &paths::session(session)).await;
    let sheet = sheet.mark(id(0), "present").mark(id(1), "present").mark(id(2), "present");
    let sheet = sheet.set(&format!("presence-{}", id(2)), "online");
    sheet.send(&browser, &paths::session_marks(session)).await;
    browser.post(&paths::session_guests(session), &[("guests-parents", "1")]).await;

    let url = paths::head_counts(session);
    let wrong = browser.post(&url, &[("heads", "все")]).await;
    assert_eq!(wrong.status, 422);
    let differs = browser.post(&url, &[("heads", "2")]).await;
    let text = differs.text();
    assert!(text.contains("Отмечено очно 2, гостей 1, в зале 2."), "{text}");
    assert!(text.contains("меньше на 1") && text.contains("Не сходится"), "{text}");
    let named = differs.html.split("<ol>").nth(1).unwrap_or_default().split("</ol>").next().unwrap();
    assert!(differs.html.contains("<ol>"));
    assert!(named.contains("Слушатель0000") || differs.text().contains("назовите по списку"), "{named}");
    let fits = browser.post(&url, &[("heads", "3")]).await;
    assert!(fits.text().contains("Сходится: в зале столько же"), "{}", fits.text());
    let client = ground.app.api(&ground.trainer).await;
    let desk = client.get(&format!("/api/v1/sessions/{session}/sheet")).await.json();
    let counts = desk["head_counts"].as_array().unwrap();
    assert_eq!(counts.len(), 2, "both counts are kept");
    assert_eq!((&counts[1]["difference"], &counts[1]["marked"]), (&json!(-1), &json!(2)));
}

#[tokio::test]
async fn guests_that_somebody_else_noted_meanwhile_are_not_overwritten_unseen() {
    let ground = Ground::with(1).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let (sheet, url) = (paths::session(session), paths::session_guests(session));
    let mine = Sheet::open(&browser, &sheet).await;
    let theirs = Sheet::open(&browser, &sheet).await.set("guests-parents", "12");
    assert_eq!(theirs.send(&browser, &url).await.status, 200);
    let refused = mine.set("guests-teachers", "3").send(&browser, &url).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("гостей записал кто-то другой"), "{}", refused.text());
    assert!(refused.text().contains("Родители: 12"), "theirs");
    assert_eq!(refused.value_of("guests-teachers").as_deref(), Some("3"), "yours");
    let both = Sheet::of(refused).set("guests-parents", "12").send(&browser, &url).await;
    assert_eq!(both.status, 200, "{}", both.text());
    assert!(both.text().contains("Всего гостей: 15"), "{}", both.text());

    let client = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1/sessions/{session}/guests");
    let desk = client.get(&format!("/api/v1/sessions/{session}/sheet")).await.json();
    let list = |seen: &serde_json::Value, people: i32| json!({ "guests": [{ "category": "teachers", "people": people }], "seen": seen });
    assert_eq!(client.put(&address, list(&desk["guests_seen"], 4)).await.status, 200);
    assert_eq!(client.put(&address, list(&desk["guests_seen"], 5)).await.status, 409, "seen before the 4");
    let name = "я".repeat(501);
    let long = json!({ "guests": [{ "category": "other", "name": name, "people": 1 }] });
    assert_eq!(client.put(&address, long).await.json()["errors"][0]["code"], json!("too-long"));
}

#[tokio::test]
async fn a_reason_without_end_is_refused_by_programs_too() {
    let ground = Ground::with(1).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let client = ground.app.api(&ground.trainer).await;
    let line = |reason: String| json!({ "enrolment_id": ground.people[0].1.0, "status": "absent", "reason": reason });
    let url = format!("/api/v1/sessions/{session}/marks");
    let marks = json!({ "marks": [line("я".repeat(501))], "correction_reason": "я".repeat(501) });
    let refused = client.put(&url, marks).await;
    let errors = refused.json()["errors"].as_array().unwrap().len();
    assert_eq!((refused.status, errors), (422, 2), "{}", refused.html);
    assert_eq!(client.put(&url, json!({ "marks": [line("я".repeat(500))] })).await.status, 200);
}
