//! States: only a released grade is seen, counts, and is written about. A correction keeps what was before.

use super::{FULL, LOW, at};
use crate::cases::Room;
use crate::content::Course;
use crate::support::app::TestApp;
use birge::cases::rules::{CaseSetup, Release};
use birge::kernel::{Moment, Permille};
use serde_json::json;

async fn by_hand(release: Release) -> Room {
    let room = Room::new().await;
    room.set_up(CaseSetup { release, ..CaseSetup::default() }).await;
    room
}

async fn letters(room: &Room) -> usize {
    bodies(room).await.len()
}

/// The credited minutes of the trainee, one number for each entry, the oldest first.
async fn minutes(room: &Room) -> Vec<i64> {
    let ledgers = room.app.api(&room.trainee).await.get("/api/v1/hours").await.json();
    let entries = ledgers[0]["entries"].as_array().unwrap().iter().rev();
    entries.map(|entry| entry["minutes"].as_i64().unwrap()).collect()
}

/// What the letters say, the newest first.
async fn bodies(room: &Room) -> Vec<String> {
    room.app.run_jobs().await;
    let letters = room.app.db.read(|r| birge::mail::store::newest(r, None, 10)).await.unwrap();
    letters.into_iter().map(|letter| letter.body_text).collect()
}

#[tokio::test]
async fn nothing_tells_a_trainee_of_a_grade_before_it_is_released() {
    let room = by_hand(Release::ByHand).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let graded = room.grader.post(&at(id, "grading"), &FULL).await;
    assert!(graded.text().contains("Слушатель увидит её после выдачи"), "{}", graded.text());
    assert!(graded.text().contains("Оценка выставлена, ещё не выдана"), "{}", graded.text());
    let author = room.app.api(&room.trainee).await;
    for seen in [
        room.open().await.text(),
        author.get(&format!("/api/v1{}", room.path())).await.html,
        author.get(&format!("/api/v1/learn/{}", room.enrolment)).await.html,
    ] {
        assert!(
            !seen.contains("Итого 7") && !seen.contains("\"total\":7") && !seen.contains("Зачтено"),
            "{seen}"
        );
    }
    assert!(room.open().await.text().contains("Работа ждёт проверки"));
    assert_eq!((room.completed().await, letters(&room).await), (None, 0));
    assert_eq!(room.hand_in("Ещё", &[]).await.status, 409, "the version still waits for its author");

    let queue = room.grader.get("/grading?state=in_review").await.text();
    assert!(queue.contains("Сейтқали"), "{queue}");
    assert!(room.grader.get("/grading").await.text().contains("Проверять нечего"));
    let released = room.grader.post(&at(id, "release"), &[]).await;
    assert!(released.text().contains("Оценка выдана"), "{}", released.text());
    assert!(room.open().await.text().contains("Итого 7 из 7"));
    assert_eq!((room.completed().await, letters(&room).await), (Some(Some(Permille::WHOLE)), 1));
    room.grader.post(&at(id, "release"), &[]).await;
    assert_eq!(letters(&room).await, 1, "a second press releases nothing again");
}

#[tokio::test]
async fn all_of_a_case_are_released_at_once() {
    let room = by_hand(Release::ByHand).await;
    for surname in ["Первый", "Второй", "Третий"] {
        let id = room.work_of(surname).await;
        room.grader.post(&at(id, "grading"), &FULL).await;
    }
    let waiting = room.work_of("Четвёртый").await;
    let path = format!("/editions/{}/cases", room.edition);
    let before = room.grader.get(&path).await.text();
    assert!(before.contains("Выдать все: 3") && before.contains("Не проверена 1"), "{before}");
    room.grader.post(&at(waiting, "claim"), &[]).await;
    let claimed = room.grader.get(&path).await.text();
    assert!(claimed.contains("Не проверена 0") && claimed.contains("Проверяется 1"), "{claimed}");
    room.app.set_clock("2026-09-15T06:30:00Z");
    assert!(room.grader.get(&path).await.text().contains("Не проверена 1"), "the claim has ended");
    let all = room.grader.post(&format!("{path}/{}/releases", room.case), &[]).await;
    assert!(all.text().contains("Выдано оценок: 3"), "{}", all.text());
    assert_eq!(letters(&room).await, 3);
    assert_eq!(room.grader.post(&at(waiting, "release"), &[]).await.status, 409, "there is no grade yet");
    assert_eq!(room.author.get(&path).await.status, 403, "a trainee sees nothing of it");
}

#[tokio::test]
async fn at_the_set_time_grades_come_out_by_themselves_unless_it_was_moved() {
    let room = Room::new().await;
    let trainer = room.app.api(&room.trainer).await;
    let setup = format!("/api/v1/editions/{}/cases/{}/setup", room.edition, room.case);
    let set = |at: &'static str| {
        let (trainer, setup) = (&trainer, &setup);
        async move { trainer.put(setup, json!({ "release": { "at": at } })).await.status }
    };
    assert_eq!(set("2026-09-20T06:00:00Z").await, 200);
    room.hand_in("Решение", &[]).await;
    room.grader.post(&at(room.last().await, "grading"), &FULL).await;
    for surname in ["Первый", "Второй"] {
        let id = room.work_of(surname).await;
        room.grader.post(&at(id, "grading"), &FULL).await;
    }
    assert_eq!(set("2026-09-21T06:00:00Z").await, 200);
    room.app.set_clock("2026-09-20T06:00:01Z");
    room.app.run_jobs().await;
    assert_eq!(room.completed().await, None, "the time was moved");
    room.app.set_clock("2026-09-21T06:00:00Z");
    room.app.run_jobs().await;
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    assert_eq!((room.app.audited("grade-released").await, letters(&room).await), (3, 3));
    let late = room.work_of("Поздний").await;
    let graded = room.grader.post(&at(late, "grading"), &FULL).await;
    assert!(graded.text().contains("Автору ушло письмо"), "after the time, at once: {}", graded.text());
    assert!(Release::At(Moment::parse("2026-09-21T06:00:00Z").unwrap()).at_once(room.app.now()));
}

#[tokio::test]
async fn a_correction_needs_a_reason_and_keeps_the_old_grade() {
    // A case that gives an academic hour, of which nothing may stay behind.
    let module = "01-first/module.toml";
    let course = Course::sample().replace(module, "hours = 10", "hours = 9");
    let course = course.replace(module, "hours = 0", "hours = 1");
    let room = Room::of(TestApp::spawn().await, course, "Europe/Moscow").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    assert_eq!(minutes(&room).await, [45]);
    let without = room.grader.post(&at(id, "correction"), &[LOW[0], LOW[1], LOW[2], ("reason", " ")]).await;
    assert_eq!(without.status, 422);
    assert!(without.html.contains("field-reason"), "{}", without.html);
    let fields = [LOW[0], LOW[1], LOW[2], ("reason", "Перепутал работы")];
    let corrected = room.grader.post(&at(id, "correction"), &fields).await;
    let text = corrected.text();
    assert!(text.contains("Оценка исправлена: 2 балла") && text.contains("Перепутал работы"), "{text}");
    assert!(text.contains("Прежние оценки 7 баллов. Зачтено"), "{text}");
    assert_eq!(room.completed().await, None, "a pass that was given by mistake is taken back");
    assert_eq!(minutes(&room).await, [45, -45], "the hours go with it");
    let seen = room.open().await.text();
    assert!(seen.contains("Итого 2 из 7") && !seen.contains("Перепутал"), "{seen}");
    let told = bodies(&room).await;
    assert_eq!((told.len(), room.app.audited("grade-corrected").await), (2, 1));
    assert!(
        told[0].contains("Преподаватель исправил прежнюю оценку") && told[0].contains("2 из 7"),
        "{}",
        told[0]
    );
    assert!(!told[1].contains("исправил"), "{}", told[1]);

    let back = [FULL[0], FULL[1], ("reason", "Всё верно"), ("revisions", "1")];
    room.grader.post(&at(id, "correction"), &back).await;
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    assert_eq!(minutes(&room).await, [45, -45, 45]);
    let api = room.app.api(&room.trainer).await.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert_eq!(api["revisions"].as_array().unwrap().len(), 2);
    assert_eq!(api["revisions"][1]["total"], 7);
}

#[tokio::test]
async fn a_correction_does_not_undo_another_one_unseen() {
    let room = Room::new().await;
    let (colleague, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    let desk = second.get(&format!("/submissions/{id}")).await;
    assert_eq!(desk.value_of("revisions").as_deref(), Some("0"), "{}", desk.html);
    let first = [LOW[0], LOW[1], LOW[2], ("reason", "Перепутал работы"), ("revisions", "0")];
    assert_eq!(room.grader.post(&at(id, "correction"), &first).await.status, 200);

    let mine = [("points.grasp", "2"), ("points.tone", "3"), ("remark", "Тон верный")];
    let mine: Vec<_> = mine.into_iter().chain([("reason", "Тон"), ("revisions", "0")]).collect();
    let late = second.post(&at(id, "correction"), &mine).await;
    let text = late.text();
    assert_eq!(late.status, 409, "{text}");
    assert!(text.contains("Пока вы писали, оценку исправил кто-то другой"), "{text}");
    assert!(text.contains("Перепутал работы") && text.contains("Тон верный"), "both are on the page: {text}");
    assert_eq!(late.value_of("revisions").as_deref(), Some("1"), "pressed once more, it is meant");
    assert_eq!(room.app.audited("grade-corrected").await, 1);

    let api = room.app.api(&colleague).await;
    let path = format!("/api/v1/submissions/{id}/grading");
    let body = |revisions: usize| json!({ "points": { "grasp": 2, "tone": 3 }, "reason": "Тон", "revisions": revisions });
    let stale = api.put(&path, body(0)).await;
    assert_eq!((stale.status, stale.json()["errors"][0]["code"].as_str()), (409, Some("conflict")));
    assert_eq!(api.put(&path, body(1)).await.json()["total"], 5);
}

#[tokio::test]
async fn before_release_a_correction_is_seen_by_nobody_else() {
    let room = by_hand(Release::ByHand).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let early = room.grader.post(&at(id, "correction"), &[FULL[0], FULL[1], ("reason", "x")]).await;
    assert_eq!(early.status, 404, "there is nothing to correct");
    room.grader.post(&at(id, "grading"), &LOW).await;
    room.grader.post(&at(id, "correction"), &[FULL[0], FULL[1], ("reason", "Пересчитал")]).await;
    assert_eq!((room.completed().await, letters(&room).await), (None, 0));
    room.grader.post(&at(id, "release"), &[]).await;
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    assert!(room.open().await.text().contains("Итого 7 из 7"));
    let told = bodies(&room).await;
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("7 из 7") && !told[0].contains("исправил"),
        "the first grade they see: {}",
        told[0]
    );
}
