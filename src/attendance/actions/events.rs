//! A session as other programs' calendars have it.

use crate::attendance::store::revisions::Revision;
use crate::attendance::store::sessions::SessionRow;
use crate::kernel::{Language, Localised, dates, zones};
use crate::printing::calendars::Event;

/// What an event says of a session.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The session.
    pub session: &'a SessionRow,
    /// The title of the activity.
    pub title: &'a Localised,
    /// The title of the edition.
    pub edition: &'a str,
    /// Which form of it this is.
    pub revision: Revision,
}

/// The session for a reader, leading to a path of ours. Its words say the time by the clock on its wall, because
/// programs show the instant by the reader's own.
pub fn event(occasion: &Occasion<'_>, language: Language, path: String) -> Event {
    let row = occasion.session;
    let (from, to) = (dates::time(row.starts_local), dates::time(row.ends_local));
    let zone = zones::label(language, row.time_zone, row.starts_at);
    let mut lines = vec![
        occasion.edition.to_owned(),
        format!("{}, {from}–{to} ({zone})", dates::day(language, row.held_on)),
    ];
    lines.extend(row.cancellation_reason.clone());
    lines.extend(row.place.clone());
    lines.extend(row.link.clone());
    Event {
        uid: format!("session-{}", row.id),
        sequence: occasion.revision.number,
        revised_at: occasion.revision.at,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        summary: occasion.title.for_reader(language).to_owned(),
        location: row.place.clone().or_else(|| row.link.clone()),
        description: lines.join("\n"),
        url: path,
        cancelled: row.cancelled_at.is_some(),
    }
}
