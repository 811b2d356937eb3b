//! The path of a mentor: applying, being looked at, decided on, matched and accompanied. Whoever coordinates or administers
//! an organisation acts for its mentors, but nobody for themselves.

pub mod board;
pub mod deciding;
pub mod noticing;
pub mod own;
pub mod pairing;
pub mod path;
pub mod recording;
pub mod reminding;
pub mod setting;

pub use path::Path;

use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, MentorId, MentorPairId, Moment, OrganisationId, Problem};
use crate::mentoring::store::pairs::{self, PairRow, Which};
use crate::mentoring::store::{self, CandidacyRow};
use crate::organisations::store::{self as organisations, OrganisationRow};
use serde_json::Value;

/// Whether somebody coordinates or administers an organisation: this one, and not one that is under theirs. Elsewhere a
/// coordinator acts for those under it too (B3); here codes of children and notes of talks with candidates are kept, and
/// whoever does not accompany the pair needs neither (N2, decision 0035).
fn coordinates(actor: &Actor, organisation: OrganisationId) -> bool {
    actor.require_administrator_of(organisation).is_ok() || actor.roles.coordinator_of.contains(&organisation)
}

/// An organisation, for those who coordinate or administer it.
fn organisation(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<OrganisationRow, Problem> {
    organisations::find(r, id)?.filter(|row| coordinates(actor, row.id)).ok_or_else(Problem::not_found)
}

/// A candidacy, for those who coordinate its organisation; their own is nothing they act on.
fn candidacy(r: &mut Read, actor: &Actor, id: MentorId) -> Result<CandidacyRow, Problem> {
    store::find(r, id)?
        .filter(|row| coordinates(actor, row.organisation) && actor.person != Some(row.person))
        .ok_or_else(Problem::not_found)
}

/// A candidacy with all that is known of it, for those who coordinate its organisation.
///
/// # Errors
/// `NotFound` for others, and for one's own.
pub fn show(r: &mut Read, actor: &Actor, id: MentorId) -> Result<Path, Problem> {
    let row = candidacy(r, actor, id)?;
    path::one(r, row)
}

/// As [`show`]; the look is written down, since it shows a child's code and what was noted of the mentor (N2).
///
/// # Errors
/// As [`show`].
pub fn look(w: &mut Write, actor: &Actor, id: MentorId, now: Moment) -> Result<Path, Problem> {
    let path = show(w, actor, id)?;
    note(w, actor, now, ("mentor-seen", id), Value::Null)?;
    Ok(path)
}

/// A pair with the path of its mentor, as [`show`].
///
/// # Errors
/// As [`show`].
pub fn show_pair(r: &mut Read, actor: &Actor, id: MentorPairId) -> Result<(PairRow, Path), Problem> {
    let pair = pairs::pairs(r, Which::One(id))?.pop().ok_or_else(Problem::not_found)?;
    let path = show(r, actor, pair.candidacy)?;
    Ok((pair, path))
}

/// Writes an act into the log.
fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, id): (&'static str, MentorId),
    after: Value,
) -> Result<(), Problem> {
    let entry = Entry { action, subject: ("mentor", id.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}
