//! Works that were hidden, and works that came late, on the desk and in the marks of several graders (H5, H7).

use super::{FULL, LOW, at};
use crate::cases::{PDF, Room};
use crate::content::Course;
use crate::support::app::TestApp;
use birge::cases::rules::{CaseSetup, LateRule, Release};
use birge::kernel::{Permille, SubmissionId};
use serde_json::json;

const REASON: (&str, &str) = ("reason", "Уберите фамилию");

impl Room {
    async fn hide(&self, id: SubmissionId) {
        let done = self.grader.post(&at(id, "hiding"), &[REASON]).await;
        assert!(done.text().contains("Текст скрыт"), "{}", done.text());
    }
}

/// Everything that somebody at work could still send about a work.
async fn nothing_is_taken(room: &Room, id: SubmissionId) {
    let draft = [("points.tone", "3"), ("revision", "0")];
    let comment = [("quote", "Решение"), ("comment", "Точно")];
    let correction = [FULL[0], FULL[1], ("reason", "Описка")];
    for (what, fields) in [
        ("grading", FULL.as_slice()),
        ("marking-draft", &draft),
        ("claim", &[]),
        ("comments", &comment),
        ("correction", &correction),
        ("release", &[]),
    ] {
        let answer = room.grader.post(&at(id, what), fields).await;
        assert!(matches!(answer.status, 404 | 409), "{what}: {} {}", answer.status, answer.text());
    }
    let api = room.app.api(&room.trainer).await;
    let full = json!({ "points": { "grasp": 4, "tone": 3 } });
    assert_eq!(api.post(&format!("/api/v1/submissions/{id}/grading"), full).await.status, 409);
}

#[tokio::test]
async fn a_hidden_work_leaves_the_desk_although_somebody_is_at_work_on_it() {
    let room = Room::new().await;
    room.hand_in("Решение семьи Ивановых", &[("семья.pdf", PDF)]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "claim"), &[]).await;
    room.grader.post(&at(id, "marking-draft"), &[("points.tone", "3"), ("revision", "0")]).await;
    let quote = [("quote", "семьи Ивановых"), ("comment", "Без имён")];
    assert_eq!(room.grader.post(&at(id, "comments"), &quote).await.status, 200);
    let desk = room.grader.get(&format!("/submissions/{id}")).await;
    assert!(desk.html.contains(&at(id, "hiding")) && desk.html.contains("data-grading"), "{}", desk.html);

    room.hide(id).await;
    let desk = room.grader.get(&format!("/submissions/{id}")).await;
    assert!(!desk.html.contains("data-grading"), "no form to mark what nobody sees: {}", desk.html);
    assert!(!desk.html.contains("Ивановых"), "nor is it quoted in a remark: {}", desk.html);
    assert!(desk.text().contains("Скрыта") && desk.html.contains(&at(id, "hiding")), "{}", desk.text());
    nothing_is_taken(&room, id).await;
    assert_eq!(room.completed().await, None);
    for state in ["", "?state=in_review", "?state=in_marking", "?state=released", "?whose=mine"] {
        let queue = room.grader.get(&format!("/grading{state}")).await.html;
        assert!(!queue.contains(&format!("/submissions/{id}")), "{state}: {queue}");
    }
    let cases = format!("/api/v1/editions/{}/cases", room.edition);
    let line = room.app.api(&room.trainer).await.get(&cases).await.json();
    assert!(!line.to_string().contains("\"released\":1"), "it counts nowhere: {line}");

    room.hand_in("Решение одной семьи", &[]).await;
    let second = room.last().await;
    let both = room.grader.get(&format!("/submissions/{second}")).await;
    assert!(!both.html.contains("Ивановых") && both.text().contains("Уберите фамилию"), "{}", both.text());
    assert_eq!(room.grade(("4", "3"), "").await.status, 200);
    assert!(room.open().await.text().contains("Итого 7 из 7"));
}

#[tokio::test]
async fn a_grade_that_waits_for_its_release_does_not_reach_the_author_of_a_hidden_work() {
    let room = Room::new().await;
    room.set_up(CaseSetup { release: Release::ByHand, ..CaseSetup::default() }).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    assert_eq!(room.grade(("4", "3"), "").await.status, 200);
    room.hide(id).await;
    nothing_is_taken(&room, id).await;
    let all = format!("/editions/{}/cases/{}/releases", room.edition, room.case);
    room.grader.post(&all, &[]).await;
    assert_eq!(room.completed().await, None);
    assert!(!room.open().await.text().contains("Итого 7 из 7"));
}

#[tokio::test]
async fn one_of_two_graders_marks_no_hidden_work_and_it_waits_for_no_third() {
    let room = Room::new().await;
    let disagreement_permille = Permille(300);
    room.set_up(CaseSetup { graders: 2, disagreement_permille, ..CaseSetup::default() }).await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    second.post(&at(id, "grading"), &LOW).await;
    room.hide(id).await;
    let (_, third) = room.colleague("Судья").await;
    assert_eq!(third.post(&at(id, "grading"), &FULL).await.status, 409);
    let path = format!("/api/v1/editions/{}/cases/{}/agreement", room.edition, room.case);
    let agreement = room.app.api(&room.trainer).await.get(&path).await.json();
    assert_eq!((&agreement["open"], &agreement["totals"]["pairs"]), (&json!(0), &json!(0)), "{agreement}");
}

#[tokio::test]
async fn a_hidden_work_is_no_longer_one_that_every_grader_marks_first() {
    let room = Room::new().await;
    let boss = room.app.sign_in(&room.app.administrator().await).await;
    let (sample, real) = (room.work_of("Образец").await, room.work_of("Настоящий").await);
    let page = format!("/editions/{}/cases/{}/calibration", room.edition, room.case);
    let number = sample.to_string();
    boss.post(&page, &[("submission", &number)]).await;
    assert_eq!(room.grader.post(&at(real, "grading"), &FULL).await.status, 409, "the sample comes first");
    room.hide(sample).await;
    assert_eq!(room.grader.post(&at(sample, "calibration"), &FULL).await.status, 404);
    assert_eq!(room.grader.post(&at(real, "grading"), &FULL).await.status, 200, "nobody waits for it");
    let again = boss.post(&page, &[("submission", &number)]).await;
    assert_eq!(again.status, 422, "nor is it chosen again: {}", again.text());
}

#[tokio::test]
async fn lateness_takes_points_off_the_grade_of_two_and_off_a_correction() {
    let room = Room::of(TestApp::at("2026-09-19T09:00:00Z").await, Course::sample(), "Europe/Moscow").await;
    let (late_per_day, late_most) = (Permille(100), Permille(400));
    let late = LateRule::Deducted;
    room.set_up(CaseSetup { graders: 2, late, late_per_day, late_most, ..CaseSetup::default() }).await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    assert!(room.grader.get("/grading").await.text().contains("После срока"), "the queue says it is late");
    let desk = room.grader.get(&format!("/submissions/{id}")).await;
    assert!(desk.html.contains("data-pass=\"6\""), "six less two are the four that pass: {}", desk.html);
    room.grader.post(&at(id, "grading"), &FULL).await;
    let decided = second.post(&at(id, "grading"), &[FULL[0], FULL[1], ("then", "stay")]).await;
    assert!(decided.text().contains("Итого 5 из 7"), "four tenths of 7 are 2.8: {}", decided.text());
    assert!(room.open().await.text().contains("За опоздание снято 2 балла"));
    assert_eq!(room.completed().await, Some(Some(Permille(714))));

    let lower = [("points.grasp", "2"), ("points.tone", "3"), ("advice", "Мягче"), ("reason", "Описка")];
    let corrected = room.grader.post(&at(id, "correction"), &lower).await;
    assert!(corrected.text().contains("Итого 3 из 7"), "5 less 2: {}", corrected.text());
    assert_eq!(room.completed().await, None, "three are too few to pass");
}
