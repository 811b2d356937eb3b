//! What is done with the data for papers: looked at, written down, and consents given and withdrawn.

pub mod consents;
pub mod education;
pub mod group;
pub mod holders;
pub mod names;
pub mod reading;
pub mod saving;

use super::rules::lacking::Recorded;
use super::rules::reach::{self as rules, Depth};
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
    /// How much the actor sees.
    pub depth: Depth,
}

impl Reach {
    /// Whether the actor sees and writes everything papers need.
    pub fn whole(&self) -> bool {
        self.depth == Depth::Whole
    }
}

/// A person whose data the actor may see: the actor's own, those of somebody whom an organisation teaches or sends that the
/// actor administers, or, as far as registers need them, of somebody to whom it has issued a document (0031).
///
/// # Errors
/// `NotFound` for anybody else.
pub fn reach(r: &mut Read, actor: &Actor, person: PersonId) -> Result<Reach, Problem> {
    let whose = store::whose::whose(r, person)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(person);
    let mine = whose.ties.iter().filter(|(id, _)| actor.require_administrator_of(*id).is_ok());
    let depth = match own || actor.require_site_administrator().is_ok() {
        true => Depth::Whole,
        false => rules::depth(mine.map(|(_, tie)| *tie)),
    };
    match depth {
        Depth::Nothing => Err(Problem::not_found()),
        Depth::Registers | Depth::Whole => Ok(Reach { whose, own, depth }),
    }
}

/// The same, for whoever writes or takes a scan: where only a document was issued, there is nothing to write.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for whoever sees only what registers need.
pub fn reach_whole(r: &mut Read, actor: &Actor, person: PersonId) -> Result<Reach, Problem> {
    let reach = reach(r, actor, person)?;
    if reach.whole() { Ok(reach) } else { Err(Problem::forbidden()) }
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
    let mut basics =
        store::basics_of(r, &[person])?.remove(&person).unwrap_or_else(|| Basics::unknown(person));
    let recorded = store::locked_of(r, &[person])?.remove(&person).unwrap_or_default().recorded();
    let mut education = store::education::of(r, &[person])?.pop().map(|(_, row)| row);
    if !reach.whole() {
        // The document has its own copy of the name it was issued to, and of what it rests on.
        (basics.education, basics.names, education) = (None, Vec::new(), None);
    }
    let kazakh = is_kazakh(r, &reach.whose)?;
    let patronymic = reach.whose.name.patronymic.as_deref().unwrap_or_default();
    let suggested = suggested_sex(patronymic).filter(|_| basics.sex.is_none());
    Ok(Shown { reach, basics, recorded, education, kazakh, suggested })
}
