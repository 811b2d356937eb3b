//! Why documents were issued although less was held than their programme has.

use crate::db::schema::document_shortfalls;
use crate::db::{Read, Write, each};
use crate::documents::rules::Shortfall;
use crate::kernel::{DocumentId, Minutes, Moment, PersonId, Problem};
use diesel::prelude::*;

/// Why one was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortfallRow {
    /// The reason.
    pub reason: String,
    /// Held by then.
    pub held: Minutes,
    /// Planned.
    pub planned: Minutes,
    /// When somebody found that right.
    pub accepted_at: Moment,
    /// Who.
    pub accepted_by: Option<PersonId>,
}

/// Writes down why documents were issued, all in one statement.
pub fn insert_all(
    w: &mut Write,
    new: &[(DocumentId, Shortfall)],
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    if new.is_empty() {
        return Ok(());
    }
    let row = |(document, short): &(DocumentId, Shortfall)| {
        (
            document_shortfalls::document_id.eq(*document),
            document_shortfalls::reason.eq(reason.to_owned()),
            document_shortfalls::held_minutes.eq(short.held.0),
            document_shortfalls::planned_minutes.eq(short.planned.0),
            document_shortfalls::accepted_at.eq(now),
            document_shortfalls::accepted_by.eq(by),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    each!(w.conn(), c => {
        diesel::insert_into(document_shortfalls::table).values(rows).execute(c)?;
    });
    Ok(())
}

/// Why a document was issued over less than its programme; nothing for most.
pub fn of(r: &mut Read, document: DocumentId) -> Result<Option<ShortfallRow>, Problem> {
    let row: Option<(String, i32, i32, Moment, Option<PersonId>)> = document_shortfalls::table
        .filter(document_shortfalls::document_id.eq(document))
        .select((
            document_shortfalls::reason,
            document_shortfalls::held_minutes,
            document_shortfalls::planned_minutes,
            document_shortfalls::accepted_at,
            document_shortfalls::accepted_by,
        ))
        .first(r.conn())
        .optional()?;
    Ok(row.map(|(reason, held, planned, accepted_at, accepted_by)| ShortfallRow {
        reason,
        held: Minutes(held),
        planned: Minutes(planned),
        accepted_at,
        accepted_by,
    }))
}
