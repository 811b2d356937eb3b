//! Addresses of the room `calendars`.
//! The calendar of a person and of an edition: month, week, list, feeds and invitations.

use super::{CALENDAR, CALENDAR_FEEDS, asking};
use crate::kernel::{CalendarFeedId, EditionId, SessionId};
use chrono::NaiveDate;

with_ids! {
    /// The calendar of an edition.
    edition_calendar(edition: EditionId) = "/editions/{edition}/calendar";
    /// The addresses of a person's calendars, with one of an edition to be made.
    calendar_feeds_of(edition: EditionId) = "/calendar/feeds?edition={edition}";
    /// Taking an address back (POST).
    calendar_feed_revocation(feed: CalendarFeedId) = "/calendar/feeds/{feed}/revocation";
    /// What a program that subscribed reads.
    calendar_feed(secret: &str) = "/calendar-feeds/{secret}.ics";
    /// Telling everybody whom a session concerns; POST tells them.
    session_notices(session: SessionId) = "/sessions/{session}/notices";
    /// Telling everybody of an edition; POST tells them.
    edition_notices(edition: EditionId) = "/editions/{edition}/notices";
}

/// A page of somebody's own calendar, or of an edition's: so much of it around a day.
pub fn calendar_page(edition: Option<EditionId>, scale: &str, on: NaiveDate) -> String {
    let path = edition.map_or_else(|| CALENDAR.to_owned(), edition_calendar);
    asking(&path, &[("view", scale), ("on", &on.to_string())])
}

/// The form of new addresses.
pub fn calendar_feeds(edition: Option<EditionId>) -> String {
    edition.map_or_else(|| CALENDAR_FEEDS.to_owned(), calendar_feeds_of)
}
