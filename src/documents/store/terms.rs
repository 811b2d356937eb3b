//! Whom the program has reminded that the time of a certificate is nearly over, and what else these people hold.

use crate::db::schema::{document_term_reminders, documents};
use crate::db::{Read, Write, each};
use crate::kernel::{DocumentId, Moment, PersonId, Problem};
use diesel::prelude::*;
use std::collections::HashSet;

/// Of which of these documents the holders were reminded already.
pub fn reminded(r: &mut Read, these: &[DocumentId]) -> Result<HashSet<DocumentId>, Problem> {
    let found: Vec<DocumentId> = document_term_reminders::table
        .filter(document_term_reminders::document_id.eq_any(these.to_vec()))
        .select(document_term_reminders::document_id)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Writes down that the holders of these documents are reminded.
pub fn remember(w: &mut Write, these: &[DocumentId], now: Moment) -> Result<(), Problem> {
    if these.is_empty() {
        return Ok(());
    }
    let row = |document: &DocumentId| {
        (document_term_reminders::document_id.eq(*document), document_term_reminders::reminded_at.eq(now))
    };
    let rows: Vec<_> = these.iter().map(row).collect();
    each!(w.conn(), c => {
        diesel::insert_into(document_term_reminders::table).values(rows).execute(c)?;
    });
    Ok(())
}

/// A document of one of these people: which, whose, and its snapshot.
pub type Held = (DocumentId, PersonId, String);

/// The documents of these people that are neither revoked nor replaced.
pub fn held(r: &mut Read, people: &[PersonId]) -> Result<Vec<Held>, Problem> {
    Ok(documents::table
        .filter(documents::person_id.eq_any(people.to_vec()))
        .filter(documents::live_key.is_not_null())
        .order(documents::id)
        .select((documents::id, documents::person_id, documents::snapshot))
        .load(r.conn())?)
}
