//! The week of an edition and of whoever teaches.

use crate::attendance::ground::Ground;
use birge::attendance::rules::SessionMode;
use serde_json::json;

#[tokio::test]
async fn a_week_shows_its_sessions_by_day_and_leads_on() {
    let ground = Ground::with(0).await;
    let id = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let week = format!("/editions/{}/week", ground.edition);
    let page = browser.get(&week).await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("14 сентября – 20 сентября 2026 г.") && text.contains("10:00–13:00"), "{text}");
    assert!(page.html.contains(&format!("/sessions/{id}/edit")), "each session leads to its form");
    assert!(
        page.html.contains(&format!("{week}?day=2026-09-07").replace('=', "&#x3D;"))
            || page.html.contains(&format!("{week}?day=2026-09-07"))
    );
    let next = browser.get(&format!("{week}?day=2026-09-24")).await;
    assert!(next.text().contains("На этой неделе занятий нет"), "{}", next.text());
    let api = ground.app.api(&ground.trainer).await;
    let hours = json!({ "weekdays": ["mon"], "starts": "08:00", "ends": "14:00", "from": "2026-09-01",
        "to": "2026-12-29", "what": "Уроки" });
    api.post(&format!("/api/v1/editions/{}/closed-hours", ground.edition), hours).await;
    let november = browser.get(&format!("{week}?day=2026-11-04")).await.text();
    assert!(november.contains("Выходной: День народного единства"), "{november}");
    assert!(november.contains("Закрыто: 08:00–14:00, Уроки"), "{november}");
    assert_eq!(browser.get(&format!("{week}?day=вчера")).await.status, 200, "no day is the week of today");

    let found = api.get(&format!("/api/v1{week}?day=2026-11-04")).await.json();
    assert_eq!(
        (found["days"].as_array().unwrap().len(), &found["days"][2]["day_off"]),
        (7, &json!("День народного единства"))
    );
    let stranger = ground.app.trainer("Соседний").await;
    assert_eq!(ground.app.sign_in(&stranger).await.get(&week).await.status, 404);
}

#[tokio::test]
async fn a_trainer_has_a_week_of_all_editions() {
    let ground = Ground::with(1).await;
    ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let own = ground.app.sign_in(&ground.trainer).await.get("/week").await;
    let text = own.text();
    assert!(
        text.contains("Занятие lecture") && text.contains("2-й поток") && text.contains("по Иркутску"),
        "{text}"
    );
    let api = ground.app.api(&ground.trainer).await.get("/api/v1/week?day=2026-09-15").await.json();
    assert_eq!(api["days"][1]["sessions"][0]["starts"], json!("10:00"));
    let stranger = ground.app.trainer("Соседний").await;
    let empty = ground.app.sign_in(&stranger).await.get("/week").await.text();
    assert!(empty.contains("На этой неделе занятий нет") && !empty.contains("Занятие lecture"), "{empty}");
    assert_eq!(ground.app.sign_in(&ground.people[0].0).await.get("/week").await.status, 403);
}
