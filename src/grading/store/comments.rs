//! Rows of remarks on passages, as they are written.

use crate::db::Read;
use crate::db::Write;
use crate::db::schema::passage_comments as table;
use crate::kernel::{Moment, PassageCommentId, PersonId, Problem, SubmissionId};
use diesel::prelude::*;

/// Writes a remark on a passage down.
pub fn insert_comment(
    w: &mut Write,
    (id, person): (SubmissionId, PersonId),
    ((starts, ends), quote): ((i32, i32), &str),
    text: &str,
    now: Moment,
) -> Result<PassageCommentId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::submission_id.eq(id),
            table::person_id.eq(person),
            table::starts.eq(starts),
            table::ends.eq(ends),
            table::quote.eq(quote),
            table::text.eq(text),
            table::made_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Whose remark on which version it is, unless it was taken back.
pub fn comment(r: &mut Read, id: PassageCommentId) -> Result<Option<(SubmissionId, PersonId)>, Problem> {
    Ok(table::table
        .find(id)
        .filter(table::removed_at.is_null())
        .select((table::submission_id, table::person_id))
        .first(r.conn())
        .optional()?)
}

/// Takes a remark back.
pub fn remove_comment(w: &mut Write, id: PassageCommentId, now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(id)).set(table::removed_at.eq(now)).execute(w.conn())?;
    Ok(())
}
