//! The fewest hours with which a kind of programme may be taught. They are rules of countries: whoever checks a folder
//! says which hold. Pure.

use super::words::ProgrammeKind;

/// The fewest hours of each kind, with the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Of повышение квалификации, with the rule.
    pub advanced_training: (i32, String),
    /// Of профессиональная переподготовка, with the rule.
    pub retraining: (i32, String),
}

impl Limits {
    /// Those of Russia, for folders that are checked where nobody has said anything else: Порядок, утв. приказом
    /// Минобрнауки России от 24.03.2025 № 266, п. 18.
    pub fn russia() -> Limits {
        let basis = "Минобрнауки России, приказ от 24.03.2025 № 266, п. 18";
        let of = |kind: ProgrammeKind| (kind.fewest_hours(), basis.to_owned());
        Limits {
            advanced_training: of(ProgrammeKind::AdvancedTraining),
            retraining: of(ProgrammeKind::Retraining),
        }
    }

    /// None: for a programme that was checked when it was imported, and whose hours nobody changes here.
    pub fn none() -> Limits {
        Limits { advanced_training: (0, String::new()), retraining: (0, String::new()) }
    }

    /// The fewest hours of a kind, with the rule.
    pub fn fewest(&self, kind: ProgrammeKind) -> (i32, &str) {
        match kind {
            ProgrammeKind::AdvancedTraining => (self.advanced_training.0, &self.advanced_training.1),
            ProgrammeKind::Retraining => (self.retraining.0, &self.retraining.1),
            ProgrammeKind::ShortCourse => (0, ""),
        }
    }
}
