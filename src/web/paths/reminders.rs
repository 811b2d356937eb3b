//! Addresses of the room `reminders`.

use crate::kernel::{AbsenceWarningId, EditionId};

with_ids! {
    /// The reminders and warnings of an edition.
    edition_reminders(edition: EditionId) = "/editions/{edition}/reminders";
    /// Setting of what its people are reminded and when they are warned (POST).
    reminder_rules(edition: EditionId) = "/editions/{edition}/reminder-rules";
}

/// The reminders and warnings of an edition, the warnings before one of them.
pub fn edition_reminders_before(edition: EditionId, before: AbsenceWarningId) -> String {
    format!("{}?before={before}", edition_reminders(edition))
}
