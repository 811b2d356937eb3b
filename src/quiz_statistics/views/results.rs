//! The attempts at a quiz in an edition.

use super::{Tab, tabs};
use crate::kernel::dates;
use crate::questions::rules::marking::MilliPoints;
use crate::quiz_statistics::actions::Results;
use crate::quiz_statistics::store::ResultRow;
use crate::quizzes::views::parts;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct ResultsPage {
    quiz: String,
    edition: String,
    quizzes_url: String,
    tabs: Vec<Tab>,
    is_empty: bool,
    blind: bool,
    lines: Vec<Line>,
    position: String,
    previous_url: Option<String>,
    next_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Line {
    name: String,
    url: Option<String>,
    number: i32,
    submitted: Option<String>,
    by_clock: bool,
    points: Option<String>,
    most: Option<String>,
    percent: Option<i32>,
    passed: bool,
    failed: bool,
    waiting: bool,
    under_way: bool,
}

impl ResultsPage {
    /// One page of the attempts; `rows` may hold one more than the page shows.
    pub fn new(found: &Results, (page, size): (i64, i64), reader: &Reader) -> ResultsPage {
        let (edition, quiz) = (found.edition.id, found.quiz);
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let url = |page: i64| format!("{}?page={page}", paths::quiz_results(edition, quiz));
        ResultsPage {
            quiz: found.title.for_reader(reader.language).to_owned(),
            edition: found.edition.title.clone(),
            quizzes_url: paths::edition_quizzes(edition),
            tabs: tabs(edition, quiz, 0),
            is_empty: found.rows.is_empty(),
            blind: found.blind,
            lines: found.rows.iter().take(size).map(|row| Line::new(row, found.blind, reader)).collect(),
            position: (page + 1).to_string(),
            previous_url: (page > 0).then(|| url(page - 1)),
            next_url: (found.rows.len() > size).then(|| url(page + 1)),
        }
    }
}

impl Line {
    fn new(row: &ResultRow, blind: bool, reader: &Reader) -> Line {
        let waiting = row.submitted_at.is_some() && row.result.is_none();
        let points = |points: Option<i32>| points.map(|one| parts::points(reader.language, MilliPoints(one)));
        Line {
            name: row.name.full(),
            url: (row.submitted_at.is_some() && !(blind && waiting)).then(|| paths::attempt(row.id)),
            number: row.number,
            submitted: row.submitted_at.map(|at| dates::day_and_time(reader.language, at, reader.zone)),
            by_clock: row.by_clock,
            points: points(row.points).filter(|_| !waiting),
            most: points(row.most),
            percent: row.result.map(crate::kernel::Permille::as_percent),
            passed: row.passed == Some(true),
            failed: row.passed == Some(false),
            waiting,
            under_way: row.submitted_at.is_none(),
        }
    }
}

impl View for ResultsPage {
    const TEMPLATE: &'static str = "pages/statistics/results";

    fn title(&self) -> Title {
        Title::with("statistics-results-page-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<ResultsPage> {
        let reader = Reader::sample();
        super::samples::results().iter().map(|found| ResultsPage::new(found, (0, 2), &reader)).collect()
    }
}
