//! Rows of templates, their versions and pictures, and of which version is at work.

mod choices;
mod templates;
mod versions;

use super::rules::Languages;
use crate::db::schema::{documents, people};
use crate::db::{Read, stored_text};
use crate::kernel::{DocumentId, OrganisationId, PersonId, PersonName, Problem, Word as _};
use crate::printing::pictures::PictureUse;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

pub use choices::{at_work, choose, chosen};
pub use templates::{NewTemplate, TemplateRow, insert, template, templates, with_key};
pub use versions::{ChosenTemplate, NewPicture, PictureRow, VersionRow, insert_version, version, versions};

stored_text!(Languages, as_str, parse);
stored_text!(PictureUse, as_str, parse);

/// What was read before the row was written is no longer so: the transaction is run again, and then reads it.
fn repeated(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// What a document of one of these organisations prints, by its number; the newest where several registers have it. None
/// of the organisations means any.
pub fn document_snapshot(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
    number: &str,
) -> Result<Option<(DocumentId, String)>, Problem> {
    let mut query = documents::table
        .filter(documents::number_text.eq(number))
        .order(documents::id.desc())
        .select((documents::id, documents::snapshot))
        .into_boxed();
    if let Some(organisations) = organisations {
        query = query.filter(documents::organisation_id.eq_any(organisations.to_vec()));
    }
    Ok(query.first(r.conn()).optional()?)
}

/// The names of people, for who made versions.
pub fn names(r: &mut Read, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
