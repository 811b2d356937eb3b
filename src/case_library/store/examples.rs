//! Rows of questions whether later editions may read an answer, and of what each who wrote it has said.

use crate::cases::store::CaseAt;
use crate::db::schema::{enrolments, example_answers, library_examples as table, people, shown_answers};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, EnrolmentId, LibraryExampleId, Moment, PersonId, PersonName, Problem, ShownAnswerId,
};
use diesel::prelude::*;
use std::collections::HashMap;

/// A question to those who wrote an answer.
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
    /// Since when it is decided.
    pub answered_at: Option<Moment>,
    /// What has come of it: all have agreed, or somebody has not.
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

/// The questions to a trainee about answers at a case that they had a part in, while staff ask them, the newest first:
/// whoever has changed teams may be asked about a work of each.
pub fn questions(
    r: &mut Read,
    (enrolment, case): (EnrolmentId, ActivityId),
) -> Result<Vec<ExampleRow>, Problem> {
    Ok(table::table
        .inner_join(shown_answers::table)
        .inner_join(example_answers::table)
        .filter(example_answers::enrolment_id.eq(enrolment))
        .filter(shown_answers::activity_id.eq(case))
        .filter(table::ended_at.is_null())
        .order(table::id.desc())
        .select(COLUMNS)
        .load(r.conn())?)
}

/// The texts of examples, in the order of the ids.
pub fn texts(r: &mut Read, ids: &[LibraryExampleId]) -> Result<Vec<String>, Problem> {
    Ok(table::table
        .filter(table::id.eq_any(ids.to_vec()))
        .order(table::id.desc())
        .select(table::text)
        .load(r.conn())?)
}

/// What somebody who had a part in an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberAnswer {
    /// Their place in the edition.
    pub enrolment: EnrolmentId,
    /// Their name.
    pub name: PersonName,
    /// Whether they agreed; nothing while they have not answered.
    pub agreed: Option<bool>,
}

type MemberColumns = (EnrolmentId, Option<bool>, (String, String, Option<String>));

/// Everybody who is asked, by name, with what they have answered.
pub fn members_of(r: &mut Read, id: LibraryExampleId) -> Result<Vec<MemberAnswer>, Problem> {
    let rows: Vec<MemberColumns> = example_answers::table
        .inner_join(enrolments::table)
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(example_answers::example_id.eq(id))
        .order((people::sort_ru, enrolments::id))
        .select((
            enrolments::id,
            example_answers::agreed,
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let member = |(enrolment, agreed, (surname, given_name, patronymic)): MemberColumns| {
        let name = PersonName { surname, given_name, patronymic };
        MemberAnswer { enrolment, name, agreed }
    };
    Ok(rows.into_iter().map(member).collect())
}

/// Asks some people about an answer by its copy of now.
pub fn ask(
    w: &mut Write,
    (answer, text): (ShownAnswerId, &str),
    asked: &[EnrolmentId],
    (by, now): (Option<PersonId>, Moment),
) -> Result<LibraryExampleId, Problem> {
    let id: LibraryExampleId = diesel::insert_into(table::table)
        .values((
            table::answer_id.eq(answer),
            table::text.eq(text),
            table::asked_by.eq(by),
            table::asked_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?;
    for enrolment in asked {
        diesel::insert_into(example_answers::table)
            .values((example_answers::example_id.eq(id), example_answers::enrolment_id.eq(enrolment)))
            .execute(w.conn())?;
    }
    Ok(id)
}

/// Writes down what one of those who were asked says.
pub fn answer(
    w: &mut Write,
    at: (LibraryExampleId, EnrolmentId),
    agreed: bool,
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(example_answers::table.find(at))
        .set((example_answers::answered_at.eq(now), example_answers::agreed.eq(agreed)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down what has come of the answers so far.
pub fn conclude(
    w: &mut Write,
    id: LibraryExampleId,
    (agreed, now): (Option<bool>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::answered_at.eq(agreed.map(|_| now)), table::agreed.eq(agreed)))
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
