//! The comment bank of a trainer, and what trainers of an edition share.

use super::rules::LONGEST_PHRASE;
use super::store;
use crate::db::{Read, Write};
use crate::editions::store as editions;
use crate::kernel::{Actor, EditionId, Fault, Moment, PhraseId, Problem};

pub use super::store::PhraseRow;

/// What the page of phrases shows.
#[derive(Debug, Clone)]
pub struct Bank {
    /// The actor's own, and those shared where the actor teaches.
    pub phrases: Vec<PhraseRow>,
    /// The editions the actor may share in.
    pub editions: Vec<(EditionId, String)>,
}

/// The actor's saved phrases, and those shared in the editions the actor teaches.
///
/// # Errors
/// The database's.
pub fn bank(r: &mut Read, actor: &Actor) -> Result<Bank, Problem> {
    let taught = &actor.roles.trainer_of;
    Ok(Bank { phrases: store::phrases(r, actor.person_id()?, taught)?, editions: store::titles(r, taught)? })
}

/// What is offered to the actor under a remark in an edition: their own phrases and those shared there.
///
/// # Errors
/// The database's.
pub fn offered(r: &mut Read, actor: &Actor, edition: EditionId) -> Result<Vec<PhraseRow>, Problem> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    store::phrases(r, person, &[edition])
}

/// Saves a phrase for the actor alone, or for every trainer of an edition; one that is there already stays as it is.
///
/// # Errors
/// `Invalid` when it is empty or too long; `NotFound` for an edition the actor does not teach.
pub fn add_phrase(
    w: &mut Write,
    actor: &Actor,
    (text, edition): (&str, Option<EditionId>),
    now: Moment,
) -> Result<(), Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("phrase", "required")]));
    }
    if text.chars().count() > LONGEST_PHRASE {
        return Err(Problem::invalid(vec![Fault::new("phrase", "too-long").with("limit", LONGEST_PHRASE)]));
    }
    if let Some(id) = edition {
        let row = editions::edition(w, id)?.filter(|row| actor.teaches(row.id, row.organisation_id));
        row.ok_or_else(Problem::not_found)?;
    }
    store::insert_phrase(w, (actor.person_id()?, edition), text, now)
}

/// Takes a phrase of the actor away; somebody else's stays.
///
/// # Errors
/// The database's.
pub fn remove_phrase(w: &mut Write, actor: &Actor, id: PhraseId) -> Result<(), Problem> {
    store::remove_phrase(w, actor.person_id()?, id)
}
