//! Rows of the trainers of editions.

use crate::db::schema::{edition_trainers, people, role_grants};
use crate::db::{Read, Write};
use crate::kernel::{EditionId, Moment, PersonId, PersonName, Problem};
use diesel::prelude::*;

/// Somebody with a name.
pub type Named = (PersonId, PersonName);

type Row = (PersonId, String, String, Option<String>);

fn named((id, surname, given_name, patronymic): Row) -> Named {
    (id, PersonName { surname, given_name, patronymic })
}

/// The trainers of an edition, by name.
pub fn of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<Named>, Problem> {
    let rows: Vec<Row> = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .filter(edition_trainers::edition_id.eq(edition))
        .order((people::sort_ru, people::id))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    Ok(rows.into_iter().map(named).collect())
}

/// Everybody who may be made a trainer, by name.
pub fn staff(r: &mut Read) -> Result<Vec<Named>, Problem> {
    let granted = role_grants::table
        .filter(role_grants::role.eq("trainer"))
        .filter(role_grants::revoked_at.is_null())
        .select(role_grants::person_id);
    let rows: Vec<Row> = people::table
        .filter(people::id.eq_any(granted))
        .filter(people::deactivated_at.is_null())
        .order((people::sort_ru, people::id))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    Ok(rows.into_iter().map(named).collect())
}

/// Lets somebody teach an edition; `false` when they do already.
pub fn insert(
    w: &mut Write,
    edition: EditionId,
    person: PersonId,
    by: Option<PersonId>,
    now: Moment,
) -> Result<bool, Problem> {
    let known: i64 = edition_trainers::table
        .filter(edition_trainers::edition_id.eq(edition))
        .filter(edition_trainers::person_id.eq(person))
        .count()
        .get_result(w.conn())?;
    if known > 0 {
        return Ok(false);
    }
    diesel::insert_into(edition_trainers::table)
        .values((
            edition_trainers::edition_id.eq(edition),
            edition_trainers::person_id.eq(person),
            edition_trainers::added_at.eq(now),
            edition_trainers::added_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(true)
}

/// Ends somebody's teaching of an edition; the audit keeps who it was.
pub fn remove(w: &mut Write, edition: EditionId, person: PersonId) -> Result<(), Problem> {
    diesel::delete(
        edition_trainers::table
            .filter(edition_trainers::edition_id.eq(edition))
            .filter(edition_trainers::person_id.eq(person)),
    )
    .execute(w.conn())?;
    Ok(())
}
