//! A trainer's saved phrases.

use crate::db::schema::marking_phrases;
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, PersonId, PhraseId, Problem};
use diesel::prelude::*;

/// A saved phrase.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PhraseRow {
    /// The phrase.
    pub id: PhraseId,
    /// Its words.
    pub text: String,
}

/// The phrases of a person in the order they were saved.
pub fn phrases(r: &mut Read, person: PersonId) -> Result<Vec<PhraseRow>, Problem> {
    Ok(marking_phrases::table
        .filter(marking_phrases::person_id.eq(person))
        .order(marking_phrases::id)
        .select((marking_phrases::id, marking_phrases::text))
        .load(r.conn())?)
}

/// Saves a phrase, once.
pub fn insert_phrase(w: &mut Write, person: PersonId, text: &str, now: Moment) -> Result<(), Problem> {
    let insert = diesel::insert_into(marking_phrases::table).values((
        marking_phrases::person_id.eq(person),
        marking_phrases::text.eq(text.to_owned()),
        marking_phrases::created_at.eq(now),
    ));
    each!(w.conn(), c => {
        insert.on_conflict((marking_phrases::person_id, marking_phrases::text)).do_nothing().execute(c)?
    });
    Ok(())
}

/// Takes a phrase of a person away.
pub fn remove_phrase(w: &mut Write, person: PersonId, id: PhraseId) -> Result<(), Problem> {
    let own = marking_phrases::table
        .filter(marking_phrases::person_id.eq(person))
        .filter(marking_phrases::id.eq(id));
    diesel::delete(own).execute(w.conn())?;
    Ok(())
}
