//! Sessions ahead of an edition that ask people to be at two places at once.

use super::timetable::SessionOut;
use crate::api::{Api, ApiErrors, Listing, ok};
use crate::attendance::actions::{self, Clash, Other};
use crate::attendance::store::conflicts::Consultation;
use crate::kernel::{EditionId, Gate, Language, SessionId, dates};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// A session ahead, and another one, or a consultation, at the same time for which people of the edition are expected too.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionConflictOut {
    /// The session of this edition.
    session_id: i64,
    /// The other session, of this edition or of another one; `null` where it is a consultation.
    other: Option<SessionOut>,
    /// The consultation that they have booked; `null` where it is a session.
    consultation: Option<ConsultationOut>,
    /// The title of the edition that holds the other session or the consultation.
    edition: String,
    /// How many people are expected at both.
    people: usize,
    /// Up to three of their names, with initials.
    names: Vec<String>,
}

/// A consultation in the way of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsultationOut {
    /// The consultation, as the list of appointments has it.
    appointment_id: i64,
    /// The day by its edition's calendar, `2026-11-21`.
    held_on: String,
    /// The start by its edition's clock, `10:00`.
    starts: String,
    /// The end by its edition's clock.
    ends: String,
    /// The instant of the start, UTC.
    starts_at: String,
    /// The instant of the end, UTC.
    ends_at: String,
}

impl SessionConflictOut {
    fn new(session: SessionId, clash: &Clash, reader: Language) -> SessionConflictOut {
        let (other, consultation, edition) = match &clash.other {
            Other::Session(listed) => {
                let other = SessionOut::new(&listed.session, &listed.title.0, &listed.format, reader);
                (Some(other), None, &listed.edition)
            }
            Other::Consultation(one) => (None, Some(ConsultationOut::new(one)), &one.edition),
        };
        SessionConflictOut {
            session_id: session.0,
            other,
            consultation,
            edition: edition.clone(),
            people: clash.people,
            names: clash.names().to_vec(),
        }
    }
}

impl ConsultationOut {
    fn new(one: &Consultation) -> ConsultationOut {
        ConsultationOut {
            appointment_id: one.slot.0,
            held_on: one.held_on.to_string(),
            starts: dates::time(one.starts_local),
            ends: dates::time(one.ends_local),
            starts_at: one.starts_at.rfc3339(),
            ends_at: one.ends_at.rfc3339(),
        }
    }
}

/// The sessions ahead of an edition that meet others of the same people, or consultations that they have booked, as the
/// tags on the page of its sessions say it: booking refuses such sessions, but some are held nevertheless, and whoever is
/// enrolled later is expected at two places all the same.
#[utoipa::path(get, path = "/api/v1/editions/{id}/session-conflicts", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = Listing<SessionConflictOut>), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let read = move |r: &mut _, me: &crate::kernel::Actor| {
        let timetable = actions::timetable(r, me, id)?;
        let met = actions::overlaps(r, &timetable, now)?;
        Ok((timetable, met))
    };
    let (me, (timetable, met)) = api.read(Gate::Trainer, read).await?;
    let reader = me.actor.language;
    let in_order = timetable.sessions.iter().filter_map(|(row, ..)| Some((row.id, met.get(&row.id)?)));
    let items = in_order
        .flat_map(|(id, clashes)| clashes.iter().map(move |clash| SessionConflictOut::new(id, clash, reader)))
        .collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}
