//! A team's answer becomes an example when everybody who had a part in it lets it (H9).

use super::TeamRoom;
use crate::support::database::engine;
use crate::support::learning::NewEdition;
use birge::cases::store as cases;
use birge::db::Engine;
use birge::db::schema::{example_answers, library_examples};
use birge::editions::store as editions;
use birge::kernel::{EditionId, EnrolmentId, SubmissionId};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

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
    let version = room.app.db.read({
        let edition = room.edition;
        move |r| Ok(editions::edition(r, edition)?.expect("the edition").version_id)
    });
    let later =
        NewEdition { starts_on: "2026-09-02".parse().unwrap(), ..NewEdition::of(version.await.unwrap()) };
    let later = room.app.open_edition(later).await;
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
    assert!(staff.contains("не согласился"), "{staff}");
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
