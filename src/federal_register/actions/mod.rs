//! Templates, settings, files and what became of them. For administrators of the organisation that issues: everybody
//! else learns nothing of it.

pub mod exporting;
pub mod outcomes;
pub mod plain;
pub mod queue;
pub mod reminding;
pub mod rows;
pub mod settings;
pub mod templates;

use crate::audit;
use crate::countries;
use crate::countries::rules::{Federal, Profile};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, OrganisationId, Problem};
use crate::organisations::store::{self as organisations, OrganisationRow};
use serde_json::Value;

pub use exporting::{Export, NewFile, Shown, export, exports, file, record};
pub use outcomes::{Outcome, Which, enter};
pub use queue::{Board, board, places};
pub use rows::{Checked, Line, Scope, check};
pub use settings::{Choosing, Desk, choose, desk};
pub use templates::{NewTemplate, Shelf, read_template, shelf, template, upload};

/// An organisation that the actor administers, with what its country asks.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn administered(
    r: &mut Read,
    actor: &Actor,
    id: OrganisationId,
) -> Result<(OrganisationRow, Profile), Problem> {
    let organisation = organisations::find(r, id)?.ok_or_else(Problem::not_found)?;
    actor.require_administrator_of(id).map_err(|_| Problem::not_found())?;
    let profile = countries::store::profile_of(r, id)?;
    Ok((organisation, profile))
}

/// The same, where the country has a register that takes files.
///
/// # Errors
/// `NotFound` for everybody else, and where the country has none.
pub fn federal(
    r: &mut Read,
    actor: &Actor,
    id: OrganisationId,
) -> Result<(OrganisationRow, Federal), Problem> {
    let (organisation, profile) = administered(r, actor, id)?;
    let federal = profile.federal.ok_or_else(Problem::not_found)?;
    Ok((organisation, federal))
}

/// Writes an act down.
fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, subject, after): (&'static str, (&'static str, i64), Value),
) -> Result<(), Problem> {
    let entry = audit::Entry { action, subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}
