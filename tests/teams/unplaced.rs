//! A trainee without a team is not led to the team's case, and the trainer hears of it.

use super::TeamRoom;
use birge::programmes::rules::ActivityKind;
use birge::web::paths;
use serde_json::json;

#[tokio::test]
async fn the_next_step_goes_past_a_team_case_while_nobody_can_choose_a_team() {
    let room = TeamRoom::new().await;
    let (app, person) = (&room.app, &room.people[0]);
    for fact in app.facts(person.enrolment).await {
        if matches!(fact.kind, ActivityKind::Lesson | ActivityKind::Quiz) {
            app.finish(person.enrolment, fact.clone(), fact.planned).await;
        }
    }
    let next = app.api(&person.person).await.get("/api/v1/next").await.json();
    assert_ne!(next["step"]["activity_id"], json!(room.case.0), "{next}");
    let page = person.browser.get(paths::NEXT).await.text();
    assert!(page.contains("Вас ещё не включили в команду"), "a held thing says why: {page}");

    let trainer = app.api(&room.trainer).await;
    let today = trainer.get("/api/v1/today").await.json();
    let missing = json!({ "case_id": room.case, "edition_id": room.edition, "people": 4, "set_id": room.set,
        "title": today["unplaced"][0]["title"] });
    assert_eq!(today["unplaced"], json!([missing]));
    let page = room.grader.get(paths::TODAY).await.text();
    assert!(page.contains("Люди без команды") && page.contains("4 человека без команды"), "{page}");

    let sign_up = format!("/team-sets/{}/sign-up", room.set);
    room.grader.post(&sign_up, &[("until", "2026-09-20"), ("time", "18:00"), ("places", "2")]).await;
    let next = app.api(&person.person).await.get("/api/v1/next").await.json();
    assert_eq!(next["step"]["activity_id"], json!(room.case.0), "now it is theirs to choose: {next}");
    assert_eq!(trainer.get("/api/v1/today").await.json()["unplaced"], json!([]));

    app.set_clock("2026-09-21T06:00:00Z");
    room.place(0, Some(0)).await;
    let next = app.api(&person.person).await.get("/api/v1/next").await.json();
    assert_eq!(next["step"]["activity_id"], json!(room.case.0), "{next}");
    assert_eq!(trainer.get("/api/v1/today").await.json()["unplaced"][0]["people"], json!(3));
}
