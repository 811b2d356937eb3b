//! Sheets, timetables, letters, overviews and the issuing desk follow the assignment.

use super::{Ground, QUESTION};
use birge::attendance::actions as attendance;
use birge::attendance::rules::{Booking, Mark, Presence, SessionMode, Status};
use birge::db::schema::mails;
use birge::kernel::{EnrolmentId, Minutes, SessionId};
use birge::progress::store::assignment::{Among, outside};
use diesel::prelude::*;
use serde_json::json;

impl Ground {
    /// Today's group class, and people who answered no, yes and nothing.
    async fn class_of_three(&self) -> (SessionId, [EnrolmentId; 3]) {
        let [with, without, silent] = [
            self.app.person("Опытная").await,
            self.app.person("Новичок").await,
            self.app.person("Тихий").await,
        ];
        let people = [
            self.app.enrol(self.edition, &without).await,
            self.app.enrol(self.edition, &with).await,
            self.app.enrol(self.edition, &silent).await,
        ];
        self.app.declare(people[0], false).await;
        self.app.declare(people[1], true).await;
        let (actor, now, edition) = (self.app.actor(&self.trainer).await, self.app.now(), self.edition);
        let booking = Booking {
            activity: self.class,
            held_on: "2026-09-15".parse().unwrap(),
            starts: "08:30:00".parse().unwrap(),
            ends: "10:00:00".parse().unwrap(),
            mode: SessionMode::InPerson,
            place: Some("Ауд. 5".into()),
            link: None,
            trainer: Some(self.trainer.id),
        };
        let session =
            self.app.db.write(move |w| attendance::book(w, &actor, edition, &booking, now)).await.unwrap();
        (session, people)
    }
}

fn present() -> Mark {
    Mark::of(Status::Present, Presence::InPerson)
}

#[tokio::test]
async fn the_sheet_has_only_those_whose_the_module_is() {
    let ground = Ground::new().await;
    let (session, [without, with, silent]) = ground.class_of_three().await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let sheet = browser.get(&format!("/sessions/{session}")).await.text();
    assert!(sheet.contains("Новичок"), "{sheet}");
    assert!(!sheet.contains("Опытная") && !sheet.contains("Тихий"), "{sheet}");
    let actor = ground.app.actor(&ground.trainer).await;
    for (who, fits) in [(with, false), (silent, false), (without, true)] {
        let (actor, now) = (actor.clone(), ground.app.now());
        let line = attendance::Line { enrolment: who, seen: 0, mark: present() };
        let roll = attendance::RollCall { lines: vec![line], reason: None };
        let done = ground
            .app
            .db
            .write(move |w| attendance::mark(w, &actor, session, &roll, now).map(|saved| saved.first))
            .await;
        assert_eq!(done.is_ok(), fits, "{done:?}");
    }
    let timetable = browser.get(&format!("/editions/{}/sessions", ground.edition)).await.text();
    assert!(timetable.contains("1 / 1"), "marked is everybody of whom it is asked: {timetable}");
    let today = browser.get("/today").await;
    assert_eq!(today.status, 200);
    assert!(!today.text().contains("1 / 4"), "{}", today.text());
    ground
        .app
        .db
        .read(move |r| {
            let facts =
                birge::progress::store::portion(r, birge::kernel::ProgrammeVersionId(1), without)?.facts;
            assert!(facts.iter().any(|fact| fact.key == "first-group" && fact.credited > Minutes::ZERO));
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn who_was_marked_and_then_released_stays_on_the_sheet() {
    let ground = Ground::new().await;
    let (session, [without, ..]) = ground.class_of_three().await;
    let (actor, now) = (ground.app.actor(&ground.trainer).await, ground.app.now());
    let line = attendance::Line { enrolment: without, seen: 0, mark: present() };
    let roll = attendance::RollCall { lines: vec![line], reason: None };
    ground.app.db.write(move |w| attendance::mark(w, &actor, session, &roll, now).map(|_| ())).await.unwrap();
    let to = format!("/api/v1/learn/{without}/extra-modules/{}/decisions", ground.module);
    let by = ground.app.api(&ground.administrator).await;
    let page = by.post(&to, json!({ "decision": "released", "note": "Есть диплом" })).await;
    assert_eq!(page.status, 201, "{}", page.html);
    let sheet = ground.app.sign_in(&ground.trainer).await.get(&format!("/sessions/{session}")).await.text();
    assert!(sheet.contains("Новичок"), "a mark can always be corrected: {sheet}");
}

#[tokio::test]
async fn schedule_and_letters_go_to_those_whose_the_module_is() {
    let ground = Ground::new().await;
    let (session, _) = ground.class_of_three().await;
    ground.answer("yes").await;
    let schedule = ground.browser().await.get("/schedule").await.text();
    assert!(!schedule.contains("Групповое занятие"), "{schedule}");
    ground.answer("no").await;
    let schedule = ground.browser().await.get("/schedule").await.text();
    assert!(schedule.contains("Групповое занятие"), "{schedule}");
    ground.answer("yes").await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    browser.post(&format!("/sessions/{session}/cancellation"), &[("reason", "Болезнь")]).await;
    let letters: Vec<String> = ground
        .app
        .db
        .read(|r| {
            let sent = mails::table.filter(mails::name.eq("session_cancelled"));
            Ok(sent.select(mails::to_address).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(letters.len(), 1, "only the newcomer: {letters:?}");
}

#[tokio::test]
async fn the_overview_and_the_issuing_desk_name_the_missing_answer() {
    let ground = Ground::new().await;
    let (_, [without, with, silent]) = ground.class_of_three().await;
    let browser = ground.app.sign_in(&ground.administrator).await;
    let page = browser.get(&format!("/editions/{}", ground.edition)).await.text();
    assert_eq!(page.matches("ответ на вопрос об опыте").count(), 2, "Иванова and Тихий: {page}");
    let seen = ground.app.api(&ground.administrator).await;
    let seen = seen.get(&format!("/api/v1/editions/{}/progress", ground.edition)).await.json();
    let planned = |who: EnrolmentId| {
        let people = seen["people"].as_array().unwrap();
        people.iter().find(|one| one["enrolment_id"] == who.0).unwrap()["planned_minutes"].as_i64().unwrap()
    };
    assert_eq!((planned(without), planned(with), planned(silent)), (19 * 45, 16 * 45, 16 * 45));
    let desk = browser.get(&format!("/editions/{}/documents", ground.edition)).await.text();
    assert!(desk.contains(&format!("Нет ответа на вопрос об опыте: {QUESTION}")), "{desk}");
}

#[tokio::test]
async fn a_document_needs_the_answer_and_attests_the_volume_of_the_programme() {
    let ground = Ground::new().await;
    ground.app.let_issue(ground.app.centre().await).await;
    for fact in ground.app.facts(ground.enrolment).await {
        if fact.question.is_none() {
            let minutes = fact.planned;
            ground.app.finish(ground.enrolment, fact, minutes).await;
        }
    }
    ground.app.set_clock("2026-11-30T06:00:00Z");
    ground.app.ready_for_papers(&ground.administrator, ground.edition).await;
    let to = format!("/api/v1/editions/{}/documents", ground.edition);
    let by = ground.app.api(&ground.administrator).await;
    let refused = by.post(&to, json!({ "enrolments": [ground.enrolment] })).await;
    assert_eq!(refused.status, 409, "{}", refused.html);
    assert!(refused.html.contains("document-answer-open"), "{}", refused.html);
    ground.answer("no").await;
    let refused = by.post(&to, json!({ "enrolments": [ground.enrolment] })).await;
    assert_eq!(refused.status, 409, "now the module itself is missing: {}", refused.html);
    ground.answer("yes").await;
    let issued = by.post(&to, json!({ "enrolments": [ground.enrolment] })).await;
    assert_eq!(issued.status, 201, "{}", issued.html);
}

#[tokio::test]
async fn people_of_several_editions_are_sorted_at_once() {
    let ground = Ground::new().await;
    ground.class_of_three().await;
    let (edition, class, version) = (ground.edition, ground.class, ground.version);
    let plain = ground.app.edition(ground.app.programme().await).await;
    ground
        .app
        .db
        .read(move |r| {
            let found = outside(r, Among::Editions(&[edition, plain]))?;
            assert_eq!((found.count(edition, class), found.count(plain, class)), (3, 0));
            let facts = birge::progress::store::facts_of_edition(r, version, edition)?;
            let with_class = facts.values().filter(|own| own.iter().any(|fact| fact.id == class)).count();
            assert_eq!((facts.len(), with_class), (4, 3), "one has experience");
            Ok(())
        })
        .await
        .unwrap();
}
