//! The pictures of a trainee's questions: those of the programme lie where its lessons' files do.

use crate::kernel::EnrolmentId;
use crate::programmes::rules::links::{Addresses, linked_question};
use crate::programmes::rules::quiz::Question;
use crate::web::paths;

struct Own(EnrolmentId);

impl Addresses for Own {
    fn media(&self, path: &str) -> String {
        paths::lesson_media(self.0, path)
    }

    fn activity(&self, _: &str) -> Option<String> {
        None
    }
}

/// The question with its pictures at addresses that its trainee may open.
pub(super) fn placed(question: Question, enrolment: EnrolmentId) -> Question {
    linked_question(question, &Own(enrolment))
}
