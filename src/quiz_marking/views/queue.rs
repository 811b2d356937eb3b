//! Questions and appeals that wait.

use super::words_of;
use crate::kernel::dates;
use crate::quiz_marking::actions::{Queue, WaitingAppeal, WaitingQuestion};
use crate::quiz_marking::rules::OLD_AFTER_DAYS;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct QueuePage {
    answers: usize,
    is_empty: bool,
    questions: Vec<QuestionLine>,
    appeals: Vec<AppealLine>,
    appeals_count: usize,
    phrases_url: &'static str,
    works_url: &'static str,
}

#[derive(Debug, Serialize)]
struct QuestionLine {
    url: String,
    question: String,
    quiz: String,
    edition: String,
    count: usize,
    age: i64,
    old: bool,
}

#[derive(Debug, Serialize)]
struct AppealLine {
    url: String,
    question: String,
    quiz: String,
    edition: String,
    text: String,
    made_at: String,
    age: i64,
    old: bool,
}

impl QueuePage {
    /// What waits for a trainer.
    pub fn new(queue: &Queue, reader: &Reader) -> QueuePage {
        QueuePage {
            answers: queue.questions.iter().map(|one| one.count).sum(),
            is_empty: queue.questions.is_empty() && queue.appeals.is_empty(),
            questions: queue.questions.iter().map(|one| QuestionLine::new(one, reader)).collect(),
            appeals: queue.appeals.iter().map(|one| AppealLine::new(one, reader)).collect(),
            appeals_count: queue.appeals.len(),
            phrases_url: paths::MARKING_PHRASES,
            works_url: paths::GRADING,
        }
    }
}

impl QuestionLine {
    fn new(one: &WaitingQuestion, reader: &Reader) -> QuestionLine {
        let age = one.oldest.days_until(reader.now);
        QuestionLine {
            url: paths::answers_to_mark(one.edition, one.activity, one.id),
            question: words_of(&one.question, reader.language),
            quiz: one.quiz.for_reader(reader.language).to_owned(),
            edition: one.edition_title.clone(),
            count: one.count,
            age,
            old: age > OLD_AFTER_DAYS,
        }
    }
}

impl AppealLine {
    fn new(one: &WaitingAppeal, reader: &Reader) -> AppealLine {
        let age = one.row.made_at.days_until(reader.now);
        AppealLine {
            url: paths::appeal(one.row.id),
            question: words_of(&one.question, reader.language),
            quiz: one.quiz.for_reader(reader.language).to_owned(),
            edition: one.edition_title.clone(),
            text: one.row.text.clone(),
            made_at: dates::day_and_time(reader.language, one.row.made_at, reader.zone),
            age,
            old: age > OLD_AFTER_DAYS,
        }
    }
}

impl View for QueuePage {
    const TEMPLATE: &'static str = "pages/marking/index";

    fn title(&self) -> Title {
        Title::key("marking-queue-title")
    }

    fn samples() -> Vec<QueuePage> {
        let reader = super::samples::reader();
        vec![QueuePage::new(&super::samples::queue(), &reader), QueuePage::new(&Queue::default(), &reader)]
    }
}
