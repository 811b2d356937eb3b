//! The texts that versions were imported from, and where the bytes of their files lie.

use crate::db::schema::{media_files, programme_sources as table, stored_files};
use crate::db::{Read, Write};
use crate::files::StoredBlob;
use crate::kernel::{Problem, ProgrammeVersionId};
use crate::programmes::store::StoredMedia;
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Whether the texts of a version were kept.
pub fn has_sources(r: &mut Read, version: ProgrammeVersionId) -> Result<bool, Problem> {
    let kept = table::table.filter(table::version_id.eq(version));
    Ok(diesel::select(exists(kept)).get_result(r.conn())?)
}

/// The texts of a version by their paths; none where they were not kept.
pub fn sources(r: &mut Read, version: ProgrammeVersionId) -> Result<BTreeMap<String, String>, Problem> {
    let rows: Vec<(String, String)> = table::table
        .filter(table::version_id.eq(version))
        .select((table::path, table::body))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Keeps the texts of a version.
pub fn insert_sources(
    w: &mut Write,
    version: ProgrammeVersionId,
    sources: &BTreeMap<String, String>,
) -> Result<(), Problem> {
    for (path, body) in sources {
        diesel::insert_into(table::table)
            .values((table::version_id.eq(version), table::path.eq(path), table::body.eq(body)))
            .execute(w.conn())?;
    }
    Ok(())
}

/// The files of a version, with where their bytes lie.
pub fn media_of(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<StoredMedia>, Problem> {
    let rows: Vec<(String, String, String, String, i64)> = media_files::table
        .inner_join(stored_files::table)
        .filter(media_files::version_id.eq(version))
        .order(media_files::path)
        .select((
            media_files::path,
            stored_files::media_type,
            stored_files::storage_key,
            stored_files::sha256,
            stored_files::size,
        ))
        .load(r.conn())?;
    let media = |(path, media_type, key, sha256, size)| StoredMedia {
        path,
        media_type,
        blob: StoredBlob { key, sha256, size },
    };
    Ok(rows.into_iter().map(media).collect())
}
