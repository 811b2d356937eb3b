//! Several graders, calibration and staged cases under a rubric that changes.

use super::{change, desk, rubric_of};
use crate::cases::Room;
use crate::content::Course;
use crate::grading::{FULL, at};
use crate::support::app::TestApp;
use birge::cases::rules::CaseSetup;
use birge::kernel::Permille;

#[tokio::test]
async fn graders_of_one_work_mark_by_one_version() {
    let room = Room::new().await;
    let disagreement_permille = Permille(300);
    room.set_up(CaseSetup { graders: 2, disagreement_permille, ..CaseSetup::default() }).await;
    let (_, second) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    change(&room, "1", false).await;
    let page = desk(&second, id).await;
    assert!(page.text().contains("Эту работу проверяют по версии 1"), "{}", page.text());
    assert_eq!(page.value_of("rubric").as_deref(), Some("1"));
    let by_the_new = [("rubric", "2"), ("points.grasp", "4"), ("points.criterion-1", "2")];
    assert_eq!(second.post(&at(id, "grading"), &by_the_new).await.status, 409);
    let both = [("rubric", "1"), FULL[0], FULL[1], ("then", "stay")];
    let decided = second.post(&at(id, "grading"), &both).await.text();
    assert!(decided.contains("Итого 7 из 7") && decided.contains("Кто как оценил"), "{decided}");
    let listed = room.grader.get(&rubric_of(&room)).await.text();
    assert!(listed.contains("Итого 7 из 7"), "decided by the former one, it is affected: {listed}");

    let fellow = room.work_of("Петров").await;
    let marks = [("rubric", "2"), ("points.grasp", "4"), ("points.criterion-1", "2")];
    room.grader.post(&at(fellow, "grading"), &marks).await;
    second.post(&at(fellow, "grading"), &marks).await;
    let page = format!("/editions/{}/cases/{}/agreement", room.edition, room.case);
    let text = room.grader.get(&page).await.text();
    assert!(text.contains("Версия 2") && text.contains("Версия 1"), "each is measured by itself: {text}");
    let api = room.app.api(&room.trainer).await.get(&format!("/api/v1{page}")).await.json();
    assert_eq!((api["rubric_version"].as_i64(), api["totals"]["pairs"].as_i64()), (Some(2), Some(1)));
    assert_eq!(api["earlier"][0]["rubric_version"], 1, "{api}");
    assert_eq!(api["earlier"][0]["totals"]["pairs"], 1, "{api}");
    // Given anew, the marks of each still read as they were given.
    let anew = [
        ("rubric", "2"),
        ("revisions", "0"),
        ("reason", "Новая рубрика"),
        ("points.grasp", "4"),
        ("points.criterion-1", "0"),
    ];
    room.grader.post(&at(id, "correction"), &anew).await;
    let after = desk(&room.grader, id).await.text();
    assert!(after.contains("Итого 8 из 10") && after.contains("Тон: 3"), "{after}");
}

#[tokio::test]
async fn a_work_for_calibration_is_marked_by_one_version() {
    let room = Room::new().await;
    let (_, second) = room.colleague("Ахметова").await;
    let boss = room.app.administrator().await;
    let boss = room.app.sign_in(&boss).await;
    let sample = room.work_of("Образец").await;
    let page = format!("/editions/{}/cases/{}/calibration", room.edition, room.case);
    boss.post(&page, &[("submission", &sample.to_string())]).await;
    room.grader.post(&at(sample, "calibration"), &FULL).await;
    change(&room, "1", false).await;
    let form = desk(&second, sample).await;
    assert_eq!(form.value_of("rubric").as_deref(), Some("1"), "so that both can be compared");
    assert!(form.html.contains("name=\"points.tone\""), "{}", form.html);
    let marked = second.post(&at(sample, "calibration"), &[("rubric", "1"), FULL[0], FULL[1]]).await;
    assert!(marked.text().contains("Пробная оценка сохранена"), "{}", marked.text());
    let compared = second.get(&page).await.text();
    assert!(
        compared.contains("по версии 1 рубрики") && compared.contains("Ахметова А. С. 4 3 7"),
        "{compared}"
    );
    // The real grade of the same work is by the newest.
    let real = [("points.grasp", "4"), ("points.criterion-1", "2"), ("then", "stay")];
    let graded = second.post(&at(sample, "grading"), &real).await;
    assert!(graded.text().contains("Итого 10 из 10"), "{}", graded.text());
}

#[tokio::test]
async fn a_criterion_keeps_its_stages_in_every_version_and_tells_nothing_early() {
    let room = Room::of(TestApp::spawn().await, Course::staged(), "Europe/Moscow").await;
    change(&room, "1", true).await;
    let before = room.open().await.text();
    assert!(!before.contains("Понимание") && !before.contains("изменили критерии"), "{before}");
    let api = room.app.api(&room.trainee).await.get(&format!("/api/v1{}", room.path())).await.json();
    assert_eq!(api["rubric"], serde_json::json!([]), "{api}");
    let steps = format!("{}/steps", room.path());
    let open = |step: &'static str| {
        let (author, steps) = (room.author.clone(), steps.clone());
        async move {
            let run = author.get(&steps).await.value_of("run").unwrap_or_default();
            author.post(&steps, &[("run", &run), ("sequence", step)]).await
        }
    };
    open("1").await;
    room.author.post(&format!("{steps}/1/decision"), &[("choice", "2")]).await;
    room.author.post(&format!("{steps}/2/decision"), &[("choice", "2")]).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let page = desk(&room.grader, id).await.text();
    assert!(
        page.contains("Понимание ×2") && page.contains("Люди у крыльца"),
        "the criterion has its steps: {page}"
    );
    let graded = room.grader.post(&at(id, "grading"), &[FULL[0], FULL[1], ("then", "stay")]).await.text();
    assert!(graded.contains("Итого 11 из 11"), "{graded}");
}
