//! Who may have an uploaded file.

use crate::cases::store::{self, FileRow};
use crate::db::Read;
use crate::kernel::{Actor, Problem, StoredFileId};

/// An uploaded file for its author, and once it is handed in for the edition's trainers and administrators.
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
    let places = store::places_of(r, id)?;
    let teaches = places.into_iter().any(|(edition, organisation)| actor.teaches(edition, organisation));
    if teaches { Ok(file) } else { Err(Problem::not_found()) }
}
