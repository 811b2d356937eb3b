//! A question as a trainee sees it, with controls that send nothing. Made from a [`PublicQuestion`] alone, so
//! that it shows exactly what a trainee gets.

use crate::questions::rules::response::SCALE_TOP;
use crate::questions::rules::{Choice, ChoiceId, PublicQuestion, QuestionKind};
use crate::render::SafeHtml;
use crate::render::markup::text_of;
use serde::Serialize;

/// The question; exactly one of the last eight is there, whichever its kind needs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Preview {
    content_lang: &'static str,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    points: u32,
    several_points: bool,
    radios: Option<Vec<SafeHtml>>,
    boxes: Option<Vec<SafeHtml>>,
    typed: Option<Typed>,
    places: Option<Places>,
    pairs: Option<Pairs>,
    scale: Option<Scale>,
    gaps: Option<Vec<Piece>>,
    essay: Option<Essay>,
}

#[derive(Debug, Clone, Serialize)]
struct Typed {
    unit: String,
    number: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Places {
    rows: Vec<Row>,
    numbers: Vec<usize>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    id: String,
    html: SafeHtml,
}

#[derive(Debug, Clone, Serialize)]
struct Pairs {
    left_html: SafeHtml,
    right_html: SafeHtml,
    headed: bool,
    rows: Vec<Row>,
    rights: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Scale {
    lowest: String,
    highest: String,
    steps: Vec<u8>,
}

/// A run of the text, and the gap after it.
#[derive(Debug, Clone, Serialize)]
struct Piece {
    html: SafeHtml,
    number: Option<u16>,
    choices: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Essay {
    template: String,
    min_words: Option<u32>,
    max_words: Option<u32>,
}

impl Preview {
    /// The preview of what a trainee may see.
    pub fn new(question: &PublicQuestion) -> Preview {
        let mut preview = Preview {
            content_lang: question.language.tag(),
            prompt_html: SafeHtml::trusted(&question.prompt_html),
            detail_html: Some(&question.detail_html).filter(|html| !html.is_empty()).map(SafeHtml::trusted),
            points: question.points,
            several_points: question.points > 1,
            ..Preview::default()
        };
        let htmls = |choices: &[Choice]| choices.iter().map(shown).collect();
        match question.kind {
            QuestionKind::One | QuestionKind::TrueFalse => preview.radios = Some(htmls(&question.choices)),
            QuestionKind::Many => preview.boxes = Some(htmls(&question.choices)),
            QuestionKind::Number | QuestionKind::Text => {
                let units = question.units.join(", ");
                let unit = question.unit.clone().unwrap_or(units);
                preview.typed = Some(Typed { unit, number: question.kind == QuestionKind::Number });
            }
            QuestionKind::Order => {
                let numbers = (1..=question.choices.len()).collect();
                preview.places = Some(Places { rows: rows(&question.choices), numbers });
            }
            QuestionKind::Match => preview.pairs = Some(pairs(question)),
            QuestionKind::Scale => {
                preview.scale = question.scale.as_ref().map(|ends| Scale {
                    lowest: ends.lowest.clone(),
                    highest: ends.highest.clone(),
                    steps: (1..=SCALE_TOP).collect(),
                })
            }
            QuestionKind::Gaps => {
                preview.gaps = Some(pieces(question));
                preview.detail_html = None;
            }
            QuestionKind::Essay => {
                let (min_words, max_words) = question.words;
                preview.essay = Some(Essay { template: question.template.clone(), min_words, max_words });
            }
        }
        preview
    }
}

fn rows(choices: &[Choice]) -> Vec<Row> {
    let row = |choice: &Choice| Row { id: format!("preview-{}", choice.id.0), html: shown(choice) };
    choices.iter().map(row).collect()
}

/// What a choice says; dots while its author has not written anything yet.
fn shown(choice: &Choice) -> SafeHtml {
    SafeHtml::trusted(if choice.html.trim().is_empty() { "…" } else { &choice.html })
}

fn pairs(question: &PublicQuestion) -> Pairs {
    let (left, right) = question.columns.clone().unwrap_or_default();
    Pairs {
        headed: !left.is_empty() || !right.is_empty(),
        left_html: SafeHtml::trusted(left),
        right_html: SafeHtml::trusted(right),
        rows: rows(&question.choices),
        rights: question.rights.iter().map(|right| text_of(&right.html)).collect(),
    }
}

/// The text cut at its gaps; one that the question does not know stays as it is written.
fn pieces(question: &PublicQuestion) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut text, mut rest) = (String::new(), question.detail_html.as_str());
    while let Some((before, after)) = rest.split_once("[[") {
        text.push_str(before);
        let gap = after.split_once("]]").and_then(|(number, after)| Some((number.parse().ok()?, after)));
        match gap {
            Some((number, after)) => {
                let choices = question.gaps.get(&ChoiceId(number)).map(Vec::as_slice).unwrap_or_default();
                pieces.push(Piece {
                    html: SafeHtml::trusted(std::mem::take(&mut text)),
                    number: Some(number),
                    choices: choices.iter().map(|choice| text_of(&choice.html)).collect(),
                });
                rest = after;
            }
            None => {
                text.push_str("[[");
                rest = after;
            }
        }
    }
    text.push_str(rest);
    pieces.push(Piece { html: SafeHtml::trusted(text), number: None, choices: Vec::new() });
    pieces
}
