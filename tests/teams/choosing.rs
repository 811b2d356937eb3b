//! Trainees choose their team while the sign-up is open.

use super::TeamRoom;

fn teams_of(room: &TeamRoom, who: usize) -> String {
    format!("/learn/{}/teams/{}", room.people[who].enrolment, room.set)
}

#[tokio::test]
async fn the_sign_up_has_places_and_an_end() {
    let room = TeamRoom::new().await;
    let sign_up = format!("/team-sets/{}/sign-up", room.set);
    let past = [("until", "2026-09-01"), ("time", "10:00"), ("places", "2")];
    assert_eq!(room.grader.post(&sign_up, &past).await.status, 422);
    let first = room.teams[0].to_string();
    let choice = [("team", first.as_str())];
    let closed = room.people[0].browser.post(&teams_of(&room, 0), &choice).await;
    assert_eq!(closed.status, 422, "nobody has opened it");

    let open = [("until", "2026-09-20"), ("time", "18:00"), ("places", "2")];
    let opened = room.grader.post(&sign_up, &open).await;
    assert!(opened.text().contains("до вс, 20 сентября, 18:00"), "{}", opened.text());
    let page = room.open(0).await;
    assert!(page.text().contains("Выбрать команду"), "{}", page.text());
    for who in [0, 1] {
        let joined = room.people[who].browser.post(&teams_of(&room, who), &choice).await;
        assert!(joined.text().contains("Вы в команде"), "{}", joined.text());
    }
    let full = room.people[2].browser.post(&teams_of(&room, 2), &choice).await;
    assert_eq!(full.status, 422);
    assert!(full.text().contains("В этой команде уже нет мест"), "{}", full.text());
    let second = room.teams[1].to_string();
    let over = room.people[1].browser.post(&teams_of(&room, 1), &[("team", second.as_str())]).await;
    assert_eq!(over.status, 200);
    assert_eq!(
        room.people[2].browser.post(&teams_of(&room, 2), &choice).await.status,
        200,
        "a place is free again"
    );
    assert_eq!(room.people[0].browser.post(&teams_of(&room, 0), &[("team", "")]).await.status, 200);
    assert!(room.open(2).await.text().contains("Ваша команда"));

    assert_eq!(
        room.people[1].browser.status_of(&teams_of(&room, 0)).await,
        404,
        "another's place is not theirs"
    );
    room.app.set_clock("2026-09-20T15:00:00Z");
    let late = room.people[0].browser.post(&teams_of(&room, 0), &choice).await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Запись в команды закрыта"), "{}", late.text());
    let page = room.people[0].browser.get(&teams_of(&room, 0)).await.text();
    assert!(page.contains("Напишите преподавателю"), "a locked thing says why: {page}");
}

#[tokio::test]
async fn a_trainer_closes_it_at_once() {
    let room = TeamRoom::new().await;
    let sign_up = format!("/team-sets/{}/sign-up", room.set);
    room.grader.post(&sign_up, &[("until", "2026-09-20"), ("time", "18:00"), ("places", "2")]).await;
    let closed = room.grader.post(&sign_up, &[("close", "on")]).await;
    assert!(closed.text().contains("Сейчас слушатели не могут выбрать команду"), "{}", closed.text());
    let first = room.teams[0].to_string();
    let choice = [("team", first.as_str())];
    assert_eq!(room.people[0].browser.post(&teams_of(&room, 0), &choice).await.status, 422);
}

#[tokio::test]
async fn nobody_goes_into_a_team_once_a_work_has_come_in() {
    let room = TeamRoom::new().await;
    let sign_up = format!("/team-sets/{}/sign-up", room.set);
    room.grader.post(&sign_up, &[("until", "2026-09-20"), ("time", "18:00"), ("places", "3")]).await;
    room.place(0, Some(0)).await;
    room.place(1, Some(0)).await;
    let page = room.hand_in(0, "Правила на одной странице", &[(1, true)]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let team = room.teams[0].to_string();
    let hopped = room.people[3].browser.post(&teams_of(&room, 3), &[("team", team.as_str())]).await;
    assert_eq!(hopped.status, 422, "they would read the work and go back");
    assert!(hopped.text().contains("Напишите преподавателю"), "{}", hopped.text());
    assert!(!room.open(3).await.text().contains("Правила на одной странице"));
}
