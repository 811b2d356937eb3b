//! The nameless copy of a version, and the question to its author.

use super::{Typed, field, wrong};
use crate::case_library::actions::Prepared;
use crate::case_library::rules::Consent;
use crate::cases::rules::MOST_CHARACTERS;
use crate::cases::views::{Link, paragraphs};
use crate::kernel::Word as _;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct PreparedPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) work: i64,
    pub(super) url: String,
    pub(super) removal_url: String,
    pub(super) question_url: String,
    pub(super) question_removal_url: String,
    /// The number it is shown under.
    pub(super) number: Option<i32>,
    pub(super) original: Vec<String>,
    pub(super) text: Field,
    pub(super) limit: usize,
    pub(super) consent_key: String,
    pub(super) is_asked: bool,
    /// Of a team's answer, while it is asked: how many have answered, and how many are asked.
    pub(super) answered: Option<Answered>,
    /// Whether the author may be asked, for the first time or about another text.
    pub(super) may_ask: bool,
    /// The text that the author was asked about, where the copy is another one now.
    pub(super) asked_text: Option<Vec<String>>,
    pub(super) fields: Vec<Field>,
}

/// How far a team has come with its answers. Who has said what is nobody's business but the team's.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Answered {
    pub(super) count: usize,
    pub(super) of: usize,
}

impl Answered {
    fn new(found: &Prepared) -> Option<Answered> {
        let (count, of) = (found.answers.iter().flatten().count(), found.answers.len());
        (of > 1).then_some(Answered { count, of })
    }
}

impl PreparedPage {
    /// A version for those who choose, with the copy as it was typed.
    pub fn new(found: &Prepared, reader: &Reader, typed: Option<Typed<'_>>) -> PreparedPage {
        let (edition, id) = (&found.edition, found.submission);
        let known = found.answer.as_ref().map_or(found.original.as_str(), |row| row.text.as_str());
        let typed_copy = typed.filter(|typed| typed.form.ticked("text"));
        let mut text = field(typed_copy, "text", known);
        if let (None, Some(typed)) = (typed_copy, typed) {
            text = Field::with_faults("text", known, &typed.problem.faults);
        }
        let consent = found.consent();
        let asked = found.example.as_ref().filter(|row| row.ended_at.is_none());
        let another = asked.filter(|row| found.shown().is_none_or(|shown| shown.text != row.text));
        let title = found.title.for_reader(reader.language).to_owned();
        let board = paths::case_board(edition.id, found.case);
        PreparedPage {
            crumbs: vec![
                Link { label: edition.title.clone(), url: paths::edition(edition.id) },
                Link { label: title.clone(), url: board },
            ],
            case_title: title,
            work: id.0,
            url: paths::shown_answer(id),
            removal_url: paths::shown_answer_removal(id),
            question_url: paths::example_question(id),
            question_removal_url: paths::example_removal(id),
            number: found.shown().map(|row| row.number),
            original: paragraphs(&found.original),
            fields: wrong([&text]),
            text,
            limit: MOST_CHARACTERS,
            consent_key: format!("shown-consent-{}-help", consent.as_str()),
            is_asked: consent != Consent::None,
            answered: Answered::new(found).filter(|_| consent == Consent::Asked),
            may_ask: found.shown().is_some() && (asked.is_none() || another.is_some()),
            asked_text: another.map(|row| paragraphs(&row.text)),
        }
    }
}

impl View for PreparedPage {
    const TEMPLATE: &'static str = "pages/case_library/prepared";

    fn title(&self) -> Title {
        Title::with("shown-prepared-title", vec![("number", self.work.to_string())])
    }

    fn samples() -> Vec<PreparedPage> {
        super::samples::prepared()
    }
}
