//! The papers of documents in the file store: each printed once, its hash frozen.

use crate::db::schema::{document_prints, stored_files};
use crate::db::{Read, Write, each};
use crate::kernel::{DocumentId, Moment, Problem, StoredFileId};
use diesel::prelude::*;
use std::collections::HashSet;

/// Where the paper of a document lies.
pub fn key_of(r: &mut Read, document: DocumentId) -> Result<Option<String>, Problem> {
    Ok(document_prints::table
        .inner_join(stored_files::table)
        .filter(document_prints::document_id.eq(document))
        .select(stored_files::storage_key)
        .first(r.conn())
        .optional()?)
}

/// Which of these documents are printed.
pub fn printed(r: &mut Read, these: &[DocumentId]) -> Result<HashSet<DocumentId>, Problem> {
    let found: Vec<DocumentId> = document_prints::table
        .filter(document_prints::document_id.eq_any(these.to_vec()))
        .select(document_prints::document_id)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Freezes the papers of documents: where they lie, and the hashes of their files. The first print stays; a second changes
/// nothing. Two statements, whatever the number of papers.
pub fn freeze_all(w: &mut Write, new: &[(DocumentId, StoredFileId)], now: Moment) -> Result<(), Problem> {
    if new.is_empty() {
        return Ok(());
    }
    let row = |(document, file): &(DocumentId, StoredFileId)| {
        (
            document_prints::document_id.eq(*document),
            document_prints::file_id.eq(*file),
            document_prints::printed_at.eq(now),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    // Only ids of ours stand in the text.
    let ids: Vec<String> = new.iter().map(|(document, _)| document.to_string()).collect();
    let hashes = format!(
        "UPDATE documents SET pdf_sha256 = ( \
             SELECT f.sha256 FROM document_prints p JOIN stored_files f ON f.id = p.file_id \
             WHERE p.document_id = documents.id \
         ) WHERE pdf_sha256 IS NULL AND id IN ({})",
        ids.join(", ")
    );
    each!(w.conn(), c => {
        let insert = diesel::insert_into(document_prints::table).values(rows);
        insert.on_conflict(document_prints::document_id).do_nothing().execute(c)?;
        diesel::sql_query(hashes).execute(c)?;
    });
    Ok(())
}
