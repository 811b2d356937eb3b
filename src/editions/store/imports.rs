//! Rows of files people are enrolled from.

use crate::db::schema::enrolment_imports;
use crate::db::{Json, Read, Write};
use crate::editions::rules::import::Sheet;
use crate::kernel::{EditionId, EnrolmentImportId, Moment, PersonId, Problem};
use diesel::prelude::*;

/// A file.
#[derive(Debug, Clone, Queryable)]
pub struct ImportRow {
    /// The import.
    pub id: EnrolmentImportId,
    /// Into which edition.
    pub edition_id: EditionId,
    /// The name the file had.
    pub file_name: String,
    /// What was read out of it.
    pub content: Json<Sheet>,
    /// When everybody in it was enrolled.
    pub confirmed_at: Option<Moment>,
}

/// A file about to be kept.
#[derive(Debug, Clone)]
pub struct NewImport {
    /// Into which edition.
    pub edition: EditionId,
    /// The name the file had.
    pub file_name: String,
    /// What was read out of it.
    pub sheet: Sheet,
    /// How many cells were at fault when it came.
    pub fault_count: usize,
}

/// Keeps a file.
pub fn insert(
    w: &mut Write,
    new: &NewImport,
    by: Option<PersonId>,
    now: Moment,
) -> Result<EnrolmentImportId, Problem> {
    let id = diesel::insert_into(enrolment_imports::table)
        .values((
            enrolment_imports::edition_id.eq(new.edition),
            enrolment_imports::file_name.eq(&new.file_name),
            enrolment_imports::content.eq(Json(new.sheet.clone())),
            enrolment_imports::fault_count.eq(i32::try_from(new.fault_count).unwrap_or(i32::MAX)),
            enrolment_imports::created_at.eq(now),
            enrolment_imports::created_by.eq(by),
        ))
        .returning(enrolment_imports::id)
        .get_result(w.conn())?;
    Ok(id)
}

/// A file of an edition.
pub fn find(r: &mut Read, edition: EditionId, id: EnrolmentImportId) -> Result<Option<ImportRow>, Problem> {
    Ok(enrolment_imports::table
        .filter(enrolment_imports::id.eq(id))
        .filter(enrolment_imports::edition_id.eq(edition))
        .select((
            enrolment_imports::id,
            enrolment_imports::edition_id,
            enrolment_imports::file_name,
            enrolment_imports::content,
            enrolment_imports::confirmed_at,
        ))
        .first(r.conn())
        .optional()?)
}

/// Notes that everybody in a file was enrolled.
pub fn confirm(w: &mut Write, id: EnrolmentImportId, now: Moment) -> Result<(), Problem> {
    diesel::update(enrolment_imports::table.filter(enrolment_imports::id.eq(id)))
        .set(enrolment_imports::confirmed_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}
