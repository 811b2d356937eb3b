//! People who were early, at a session that is cancelled.

use super::*;
use birge::db::schema::audit_entries;
use serde_json::json;

async fn cancel(hall: &Hall) -> Page {
    let api = hall.ground.app.api(&hall.ground.trainer).await;
    let address = format!("/api/v1/sessions/{}/cancellation", hall.session);
    api.post(&address, json!({ "reason": "Нет света" })).await
}

#[tokio::test]
async fn before_the_start_early_marks_are_taken_back_with_their_minutes() {
    let hall = Hall::open(2).await;
    hall.clock(-10 * 60);
    hall.arrive(&hall.browser(0).await).await;
    assert_eq!(hall.ground.minutes(0).await, 90);
    let cancelled = cancel(&hall).await;
    assert_eq!(cancelled.status, 201, "{}", cancelled.html);
    assert_eq!(hall.marks().await, [mark("excused", "in_person", 0)]);
    let moves = [(90, "in_person".to_owned()), (-90, "in_person".to_owned())];
    assert_eq!(hall.ground.ledger(0).await, moves);
    let corrected = |r: &mut birge::db::Read| {
        Ok(audit_entries::table
            .filter(audit_entries::action.eq("attendance-corrected"))
            .count()
            .get_result::<i64>(r.conn())?)
    };
    assert_eq!(hall.ground.app.db.read(corrected).await.unwrap(), 1);
    let place = hall.browser(0).await.get(&paths::here_at(hall.session)).await;
    assert!(place.text().contains("Нет света"), "{}", place.text());
}

#[tokio::test]
async fn a_mark_by_hand_keeps_the_session_until_it_is_sorted_out() {
    let hall = Hall::open(2).await;
    hall.clock(-10 * 60);
    hall.arrive(&hall.browser(0).await).await;
    let who = hall.person(1).1;
    let (status, seen) = (format!("status-{who}"), format!("revision-{who}"));
    let marks = paths::session_marks(hall.session);
    hall.trainer.post(&marks, &[(&status, "present")]).await;
    let refused = cancel(&hall).await;
    assert_eq!(refused.json()["errors"][0]["code"], "session-has-marks");
    assert_eq!(hall.ground.minutes(0).await, 90, "nothing was taken back");
    hall.trainer.post(&marks, &[(status.as_str(), "absent"), (seen.as_str(), "1")]).await;
    assert_eq!(cancel(&hall).await.status, 201);
}

#[tokio::test]
async fn a_session_that_has_begun_with_people_in_it_is_not_cancelled() {
    let hall = Hall::open(1).await;
    hall.arrive(&hall.browser(0).await).await;
    assert_eq!(cancel(&hall).await.json()["errors"][0]["code"], "session-has-marks");
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0)]);
}
