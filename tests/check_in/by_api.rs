//! The check-in for programs.

use super::*;
use serde_json::json;

fn code_of(page: &Page) -> String {
    page.json()["errors"][0]["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_program_opens_arrives_and_closes() {
    let hall = Hall::with(2, SessionMode::Mixed).await;
    let app = &hall.ground.app;
    let (trainer, trainee) = (app.api(&hall.ground.trainer).await, app.api(hall.person(0).0).await);
    let base = format!("/api/v1/sessions/{}", hall.session);
    let (check_in, arrivals) = (format!("{base}/check-in"), format!("{base}/arrivals"));
    assert_eq!(trainer.get(&check_in).await.json()["state"], json!("none"));
    let wrong = trainer.put(&check_in, json!({ "opens_before": 31 })).await;
    assert_eq!(wrong.status, 422, "{}", wrong.html);
    let opened = trainer.put(&check_in, json!({ "in_person": true, "online": true, "spoken": true })).await;
    assert_eq!(opened.status, 200, "{}", opened.html);
    let opened = opened.json();
    assert_eq!((&opened["state"], opened["codes"].as_array().unwrap().len()), (&json!("open"), 2));
    let (code, spoken) = (opened["codes"][1]["code"].clone(), opened["spoken"].clone());
    assert_eq!(opened["codes"][1]["presence"], json!("online"));

    let missing = trainee.post(&arrivals, json!({ "code": code })).await;
    assert_eq!((missing.status, missing.json()["errors"][0]["field"].clone()), (422, json!("spoken")));
    let body = json!({ "code": code, "spoken": spoken });
    let first = trainee.post(&arrivals, body.clone()).await;
    assert_eq!(first.status, 200, "{}", first.html);
    let told = first.json();
    assert_eq!(
        (&told["first"], &told["status"], &told["presence"]),
        (&json!(true), &json!("present"), &json!("online"))
    );
    let again = trainee.post(&arrivals, body.clone()).await.json();
    assert_eq!((&again["first"], &again["arrived_at"]), (&json!(false), &told["arrived_at"]));

    let stranger = app.api(&app.person("Гость").await).await;
    let foreign = stranger.post(&arrivals, body).await;
    assert_eq!((foreign.status, code_of(&foreign).as_str()), (404, "check-in-not-yours"));
    let guessed = stranger.post(&arrivals, json!({ "code": "000000" })).await;
    assert_eq!((guessed.status, code_of(&guessed).as_str()), (409, "check-in-code-wrong"));
    assert_eq!(stranger.get(&check_in).await.status, 403);

    let seen = trainer.get(&check_in).await.json();
    assert_eq!(seen["arrivals"][0]["enrolment_id"], json!(hall.person(0).1));
    let place = trainee.get(&format!("{base}/place")).await.json();
    assert_eq!(place["arrived_at"], told["arrived_at"]);
    let link = trainee.post(&format!("{base}/joining"), json!({})).await;
    assert_eq!(link.json()["link"], json!("https://meet.example.org/birge"));
    let closed = trainer.post(&format!("{check_in}/closing"), json!({})).await.json();
    assert_eq!((&closed["state"], &closed["codes"]), (&json!("closed"), &json!([])));
    let late = app.api(hall.person(1).0).await;
    hall.clock(1);
    let refused = late.post(&arrivals, json!({ "code": hall.code(), "spoken": spoken })).await;
    assert_eq!((refused.status, code_of(&refused).as_str()), (409, "check-in-closed"));
}

#[tokio::test]
async fn too_early_says_when() {
    let hall = Hall::open(1).await;
    hall.clock(-16 * 60);
    let trainee = hall.ground.app.api(hall.person(0).0).await;
    let arrivals = format!("/api/v1/sessions/{}/arrivals", hall.session);
    let early = trainee.post(&arrivals, json!({ "code": hall.code() })).await;
    assert_eq!((early.status, code_of(&early).as_str()), (409, "check-in-ahead"));
    assert_eq!(early.header("retry-after"), "60");
}
