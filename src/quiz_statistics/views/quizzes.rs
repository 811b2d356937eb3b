//! The quizzes of an edition.

use crate::quiz_statistics::actions::{QuizLine, Quizzes};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct QuizzesPage {
    edition: String,
    edition_url: String,
    marking_url: &'static str,
    is_empty: bool,
    administers: bool,
    quizzes: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    title: String,
    results_url: String,
    statistics_url: String,
    blind_url: String,
    submitted: i64,
    waiting: i64,
    under_way: i64,
    blind: bool,
}

impl QuizzesPage {
    /// The quizzes of an edition.
    pub fn new(found: &Quizzes, reader: &Reader) -> QuizzesPage {
        let edition = found.edition.id;
        let line = |one: &QuizLine| Line {
            title: one.title.for_reader(reader.language).to_owned(),
            results_url: paths::quiz_results(edition, one.id),
            statistics_url: paths::quiz_statistics(edition, one.id),
            blind_url: paths::blind_marking(edition, one.id),
            submitted: one.submitted,
            waiting: one.waiting,
            under_way: one.under_way,
            blind: one.blind,
        };
        QuizzesPage {
            edition: found.edition.title.clone(),
            edition_url: paths::edition(edition),
            marking_url: paths::MARKING,
            is_empty: found.quizzes.is_empty(),
            administers: found.administers,
            quizzes: found.quizzes.iter().map(line).collect(),
        }
    }
}

impl View for QuizzesPage {
    const TEMPLATE: &'static str = "pages/statistics/quizzes";

    fn title(&self) -> Title {
        Title::with("statistics-quizzes-page-title", vec![("edition", self.edition.clone())])
    }

    fn samples() -> Vec<QuizzesPage> {
        let reader = Reader::sample();
        super::samples::quizzes().iter().map(|found| QuizzesPage::new(found, &reader)).collect()
    }
}
