//! Remarks on passages, and saved phrases.

use super::{FULL, LOW, at};
use crate::cases::Room;
use birge::cases::rules::{CaseSetup, Release};
use serde_json::json;

#[tokio::test]
async fn a_remark_stands_at_its_passage_once_the_grade_is_released() {
    let room = Room::new().await;
    room.set_up(CaseSetup { release: Release::ByHand, ..CaseSetup::default() }).await;
    room.hand_in("Ольга, здравствуйте.\n\nНас будет трое. Нас много.", &[]).await;
    let id = room.last().await;
    let wrong = [("quote", "Такого нет"), ("comment", "Почему?")];
    let refused = room.grader.post(&at(id, "comments"), &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Такого отрывка в тексте нет"), "{}", refused.text());
    assert!(refused.text().contains("Почему?"), "nothing typed is lost");
    let fields = [("quote", "Нас"), ("occurrence", "1"), ("comment", "Сколько же?")];
    let made = room.grader.post(&at(id, "comments"), &fields).await;
    assert!(made.html.contains("трое. <mark>Нас</mark><sup>"), "{}", made.html);
    assert!(made.text().contains("Проверяется"), "whoever remarks is at work");
    assert!(!room.open().await.text().contains("Сколько же?"));
    room.grader.post(&at(id, "grading"), &FULL).await;
    assert!(!room.open().await.text().contains("Сколько же?"), "not before the release");
    room.grader.post(&at(id, "release"), &[]).await;
    let seen = room.open().await;
    assert!(seen.html.contains("<mark>Нас</mark>") && seen.text().contains("Сколько же?"), "{}", seen.html);
    assert!(!seen.html.contains("passage-comments/"), "the author takes nothing back");
    let api = room.app.api(&room.trainee).await.get(&format!("/api/v1{}", room.path())).await.json();
    let comment = &api["submissions"][0]["comments"][0];
    assert_eq!((comment["starts"].as_i64(), comment["quote"].as_str()), (Some(38), Some("Нас")));
}

#[tokio::test]
async fn only_its_writer_takes_a_remark_back_and_others_do_not_see_it_before_the_grade() {
    let room = Room::new().await;
    let (colleague, second) = room.colleague("Ахметова").await;
    room.set_up(CaseSetup { graders: 2, ..CaseSetup::default() }).await;
    room.hand_in("Раз два три", &[]).await;
    let (id, api) = (room.last().await, room.app.api(&room.trainer).await);
    let made = api
        .post(&format!("/api/v1/submissions/{id}/comments"), json!({ "quote": "два", "text": "Два?" }))
        .await;
    let comment = made.json()["id"].as_i64().unwrap();
    assert!(!second.get(&format!("/submissions/{id}")).await.html.contains("Два?"));
    let path = format!("/api/v1/passage-comments/{comment}");
    let theirs = room.app.api(&colleague).await.send(reqwest::Method::DELETE, &path, None).await;
    assert_eq!(theirs.status, 404);
    assert_eq!(api.send(reqwest::Method::DELETE, &path, None).await.status, 204);
    assert!(!room.grader.get(&format!("/submissions/{id}")).await.html.contains("Два?"));
}

#[tokio::test]
async fn remarks_on_one_version_are_not_told_to_the_other_grader_on_the_page_of_another() {
    let room = Room::new().await;
    let (colleague, second) = room.colleague("Ахметова").await;
    room.hand_in("Первая", &[]).await;
    let first = room.last().await;
    room.grader.post(&at(first, "grading"), &LOW).await;
    room.set_up(CaseSetup { graders: 2, ..CaseSetup::default() }).await;
    room.hand_in("Раз два три", &[]).await;
    let last = room.last().await;
    room.grader.post(&at(last, "comments"), &[("quote", "два"), ("comment", "Два?")]).await;
    let mine = room.grader.get(&format!("/submissions/{first}")).await;
    assert!(mine.html.contains("Два?"), "its writer sees it there: {}", mine.html);
    let api = room.app.api(&colleague).await;
    for id in [first, last] {
        let (page, told) = (
            second.get(&format!("/submissions/{id}")).await,
            api.get(&format!("/api/v1/submissions/{id}")).await,
        );
        assert!(page.html.contains("Раз два три"), "{}", page.html);
        assert!(!page.html.contains("Два?") && !told.html.contains("Два?"), "{} {}", page.html, told.html);
    }
}

#[tokio::test]
async fn phrases_are_kept_chosen_and_shared_in_an_edition() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    let first = room.work_of("Первый").await;
    let fields = [FULL[0], FULL[1], ("remark", "Назовите день и час."), ("keep", "yes")];
    room.grader.post(&at(first, "grading"), &fields).await;
    let edition = room.edition.to_string();
    let shared = [("phrase", "Сначала позвоните."), ("edition", edition.as_str())];
    let page = room.grader.post("/marking/phrases", &shared).await;
    assert!(
        page.text().contains("общая: 2-й поток") && page.text().contains("Назовите день"),
        "{}",
        page.text()
    );
    assert_eq!(
        room.grader.post("/marking/phrases", &[("phrase", "x"), ("edition", "999999")]).await.status,
        404
    );

    let work = room.work_of("Второй").await;
    let desk = second.get(&format!("/submissions/{work}")).await;
    assert!(
        desk.text().contains("Сначала позвоните.") && !desk.text().contains("Назовите день"),
        "{}",
        desk.text()
    );
    let (_, after) = desk.html.split_once("name=\"phrase\" value=\"").unwrap();
    let phrase = after.split('"').next().unwrap();
    let graded = second
        .post(&at(work, "grading"), &[FULL[0], FULL[1], ("remark", "Хорошо"), ("phrase", phrase)])
        .await;
    assert!(graded.text().contains("Хорошо Сначала позвоните."), "{}", graded.text());
    let theirs = second.post(&format!("/marking/phrases/{phrase}/removal"), &[]).await;
    assert!(theirs.text().contains("Сначала позвоните."), "only its owner takes it away");
}
