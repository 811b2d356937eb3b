//! Addresses of the room `identities`.

use crate::kernel::{EditionId, PersonId};

/// One's own data for documents: leads to the page of whoever is signed in.
pub const IDENTITY: &str = "/identity";

with_ids! {
    /// What papers need of a person; POST writes it down.
    person_identity(person: PersonId) = "/people/{person}/identity";
    /// Writing down the document of education (POST).
    person_education(person: PersonId) = "/people/{person}/identity/education";
    /// Writing down a change of name (POST).
    person_names(person: PersonId) = "/people/{person}/identity/names";
    /// Looking at what lies encrypted (POST, as the look is written down).
    person_disclosures(person: PersonId) = "/people/{person}/identity/disclosures";
    /// The scan of the document of education.
    person_education_scan(person: PersonId) = "/people/{person}/identity/scan";
    /// The consent to be named in public; POST gives it.
    public_name(person: PersonId) = "/people/{person}/public-name";
    /// Withdrawing it (POST).
    public_name_withdrawal(person: PersonId) = "/people/{person}/public-name/withdrawal";
    /// Who of a group lacks what for papers.
    edition_identities(edition: EditionId) = "/editions/{edition}/identities";
}
