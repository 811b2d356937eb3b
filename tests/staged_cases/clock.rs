//! The clock of a stage: the server's alone, and also for who is gone.

use super::Room;
use birge::people::store::accommodations;

/// Until the stage with the clock is offered.
async fn before_the_clock(room: &Room) {
    room.open("1").await;
    let offered = room.choose("1", "1").await.text();
    assert!(offered.contains("На решение будет 10 минут"), "{offered}");
    assert!(!offered.contains("Ольга ждёт ответа"), "what it is about comes with the clock: {offered}");
}

#[tokio::test]
async fn the_clock_begins_when_the_stage_is_opened_and_once() {
    let room = Room::new().await;
    before_the_clock(&room).await;
    room.app.set_clock("2026-09-15T08:00:00Z");
    let open = room.open("2").await;
    assert!(open.text().contains("10:00") && open.text().contains("Ольга ждёт ответа"), "{}", open.text());
    room.app.set_clock("2026-09-15T08:04:00Z");
    let again = room.open("2").await;
    assert!(again.html.contains("data-seconds=\"360\""), "opened again it goes on: {}", again.text());
    room.app.set_clock("2026-09-15T08:09:59Z");
    room.write("2", "Успели").await;
    assert_eq!(room.stages().await, ["call", "plan", "garden"]);
}

#[tokio::test]
async fn time_that_is_over_takes_the_branch_of_the_author_even_for_who_is_gone() {
    let room = Room::new().await;
    before_the_clock(&room).await;
    room.open("2").await;
    let draft = format!("{}/2/draft", room.path());
    room.author.post(&draft, &[("text", "Трое к один"), ("revision", "0")]).await;
    room.app.run_jobs().await;
    assert!(room.stored().await[1].1.is_none(), "not before its time");
    room.app.set_clock("2026-09-15T06:10:00Z");
    room.app.run_jobs().await;
    let stored = room.stored().await;
    let late = stored[1].1.clone().unwrap();
    assert_eq!(late, (None, "Трое к один".to_owned(), true, "crowd".to_owned()));
    assert_eq!(room.stages().await, ["call", "plan", "crowd"]);

    let back = room.show().await.text();
    assert!(back.contains("Время вышло, решения не было") && back.contains("Трое к один"), "{back}");
    assert!(back.contains("двадцать четыре человека"), "{back}");
}

#[tokio::test]
async fn a_page_knows_that_time_is_over_before_the_job_has_come() {
    let room = Room::new().await;
    before_the_clock(&room).await;
    room.open("2").await;
    room.app.set_clock("2026-09-15T06:10:00Z");
    let page = room.show().await.text();
    assert!(page.contains("Время вышло") && page.contains("двадцать четыре человека"), "{page}");
    let next = room.choose("3", "1").await;
    assert_eq!(next.status, 200, "{}", next.text());
    assert_eq!(room.stages().await, ["call", "plan", "crowd", "garden"]);
    room.app.run_jobs().await;
    assert_eq!(room.stages().await, ["call", "plan", "crowd", "garden"], "the job finds nothing to do");
}

#[tokio::test]
async fn a_decision_at_the_last_instant_is_too_late_and_not_lost() {
    let room = Room::new().await;
    before_the_clock(&room).await;
    room.open("2").await;
    room.app.set_clock("2026-09-15T06:10:00Z");
    let late = room.write("2", "Секундой позже").await;
    assert_eq!(late.status, 409);
    let text = late.text();
    assert!(text.contains("Время на этот шаг вышло"), "{text}");
    assert!(late.html.contains("Секундой позже"), "what was typed is there to be read");
    assert!(room.stored().await[1].1.as_ref().is_some_and(|(_, _, by_clock, _)| *by_clock));
    let again = room.write("2", "Ещё раз").await;
    assert_eq!(again.status, 409);
}

#[tokio::test]
async fn extra_time_counts_wherever_there_is_a_clock() {
    let room = Room::new().await;
    let (id, now) = (room.trainee.id, room.app.now());
    let more = move |w: &mut birge::db::Write| accommodations::insert(w, id, (50, "Справка"), (None, now));
    room.app.db.write(more).await.unwrap();
    before_the_clock(&room).await;
    let open = room.open("2").await;
    assert!(open.html.contains("data-seconds=\"900\""), "{}", open.text());
    room.app.set_clock("2026-09-15T06:14:59Z");
    assert_eq!(room.write("2", "Успели").await.status, 200);
}
