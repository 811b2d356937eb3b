//! What stands in a calendar between two days.

use crate::api::{Api, ApiErrors, Listing, ok};
use crate::appointments::actions as appointments;
use crate::appointments::api::HeldAppointmentOut;
use crate::attendance::api::timetable::SessionOut;
use crate::calendars::actions::{self, Entry, Part};
use crate::calendars::rules::span_between;
use crate::kernel::{EditionId, Gate, Language};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The days that are asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Days {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// A session in a calendar.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryOut {
    /// The session.
    session: SessionOut,
    /// The edition's title.
    edition: String,
    /// `learns` where it is asked of the caller, else `teaches`.
    part: &'static str,
    /// The caller's enrolment, where they learn.
    enrolment_id: Option<i64>,
}

impl EntryOut {
    fn new(entry: &Entry, reader: Language) -> EntryOut {
        let listed = &entry.listed;
        let (part, enrolment_id) = match entry.part {
            Part::Learns(who) => ("learns", Some(who.0)),
            Part::Teaches | Part::Taught => ("teaches", None),
        };
        EntryOut {
            session: SessionOut::new(&listed.session, &listed.title.0, &listed.format, reader),
            edition: listed.edition.clone(),
            part,
            enrolment_id,
        }
    }
}

fn listing(entries: &[Entry], reader: Language) -> Listing<EntryOut> {
    Listing { items: entries.iter().map(|entry| EntryOut::new(entry, reader)).collect(), next_after: None }
}

/// The sessions that are asked of the caller or taught by them, the cancelled ones too, between two days by the caller's
/// clock, both included. At most 400 days at once.
#[utoipa::path(get, path = "/api/v1/calendar", tag = "calendars",
    params(("from" = String, Query), ("to" = String, Query)),
    responses((status = 200, body = Listing<EntryOut>), (status = 422, body = ApiErrors)))]
pub async fn own(api: Api, days: Query<Days>) -> Reply {
    let now = api.web.now();
    let read = move |r: &mut _, me: &crate::kernel::Actor| {
        actions::own_entries(r, me, (span_between(&days.from, &days.to, me.zone)?, now))
    };
    let (me, entries) = api.read(Gate::SignedIn, read).await?;
    Ok(ok(&listing(&entries, me.actor.language)))
}

/// The consultations that the caller has booked, and those that they hold, booked or free, between two days by the caller's
/// clock, both included. At most 400 days at once.
#[utoipa::path(get, path = "/api/v1/calendar/appointments", tag = "calendars",
    params(("from" = String, Query), ("to" = String, Query)),
    responses((status = 200, body = Listing<HeldAppointmentOut>), (status = 422, body = ApiErrors)))]
pub async fn own_appointments(api: Api, days: Query<Days>) -> Reply {
    let read = move |r: &mut _, me: &crate::kernel::Actor| {
        appointments::own_days(r, me, span_between(&days.from, &days.to, me.zone)?)
    };
    let (_, held) = api.read(Gate::SignedIn, read).await?;
    let items = held.iter().map(HeldAppointmentOut::new).collect();
    Ok(ok(&Listing { items, next_after: None }))
}

/// The sessions of an edition, the cancelled ones too, between two days by the edition's clock, both included.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calendar", tag = "calendars",
    params(("edition" = i64, Path), ("from" = String, Query), ("to" = String, Query)),
    responses((status = 200, body = Listing<EntryOut>), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn edition(api: Api, path: Path<i64>, days: Query<Days>) -> Reply {
    let id = EditionId(path.into_inner());
    let read = move |r: &mut _, me: &crate::kernel::Actor| {
        let edition = actions::seen_edition(r, me, id)?;
        actions::edition_entries(r, id, span_between(&days.from, &days.to, edition.time_zone)?)
    };
    let (me, entries) = api.read(Gate::Trainer, read).await?;
    Ok(ok(&listing(&entries, me.actor.language)))
}
