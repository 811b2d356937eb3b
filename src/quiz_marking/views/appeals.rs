//! Appeals, as the trainee makes them and as the trainer decides them.

use super::{ChangeView, QuestionView, Typed, answer_in_words, field, wrong};
use crate::kernel::{Moment, dates};
use crate::questions::rules::marking::MilliPoints;
use crate::quiz_marking::actions::{Appealing, Contested};
use crate::quiz_marking::rules::{LONGEST_WORDS, points};
use crate::quizzes::actions::marks::DecisionRow;
use crate::quizzes::views::parts;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// What came of an appeal.
#[derive(Debug, Clone, Serialize)]
struct Decision {
    accepted: bool,
    answer: String,
    at: String,
}

impl Decision {
    fn new(row: &DecisionRow, reader: &Reader) -> Decision {
        Decision { accepted: row.accepted, answer: row.answer.clone(), at: said(row.at, reader) }
    }
}

fn said(at: Moment, reader: &Reader) -> String {
    dates::day_and_time(reader.language, at, reader.zone)
}

/// The trainee's page.
#[derive(Debug, Serialize)]
pub struct AppealPage {
    attempt_url: String,
    url: String,
    quiz: String,
    question: QuestionView,
    answer: String,
    points: String,
    made: Option<Made>,
    text: Field,
    limit: usize,
    fields: Vec<Field>,
}

/// An appeal that was made.
#[derive(Debug, Serialize)]
struct Made {
    text: String,
    at: String,
    decision: Option<Decision>,
}

impl AppealPage {
    /// A question that may be appealed against, or what came of it.
    pub fn new(found: &Appealing, reader: &Reader, typed: Option<Typed<'_>>) -> AppealPage {
        let (reading, asked) = (&found.reading, &found.asked);
        let text = field(typed, "text", "");
        let mut question = QuestionView::new(&asked.question, reader.language);
        question.notes_html = None;
        AppealPage {
            attempt_url: paths::attempt(reading.attempt.id),
            url: paths::question_appeal(reading.attempt.id, asked.id),
            quiz: reading.entrance.fact.title.for_reader(reader.language).to_owned(),
            question,
            answer: answer_in_words(&asked.question, &asked.response, reader.language),
            points: parts::points(reader.language, asked.mark.map_or(MilliPoints(0), |(_, points)| points)),
            made: found.appeal.as_ref().map(|row| Made {
                text: row.text.clone(),
                at: said(row.made_at, reader),
                decision: row.decision.as_ref().map(|decision| Decision::new(decision, reader)),
            }),
            fields: wrong(&[&text]),
            text,
            limit: LONGEST_WORDS,
        }
    }
}

impl View for AppealPage {
    const TEMPLATE: &'static str = "pages/marking/appeal";

    fn title(&self) -> Title {
        Title::with("marking-appeal-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<AppealPage> {
        let reader = super::samples::reader();
        super::samples::appealing().iter().map(|found| AppealPage::new(found, &reader, None)).collect()
    }
}

/// The trainer's page.
#[derive(Debug, Serialize)]
pub struct DecisionPage {
    queue_url: &'static str,
    url: String,
    quiz: String,
    edition: String,
    author: Option<String>,
    question: QuestionView,
    answer: String,
    expected: Option<String>,
    now: String,
    text: String,
    made_at: String,
    changes: Vec<ChangeView>,
    decision: Option<Decision>,
    decline: bool,
    accept: bool,
    points: Field,
    words: Field,
    verdict: Field,
    limit: usize,
    step: String,
    most: String,
    fields: Vec<Field>,
}

impl DecisionPage {
    /// An appeal, with what was typed about it.
    pub fn new(found: &Contested, reader: &Reader, typed: Option<Typed<'_>>) -> DecisionPage {
        let mark = &found.mark;
        let points = field(typed, "points", &parts::points(reader.language, mark.mark.1));
        let (words, verdict) = (field(typed, "answer", ""), field(typed, "verdict", ""));
        let right = crate::questions::rules::right_response(&mark.question.answer);
        DecisionPage {
            queue_url: paths::MARKING,
            url: paths::appeal_decision(found.row.id),
            quiz: mark.quiz.for_reader(reader.language).to_owned(),
            edition: mark.standing.edition.title.clone(),
            author: Some(mark.author.full()).filter(|_| !found.blind),
            question: QuestionView::new(&mark.question, reader.language),
            answer: answer_in_words(&mark.question, &found.response, reader.language),
            expected: right.map(|right| answer_in_words(&mark.question, &right, reader.language)),
            now: parts::points(reader.language, mark.mark.1),
            text: found.row.text.clone(),
            made_at: said(found.row.made_at, reader),
            changes: mark.changes.iter().map(|change| ChangeView::new(change, reader)).collect(),
            decision: found.decision.as_ref().map(|decision| Decision::new(decision, reader)),
            decline: verdict.value == "decline",
            accept: verdict.value == "accept",
            fields: wrong(&[&verdict, &points, &words]),
            points,
            words,
            verdict,
            limit: LONGEST_WORDS,
            step: parts::decimal(reader.language, &self::points::plain(self::points::FINE_STEP)),
            most: parts::points(reader.language, self::points::most(&mark.question)),
        }
    }
}

impl View for DecisionPage {
    const TEMPLATE: &'static str = "pages/marking/decision";

    fn title(&self) -> Title {
        Title::with("marking-decision-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<DecisionPage> {
        let reader = super::samples::reader();
        super::samples::contested().iter().map(|found| DecisionPage::new(found, &reader, None)).collect()
    }
}
