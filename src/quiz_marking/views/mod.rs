//! The pages of marking.

mod appeals;
mod desk;
mod overriding;
mod queue;
mod regrades;
mod samples;

pub use appeals::{AppealPage, DecisionPage};
pub use desk::DeskPage;
pub use overriding::OverridePage;
pub use queue::QueuePage;
pub use regrades::{FULL_MARKS, RegradePage, RegradedPage};

use crate::kernel::{Language, Problem};
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::{Question, Response};
use crate::quiz_marking::rules::points;
use crate::quizzes::actions::marks::ChangeRow;
use crate::quizzes::views::parts;
use crate::render::SafeHtml;
use crate::web::{Field, Form, Reader};
use serde::Serialize;

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// The form.
    pub form: &'a Form,
    /// What is wrong.
    pub problem: &'a Problem,
}

/// A field as it was typed, or as it stands.
fn field(typed: Option<Typed<'_>>, name: &str, value: &str) -> Field {
    typed.map_or_else(|| Field::filled(name, value), |typed| Field::typed(name, typed.form, typed.problem))
}

/// Fields with faults.
fn wrong(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

/// A question as whoever marks reads it.
#[derive(Debug, Clone, Serialize)]
struct QuestionView {
    lang: &'static str,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    notes_html: Option<SafeHtml>,
    words: String,
    most: String,
}

impl QuestionView {
    fn new(question: &Question, reader: Language) -> QuestionView {
        let (language, text) =
            question.text(reader).map_or((reader, None), |(lang, text)| (lang, Some(text)));
        let html = |part: fn(&crate::questions::rules::QuestionText) -> &String| {
            text.map(part).filter(|html| !html.is_empty()).map(SafeHtml::trusted)
        };
        QuestionView {
            lang: language.tag(),
            prompt_html: SafeHtml::trusted(text.map_or("", |text| text.prompt_html.as_str())),
            detail_html: html(|text| &text.detail_html),
            notes_html: html(|text| &text.marking_notes_html),
            words: words_of(question, reader),
            most: parts::points(reader, points::most(question)),
        }
    }
}

/// The words of a question in one line.
fn words_of(question: &Question, reader: Language) -> String {
    question.text(reader).map(|(_, text)| parts::plain(&text.prompt_html)).unwrap_or_default()
}

/// What was answered, in words.
fn answer_in_words(question: &Question, response: &Response, reader: Language) -> String {
    question.public(reader).map(|public| parts::describe(&public, response, reader)).unwrap_or_default()
}

/// One earlier state of a mark.
#[derive(Debug, Clone, Serialize)]
struct ChangeView {
    kind_key: String,
    old: Option<String>,
    new: String,
    reason: String,
    remark: String,
    by: Option<String>,
    at: String,
}

impl ChangeView {
    fn new(change: &ChangeRow, reader: &Reader) -> ChangeView {
        let points = |points: MilliPoints| parts::points(reader.language, points);
        ChangeView {
            kind_key: format!("marking-change-{}", change.kind.as_str()),
            old: change.old.0.map(|_| points(change.old.1)),
            new: points(change.new.1),
            reason: change.reason.clone(),
            remark: change.remark.clone(),
            by: change.by.as_ref().map(crate::kernel::PersonName::surname_and_initials),
            at: crate::kernel::dates::day_and_time(reader.language, change.at, reader.zone),
        }
    }
}
