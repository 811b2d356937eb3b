//! Works that every grader marks before their real marks count.

use super::{FULL, at};
use crate::cases::Room;
use serde_json::json;

const CLOSE: [(&str, &str); 2] = [("points.grasp", "2"), ("points.tone", "3")];

#[tokio::test]
async fn real_marks_count_only_after_the_works_that_come_first() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    let boss = room.app.administrator().await;
    let boss = room.app.sign_in(&boss).await;
    let (sample, real) = (room.work_of("Образец").await, room.work_of("Настоящий").await);
    let page = format!("/editions/{}/cases/{}/calibration", room.edition, room.case);
    let number = sample.to_string();
    assert_eq!(
        room.grader.post(&page, &[("submission", &number)]).await.status,
        403,
        "administrators choose"
    );
    assert_eq!(boss.post(&page, &[("submission", "999999")]).await.status, 422);
    assert_eq!(boss.post(&page, &[("submission", &number)]).await.status, 200);
    assert_eq!(boss.post(&page, &[("submission", &number)]).await.status, 422, "once is enough");

    let refused = room.grader.post(&at(real, "grading"), &FULL).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Сначала общая проба"), "{}", refused.text());
    let first = room.grader.get(&format!("/submissions/{sample}")).await;
    assert!(first.text().contains("Общая проба") && first.html.contains("/calibration"), "{}", first.text());
    assert_eq!(room.grader.post(&at(sample, "calibration"), &[("points.tone", "3")]).await.status, 422);
    let marked = room.grader.post(&at(sample, "calibration"), &FULL).await;
    assert!(marked.text().contains("Пробная оценка сохранена"), "{}", marked.text());
    assert_eq!(room.grader.post(&at(sample, "calibration"), &FULL).await.status, 409, "once each");
    assert_eq!(room.grader.post(&at(real, "grading"), &FULL).await.status, 200);

    let waiting = second.get(&page).await.text();
    assert!(waiting.contains("Оцените сначала") && !waiting.contains("Иванова А. С."), "{waiting}");
    second.post(&at(sample, "calibration"), &CLOSE).await;
    let compared = second.get(&page).await.text();
    assert!(
        compared.contains("Иванова А. С. 4 3 7") && compared.contains("Ахметова А. С. 2 3 5"),
        "{compared}"
    );
    assert_eq!(room.app.audited("calibration-marked").await, 2);
    let graded = second.post(&at(sample, "grading"), &FULL).await;
    assert_eq!(graded.status, 200, "a chosen work gets a real grade like every other");
}

#[tokio::test]
async fn over_the_api_too() {
    let room = Room::new().await;
    let boss = room.app.administrator().await;
    let (boss, trainer) = (room.app.api(&boss).await, room.app.api(&room.trainer).await);
    let (sample, real) = (room.work_of("Образец").await, room.work_of("Настоящий").await);
    let page = format!("/api/v1/editions/{}/cases/{}/calibration", room.edition, room.case);
    assert_eq!(boss.post(&page, json!({ "submission_id": sample.0 })).await.status, 204);
    assert_eq!(trainer.get(&page).await.json()["left"], json!([sample.0]));
    let full = json!({ "points": { "grasp": 4, "tone": 3 } });
    let early = trainer.post(&format!("/api/v1/submissions/{real}/grading"), full.clone()).await;
    assert_eq!((early.status, early.json()["errors"][0]["code"].as_str()), (409, Some("calibration-first")));
    let path = format!("/api/v1/submissions/{sample}/calibration");
    assert_eq!(trainer.post(&path, full.clone()).await.status, 201);
    assert_eq!(trainer.get(&page).await.json()["works"][0]["given"][0]["total"], 7);
    assert_eq!(trainer.post(&format!("/api/v1/submissions/{real}/grading"), full).await.status, 201);
    assert_eq!(boss.send(reqwest::Method::DELETE, &path, None).await.status, 204);
    assert_eq!(trainer.get(&page).await.json()["works"], json!([]));
}
