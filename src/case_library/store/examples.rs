//! Rows of questions to authors whether later editions may read their answer.

use crate::cases::store::CaseAt;
use crate::db::schema::{library_examples as table, shown_answers, submissions};
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, EnrolmentId, LibraryExampleId, Moment, PersonId, Problem, ShownAnswerId};
use diesel::prelude::*;
use std::collections::HashMap;

/// A question to an author.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ExampleRow {
    /// The question.
    pub id: LibraryExampleId,
    /// About which answer.
    pub answer: ShownAnswerId,
    /// The text they were asked about: nothing else is ever shown.
    pub text: String,
    /// When they were asked.
    pub asked_at: Moment,
    /// When they answered last.
    pub answered_at: Option<Moment>,
    /// Whether they agreed.
    pub agreed: Option<bool>,
    /// Since when staff do not ask any more.
    pub ended_at: Option<Moment>,
}

type Columns = (
    table::id,
    table::answer_id,
    table::text,
    table::asked_at,
    table::answered_at,
    table::agreed,
    table::ended_at,
);
const COLUMNS: Columns = (
    table::id,
    table::answer_id,
    table::text,
    table::asked_at,
    table::answered_at,
    table::agreed,
    table::ended_at,
);

/// The newest question about an answer.
pub fn newest(r: &mut Read, answer: ShownAnswerId) -> Result<Option<ExampleRow>, Problem> {
    Ok(table::table
        .filter(table::answer_id.eq(answer))
        .order(table::id.desc())
        .select(COLUMNS)
        .first(r.conn())
        .optional()?)
}

/// The newest questions about the answers of a case.
pub fn newest_of(
    r: &mut Read,
    (edition, case): CaseAt,
) -> Result<HashMap<ShownAnswerId, ExampleRow>, Problem> {
    let rows: Vec<ExampleRow> = table::table
        .inner_join(shown_answers::table)
        .filter(shown_answers::edition_id.eq(edition))
        .filter(shown_answers::activity_id.eq(case))
        .order(table::id)
        .select(COLUMNS)
        .load(r.conn())?;
    // A later one takes the place of those before it.
    Ok(rows.into_iter().map(|row| (row.answer, row)).collect())
}

/// The question to a trainee about their answer at a case, while staff ask it.
pub fn question(
    r: &mut Read,
    (enrolment, case): (EnrolmentId, ActivityId),
) -> Result<Option<ExampleRow>, Problem> {
    Ok(table::table
        .inner_join(shown_answers::table.inner_join(submissions::table))
        .filter(submissions::enrolment_id.eq(enrolment))
        .filter(submissions::activity_id.eq(case))
        .filter(table::ended_at.is_null())
        .order(table::id.desc())
        .select(COLUMNS)
        .first(r.conn())
        .optional()?)
}

/// The texts of examples, in the order of the ids.
pub fn texts(r: &mut Read, ids: &[LibraryExampleId]) -> Result<Vec<String>, Problem> {
    Ok(table::table
        .filter(table::id.eq_any(ids.to_vec()))
        .order(table::id.desc())
        .select(table::text)
        .load(r.conn())?)
}

/// Asks about an answer by its copy of now.
pub fn ask(
    w: &mut Write,
    (answer, text): (ShownAnswerId, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<LibraryExampleId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::answer_id.eq(answer),
            table::text.eq(text),
            table::asked_by.eq(by),
            table::asked_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Writes down what the author says.
pub fn answer(w: &mut Write, id: LibraryExampleId, agreed: bool, now: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::answered_at.eq(now), table::agreed.eq(agreed)))
        .execute(w.conn())?;
    Ok(())
}

/// Ends a question, and with it the example that came of it.
pub fn end(
    w: &mut Write,
    id: LibraryExampleId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::ended_at.eq(now), table::ended_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
