//! Addresses of the room `document_batches`.

use crate::kernel::{BatchPersonId, DocumentBatchId, EditionId};

with_ids! {
    /// What was issued to many people of an edition at once.
    document_batches_of(edition: EditionId) = "/document-batches?edition={edition}";
    /// A batch, as far as it is.
    document_batch(batch: DocumentBatchId) = "/document-batches/{batch}";
    /// Setting a batch going again (POST).
    document_batch_continuation(batch: DocumentBatchId) = "/document-batches/{batch}/continuation";
    /// The papers of a batch as a ZIP.
    document_batch_archive(batch: DocumentBatchId) = "/document-batches/{batch}/archive";
}

/// The list of batches further on.
pub fn document_batches_after(last: DocumentBatchId, edition: Option<EditionId>) -> String {
    let place = super::DOCUMENT_BATCHES;
    match edition {
        Some(edition) => format!("{place}?edition={edition}&after={last}"),
        None => format!("{place}?after={last}"),
    }
}

/// People of a batch behind a place: those who are refused, or those who have a document.
pub fn document_batch_people(batch: DocumentBatchId, which: &str, after: BatchPersonId) -> String {
    format!("{}?people={which}&after={after}", document_batch(batch))
}
