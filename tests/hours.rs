//! Hours: totals of an edition and of a person, where each number comes from, and the two shares of attendance
//! (L1, L4, L9, L10, M4).

mod shares;
mod totals;
mod traces;

use crate::attendance::ground::Ground;
use birge::attendance::rules::SessionMode;
use birge::kernel::{ActivityId, SessionId};
use serde_json::{Value, json};

/// Half past one: the lecture of the day is over.
const AFTER_THE_LECTURE: &str = "2026-09-15T05:30:00Z";

/// A lecture of three hours, ten in the morning; the first person was there, the second left after two.
async fn after_the_lecture() -> (Ground, SessionId) {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let trainer = ground.app.api(&ground.trainer).await;
    let marks = json!({ "marks": [
        { "enrolment_id": ground.people[0].1, "status": "present" },
        { "enrolment_id": ground.people[1].1, "status": "left_early", "early_minutes": 60 },
    ] });
    let saved = trainer.put(&format!("/api/v1/sessions/{session}/marks"), marks).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
    ground.app.set_clock(AFTER_THE_LECTURE);
    (ground, session)
}

/// A session in the afternoon of the same day.
async fn later_today(ground: &Ground, activity: ActivityId) -> SessionId {
    ground.session(activity, ("15:00", "16:30"), SessionMode::InPerson).await
}

/// Planned, held, earned and missing minutes of a body.
fn numbers(body: &Value) -> [i64; 4] {
    ["planned", "held", "earned", "missing"].map(|name| body[format!("{name}_minutes")].as_i64().unwrap())
}

/// The numbers of a kind or a mode.
fn part(parts: &Value, name: &str) -> [i64; 4] {
    numbers(parts.as_array().unwrap().iter().find(|part| part["name"] == name).unwrap())
}
