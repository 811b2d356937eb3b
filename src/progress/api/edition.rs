//! How the people of an edition are doing, over the API.

use crate::api::{self, Api, ApiErrors};
use crate::kernel::{EditionId, Gate, Permille};
use crate::progress::actions::overview::{self, Trainee};
use crate::progress::rules::overview::Risk;
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// An edition at a glance.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditionProgress {
    /// The edition.
    pub edition_id: i64,
    /// `ahead`, `running` or `over`.
    pub stage: String,
    /// How many people fit.
    pub capacity: i32,
    /// How many people did something in the last seven days.
    pub active: usize,
    /// How many people are at risk.
    pub at_risk: usize,
    /// How many people have met every condition.
    pub ready: usize,
    /// The people the caller sees: coordinators see those they sent.
    pub people: Vec<PersonProgress>,
}

/// How one person is doing.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonProgress {
    /// The enrolment.
    pub enrolment_id: i64,
    /// The person.
    pub person_id: i64,
    /// Surname, first name, patronymic.
    pub name: String,
    /// How many conditions are met.
    pub conditions_met: usize,
    /// How many there are.
    pub conditions: usize,
    /// Percent attended of the sessions held so far; `null` before the first.
    pub attended_percent: Option<i32>,
    /// Credited time in minutes.
    pub credited_minutes: i32,
    /// Planned time in minutes.
    pub planned_minutes: i32,
    /// `attendance` or `quiet`, for people at risk.
    pub risk: Option<String>,
    /// Whether every condition is met.
    pub ready: bool,
    /// Whether there is a valid document.
    pub has_document: bool,
    /// When the person last did something, RFC 3339.
    pub last_seen_at: Option<String>,
}

/// An edition at a glance, with its people.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/progress", tag = "editions",
    params(("edition" = i64, Path)),
    responses((status = 200, body = EditionProgress), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (_, seen) = api.read(Gate::SignedIn, move |r, me| overview::edition(r, me, id, now)).await?;
    let count = |wanted: fn(&Trainee) -> bool| seen.people.iter().filter(|one| wanted(one)).count();
    Ok(api::ok(&EditionProgress {
        edition_id: id.0,
        stage: seen.stage.as_str().to_owned(),
        capacity: seen.edition.capacity,
        active: count(|one| one.summary.active),
        at_risk: count(|one| one.summary.risk.is_some()),
        ready: count(|one| one.summary.is_ready()),
        people: seen.people.iter().map(person).collect(),
    }))
}

fn person(one: &Trainee) -> PersonProgress {
    let summary = &one.summary;
    PersonProgress {
        enrolment_id: one.row.enrolment.0,
        person_id: one.row.person.0,
        name: one.row.name.full(),
        conditions_met: summary.met,
        conditions: summary.conditions,
        attended_percent: summary.attended.map(Permille::as_percent),
        credited_minutes: summary.credited.0,
        planned_minutes: summary.planned.0,
        risk: summary.risk.map(|risk| match risk {
            Risk::Attendance { .. } => "attendance".to_owned(),
            Risk::Quiet { .. } => "quiet".to_owned(),
        }),
        ready: summary.is_ready(),
        has_document: one.has_document,
        last_seen_at: summary.last_seen.map(|at| at.rfc3339()),
    }
}

/// What the API says about the progress of editions.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show))]
pub struct Doc;
