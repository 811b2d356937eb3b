//! What each member gets: the grade copied to those present, and what is changed for one of them.

use super::TeamRoom;
use crate::grading::{FULL, LOW};
use birge::db::schema::{enrolments, people};
use birge::kernel::SubmissionId;
use diesel::prelude::*;

fn member(id: SubmissionId, room: &TeamRoom, who: usize) -> String {
    format!("/submissions/{id}/members/{}", room.people[who].enrolment)
}

#[tokio::test]
async fn the_grade_reaches_those_present_and_none_of_the_absent() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    assert_eq!(room.completed().await, room.enrolments(&[0, 1]), "H6: an absent member has none");
    let mut written = room.letters().await;
    written.sort();
    let mut wanted = vec![room.people[0].person.email.clone(), room.people[1].person.email.clone()];
    wanted.sort();
    assert_eq!(written, wanted);
    for who in [0, 1] {
        let page = room.open(who).await.text();
        assert!(page.contains("Кейс зачтён") && page.contains("7 из 7"), "{page}");
    }
    let absent = room.open(2).await.text();
    assert!(absent.contains("в этой работе вы не участвовали") && !absent.contains("7 из 7"), "{absent}");
    let api = room.app.api(&room.people[2].person).await;
    let told = api.get(&format!("/api/v1{}", room.path(2))).await.json();
    assert!(told["submissions"][0]["grading"].is_null(), "{told}");
}

#[tokio::test]
async fn one_member_is_adjusted_with_a_reason_that_only_they_read() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    let before = room.letters().await.len();

    let nothing = [("present", "on"), ("points", "-4"), ("reason", " ")];
    let refused = room.grader.post(&member(id, &room, 1), &nothing).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains("value=\"-4\""), "what was typed stays: {}", refused.html);
    let same = [("present", "on"), ("points", "0"), ("reason", "Просто так")];
    assert_eq!(room.grader.post(&member(id, &room, 1), &same).await.status, 422);

    let less = [("present", "on"), ("points", "-4"), ("reason", "Пришёл к последнему шагу")];
    let done = room.grader.post(&member(id, &room, 1), &less).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.text().contains("Пришёл к последнему шагу"), "kept, with who and when: {}", done.text());
    let own = room.open(1).await.text();
    assert!(own.contains("Ваши баллы: 3") && own.contains("Пришёл к последнему шагу"), "{own}");
    assert!(!own.contains("Кейс зачтён"), "three points do not pass: {own}");
    assert_eq!(room.completed().await, room.enrolments(&[0]), "what does not pass any more is open again");
    let other = room.open(0).await;
    assert!(
        !other.html.contains("последнему шагу") && other.text().contains("Кейс зачтён"),
        "{}",
        other.text()
    );
    let api = room.app.api(&room.people[0].person).await;
    let told = api.get(&format!("/api/v1{}", room.path(0))).await.html;
    assert!(!told.contains("последнему шагу"), "{told}");
    let letters = room.letters().await;
    assert_eq!(letters[before..], [room.people[1].person.email.clone()], "only that member is told");

    let back = [("present", "on"), ("points", "0"), ("reason", "Ошиблась")];
    room.grader.post(&member(id, &room, 1), &back).await;
    assert_eq!(room.completed().await, room.enrolments(&[0, 1]));
    assert_eq!(room.app.audited("team-share-adjusted").await, 2);
}

#[tokio::test]
async fn who_was_left_out_by_mistake_gets_the_grade_and_who_was_not_there_loses_it() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    let there = [("present", "on"), ("points", "0"), ("reason", "Была на второй половине")];
    assert_eq!(room.grader.post(&member(id, &room, 2), &there).await.status, 200);
    assert_eq!(room.completed().await, room.enrolments(&[0, 1, 2]));
    assert!(room.open(2).await.text().contains("Кейс зачтён"));
    let away = [("points", "0"), ("reason", "Не было")];
    assert_eq!(room.grader.post(&member(id, &room, 1), &away).await.status, 200);
    assert_eq!(room.completed().await, room.enrolments(&[0, 2]));
}

#[tokio::test]
async fn a_correction_reaches_every_member_and_the_next_version_is_the_teams() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    room.grader.post(&format!("/submissions/{id}/grading"), &LOW).await;
    assert!(room.completed().await.is_empty());
    let second = room.hand_in(1, "Вторая версия", &[(0, true), (2, true)]).await;
    assert_eq!(second.status, 200, "{}", second.text());
    let second = room.newest().await;
    assert_ne!(id, second);
    room.grader.post(&format!("/submissions/{second}/grading"), &FULL).await;
    assert_eq!(room.completed().await, room.enrolments(&[0, 1, 2]));
    let desk = room.grader.get(&format!("/submissions/{second}")).await.text();
    assert!(desk.contains("Версия 2") && desk.contains("Версия 1"), "{desk}");
    let mut low = LOW.to_vec();
    low.extend([("reason", "Пересчитала"), ("revisions", "0")]);
    let corrected = room.grader.post(&format!("/submissions/{second}/correction"), &low).await;
    assert_eq!(corrected.status, 200, "{}", corrected.text());
    assert!(room.completed().await.is_empty(), "the correction reaches everybody");
}

#[tokio::test]
async fn nobody_grades_a_team_of_their_own_or_of_their_organisation() {
    let room = TeamRoom::filled().await;
    let hospice = room.app.organisation("Детский хоспис").await;
    let colleague = room.app.person("Коллега").await;
    room.app.teach(room.edition, &colleague).await;
    room.app.teach(room.edition, &room.people[2].person).await;
    let (person, enrolment) = (colleague.id, room.people[1].enrolment);
    room.app
        .db
        .write(move |w| {
            diesel::update(people::table.find(person))
                .set(people::organisation_id.eq(hospice))
                .execute(w.conn())?;
            diesel::update(enrolments::table.find(enrolment))
                .set(enrolments::organisation_id.eq(hospice))
                .execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    let id = room.handed_in().await;
    let grading = format!("/submissions/{id}/grading");
    let own = room.app.sign_in(&room.people[2].person).await;
    assert!(!own.get("/grading").await.text().contains("Команда 1"), "one's own team does not wait for one");
    assert_eq!(own.post(&grading, &FULL).await.status, 403);
    let colleague = room.app.sign_in(&colleague).await;
    assert_eq!(colleague.post(&grading, &FULL).await.status, 409, "a member is of the same organisation");
    assert_eq!(room.grader.post(&grading, &FULL).await.status, 200);
    let own_desk =
        own.post(&member(id, &room, 2), &[("present", "on"), ("points", "5"), ("reason", "Себе")]).await;
    assert_eq!(own_desk.status, 403);
}

#[tokio::test]
async fn a_hidden_version_is_given_back_to_the_whole_team() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    let own = room.people[1].person.email.clone();
    room.grader.post(&format!("/submissions/{id}/hiding"), &[("reason", "Названа семья")]).await;
    let letters = room.letters().await;
    assert_eq!(letters.len(), 3, "{letters:?}");
    assert!(letters.contains(&own));
    for who in 0..3 {
        let page = room.open(who).await;
        assert!(!page.html.contains("<p>Правила на одной странице"), "{}", page.html);
        assert!(page.text().contains("Названа семья"), "{}", page.text());
    }
    assert_eq!(room.hand_in(1, "Без имён", &[(0, true), (2, true)]).await.status, 200);
}
