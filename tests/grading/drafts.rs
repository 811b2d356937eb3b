//! Marks saved as they are typed.

use super::{FULL, at};
use crate::cases::Room;
use serde_json::json;

#[tokio::test]
async fn typed_marks_come_back_and_are_for_their_writer_alone() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let typed = [("points.tone", "3"), ("remarks.tone", "Ровно"), ("advice", "Позвоните"), ("revision", "0")];
    let saved = room.grader.post(&at(id, "marking-draft"), &typed).await;
    assert!(saved.text().contains("Черновик оценки сохранён"), "{}", saved.text());
    let desk = room.grader.get(&format!("/submissions/{id}")).await;
    assert!(desk.text().contains("Ровно") && desk.text().contains("Позвоните"), "{}", desk.text());
    let tone = desk.html.split("name=\"points.tone\" value=\"3\"").nth(1).unwrap();
    assert!(tone.split('>').next().unwrap().contains("checked"), "the chosen level comes back");
    assert_eq!(desk.value_of("revision").as_deref(), Some("1"));
    room.grader.post(&at(id, "claim/removal"), &[]).await;
    let theirs = second.get(&format!("/submissions/{id}")).await.text();
    assert!(!theirs.contains("Ровно") && theirs.contains("Проверяется"), "{theirs}");
    assert!(!room.open().await.text().contains("Ровно"), "a trainee sees nothing of it");

    room.grader.post(&at(id, "grading"), &FULL).await;
    let graded = room.grader.get(&format!("/submissions/{id}")).await;
    assert!(!graded.text().contains("Ровно"), "what was given took the place of the draft");
}

#[tokio::test]
async fn two_windows_of_one_trainer_never_overwrite_each_other() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let save = |points: &'static str, revision: &'static str| {
        let fields = vec![("points.tone", points), ("revision", revision)];
        let grader = room.grader.clone();
        async move { grader.post(&at(id, "marking-draft"), &fields).await }
    };
    assert_eq!(save("3", "0").await.status, 200);
    let stale = save("1", "0").await;
    assert_eq!(stale.status, 409);
    let text = stale.text();
    assert!(text.contains("Вы сохранили другую оценку") && text.contains("Тон: 3"), "{text}");
    assert_eq!(stale.value_of("revision").as_deref(), Some("1"), "saving again is a decision");
    assert_eq!(save("1", "1").await.status, 200);
    assert_eq!(save("1", "0").await.status, 200, "the same marks are no conflict");
}

#[tokio::test]
async fn a_script_is_told_the_revision_or_why_not() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let fields = [("points.tone", "3"), ("revision", "0"), ("script", "yes")];
    let said = room.grader.post(&at(id, "marking-draft"), &fields).await.json();
    assert_eq!((said["revision"].as_i64(), said["saved_at"].as_str()), (Some(1), Some("09:00")));
    let refused = second.post(&at(id, "marking-draft"), &fields).await;
    assert_eq!((refused.status, refused.json()["code"].as_str()), (409, Some("work-taken")));
}

#[tokio::test]
async fn strange_criteria_and_levels_are_not_kept_and_never_graded() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let (id, api) = (room.last().await, room.app.api(&room.trainer).await);
    let path = format!("/api/v1/submissions/{id}/marking-draft");
    let marks = json!({ "points": { "tone": 99, "grasp": 4, "beauty": 1 }, "remarks": { "beauty": "x" } });
    let kept = api.put(&path, json!({ "marks": marks, "revision": 0 })).await.json();
    assert_eq!(kept["marks"]["points"], json!({ "grasp": 4 }));
    assert_eq!(kept["marks"]["remarks"], json!({}));
    let stale = api.put(&path, json!({ "marks": { "points": {} }, "revision": 7 })).await;
    assert_eq!((stale.status, stale.json()["errors"][0]["code"].as_str()), (409, Some("conflict")));
    let outside = json!({ "points": { "grasp": 5, "tone": 3 } });
    let graded = api.post(&format!("/api/v1/submissions/{id}/grading"), outside).await;
    assert_eq!((graded.status, graded.json()["errors"][0]["field"].as_str()), (422, Some("points.grasp")));
}
