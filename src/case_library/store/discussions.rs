//! Rows of talks about the answers of a case in an edition.

use crate::cases::store::CaseAt;
use crate::db::schema::case_discussions as table;
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, Problem};
use diesel::prelude::*;

/// A talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct DiscussionRow {
    /// Whether remarks stand without the names of their writers.
    pub nameless: bool,
    /// Since when it is open.
    pub opened_at: Moment,
    /// Since when nothing can be said any more.
    pub closed_at: Option<Moment>,
}

impl DiscussionRow {
    /// Whether something can be said now.
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }
}

/// The talk about a case, once it was opened.
pub fn discussion(r: &mut Read, at: CaseAt) -> Result<Option<DiscussionRow>, Problem> {
    Ok(table::table
        .find(at)
        .select((table::nameless, table::opened_at, table::closed_at))
        .first(r.conn())
        .optional()?)
}

/// Opens it, for the first time or again.
pub fn open(
    w: &mut Write,
    at: CaseAt,
    nameless: bool,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    if discussion(w, at)?.is_some() {
        let nobody: (Option<Moment>, Option<PersonId>) = (None, None);
        diesel::update(table::table.find(at))
            .set((table::nameless.eq(nameless), table::closed_at.eq(nobody.0), table::closed_by.eq(nobody.1)))
            .execute(w.conn())?;
        return Ok(());
    }
    diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(at.0),
            table::activity_id.eq(at.1),
            table::nameless.eq(nameless),
            table::opened_at.eq(now),
            table::opened_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Closes it.
pub fn close(w: &mut Write, at: CaseAt, (by, now): (Option<PersonId>, Moment)) -> Result<(), Problem> {
    diesel::update(table::table.find(at))
        .set((table::closed_at.eq(now), table::closed_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
