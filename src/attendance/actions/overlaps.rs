//! Sessions ahead that meet others of the same people, or consultations that they booked. Booking refuses them; whoever is
//! enrolled later is asked at two places all the same, and somebody has to see it (F1, F10).

use super::booking::booking_of;
use super::taken::{Clash, Taken};
use super::timetable::Timetable;
use crate::attendance::store::sessions::SessionRow;
use crate::db::Read;
use crate::kernel::{Moment, Problem, SessionId};
use std::collections::HashMap;

/// What the sessions of a timetable that are still to be held meet, for which people of the edition are expected too: a
/// fixed number of queries. Where people sign up they see themselves what else they have.
///
/// # Errors
/// The database's.
pub fn overlaps(
    r: &mut Read,
    timetable: &Timetable,
    now: Moment,
) -> Result<HashMap<SessionId, Vec<Clash>>, Problem> {
    let asked_of_all = |row: &&SessionRow| {
        row.cancelled_at.is_none() && row.ends_at > now && !timetable.signed_up.contains_key(&row.id)
    };
    let ahead: Vec<&SessionRow> =
        timetable.sessions.iter().map(|(row, ..)| row).filter(asked_of_all).collect();
    let first = ahead.iter().map(|row| row.starts_at).min();
    let Some(span) = first.zip(ahead.iter().map(|row| row.ends_at).max()) else {
        return Ok(HashMap::new());
    };
    let taken = Taken::load(r, &timetable.edition, &[], span)?;
    let found = ahead.into_iter().map(|row| (row.id, taken.clashes(&booking_of(row), Some(row.id))));
    Ok(found.filter(|(_, clashes)| !clashes.is_empty()).collect())
}
