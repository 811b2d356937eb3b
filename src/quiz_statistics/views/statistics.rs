//! The statistics of a quiz, as a page and as a table.

use super::{Tab, number, percent, tabs};
use crate::kernel::{Language, Word as _};
use crate::printing::sheets::{Cell, Sheet};
use crate::questions::rules::{ChoiceId, Question};
use crate::quiz_statistics::actions::{QuestionStatistics, Statistics};
use crate::quiz_statistics::rules::Which;
use crate::quiz_statistics::rules::advice::Advice;
use crate::quizzes::views::parts;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct StatisticsPage {
    quiz: String,
    edition: String,
    quizzes_url: String,
    tabs: Vec<Tab>,
    first: bool,
    first_url: String,
    counting_url: String,
    counting_key: String,
    csv_url: String,
    xlsx_url: String,
    is_empty: bool,
    count: usize,
    waiting: usize,
    figures: Vec<Figure>,
    trust_key: Option<&'static str>,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Figure {
    label_key: &'static str,
    value: String,
    percent: bool,
}

/// A question.
#[derive(Debug, Serialize)]
struct Line {
    number: usize,
    question: String,
    count: usize,
    facility: Option<String>,
    deviation: Option<String>,
    discrimination: Option<String>,
    efficiency: Option<String>,
    intended: Option<String>,
    effective: Option<String>,
    advice_key: String,
    advice_choice: String,
    urgent: bool,
    choices: Vec<Chosen>,
    regrade_url: String,
}

/// How often a choice was chosen.
#[derive(Debug, Serialize)]
struct Chosen {
    text: String,
    chosen: usize,
    percent: usize,
    right: bool,
}

impl StatisticsPage {
    /// The statistics of a quiz.
    pub fn new(found: &Statistics, reader: &Reader) -> StatisticsPage {
        let (edition, quiz, language) = (found.edition.id, found.quiz, reader.language);
        let with = |address: String, which: &str| format!("{address}?attempts={which}");
        let word = found.which.as_str();
        StatisticsPage {
            quiz: found.title.for_reader(language).to_owned(),
            edition: found.edition.title.clone(),
            quizzes_url: paths::edition_quizzes(edition),
            tabs: tabs(edition, quiz, 1),
            first: found.which == Which::First,
            first_url: with(paths::quiz_statistics(edition, quiz), "first"),
            counting_url: with(paths::quiz_statistics(edition, quiz), "counting"),
            counting_key: format!("statistics-counting-{}", found.counting.as_str()),
            csv_url: with(paths::quiz_statistics_table(edition, quiz, "csv"), word),
            xlsx_url: with(paths::quiz_statistics_table(edition, quiz, "xlsx"), word),
            is_empty: found.whole.count == 0,
            count: found.whole.count,
            waiting: found.waiting,
            figures: figures(found, language),
            trust_key: trust(found.whole.consistency),
            lines: (1..)
                .zip(&found.questions)
                .map(|(number, one)| Line::new(number, one, found, language))
                .collect(),
        }
    }
}

fn figures(found: &Statistics, language: Language) -> Vec<Figure> {
    let whole = &found.whole;
    let share = |label_key, value: Option<f64>| {
        percent(language, value).map(|value| Figure { label_key, value, percent: true })
    };
    let plain = |label_key, value: Option<f64>| {
        number(language, value).map(|value| Figure { label_key, value, percent: false })
    };
    let all = [
        share("statistics-mean", whole.mean),
        share("statistics-median", whole.median),
        share("statistics-deviation", whole.deviation),
        share("statistics-consistency", whole.consistency),
        share("statistics-error-ratio", whole.error_ratio),
        share("statistics-standard-error", whole.standard_error),
        plain("statistics-skewness", whole.skewness),
        plain("statistics-kurtosis", whole.kurtosis),
    ];
    all.into_iter().flatten().collect()
}

/// What the internal consistency means, in words.
fn trust(consistency: Option<f64>) -> Option<&'static str> {
    consistency.map(|alpha| match alpha {
        alpha if alpha >= 0.8 => "statistics-trust-high",
        alpha if alpha >= 0.6 => "statistics-trust-fair",
        _ => "statistics-trust-low",
    })
}

impl Line {
    fn new(number_: usize, one: &QuestionStatistics, found: &Statistics, language: Language) -> Line {
        let item = &one.item;
        let (advice_key, advice_choice) = said(&one.advice, &one.question, language);
        let choices = one.shares.iter().flatten().map(|share| Chosen {
            text: words_of_choice(&one.question, share.choice, language),
            chosen: share.chosen,
            percent: (share.chosen * 100).checked_div(item.count).unwrap_or_default(),
            right: share.right,
        });
        Line {
            number: number_,
            question: words(&one.question, language),
            count: item.count,
            facility: percent(language, item.facility),
            deviation: percent(language, item.deviation),
            discrimination: number(language, item.discrimination),
            efficiency: number(language, item.efficiency),
            intended: percent(language, item.intended),
            effective: percent(language, item.effective),
            advice_key,
            advice_choice,
            urgent: matches!(one.advice, Advice::Distractor(..) | Advice::StrongDoWorse),
            choices: choices.collect(),
            regrade_url: paths::new_regrade(found.edition.id, found.quiz, one.id),
        }
    }
}

/// The message of an advice, and the words of the choice it speaks of.
fn said(advice: &Advice, question: &Question, language: Language) -> (String, String) {
    match advice {
        Advice::Distractor(choice, portion) => (
            format!("statistics-advice-wrong-{}", portion.key()),
            words_of_choice(question, *choice, language),
        ),
        Advice::TooFew => ("statistics-advice-too-few".to_owned(), String::new()),
        Advice::StrongDoWorse => ("statistics-advice-strong-do-worse".to_owned(), String::new()),
        Advice::NearlyAllRight => ("statistics-advice-nearly-all-right".to_owned(), String::new()),
        Advice::NearlyAllWrong => ("statistics-advice-nearly-all-wrong".to_owned(), String::new()),
        Advice::HardlyTells => ("statistics-advice-hardly-tells".to_owned(), String::new()),
        Advice::Fine => ("statistics-advice-fine".to_owned(), String::new()),
    }
}

fn words(question: &Question, language: Language) -> String {
    question.text(language).map(|(_, text)| parts::plain(&text.prompt_html)).unwrap_or_default()
}

fn words_of_choice(question: &Question, id: ChoiceId, language: Language) -> String {
    question.text(language).map(|(_, text)| parts::words_of(&text.choices, id)).unwrap_or_default()
}

/// The statistics as a table: a row for each question. Numbers are unrounded shares.
pub fn sheet(found: &Statistics, language: Language, say: crate::web::Say<'_>) -> Sheet {
    let columns = [
        "question",
        "count",
        "facility",
        "deviation",
        "discrimination",
        "efficiency",
        "intended",
        "effective",
    ];
    let header = columns.map(|column| say(&format!("statistics-column-{column}"))).to_vec();
    let cell = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number(format!("{value:.6}")));
    let row = |one: &QuestionStatistics| {
        let item = &one.item;
        let measures = [
            item.facility,
            item.deviation,
            item.discrimination,
            item.efficiency,
            item.intended,
            item.effective,
        ];
        let known = [Cell::Text(words(&one.question, language)), Cell::Number(item.count.to_string())];
        known.into_iter().chain(measures.map(cell)).collect()
    };
    Sheet { header, rows: found.questions.iter().map(row).collect() }
}

impl View for StatisticsPage {
    const TEMPLATE: &'static str = "pages/statistics/show";

    fn title(&self) -> Title {
        Title::with("statistics-page-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<StatisticsPage> {
        let reader = Reader::sample();
        super::samples::statistics().iter().map(|found| StatisticsPage::new(found, &reader)).collect()
    }
}
