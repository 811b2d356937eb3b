//! Addresses of the room `registers`.

use crate::kernel::{DocumentId, EditionId, OrganisationId};

/// Checking a document by its number and a surname (GET asks, POST answers).
pub const VERIFY: &str = "/verify";

with_ids! {
    /// How the numbers of an organisation's documents are written, and what comes next.
    registers(organisation: OrganisationId) = "/organisations/{organisation}/registers";
    /// One kind of document; POST sets its pattern.
    register_setting(organisation: OrganisationId, kind: &str) = "/organisations/{organisation}/registers/{kind}";
    /// Preparing numbers of a kind (POST).
    prepared_numbers(organisation: OrganisationId, kind: &str) =
        "/organisations/{organisation}/registers/{kind}/prepared-numbers";
    /// Explaining numbers that have no document (POST).
    number_skips(organisation: OrganisationId, kind: &str) = "/organisations/{organisation}/registers/{kind}/skips";
    /// The numbers without document.
    number_gaps(organisation: OrganisationId) = "/organisations/{organisation}/number-gaps";
    /// The years of registers, open and closed.
    register_years(organisation: OrganisationId) = "/organisations/{organisation}/register-years";
    /// Closing a year (POST).
    register_closings(organisation: OrganisationId) = "/organisations/{organisation}/register-closings";
    /// Opening a closed year again (POST).
    register_openings(organisation: OrganisationId) = "/organisations/{organisation}/register-openings";
    /// The stock of printed blanks; POST receives some.
    blanks(organisation: OrganisationId) = "/organisations/{organisation}/blanks";
    /// Writing down a spoiled blank (POST).
    blank_spoilings(organisation: OrganisationId) = "/organisations/{organisation}/blank-spoilings";
    /// The register book as a file: `xlsx` or `pdf`.
    register_book(format: &str) = "/register/{format}";
    /// The entry of a document in the book.
    document_entry(document: DocumentId) = "/documents/{document}/entry";
    /// Writing down that a document was handed over (POST).
    document_handovers(document: DocumentId) = "/documents/{document}/handovers";
    /// Writing down that a paper was lost (POST).
    document_losses(document: DocumentId) = "/documents/{document}/losses";
    /// Handing a whole group's documents over; POST writes it down.
    edition_handovers(edition: EditionId) = "/editions/{edition}/handovers";
}
