//! Who gets which work, and who must not (H8).

use super::{FULL, at};
use crate::cases::Room;
use crate::support::fixtures::Person;
use birge::cases::rules::{Allocation, CaseSetup};
use birge::db::schema::{enrolments, grading_seats, people};
use birge::kernel::{OrganisationId, PersonId, SubmissionId};
use diesel::prelude::*;
use serde_json::json;

impl Room {
    pub async fn allotted(&self, id: SubmissionId) -> Vec<PersonId> {
        self.app.run_jobs().await;
        self.app
            .db
            .read(move |r| {
                Ok(grading_seats::table
                    .filter(grading_seats::submission_id.eq(id))
                    .filter(grading_seats::allotted_at.is_not_null())
                    .order(grading_seats::person_id)
                    .select(grading_seats::person_id)
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }

    pub async fn works_for(&self, person: &Person, organisation: OrganisationId) {
        let id = person.id;
        self.app
            .db
            .write(move |w| {
                diesel::update(people::table.find(id))
                    .set(people::organisation_id.eq(organisation))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// Everybody of the edition was sent by this organisation from now on.
    pub async fn sent_by(&self, organisation: OrganisationId) {
        let edition = self.edition;
        self.app
            .db
            .write(move |w| {
                diesel::update(enrolments::table.filter(enrolments::edition_id.eq(edition)))
                    .set(enrolments::organisation_id.eq(organisation))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn in_turn_each_trainer_gets_as_many_and_others_cannot_take_them() {
    let room = Room::new().await;
    let (second, browser) = room.colleague("Ахметова").await;
    room.set_up(CaseSetup { allocation: Allocation::RoundRobin, ..CaseSetup::default() }).await;
    let mut given = Vec::new();
    for surname in ["Первый", "Второй", "Третий", "Четвёртый"] {
        let id = room.work_of(surname).await;
        given.push((id, room.allotted(id).await[0]));
    }
    let of = |person: &Person| given.iter().filter(|(_, who)| *who == person.id).count();
    assert_eq!((of(&room.trainer), of(&second)), (2, 2));
    let (theirs, _) = given.iter().find(|(_, who)| *who == second.id).unwrap();
    let refused = room.grader.post(&at(*theirs, "grading"), &FULL).await;
    assert_eq!(refused.status, 409);
    let text = refused.text();
    assert!(
        text.contains("Работа поручена другому преподавателю")
            && text.contains("Её проверяет Ахметова А. С."),
        "nobody has begun, so no time is named: {text}"
    );
    let claimed = room.app.api(&room.trainer).await;
    let claimed = claimed.post(&format!("/api/v1/submissions/{theirs}/claim"), json!({})).await;
    assert_eq!((claimed.status, claimed.json()["errors"][0]["code"].as_str()), (409, Some("work-allotted")));
    let queue = room.grader.get("/grading").await.html;
    for (id, who) in &given {
        let offered = queue.contains(&format!("action=\"{}\"", at(*id, "claim")));
        assert_eq!(offered, *who == room.trainer.id, "only what may be taken is offered: {queue}");
    }
    let looking = room.grader.get(&format!("/submissions/{theirs}")).await.text();
    assert!(looking.contains("Эту работу проверяет Ахметова А. С."), "{looking}");
    assert_eq!(browser.post(&at(*theirs, "grading"), &FULL).await.status, 200);
    assert_eq!(room.app.audited("work-allotted").await, 4);
}

#[tokio::test]
async fn nobody_grades_a_colleague_unless_an_administrator_has_recorded_why() {
    let room = Room::new().await;
    let hospice = room.app.organisation("Детский хоспис").await;
    room.works_for(&room.trainer, hospice).await;
    room.sent_by(hospice).await;
    room.set_up(CaseSetup { allocation: Allocation::RoundRobin, ..CaseSetup::default() }).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    assert!(room.allotted(id).await.is_empty(), "there is nobody but a colleague");
    let desk = room.grader.get(&format!("/submissions/{id}")).await.text();
    assert!(desk.contains("Автор из вашей организации"), "{desk}");
    let queue = room.grader.get("/grading").await.html;
    assert!(queue.contains(&format!("/submissions/{id}")) && !queue.contains(&at(id, "claim")), "{queue}");
    let free = room.grader.get("/grading?whose=free").await.html;
    assert!(!free.contains(&format!("/submissions/{id}")), "it is not free for them: {free}");
    let refused = room.grader.post(&at(id, "grading"), &FULL).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Исключение с причиной может записать администратор"));

    let boss = room.app.administrator().await;
    let (boss, trainer) = (room.app.sign_in(&boss).await, room.trainer.id.to_string());
    let path = format!("/editions/{}/grading-exceptions", room.edition);
    assert_eq!(room.grader.post(&path, &[("person", &trainer), ("reason", "Один")]).await.status, 403);
    assert_eq!(boss.post(&path, &[("person", &trainer), ("reason", " ")]).await.status, 422);
    let made = boss.post(&path, &[("person", &trainer), ("reason", "Других преподавателей нет")]).await;
    assert!(made.text().contains("Исключение записано") && made.text().contains("Других"), "{}", made.text());
    let again = boss.post(&path, &[("person", &trainer), ("reason", "Ещё раз")]).await;
    assert!(!again.text().contains("Ещё раз"), "one that holds is enough: {}", again.text());
    assert!(room.grader.get("/grading").await.html.contains(&at(id, "claim")), "now it is offered");
    assert_eq!(room.grader.post(&at(id, "claim"), &[]).await.status, 200);
    let (_, after) = made.html.split_once("/grading-exceptions/").unwrap();
    let exception = after.split('/').next().unwrap();
    boss.post(&format!("/grading-exceptions/{exception}/revocation"), &[]).await;
    assert_eq!(room.grader.post(&at(id, "grading"), &FULL).await.status, 409);
    assert_eq!(room.app.audited("grading-exception-made").await, 1);
    assert_eq!(room.app.audited("grading-exception-revoked").await, 1);
}

#[tokio::test]
async fn an_administrator_gives_a_work_to_another_trainer_with_a_reason() {
    let room = Room::new().await;
    let (second, browser) = room.colleague("Ахметова").await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "claim"), &[]).await;
    let boss = room.app.administrator().await;
    let boss = room.app.sign_in(&boss).await;
    let to = second.id.to_string();
    let form = boss.get(&format!("/submissions/{id}")).await;
    assert!(form.text().contains("Поручить другому преподавателю"), "{}", form.text());
    assert_eq!(boss.post(&at(id, "assignment"), &[("person", &to), ("reason", "")]).await.status, 422);
    let stranger = [("person", "999999"), ("reason", "Болезнь")];
    assert_eq!(boss.post(&at(id, "assignment"), &stranger).await.status, 422);
    let fields = [("person", to.as_str()), ("reason", "Болезнь")];
    assert_eq!(room.grader.post(&at(id, "assignment"), &fields).await.status, 403);
    assert_eq!(boss.post(&at(id, "assignment"), &fields).await.status, 200);
    assert_eq!(room.grader.post(&at(id, "grading"), &FULL).await.status, 409, "it was taken away");
    assert_eq!(browser.post(&at(id, "grading"), &FULL).await.status, 200);
    assert_eq!(room.app.audited("work-reassigned").await, 1);
    let late = boss.post(&at(id, "assignment"), &fields).await;
    assert_eq!(late.status, 409, "its grade is decided");
}

#[tokio::test]
async fn of_two_graders_only_the_named_one_gives_way_and_nobody_marks_twice() {
    let room = Room::new().await;
    let (second, browser) = room.colleague("Ахметова").await;
    let (third, _) = room.colleague("Судья").await;
    room.set_up(CaseSetup { graders: 2, ..CaseSetup::default() }).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "claim"), &[]).await;
    browser.post(&at(id, "claim"), &[]).await;
    let boss = room.app.administrator().await;
    let (page, api) = (room.app.sign_in(&boss).await, room.app.api(&boss).await);
    let form = page.get(&format!("/submissions/{id}")).await.text();
    assert!(form.contains("Вместо кого"), "{form}");
    let to = third.id.to_string();
    let unnamed = page.post(&at(id, "assignment"), &[("person", &to), ("reason", "Болезнь")]).await;
    assert!(unnamed.status == 422 && unnamed.html.contains("#field-instead"), "{}", unnamed.html);
    let path = format!("/api/v1/submissions/{id}/assignment");
    let body = |to: &Person, instead: Option<PersonId>| json!({ "person_id": to.id.0, "instead_of": instead.map(|one| one.0), "reason": "Болезнь" });
    assert_eq!(
        api.put(&path, body(&third, Some(third.id))).await.status,
        422,
        "the third has no place to give"
    );
    assert_eq!(api.put(&path, body(&third, Some(second.id))).await.status, 204);
    assert_eq!(browser.post(&at(id, "grading"), &FULL).await.status, 409, "the named one gave way");
    assert_eq!(room.grader.post(&at(id, "grading"), &FULL).await.status, 200, "the other did not");

    let refused = api.put(&path, body(&room.trainer, None)).await;
    let fault = refused.json()["errors"][0].clone();
    assert_eq!((refused.status, fault["field"].as_str()), (422, Some("person")), "{fault}");
    let offered = page.get(&format!("/submissions/{id}")).await.html;
    assert!(!offered.contains(&format!("<option value=\"{}\"", room.trainer.id)), "{offered}");
    assert_eq!(api.put(&path, body(&second, None)).await.status, 204, "only one place is in question");
    assert_eq!(browser.post(&at(id, "grading"), &FULL).await.status, 200);
}
