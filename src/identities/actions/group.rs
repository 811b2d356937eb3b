//! Who of a group lacks what for papers.

use crate::countries::rules::Profile;
use crate::countries::store as countries;
use crate::db::Read;
use crate::identities::rules::Basics;
use crate::identities::rules::lacking::{Lack, lacking};
use crate::identities::store::{self, whose};
use crate::kernel::{Actor, EditionId, PersonId, PersonName, Problem};

/// A group with what each of it lacks.
#[derive(Debug, Clone)]
pub struct Group {
    /// The edition.
    pub edition: whose::EditionOf,
    /// The rules of its organisation's country.
    pub profile: Profile,
    /// Its people, by name.
    pub people: Vec<Member>,
}

/// Somebody of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// What is not known.
    pub lacks: Vec<Lack>,
    /// Whether they consent to be named in public.
    pub public_name: bool,
}

/// Who of an edition lacks what. As many queries for a thousand people as for one.
///
/// # Errors
/// `NotFound` for whoever does not administer the organisation that runs it.
pub fn group(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Group, Problem> {
    let edition = whose::edition(r, id)?.ok_or_else(Problem::not_found)?;
    actor.require_administrator_of(edition.organisation).map_err(|_| Problem::not_found())?;
    let profile = countries::profile_of(r, edition.organisation)?;
    let rows = whose::group(r, id)?;
    let ids: Vec<PersonId> = rows.iter().map(|(person, _)| *person).collect();
    let (mut basics, mut locked) = (store::basics_of(r, &ids)?, store::locked_of(r, &ids)?);
    let member = |(person, name): (PersonId, PersonName)| {
        let basics = basics.remove(&person).unwrap_or_else(|| Basics::unknown(person));
        let recorded = locked.remove(&person).unwrap_or_default().recorded();
        let lacks = lacking(&profile, &name, &basics, recorded);
        Member { person, name, lacks, public_name: basics.public_name }
    };
    let people = rows.into_iter().map(member).collect();
    Ok(Group { edition, profile, people })
}
