//! Calendars to look at.

use crate::appointments::actions as appointments;
use crate::attendance::pages::told;
use crate::calendars::actions;
use crate::calendars::rules::{Frame, Scale};
use crate::calendars::views::CalendarPage;
use crate::kernel::{EditionId, Gate};
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which page is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
    #[serde(default)]
    on: String,
}

/// `GET /calendar`
pub async fn own(web: Web, asked: Query<Asked>) -> Reply {
    let now = web.now();
    let (me, (frame, entries, consultations)) = web
        .read(Gate::SignedIn, move |r, me| {
            let frame = Frame::around(Scale::parse(&asked.view), &asked.on, now.date_in(me.zone));
            let span = frame.span(me.zone);
            Ok((frame, actions::own_entries(r, me, (span, now))?, appointments::own_days(r, me, span)?))
        })
        .await?;
    web.page(&me, &told(&web, &me, |telling| CalendarPage::own(frame, (&entries, &consultations), telling)))
}

/// `GET /editions/{edition}/calendar`
pub async fn edition(web: Web, path: Path<i64>, asked: Query<Asked>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (me, (frame, edition, entries, consultations)) = web
        .read(Gate::Trainer, move |r, me| {
            let edition = actions::seen_edition(r, me, id)?;
            let zone = edition.time_zone;
            let frame = Frame::around(Scale::parse(&asked.view), &asked.on, now.date_in(zone));
            let entries = actions::edition_entries(r, id, frame.span(zone))?;
            let consultations = appointments::edition_days(r, id, frame.span(zone))?;
            Ok((frame, edition, entries, consultations))
        })
        .await?;
    let held = (&edition, entries.as_slice(), consultations.as_slice());
    web.page(&me, &told(&web, &me, |telling| CalendarPage::edition(frame, held, telling)))
}
