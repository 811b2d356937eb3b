//! What those who wrote an answer are asked about it.

use super::talk::way;
use crate::case_library::actions::{Asked, Question};
use crate::case_library::rules::Consent;
use crate::cases::views::{Link, paragraphs};
use crate::kernel::PersonName;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct ConsentPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) url: String,
    /// The newest first; several only for whoever has changed teams.
    pub(super) questions: Vec<QuestionView>,
}

/// A question about one work.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    pub(super) id: i64,
    pub(super) state_key: String,
    pub(super) is_agreed: bool,
    pub(super) is_refused: bool,
    pub(super) paragraphs: Vec<String>,
    /// Whether the answer is a team's: each of those who had a part in it is asked.
    pub(super) is_of_team: bool,
    /// Who of the team has not answered yet.
    pub(super) awaited: Vec<String>,
}

impl ConsentPage {
    /// The questions in front of an author.
    pub fn new(found: &Asked, reader: &Reader) -> ConsentPage {
        ConsentPage {
            crumbs: way(&found.standing, &found.fact, reader),
            case_title: found.fact.title.for_reader(reader.language).to_owned(),
            url: paths::case_consent(found.standing.enrolment.id, found.fact.id),
            questions: found.questions().map(QuestionView::new).collect(),
        }
    }
}

impl QuestionView {
    fn new(question: &Question) -> QuestionView {
        let (all, own) = (question.consent(), question.own());
        // Whoever has agreed reads what has come of it with the others.
        let state = match (own, all) {
            (None, _) => "asked",
            (Some(false), _) => "refused",
            (Some(true), Consent::Asked) => "waits",
            (Some(true), Consent::Refused) => "declined",
            (Some(true), _) => "agreed",
        };
        QuestionView {
            id: question.row.id.0,
            state_key: format!("shown-own-{state}"),
            is_agreed: own == Some(true),
            is_refused: own == Some(false),
            is_of_team: question.members.len() > 1,
            awaited: question.awaited().into_iter().map(PersonName::full).collect(),
            paragraphs: paragraphs(&question.row.text),
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
