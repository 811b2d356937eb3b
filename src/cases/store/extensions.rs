//! Rows of extensions: a later last day for one trainee, or for everybody whom an organisation sent.

use super::setups::CaseAt;
use crate::db::schema::{case_extensions as table, enrolments, organisations, people};
use crate::db::{Read, Write};
use crate::kernel::{
    EditionId, EnrolmentId, ExtensionId, Moment, OrganisationId, PersonId, PersonName, Problem,
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

/// The extensions of a case that hold, the oldest first.
pub fn extensions(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<ExtensionRow>, Problem> {
    Ok(table::table
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .filter(table::revoked_at.is_null())
        .order(table::id)
        .select((
            table::id,
            table::enrolment_id,
            table::organisation_id,
            table::due_on,
            table::reason,
            table::made_at,
        ))
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

/// The people of an edition who were not withdrawn, by name.
pub fn trainees(r: &mut Read, edition: EditionId) -> Result<Vec<(EnrolmentId, PersonName)>, Problem> {
    let rows: Vec<(EnrolmentId, String, String, Option<String>)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::surname, people::given_name, enrolments::id))
        .select((enrolments::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let name = |(id, surname, given, patronymic): (_, String, String, Option<String>)| {
        (id, PersonName::new(&surname, &given, patronymic.as_deref()))
    };
    Ok(rows.into_iter().map(name).collect())
}

/// The organisations that sent people to an edition.
pub fn senders(r: &mut Read, edition: EditionId) -> Result<Vec<(OrganisationId, String)>, Problem> {
    Ok(enrolments::table
        .inner_join(organisations::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .group_by((organisations::id, organisations::short_name))
        .order(organisations::short_name)
        .select((organisations::id, organisations::short_name))
        .load(r.conn())?)
}
