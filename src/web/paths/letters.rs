//! Addresses of the room `letters`.

use crate::kernel::DocumentId;

with_ids! {
    /// A document of authority, as PDF.
    authority_document_pdf(document: DocumentId) = "/authority-documents/{document}/pdf";
    /// Taking authority back (POST).
    authority_document_revocation(document: DocumentId) = "/authority-documents/{document}/revocation";
}
