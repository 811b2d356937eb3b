//! Templates of an organisation: each upload is a version of its own.

use crate::db::schema::{federal_templates as rows, stored_files};
use crate::db::{Json, Read, Write};
use crate::federal_register::rules::Lists;
use crate::kernel::{FederalTemplateId, Moment, OrganisationId, PersonId, Problem, StoredFileId};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A template.
#[derive(Debug, Clone, Queryable)]
pub struct TemplateRow {
    /// The template.
    pub id: FederalTemplateId,
    /// Whose.
    pub organisation_id: OrganisationId,
    /// Its number among those of the organisation.
    pub number: i32,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The name of its file.
    pub name: String,
    /// From which day on it holds.
    pub effective_from: NaiveDate,
    /// The lists of its columns.
    pub lists: Json<Lists>,
    /// When it was uploaded.
    pub uploaded_at: Moment,
    /// By whom.
    pub uploaded_by: Option<PersonId>,
}

const TEMPLATE: (
    rows::id,
    rows::organisation_id,
    rows::number,
    rows::sha256,
    rows::name,
    rows::effective_from,
    rows::lists,
    rows::uploaded_at,
    rows::uploaded_by,
) = (
    rows::id,
    rows::organisation_id,
    rows::number,
    rows::sha256,
    rows::name,
    rows::effective_from,
    rows::lists,
    rows::uploaded_at,
    rows::uploaded_by,
);

/// The templates of an organisation, the newest first.
pub fn of_organisation(r: &mut Read, organisation: OrganisationId) -> Result<Vec<TemplateRow>, Problem> {
    Ok(rows::table
        .filter(rows::organisation_id.eq(organisation))
        .order(rows::number.desc())
        .select(TEMPLATE)
        .load(r.conn())?)
}

/// The template that holds on a day: of those that hold already the one that began last, and of several that began on
/// the same day the newest.
pub fn in_force(
    r: &mut Read,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Result<Option<TemplateRow>, Problem> {
    Ok(rows::table
        .filter(rows::organisation_id.eq(organisation))
        .filter(rows::effective_from.le(day))
        .order((rows::effective_from.desc(), rows::number.desc()))
        .select(TEMPLATE)
        .first(r.conn())
        .optional()?)
}

/// A template of an organisation with where its bytes lie.
pub fn find(
    r: &mut Read,
    organisation: OrganisationId,
    id: FederalTemplateId,
) -> Result<Option<(TemplateRow, String)>, Problem> {
    Ok(rows::table
        .inner_join(stored_files::table)
        .filter(rows::id.eq(id))
        .filter(rows::organisation_id.eq(organisation))
        .select((TEMPLATE, stored_files::storage_key))
        .first(r.conn())
        .optional()?)
}

/// A template about to be kept.
#[derive(Debug, Clone)]
pub struct NewTemplate {
    /// Whose.
    pub organisation: OrganisationId,
    /// Its file.
    pub file: StoredFileId,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The name of its file.
    pub name: String,
    /// From which day on it holds.
    pub effective_from: NaiveDate,
    /// The lists of its columns.
    pub lists: Lists,
}

/// Keeps a template under the next number.
pub fn insert(
    w: &mut Write,
    new: &NewTemplate,
    (by, now): (Option<PersonId>, Moment),
) -> Result<FederalTemplateId, Problem> {
    let last: Option<i32> = rows::table
        .filter(rows::organisation_id.eq(new.organisation))
        .select(diesel::dsl::max(rows::number))
        .first(w.conn())?;
    let insert = diesel::insert_into(rows::table)
        .values((
            rows::organisation_id.eq(new.organisation),
            rows::number.eq(last.unwrap_or(0) + 1),
            rows::file_id.eq(new.file),
            rows::sha256.eq(&new.sha256),
            rows::name.eq(&new.name),
            rows::effective_from.eq(new.effective_from),
            rows::lists.eq(Json(new.lists.clone())),
            rows::uploaded_at.eq(now),
            rows::uploaded_by.eq(by),
        ))
        .returning(rows::id)
        .get_result(w.conn());
    Ok(insert.map_err(super::exports::taken)?)
}
