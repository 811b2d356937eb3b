//! One question of an attempt under way, with the controls its kind needs. Made from a [`PublicQuestion`] alone, so
//! that nothing right or wrong can get into it (G8).

use super::during::Retry;
use super::gaps::{self, Blank};
use super::parts::{self, decimal, plain};
use crate::kernel::{Fault, Language};
use crate::questions::rules::response::{LONGEST_ESSAY, SCALE_TOP, field_name};
use crate::questions::rules::{Choice, PublicQuestion, QuestionKind};
use crate::quizzes::actions::{Asked, Reading};
use crate::quizzes::rules::drawing;
use crate::render::SafeHtml;
use crate::web::{Choice as Selectable, Form, Reader};
use serde::Serialize;

/// One question with its controls; exactly one of the last nine is there.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    number: usize,
    question: i64,
    pub(super) anchor: String,
    name: String,
    content_lang: &'static str,
    other_language: bool,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    points: u32,
    several_points: bool,
    flagged: bool,
    pub(super) faults: Vec<Fault>,
    theirs: Option<String>,
    pub(super) disputed: bool,
    radios: Option<Vec<Control>>,
    boxes: Option<Vec<Control>>,
    typed: Option<Typed>,
    places: Option<Vec<Row>>,
    pairs: Option<Pairs>,
    scale: Option<Scale>,
    is_line: bool,
    line: String,
    gaps: Option<Vec<Piece>>,
    essay: Option<Essay>,
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
    units: Option<Units>,
}

/// Units that may be typed; a number without one is in `own`.
#[derive(Debug, Serialize)]
struct Units {
    all: String,
    own: String,
}

/// A piece of a text with gaps: HTML, then a gap; the last piece has none.
#[derive(Debug, Serialize)]
struct Piece {
    html: SafeHtml,
    gap: Option<GapField>,
}

/// A gap: chosen with `options`, else typed.
#[derive(Debug, Serialize)]
struct GapField {
    number: u16,
    name: String,
    value: String,
    options: Option<Vec<Selectable>>,
}

/// An essay. `template` is what its field begins with when nothing was written yet.
#[derive(Debug, Serialize)]
struct Essay {
    value: String,
    template: String,
    longest: usize,
    least: Option<u32>,
    most: Option<u32>,
    counted: bool,
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
        self.text_of(&self.name)
    }

    fn text_of(&self, name: &str) -> String {
        let kept = || self.kept.iter().find(|(kept, _)| kept == name).map(|(_, text)| text.clone());
        self.form.map_or_else(|| kept().unwrap_or_default(), |form| form.raw(name).to_owned())
    }
}

/// A question of an attempt; `None` when it has no text at all.
pub(super) fn item(
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
        flagged: asked.flagged,
        faults: faults.iter().filter(|fault| fault.field == name).cloned().collect(),
        theirs: disputed.then(|| parts::describe(&question, &asked.response, reader.language)),
        disputed,
        radios: None,
        boxes: None,
        typed: None,
        places: None,
        pairs: None,
        scale: None,
        is_line: false,
        line: String::new(),
        gaps: None,
        essay: None,
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
            QuestionKind::Number => self.typed = Some(typed(question, filled, language)),
            QuestionKind::Text => (self.is_line, self.line) = (true, filled.text()),
            QuestionKind::Order => self.places = Some(places(question, filled)),
            QuestionKind::Match => self.pairs = Some(pairs(question, filled)),
            QuestionKind::Scale => self.scale = Some(scale(question, filled)),
            QuestionKind::Gaps => {
                self.detail_html = None;
                self.gaps = Some(pieces(question, filled));
            }
            QuestionKind::Essay => self.essay = Some(essay(question, filled)),
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

fn typed(question: &PublicQuestion, filled: &Filled<'_>, language: Language) -> Typed {
    Typed {
        value: decimal(language, &filled.text()),
        unit: question.unit.clone().filter(|_| question.units.is_empty()).unwrap_or_default(),
        units: question.units.first().map(|own| Units { all: question.units.join(", "), own: own.clone() }),
    }
}

fn pieces(question: &PublicQuestion, filled: &Filled<'_>) -> Vec<Piece> {
    let field = |blank: Blank| {
        let name = format!("{}-{}", filled.name, blank.id.0);
        let choices = question.gaps.get(&blank.id).filter(|choices| !choices.is_empty());
        let option =
            |choice: &Choice| selectable(filled, &name, &choice.id.0.to_string(), plain(&choice.html));
        let options = choices.map(|choices| choices.iter().map(option).collect());
        GapField { number: blank.number, value: filled.text_of(&name), options, name }
    };
    let piece = |(html, blank): (String, Option<Blank>)| Piece {
        html: SafeHtml::trusted(html),
        gap: blank.map(field),
    };
    gaps::divide(question).into_iter().map(piece).collect()
}

fn essay(question: &PublicQuestion, filled: &Filled<'_>) -> Essay {
    let (least, most) = question.words;
    let value = filled.text();
    let template = question.template.clone();
    Essay {
        value: if value.is_empty() { template.clone() } else { value },
        template,
        longest: LONGEST_ESSAY,
        least,
        most,
        counted: question.words != (None, None),
    }
}
