//! What members say of each other: for the trainer alone.

use super::TeamRoom;
use crate::grading::FULL;

fn path(room: &TeamRoom, who: usize, id: birge::kernel::SubmissionId) -> String {
    format!("{}/ratings/{id}", room.path(who))
}

#[tokio::test]
async fn only_the_trainer_sees_who_said_what() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    let page = room.open(0).await.text();
    assert!(page.contains("Вклад каждого") && page.contains("Болатов"), "{page}");
    assert!(!page.contains("Айдарова Анна Сергеевна Без этого"), "nobody rates themselves");
    let rating = format!("rating.{}", room.people[1].enrolment);
    let remark = format!("remark.{}", room.people[1].enrolment);
    let said = [(rating.as_str(), "2"), (remark.as_str(), "Почти не писал")];

    let missing =
        room.people[0].browser.post(&path(&room, 0, id), &[(remark.as_str(), "Почти не писал")]).await;
    assert_eq!(missing.status, 422);
    let kept = room.people[0].browser.post(&path(&room, 0, id), &said).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    assert!(
        kept.text().contains("Вы ответили") && kept.html.contains("Почти не писал"),
        "one's own words stay"
    );

    let desk = room.grader.get(&format!("/submissions/{id}")).await.text();
    assert!(desk.contains("Небольшой вклад") && desk.contains("Почти не писал"), "{desk}");
    let told = room.app.api(&room.trainer).await.get(&format!("/api/v1/submissions/{id}")).await.json();
    assert_eq!(told["ratings"][0]["rating"], 2, "{told}");
    for who in [1, 2] {
        let page = room.open(who).await;
        assert!(!page.html.contains("Почти не писал"), "{}", page.html);
        let api = room.app.api(&room.people[who].person).await;
        assert!(!api.get(&format!("/api/v1{}", room.path(who))).await.html.contains("Почти не писал"));
    }
    assert!(!room.open(2).await.text().contains("Вклад каждого"), "who was absent says nothing");
    assert_eq!(room.people[2].browser.post(&path(&room, 2, id), &said).await.status, 404);
    assert_eq!(room.people[3].browser.post(&path(&room, 3, id), &said).await.status, 404);

    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    assert_eq!(room.people[0].browser.post(&path(&room, 0, id), &said).await.status, 409);
    for who in [0, 1] {
        let page = room.open(who).await;
        assert!(!page.html.contains("Почти не писал"), "nor after the grade: {}", page.html);
    }
}
