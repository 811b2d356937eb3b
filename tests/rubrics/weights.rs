//! Points count times weight, everywhere and exactly.

use super::room_with;
use crate::cases::Room;
use crate::content::Course;
use crate::grading::at;
use birge::cases::rules::{CaseSetup, LateRule};
use birge::kernel::{Moment, Permille};
use birge::programmes::rules::Body;

/// «Понимание» counts three times: 12 + 3 points.
async fn weighted() -> Room {
    room_with("{grasp}", "{grasp weight=3}").await
}

const MIDDLE: [(&str, &str); 3] = [("points.grasp", "2"), ("points.tone", "3"), ("then", "stay")];

#[test]
fn a_weight_is_read_and_counts_in_the_most() {
    let course = Course::sample().replace(super::CASE, "{grasp}", "{grasp weight=3}");
    let programme = course.programme();
    let Body::Case(case) = &programme.modules[0].activities[3].body else { panic!("a case") };
    let weights: Vec<u32> = case.rubric.iter().map(|one| one.weight).collect();
    assert_eq!((weights, case.most_points()), (vec![3, 1], 15));
    let stored = serde_json::to_string(&case.rubric[1]).unwrap();
    assert!(!stored.contains("weight"), "what has none is stored as before: {stored}");
}

#[tokio::test]
async fn a_total_counts_points_times_weight_on_every_page_and_over_the_api() {
    let room = weighted().await;
    let before = room.open().await.text();
    assert!(before.contains("Понимание ×3") && before.contains("умножаются на 3"), "{before}");
    assert!(before.contains("4 из 15 баллов"), "{before}");
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let desk = super::desk(&room.grader, id).await;
    assert!(desk.html.contains("data-points=\"12\""), "the desk adds up what counts: {}", desk.html);
    let graded = room.grader.post(&at(id, "grading"), &MIDDLE).await;
    assert!(graded.text().contains("9 баллов"), "2 × 3 + 3: {}", graded.text());
    let seen = room.open().await.text();
    assert!(seen.contains("Итого 9 из 15") && seen.contains("2 из 4 ×3 = 6"), "{seen}");
    assert!(!seen.contains("За опоздание"), "weights are no lateness: {seen}");
    assert_eq!(room.completed().await, Some(Some(Permille(600))), "9 of 15");
    let api = room.app.api(&room.trainee).await.get(&format!("/api/v1{}", room.path())).await.json();
    assert_eq!((api["rubric"][0]["weight"].as_i64(), api["most_points"].as_i64()), (Some(3), Some(15)));
    let grading = &api["submissions"][0]["grading"];
    assert_eq!((grading["total"].as_i64(), grading["marks"][0]["points"].as_i64()), (Some(9), Some(2)));
}

#[tokio::test]
async fn the_threshold_of_two_graders_is_a_share_of_weighted_points() {
    let room = weighted().await;
    // A third of 15 is 5: two levels of «Понимание» are 6 points apart, «Тон» is 3.
    let disagreement_permille = Permille(333);
    room.set_up(CaseSetup { graders: 2, disagreement_permille, ..CaseSetup::default() }).await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &[("points.grasp", "4"), ("points.tone", "3")]).await;
    second.post(&at(id, "grading"), &MIDDLE).await;
    assert_eq!(room.app.audited("graders-disagreed").await, 1, "without weights both would agree");
    room.work_of("Петров").await;
    let id = room.newest().await;
    room.grader.post(&at(id, "grading"), &[("points.grasp", "4"), ("points.tone", "0")]).await;
    second.post(&at(id, "grading"), &[("points.grasp", "4"), ("points.tone", "3")]).await;
    let decided = super::desk(&second, id).await.text();
    assert!(decided.contains("Итого 15 из 15"), "the mean of 0 and 3 is the level 3: {decided}");
    let page = format!("/editions/{}/cases/{}/agreement", room.edition, room.case);
    let measured = room.app.api(&room.trainer).await.get(&format!("/api/v1{page}")).await.json();
    assert_eq!(measured["works"][0]["first"], 12, "{measured}");
}

#[tokio::test]
async fn lateness_takes_its_share_of_weighted_points_once() {
    let room = weighted().await;
    let (late, late_per_day) = (LateRule::Deducted, Permille(200));
    room.set_up(CaseSetup { late, late_per_day, ..CaseSetup::default() }).await;
    room.app.clock.set(Moment::parse("2026-09-16T09:00:00Z").unwrap());
    let again = room.app.sign_in(&room.trainee).await;
    let fields = [("text", "Опоздал"), ("revision", "0")];
    again.post(&format!("{}/submissions", room.path()), &fields).await;
    let grader = room.app.sign_in(&room.trainer).await;
    grader.post(&at(room.last().await, "grading"), &MIDDLE).await;
    let seen = again.get(&room.path()).await.text();
    assert!(
        seen.contains("Итого 8 из 15") && seen.contains("За опоздание снят"),
        "a fifth of 9 leaves 7.2, rounded up: {seen}"
    );
}
