//! Reads one question of a quiz: what is asked, how it is answered, what is right, and why.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::read::form::Form;
use crate::programmes::rules::read::quotes::{self, Quotes};
use crate::programmes::rules::read::sections::Part;
use crate::programmes::rules::read::{answer, essay};
use crate::programmes::rules::words::QuestionKind;
use crate::questions::rules::{Answer, ChoiceId, Decimal, Question, QuestionText, Weight};
use comrak::nodes::NodeValue;

/// One language of a question.
#[derive(Debug)]
pub(in crate::programmes::rules) struct QuestionDraft {
    pub points: u32,
    pub penalty: Weight,
    prompt_html: String,
    detail_html: String,
    quotes: Quotes,
    form: Form,
}

/// What the braces say besides the key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wish {
    pub kind: Option<QuestionKind>,
    pub points: Option<u32>,
    pub case: bool,
    pub penalty: Option<Weight>,
    pub words: Option<(Option<u32>, Option<u32>)>,
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
    let (details, form, after) = if wish.kind == Some(QuestionKind::Essay) {
        let (details, form, after) = essay::divide(&part, wish);
        (details, Some(form), after)
    } else {
        let (details, rest) = part.blocks.split_at_checked(answer::find(&part, wish, page)?)?;
        let (answer, after) = rest.split_first()?;
        (details, answer::read(answer, wish, &part, page), after)
    };
    let detail_html = markdown::blocks(details.iter().copied(), false);
    let quotes = quotes::read(after, wish.kind == Some(QuestionKind::Essay), page);
    let is_scale = wish.kind == Some(QuestionKind::Scale);
    if quotes.explanation.is_empty() && !is_scale {
        page.add(part.line, Code::ExplanationMissing, name(&part));
    }
    let points = if is_scale { 0 } else { wish.points.unwrap_or(1) };
    let penalty = wish.penalty.unwrap_or(Question::USUAL_PENALTY);
    let form = answer::checked(form?, &detail_html, part.line, page)?;
    Some(QuestionDraft { points, penalty, prompt_html, detail_html, quotes, form })
}

/// The key of a question for messages.
pub(super) fn name(part: &Part) -> String {
    part.key.as_ref().map_or_else(String::new, |key| key.value.clone())
}

fn wish(part: &Part, page: &mut Page) -> Wish {
    let mut wish = Wish::default();
    for word in &part.words {
        if !wish.take(word) {
            page.add(part.line, Code::QuestionWord, word.clone());
        }
    }
    let (case, words) = (wish.case, wish.words.is_some());
    if case && wish.kind != Some(QuestionKind::Text) {
        page.add(part.line, Code::QuestionWord, "case without text");
    }
    if words && wish.kind != Some(QuestionKind::Essay) {
        page.add(part.line, Code::QuestionWord, "words without essay");
    }
    if wish.kind == Some(QuestionKind::Scale) && wish.points.is_some() {
        page.add(part.line, Code::ScaleScored, name(part));
    }
    wish
}

impl Wish {
    /// Takes a word of the braces; `false` when it is not known or does not go with the others.
    fn take(&mut self, word: &str) -> bool {
        let kind = match word {
            "many" => Some(QuestionKind::Many),
            "true-false" => Some(QuestionKind::TrueFalse),
            "scale" => Some(QuestionKind::Scale),
            "number" => Some(QuestionKind::Number),
            "text" => Some(QuestionKind::Text),
            "gaps" => Some(QuestionKind::Gaps),
            "essay" => Some(QuestionKind::Essay),
            _ => None,
        };
        if let Some(kind) = kind {
            let first = self.kind.is_none();
            self.kind.get_or_insert(kind);
            return first;
        }
        match word.split_once('=') {
            None if word == "case" => !std::mem::replace(&mut self.case, true),
            Some(("points", points)) => {
                let points = points.parse().ok().filter(|points| (1..=100).contains(points));
                points.is_some() && std::mem::replace(&mut self.points, points).is_none()
            }
            Some(("penalty", penalty)) => {
                let penalty =
                    penalty.strip_suffix('%').and_then(Decimal::parse).map(|percent| percent.0 / 10);
                let penalty = penalty.and_then(|penalty| i32::try_from(penalty).ok()).map(Weight);
                let penalty = penalty.filter(|penalty| (0..=Weight::WHOLE.0).contains(&penalty.0));
                penalty.is_some() && std::mem::replace(&mut self.penalty, penalty).is_none()
            }
            Some(("words", words)) => {
                let words = essay::limits(words);
                words.is_some() && std::mem::replace(&mut self.words, words).is_none()
            }
            _ => false,
        }
    }
}

impl QuestionDraft {
    pub(super) fn kind(&self) -> QuestionKind {
        self.form.kind()
    }

    /// In what this language differs from the main one besides words.
    pub(super) fn difference(&self, main: &QuestionDraft) -> Option<String> {
        if self.kind() == main.kind() && self.points != main.points {
            return Some(format!("{} points, {} are expected", self.points, main.points));
        }
        if self.penalty != main.penalty {
            return Some("another penalty".to_owned());
        }
        self.form.difference(&main.form)
    }

    /// Numbers for the choices (or lefts) and for the rights, unique among both.
    pub(super) fn deal(&self, key: &str) -> (Vec<ChoiceId>, Vec<ChoiceId>) {
        self.form.deal(key)
    }

    /// What is right, by the numbers of the choices.
    pub(super) fn answer(&self, lefts: &[ChoiceId], rights: &[ChoiceId]) -> Option<Answer> {
        self.form.answer(lefts, rights)
    }

    /// Adds what this language accepts.
    pub(super) fn accept_too(&self, answer: &mut Answer) {
        self.form.accept_too(answer);
    }

    /// The words of the question with the numbers dealt in the main language.
    pub(super) fn into_text(self, lefts: &[ChoiceId], rights: &[ChoiceId], answer: &Answer) -> QuestionText {
        let mut text = QuestionText {
            prompt_html: self.prompt_html,
            detail_html: self.detail_html,
            explanation_html: self.quotes.explanation,
            hints_html: self.quotes.hints,
            outcome: self.quotes.outcome,
            marking_notes_html: self.quotes.marking,
            ..QuestionText::default()
        };
        self.form.fill(&mut text, lefts, rights, answer);
        text
    }
}
