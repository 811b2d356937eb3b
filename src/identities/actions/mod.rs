//! What is done with the data for papers: looked at, written down, and consents given and withdrawn.

pub mod consents;
pub mod education;
pub mod group;
pub mod names;
pub mod reading;
pub mod saving;

use super::rules::lacking::Recorded;
use super::rules::{Basics, Sex, suggested_sex};
use super::store::{self, education::EducationRow, whose::Whose};
use crate::countries::rules::Country;
use crate::countries::store as countries;
use crate::db::Read;
use crate::kernel::{Actor, PersonId, Problem};

/// A person as somebody may see them.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Who, and who has to do with them.
    pub whose: Whose,
    /// Whether it is the actor themselves.
    pub own: bool,
}

/// A person whose data the actor may see and write down: the actor's own, or those of somebody whom an organisation teaches
/// or sends that the actor administers.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn reach(r: &mut Read, actor: &Actor, person: PersonId) -> Result<Reach, Problem> {
    let whose = store::whose::whose(r, person)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(person);
    let administers = whose.organisations.iter().any(|id| actor.require_administrator_of(*id).is_ok());
    if own || administers || actor.require_site_administrator().is_ok() {
        Ok(Reach { whose, own })
    } else {
        Err(Problem::not_found())
    }
}

/// Whether an organisation of Kazakhstan teaches or sends a person.
///
/// # Errors
/// When the database refuses.
pub fn is_kazakh(r: &mut Read, whose: &Whose) -> Result<bool, Problem> {
    let countries = countries::countries_of(r, &whose.organisations)?;
    Ok(countries.values().any(|country| *country == Country::Kz))
}

/// What the page of a person's data shows. Secrets are not among it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Who, and who looks.
    pub reach: Reach,
    /// What is no secret.
    pub basics: Basics,
    /// Which secrets are there.
    pub recorded: Recorded,
    /// The document of education that counts.
    pub education: Option<EducationRow>,
    /// Whether the number of Kazakhstan is asked for.
    pub kazakh: bool,
    /// The sex that the patronymic hints at, where none is recorded.
    pub suggested: Option<Sex>,
}

/// A person's data for papers.
///
/// # Errors
/// As [`reach`].
pub fn show(r: &mut Read, actor: &Actor, person: PersonId) -> Result<Shown, Problem> {
    let reach = reach(r, actor, person)?;
    let basics = store::basics_of(r, &[person])?.remove(&person).unwrap_or_else(|| Basics::unknown(person));
    let recorded = store::locked_of(r, &[person])?.remove(&person).unwrap_or_default().recorded();
    let education = store::education::of(r, &[person])?.pop().map(|(_, row)| row);
    let kazakh = is_kazakh(r, &reach.whose)?;
    let patronymic = reach.whose.name.patronymic.as_deref().unwrap_or_default();
    let suggested = suggested_sex(patronymic).filter(|_| basics.sex.is_none());
    Ok(Shown { reach, basics, recorded, education, kazakh, suggested })
}
