//! Two graders where the case says so: independent, agreeing or calling a third (H2).

use super::{FULL, LOW, at};
use crate::cases::Room;
use crate::support::browser::Browser;
use birge::cases::rules::{Allocation, CaseSetup, Release};
use birge::kernel::Permille;
use serde_json::json;

async fn for_two() -> (Room, Browser) {
    let room = Room::new().await;
    let disagreement_permille = Permille(300);
    room.set_up(CaseSetup { graders: 2, disagreement_permille, ..CaseSetup::default() }).await;
    let (_, second) = room.colleague("Ахметова").await;
    (room, second)
}

#[tokio::test]
async fn neither_grader_sees_the_other_before_both_have_marked() {
    let (room, second) = for_two().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let low = [("points.grasp", "2"), ("points.tone", "3"), ("remark", "Тон суховат"), ("then", "stay")];
    let first = room.grader.post(&at(id, "grading"), &low).await;
    assert!(first.text().contains("Ваша оценка принята"), "{}", first.text());
    assert!(!first.text().contains("Тон суховат"), "what was given is not shown while others mark");
    assert_eq!(room.completed().await, None);
    assert_eq!(room.grader.post(&at(id, "grading"), &FULL).await.status, 409, "nobody marks twice");
    let other = second.get(&format!("/submissions/{id}")).await;
    assert!(!other.html.contains("Тон суховат") && other.html.contains("data-grading"), "{}", other.html);
    let api = room.app.api(&room.trainer).await.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert_eq!((api["stance"].as_str(), api["submission"]["grading"].is_null()), (Some("marked"), true));

    let second_says = [FULL[0], FULL[1], ("remark", "Хорошо"), ("then", "stay")];
    let decided = second.post(&at(id, "grading"), &second_says).await;
    let text = decided.text();
    assert!(
        text.contains("Кто как оценил") && text.contains("Тон суховат") && text.contains("Хорошо"),
        "{text}"
    );
    let seen = room.open().await.text();
    assert!(seen.contains("Итого 7 из 7"), "a mean of 3 between levels 2 and 4 is 4: {seen}");
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    assert_eq!(room.app.audited("work-marked").await, 2);
}

#[tokio::test]
async fn two_who_are_far_apart_call_a_third_who_decides() {
    let (room, second) = for_two().await;
    let (judge, third) = room.colleague("Судья").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    let apart = second.post(&at(id, "grading"), &LOW).await;
    assert!(apart.text().contains("Ваша оценка принята"), "{}", apart.text());
    assert_eq!((room.completed().await, room.app.audited("graders-disagreed").await), (None, 1));
    let path = format!("/editions/{}/cases/{}/agreement", room.edition, room.case);
    let open = third.get(&path).await.text();
    assert!(open.contains("1 работа ждёт третьего") && !open.contains("Ещё ни одну"), "{open}");
    assert!(!open.contains("7 2") && !open.contains("из 1"), "the third sees nothing of it first: {open}");
    let measured = room.app.api(&judge).await.get(&format!("/api/v1{path}")).await.json();
    assert_eq!((measured["totals"]["pairs"].as_i64(), measured["open"].as_i64()), (Some(0), Some(1)));
    assert_eq!((measured["criteria"][0]["pairs"].as_i64(), measured["works"].clone()), (Some(0), json!([])));
    let says = [("points.grasp", "2"), ("points.tone", "3"), ("advice", ""), ("then", "stay")];
    let decided = third.post(&at(id, "grading"), &says).await;
    assert!(decided.text().contains("Кто как оценил"), "{}", decided.text());
    assert!(room.open().await.text().contains("Итого 5 из 7"), "the third alone decides");
    let page = room.grader.get(&path).await.text();
    assert!(page.contains("решил третий") && page.contains("7 2 5"), "{page}");
    let api = room.app.api(&room.trainer).await.get(&format!("/api/v1{path}")).await.json();
    assert_eq!(
        (api["works"][0]["decided"].as_str(), api["totals"]["pairs"].as_i64()),
        (Some("third"), Some(1))
    );
}

#[tokio::test]
async fn kappa_is_of_the_whole_edition() {
    let (room, second) = for_two().await;
    for (surname, same) in [("Первый", true), ("Второй", true), ("Третий", false)] {
        let id = room.work_of(surname).await;
        let one: &[(&str, &str)] = if surname == "Второй" { &LOW } else { &FULL };
        room.grader.post(&at(id, "grading"), one).await;
        let close = [("points.grasp", "2"), ("points.tone", "3"), ("advice", "Мягче")];
        second.post(&at(id, "grading"), if same { one } else { &close }).await;
    }
    let path = format!("/api/v1/editions/{}/cases/{}/agreement", room.edition, room.case);
    let found = room.app.api(&room.trainer).await.get(&path).await.json();
    assert_eq!(found["criteria"][1]["kappa"].as_f64(), Some(1.0), "{found}");
    assert_eq!((found["totals"]["same"].as_i64(), found["totals"]["pairs"].as_i64()), (Some(2), Some(3)));
    let kappa = found["totals"]["kappa"].as_f64().unwrap();
    assert!(kappa > 0.5 && kappa < 1.0, "{kappa}");
}

#[tokio::test]
async fn a_third_is_found_by_the_rule_of_the_case() {
    let (room, second) = for_two().await;
    let (colleague, _) = room.colleague("Коллега").await;
    let (judge, third) = room.colleague("Судья").await;
    let hospice = room.app.organisation("Детский хоспис").await;
    room.works_for(&colleague, hospice).await;
    room.sent_by(hospice).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    let (graders, allocation) = (2, Allocation::RoundRobin);
    let disagreement_permille = Permille(300);
    room.set_up(CaseSetup { graders, allocation, disagreement_permille, ..CaseSetup::default() }).await;
    second.post(&at(id, "grading"), &LOW).await;
    assert_eq!(room.allotted(id).await, [judge.id], "neither of the two, and no colleague of the author");
    let mine = third.get("/grading?whose=mine").await.text();
    assert!(mine.contains("у вас") && !mine.contains("нужен третий"), "{mine}");
    let decided = third.post(&at(id, "grading"), &FULL).await;
    assert!(decided.text().contains("Кто как оценил"), "{}", decided.text());
}

#[tokio::test]
async fn where_nobody_is_left_the_queue_says_so() {
    let (room, second) = for_two().await;
    let (graders, allocation) = (2, Allocation::RoundRobin);
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    room.set_up(CaseSetup { graders, allocation, ..CaseSetup::default() }).await;
    second.post(&at(id, "grading"), &LOW).await;
    assert_eq!(room.allotted(id).await, [], "both have marked");
    let boss = room.app.administrator().await;
    let queue = room.app.sign_in(&boss).await.get("/grading").await.text();
    assert!(queue.contains("третьего назначить некого"), "{queue}");
    let told = room.app.api(&boss).await.get("/api/v1/grading").await.json();
    assert_eq!(told["items"][0]["third"], "nobody", "{told}");
    room.set_up(CaseSetup { graders, ..CaseSetup::default() }).await;
    let queue = room.app.sign_in(&boss).await.get("/grading").await.text();
    assert!(queue.contains("нужен третий"), "without a rule whoever comes first takes it: {queue}");
}

#[tokio::test]
async fn without_names_only_administrators_read_that_nobody_is_left() {
    let (room, second) = for_two().await;
    let (graders, allocation, release) = (2, Allocation::RoundRobin, Release::ByHand);
    room.set_up(CaseSetup { graders, allocation, release, blind: true, ..CaseSetup::default() }).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    second.post(&at(id, "grading"), &LOW).await;
    let queue = room.grader.get("/grading").await.text();
    assert!(queue.contains("нужен третий") && !queue.contains("назначить некого"), "{queue}");
    let told = room.app.api(&room.trainer).await.get("/api/v1/grading?whose=all").await.json();
    assert_eq!(told["items"][0]["third"], "wanted", "{told}");
    let boss = room.app.administrator().await;
    let queue = room.app.sign_in(&boss).await.get("/grading").await.text();
    assert!(queue.contains("третьего назначить некого"), "{queue}");
}

#[tokio::test]
async fn without_a_rule_nothing_is_given_out_and_nothing_is_written_down() {
    let (room, second) = for_two().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.app.run_jobs().await;
    room.grader.post(&at(id, "grading"), &FULL).await;
    second.post(&at(id, "grading"), &LOW).await;
    assert_eq!(room.app.audited("graders-disagreed").await, 1);
    assert_eq!(room.app.audited("work-allotted").await, 0);
}
