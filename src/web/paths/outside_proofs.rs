//! Addresses of the room `outside_proofs`.

use crate::kernel::{EditionId, OutsideProofId};

/// The proofs that wait for a decision, and those decided lately.
pub const OUTSIDE_PROOFS: &str = "/outside-proofs";
/// The editions that ask for a programme, and one's own proofs.
pub const OWN_PROOFS: &str = "/proofs";

with_ids! {
    /// What an edition asks of those who enter it; POST sets it.
    entry_condition(edition: EditionId) = "/editions/{edition}/entry-condition";
    /// One's own way into an edition; POST shows a proof.
    edition_entry(edition: EditionId) = "/editions/{edition}/entry";
    /// Deciding about a proof (POST).
    outside_proof_decisions(proof: OutsideProofId) = "/outside-proofs/{proof}/decisions";
    /// The file of a proof.
    outside_proof_file(proof: OutsideProofId) = "/outside-proofs/{proof}/file";
}
