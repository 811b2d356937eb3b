//! Who waits for what, which papers expire, with whom nobody has spoken.

use super::{Path, organisation, path};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, OrganisationId, Problem};
use crate::mentoring::store;
use crate::mentoring::store::settings::{self, SettingRow};
use crate::organisations::store::{OrganisationRow, tree};
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

/// Where one accompanies mentors.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The organisations whose mentors one accompanies; for whoever administers the site, those that have any.
    pub own: Vec<(OrganisationId, String)>,
    /// For whoever administers the site: those that have none yet, where the first settings are made.
    pub others: Vec<(OrganisationId, String)>,
    /// The names of the organisations under one's own: others accompany the mentors there.
    pub under: Vec<String>,
}

/// The organisations whose mentors one accompanies. Whoever administers the site sees all of them.
///
/// # Errors
/// `Forbidden` for whoever coordinates and administers nothing.
pub fn organisations(r: &mut Read, actor: &Actor) -> Result<Places, Problem> {
    if actor.roles.site_administrator {
        let own = store::organisations_with_mentors(r)?;
        let mut others = roles::organisations(r, &Scope::All)?;
        others.retain(|(id, _)| own.iter().all(|(known, _)| known != id));
        return Ok(Places { own, others, under: Vec::new() });
    }
    let mut own = actor.roles.administrator_of.clone();
    own.extend(actor.roles.coordinator_of.iter().copied());
    if own.is_empty() {
        return Err(Problem::forbidden());
    }
    let under = under(r, &own)?;
    Ok(Places { own: roles::organisations(r, &Scope::Of(own))?, under, ..Places::default() })
}

/// The names of the organisations under some, in the order of the alphabet.
fn under(r: &mut Read, own: &[OrganisationId]) -> Result<Vec<String>, Problem> {
    let mut ids: Vec<OrganisationId> = tree(r)?.with_those_under(own);
    ids.retain(|id| !own.contains(id));
    let mut names: Vec<String> = store::organisation_names(r, &ids)?.into_values().collect();
    names.sort();
    Ok(names)
}
