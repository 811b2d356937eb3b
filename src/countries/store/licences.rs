//! Rows of licences with their days.

use crate::countries::rules::Licence;
use crate::db::schema::organisation_licences as licences;
use crate::db::{Read, Write};
use crate::kernel::{LicenceId, Moment, OrganisationId, PersonId, Problem};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A licence as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceRow {
    /// What it says.
    pub licence: Licence,
    /// When it was written down.
    pub recorded_at: Moment,
    /// By whom.
    pub recorded_by: Option<PersonId>,
}

type Row = ((LicenceId, String, NaiveDate, Option<NaiveDate>), Moment, Option<PersonId>);

/// The licences of an organisation that were not taken out, the earliest first.
pub fn of(r: &mut Read, organisation: OrganisationId) -> Result<Vec<LicenceRow>, Problem> {
    let rows: Vec<Row> = licences::table
        .filter(licences::organisation_id.eq(organisation))
        .filter(licences::removed_at.is_null())
        .order((licences::given_on, licences::id))
        .select((
            (licences::id, licences::number, licences::given_on, licences::ends_on),
            licences::recorded_at,
            licences::recorded_by,
        ))
        .load(r.conn())?;
    let row = |((id, number, given_on, ends_on), recorded_at, recorded_by): Row| LicenceRow {
        licence: Licence { id, number, given_on, ends_on },
        recorded_at,
        recorded_by,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// The licences of an organisation without who wrote them down.
pub fn plain(r: &mut Read, organisation: OrganisationId) -> Result<Vec<Licence>, Problem> {
    Ok(of(r, organisation)?.into_iter().map(|row| row.licence).collect())
}

/// Writes a licence down.
pub fn insert(
    w: &mut Write,
    organisation: OrganisationId,
    (number, given_on, ends_on): (&str, NaiveDate, Option<NaiveDate>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<LicenceId, Problem> {
    Ok(diesel::insert_into(licences::table)
        .values((
            licences::organisation_id.eq(organisation),
            licences::number.eq(number),
            licences::given_on.eq(given_on),
            licences::ends_on.eq(ends_on),
            licences::recorded_at.eq(now),
            licences::recorded_by.eq(by),
        ))
        .returning(licences::id)
        .get_result(w.conn())?)
}

/// Takes a licence out that was written down by mistake; the row stays.
pub fn remove(w: &mut Write, id: LicenceId, (by, now): (Option<PersonId>, Moment)) -> Result<(), Problem> {
    diesel::update(licences::table.filter(licences::id.eq(id)).filter(licences::removed_at.is_null()))
        .set((licences::removed_at.eq(now), licences::removed_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
