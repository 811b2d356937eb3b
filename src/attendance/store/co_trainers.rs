//! Who teaches a session beside its first trainer (F7).

use super::sessions::{Listed, SESSION};
use crate::db::schema::{activities, editions, session_trainers, sessions};
use crate::db::{Read, Write};
use crate::kernel::{Moment, OrganisationId, PersonId, Problem, SessionId};
use diesel::prelude::*;

/// The co-trainers of a session, as they were added.
///
/// # Errors
/// The database's.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<PersonId>, Problem> {
    Ok(session_trainers::table
        .filter(session_trainers::session_id.eq(session))
        .order((session_trainers::added_at, session_trainers::person_id))
        .select(session_trainers::person_id)
        .load(r.conn())?)
}

/// The sessions that these people teach as co-trainers within a day around a span: who, and the organisation of each.
pub(super) fn taught(
    r: &mut Read,
    trainers: &[PersonId],
    (from, to): (Moment, Moment),
) -> Result<Vec<(PersonId, Listed, OrganisationId)>, Problem> {
    if trainers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(session_trainers::table
        .inner_join(sessions::table.inner_join(editions::table).inner_join(activities::table))
        .filter(session_trainers::person_id.eq_any(trainers.to_vec()))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.gt(from.plus_minutes(-24 * 60)))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select((
            session_trainers::person_id,
            (SESSION, activities::title, editions::title, activities::format),
            editions::organisation_id,
        ))
        .load(r.conn())?)
}

/// What any of these people teach in a span, first or together with somebody: with whom, the earliest first.
///
/// # Errors
/// The database's.
pub fn busy(
    r: &mut Read,
    people: &[PersonId],
    (from, to): (Moment, Moment),
) -> Result<Vec<(PersonId, Listed)>, Problem> {
    let listed = (SESSION, activities::title, editions::title, activities::format);
    let first: Vec<(Option<PersonId>, Listed)> = sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::trainer_id.eq_any(people.to_vec()))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .select((sessions::trainer_id, listed))
        .load(r.conn())?;
    let together: Vec<(PersonId, Listed)> = session_trainers::table
        .inner_join(sessions::table.inner_join(editions::table).inner_join(activities::table))
        .filter(session_trainers::person_id.eq_any(people.to_vec()))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .select((session_trainers::person_id, listed))
        .load(r.conn())?;
    let first = first.into_iter().filter_map(|(person, listed)| Some((person?, listed)));
    let mut all: Vec<(PersonId, Listed)> = first.chain(together).collect();
    all.sort_by_key(|(person, listed)| (listed.session.starts_at, listed.session.id, *person));
    Ok(all)
}

/// Makes these people the co-trainers of a session.
///
/// # Errors
/// The database's.
pub fn replace(
    w: &mut Write,
    session: SessionId,
    people: &[PersonId],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::delete(session_trainers::table.filter(session_trainers::session_id.eq(session)))
        .execute(w.conn())?;
    for person in people {
        diesel::insert_into(session_trainers::table)
            .values((
                session_trainers::session_id.eq(session),
                session_trainers::person_id.eq(*person),
                session_trainers::added_at.eq(now),
                session_trainers::added_by.eq(by),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}
