//! Sessions of one activity for which people sign up: one of them is enough, and worth the whole activity (L1, L5).

use super::*;
use serde_json::{Value, json};

/// When the first practicum is over, and the second one is not.
const BETWEEN: &str = "2026-09-15T07:45:00Z";
/// When the second practicum is over as well.
const EVENING: &str = "2026-09-15T10:00:00Z";

/// The worth of each session, and what each cell of a person says.
async fn matrix(class: &Class, place: usize) -> (Vec<i64>, Vec<String>) {
    let api = class.ground.app.api(&class.ground.trainer).await;
    let found = api.get(&format!("/api/v1{}", paths::attendance_matrix(class.ground.edition))).await.json();
    let worth = |one: &Value| one["worth_minutes"].as_i64().unwrap();
    let worth = found["sessions"].as_array().unwrap().iter().map(worth).collect();
    let own = |one: &&Value| one["enrolment_id"] == json!(class.enrolment(place));
    let person = found["people"].as_array().unwrap().iter().find(own).unwrap();
    let state = |one: &Value| one["state"].as_str().unwrap().to_owned();
    (worth, person["marks"].as_array().unwrap().iter().map(state).collect())
}

#[tokio::test]
async fn one_of_two_sessions_to_choose_from_is_worth_the_whole_activity() {
    let class = Class::with(3, 2).await;
    let ground = &class.ground;
    let second = ground.session(ground.practicum, ("16:00", "17:30"), SessionMode::InPerson).await;
    let places = [("capacity", "2"), ("waiting_list", "on")];
    class.trainer.post(&paths::session_places(second), &places).await;
    assert_eq!(class.sign_up(0).await.status, 200);
    assert_eq!(class.browser(1).await.post(&paths::own_sign_up(second), &[]).await.status, 200);

    ground.app.set_clock("2026-09-15T06:00:00Z");
    let api = ground.app.api(&ground.trainer).await;
    let marks = json!({ "marks": [{ "enrolment_id": class.enrolment(0), "status": "present" }] });
    let saved = api.put(&format!("/api/v1/sessions/{}/marks", class.session), marks).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
    assert_eq!(ground.minutes(0).await, 90, "who came to one has the whole activity");

    ground.app.set_clock(EVENING);
    let (worth, cells) = matrix(&class, 0).await;
    assert_eq!(worth, [90, 90]);
    assert_eq!(cells, ["marked", "not_asked"]);
    assert_eq!(matrix(&class, 1).await.1, ["not_asked", "unmarked"]);

    class.trainer.post(&paths::session_places_removal(second), &[]).await;
    assert_eq!(ground.minutes(0).await, 45, "a session for all is another part of the activity");
    assert_eq!(matrix(&class, 0).await.1, ["marked", "unmarked"]);
    class.trainer.post(&paths::session_places(second), &places).await;
    assert_eq!(ground.minutes(0).await, 90);
}

/// Held minutes of each person as the totals of the edition have them, and their sum; what the person's own page and the
/// condition of the document say is the same.
async fn held(class: &Class) -> (Vec<i64>, i64) {
    let api = class.ground.app.api(&class.ground.trainer).await;
    let found = api.get(&format!("/api/v1/editions/{}/hours", class.ground.edition)).await.json();
    let minutes = |numbers: &Value| numbers["held_minutes"].as_i64().unwrap();
    let mut each = Vec::new();
    for (person, enrolment) in &class.ground.people {
        let own = |one: &&Value| one["enrolment_id"] == json!(enrolment);
        let of_edition = minutes(found["people"].as_array().unwrap().iter().find(own).unwrap());
        let own = class.ground.app.api(person).await;
        let hours = own.get(&format!("/api/v1/learn/{enrolment}/hours")).await.json();
        assert_eq!(minutes(&hours["totals"]["all"]), of_edition);
        let course = own.get(&format!("/api/v1/learn/{enrolment}")).await.json();
        let conditions = course["conditions"].as_array().unwrap();
        let attendance = conditions.iter().find(|one| one["kind"] == "attendance").unwrap();
        assert_eq!(minutes(attendance), of_edition);
        each.push(of_edition);
    }
    (each, minutes(&found["totals"]["all"]))
}

#[tokio::test]
async fn what_is_held_of_a_choice_is_ones_own_session_and_the_last_one_for_whoever_chose_none() {
    let class = Class::with(3, 3).await;
    let ground = &class.ground;
    let second = ground.session(ground.practicum, ("16:00", "17:30"), SessionMode::InPerson).await;
    let places = [("capacity", "3"), ("waiting_list", "on")];
    class.trainer.post(&paths::session_places(second), &places).await;
    for place in [0, 2] {
        assert_eq!(class.sign_up(place).await.status, 200);
    }
    for place in [0, 1, 2] {
        let second = class.browser(place).await.post(&paths::own_sign_up(second), &[]).await;
        assert_eq!(second.status, 200);
    }
    assert_eq!(held(&class).await, (vec![0, 0, 0], 0));

    ground.app.set_clock(BETWEEN);
    let api = ground.app.api(&ground.trainer).await;
    let marks = json!({ "marks": [
        { "enrolment_id": class.enrolment(0), "status": "present" },
        { "enrolment_id": class.enrolment(2), "status": "absent" },
    ] });
    let saved = api.put(&format!("/api/v1/sessions/{}/marks", class.session), marks).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
    assert_eq!(held(&class).await, (vec![90, 0, 0], 90), "who missed the first has a place in the second");

    ground.app.set_clock(EVENING);
    assert_eq!(held(&class).await, (vec![90, 90, 90], 270), "two places are one activity");
    let matrix = api.get(&format!("/api/v1{}", paths::attendance_matrix(ground.edition))).await.json();
    let own = |one: &&Value| one["enrolment_id"] == json!(class.enrolment(0));
    let person = matrix["people"].as_array().unwrap().iter().find(own).unwrap();
    assert_eq!(person["held_minutes"], json!(90), "the journal counts it once as well");
}
