//! Trainers who learn in the edition they teach: of their own works they see what every trainee sees.

use super::{FULL, LOW, at};
use crate::cases::Room;
use birge::cases::rules::{CaseSetup, Release};
use birge::kernel::SubmissionId;
use serde_json::json;

impl Room {
    /// A work of the trainer's own.
    async fn own_work(&self) -> SubmissionId {
        let enrolment = self.app.enrol(self.edition, &self.trainer).await;
        let path = format!("/learn/{enrolment}/cases/{}/submissions", self.case);
        let page = self.grader.post(&path, &[("text", "Моё решение"), ("revision", "0")]).await;
        assert_eq!(page.status, 200, "{}", page.text());
        self.newest().await
    }
}

#[tokio::test]
async fn nobody_sees_their_own_grade_before_it_is_released() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    room.set_up(CaseSetup { release: Release::ByHand, ..CaseSetup::default() }).await;
    let id = room.own_work().await;
    let note = [("quote", "Моё"), ("comment", "Чьё же?")];
    assert_eq!(second.post(&at(id, "comments"), &note).await.status, 200);
    second.post(&at(id, "grading"), &[LOW[0], LOW[1], LOW[2], ("remark", "Суховато")]).await;
    let reason = [FULL[0], FULL[1], ("remark", "Неплохо"), ("reason", "Пересчитала")];
    assert_eq!(second.post(&at(id, "correction"), &reason).await.status, 200);
    let api = room.app.api(&room.trainer).await;
    let seen = room.grader.get(&format!("/submissions/{id}")).await;
    let told = api.get(&format!("/api/v1/submissions/{id}")).await;
    assert_eq!((seen.status, told.status), (200, 200));
    for word in ["Суховато", "Неплохо", "Пересчитала", "Чьё же?", "ещё не выдана", "in_review"]
    {
        assert!(
            !seen.html.contains(word) && !told.html.contains(word),
            "{word}: {} {}",
            seen.html,
            told.html
        );
    }
    let told = told.json();
    assert_eq!((told["submission"]["grading"].is_null(), told["revisions"].clone()), (true, json!([])));
    assert_eq!(room.grader.post(&at(id, "correction"), &reason).await.status, 403);
    assert_eq!(room.grader.post(&at(id, "release"), &[]).await.status, 403);

    second.post(&at(id, "release"), &[]).await;
    let text = room.grader.get(&format!("/submissions/{id}")).await.text();
    assert!(
        text.contains("Неплохо") && !text.contains("Пересчитала"),
        "released, without its history: {text}"
    );
}

#[tokio::test]
async fn nobody_reads_their_own_marks_from_calibration_or_agreement() {
    let room = Room::new().await;
    let (colleague, second) = room.colleague("Ахметова").await;
    let (_, third) = room.colleague("Судья").await;
    let boss = room.app.administrator().await;
    let boss = room.app.api(&boss).await;
    room.set_up(CaseSetup { graders: 2, release: Release::ByHand, ..CaseSetup::default() }).await;
    let id = room.own_work().await;
    let case = format!("/api/v1/editions/{}/cases/{}", room.edition, room.case);
    let calibration = format!("{case}/calibration");
    assert_eq!(boss.post(&calibration, json!({ "submission_id": id.0 })).await.status, 204);
    for grader in [&second, &third] {
        assert_eq!(grader.post(&at(id, "calibration"), &FULL).await.status, 200);
        assert_eq!(grader.post(&at(id, "grading"), &FULL).await.status, 200);
    }
    let (author, other) = (room.app.api(&room.trainer).await, room.app.api(&colleague).await);
    let given = async |api: &crate::support::browser::ApiClient| {
        let found = api.get(&calibration).await.json();
        let work = &found["works"][0];
        (work["count"].as_i64().unwrap(), work["given"].as_array().unwrap().len())
    };
    let pairs = async |api: &crate::support::browser::ApiClient| {
        let found = api.get(&format!("{case}/agreement")).await.json();
        (found["totals"]["pairs"].as_i64().unwrap(), found["works"].as_array().unwrap().len())
    };
    assert_eq!((given(&author).await, pairs(&author).await), ((2, 0), (0, 0)));
    assert_eq!((given(&other).await, pairs(&other).await), ((2, 2), (1, 1)));
    second.post(&at(id, "release"), &[]).await;
    assert_eq!((given(&author).await, pairs(&author).await), ((2, 2), (1, 1)));
}
