//! The same over the API.

use super::{PDF, Room};
use serde_json::json;

#[tokio::test]
async fn a_program_drafts_uploads_hands_in_and_another_grades() {
    let room = Room::new().await;
    let (author, grader) = (room.app.api(&room.trainee).await, room.app.api(&room.trainer).await);
    let base = format!("/api/v1{}", room.path());
    let case = author.get(&base).await.json();
    assert_eq!(
        (case["state"].as_str(), case["due_at"].as_str()),
        (Some("open"), Some("2026-09-15T21:00:00Z"))
    );
    assert!(!case.to_string().contains("виноватых"), "notes are for trainers");

    let draft = author.put(&format!("{base}/draft"), json!({ "text": "Раз", "revision": 0 })).await;
    assert_eq!((draft.status, draft.json()["revision"].as_i64()), (200, Some(1)));
    let stale = author.put(&format!("{base}/draft"), json!({ "text": "Два", "revision": 0 })).await;
    assert_eq!((stale.status, stale.json()["errors"][0]["code"].as_str()), (409, Some("conflict")));
    assert_eq!(author.get(&base).await.json()["draft"]["text"], "Раз");

    let token = room.app.api_token(&room.trainee).await;
    let upload = |name: &'static str, bytes: &'static [u8]| {
        let client = reqwest::Client::new();
        let request =
            client.post(format!("{}/api/v1/files?name={name}", room.app.url)).bearer_auth(&token).body(bytes);
        async move { request.send().await.unwrap() }
    };
    assert_eq!(upload("run.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff").await.status(), 415);
    let file: serde_json::Value = upload("plan.pdf", PDF).await.json().await.unwrap();
    assert_eq!(file["media_type"], "application/pdf");

    let fellow = room.app.person("Петров").await;
    let enrolment = room.app.enrol(room.edition, &fellow).await;
    let stolen = json!({ "text": "Чужой файл", "files": [file["id"]] });
    let path = format!("/api/v1/learn/{enrolment}/cases/{}/submissions", room.case);
    let stolen = room.app.api(&fellow).await.post(&path, stolen).await;
    assert_eq!((stolen.status, stolen.json()["errors"][0]["field"].as_str()), (422, Some("files")));

    let work = json!({ "text": "Решение", "files": [file["id"]] });
    let handed_in = author.post(&format!("{base}/submissions"), work.clone()).await;
    assert_eq!(handed_in.status, 201, "{}", handed_in.html);
    assert_eq!(handed_in.json()["files"][0]["name"], "plan.pdf");
    let again = author.post(&format!("{base}/submissions"), work).await;
    assert_eq!((again.status, again.json()["errors"][0]["code"].as_str()), (409, Some("work-waiting")));

    let queue = grader.get("/api/v1/grading").await.json();
    let id = queue["items"][0]["submission_id"].as_i64().unwrap();
    assert_eq!(Some(id), handed_in.json()["id"].as_i64());
    let desk = grader.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert!(desk["trainer_html"].as_str().unwrap().contains("виноватых"));
    assert_eq!(author.get(&format!("/api/v1/submissions/{id}")).await.status, 403);

    let grading = format!("/api/v1/submissions/{id}/grading");
    let half = grader.post(&grading, json!({ "points": {}, "remark": "" })).await;
    let fields: Vec<_> =
        half.json()["errors"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    assert_eq!((half.status, fields), (422, vec![json!("points.grasp"), json!("points.tone")]));
    let low = json!({ "points": { "grasp": 2, "tone": 0 } });
    assert_eq!(grader.post(&grading, low).await.json()["errors"][0]["field"], "advice");
    let grade =
        json!({ "points": { "grasp": 4, "tone": 3 }, "remarks": { "tone": "Ровно" }, "remark": "Хорошо" });
    let graded = grader.post(&grading, grade.clone()).await;
    assert_eq!((graded.status, graded.json()["total"].as_i64()), (201, Some(7)));
    let twice = grader.post(&grading, grade).await;
    assert_eq!((twice.status, twice.json()["errors"][0]["code"].as_str()), (409, Some("already-graded")));

    let case = author.get(&base).await.json();
    assert_eq!(case["submissions"][0]["grading"]["passed"], true);
    assert_eq!(case["submissions"][0]["grading"]["marks"].as_array().unwrap().len(), 2);
}
