//! The same over the API.

use super::School;
use crate::support::queries;
use birge::continuing_training::actions;
use birge::web::paths;
use serde_json::json;

#[actix_web::test]
async fn the_rule_the_matrix_and_one_s_own_standing() {
    let school = School::open().await;
    let mentor = school.mentor("Абаева").await;
    let rule = format!("/api/v1/editions/{}/training-rule", school.edition);
    let (administrator, trainer) =
        (school.api(&school.administrator).await, school.api(&school.trainer).await);
    assert_eq!(trainer.get(&rule).await.status, 404, "none was set");
    let body = json!({ "initial_minutes": 120, "quarterly": true, "least_minutes": 30,
        "activity_ids": [school.meeting, school.meeting] });
    assert_eq!(trainer.put(&rule, body.clone()).await.status, 403);
    let set = administrator.put(&rule, body).await;
    assert_eq!((set.status, set.json()["activity_ids"].clone()), (200, json!([school.meeting])));
    assert_eq!(trainer.get(&rule).await.json(), set.json());
    let wrong = json!({ "initial_minutes": -1, "quarterly": true, "least_minutes": 0, "activity_ids": [school.lesson] });
    let refused = administrator.put(&rule, wrong).await;
    let fields: Vec<String> = refused.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        (refused.status, fields),
        (422, ["initial_minutes", "least_minutes", "activities"].map(str::to_owned).to_vec())
    );

    let meeting = school.session(school.meeting, "2026-02-10", "mixed").await;
    school.noon("2026-02-10");
    school.mark(meeting, &[(&mentor, "online")]).await;
    let place = format!("/api/v1/learn/{}/training", mentor.enrolment);
    let own = school.api(&mentor.person).await.get(&place).await.json();
    assert_eq!(own["visits"][0]["in_person"], json!(false));
    assert_eq!(
        own["standing"],
        json!({ "state": "needs_training", "initial_minutes": 0, "initial_minutes_needed": 120,
            "quarters": [{ "quarter": "2026-1", "state": "due", "closed_on": null, "until": "2026-03-31",
                "near": "online" }] })
    );
    let next = school.api(&mentor.person).await.get("/api/v1/next").await.json();
    assert_eq!(
        next["training"],
        json!([{ "enrolment_id": mentor.enrolment, "quarter": "2026-1", "until": "2026-03-31" }])
    );
}

#[actix_web::test]
async fn a_make_up_and_a_start() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    school.noon("2026-04-10");
    let place = format!("/api/v1/learn/{}/training", mentor.enrolment);
    let trainer = school.api(&school.trainer).await;
    let credit = |quarter: &str| json!({ "quarter": quarter, "done_on": "2026-04-03", "minutes": 60, "about": "Разбор с куратором" });
    let to = format!("{place}/credits");
    for wrong in ["", "2026-7", "2025-4"] {
        assert_eq!(trainer.post(&to, credit(wrong)).await.status, 422, "{wrong}");
    }
    let own = school.api(&mentor.person).await;
    assert_eq!(own.post(&to, credit("2026-1")).await.status, 403);
    let made = trainer.post(&to, credit("2026-1")).await;
    assert_eq!(
        (made.status, made.json()["standing"]["quarters"][0]["state"].clone()),
        (201, json!("made_up"))
    );
    assert_eq!(trainer.post(&to, credit("2026-1")).await.status, 422, "it is closed now");
    let id = made.json()["credits"][0]["id"].as_i64().unwrap();
    let revocation = format!("/api/v1/training-credits/{id}/revocation");
    assert_eq!(trainer.post(&revocation, json!({})).await.status, 422);
    assert_eq!(own.post(&revocation, json!({ "reason": "x" })).await.status, 403);
    let back = trainer.post(&revocation, json!({ "reason": "Была онлайн" })).await.json();
    assert_eq!(back["standing"]["quarters"][0]["state"], json!("missed"));
    assert_eq!(back["credits"][0]["revocation_reason"], json!("Была онлайн"));

    let administrator = school.api(&school.administrator).await;
    let start = format!("{place}/start");
    assert_eq!(trainer.put(&start, json!({ "starts_on": "2026-04-01" })).await.status, 403);
    let moved = administrator.put(&start, json!({ "starts_on": "2026-04-01" })).await.json();
    assert_eq!(moved["starts_on"], json!("2026-04-01"));
    assert_eq!(moved["standing"]["quarters"].as_array().unwrap().len(), 1);
}

#[actix_web::test]
async fn what_makes_up_for_a_missed_session_closes_its_quarter_and_no_other() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let meeting = school.session(school.meeting, "2026-03-10", "in_person").await;
    school.noon("2026-03-10");
    school.mark(meeting, &[(&mentor, "absent")]).await;
    school.noon("2026-07-10");
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed missed due"]);
    let trainer = school.api(&school.trainer).await;
    let made = |mode: &str, minutes: i32| {
        json!({ "enrolment_id": mentor.enrolment, "form": "meeting", "made_on": "2026-07-07", "mode": mode,
            "minutes": minutes, "note": "Разбор встречи с куратором" })
    };
    let to = format!("/api/v1/sessions/{meeting}/make-ups");
    assert_eq!(trainer.post(&to, made("online", 30)).await.status, 200);
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed missed due"], "online closes nothing");
    let noted = trainer.post(&to, made("in_person", 120)).await;
    assert_eq!(noted.status, 200, "{}", noted.html);
    assert_eq!(school.matrix().await, ["Абаева needs_training: made_up missed due"]);
    let place = format!("/api/v1/learn/{}/training", mentor.enrolment);
    let own = school.api(&mentor.person).await.get(&place).await.json();
    assert_eq!(own["standing"]["initial_minutes"], json!(120), "the time in person counts, and only that");
    let quarters: Vec<_> = own["make_ups"].as_array().unwrap().iter().map(|one| &one["quarter"]).collect();
    assert_eq!(quarters, ["2026-1", "2026-1"]);
    let page = school.app.sign_in(&mentor.person).await.get(&paths::own_training(mentor.enrolment)).await;
    assert!(
        page.text().contains("Отработка, очно") && page.text().contains("2 из 2 часов"),
        "{}",
        page.text()
    );

    let id = noted.json()["make_ups"][1]["id"].as_i64().unwrap();
    let back = json!({ "make_up_id": id, "reason": "Была онлайн" });
    let withdrawn = trainer.post(&format!("/api/v1/sessions/{meeting}/make-up-withdrawals"), back).await;
    assert_eq!(withdrawn.status, 200, "{}", withdrawn.html);
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed missed due"]);
}

#[actix_web::test]
async fn the_matrix_asks_as_many_queries_for_many_people_as_for_one() {
    let school = School::with_rule().await;
    school.mentor("Абаева").await;
    let count = async || {
        let (actor, edition, now) =
            (school.app.actor(&school.trainer).await, school.edition, school.app.now());
        queries::asked(&school.app.db, move |r| actions::board(r, &actor, edition, now)).await.len()
    };
    let one = count().await;
    for number in 0..20 {
        school.mentor(&format!("Наставник{number:02}")).await;
    }
    assert_eq!(count().await, one);
    assert!(one <= 12, "{one} queries");
}
