//! Addresses of the room `registers`.

use crate::kernel::OrganisationId;

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
    /// The stock of printed blanks; POST receives some.
    blanks(organisation: OrganisationId) = "/organisations/{organisation}/blanks";
    /// Writing down a spoiled blank (POST).
    blank_spoilings(organisation: OrganisationId) = "/organisations/{organisation}/blank-spoilings";
}
