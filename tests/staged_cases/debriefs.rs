//! The debrief is for after: the deadline with a grade, or the trainer's word.

use super::Room;
use birge::db::schema::audit_entries;
use diesel::prelude::*;

const DEBRIEF: &str = "позвонить сразу";

impl Room {
    async fn is_told(&self) -> bool {
        let page = self.author.get(&self.case_path()).await.text().contains(DEBRIEF);
        let api = self.app.api(&self.trainee).await.get(&format!("/api/v1{}", self.case_path())).await;
        assert_eq!(api.html.contains(DEBRIEF), page, "pages and API agree");
        page
    }
}

#[tokio::test]
async fn a_debrief_opens_after_deadline_and_grade() {
    let room = Room::new().await;
    room.play_well().await;
    assert!(!room.is_told().await);
    room.hand_in("Решение").await;
    room.grade(("4", "3")).await;
    assert!(!room.is_told().await, "a grade before the deadline does not open it: others still work");
    room.app.set_clock("2026-09-15T20:59:59Z");
    assert!(!room.is_told().await);
    room.app.set_clock("2026-09-15T21:00:00Z");
    assert!(room.is_told().await);
}

#[tokio::test]
async fn without_a_grade_the_deadline_alone_does_not_open_it() {
    let room = Room::new().await;
    room.play_well().await;
    room.hand_in("Решение").await;
    room.app.set_clock("2026-09-16T06:00:00Z");
    assert!(!room.is_told().await);
}

#[tokio::test]
async fn a_trainer_opens_it_to_everybody_once() {
    let room = Room::new().await;
    let path = format!("/editions/{}/cases/{}/debrief", room.edition, room.case);
    assert_eq!(room.author.post(&path, &[]).await.status, 403);
    let other = room.app.trainer("Соседний").await;
    assert_eq!(room.app.sign_in(&other).await.post(&path, &[]).await.status, 404);
    assert!(!room.is_told().await);

    let opened = room.grader.post(&path, &[]).await;
    assert!(opened.text().contains("Разбор открыт всем слушателям потока с"), "{}", opened.text());
    assert!(room.is_told().await);
    assert_eq!(room.grader.post(&path, &[]).await.status, 200);
    let load = |r: &mut birge::db::Read| {
        let actions = audit_entries::table.filter(audit_entries::action.eq("case-debrief-opened"));
        Ok(actions.count().get_result::<i64>(r.conn())?)
    };
    assert_eq!(room.app.db.read(load).await.unwrap(), 1);
}
