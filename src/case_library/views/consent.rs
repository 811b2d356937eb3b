//! What an author is asked about their answer.

use super::talk::way;
use crate::case_library::actions::Asked;
use crate::case_library::rules::Consent;
use crate::cases::views::{Link, paragraphs};
use crate::kernel::Word as _;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct ConsentPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) url: String,
    pub(super) state_key: String,
    pub(super) is_agreed: bool,
    pub(super) is_refused: bool,
    pub(super) paragraphs: Vec<String>,
}

impl ConsentPage {
    /// The question in front of its author.
    pub fn new(found: &Asked, reader: &Reader) -> ConsentPage {
        let consent = found.consent();
        ConsentPage {
            crumbs: way(&found.standing, &found.fact, reader),
            case_title: found.fact.title.for_reader(reader.language).to_owned(),
            url: paths::case_consent(found.standing.enrolment.id, found.fact.id),
            state_key: format!("shown-own-{}", consent.as_str()),
            is_agreed: consent == Consent::Agreed,
            is_refused: consent == Consent::Refused,
            paragraphs: paragraphs(&found.row.text),
        }
    }
}

impl View for ConsentPage {
    const TEMPLATE: &'static str = "pages/case_library/consent";

    fn title(&self) -> Title {
        Title::with("shown-own-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<ConsentPage> {
        super::samples::consents()
    }
}
