//! Rows of saved phrases.

use crate::db::schema::{editions, marking_phrases as table};
use crate::db::{Read, Write, each};
use crate::kernel::{EditionId, Moment, PersonId, PhraseId, Problem};
use diesel::prelude::*;

/// A saved phrase.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PhraseRow {
    /// The phrase.
    pub id: PhraseId,
    /// Its words.
    pub text: String,
    /// Who saved it.
    pub person: PersonId,
    /// In which edition it is shared; nothing for one's own.
    pub edition: Option<EditionId>,
}

const PHRASE: (table::id, table::text, table::person_id, table::edition_id) =
    (table::id, table::text, table::person_id, table::edition_id);

/// The phrases of a person and those shared in editions, in the order they were saved.
pub fn phrases(r: &mut Read, person: PersonId, shared_in: &[EditionId]) -> Result<Vec<PhraseRow>, Problem> {
    let shared = table::edition_id.eq_any(shared_in.iter().map(|id| Some(*id)).collect::<Vec<_>>());
    Ok(table::table
        .filter(table::person_id.eq(person).nullable().or(shared))
        .order(table::id)
        .select(PHRASE)
        .load(r.conn())?)
}

/// Saves a phrase, once; one that its owner had alone is shared from now on where an edition is named.
pub fn insert_phrase(
    w: &mut Write,
    (person, edition): (PersonId, Option<EditionId>),
    text: &str,
    now: Moment,
) -> Result<(), Problem> {
    let insert = diesel::insert_into(table::table).values((
        table::person_id.eq(person),
        table::text.eq(text.to_owned()),
        table::created_at.eq(now),
        table::edition_id.eq(edition),
    ));
    each!(w.conn(), c => {
        insert.on_conflict((table::person_id, table::text)).do_nothing().execute(c)?
    });
    if edition.is_some() {
        let own = table::table.filter(table::person_id.eq(person)).filter(table::text.eq(text));
        diesel::update(own).set(table::edition_id.eq(edition)).execute(w.conn())?;
    }
    Ok(())
}

/// Takes a phrase of a person away.
pub fn remove_phrase(w: &mut Write, person: PersonId, id: PhraseId) -> Result<(), Problem> {
    let own = table::table.filter(table::person_id.eq(person)).filter(table::id.eq(id));
    diesel::delete(own).execute(w.conn())?;
    Ok(())
}

/// The titles of editions.
pub fn titles(r: &mut Read, ids: &[EditionId]) -> Result<Vec<(EditionId, String)>, Problem> {
    Ok(editions::table
        .filter(editions::id.eq_any(ids.to_vec()))
        .order((editions::title, editions::id))
        .select((editions::id, editions::title))
        .load(r.conn())?)
}
