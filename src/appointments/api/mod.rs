//! Consultations for programs: the same actions as the pages.

pub mod answers;
pub mod changes;
pub mod marks;
pub mod own;
pub mod slots;

use super::actions::Held;
use super::store::slots::SlotRow;
use crate::kernel::{Moment, PersonName, dates};
use serde::Serialize;
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    slots::index,
    slots::create,
    slots::look,
    slots::set,
    slots::show,
    marks::mark,
    slots::withdraw,
    changes::create,
    answers::confirm,
    answers::decline,
    own::index,
    own::book,
    own::swap,
    own::cancel,
    own::ask,
    own::take_back
))]
pub struct Doc;

/// When, where and by whom a consultation is held.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentOut {
    /// The slot.
    id: i64,
    /// Its edition.
    edition_id: i64,
    /// Who consults.
    consultant_id: i64,
    /// The day by the edition's calendar, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `14:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// The edition's IANA zone.
    time_zone: String,
    /// The instant of the start, UTC.
    starts_at: String,
    /// The instant of the end, UTC.
    ends_at: String,
    /// For how many people: 1 is an individual consultation.
    capacity: i32,
    /// `in_person` or `online`.
    mode: String,
    /// The room.
    place: Option<String>,
    /// The link.
    link: Option<String>,
    /// What it is about.
    topic: Option<String>,
    /// In which activity it counts, where it counts.
    activity_id: Option<i64>,
    /// How many minutes it counts.
    minutes: Option<i32>,
    /// Since when it is withdrawn.
    withdrawn_at: Option<String>,
    /// Why.
    withdrawal_reason: Option<String>,
}

impl AppointmentOut {
    fn new(row: &SlotRow) -> AppointmentOut {
        AppointmentOut {
            id: row.id.0,
            edition_id: row.edition.0,
            consultant_id: row.consultant.0,
            held_on: row.held_on.to_string(),
            starts: dates::time(row.starts_local),
            ends: dates::time(row.ends_local),
            time_zone: row.time_zone.name().to_owned(),
            starts_at: row.starts_at.rfc3339(),
            ends_at: row.ends_at.rfc3339(),
            capacity: row.capacity,
            mode: row.mode.as_str().to_owned(),
            place: row.place.clone(),
            link: row.link.clone(),
            topic: row.topic.clone(),
            activity_id: row.activity.map(|id| id.0),
            minutes: row.minutes.map(|minutes| minutes.0),
            withdrawn_at: row.withdrawn_at.map(Moment::rfc3339),
            withdrawal_reason: row.withdrawal_reason.clone(),
        }
    }

    /// Without the link, for whoever has no place: a meeting is joined by those who booked it.
    fn without_link(row: &SlotRow) -> AppointmentOut {
        AppointmentOut { link: None, ..AppointmentOut::new(row) }
    }
}

/// A consultation in the caller's days.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldAppointmentOut {
    /// The consultation.
    appointment: AppointmentOut,
    /// The edition's title.
    edition: String,
    /// `consults` where the caller holds it, else `booked`.
    part: &'static str,
    /// The names of those who come, or of who consults.
    with: Vec<String>,
}

impl HeldAppointmentOut {
    /// The consultation with its link: it is the caller's own.
    pub fn new(held: &Held) -> HeldAppointmentOut {
        HeldAppointmentOut {
            appointment: AppointmentOut::new(&held.slot),
            edition: held.edition.clone(),
            part: if held.consults { "consults" } else { "booked" },
            with: held.with.iter().map(PersonName::full).collect(),
        }
    }
}
