//! Rows of who may grade colleagues all the same.

use crate::db::schema::{grading_exceptions as table, people};
use crate::db::{Read, Write};
use crate::kernel::{EditionId, GradingExceptionId, Moment, PersonId, PersonName, Problem};
use diesel::dsl::exists;
use diesel::prelude::*;

/// A recorded exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionRow {
    /// The exception.
    pub id: GradingExceptionId,
    /// In which edition.
    pub edition: EditionId,
    /// Who may.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// Why.
    pub reason: String,
    /// Since when.
    pub made_at: Moment,
}

type Columns = (GradingExceptionId, EditionId, PersonId, String, Moment, (String, String, Option<String>));

fn row_of((id, edition, person, reason, made_at, name): Columns) -> ExceptionRow {
    let (surname, given_name, patronymic) = name;
    ExceptionRow {
        id,
        edition,
        person,
        name: PersonName { surname, given_name, patronymic },
        reason,
        made_at,
    }
}

/// The exceptions that hold in an edition.
pub fn exceptions(r: &mut Read, edition: EditionId) -> Result<Vec<ExceptionRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(people::table)
        .filter(table::edition_id.eq(edition))
        .filter(table::revoked_at.is_null())
        .order(table::id)
        .select((
            table::id,
            table::edition_id,
            table::person_id,
            table::reason,
            table::made_at,
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

/// An exception that holds.
pub fn exception(r: &mut Read, id: GradingExceptionId) -> Result<Option<EditionId>, Problem> {
    Ok(table::table
        .find(id)
        .filter(table::revoked_at.is_null())
        .select(table::edition_id)
        .first(r.conn())
        .optional()?)
}

/// The exception that holds for somebody in an edition.
pub fn exception_for(
    r: &mut Read,
    edition: EditionId,
    person: PersonId,
) -> Result<Option<GradingExceptionId>, Problem> {
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::person_id.eq(person))
        .filter(table::revoked_at.is_null())
        .order(table::id)
        .select(table::id)
        .first(r.conn())
        .optional()?)
}

/// The editions in which somebody may grade colleagues.
pub fn excepted_in(r: &mut Read, person: PersonId) -> Result<Vec<EditionId>, Problem> {
    Ok(table::table
        .filter(table::person_id.eq(person))
        .filter(table::revoked_at.is_null())
        .select(table::edition_id)
        .load(r.conn())?)
}

/// Whether somebody may grade colleagues in an edition.
pub fn is_excepted(r: &mut Read, edition: EditionId, person: PersonId) -> Result<bool, Problem> {
    let holding = table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::person_id.eq(person))
        .filter(table::revoked_at.is_null());
    Ok(diesel::select(exists(holding)).get_result(r.conn())?)
}

/// Records that somebody may grade colleagues in an edition.
pub fn insert_exception(
    w: &mut Write,
    (edition, person, reason): (EditionId, PersonId, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<GradingExceptionId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(edition),
            table::person_id.eq(person),
            table::reason.eq(reason),
            table::made_by.eq(by),
            table::made_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Takes an exception back.
pub fn revoke_exception(
    w: &mut Write,
    id: GradingExceptionId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::revoked_at.eq(now), table::revoked_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
