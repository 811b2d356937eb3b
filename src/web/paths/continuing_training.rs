//! Addresses of the room `continuing_training`.

use super::asking;
use crate::kernel::{EditionId, EnrolmentId, TrainingCreditId};

with_ids! {
    /// The matrix of an edition: people and quarters.
    edition_training(edition: EditionId) = "/editions/{edition}/training";
    /// The same as a table to take away.
    edition_training_table(edition: EditionId, format: &str) = "/editions/{edition}/training-tables/{format}";
    /// The rule of an edition; POST sets another one.
    training_rule(edition: EditionId) = "/editions/{edition}/training-rules";
    /// How one person stands.
    own_training(enrolment: EnrolmentId) = "/learn/{enrolment}/training";
    /// Setting since when quarters are counted (POST).
    training_starts(enrolment: EnrolmentId) = "/learn/{enrolment}/training/starts";
    /// Crediting what was done instead of a session (POST).
    training_credits(enrolment: EnrolmentId) = "/learn/{enrolment}/training/credits";
    /// Taking a credit back (POST).
    training_credit_revocation(credit: TrainingCreditId) = "/training-credits/{credit}/revocation";
}

/// The matrix of an edition, narrowed.
pub fn edition_training_showing(edition: EditionId, show: &str, page: usize) -> String {
    let page = if page == 0 { String::new() } else { page.to_string() };
    asking(&edition_training(edition), &[("show", show), ("page", &page)])
}
