//! Shifts of editions.

use crate::agendas::rules::Shift;
use crate::db::schema::edition_shifts;
use crate::db::{Read, Write};
use crate::kernel::{EditionId, Moment, PersonId, Problem, ShiftId};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A shift as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftRow {
    /// The shift.
    pub id: ShiftId,
    /// Of which edition.
    pub edition: EditionId,
    /// When and where.
    pub shift: Shift,
}

type Columns = ((ShiftId, EditionId), (NaiveDate, NaiveDate), (String, Option<String>, Option<String>));

type Selection = (
    (edition_shifts::id, edition_shifts::edition_id),
    (edition_shifts::first_on, edition_shifts::last_on),
    (edition_shifts::place, edition_shifts::lodging, edition_shifts::meals),
);

const SHIFT: Selection = (
    (edition_shifts::id, edition_shifts::edition_id),
    (edition_shifts::first_on, edition_shifts::last_on),
    (edition_shifts::place, edition_shifts::lodging, edition_shifts::meals),
);

fn row(((id, edition), (first_on, last_on), (place, lodging, meals)): Columns) -> ShiftRow {
    ShiftRow { id, edition, shift: Shift { first_on, last_on, place, lodging, meals } }
}

/// The shifts of an edition, the earliest first.
pub fn of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<ShiftRow>, Problem> {
    let rows: Vec<Columns> = edition_shifts::table
        .filter(edition_shifts::edition_id.eq(edition))
        .order((edition_shifts::first_on, edition_shifts::id))
        .select(SHIFT)
        .load(r.conn())?;
    Ok(rows.into_iter().map(row).collect())
}

/// A shift.
pub fn find(r: &mut Read, id: ShiftId) -> Result<Option<ShiftRow>, Problem> {
    let found: Option<Columns> =
        edition_shifts::table.filter(edition_shifts::id.eq(id)).select(SHIFT).first(r.conn()).optional()?;
    Ok(found.map(row))
}

/// Writes a shift down.
pub fn insert(
    w: &mut Write,
    edition: EditionId,
    shift: &Shift,
    (by, now): (Option<PersonId>, Moment),
) -> Result<ShiftId, Problem> {
    use edition_shifts as rows;
    Ok(diesel::insert_into(rows::table)
        .values((
            rows::edition_id.eq(edition),
            rows::first_on.eq(shift.first_on),
            rows::last_on.eq(shift.last_on),
            rows::place.eq(&shift.place),
            rows::lodging.eq(&shift.lodging),
            rows::meals.eq(&shift.meals),
            rows::created_at.eq(now),
            rows::created_by.eq(by),
        ))
        .returning(rows::id)
        .get_result(w.conn())?)
}

/// Changes a shift.
pub fn update(w: &mut Write, id: ShiftId, shift: &Shift) -> Result<(), Problem> {
    use edition_shifts as rows;
    diesel::update(rows::table.filter(rows::id.eq(id)))
        .set((
            rows::first_on.eq(shift.first_on),
            rows::last_on.eq(shift.last_on),
            rows::place.eq(&shift.place),
            rows::lodging.eq(&shift.lodging),
            rows::meals.eq(&shift.meals),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Takes a shift out of its edition.
pub fn remove(w: &mut Write, id: ShiftId) -> Result<(), Problem> {
    diesel::delete(edition_shifts::table.filter(edition_shifts::id.eq(id))).execute(w.conn())?;
    Ok(())
}
