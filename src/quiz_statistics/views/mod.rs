//! Pages of results and statistics.

mod quizzes;
mod results;
mod samples;
mod statistics;

pub use quizzes::QuizzesPage;
pub use results::ResultsPage;
pub use statistics::{StatisticsPage, sheet};

use crate::kernel::Language;

/// A share as percent with one decimal; nothing stays nothing.
fn percent(language: Language, share: Option<f64>) -> Option<String> {
    share.map(|share| local(language, format!("{:.1}", share * 100.0)))
}

/// A number with two decimals; nothing stays nothing.
fn number(language: Language, value: Option<f64>) -> Option<String> {
    value.map(|value| local(language, format!("{value:.2}")))
}

/// With the language's own comma, and never "-0,0".
fn local(language: Language, text: String) -> String {
    let zero = text.trim_start_matches('-').chars().all(|letter| letter == '0' || letter == '.');
    let text = if zero { text.trim_start_matches('-').to_owned() } else { text };
    if language == Language::En { text } else { text.replace('.', ",") }
}

/// A page of an edition's quiz among its neighbours.
#[derive(Debug, Clone, serde::Serialize)]
struct Tab {
    label_key: &'static str,
    url: String,
    current: bool,
}

fn tabs(edition: crate::kernel::EditionId, quiz: crate::kernel::ActivityId, current: usize) -> Vec<Tab> {
    use crate::web::paths;
    let all = [
        ("statistics-tab-results", paths::quiz_results(edition, quiz)),
        ("statistics-tab-statistics", paths::quiz_statistics(edition, quiz)),
    ];
    all.into_iter()
        .enumerate()
        .map(|(place, (label_key, url))| Tab { label_key, url, current: place == current })
        .collect()
}
