//! How trainees judge their own work: before it is handed in, frozen with it, beside the trainer's marks afterwards.

use super::{change, desk, room_with};
use crate::cases::Room;
use crate::grading::{FULL, at};
use birge::cases::rules::{CaseSetup, Release};
use serde_json::json;

async fn asked(how: &str) -> Room {
    room_with("submissions = 3", &format!("submissions = 3\nself_assessment = \"{how}\"")).await
}

#[tokio::test]
async fn it_is_kept_with_the_draft_frozen_with_the_version_and_stands_beside_the_grade() {
    let room = asked("offered").await;
    let form = room.open().await;
    assert!(
        form.text().contains("Как вы сами оцениваете работу") && form.text().contains("не влияет"),
        "{}",
        form.text()
    );
    let kept = [("text", "Черновик"), ("revision", "0"), ("own.grasp", "4"), ("script", "yes")];
    assert_eq!(room.author.post(&format!("{}/draft", room.path()), &kept).await.status, 200);
    let again = room.open().await;
    let grasp = again.html.split("name=\"own.grasp\" value=\"4\"").nth(1).unwrap();
    assert!(grasp.split('>').next().unwrap().contains("checked"), "{}", again.html);

    let fields = [("text", "Решение"), ("revision", "1"), ("own.grasp", "4"), ("own.tone", "0")];
    room.author.post(&format!("{}/submissions", room.path()), &fields).await;
    let id = room.last().await;
    let later =
        [("text", "Потом"), ("revision", "2"), ("own.grasp", "0"), ("own.tone", "3"), ("script", "yes")];
    room.author.post(&format!("{}/draft", room.path()), &later).await;
    let waiting = desk(&room.grader, id).await;
    assert!(waiting.text().contains("Самооценка Итого 4 из 7"), "frozen: {}", waiting.text());
    assert!(waiting.text().contains("Сначала оцените сами"), "{}", waiting.text());

    let marks = [("points.grasp", "2"), ("points.tone", "3"), ("then", "stay")];
    let graded = room.grader.post(&at(id, "grading"), &marks).await.text();
    assert!(graded.contains("4 балла всё Преподаватель: 2. Самооценка выше на 2 балла"), "{graded}");
    let seen = room.open().await.text();
    assert!(seen.contains("Преподаватель: 3. Самооценка ниже на 3 балла"), "{seen}");
    assert!(seen.contains("Итого 4 из 7 баллов Самооценка ниже на 1 балл"), "{seen}");
}

#[tokio::test]
async fn where_it_is_required_nothing_is_taken_without_it() {
    let room = asked("required").await;
    let path = format!("{}/submissions", room.path());
    let half = [("text", "Решение"), ("revision", "0"), ("own.grasp", "2")];
    let refused = room.author.post(&path, &half).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Оцените себя по критерию «Тон»"), "{}", refused.text());
    assert!(refused.html.contains("href=\"#field-own.tone\"") && refused.html.contains("Решение"));
    let grasp = refused.html.split("name=\"own.grasp\" value=\"2\"").nth(1).unwrap();
    assert!(grasp.split('>').next().unwrap().contains("checked"), "nothing typed is lost");
    assert!(room.submissions().await.is_empty());
    let api = room.app.api(&room.trainee).await;
    let base = format!("/api/v1{path}");
    let lacking = api.post(&base, json!({ "text": "Решение" })).await.json();
    assert_eq!(lacking["errors"][0]["field"], "own.grasp", "{lacking}");
    let strange = json!({ "text": "Решение", "own": { "grasp": 1, "tone": 3, "style": 4 } });
    let strange = api.post(&base, strange).await.json();
    let fields: Vec<_> =
        strange["errors"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    assert_eq!(fields, [json!("own.grasp"), json!("own.style")]);
    let whole = api.post(&base, json!({ "text": "Решение", "own": { "grasp": 4, "tone": 3 } })).await;
    assert_eq!(whole.status, 201, "{}", whole.html);
    assert_eq!(whole.json()["self_assessment"]["total"], 7);
    let case = api.get(&format!("/api/v1{}", room.path())).await.json();
    assert_eq!(case["self_assessment"], "required");
    let desk = room.app.api(&room.trainer).await;
    let desk = desk.get(&format!("/api/v1/submissions/{}", room.last().await)).await.json();
    assert_eq!(desk["submission"]["self_assessment"]["points"], json!({ "grasp": 4, "tone": 3 }));
}

#[tokio::test]
async fn without_names_it_tells_nobodys_and_where_it_is_not_asked_there_is_none() {
    let room = asked("offered").await;
    let setup = CaseSetup { blind: true, release: Release::ByHand, ..CaseSetup::default() };
    room.set_up(setup).await;
    let fields = [("text", "Решение"), ("revision", "0"), ("own.grasp", "4"), ("own.tone", "3")];
    room.author.post(&format!("{}/submissions", room.path()), &fields).await;
    let id = room.last().await;
    let blind = desk(&room.grader, id).await;
    assert!(blind.text().contains("Самооценка Итого") && !blind.html.contains("Сейтқали"), "{}", blind.html);
    room.grader.post(&at(id, "grading"), &FULL).await;
    assert!(!room.open().await.text().contains("Преподаватель: "), "nothing before the release");

    let plain = Room::new().await;
    assert!(!plain.open().await.text().contains("Как вы сами оцениваете"));
    let fields = [("text", "Решение"), ("revision", "0"), ("own.grasp", "4")];
    plain.author.post(&format!("{}/submissions", plain.path()), &fields).await;
    assert!(!desk(&plain.grader, plain.last().await).await.text().contains("Самооценка"));
}

#[tokio::test]
async fn it_keeps_the_version_of_the_rubric_it_was_made_by() {
    let room = asked("required").await;
    let kept = [("text", "Решение"), ("revision", "0"), ("own.grasp", "2"), ("own.tone", "3")];
    room.author.post(&format!("{}/draft", room.path()), &kept).await;
    change(&room, "1", true).await;
    let form = room.open().await.text();
    assert!(form.contains("Критерии изменились после того, как вы себя оценили"), "{form}");
    let fields = [("text", "Решение"), ("revision", "1"), ("own.tone", "3")];
    let refused = room.author.post(&format!("{}/submissions", room.path()), &fields).await;
    assert!(refused.text().contains("Оцените себя по критерию «Понимание»"), "{}", refused.text());
    let fields = [("text", "Решение"), ("revision", "1"), ("own.grasp", "4"), ("own.tone", "3")];
    room.author.post(&format!("{}/submissions", room.path()), &fields).await;
    let id = room.last().await;
    assert!(desk(&room.grader, id).await.text().contains("Самооценка Итого 11 из 11"));
    change(&room, "2", false).await;
    let marks = [("points.grasp", "4"), ("points.criterion-1", "2"), ("then", "stay")];
    let graded = room.grader.post(&at(id, "grading"), &marks).await.text();
    // Sums of different rubrics are not compared.
    assert!(graded.contains("Итого 11 из 11 баллов Самооценка сделана по версии 2"), "{graded}");
    assert!(graded.contains("Преподаватель: 4. Самооценка совпала"), "{graded}");
}

#[tokio::test]
async fn an_old_page_is_written_down_under_the_rubric_that_it_showed() {
    let room = asked("offered").await;
    let shown = room.open().await.value_of("own_rubric");
    assert_eq!(shown.as_deref(), Some("1"));
    change(&room, "1", true).await;
    assert_eq!(room.open().await.value_of("own_rubric").as_deref(), Some("2"));
    let fields =
        [("text", "Решение"), ("revision", "0"), ("own.grasp", "4"), ("own.tone", "3"), ("own_rubric", "1")];
    room.author.post(&format!("{}/submissions", room.path()), &fields).await;
    let api = room.app.api(&room.trainer).await;
    let work = api.get(&format!("/api/v1/submissions/{}", room.last().await)).await.json();
    let own = &work["submission"]["self_assessment"];
    assert_eq!((&own["rubric_version"], &own["total"]), (&json!(1), &json!(7)), "{own}");
}
