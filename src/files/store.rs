//! Rows of laid-away files, whichever room they belong to.

use super::StoredBlob;
use crate::db::schema::stored_files;
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, PersonId, Problem, StoredFileId};
use diesel::prelude::*;
use std::collections::HashMap;

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

/// Writes down whose files they are, all in one statement; answers their ids in the same order.
pub fn insert_all(
    w: &mut Write,
    new: &[(&NewRow, PersonId)],
    now: Moment,
) -> Result<Vec<StoredFileId>, Problem> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let row = |(new, owner): &(&NewRow, PersonId)| {
        (
            stored_files::storage_key.eq(new.blob.key.clone()),
            stored_files::sha256.eq(new.blob.sha256.clone()),
            stored_files::size.eq(new.blob.size),
            stored_files::media_type.eq(new.media_type),
            stored_files::name.eq(new.name.clone()),
            stored_files::created_at.eq(now),
            stored_files::created_by.eq(*owner),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    let written: Vec<(String, StoredFileId)> = each!(w.conn(), c => {
        let insert = diesel::insert_into(stored_files::table).values(rows);
        insert.returning((stored_files::storage_key, stored_files::id)).get_results(c)?
    });
    // Under one key lie the same bytes: whichever of its rows stands for them.
    let ids: HashMap<String, StoredFileId> = written.into_iter().collect();
    let missing = || Problem::internal(anyhow::anyhow!("a file was not written down"));
    new.iter().map(|(new, _)| ids.get(&new.blob.key).copied().ok_or_else(missing)).collect()
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
