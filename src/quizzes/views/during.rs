//! An attempt under way: every question on one page, with the controls its kind needs. Made from
//! [`PublicQuestion`]s alone, so that nothing right or wrong can get into it (G8).

use super::parts::{self, Link, decimal, plain};
use super::samples;
use crate::kernel::{Fault, Language, Moment, QuestionId, dates};
use crate::programmes::rules::quiz::{Choice, PublicQuestion};
use crate::programmes::rules::words::QuestionKind;
use crate::questions::rules::response::{SCALE_TOP, field_name};
use crate::quizzes::actions::{Asked, Reading};
use crate::quizzes::rules::drawing;
use crate::render::SafeHtml;
use crate::web::{Choice as Selectable, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct During {
    crumbs: Vec<Link>,
    title: String,
    number: i32,
    attempt: i64,
    answers_url: String,
    result_url: String,
    sequence: i32,
    saved: Option<String>,
    clock: Option<Clock>,
    answered: usize,
    total: usize,
    disputed: bool,
    summary: Vec<Field>,
    questions: Vec<Item>,
}

/// The time that is left.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Clock {
    seconds: i64,
    text: String,
    until: String,
    machine: String,
}

/// One question with its controls; exactly one of the last six is there.
#[derive(Debug, Serialize)]
struct Item {
    number: usize,
    question: i64,
    anchor: String,
    name: String,
    content_lang: &'static str,
    other_language: bool,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    points: u32,
    several_points: bool,
    answered: bool,
    faults: Vec<Fault>,
    theirs: Option<String>,
    disputed: bool,
    radios: Option<Vec<Control>>,
    boxes: Option<Vec<Control>>,
    typed: Option<Typed>,
    places: Option<Vec<Row>>,
    pairs: Option<Pairs>,
    scale: Option<Scale>,
}

#[derive(Debug, Serialize)]
struct Control {
    value: u16,
    html: SafeHtml,
    selected: bool,
}

#[derive(Debug, Serialize)]
struct Typed {
    value: String,
    unit: String,
}

/// A thing to place, or the left of a pair, with what can be chosen for it.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    html: SafeHtml,
    options: Vec<Selectable>,
}

#[derive(Debug, Serialize)]
struct Pairs {
    left_html: SafeHtml,
    right_html: SafeHtml,
    rights: Vec<Right>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Right {
    html: SafeHtml,
}

#[derive(Debug, Serialize)]
struct Scale {
    lowest: String,
    highest: String,
    steps: Vec<Selectable>,
}

/// A page that is shown again: what was typed, what is wrong with it, what is disputed.
#[derive(Debug, Clone, Copy)]
pub struct Retry<'a> {
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong, by field.
    pub faults: &'a [Fault],
    /// Questions that were answered otherwise elsewhere.
    pub disputed: &'a [QuestionId],
}

impl During {
    /// The page of an attempt under way; `retry` shows a refused form again, as it was typed.
    pub fn new(reading: &Reading, reader: &Reader, retry: Option<Retry<'_>>) -> During {
        let entrance = &reading.entrance;
        let questions: Vec<Item> = (1..)
            .zip(&reading.asked)
            .filter_map(|(number, asked)| item(reading, asked, number, (reader, retry)))
            .collect();
        let summary =
            |item: &Item| Field { faults: item.faults.clone(), id: item.anchor.clone(), ..Field::default() };
        During {
            crumbs: parts::crumbs_below(entrance, reader.language),
            title: parts::title(entrance, reader.language),
            number: reading.attempt.number,
            attempt: reading.attempt.id.0,
            answers_url: paths::attempt_answers(reading.attempt.id),
            result_url: paths::attempt(reading.attempt.id),
            sequence: reading.sequence,
            saved: reading.saved_at.map(|at| dates::time(at.local(reader.zone).time())),
            clock: Clock::of(reading, reader),
            answered: questions.iter().filter(|item| item.answered).count(),
            total: questions.len(),
            disputed: questions.iter().any(|item| item.disputed),
            summary: questions.iter().filter(|item| !item.faults.is_empty()).map(summary).collect(),
            questions,
        }
    }
}

impl Clock {
    /// The clock of an attempt with a time limit.
    pub(super) fn of(reading: &Reading, reader: &Reader) -> Option<Clock> {
        reading.entrance.settings.time_limit?;
        let due: Moment = reading.attempt.due_at?;
        let seconds = reader.now.seconds_until(due).max(0);
        Some(Clock {
            seconds,
            text: format!("{}:{:02}", seconds / 60, seconds % 60),
            until: dates::time(due.local(reader.zone).time()),
            machine: due.rfc3339(),
        })
    }
}

/// What stands in the fields of one question.
struct Filled<'a> {
    name: String,
    form: Option<&'a Form>,
    kept: Vec<(String, String)>,
}

impl Filled<'_> {
    fn has(&self, name: &str, value: &str) -> bool {
        match self.form {
            Some(form) => form.all(name).iter().any(|typed| typed.trim() == value),
            None => self.kept.iter().any(|(kept, text)| kept == name && text == value),
        }
    }

    fn text(&self) -> String {
        let kept = || self.kept.first().map(|(_, text)| text.clone()).unwrap_or_default();
        self.form.map_or_else(kept, |form| form.raw(&self.name).to_owned())
    }
}

fn item(
    reading: &Reading,
    asked: &Asked,
    number: usize,
    (reader, retry): (&Reader, Option<Retry<'_>>),
) -> Option<Item> {
    let mut question = asked.question.public(reader.language)?;
    drawing::arrange(&mut question, asked.id, &reading.entrance.settings, reading.attempt.seed);
    let name = field_name(asked.id);
    let filled = Filled {
        name: name.clone(),
        form: retry.map(|retry| retry.form),
        kept: asked.response.to_fields(&name),
    };
    let disputed = retry.is_some_and(|retry| retry.disputed.contains(&asked.id));
    let faults = retry.map(|retry| retry.faults).unwrap_or_default();
    let mut item = Item {
        number,
        question: asked.id.0,
        anchor: format!("question-{}", asked.id),
        content_lang: question.language.tag(),
        other_language: question.language != reader.language,
        prompt_html: SafeHtml::trusted(&question.prompt_html),
        detail_html: Some(&question.detail_html).filter(|html| !html.is_empty()).map(SafeHtml::trusted),
        points: question.points,
        several_points: question.points > 1,
        answered: !asked.response.is_blank(),
        faults: faults.iter().filter(|fault| fault.field == name).cloned().collect(),
        theirs: disputed.then(|| parts::describe(&question, &asked.response, reader.language)),
        disputed,
        radios: None,
        boxes: None,
        typed: None,
        places: None,
        pairs: None,
        scale: None,
        name,
    };
    item.control(&question, &filled, reader.language);
    Some(item)
}

impl Item {
    fn control(&mut self, question: &PublicQuestion, filled: &Filled<'_>, language: Language) {
        match question.kind {
            QuestionKind::One | QuestionKind::TrueFalse => self.radios = Some(controls(question, filled)),
            QuestionKind::Many => self.boxes = Some(controls(question, filled)),
            QuestionKind::Number | QuestionKind::Text => {
                let unit = question.unit.clone().unwrap_or_default();
                self.typed = Some(Typed { value: decimal(language, &filled.text()), unit });
            }
            QuestionKind::Order => self.places = Some(places(question, filled)),
            QuestionKind::Match => self.pairs = Some(pairs(question, filled)),
            QuestionKind::Scale => self.scale = Some(scale(question, filled)),
            QuestionKind::Gaps | QuestionKind::Essay => {}
        }
    }
}

fn controls(question: &PublicQuestion, filled: &Filled<'_>) -> Vec<Control> {
    let control = |choice: &Choice| Control {
        value: choice.id.0,
        html: SafeHtml::trusted(&choice.html),
        selected: filled.has(&filled.name, &choice.id.0.to_string()),
    };
    question.choices.iter().map(control).collect()
}

fn places(question: &PublicQuestion, filled: &Filled<'_>) -> Vec<Row> {
    let row = |choice: &Choice| {
        let name = format!("{}-{}", filled.name, choice.id.0);
        let options = (1..=question.choices.len()).map(|place| place.to_string());
        let options = options.map(|place| selectable(filled, &name, &place, place.clone())).collect();
        Row { name, html: SafeHtml::trusted(&choice.html), options }
    };
    question.choices.iter().map(row).collect()
}

fn selectable(filled: &Filled<'_>, name: &str, value: &str, label: String) -> Selectable {
    Selectable { value: value.to_owned(), label, selected: filled.has(name, value) }
}

fn pairs(question: &PublicQuestion, filled: &Filled<'_>) -> Pairs {
    let (left, right) = question.columns.clone().unwrap_or_default();
    let row = |choice: &Choice| {
        let name = format!("{}-{}", filled.name, choice.id.0);
        let option = |(number, right): (usize, &Choice)| {
            selectable(filled, &name, &right.id.0.to_string(), format!("{number}. {}", plain(&right.html)))
        };
        let options = (1..).zip(&question.rights).map(option).collect();
        Row { html: SafeHtml::trusted(&choice.html), options, name }
    };
    Pairs {
        left_html: SafeHtml::trusted(left),
        right_html: SafeHtml::trusted(right),
        rights: question.rights.iter().map(|right| Right { html: SafeHtml::trusted(&right.html) }).collect(),
        rows: question.choices.iter().map(row).collect(),
    }
}

fn scale(question: &PublicQuestion, filled: &Filled<'_>) -> Scale {
    let (lowest, highest) =
        question.scale.as_ref().map(|ends| (ends.lowest.clone(), ends.highest.clone())).unwrap_or_default();
    let steps = (1..=SCALE_TOP).map(|step| step.to_string());
    Scale {
        lowest,
        highest,
        steps: steps.map(|step| selectable(filled, &filled.name, &step, step.clone())).collect(),
    }
}

impl View for During {
    const TEMPLATE: &'static str = "pages/quizzes/during";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<During> {
        let reading = samples::under_way();
        let fresh = samples::not_begun();
        let form = Form::of(&[("q3", "семь"), ("q1", "2")]);
        let faults = [Fault::new("q3", "not-a-number")];
        let disputed = [QuestionId(1)];
        let retry = Retry { form: &form, faults: &faults, disputed: &disputed };
        vec![
            During::new(&fresh, &samples::reader(), None),
            During::new(&reading, &samples::reader(), None),
            During::new(&reading, &samples::reader(), Some(retry)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::quiz::{Answer, ChoiceId, Decimal};

    #[test]
    fn the_page_is_the_same_whatever_is_right() {
        let reading = samples::under_way();
        let mut other = reading.clone();
        for asked in &mut other.asked {
            for text in asked.question.texts.values_mut() {
                text.explanation_html = "another explanation".to_owned();
            }
            match &mut asked.question.answer {
                Answer::One(right) => *right = ChoiceId(3 - right.0.min(2)),
                Answer::Many(rights) => *rights = [ChoiceId(3)].into(),
                Answer::TrueFalse(right) => *right = !*right,
                Answer::Number { value, .. } => *value = Decimal::whole(1),
                Answer::Order(right) => right.reverse(),
                Answer::Match(right) => {
                    *right = right.keys().copied().zip(right.values().rev().copied()).collect()
                }
                _ => {}
            }
        }
        let page = |reading: &Reading| {
            serde_json::to_string(&During::new(reading, &samples::reader(), None)).unwrap()
        };
        assert_eq!(page(&reading), page(&other));
    }
}
