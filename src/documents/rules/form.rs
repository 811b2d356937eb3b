//! In which form a course is taught: together with a teacher at set times, alone at one's own time, or both. Told by how
//! theory and practice are held; what everybody works through alone (самостоятельная работа) is part of every form.
//! Pure.

use crate::attendance::rules::booking::SessionMode;
use crate::kernel::{Language, words};
use crate::programmes::rules::words::DeliveryMode;
use serde::{Deserialize, Serialize};

words! {
    /// The forms of study of Federal Law 273-ФЗ, art. 17.
    StudyForm {
        /// Очная.
        InPerson = "in_person",
        /// Очно-заочная.
        Mixed = "mixed",
        /// Заочная.
        Distance = "distance",
    }
}

/// The form of study, and whether distance technologies are used in it (273-ФЗ, art. 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormOfStudy {
    /// The form.
    pub form: StudyForm,
    /// Whether teachers and learners are apart for a part of it.
    pub remote: bool,
}

/// How an activity of theory or practice is held: as planned or, where there are sessions, as they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// By the programme.
    pub planned: DeliveryMode,
    /// By the sessions that were not cancelled.
    pub sessions: Vec<SessionMode>,
}

impl Delivered {
    fn remote(&self) -> bool {
        match self.sessions.as_slice() {
            [] => self.planned != DeliveryMode::InPerson,
            sessions => sessions.iter().any(|mode| *mode != SessionMode::InPerson),
        }
    }

    /// Whether it is held at a set time.
    fn together(&self) -> bool {
        !self.sessions.is_empty() || self.planned != DeliveryMode::Distance
    }
}

/// The form of a course; nothing where it has neither theory nor practice.
pub fn of(course: &[Delivered]) -> Option<FormOfStudy> {
    let together = course.iter().any(Delivered::together);
    let alone = course.iter().any(|one| !one.together());
    let form = match (together, alone) {
        (true, false) => StudyForm::InPerson,
        (true, true) => StudyForm::Mixed,
        (false, true) => StudyForm::Distance,
        (false, false) => return None,
    };
    Some(FormOfStudy { form, remote: course.iter().any(Delivered::remote) })
}

impl FormOfStudy {
    /// As papers write it.
    pub fn phrase(self, language: Language) -> String {
        let (form, remote) = match (self.form, language) {
            (StudyForm::InPerson, Language::Ru) => ("очная", REMOTE_RU),
            (StudyForm::Mixed, Language::Ru) => ("очно-заочная", REMOTE_RU),
            (StudyForm::Distance, Language::Ru) => ("заочная", REMOTE_RU),
            (StudyForm::InPerson, Language::Kk) => ("күндізгі", REMOTE_KK),
            (StudyForm::Mixed, Language::Kk) => ("күндізгі-сырттай", REMOTE_KK),
            (StudyForm::Distance, Language::Kk) => ("сырттай", REMOTE_KK),
            (StudyForm::InPerson, Language::En) => ("at set times with a teacher", REMOTE_EN),
            (StudyForm::Mixed, Language::En) => ("partly with a teacher, partly independent", REMOTE_EN),
            (StudyForm::Distance, Language::En) => ("independent", REMOTE_EN),
        };
        if self.remote { format!("{form}{remote}") } else { form.to_owned() }
    }
}

const REMOTE_RU: &str = ", с применением дистанционных образовательных технологий";
const REMOTE_KK: &str = ", қашықтан білім беру технологиялары қолданылады";
const REMOTE_EN: &str = ", with distance learning technologies";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_follows_how_theory_and_practice_are_held() {
        let plan = |planned| Delivered { planned, sessions: Vec::new() };
        let held = |planned, mode| Delivered { planned, sessions: vec![mode] };
        let (here, online, alone) = (DeliveryMode::InPerson, DeliveryMode::Online, DeliveryMode::Distance);
        let cases = [
            (vec![plan(here)], Some((StudyForm::InPerson, false))),
            (vec![plan(here), plan(online)], Some((StudyForm::InPerson, true))),
            (vec![plan(here), plan(alone)], Some((StudyForm::Mixed, true))),
            (vec![plan(alone)], Some((StudyForm::Distance, true))),
            (vec![held(online, SessionMode::InPerson)], Some((StudyForm::InPerson, false))),
            (vec![held(here, SessionMode::Mixed)], Some((StudyForm::InPerson, true))),
            (Vec::new(), None),
        ];
        for (course, expected) in cases {
            assert_eq!(of(&course).map(|found| (found.form, found.remote)), expected, "{course:?}");
        }
    }

    #[test]
    fn the_form_is_said_in_the_words_of_the_law() {
        let form = FormOfStudy { form: StudyForm::Mixed, remote: true };
        assert_eq!(
            form.phrase(Language::Ru),
            "очно-заочная, с применением дистанционных образовательных технологий"
        );
        assert_eq!(FormOfStudy { remote: false, ..form }.phrase(Language::Kk), "күндізгі-сырттай");
    }
}
