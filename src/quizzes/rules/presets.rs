//! What a quiz is for, in one choice: it decides when the trainee sees the result and how answers are checked, which fit
//! together only so.

use crate::kernel::words;
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::{Behaviour, Release};

words! {
    /// What a quiz is for.
    Preset {
        /// An examination: result and answers when the quiz is over for everybody.
        Attestation = "attestation",
        /// Everything at once after handing in.
        Training = "training",
        /// Each question is checked on its own and shows at once what is right.
        Practice = "practice",
        /// Both settings as they are chosen one by one.
        Own = "own",
    }
}

impl Preset {
    /// What it sets; nothing where both are chosen one by one.
    pub fn sets(self) -> Option<(Release, Behaviour)> {
        match self {
            Preset::Attestation => Some((Release::MarksAfterClose, Behaviour::Deferred)),
            Preset::Training => Some((Release::AfterSubmit, Behaviour::Deferred)),
            Preset::Practice => Some((Release::AfterEach, Behaviour::Immediate)),
            Preset::Own => None,
        }
    }

    /// The one that sets what holds.
    pub fn of(quiz: &QuizSettings) -> Preset {
        let holds = Some((quiz.release, quiz.behaviour));
        let all = [Preset::Attestation, Preset::Training, Preset::Practice];
        all.into_iter().find(|preset| preset.sets() == holds).unwrap_or(Preset::Own)
    }

    /// The settings with what it sets in them.
    pub fn applied(self, quiz: QuizSettings) -> QuizSettings {
        match self.sets() {
            Some((release, behaviour)) => QuizSettings { release, behaviour, ..quiz },
            None => quiz,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quizzes::rules::draft::contradictions;

    #[test]
    fn a_preset_never_contradicts_itself_and_is_known_again() {
        for preset in [Preset::Attestation, Preset::Training, Preset::Practice] {
            let before =
                QuizSettings { diagnostic: true, release: Release::AfterEach, ..QuizSettings::default() };
            let quiz = preset.applied(before.clone());
            assert_eq!(contradictions(&quiz), [], "{preset:?}");
            assert_eq!(Preset::of(&quiz), preset);
            assert_eq!(Preset::Own.applied(before.clone()), before);
        }
        let several = QuizSettings {
            release: Release::AfterEach,
            behaviour: Behaviour::Interactive,
            ..QuizSettings::default()
        };
        assert_eq!(Preset::of(&several), Preset::Own);
    }
}
