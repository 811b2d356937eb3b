//! Addresses of the room `personal_records`.

use crate::kernel::PersonId;

/// One's own record.
pub const OWN_RECORD: &str = "/record";

with_ids! {
    /// One's own record as a file: `pdf`, `xlsx`, or `json`, which is signed.
    own_record_file(paper: &str) = "/record/{paper}";
    /// The record of a person.
    personal_record(person: PersonId) = "/people/{person}/record";
    /// The record of a person as a file: `pdf` or `xlsx`.
    personal_record_file(person: PersonId, paper: &str) = "/people/{person}/record/{paper}";
}

/// A file of a record in a language.
pub fn record_in(path: &str, language: &str) -> String {
    super::asking(path, &[("in", language)])
}
