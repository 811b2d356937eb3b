//! Rows of laid-away files, whichever room they belong to.

use super::StoredBlob;
use crate::db::schema::stored_files;
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, Problem, StoredFileId};
use diesel::prelude::*;

/// Bytes that are laid away, before it is written down whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// Where the bytes lie.
    pub blob: StoredBlob,
    /// What they are, by content.
    pub media_type: &'static str,
    /// The name that their owner gave them.
    pub name: String,
}

/// Writes down whose file it is.
pub fn insert(w: &mut Write, new: &NewRow, owner: PersonId, now: Moment) -> Result<StoredFileId, Problem> {
    Ok(diesel::insert_into(stored_files::table)
        .values((
            stored_files::storage_key.eq(&new.blob.key),
            stored_files::sha256.eq(&new.blob.sha256),
            stored_files::size.eq(new.blob.size),
            stored_files::media_type.eq(new.media_type),
            stored_files::name.eq(&new.name),
            stored_files::created_at.eq(now),
            stored_files::created_by.eq(owner),
        ))
        .returning(stored_files::id)
        .get_result(w.conn())?)
}

/// Whether a file is somebody's own.
pub fn is_own(r: &mut Read, id: StoredFileId, owner: PersonId) -> Result<bool, Problem> {
    let found: Option<StoredFileId> = stored_files::table
        .filter(stored_files::id.eq(id))
        .filter(stored_files::created_by.eq(owner))
        .select(stored_files::id)
        .first(r.conn())
        .optional()?;
    Ok(found.is_some())
}

/// Forgets whose file it was. The bytes stay until [`super::FileStore::forget`] takes them away.
pub fn forget(w: &mut Write, id: StoredFileId) -> Result<(), Problem> {
    diesel::delete(stored_files::table.filter(stored_files::id.eq(id))).execute(w.conn())?;
    Ok(())
}

/// Whether bytes under a key are anybody's.
pub fn is_kept(r: &mut Read, key: &str) -> Result<bool, Problem> {
    let found: Option<StoredFileId> = stored_files::table
        .filter(stored_files::storage_key.eq(key))
        .select(stored_files::id)
        .first(r.conn())
        .optional()?;
    Ok(found.is_some())
}

/// Under which keys files have to lie, each once.
pub fn keys(r: &mut Read) -> Result<Vec<String>, Problem> {
    Ok(stored_files::table.select(stored_files::storage_key).distinct().load(r.conn())?)
}
