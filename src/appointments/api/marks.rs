//! Who came to a consultation, and what came out of it.

use super::slots::{AppointmentWithPeopleOut, one};
use crate::api::{Api, Body};
use crate::appointments::actions::{self, Outcome};
use crate::appointments::pages::input;
use crate::appointments::store::outcomes::{Note, Seen};
use crate::db::Write;
use crate::kernel::{Actor, AppointmentBookingId, AppointmentSlotId, Gate, Problem};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Deserialize;
use utoipa::ToSchema;

/// Who came and what came out of it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentOutcomesIn {
    /// What is said of each booking.
    marks: Vec<AppointmentOutcomeIn>,
}

/// What is said of one booking.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AppointmentOutcomeIn {
    /// Of which.
    booking_id: i64,
    /// Whether the person came; left out to leave it as it is.
    came: Option<bool>,
    /// What came out of it; left out to leave it as it is.
    note: Option<String>,
    /// Whether the trainee sees the note.
    #[serde(default)]
    note_shown: bool,
    /// The `seen` of the booking when it was read: what somebody else has written since is refused, not replaced. Left out:
    /// whatever is there is replaced.
    seen: Option<String>,
}

impl AppointmentOutcomesIn {
    /// Notes are read and refused as on the page.
    fn outcomes(&self) -> Result<Vec<Outcome>, Problem> {
        let outcome = |one: &AppointmentOutcomeIn| -> Result<Outcome, Problem> {
            let note = one.note.as_deref().map(input::note).transpose()?;
            Ok(Outcome {
                booking: AppointmentBookingId(one.booking_id),
                came: one.came,
                note: note.map(|words| Note::new(words, one.note_shown)),
                seen: one.seen.as_deref().map(Seen::parse),
            })
        };
        self.marks.iter().map(outcome).collect()
    }
}

/// Notes who came and what came out of it. Said again, it changes nothing; a correction brings the ledger to what is true.
#[utoipa::path(put, path = "/api/v1/appointments/{appointment}/marks", tag = "appointments",
    params(("appointment" = i64, Path)), request_body = AppointmentOutcomesIn,
    responses((status = 200, body = AppointmentWithPeopleOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn mark(api: Api, path: Path<i64>, Body(body): Body<AppointmentOutcomesIn>) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let mark =
        move |w: &mut Write, me: &Actor, now| actions::mark(w, me, id, &body.outcomes()?, now).map(|_| ());
    api.write(Gate::Trainer, mark).await?;
    one(&api, id).await
}
