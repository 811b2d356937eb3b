//! Reads one question of a quiz: what is asked, how it is answered, what is right, and why.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::quiz::{Answer, Choice, ChoiceId, Decimal, QuestionText, ScaleLabels};
use crate::programmes::rules::read::answer;
use crate::programmes::rules::read::sections::Part;
use crate::programmes::rules::words::{QuestionKind, Word};
use comrak::nodes::{Node, NodeValue};
use std::collections::BTreeSet;

/// How a question is answered, with what is right by its place in the definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    Choices { kind: QuestionKind, choices: Vec<String>, right: BTreeSet<usize> },
    Order { choices: Vec<String> },
    Pairs { lefts: Vec<String>, rights: Vec<String>, columns: (String, String) },
    Number { value: Decimal, tolerance: Decimal, unit: Option<String> },
    Scale(ScaleLabels),
}

/// One language of a question.
#[derive(Debug)]
pub(in crate::programmes::rules) struct QuestionDraft {
    pub points: u32,
    prompt_html: String,
    detail_html: String,
    explanation_html: String,
    form: Form,
}

/// What the braces say besides the key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wish {
    pub kind: Option<QuestionKind>,
    pub points: Option<u32>,
}

/// Reads a question; `None` when it has faults.
pub(in crate::programmes::rules) fn read(part: Part, page: &mut Page) -> Option<QuestionDraft> {
    let wish = wish(&part, page);
    let prompt_html = markdown::inline(part.heading);
    if prompt_html.is_empty() {
        page.add(part.line, Code::TextEmpty, "the question");
    }
    for node in part.blocks.iter().flat_map(|block| block.descendants()) {
        if matches!(node.data().value, NodeValue::Heading(_)) {
            let line = page.line(node);
            page.add(line, Code::HeadingLevel, "only ## begins a question");
        }
    }
    let place = answer::find(&part, wish, page)?;
    let (details, rest) = part.blocks.split_at_checked(place)?;
    let (answer, after) = rest.split_first()?;
    let form = answer::read(answer, wish, &part, page);
    let explanation_html = explanation(after, page);
    let is_scale = wish.kind == Some(QuestionKind::Scale);
    if explanation_html.is_empty() && !is_scale {
        page.add(part.line, Code::ExplanationMissing, name(&part));
    }
    let points = if is_scale { 0 } else { wish.points.unwrap_or(1) };
    let detail_html = markdown::blocks(details.iter().copied(), false);
    Some(QuestionDraft { points, prompt_html, detail_html, explanation_html, form: form? })
}

/// The key of a question for messages.
pub(super) fn name(part: &Part) -> String {
    part.key.as_ref().map_or_else(String::new, |key| key.value.clone())
}

fn wish(part: &Part, page: &mut Page) -> Wish {
    let mut wish = Wish::default();
    for word in &part.words {
        let kind = match word.as_str() {
            "many" => Some(QuestionKind::Many),
            "true-false" => Some(QuestionKind::TrueFalse),
            "scale" => Some(QuestionKind::Scale),
            _ => None,
        };
        let points = word.strip_prefix("points=").and_then(|points| points.parse::<u32>().ok());
        match (kind, points) {
            (Some(_), _) if wish.kind.is_none() => wish.kind = kind,
            (None, Some(1..=100)) if wish.points.is_none() => wish.points = points,
            _ => page.add(part.line, Code::QuestionWord, word.clone()),
        }
    }
    if wish.kind == Some(QuestionKind::Scale) && wish.points.is_some() {
        page.add(part.line, Code::ScaleScored, name(part));
    }
    wish
}

/// The block quotes after the answer; anything else there is stray.
fn explanation(after: &[Node], page: &mut Page) -> String {
    let mut html = String::new();
    for node in after {
        if matches!(node.data().value, NodeValue::BlockQuote) {
            html.push_str(&markdown::blocks(node.children(), false));
        } else if !matches!(node.data().value, NodeValue::Heading(_)) {
            let line = page.line(node);
            page.add(line, Code::TextStray, "after the choices");
        }
    }
    html
}

impl QuestionDraft {
    pub(super) fn kind(&self) -> QuestionKind {
        match &self.form {
            Form::Choices { kind, .. } => *kind,
            Form::Order { .. } => QuestionKind::Order,
            Form::Pairs { .. } => QuestionKind::Match,
            Form::Number { .. } => QuestionKind::Number,
            Form::Scale(_) => QuestionKind::Scale,
        }
    }

    /// In what this language differs from the main one besides words.
    pub(super) fn difference(&self, main: &QuestionDraft) -> Option<String> {
        let (kind, main_kind) = (self.kind().as_str(), main.kind().as_str());
        if kind != main_kind {
            return Some(format!("kind {kind}, {main_kind} is expected"));
        }
        if self.points != main.points {
            return Some(format!("{} points, {} are expected", self.points, main.points));
        }
        match (&self.form, &main.form) {
            (
                Form::Choices { choices: here, right, .. },
                Form::Choices { choices: there, right: main_right, .. },
            ) => {
                let other_right = (right != main_right).then(|| "other choices are right".to_owned());
                other_count(here, there).or(other_right)
            }
            (Form::Order { choices: here }, Form::Order { choices: there }) => other_count(here, there),
            (Form::Pairs { lefts: here, .. }, Form::Pairs { lefts: there, .. }) => other_count(here, there),
            (
                Form::Number { value, tolerance, .. },
                Form::Number { value: main, tolerance: main_tolerance, .. },
            ) => {
                let same = value == main && tolerance == main_tolerance;
                (!same).then(|| format!("= {value} ± {tolerance}, = {main} ± {main_tolerance} is expected"))
            }
            _ => None,
        }
    }

    /// Numbers for the choices (or lefts) and for the rights, unique among both.
    pub(super) fn deal(&self, key: &str) -> (Vec<ChoiceId>, Vec<ChoiceId>) {
        match &self.form {
            Form::Choices { kind: QuestionKind::TrueFalse, .. } => {
                (vec![ChoiceId::TRUE, ChoiceId::FALSE], Vec::new())
            }
            Form::Choices { choices, .. } | Form::Order { choices } => (dealt(key, choices), Vec::new()),
            Form::Pairs { lefts, rights, .. } => {
                let shift = u16::try_from(lefts.len()).unwrap_or_default();
                let rights = dealt(key, rights).into_iter().map(|id| ChoiceId(id.0 + shift)).collect();
                (dealt(key, lefts), rights)
            }
            Form::Number { .. } | Form::Scale(_) => (Vec::new(), Vec::new()),
        }
    }

    /// What is right, by the numbers of the choices.
    pub(super) fn answer(&self, lefts: &[ChoiceId], rights: &[ChoiceId]) -> Option<Answer> {
        Some(match &self.form {
            Form::Choices { kind, right, .. } => {
                let mut ids = right.iter().filter_map(|place| lefts.get(*place).copied());
                match kind {
                    QuestionKind::TrueFalse => Answer::TrueFalse(ids.next()? == ChoiceId::TRUE),
                    QuestionKind::One => Answer::One(ids.next()?),
                    _ => Answer::Many(ids.collect()),
                }
            }
            Form::Order { .. } => Answer::Order(lefts.to_vec()),
            Form::Pairs { .. } => Answer::Match(lefts.iter().copied().zip(rights.iter().copied()).collect()),
            Form::Number { value, tolerance, .. } => Answer::number(*value, *tolerance),
            Form::Scale(_) => Answer::Scale,
        })
    }

    /// The words of the question with the numbers dealt in the main language.
    pub(super) fn into_text(self, lefts: &[ChoiceId], rights: &[ChoiceId]) -> QuestionText {
        let mut text = QuestionText {
            prompt_html: self.prompt_html,
            detail_html: self.detail_html,
            explanation_html: self.explanation_html,
            ..QuestionText::default()
        };
        match self.form {
            Form::Choices { choices, .. } | Form::Order { choices } => {
                text.choices = numbered(lefts, choices)
            }
            Form::Pairs { lefts: left_texts, rights: right_texts, columns } => {
                text.choices = numbered(lefts, left_texts);
                text.rights = numbered(rights, right_texts);
                text.columns = Some(columns);
            }
            Form::Number { unit, .. } => text.unit = unit,
            Form::Scale(labels) => text.scale = Some(labels),
        }
        text
    }
}

fn other_count(here: &[String], there: &[String]) -> Option<String> {
    let (here, there) = (here.len(), there.len());
    (here != there).then(|| format!("{here} choices, {there} are expected"))
}

fn dealt(key: &str, texts: &[String]) -> Vec<ChoiceId> {
    ChoiceId::deal(key, &texts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn numbered(ids: &[ChoiceId], texts: Vec<String>) -> Vec<Choice> {
    ids.iter().zip(texts).map(|(id, html)| Choice { id: *id, html }).collect()
}
