//! Addresses of the room `letters`.

use crate::kernel::{DocumentId, ServiceRequestId};

with_ids! {
    /// A document of authority, as PDF.
    authority_document_pdf(document: DocumentId) = "/authority-documents/{document}/pdf";
    /// A request for a record of service, with what the record would say.
    service_record_request(request: ServiceRequestId) = "/service-record-requests/{request}";
    /// Signing the record off (POST).
    service_record_signature(request: ServiceRequestId) = "/service-record-requests/{request}/signature";
    /// Refusing it (POST).
    service_record_refusal(request: ServiceRequestId) = "/service-record-requests/{request}/refusal";
    /// Taking authority back (POST).
    authority_document_revocation(document: DocumentId) = "/authority-documents/{document}/revocation";
}

/// Documents of authority, with the people whose names fit, and from the one after a document on.
pub fn authority_documents_list(search: &str, after: Option<DocumentId>) -> String {
    let after = after.map(|after| after.to_string()).unwrap_or_default();
    super::asking(super::AUTHORITY_DOCUMENTS, &[("q", search), ("after", &after)])
}
