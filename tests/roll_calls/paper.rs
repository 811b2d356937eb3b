//! Entry from a signed paper sheet (L6).

use crate::attendance::ground::{Ground, Sheet};
use birge::attendance::rules::SessionMode;
use birge::web::paths;
use serde_json::json;

#[tokio::test]
async fn thirty_rows_are_entered_on_one_screen_by_keys() {
    let ground = Ground::with(30).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let page = browser.get(&paths::session(session)).await;
    assert_eq!(page.link_to("Внести с бумажного листа"), paths::paper_entry(session));
    let url = paths::paper_entry(session);
    let mut sheet = Sheet::open(&browser, &url).await;
    assert_eq!(sheet.page.html.matches("data-key").count(), 30);
    let id = |place: usize| ground.people[place].1;
    for place in 0..29 {
        sheet = sheet.set(&format!("key-{}", id(place)), "п");
    }
    let refused = sheet
        .set(&format!("key-{}", id(3)), "О")
        .set(&format!("key-{}", id(4)), "ъ")
        .set(&format!("key-{}", id(5)), "у")
        .send(&browser, &url)
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Введите одну из клавиш: п, о, р, н, у"), "{}", refused.text());
    let fixed = Sheet::of(refused).set(&format!("key-{}", id(4)), "-");
    let refused = fixed.send(&browser, &url).await;
    assert!(refused.text().contains("от 1 до 180"), "lateness needs minutes: {}", refused.text());
    assert!(refused.text().contains("Выберите причину"), "{}", refused.text());
    let saved = Sheet::of(refused)
        .set(&format!("minutes-{}", id(3)), "20")
        .set(&format!("code-{}", id(5)), "illness")
        .send(&browser, &url)
        .await;
    assert_eq!((saved.status, saved.path.as_str()), (200, paths::session(session).as_str()));
    assert!(saved.text().contains("Сохранено 29 отметок"), "{}", saved.text());
    let minutes = [(0, 180), (3, 160), (4, 0), (5, 0), (28, 180), (29, 0)];
    for (place, expected) in minutes {
        assert_eq!(ground.minutes(place).await, expected, "person {place}");
    }
    let again = Sheet::open(&browser, &url).await;
    assert_eq!(again.value(&format!("key-{}", id(3))), "о", "what is saved stands in the lines");
    assert_eq!(again.value(&format!("key-{}", id(29))), "");
}

#[tokio::test]
async fn two_people_at_the_same_paper_do_not_overwrite_each_other() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let url = paths::paper_entry(session);
    let (first, second) = (ground.people[0].1, ground.people[1].1);
    let mine = Sheet::open(&browser, &url).await;
    let theirs = Sheet::open(&browser, &url).await;
    theirs.set(&format!("key-{first}"), "н").send(&browser, &url).await;
    let both = mine.set(&format!("key-{first}"), "п").set(&format!("key-{second}"), "п");
    let answer = both.send(&browser, &url).await;
    assert_eq!(answer.status, 409);
    let text = answer.text();
    assert!(text.contains("Уже записано: Нет") && text.contains("Вы отметили: Есть"), "{text}");
    assert_eq!((ground.minutes(0).await, ground.minutes(1).await), (0, 180));
}

#[tokio::test]
async fn who_was_online_stays_online_while_somebody_else_is_entered_from_paper() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.practicum, ("10:00", "11:30"), SessionMode::Mixed).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let (online, other) = (ground.people[0].1, ground.people[1].1);
    let sheet = Sheet::open(&browser, &paths::session(session)).await.mark(online, "present");
    sheet.set(&format!("presence-{online}"), "online").send(&browser, &paths::session_marks(session)).await;
    let url = paths::paper_entry(session);
    let paper = Sheet::open(&browser, &url).await.with_lists();
    assert_eq!(paper.value(&format!("presence-{online}")), "online");
    let refused = paper.set(&format!("key-{other}"), "ъ").send(&browser, &url).await;
    assert_eq!(refused.status, 422);
    let again = Sheet::of(refused).with_lists();
    assert_eq!(again.value(&format!("presence-{online}")), "online", "nothing chosen is lost");
    let saved = again.set(&format!("key-{other}"), "п").send(&browser, &url).await;
    assert!(saved.text().contains("Сохранена 1 отметка"), "{}", saved.text());
    assert_eq!(ground.ledger(0).await, [(90, "online".to_owned())]);
    assert_eq!(ground.ledger(1).await, [(90, "in_person".to_owned())]);

    let moved = Sheet::open(&browser, &url).await.with_lists().set(&format!("presence-{other}"), "online");
    moved.send(&browser, &url).await;
    let moves = [(90, "in_person"), (-90, "in_person"), (90, "online")]
        .map(|(minutes, mode)| (minutes, mode.to_owned()));
    assert_eq!(ground.ledger(1).await, moves, "paper says where somebody was");
}

#[tokio::test]
async fn keys_typed_for_a_session_cancelled_meanwhile_are_listed_and_not_lost() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let url = paths::paper_entry(session);
    let paper = Sheet::open(&browser, &url).await.with_lists();
    browser.post(&paths::session_cancellation(session), &[("reason", "Нет света")]).await;
    let (late, away) = (ground.people[0].1, ground.people[1].1);
    let answer = paper
        .set(&format!("key-{late}"), "о")
        .set(&format!("minutes-{late}"), "20")
        .set(&format!("key-{away}"), "-")
        .send(&browser, &url)
        .await;
    assert_eq!(answer.status, 409);
    let text = answer.text();
    assert!(text.contains("Эти отметки не записаны") && text.contains("Нет света"), "{text}");
    assert!(text.contains("Слушатель0000") && text.contains("Опоздание, 20 мин"), "{text}");
    assert!(text.contains("Слушатель0001"), "{text}");
    assert_eq!(ground.ledger(0).await, []);
}

#[tokio::test]
async fn who_came_late_and_left_early_keeps_both_numbers() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let (both, other) = (ground.people[0].1, ground.people[1].1);
    let client = ground.app.api(&ground.trainer).await;
    let line = json!({ "enrolment_id": both.0, "status": "late", "late_minutes": 20, "early_minutes": 30 });
    let marks = format!("/api/v1/sessions/{session}/marks");
    assert_eq!(client.put(&marks, json!({ "marks": [line] })).await.status, 200);
    assert_eq!(ground.minutes(0).await, 130);
    let browser = ground.app.sign_in(&ground.trainer).await;
    let sheet = Sheet::open(&browser, &paths::session(session)).await.with_lists().mark(other, "present");
    let saved = sheet.send(&browser, &paths::session_marks(session)).await;
    assert!(saved.text().contains("Сохранена 1 отметка"), "{}", saved.text());
    let paper = Sheet::open(&browser, &paths::paper_entry(session)).await.with_lists();
    assert_eq!(paper.value(&format!("minutes-{both}")), "20");
    let saved = paper.set(&format!("key-{other}"), "н").send(&browser, &paths::paper_entry(session)).await;
    assert!(saved.text().contains("Сохранена 1 отметка"), "{}", saved.text());
    assert_eq!(ground.ledger(0).await, [(130, "in_person".to_owned())], "nobody corrected it");
}
