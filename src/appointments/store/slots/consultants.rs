//! Who consults in an edition: those who teach it and whose accounts work.

use crate::db::Read;
use crate::db::schema::{edition_trainers, people};
use crate::kernel::{EditionId, PersonId, PersonName, Problem};
use diesel::prelude::*;
use std::collections::HashMap;

/// Whether somebody teaches an edition, with an account that works: nobody else consults there.
pub fn consults(r: &mut Read, edition: EditionId, person: PersonId) -> Result<bool, Problem> {
    let count: i64 = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .filter(edition_trainers::edition_id.eq(edition))
        .filter(edition_trainers::person_id.eq(person))
        .filter(people::deactivated_at.is_null())
        .count()
        .get_result(r.conn())?;
    Ok(count > 0)
}

/// The trainers of these editions whose accounts work, by surname.
pub fn trainers(
    r: &mut Read,
    these: &[EditionId],
) -> Result<HashMap<EditionId, Vec<(PersonId, PersonName)>>, Problem> {
    type Row = (EditionId, PersonId, String, String, Option<String>);
    let found: Vec<Row> = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .filter(edition_trainers::edition_id.eq_any(these.to_vec()))
        .filter(people::deactivated_at.is_null())
        .order((people::sort_ru, people::id))
        .select((
            edition_trainers::edition_id,
            people::id,
            people::surname,
            people::given_name,
            people::patronymic,
        ))
        .load(r.conn())?;
    let mut trainers: HashMap<EditionId, Vec<(PersonId, PersonName)>> = HashMap::new();
    for (edition, person, surname, given_name, patronymic) in found {
        let name = PersonName { surname, given_name, patronymic };
        trainers.entry(edition).or_default().push((person, name));
    }
    Ok(trainers)
}
