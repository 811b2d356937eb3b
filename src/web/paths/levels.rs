//! Addresses of the room `levels`.

use super::asking;
use crate::kernel::{OrganisationId, PersonId};

/// The registry of mentors, with everybody's level.
pub const MENTORS: &str = "/mentors";
/// One's own level and status.
pub const OWN_LEVELS: &str = "/levels";

with_ids! {
    /// The level and the status of somebody.
    person_levels(person: PersonId) = "/people/{person}/levels";
    /// By what an organisation gives levels; POST sets another rule.
    level_rule(organisation: OrganisationId) = "/organisations/{organisation}/level-rules";
}

/// The registry, narrowed and sorted.
pub fn mentor_registry(fields: &[(&str, &str)]) -> String {
    asking(MENTORS, fields)
}

/// The same as a table to take away: `csv` or `xlsx`.
pub fn mentor_table(format: &str, fields: &[(&str, &str)]) -> String {
    asking(&format!("/mentor-tables/{format}"), fields)
}
