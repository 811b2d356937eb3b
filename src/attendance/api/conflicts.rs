//! Sessions ahead of an edition that ask people to be at two places at once.

use super::timetable::SessionOut;
use crate::api::{Api, ApiErrors, Listing, ok};
use crate::attendance::actions::{self, Clash};
use crate::kernel::{EditionId, Gate, Language, SessionId};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// A session ahead, and another one at the same time of which people of the edition are asked too.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionConflictOut {
    /// The session of this edition.
    session_id: i64,
    /// The other session, of this edition or of another one.
    other: SessionOut,
    /// The title of the other session's edition.
    edition: String,
    /// How many people are asked of both.
    people: usize,
    /// Up to three of their names, with initials.
    names: Vec<String>,
}

impl SessionConflictOut {
    fn new(session: SessionId, clash: &Clash, reader: Language) -> SessionConflictOut {
        let listed = clash.other();
        SessionConflictOut {
            session_id: session.0,
            other: SessionOut::new(&listed.session, &listed.title.0, &listed.format, reader),
            edition: listed.edition.clone(),
            people: clash.people,
            names: clash.names().to_vec(),
        }
    }
}

/// The sessions ahead of an edition that meet others of the same people, as the tags on the page of its sessions say it:
/// booking refuses such sessions, but whoever is enrolled later is asked at two places all the same.
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
