//! Whom to remind, and on which days that was done.

use crate::db::schema::{federal_reminders as rows, registers, role_grants};
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, OrganisationId, PersonId, Problem};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Organisations that issue documents and were not reminded on a day.
pub fn organisations(r: &mut Read, day: NaiveDate) -> Result<Vec<OrganisationId>, Problem> {
    let reminded: Vec<OrganisationId> =
        rows::table.filter(rows::on_day.eq(day)).select(rows::organisation_id).load(r.conn())?;
    let issuers: Vec<OrganisationId> = registers::table
        .order(registers::organisation_id)
        .select(registers::organisation_id)
        .distinct()
        .load(r.conn())?;
    Ok(issuers.into_iter().filter(|id| !reminded.contains(id)).collect())
}

/// Writes down that an organisation was reminded on a day; `false` when it was already.
pub fn note(
    w: &mut Write,
    organisation: OrganisationId,
    (day, now): (NaiveDate, Moment),
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(rows::table).values((
        rows::organisation_id.eq(organisation),
        rows::on_day.eq(day),
        rows::sent_at.eq(now),
    ));
    let noted = each!(w.conn(), c => {
        insert.on_conflict((rows::organisation_id, rows::on_day)).do_nothing().execute(c)?
    });
    Ok(noted > 0)
}

/// Who administers an organisation; where nobody does, who administers the site.
pub fn administrators(r: &mut Read, organisation: OrganisationId) -> Result<Vec<PersonId>, Problem> {
    let found: Vec<(PersonId, Option<OrganisationId>)> = role_grants::table
        .filter(role_grants::role.eq("administrator"))
        .filter(role_grants::organisation_id.is_null().or(role_grants::organisation_id.eq(organisation)))
        .filter(role_grants::revoked_at.is_null())
        .order(role_grants::person_id)
        .select((role_grants::person_id, role_grants::organisation_id))
        .load(r.conn())?;
    let own = found.iter().any(|(_, whose)| whose.is_some());
    let mut people: Vec<PersonId> =
        found.into_iter().filter(|(_, whose)| whose.is_some() == own).map(|(person, _)| person).collect();
    people.dedup();
    Ok(people)
}
