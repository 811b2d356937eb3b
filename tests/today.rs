//! What awaits somebody, as the API says it: the same as the pages «Дальше» and «Сегодня».

use crate::support::TestApp;
use crate::support::world::World;
use birge::kernel::EnrolmentId;
use birge::web::paths;
use serde_json::json;

#[actix_web::test]
async fn a_trainee_reads_the_next_step_the_next_session_and_how_far_it_is() {
    let app = TestApp::spawn().await;
    let world = World::build(&app).await;
    let next = app.api(&world.trainee).await.get("/api/v1/next").await;
    assert_eq!(next.status, 200, "{}", next.html);
    let next = next.json();
    let enrolment = world.fill("{enrolment}").parse::<i64>().unwrap();
    let question = next["question"]["question"].as_str().unwrap();
    let page = app.sign_in(&world.trainee).await.get(paths::NEXT).await.text();
    assert!(page.contains(question), "a question comes before the step: {page}");
    app.declare(EnrolmentId(enrolment), true).await;
    let step = next["step"]["title"].as_str().unwrap();
    let page = app.sign_in(&world.trainee).await.get(paths::NEXT).await.text();
    assert!(page.contains(step), "{step}: {page}");
    assert_eq!(next["step"]["enrolment_id"], json!(enrolment));
    assert_eq!(
        (&next["session"]["session"]["held_on"], &next["session"]["session"]["starts"]),
        (&json!("2026-09-16"), &json!("10:00"))
    );
    let stages: Vec<_> = next["programmes"].as_array().unwrap().iter().map(|one| &one["stage"]).collect();
    assert_eq!(stages, ["running", "over"]);
    let running = &next["programmes"][0];
    assert!(
        running["unmet_conditions"].as_u64().unwrap() > 0 && running["ready_for_document"] == json!(false)
    );
    assert!(running["planned_minutes"].as_i64() > running["credited_minutes"].as_i64());
    assert_eq!(next["due"], json!([]), "its edition ends in November");
    app.set_clock("2026-11-20T06:00:00Z");
    let due = app.api(&world.trainee).await.get("/api/v1/next").await.json();
    assert_eq!((&due["due"][0]["enrolment_id"], &due["session"]), (&json!(enrolment), &json!(null)));
    assert!(due["due"][0]["days_left"].as_i64().unwrap() <= 21, "{due}");
    let calm = app.api(&world.bystander).await.get("/api/v1/next").await.json();
    let nothing = json!({
        "question": null, "step": null, "session": null, "consultations": [], "due": [], "due_works": [], "reviews": [],
        "training": [], "programmes": [], "unread_messages": 0
    });
    assert_eq!(calm, nothing);
}

#[actix_web::test]
async fn a_trainer_reads_what_waits_today_and_a_trainee_does_not() {
    let app = TestApp::spawn().await;
    let world = World::build(&app).await;
    let trainer = app.api(&world.trainer).await;
    let today = trainer.get("/api/v1/today").await;
    assert_eq!(today.status, 200, "{}", today.html);
    let today = today.json();
    assert_eq!((&today["today"], &today["unmarked"]), (&json!([]), &json!([])));
    let session = world.fill("/sessions/{session}").rsplit('/').next().unwrap().parse::<i64>().unwrap();
    assert_eq!(today["next"][0]["session"]["id"], json!(session));
    assert_eq!((&today["next"][0]["enrolled"], &today["next"][0]["missing_marks"]), (&json!(2), &json!(2)));
    assert_eq!((&today["works"].as_array().unwrap().len(), &today["appeals"]), (&2, &json!(1)));
    assert!(today["works"][0]["author"].as_str().unwrap().contains("Слушатель"), "{today}");
    app.set_clock("2026-09-16T08:00:00Z");
    assert_eq!(trainer.get("/api/v1/today").await.json()["today"][0]["session"]["id"], json!(session));
    app.set_clock("2026-09-18T08:00:00Z");
    let later = trainer.get("/api/v1/today").await.json();
    assert_eq!(later["unmarked"][0]["session"]["id"], json!(session));
    assert_eq!(later["works"][0]["age_days"], json!(3));
    let others = app.api(&world.other_trainer).await.get("/api/v1/today").await.json();
    assert_eq!((&others["works"], &others["unmarked"]), (&json!([]), &json!([])));
    assert_eq!(app.api(&world.trainee).await.get("/api/v1/today").await.status, 403);
}
