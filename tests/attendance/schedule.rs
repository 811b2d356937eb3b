//! What a trainee and a trainer see of their sessions.

use super::ground::Ground;
use birge::attendance::rules::SessionMode;
use serde_json::json;

#[tokio::test]
async fn a_trainee_sees_what_is_ahead_first_and_the_past_folded() {
    let ground = Ground::with(2).await;
    let first = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::Mixed).await;
    ground.session(ground.practicum, ("15:00", "16:30"), SessionMode::Online).await;
    let api = ground.app.api(&ground.trainer).await;
    let late = json!({"marks": [{"enrolment_id": ground.people[0].1, "status": "late", "late_minutes": 30}]});
    api.put(&format!("/api/v1/sessions/{first}/marks"), late).await;
    ground.app.set_clock("2026-09-15T06:00:00Z");

    let browser = ground.app.sign_in(&ground.people[0].0).await;
    let page = browser.get("/schedule").await;
    let text = page.text();
    assert!(text.contains("вт, 15 сентября сегодня"), "{text}");
    assert!(text.contains("15:00–16:30 по Иркутску 10:00–11:30 по вашему времени"), "{text}");
    assert!(page.html.contains("https://meet.example.org/birge"));
    assert!(text.contains("Прошло 1 занятие"), "{text}");
    assert!(text.contains("Вы опоздали Зачтено 150 мин"), "{text}");
    let meeting = browser.get(&format!("/learn/{}/meetings/{}", ground.people[0].1, ground.lecture)).await;
    assert!(meeting.text().contains("150 из 180 мин"), "{}", meeting.text());
    let foreign = browser.get(&format!("/learn/{}/meetings/{}", ground.people[1].1, ground.lecture)).await;
    assert_eq!(foreign.status, 404, "somebody else's hours");

    let mine = ground.app.api(&ground.people[0].0).await.get("/api/v1/schedule").await.json();
    assert_eq!(mine["items"][0]["credited_minutes"], 150);
    assert!(mine["items"][1]["status"].is_null());
    let nobody = ground.app.sign_in(&ground.trainer).await.get("/schedule").await;
    assert_eq!(nobody.status, 403);
}

#[tokio::test]
async fn a_trainer_opens_on_what_awaits_today() {
    let ground = Ground::with(3).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let empty = browser.get("/today").await;
    assert!(empty.text().contains("На сегодня дел нет"), "{}", empty.text());

    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let page = browser.get("/today").await;
    assert!(page.text().contains("Идёт сейчас"), "{}", page.text());
    assert!(page.html.contains(&format!("href=\"/sessions/{session}\"")));
    let api = ground.app.api(&ground.trainer).await;
    let line = |place: usize| json!({"enrolment_id": ground.people[place].1, "status": "present"});
    api.put(&format!("/api/v1/sessions/{session}/marks"), json!({"marks": [line(0)]})).await;

    ground.app.set_clock("2026-09-16T02:00:00Z");
    let page = browser.get("/today").await;
    assert!(page.text().contains("Не все отмечены"), "{}", page.text());
    assert!(page.text().contains("нет 2 отметок"), "{}", page.text());
    api.put(&format!("/api/v1/sessions/{session}/marks"), json!({"marks": [line(1), line(2)]})).await;
    assert!(browser.get("/today").await.text().contains("На сегодня дел нет"));
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    assert_eq!(trainee.get("/today").await.status, 403);
}
