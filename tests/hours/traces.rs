//! «Откуда это число»: from a number back to the mark, with every correction on the way.

use super::after_the_lecture;
use serde_json::json;

/// The morning after the lecture: changing a mark needs a reason from now on.
const NEXT_MORNING: &str = "2026-09-16T02:00:00Z";

#[tokio::test]
async fn a_corrected_mark_is_traced_step_by_step() {
    let (ground, session) = after_the_lecture().await;
    ground.app.set_clock(NEXT_MORNING);
    let who = ground.people[1].1;
    let client = ground.app.api(&ground.trainer).await;
    let corrected = json!({ "correction_reason": "Ушла на час раньше, а не на два",
        "marks": [{ "enrolment_id": who, "status": "present", "revision": 1 }] });
    let saved = client.put(&format!("/api/v1/sessions/{session}/marks"), corrected).await;
    assert_eq!((saved.status, saved.json()["corrected"].clone()), (200, json!(1)), "{}", saved.html);

    let address = format!("/learn/{who}/hours/entries?activity={}", ground.lecture);
    let trace = client.get(&format!("/api/v1{address}")).await.json();
    let steps: Vec<(i64, i64, i64)> = trace["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            ["minutes", "running_minutes", "revision"].map(|name| entry[name].as_i64().unwrap()).into()
        })
        .collect();
    assert_eq!(steps, [(120, 120, 0), (60, 180, 1)], "the correction is the difference");
    assert_eq!((&trace["sum_minutes"], &trace["counted_minutes"]), (&json!(180), &json!(180)));
    assert_eq!(trace["entries"][0]["source"], json!("attendance"));

    let staff = ground.app.sign_in(&ground.trainer).await.get(&address).await;
    assert!(!staff.html.contains('⟦'), "{}", staff.html);
    let text = staff.text();
    for part in [
        "Отметка за занятие 15 сентября 2026 г., 10:00–13:00",
        "уход раньше на 60 мин",
        "Исправление отметки",
        "стало: всё занятие",
        "причина: Ушла на час раньше, а не на два",
        "кем: Ким А.",
        "180 мин = 4 ч",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(staff.html.contains(&format!("href=\"/sessions/{session}\"")), "trainers go to the sheet");
}

#[tokio::test]
async fn a_trainee_follows_the_number_without_names_and_reasons_of_staff() {
    let (ground, session) = after_the_lecture().await;
    let who = ground.people[0].1;
    let browser = ground.app.sign_in(&ground.people[0].0).await;
    let page = browser.get(&format!("/learn/{who}/hours/entries")).await;
    let text = page.text();
    assert!(text.contains("отметка преподавателя") && !text.contains("Ким"), "{text}");
    assert!(page.html.contains(&format!("/learn/{who}/meetings/{}", ground.lecture)));
    assert!(!page.html.contains(&format!("/sessions/{session}")), "the sheet is not for trainees");
    for language in ["kk", "en"] {
        let page = ground.app.sign_in(&ground.people[0].0).await.speaking(language);
        let page = page.get(&format!("/learn/{who}/hours/entries")).await;
        assert!(page.status == 200 && !page.html.contains('⟦'), "{}", page.html);
    }
}

#[tokio::test]
async fn a_make_up_is_traced_to_what_was_missed_and_done() {
    let (ground, session) = after_the_lecture().await;
    let who = ground.people[1].1;
    let client = ground.app.api(&ground.trainer).await;
    let task = json!({ "enrolment_id": who, "form": "task", "made_on": "2026-09-15", "mode": "distance",
        "minutes": 60, "note": "Разбор случая" });
    let made = client.post(&format!("/api/v1/sessions/{session}/make-ups"), task).await;
    assert_eq!(made.status, 200, "{}", made.html);
    let address = format!("/learn/{who}/hours/entries");
    let staff = ground.app.sign_in(&ground.trainer).await.get(&address).await;
    let text = staff.text();
    for part in [
        "отработка пропущенного занятия",
        "за занятие 15 сентября 2026 г.",
        "задание, 15 сентября",
        "кем: Ким А.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(staff.html.contains(&format!("href=\"/sessions/{session}/make-ups\"")), "{}", staff.html);
    let own = ground.app.sign_in(&ground.people[1].0).await.get(&address).await;
    assert!(
        own.text().contains("за занятие 15 сентября 2026 г.") && !own.text().contains("Ким"),
        "{}",
        own.text()
    );
    assert!(!own.html.contains("/make-ups"), "that page is for staff");
}

#[tokio::test]
async fn a_number_of_a_kind_or_a_mode_shows_its_entries_only() {
    let (ground, _) = after_the_lecture().await;
    let client = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1/learn/{}/hours/entries", ground.people[0].1);
    let sum = async |query: &str| {
        let found = client.get(&format!("{address}?{query}")).await.json();
        (found["entries"].as_array().unwrap().len(), found["counted_minutes"].as_i64().unwrap())
    };
    assert_eq!(sum("").await, (1, 180));
    assert_eq!(sum("nature=theory&mode=in_person").await, (1, 180));
    assert_eq!(sum("nature=practice").await, (0, 0));
    assert_eq!(sum("mode=online").await, (0, 0));
    assert_eq!(sum("nature=nonsense").await, (1, 180), "what cannot be read does not narrow");
    assert_eq!(client.get(&format!("{address}?activity=999999")).await.status, 404);
    let empty = ground.app.sign_in(&ground.trainer).await;
    let empty = empty.get(&format!("/learn/{}/hours/entries?mode=online", ground.people[0].1)).await;
    assert!(empty.text().contains("Записей нет"), "{}", empty.text());
}
