//! Addresses of the room `documents`.

use crate::kernel::{DocumentId, EditionId, EnrolmentId, PublicId};

with_ids! {
    /// Issuing documents of an edition.
    issue(edition: EditionId) = "/editions/{edition}/documents";
    /// Issuing one kind of document of an edition.
    issue_kind(edition: EditionId, kind: &str) = "/editions/{edition}/documents?kind={kind}";
    /// What the paper of somebody would look like.
    document_preview(edition: EditionId, enrolment: EnrolmentId, kind: &str) = "/editions/{edition}/documents/preview?enrolment={enrolment}&kind={kind}";
    /// Samples of documents of an edition: whose, and with which template.
    document_samples(edition: EditionId, kind: &str) = "/editions/{edition}/documents/samples?kind={kind}";
    /// Where samples of documents of an edition are asked for.
    document_previews(edition: EditionId) = "/editions/{edition}/documents/preview";
    /// A document.
    document(document: DocumentId) = "/documents/{document}";
    /// Its paper.
    document_pdf(document: DocumentId) = "/documents/{document}/pdf";
    /// Issuing another in its place (POST).
    document_replacements(document: DocumentId) = "/documents/{document}/replacements";
    /// The form of that.
    new_document_replacement(document: DocumentId) = "/documents/{document}/replacements/new";
    /// Printing it with another version of its template (POST).
    document_print_choice(document: DocumentId) = "/documents/{document}/print-choice";
    /// Revoking it (POST).
    document_revocation(document: DocumentId) = "/documents/{document}/revocation";
    /// Checking a document, for anybody.
    verification(document: &PublicId) = "/v/{document}";
}
