//! The comment bank of a trainer.

use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, PhraseId, Problem};
use crate::quiz_marking::rules::LONGEST_PHRASE;
use crate::quiz_marking::store;

pub use crate::quiz_marking::store::PhraseRow;

/// The actor's saved phrases.
///
/// # Errors
/// The database's.
pub fn own_phrases(r: &mut Read, actor: &Actor) -> Result<Vec<PhraseRow>, Problem> {
    store::phrases(r, actor.person_id()?)
}

/// Saves a phrase; one that is there already stays as it is.
///
/// # Errors
/// `Invalid` when it is empty or too long.
pub fn add_phrase(w: &mut Write, actor: &Actor, text: &str, now: Moment) -> Result<(), Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("phrase", "required")]));
    }
    if text.chars().count() > LONGEST_PHRASE {
        return Err(Problem::invalid(vec![Fault::new("phrase", "too-long").with("limit", LONGEST_PHRASE)]));
    }
    store::insert_phrase(w, actor.person_id()?, text, now)
}

/// Takes a phrase of the actor away; somebody else's stays.
///
/// # Errors
/// The database's.
pub fn remove_phrase(w: &mut Write, actor: &Actor, id: PhraseId) -> Result<(), Problem> {
    store::remove_phrase(w, actor.person_id()?, id)
}
