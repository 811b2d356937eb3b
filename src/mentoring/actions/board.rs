//! Who waits for what, which papers expire, with whom nobody has spoken.

use super::{Path, organisation, path};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, OrganisationId, Problem};
use crate::mentoring::store;
use crate::mentoring::store::settings::{self, SettingRow};
use crate::organisations::store::OrganisationRow;
use crate::people::rules::Scope;
use crate::people::store::roles;

/// How many candidacies that are over the board names.
const ENDED: i64 = 50;

/// The mentors of an organisation.
#[derive(Debug, Clone)]
pub struct Board {
    /// The organisation.
    pub organisation: OrganisationRow,
    /// What it asks for.
    pub setting: SettingRow,
    /// The candidacies: the open ones by name, then the last of those that are over.
    pub paths: Vec<Path>,
}

/// The mentors of an organisation.
///
/// # Errors
/// `NotFound` for others than those who coordinate or administer it.
pub fn board(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<Board, Problem> {
    let organisation = organisation(r, actor, id)?;
    let rows = store::of_organisation(r, id, ENDED)?;
    Ok(Board { organisation, setting: settings::of_one(r, id)?, paths: path::load(r, rows)? })
}

/// Writes down that somebody looked at the board: it shows the codes of children and how far every mentor is (N2). Apart from
/// [`board`], which grows with the mentors and needs no turn at writing.
///
/// # Errors
/// As [`board`].
pub fn note_look(w: &mut Write, actor: &Actor, id: OrganisationId, now: Moment) -> Result<(), Problem> {
    organisation(w, actor, id)?;
    let subject = ("organisation", id.0);
    audit::record(w, actor, now, Entry { action: "mentors-seen", subject, before: None, after: None })
}

/// The organisations whose mentors one accompanies. Whoever administers the site sees those that have any.
///
/// # Errors
/// `Forbidden` for whoever coordinates and administers nothing.
pub fn organisations(r: &mut Read, actor: &Actor) -> Result<Vec<(OrganisationId, String)>, Problem> {
    if actor.roles.site_administrator {
        return store::organisations_with_mentors(r);
    }
    let mut own = actor.roles.administrator_of.clone();
    own.extend(actor.roles.coordinator_of.iter().copied());
    if own.is_empty() {
        return Err(Problem::forbidden());
    }
    roles::organisations(r, &Scope::Of(own))
}
