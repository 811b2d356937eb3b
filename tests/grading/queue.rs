//! The queue: what waits, narrowed and page by page.

use super::{FULL, at};
use crate::cases::Room;
use birge::cases::rules::CaseSetup;
use birge::grading::actions::{Wish, queue, waiting};
use birge::grading::rules::Whose;

#[tokio::test]
async fn the_queue_is_narrowed_by_state_and_by_whose() {
    let room = Room::new().await;
    room.work_of("Первый").await;
    let begun = room.work_of("Второй").await;
    room.grader.post(&at(begun, "marking-draft"), &[("points.tone", "3"), ("revision", "0")]).await;
    let shown = |query: &'static str| {
        let grader = room.grader.clone();
        async move { grader.get(&format!("/grading?{query}")).await.text() }
    };
    let not_marked = shown("state=not_marked").await;
    assert!(not_marked.contains("Первый") && !not_marked.contains("Второй"), "{not_marked}");
    let in_marking = shown("state=in_marking").await;
    assert!(in_marking.contains("Второй") && !in_marking.contains("Первый"), "{in_marking}");
    let mine = shown("whose=mine").await;
    assert!(mine.contains("Второй") && !mine.contains("Первый"), "{mine}");
    room.app.set_clock("2026-09-15T08:00:00Z");
    let later = shown("whose=mine").await;
    assert!(later.contains("По этому выбору работ нет"), "the claim has ended: {later}");
    assert!(shown("state=in_marking").await.contains("Второй"), "saved marks stay");
    for odd in ["edition=abc", "case=-1", "organisation=999999"] {
        assert!(shown(odd).await.contains("По этому выбору работ нет"), "{odd}");
    }
    assert!(shown("state=by_owl&whose=everybodys").await.contains("Ждут 2 работы"));
}

#[tokio::test]
async fn pages_follow_each_other_without_a_gap() {
    let room = Room::new().await;
    let mut ids = Vec::new();
    for number in 0..7 {
        ids.push(room.work_of(&format!("Слушатель{number}")).await);
    }
    let (trainer, now) = (room.app.actor(&room.trainer).await, room.app.now());
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let actor = trainer.clone();
        let wish = Wish { after, ..Wish::of(Whose::All) };
        let page = room.app.db.read(move |r| queue(r, &actor, wish, 3, now)).await.unwrap();
        assert_eq!(page.counts.all, 7, "the count is of all pages");
        seen.extend(page.works.iter().map(|work| work.row.submission));
        after = seen.last().copied();
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, ids);
    room.grader.post(&at(ids[3], "grading"), &FULL).await;
    let api = room.app.api(&room.trainer).await;
    let first = api.get("/api/v1/grading?limit=4").await.json();
    let listed: Vec<i64> =
        first["items"].as_array().unwrap().iter().map(|one| one["submission_id"].as_i64().unwrap()).collect();
    assert_eq!(listed, [ids[0].0, ids[1].0, ids[2].0, ids[4].0]);
    assert_eq!(first["next_after"].as_i64(), Some(ids[4].0));
    let rest = api.get(&format!("/api/v1/grading?limit=4&after={}", ids[4])).await.json();
    assert_eq!((rest["items"].as_array().unwrap().len(), rest["next_after"].as_i64()), (2, None));
}

#[tokio::test]
async fn a_work_is_offered_to_whoever_has_a_place_at_it() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    room.set_up(CaseSetup { graders: 2, ..CaseSetup::default() }).await;
    let id = room.work_of("Первый").await;
    room.grader.post(&at(id, "claim"), &[]).await;
    let offered = async |browser: &crate::support::browser::Browser| {
        browser.get("/grading").await.html.contains(&format!("action=\"{}\"", at(id, "claim")))
    };
    assert!(offered(&second).await, "two grade it, and one place is free");
    room.grader.post(&at(id, "grading"), &FULL).await;
    assert!(!offered(&room.grader).await, "whoever has marked is offered nothing");
    assert!(offered(&second).await);
}

#[tokio::test]
async fn the_trainers_day_counts_all_and_shows_a_few() {
    let room = Room::new().await;
    for number in 0..7 {
        room.work_of(&format!("Слушатель{number}")).await;
    }
    let (trainer, now) = (room.app.actor(&room.trainer).await, room.app.now());
    let (works, count) = room.app.db.read(move |r| waiting(r, &trainer, 3, now)).await.unwrap();
    assert_eq!((works.len(), count), (3, 7));
    let page = room.grader.get("/today").await;
    assert_eq!(page.html.matches("href=\"/submissions/").count(), 5, "{}", page.html);
    assert!(page.text().contains("Работы на проверку: 7"), "{}", page.text());
    let api = room.app.api(&room.trainer).await.get("/api/v1/today").await.json();
    assert_eq!((api["works"].as_array().unwrap().len(), api["works_count"].as_i64()), (7, Some(7)));
}
