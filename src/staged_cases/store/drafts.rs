//! Rows of decisions in words while they are being written.

use crate::db::schema::case_step_drafts as table;
use crate::db::{Read, Write};
use crate::kernel::{CaseStepId, Moment, Problem};
use diesel::prelude::*;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DraftRow {
    /// What is written so far.
    pub text: String,
    /// Grows with every change, so that two devices notice each other.
    pub revision: i32,
    /// When it was saved last.
    pub saved_at: Moment,
}

/// The draft of a decision, if there is one.
pub fn draft(r: &mut Read, step: CaseStepId) -> Result<Option<DraftRow>, Problem> {
    Ok(table::table
        .find(step)
        .select((table::text, table::revision, table::saved_at))
        .first(r.conn())
        .optional()?)
}

/// Writes a draft as its next revision.
pub fn put_draft(w: &mut Write, step: CaseStepId, text: &str, now: Moment) -> Result<DraftRow, Problem> {
    let known = draft(w, step)?.map(|row| row.revision);
    let revision = known.map_or(1, |revision| revision.saturating_add(1));
    if known.is_some() {
        diesel::update(table::table.find(step))
            .set((table::text.eq(text), table::revision.eq(revision), table::saved_at.eq(now)))
            .execute(w.conn())?;
    } else {
        diesel::insert_into(table::table)
            .values((
                table::step_id.eq(step),
                table::text.eq(text),
                table::revision.eq(revision),
                table::saved_at.eq(now),
            ))
            .execute(w.conn())?;
    }
    Ok(DraftRow { text: text.to_owned(), revision, saved_at: now })
}
