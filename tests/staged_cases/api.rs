//! The same over the API.

use super::Room;
use serde_json::json;

#[tokio::test]
async fn a_program_plays_to_the_end_and_another_reads_the_way() {
    let room = Room::new().await;
    let (author, staff) = (room.app.api(&room.trainee).await, room.app.api(&room.trainer).await);
    let base = format!("/api/v1{}", room.path());
    let case = author.get(&format!("/api/v1{}", room.case_path())).await.json();
    assert_eq!((case["steps"].as_str(), case["task_html"].as_str()), (Some("ahead"), Some("")));
    assert_eq!(case["rubric"], json!([]));
    let before = author.get(&base).await.json();
    assert_eq!((before["state"].as_str(), before["sequence"].as_i64()), (Some("offered"), Some(1)));

    let work = format!("/api/v1{}/submissions", room.case_path());
    let early = author.post(&work, json!({ "text": "Рано" })).await;
    assert_eq!((early.status, early.json()["errors"][0]["code"].as_str()), (409, Some("steps-first")));

    let open = author.post(&base, json!({ "sequence": 1 })).await;
    assert_eq!(open.status, 201, "{}", open.html);
    assert_eq!(open.json()["steps"][0]["choices"].as_array().unwrap().len(), 2);
    let decide = |step: i64, body: serde_json::Value| {
        let (author, path) = (&author, format!("{base}/{step}/decision"));
        async move { author.post(&path, body).await }
    };
    let next = decide(1, json!({ "choice": 1 })).await;
    assert_eq!((next.status, next.json()["state"].as_str()), (201, Some("offered")));
    assert_eq!(next.json()["minutes"], 10);
    let other = decide(1, json!({ "choice": 2 })).await;
    assert_eq!((other.status, other.json()["errors"][0]["code"].as_str()), (409, Some("step-decided")));
    author.post(&base, json!({ "sequence": 2 })).await;
    let empty = decide(2, json!({ "text": " " })).await;
    assert_eq!((empty.status, empty.json()["errors"][0]["field"].as_str()), (422, Some("text")));
    room.app.set_clock("2026-09-15T06:10:00Z");
    let late = decide(2, json!({ "text": "Поздно" })).await;
    assert_eq!((late.status, late.json()["errors"][0]["code"].as_str()), (409, Some("step-over")));
    decide(3, json!({ "choice": 1 })).await;
    let end = decide(4, json!({ "choice": 1 })).await.json();
    assert_eq!(
        (end["state"].as_str(), end["end"]["title"].as_str()),
        (Some("ended"), Some("Разбор в понедельник"))
    );
    assert_eq!(end["steps"][1]["decision"]["by_clock"], true);

    let id = author.post(&work, json!({ "text": "Теперь можно" })).await.json()["id"].as_i64().unwrap();
    let way = staff.get(&format!("/api/v1/submissions/{id}/path")).await.json();
    assert_eq!(way["stages"], json!(["call", "plan", "crowd", "garden", "agreed"]));
    let overview = format!("/api/v1/editions/{}/cases/{}", room.edition, room.case);
    let counted = staff.get(&overview).await.json();
    assert_eq!((counted["begun"].as_i64(), counted["ended"].as_i64()), (Some(1), Some(1)));
    assert!(counted["ways"].as_array().unwrap().iter().any(|way| way["kind"] == "clock"));
    let opened = staff.post(&format!("{overview}/debrief"), json!({})).await;
    assert!(opened.json()["debrief_opened_at"].is_string(), "{}", opened.html);
}
