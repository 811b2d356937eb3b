//! Rows of extensions: a later last day for one trainee, or for everybody whom an organisation sent.

use super::setups::CaseAt;
use crate::db::schema::case_extensions as table;
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, ExtensionId, Moment, OrganisationId, PersonId, Problem,
};
use chrono::NaiveDate;
use diesel::prelude::*;

/// For whom an extension is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// One trainee.
    Trainee(EnrolmentId),
    /// Everybody in the edition whom this organisation sent.
    SentBy(OrganisationId),
}

/// An extension that holds.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ExtensionRow {
    /// The extension.
    pub id: ExtensionId,
    /// For one trainee,
    pub enrolment_id: Option<EnrolmentId>,
    /// or for those of an organisation.
    pub organisation_id: Option<OrganisationId>,
    /// The last day in time, in the edition's zone.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// When it was made.
    pub made_at: Moment,
}

type Columns =
    (table::id, table::enrolment_id, table::organisation_id, table::due_on, table::reason, table::made_at);
const COLUMNS: Columns =
    (table::id, table::enrolment_id, table::organisation_id, table::due_on, table::reason, table::made_at);

/// The extensions of a case that hold, the oldest first.
pub fn extensions(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<ExtensionRow>, Problem> {
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .filter(table::revoked_at.is_null())
        .order(table::id)
        .select(COLUMNS)
        .load(r.conn())?)
}

/// The extensions of an edition that hold, with their cases, the oldest first.
pub fn extensions_in(r: &mut Read, edition: EditionId) -> Result<Vec<(ActivityId, ExtensionRow)>, Problem> {
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::revoked_at.is_null())
        .order(table::id)
        .select((table::activity_id, COLUMNS))
        .load(r.conn())?)
}

/// Writes an extension.
pub fn insert_extension(
    w: &mut Write,
    (edition, case): CaseAt,
    whom: Whom,
    (due_on, reason): (NaiveDate, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<ExtensionId, Problem> {
    let (enrolment, organisation) = match whom {
        Whom::Trainee(enrolment) => (Some(enrolment), None),
        Whom::SentBy(organisation) => (None, Some(organisation)),
    };
    Ok(diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(edition),
            table::activity_id.eq(case),
            table::enrolment_id.eq(enrolment),
            table::organisation_id.eq(organisation),
            table::due_on.eq(due_on),
            table::reason.eq(reason),
            table::made_by.eq(by),
            table::made_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Takes an extension back; `false` when there is none such that still holds.
pub fn revoke_extension(
    w: &mut Write,
    (edition, case): CaseAt,
    id: ExtensionId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let standing = table::table
        .filter(table::id.eq(id))
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .filter(table::revoked_at.is_null());
    let changed = diesel::update(standing)
        .set((table::revoked_at.eq(now), table::revoked_by.eq(by)))
        .execute(w.conn())?;
    Ok(changed > 0)
}
