//! What a case page says of what there is to read beside one's own work.

use crate::cases::actions::{Afterwards, Case};
use crate::web::paths;
use serde::Serialize;

/// The ways to it.
#[derive(Debug, Clone, Serialize)]
pub struct AfterwardsView {
    pub(super) reviews_url: Option<String>,
    pub(super) talk_url: Option<String>,
    pub(super) consent_url: Option<String>,
    pub(super) examples_url: Option<String>,
    pub(super) examples: usize,
    /// Whether one's own work comes first.
    pub(super) is_ahead: bool,
}

impl AfterwardsView {
    pub(super) fn new(case: &Case) -> Option<AfterwardsView> {
        let (enrolment, activity) = (case.standing.enrolment.id, case.fact.id);
        let Afterwards { discussion, question, reviews, examples } = case.afterwards;
        (case.afterwards != Afterwards::default()).then(|| AfterwardsView {
            reviews_url: reviews.then(|| paths::own_reviews(enrolment, activity)),
            talk_url: discussion.then(|| paths::case_talk(enrolment, activity)),
            consent_url: question.then(|| paths::case_consent(enrolment, activity)),
            examples_url: (examples > 0).then(|| paths::case_examples(enrolment, activity)),
            examples,
            is_ahead: !case.may_read_others(),
        })
    }
}
