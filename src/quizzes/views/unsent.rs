//! Room for answers that only the trainee's browser has: the page's script fills it, and nobody else sees it.

use crate::quizzes::actions::Reading;
use crate::web::paths;
use serde::Serialize;

/// The part of a page.
#[derive(Debug, Serialize)]
pub(super) struct Unsent {
    attempt: i64,
    closed: bool,
    questions_url: String,
    answers_url: String,
}

impl Unsent {
    /// For the trainee alone.
    pub(super) fn new(reading: &Reading) -> Option<Unsent> {
        let id = reading.attempt.id;
        reading.entrance.own.then(|| Unsent {
            attempt: id.0,
            closed: reading.attempt.submitted_at.is_some(),
            questions_url: paths::attempt_questions(id),
            answers_url: paths::attempt_answers(id),
        })
    }
}
