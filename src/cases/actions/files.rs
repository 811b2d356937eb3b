//! Who may have an uploaded file.

use super::names::nameless;
use crate::cases::rules::nameless_file;
use crate::cases::store::{self, CaseAt, FileRow};
use crate::db::Read;
use crate::kernel::{Actor, EnrolmentId, Problem, StoredFileId};
use std::collections::BTreeMap;

/// An uploaded file for its author and their team, and once it is handed in for the edition's trainers and administrators; to them
/// it has no name of its own while the work is graded without names.
///
/// # Errors
/// `NotFound` for anybody else: that there is such a file stays hidden.
pub fn download(r: &mut Read, actor: &Actor, id: StoredFileId) -> Result<FileRow, Problem> {
    let file = store::file(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.person.is_some() && actor.person == file.owner {
        // A hidden version is gone for its author too; what still lies in the draft is there to be mended.
        let gone = store::is_hidden(r, id)? && !store::is_in_a_draft(r, id)?;
        return if gone { Err(Problem::not_found()) } else { Ok(file) };
    }
    if let Some(person) = actor.person
        && store::is_shared_with(r, id, person)?
    {
        return Ok(file);
    }
    let places = store::places_of(r, id)?;
    let teaches = places.into_iter().any(|(edition, organisation)| actor.teaches(edition, organisation));
    if !teaches {
        return Err(Problem::not_found());
    }
    let name = if is_of_nameless(r, id)? { nameless_file(id, &file.name) } else { file.name };
    Ok(FileRow { name, ..file })
}

/// Whether a file belongs to a work that is without a name now.
fn is_of_nameless(r: &mut Read, id: StoredFileId) -> Result<bool, Problem> {
    let mut works: BTreeMap<CaseAt, Vec<EnrolmentId>> = BTreeMap::new();
    for (at, enrolment) in store::works_with(r, id)? {
        works.entry(at).or_default().push(enrolment);
    }
    for (at, authors) in works {
        if !nameless(r, at, &authors)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}
