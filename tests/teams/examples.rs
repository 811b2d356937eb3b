//! A team's answer becomes an example when everybody who had a part in it lets it (H9).

use super::TeamRoom;
use crate::grading::FULL;
use crate::support::database::engine;
use crate::support::learning::NewEdition;
use birge::cases::store as cases;
use birge::db::Engine;
use birge::db::schema::{example_answers, library_examples, submission_members};
use birge::editions::store as editions;
use birge::kernel::{EditionId, EnrolmentId, SubmissionId};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::json;

const ASKED: &str = "Сначала позвоню Ольге.";

impl TeamRoom {
    /// Shows the work of the first team by a nameless copy, and asks those who wrote it.
    async fn asked(&self) -> SubmissionId {
        let id = self.handed_in().await;
        let shown = self.grader.post(&format!("/submissions/{id}/shown-answer"), &[("text", ASKED)]).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        let page = self.grader.post(&format!("/submissions/{id}/example"), &[]).await;
        assert!(page.text().contains("Ответили 0 из 2"), "{}", page.text());
        id
    }

    async fn says(&self, who: usize, verdict: &str) -> String {
        let path = format!("{}/consent", self.path(who));
        let page = self.people[who].browser.post(&path, &[("verdict", verdict)]).await;
        assert_eq!(page.status, 200, "{}", page.text());
        page.text()
    }

    /// An edition after this one.
    async fn later(&self) -> EditionId {
        let edition = self.edition;
        let read = move |r: &mut birge::db::Read| {
            Ok(editions::edition(r, edition)?.expect("the edition").version_id)
        };
        let version = self.app.db.read(read).await.unwrap();
        let later = NewEdition { starts_on: "2026-09-02".parse().unwrap(), ..NewEdition::of(version) };
        self.app.open_edition(later).await
    }

    /// How many examples the edition after this one may read.
    async fn examples(&self, later: EditionId) -> usize {
        let read = move |r: &mut birge::db::Read| {
            let edition = editions::edition(r, later)?.expect("the later edition");
            Ok(cases::examples(r, &edition, "case")?.len())
        };
        self.app.db.read(read).await.unwrap()
    }
}

#[tokio::test]
async fn everybody_who_had_a_part_is_asked_and_one_refusal_is_enough() {
    let room = TeamRoom::filled().await;
    let later = room.later().await;
    let id = room.asked().await;
    assert_eq!(room.letters().await.len(), 2, "the two who were there");
    assert_eq!(
        room.people[2].browser.get(&format!("{}/consent", room.path(2))).await.status,
        404,
        "not there"
    );
    assert!(room.open(1).await.text().contains("просит разрешения"), "whoever did not hand in is asked too");

    let first = room.says(0, "agree").await;
    assert!(first.contains("когда согласятся все") && first.contains("Ещё не ответили: Болатов"), "{first}");
    assert_eq!(room.examples(later).await, 0, "one of two is nobody's consent");
    let staff = room.grader.get(&format!("/submissions/{id}/shown-answer")).await.text();
    assert!(staff.contains("Ответили 1 из 2") && !staff.contains("Болатов"), "{staff}");
    let api = room.app.api(&room.people[1].person).await;
    let told = api.get(&format!("/api/v1{}/consent", room.path(1))).await.json();
    assert_eq!((told["consent"].as_str(), told["everybody"].as_str()), (Some("asked"), Some("asked")));
    assert_eq!(told["awaited"].as_array().unwrap().len(), 0, "nobody but the reader: {told}");

    let second = room.says(1, "agree").await;
    assert!(second.contains("ответ видят слушатели следующих потоков"), "{second}");
    assert_eq!(room.examples(later).await, 1);
    room.says(0, "refuse").await;
    assert_eq!(room.examples(later).await, 0, "one refusal is enough");
    let other = room.people[1].browser.get(&format!("{}/consent", room.path(1))).await.text();
    assert!(other.contains("кто-то из команды против") && !other.contains("Айдарова"), "{other}");
    let staff = room.grader.get(&format!("/submissions/{id}/shown-answer")).await.text();
    assert!(staff.contains("Согласия нет"), "{staff}");
}

#[tokio::test]
async fn whoever_turns_out_to_have_had_a_part_is_asked_before_anybody_reads_it() {
    let room = TeamRoom::filled().await;
    let later = room.later().await;
    let id = room.asked().await;
    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    room.says(0, "agree").await;
    room.says(1, "agree").await;
    assert_eq!(room.examples(later).await, 1);

    let member = format!("/submissions/{id}/members/{}", room.people[2].enrolment);
    let there = [("present", "on"), ("points", "0"), ("reason", "Была на второй половине")];
    assert_eq!(room.grader.post(&member, &there).await.status, 200);
    assert_eq!(room.examples(later).await, 0, "two of three are nobody's consent");
    let staff = room.grader.get(&format!("/submissions/{id}/shown-answer")).await.text();
    assert!(staff.contains("Ответили 2 из 3"), "{staff}");
    assert!(room.open(2).await.text().contains("просит разрешения"), "they are asked too");
    room.says(2, "agree").await;
    assert_eq!(room.examples(later).await, 1);
}

#[tokio::test]
async fn a_part_that_was_written_down_later_closes_an_example() {
    let room = TeamRoom::filled().await;
    let later = room.later().await;
    room.asked().await;
    room.says(0, "agree").await;
    room.says(1, "agree").await;
    assert_eq!(room.examples(later).await, 1);
    let third = room.people[2].enrolment;
    let there = move |w: &mut birge::db::Write| {
        diesel::update(submission_members::table.filter(submission_members::enrolment_id.eq(third)))
            .set(submission_members::present.eq(true))
            .execute(w.conn())?;
        Ok(())
    };
    room.app.db.write(there).await.unwrap();
    assert_eq!(room.examples(later).await, 0, "whoever was never asked has not agreed");
}

#[tokio::test]
async fn whoever_changed_teams_answers_about_the_work_of_each() {
    let room = TeamRoom::filled().await;
    room.asked().await;
    room.says(1, "agree").await;
    room.place(1, Some(1)).await;
    let page = room.hand_in(3, "Другие правила", &[(1, true)]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let second = room.newest().await;
    let text = [("text", "Сначала спрошу всех.")];
    let shown = room.grader.post(&format!("/submissions/{second}/shown-answer"), &text).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    room.grader.post(&format!("/submissions/{second}/example"), &[]).await;

    let path = format!("{}/consent", room.path(1));
    let page = room.people[1].browser.get(&path).await.text();
    assert!(page.contains(ASKED) && page.contains("Сначала спрошу всех."), "{page}");
    let api = room.app.api(&room.people[1].person).await;
    let told = api.get(&format!("/api/v1{path}")).await.json();
    assert_eq!((told["consent"].as_str(), told["text"].as_str()), (Some("asked"), Some(text[0].1)));
    assert_eq!(told["earlier"][0]["consent"], "agreed", "{told}");
    assert_eq!(told["earlier"][0]["text"], ASKED);

    let earlier = told["earlier"][0]["example"].as_i64().unwrap().to_string();
    let back = [("verdict", "refuse"), ("example", earlier.as_str())];
    assert_eq!(room.people[1].browser.post(&path, &back).await.status, 200);
    let told = api.get(&format!("/api/v1{path}")).await.json();
    assert_eq!(told["earlier"][0]["consent"], "refused", "an earlier consent is taken back: {told}");
    assert_eq!(told["consent"], "asked", "and nothing was said about the other work");
    room.says(1, "agree").await;
    let told = api.get(&format!("/api/v1{path}")).await.json();
    assert_eq!(
        (told["consent"].as_str(), told["earlier"][0]["consent"].as_str()),
        (Some("agreed"), Some("refused"))
    );
    let unknown = json!({ "example": 999, "agrees": true });
    assert_eq!(api.put(&format!("/api/v1{path}"), unknown).await.status, 404);
}

#[tokio::test]
async fn what_one_of_a_team_agreed_to_before_waits_for_the_others() {
    let room = TeamRoom::filled().await;
    room.asked().await;
    let now = room.app.now();
    let (down, up) = match engine() {
        Engine::Sqlite => (
            include_str!("../../migrations/sqlite/0027_works_together/down.sql"),
            include_str!("../../migrations/sqlite/0027_works_together/up.sql"),
        ),
        Engine::Postgres => (
            include_str!("../../migrations/postgres/0027_works_together/down.sql"),
            include_str!("../../migrations/postgres/0027_works_together/up.sql"),
        ),
    };
    let migrate = move |w: &mut birge::db::Write| {
        diesel::update(library_examples::table)
            .set((library_examples::agreed.eq(true), library_examples::answered_at.eq(now)))
            .execute(w.conn())?;
        w.conn().batch_execute(down)?;
        Ok(w.conn().batch_execute(up)?)
    };
    room.app.db.write(migrate).await.unwrap();
    let read = |r: &mut birge::db::Read| {
        let answers: Vec<(EnrolmentId, Option<bool>)> = example_answers::table
            .order(example_answers::enrolment_id)
            .select((example_answers::enrolment_id, example_answers::agreed))
            .load(r.conn())?;
        let all: Option<bool> = library_examples::table.select(library_examples::agreed).first(r.conn())?;
        Ok((answers, all))
    };
    let (answers, all) = room.app.db.read(read).await.unwrap();
    assert_eq!(answers, [(room.people[0].enrolment, Some(true)), (room.people[1].enrolment, None)]);
    assert_eq!(all, None, "no example before the others have agreed");
}
