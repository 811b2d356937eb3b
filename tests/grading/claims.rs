//! Two trainers on one work: the second sees who is at it, may look, and loses nothing of what was typed.

use super::{FULL, LOW, at};
use crate::cases::Room;
use serde_json::json;

#[tokio::test]
async fn whoever_opens_a_work_first_has_it_and_the_second_may_only_look() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let taken = room.grader.post(&at(id, "claim"), &[]).await;
    assert!(taken.text().contains("Работа за вами до 09:30"), "{}", taken.text());

    let looking = second.get(&format!("/submissions/{id}")).await;
    assert_eq!(looking.status, 200, "looking is allowed");
    let text = looking.text();
    assert!(text.contains("С 09:00 эту работу проверяет Иванова А. С."), "{text}");
    assert!(text.contains("до 09:30") && text.contains("Решение"), "{text}");
    assert!(!looking.html.contains("data-grading"), "there is no form to fill in");

    let refused = second.post(&at(id, "grading"), &LOW).await;
    assert_eq!(refused.status, 409);
    let text = refused.text();
    assert!(
        text.contains("Работу проверяет другой человек") && text.contains("Сначала позвоните."),
        "{text}"
    );
    assert_eq!(second.post(&at(id, "marking-draft"), &LOW).await.status, 409);
    assert_eq!(second.post(&at(id, "claim"), &[]).await.status, 409);
    let queue = second.get("/grading").await.text();
    assert!(queue.contains("Проверяется") && queue.contains("Иванова А. С."), "{queue}");

    let left = room.grader.post(&at(id, "claim/removal"), &[]).await;
    assert!(left.text().contains("Работа снова свободна"), "{}", left.text());
    assert_eq!(second.post(&at(id, "grading"), &FULL).await.status, 200);
    assert_eq!(room.app.audited("work-left").await, 1);
}

#[tokio::test]
async fn a_claim_ends_after_thirty_minutes_unless_something_is_saved() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "claim"), &[]).await;
    room.app.set_clock("2026-09-15T06:29:00Z");
    room.grader.post(&at(id, "marking-draft"), &[("points.tone", "3"), ("revision", "0")]).await;
    room.app.set_clock("2026-09-15T06:58:59Z");
    assert_eq!(second.post(&at(id, "claim"), &[]).await.status, 409, "the save prolonged it");
    room.app.set_clock("2026-09-15T06:59:00Z");
    assert_eq!(second.post(&at(id, "claim"), &[]).await.status, 200);
    let late = room.grader.post(&at(id, "grading"), &FULL).await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Ахметова"), "{}", late.text());
}

#[tokio::test]
async fn going_on_takes_the_next_work_and_passes_over_those_of_others() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    let (first, other, third) =
        (room.work_of("Первый").await, room.work_of("Второй").await, room.work_of("Третий").await);
    second.post(&at(other, "claim"), &[]).await;
    let fields = [FULL[0], FULL[1], ("then", "next")];
    let next = room.grader.post(&at(first, "grading"), &fields).await;
    assert_eq!(next.path, format!("/submissions/{third}"), "the second one is somebody else's now");
    assert_eq!(second.post(&at(third, "claim"), &[]).await.status, 409, "it was claimed on the way");
    let mine = room.grader.get("/grading?whose=mine").await.text();
    assert!(mine.contains("Третий") && !mine.contains("Второй"), "{mine}");
    let free = room.grader.get("/grading?whose=free").await.text();
    assert!(free.contains("По этому выбору работ нет"), "{free}");
}

#[tokio::test]
async fn over_the_api_too() {
    let room = Room::new().await;
    let (colleague, _) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let (first, second) = (room.app.api(&room.trainer).await, room.app.api(&colleague).await);
    let path = |what: &str| format!("/api/v1/submissions/{id}/{what}");
    let claimed = first.post(&path("claim"), json!({})).await;
    assert_eq!((claimed.status, claimed.json()["until"].as_str()), (200, Some("2026-09-15T06:30:00Z")));
    let refused = second.post(&path("claim"), json!({})).await;
    assert_eq!((refused.status, refused.json()["errors"][0]["code"].as_str()), (409, Some("work-taken")));
    let seen = second.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert_eq!((seen["stance"].as_str(), seen["state"].as_str()), (Some("taken"), Some("in_marking")));
    assert_eq!(seen["graders"][0]["until"], "2026-09-15T06:30:00Z");
    assert_eq!(first.send(reqwest::Method::DELETE, &path("claim"), None).await.status, 204);
    let queue = second.get("/api/v1/grading?whose=free").await.json();
    assert_eq!(queue["items"][0]["submission_id"], id.0);
}

#[tokio::test]
async fn of_many_who_grade_in_the_same_moment_exactly_one_does() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let path = at(room.last().await, "grading");
    let mut graders = Vec::new();
    for number in 0..6 {
        graders.push(room.colleague(&format!("Преподаватель{number}")).await.1);
    }
    let pages = futures_util::future::join_all(graders.iter().map(|one| one.post(&path, &FULL))).await;
    let mut statuses: Vec<u16> = pages.iter().map(|page| page.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409]);
    assert_eq!(room.app.audited("work-graded").await, 1);
}
