//! Rows of answers that are shown. Whose they are is not read with them.

use crate::cases::store::CaseAt;
use crate::db::schema::{case_hidings, shown_answers as table};
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, Problem, ShownAnswerId, SubmissionId};
use diesel::dsl::max;
use diesel::prelude::*;

/// An answer that is shown, or was.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AnswerRow {
    /// The answer.
    pub id: ShownAnswerId,
    /// The version it is a copy of.
    pub submission: SubmissionId,
    /// The number it is called by.
    pub number: i32,
    /// The nameless copy.
    pub text: String,
    /// When the copy was changed last.
    pub changed_at: Moment,
    /// Since when it is not shown any more.
    pub taken_out_at: Option<Moment>,
}

type Columns =
    (table::id, table::submission_id, table::number, table::text, table::changed_at, table::taken_out_at);
const COLUMNS: Columns =
    (table::id, table::submission_id, table::number, table::text, table::changed_at, table::taken_out_at);

/// The answers that are shown at a case of an edition, in the order of their numbers; never those of versions that
/// were hidden.
pub fn answers(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<AnswerRow>, Problem> {
    Ok(table::table
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(table::submission_id)))
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .filter(table::taken_out_at.is_null())
        .filter(case_hidings::submission_id.is_null())
        .order(table::number)
        .select(COLUMNS)
        .load(r.conn())?)
}

/// The copy of a version, shown or taken out.
pub fn answer_of(r: &mut Read, submission: SubmissionId) -> Result<Option<AnswerRow>, Problem> {
    Ok(table::table.filter(table::submission_id.eq(submission)).select(COLUMNS).first(r.conn()).optional()?)
}

/// Shows a version by this copy; the first time under the next number of its case.
pub fn put_answer(
    w: &mut Write,
    (edition, case): CaseAt,
    (submission, text): (SubmissionId, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<AnswerRow, Problem> {
    if let Some(known) = answer_of(w, submission)? {
        let shown: Option<Moment> = None;
        return Ok(diesel::update(table::table.find(known.id))
            .set((table::text.eq(text), table::changed_at.eq(now), table::taken_out_at.eq(shown)))
            .returning(COLUMNS)
            .get_result(w.conn())?);
    }
    let last: Option<i32> = table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .select(max(table::number))
        .first(w.conn())?;
    Ok(diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(edition),
            table::activity_id.eq(case),
            table::submission_id.eq(submission),
            table::number.eq(last.unwrap_or(0) + 1),
            table::text.eq(text),
            table::chosen_by.eq(by),
            table::changed_at.eq(now),
        ))
        .returning(COLUMNS)
        .get_result(w.conn())?)
}

/// Shows an answer no more; its number stays its own.
pub fn take_out(w: &mut Write, id: ShownAnswerId, now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(id)).set(table::taken_out_at.eq(now)).execute(w.conn())?;
    Ok(())
}
