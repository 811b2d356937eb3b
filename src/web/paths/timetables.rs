//! Addresses of the room `timetables`.

use crate::kernel::EditionId;
use chrono::NaiveDate;

/// The week of the reader, who teaches.
pub const WEEK: &str = "/week";

with_ids! {
    /// The week of an edition.
    edition_week(edition: EditionId) = "/editions/{edition}/week";
    /// The week of an edition that a day is in.
    edition_week_of(edition: EditionId, day: NaiveDate) = "/editions/{edition}/week?day={day}";
    /// The week of the reader that a day is in.
    week_of(day: NaiveDate) = "/week?day={day}";
    /// A session that is held again and again.
    new_session_series(edition: EditionId) = "/editions/{edition}/session-series/new";
    /// Booking all dates of a session that is held again and again (POST).
    session_series(edition: EditionId) = "/editions/{edition}/session-series";
    /// What the dates of it would be, with what speaks against each (POST).
    session_series_dry_runs(edition: EditionId) = "/editions/{edition}/session-series/dry-runs";
    /// What the schedule of another edition would be in this one.
    new_schedule_copy(edition: EditionId) = "/editions/{edition}/schedule-copies/new";
    /// The same for an edition that is chosen already.
    new_schedule_copy_of(edition: EditionId, source: EditionId) = "/editions/{edition}/schedule-copies/new?source={source}";
    /// Booking the sessions of another edition's schedule (POST).
    schedule_copies(edition: EditionId) = "/editions/{edition}/schedule-copies";
}
