//! In what way a document stands in the place of another. Pure.

use crate::kernel::words;
use crate::programmes::rules::words::DocumentKind;

words! {
    /// As what a document was issued in the place of another.
    Relation {
        /// A duplicate: the same facts, the word ДУБЛИКАТ, for a paper lost or spoiled.
        Duplicate = "duplicate",
        /// Another paper on another blank or template, the facts as they were.
        Replacement = "replacement",
        /// The facts read anew, because the paper had a mistake.
        Correction = "correction",
        /// The holder's name of today, on the ground of a change of name.
        NameChange = "name_change",
    }
}

impl Relation {
    /// Each of them, in the order in which they are offered.
    pub const ALL: [Relation; 4] =
        [Relation::Duplicate, Relation::Correction, Relation::NameChange, Relation::Replacement];

    /// Whether the facts of the course are read anew instead of taken from the document replaced.
    pub fn reads_anew(self) -> bool {
        self == Relation::Correction
    }
}

/// Kinds that attest a course; the others are papers about service and thanks.
pub fn attests_a_course(kind: DocumentKind) -> bool {
    matches!(
        kind,
        DocumentKind::AdvancedTrainingCertificate
            | DocumentKind::RetrainingDiploma
            | DocumentKind::StudyCertificate
            | DocumentKind::ParticipationCertificate
            | DocumentKind::MentorCertificate
    )
}
