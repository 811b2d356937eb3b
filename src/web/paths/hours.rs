//! Addresses of hours: of an edition, of a person, and where a number comes from.

use super::asking;
use crate::kernel::{EditionId, EnrolmentId};

with_ids! {
    /// The hours of an edition: its modules and its people.
    edition_hours(edition: EditionId) = "/editions/{edition}/hours";
    /// The hours of one person, module by module.
    person_hours(enrolment: EnrolmentId) = "/learn/{enrolment}/hours";
}

/// The hours of an edition, narrowed and sorted: its fields with their values.
pub fn edition_hours_shown(edition: EditionId, fields: &[(&str, &str)]) -> String {
    asking(&edition_hours(edition), fields)
}

/// Where a number of somebody's hours comes from: the entries of the ledger, narrowed by these fields.
pub fn hours_entries(enrolment: EnrolmentId, fields: &[(&str, &str)]) -> String {
    asking(&format!("/learn/{enrolment}/hours/entries"), fields)
}
