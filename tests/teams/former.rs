//! Who changes teams keeps what was handed in with them, to be read.

use super::TeamRoom;
use crate::grading::FULL;
use birge::cases::rules::CaseSetup;

#[tokio::test]
async fn whoever_goes_to_another_team_still_reads_the_work_of_the_old_one() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    let receipt = room.open(1).await.html.split("data-receipt").count();
    room.place(1, Some(1)).await;
    room.place(3, Some(0)).await;

    let page = room.open(1).await;
    let text = page.text();
    assert!(text.contains("Работа прежней команды: Команда 1"), "{text}");
    assert!(text.contains("Вы были в этой команде с"), "{text}");
    assert!(text.contains("Правила на одной странице") && text.contains("7 из 7"), "{text}");
    assert!(text.contains("Кейс зачтён"), "the grade counts: {text}");
    assert_eq!(page.html.split("data-receipt").count(), receipt, "with its receipt");
    assert!(text.contains("Версия 1"), "the new team has handed in nothing: {text}");
    assert!(page.html.contains("name=\"text\""), "and writes its own work");
    let api = room.app.api(&room.people[1].person).await;
    let told = api.get(&format!("/api/v1{}", room.path(1))).await.json();
    assert_eq!(told["submissions"].as_array().unwrap().len(), 0, "{told}");
    assert_eq!(told["former"][0]["submissions"][0]["grading"]["total"], 7, "{told}");

    let staff = room.grader.get(&room.path(1)).await.text();
    assert!(staff.contains("Слушатель был в этой команде с") && !staff.contains("Вы были"), "{staff}");
    let newcomer = room.open(3).await.text();
    assert!(!newcomer.contains("Работа прежней команды"), "nothing was handed in with them: {newcomer}");
    let other = room.open(0).await.text();
    assert!(!other.contains("Работа прежней команды"), "whoever stays reads it as ever: {other}");

    room.place(1, None).await;
    let alone = room.open(1).await.text();
    assert!(alone.contains("Работа прежней команды: Команда 1") && alone.contains("7 из 7"), "{alone}");
    room.place(1, Some(0)).await;
    let back = room.open(1).await.text();
    assert!(!back.contains("Работа прежней команды") && back.contains("7 из 7"), "{back}");
}

#[tokio::test]
async fn whoever_was_away_does_not_read_it_from_another_team() {
    let room = TeamRoom::filled().await;
    room.handed_in().await;
    room.place(2, Some(1)).await;
    let page = room.open(2).await;
    assert_eq!(page.status, 200);
    let text = page.text();
    for hidden in ["Работа прежней команды", "Правила на одной странице"]
    {
        assert!(!text.contains(hidden), "{text}");
    }
    let api = room.app.api(&room.people[2].person).await;
    let told = api.get(&format!("/api/v1{}", room.path(2))).await.json();
    assert_eq!(told["former"].as_array().map(Vec::len), Some(0), "{told}");
}

#[tokio::test]
async fn whoever_is_in_no_team_any_more_reads_others_by_the_work_of_the_old_one() {
    let room = TeamRoom::filled().await;
    room.handed_in().await;
    for who in [1, 2] {
        room.place(who, None).await;
    }
    let shut = async |who: usize| {
        let api = room.app.api(&room.people[who].person).await;
        let told = api.get(&format!("/api/v1{}/discussion", room.path(who))).await.json();
        told["shut"].as_str().map(str::to_owned)
    };
    assert_eq!(shut(1).await.as_deref(), Some("nothing"), "there is only nothing to read yet");
    assert_eq!(shut(2).await.as_deref(), Some("hand_in_first"), "whoever was away has handed nothing in");
}

#[tokio::test]
async fn staff_do_not_read_it_beside_a_name_while_works_have_none() {
    let room = TeamRoom::filled().await;
    let administrator = room.app.administrator().await;
    let (actor, at, now) = (room.app.actor(&administrator).await, (room.edition, room.case), room.app.now());
    let setup = CaseSetup { blind: true, ..CaseSetup::default() };
    room.app.db.write(move |w| birge::cases::actions::set_up(w, &actor, at, &setup, now)).await.unwrap();
    room.handed_in().await;
    room.place(1, Some(1)).await;
    let page = room.grader.get(&room.path(1)).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("Правила на одной странице"), "{}", page.text());
}
