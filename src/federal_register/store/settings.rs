//! What was chosen for programmes, editions and single people. Rows are only added: the latest one counts.

use crate::db::schema::federal_settings as rows;
use crate::db::{Json, Read, Write};
use crate::federal_register::rules::Settings;
use crate::kernel::{EditionId, EnrolmentId, Moment, OrganisationId, PersonId, Problem, ProgrammeVersionId};
use diesel::prelude::*;
use std::collections::HashMap;

/// For whom something was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// For all editions of a version of a programme that the organisation runs.
    Version(ProgrammeVersionId),
    /// For an edition.
    Edition(EditionId),
    /// For a single person in an edition.
    Enrolment(EnrolmentId),
}

/// Writes down what was chosen.
pub fn insert(
    w: &mut Write,
    (organisation, whose): (OrganisationId, Whose),
    settings: &Settings,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let (version, edition, enrolment) = match whose {
        Whose::Version(id) => (Some(id), None, None),
        Whose::Edition(id) => (None, Some(id), None),
        Whose::Enrolment(id) => (None, None, Some(id)),
    };
    diesel::insert_into(rows::table)
        .values((
            rows::organisation_id.eq(organisation),
            rows::version_id.eq(version),
            rows::edition_id.eq(edition),
            rows::enrolment_id.eq(enrolment),
            rows::content.eq(Json(settings.clone())),
            rows::set_at.eq(now),
            rows::set_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What an organisation has chosen for versions.
pub fn of_versions(
    r: &mut Read,
    organisation: OrganisationId,
    these: &[ProgrammeVersionId],
) -> Result<HashMap<ProgrammeVersionId, Settings>, Problem> {
    let found: Vec<(Option<ProgrammeVersionId>, Json<Settings>)> = rows::table
        .filter(rows::version_id.eq_any(these.to_vec()))
        .filter(rows::organisation_id.eq(organisation))
        .order(rows::id)
        .select((rows::version_id, rows::content))
        .load(r.conn())?;
    Ok(latest(found))
}

/// What was chosen for editions.
pub fn of_editions(r: &mut Read, these: &[EditionId]) -> Result<HashMap<EditionId, Settings>, Problem> {
    let found: Vec<(Option<EditionId>, Json<Settings>)> = rows::table
        .filter(rows::edition_id.eq_any(these.to_vec()))
        .order(rows::id)
        .select((rows::edition_id, rows::content))
        .load(r.conn())?;
    Ok(latest(found))
}

/// What was chosen for single people.
pub fn of_enrolments(r: &mut Read, these: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, Settings>, Problem> {
    let found: Vec<(Option<EnrolmentId>, Json<Settings>)> = rows::table
        .filter(rows::enrolment_id.eq_any(these.to_vec()))
        .order(rows::id)
        .select((rows::enrolment_id, rows::content))
        .load(r.conn())?;
    Ok(latest(found))
}

/// In the order of rows: the last one stays.
fn latest<K: Eq + std::hash::Hash>(found: Vec<(Option<K>, Json<Settings>)>) -> HashMap<K, Settings> {
    found.into_iter().filter_map(|(id, settings)| Some((id?, settings.0))).collect()
}
