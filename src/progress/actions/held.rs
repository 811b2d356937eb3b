//! What an edition has held by now, of each activity and for each person.

use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{EnrolmentId, Moment, Problem};
use crate::progress::rules::held::{HeldEach, Meeting};
use crate::progress::store::{self, overview as rows};

/// What an edition has held by now of each activity, for each of its people.
///
/// # Errors
/// The database's.
pub fn held_of(r: &mut Read, edition: &EditionRow, now: Moment) -> Result<HeldEach, Problem> {
    let meetings = rows::meetings(r, edition.id)?;
    held_with(r, edition, &meetings, now)
}

/// The same where its sessions are known already: a query more where people sign up for some of them.
///
/// # Errors
/// The database's.
pub fn held_with(
    r: &mut Read,
    edition: &EditionRow,
    meetings: &[Meeting],
    now: Moment,
) -> Result<HeldEach, Problem> {
    let seats = rows::seats(r, edition.id, meetings)?;
    let plan = store::planned(r, edition.version_id)?;
    Ok(HeldEach::by(now, plan.iter().map(|one| (one.id, one.minutes)), meetings, &seats))
}

/// The same as far as one person is concerned: the places of the others are not read.
///
/// # Errors
/// The database's.
pub fn held_for(
    r: &mut Read,
    (edition, who): (&EditionRow, EnrolmentId),
    meetings: &[Meeting],
    now: Moment,
) -> Result<HeldEach, Problem> {
    let seats = rows::seats_of(r, who, meetings)?;
    let plan = store::planned(r, edition.version_id)?;
    Ok(HeldEach::by(now, plan.iter().map(|one| (one.id, one.minutes)), meetings, &seats))
}
