//! The papers of documents in the file store: each printed once, its hash frozen.

use crate::db::schema::{document_prints, documents, stored_files};
use crate::db::{Read, Write, each};
use crate::kernel::{DocumentId, Moment, Problem, StoredFileId};
use diesel::prelude::*;

/// Where the paper of a document lies.
pub fn key_of(r: &mut Read, document: DocumentId) -> Result<Option<String>, Problem> {
    Ok(document_prints::table
        .inner_join(stored_files::table)
        .filter(document_prints::document_id.eq(document))
        .select(stored_files::storage_key)
        .first(r.conn())
        .optional()?)
}

/// Freezes the paper of a document: its hash and where it lies. The first print stays; a second changes nothing.
pub fn freeze(
    w: &mut Write,
    document: DocumentId,
    (file, sha256): (StoredFileId, &str),
    now: Moment,
) -> Result<(), Problem> {
    let row = diesel::insert_into(document_prints::table).values((
        document_prints::document_id.eq(document),
        document_prints::file_id.eq(file),
        document_prints::printed_at.eq(now),
    ));
    each!(w.conn(), c => { row.on_conflict(document_prints::document_id).do_nothing().execute(c)? });
    let unprinted =
        documents::table.filter(documents::id.eq(document)).filter(documents::pdf_sha256.is_null());
    diesel::update(unprinted).set(documents::pdf_sha256.eq(sha256)).execute(w.conn())?;
    Ok(())
}
