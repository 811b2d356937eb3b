//! The same over the API.

use super::rubric_of;
use crate::cases::Room;
use serde_json::{Value, json};

fn rubric(reason: &str, based_on: i32) -> Value {
    let level = |points: i32, text: &str| json!({ "points": points, "text": { "ru": text } });
    json!({
        "reason": reason, "based_on": based_on, "pass_points": 6,
        "criteria": [
            { "key": "grasp", "title": { "ru": "Понимание" }, "weight": 2, "levels": [level(0, "нет"), level(4, "всё")] },
            { "title": { "ru": "Срок" }, "levels": [level(0, "не назван"), level(2, "назван")] },
        ],
    })
}

#[tokio::test]
async fn a_rubric_is_changed_and_grades_are_decided_about() {
    let room = Room::new().await;
    let (trainer, author) = (room.app.api(&room.trainer).await, room.app.api(&room.trainee).await);
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grade(("4", "3"), "").await;
    let path = format!("/api/v1{}s", rubric_of(&room));
    let faulty = trainer
        .post(&path, json!({ "based_on": 1, "criteria": [{ "levels": [] }, { "title": { "ru": "А" } }] }))
        .await;
    let fields: Vec<_> =
        faulty.json()["errors"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    assert_eq!((faulty.status, fields), (422, vec![json!("criteria.1.levels.0.points"), json!("reason")]));
    let made = trainer.post(&path, rubric("Уточнили", 1)).await;
    assert_eq!((made.status, made.json()["number"].as_i64()), (201, Some(2)), "{}", made.html);
    let behind = trainer.post(&path, rubric("Ещё раз", 1)).await;
    assert_eq!((behind.status, behind.json()["errors"][0]["code"].as_str()), (409, Some("conflict")));
    assert_eq!(author.get(&path).await.status, 403);

    let found = trainer.get(&path).await.json();
    assert_eq!(
        (found["versions"][0]["number"].as_i64(), found["versions"][0]["most_points"].as_i64()),
        (Some(2), Some(10))
    );
    assert_eq!(
        (found["versions"][1]["number"].as_i64(), found["versions"][1]["reason"].is_null()),
        (Some(1), true)
    );
    let affected = &found["affected"][0];
    assert_eq!(
        (affected["submission_id"].as_i64(), affected["rubric_version"].as_i64()),
        (Some(id.0), Some(1))
    );
    assert_eq!((affected["total"].as_i64(), affected["most_points"].as_i64()), (Some(7), Some(7)));

    let case = author.get(&format!("/api/v1{}", room.path())).await.json();
    assert_eq!(
        (case["rubric_version"].as_i64(), case["rubric"][1]["key"].as_str()),
        (Some(2), Some("criterion-1"))
    );
    let grading = &case["submissions"][0]["grading"];
    assert_eq!((grading["rubric_version"].as_i64(), grading["most_points"].as_i64()), (Some(1), Some(7)));
    assert_eq!(grading["rubric"][1]["key"], "tone", "the grade keeps its own");

    let kept = trainer.post(&format!("/api/v1/submissions/{id}/rubric-decision"), json!({})).await;
    assert_eq!(kept.status, 204, "{}", kept.html);
    assert!(trainer.get(&path).await.json()["affected"][0]["stays_since"].is_string());
    let grade = format!("/api/v1/submissions/{id}/grading");
    let anew = json!({ "points": { "grasp": 4, "criterion-1": 2 }, "reason": "Новая", "rubric_version": 2 });
    let anew = trainer.put(&grade, anew).await;
    assert_eq!((anew.status, anew.json()["total"].as_i64()), (200, Some(10)), "{}", anew.html);
    let desk = trainer.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert_eq!(
        (desk["rubric_version"].as_i64(), desk["revisions"][0]["rubric_version"].as_i64()),
        (Some(2), Some(1))
    );
    assert_eq!(trainer.get(&path).await.json()["affected"], json!([]));
}

#[tokio::test]
async fn marks_by_a_former_version_are_refused_and_kept() {
    let room = Room::new().await;
    let trainer = room.app.api(&room.trainer).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    trainer.post(&format!("/api/v1{}s", rubric_of(&room)), rubric("Уточнили", 1)).await;
    let draft =
        json!({ "marks": { "points": { "grasp": 4, "tone": 3 } }, "revision": 0, "rubric_version": 1 });
    let told = trainer.put(&format!("/api/v1/submissions/{id}/marking-draft"), draft).await;
    assert_eq!((told.status, told.json()["errors"][0]["code"].as_str()), (409, Some("rubric-changed")));
    let desk = trainer.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert_eq!(desk["draft"]["marks"]["points"], json!({ "grasp": 4 }), "{desk}");
    assert_eq!(desk["draft"]["former"][0]["marks"]["points"], json!({ "tone": 3 }), "{desk}");
    let grade = json!({ "points": { "grasp": 4, "tone": 3 }, "rubric_version": 1 });
    let refused = trainer.post(&format!("/api/v1/submissions/{id}/grading"), grade).await;
    assert_eq!((refused.status, refused.json()["errors"][0]["code"].as_str()), (409, Some("rubric-changed")));
}
