//! A consultation with its people, as the trainers of the edition see it.

use crate::appointments::actions::{Entry, Seat};
use crate::appointments::api::AppointmentOut;
use crate::kernel::Moment;
use serde::Serialize;
use utoipa::ToSchema;

/// A booking as the trainers of the edition see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentSeatOut {
    /// The booking.
    booking_id: i64,
    /// Whose.
    enrolment_id: i64,
    /// The name.
    name: String,
    /// What is asked.
    question: Option<String>,
    /// Since when.
    booked_at: String,
    /// Since when it is over.
    ended_at: Option<String>,
    /// Why it was ended by somebody else.
    end_reason: Option<String>,
    /// Whether the person came; `null` before somebody has said so.
    came: Option<bool>,
    /// What came out of it.
    note: Option<String>,
    /// Whether the trainee sees the note.
    note_shown: bool,
    /// Which mark and note these are; send it back with what is said of the booking.
    seen: String,
}

impl AppointmentSeatOut {
    fn new(seat: &Seat) -> AppointmentSeatOut {
        let row = &seat.booked.row;
        AppointmentSeatOut {
            booking_id: row.id.0,
            enrolment_id: row.enrolment.0,
            name: seat.booked.name.full(),
            question: row.question.clone(),
            booked_at: row.booked_at.rfc3339(),
            ended_at: row.ended_at.map(Moment::rfc3339),
            end_reason: row.end_reason.clone(),
            came: seat.came,
            note: seat.note.as_ref().map(|note| note.words.clone()),
            note_shown: seat.note.as_ref().is_some_and(|note| note.shown),
            seen: seat.seen.to_string(),
        }
    }
}

/// A consultation with its people.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentWithPeopleOut {
    /// When, where and by whom.
    #[serde(flatten)]
    appointment: AppointmentOut,
    /// Who has a place.
    bookings: Vec<AppointmentSeatOut>,
    /// Who had one.
    ended: Vec<AppointmentSeatOut>,
}

impl AppointmentWithPeopleOut {
    /// Of a consultation.
    pub(super) fn new(entry: &Entry) -> AppointmentWithPeopleOut {
        AppointmentWithPeopleOut {
            appointment: AppointmentOut::new(&entry.slot),
            bookings: entry.standing.iter().map(AppointmentSeatOut::new).collect(),
            ended: entry.ended.iter().map(AppointmentSeatOut::new).collect(),
        }
    }
}
