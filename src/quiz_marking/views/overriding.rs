//! Changing a mark.

use super::{ChangeView, QuestionView, Typed, field, wrong};
use crate::quiz_marking::actions::Overriding;
use crate::quiz_marking::rules::{LONGEST_WORDS, points};
use crate::quizzes::views::parts;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct OverridePage {
    attempt_url: String,
    url: String,
    quiz: String,
    author: String,
    question: QuestionView,
    now: String,
    changes: Vec<ChangeView>,
    seen: String,
    points: Field,
    reason: Field,
    limit: usize,
    step: String,
    most: String,
    fields: Vec<Field>,
}

impl OverridePage {
    /// A mark, with what was typed about it.
    pub fn new(found: &Overriding, reader: &Reader, typed: Option<Typed<'_>>) -> OverridePage {
        let points = field(typed, "points", &parts::points(reader.language, found.mark.1));
        let reason = field(typed, "reason", "");
        OverridePage {
            attempt_url: paths::attempt(found.attempt),
            url: paths::mark_override(found.attempt, found.id),
            quiz: found.quiz.for_reader(reader.language).to_owned(),
            author: found.author.full(),
            question: QuestionView::new(&found.question, reader.language),
            now: parts::points(reader.language, found.mark.1),
            changes: found.changes.iter().map(|change| ChangeView::new(change, reader)).collect(),
            seen: found.seen().to_string(),
            fields: wrong(&[&points, &reason]),
            points,
            reason,
            limit: LONGEST_WORDS,
            step: parts::decimal(reader.language, &self::points::plain(self::points::FINE_STEP)),
            most: parts::points(reader.language, self::points::most(&found.question)),
        }
    }
}

impl View for OverridePage {
    const TEMPLATE: &'static str = "pages/marking/override";

    fn title(&self) -> Title {
        Title::with("marking-override-title", vec![("person", self.author.clone())])
    }

    fn samples() -> Vec<OverridePage> {
        vec![OverridePage::new(&super::samples::overriding(), &super::samples::reader(), None)]
    }
}
