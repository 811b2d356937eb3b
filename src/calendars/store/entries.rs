//! Sessions between two instants, the cancelled ones too: one query each.

use crate::attendance::store::sessions::{Listed, SESSION};
use crate::db::Read;
use crate::db::schema::{activities, editions, enrolments, sessions};
use crate::kernel::{EditionId, EnrolmentId, Moment, PersonId, Problem};
use diesel::prelude::*;

/// From the first instant to the first one that is not meant.
pub type Span = (Moment, Moment);

/// The sessions of every edition that a person learns in, with the enrolment.
pub fn learned(
    r: &mut Read,
    person: PersonId,
    (from, to): Span,
) -> Result<Vec<(Listed, EnrolmentId)>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(sessions::starts_at.ge(from))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select(((SESSION, activities::title, editions::title, activities::format), enrolments::id))
        .load(r.conn())?)
}

/// The sessions that a person teaches, or that are held in these editions.
pub fn taught(
    r: &mut Read,
    person: PersonId,
    these: &[EditionId],
    (from, to): Span,
) -> Result<Vec<Listed>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::trainer_id.eq(person).or(sessions::edition_id.eq_any(these.to_vec()).nullable()))
        .filter(sessions::starts_at.ge(from))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, activities::title, editions::title, activities::format))
        .load(r.conn())?)
}

/// The sessions of an edition.
pub fn of_edition(r: &mut Read, edition: EditionId, (from, to): Span) -> Result<Vec<Listed>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::edition_id.eq(edition))
        .filter(sessions::starts_at.ge(from))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, activities::title, editions::title, activities::format))
        .load(r.conn())?)
}
