//! A quiz: its settings, its questions, and what of a question a trainee may see before release.
//!
//! Right answers stand apart from the texts (G8): [`Question`] is for the server only, [`PublicQuestion`] has
//! no field that could carry an answer, and the numbers of choices are dealt by a digest of their texts, so
//! that neither the order nor the pairs of the definition can be read from them.

use crate::kernel::{Language, Minutes, Permille};
use crate::programmes::rules::words::{QuestionKind, Release};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A quiz with all its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizDefinition {
    /// How it is taken.
    pub settings: QuizSettings,
    /// The pool, in the author's order.
    pub questions: Vec<Question>,
}

/// How a quiz is taken (G3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizSettings {
    /// The share of points that passes; `None` for a diagnostic quiz.
    pub pass: Option<Permille>,
    /// How many attempts; `None` for any number.
    pub attempts: Option<u32>,
    /// How long an attempt may last; `None` for any time.
    pub time_limit: Option<Minutes>,
    /// Whether questions and choices change their order from attempt to attempt.
    pub shuffle: bool,
    /// How many questions of the pool an attempt gets; `None` for all.
    pub draw: Option<u32>,
    /// Never counts; completed on submission (G5).
    pub diagnostic: bool,
    /// When answers and explanations show.
    pub release: Release,
}

/// The number of a choice, unique in its question (in a match: among all lefts and rights).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChoiceId(pub u16);

/// A number with three decimals: 2.5 is 2500.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thousandths(pub i64);

impl Thousandths {
    /// Reads a number as people type it: comma or dot, a minus or a hyphen, at most three decimals.
    pub fn parse(text: &str) -> Option<Thousandths> {
        let text = text.trim();
        let negative = text.strip_prefix(['-', '−']);
        let digits = negative.unwrap_or(text);
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) || whole.len() > 12 || decimals.len() > 3 {
            return None;
        }
        let value = whole.parse::<i64>().ok()? * 1000 + format!("{decimals:0<3}").parse::<i64>().ok()?;
        Some(Thousandths(if negative.is_some() { -value } else { value }))
    }
}

impl std::fmt::Display for Thousandths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, value) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let decimals = format!("{:03}", value % 1000);
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{}", value / 1000),
            decimals => write!(f, "{sign}{}.{decimals}", value / 1000),
        }
    }
}

/// What is right. Never leaves the server before release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "right", rename_all = "snake_case")]
pub enum Answer {
    /// This choice.
    One(ChoiceId),
    /// These choices and no other.
    Many(BTreeSet<ChoiceId>),
    /// Whether the statement is true; [`ChoiceId::TRUE`] stands for it.
    TrueFalse(bool),
    /// Any number in `value ± tolerance`.
    Number {
        /// The right number.
        value: Thousandths,
        /// How far from it is still right.
        tolerance: Thousandths,
    },
    /// All choices in the right order.
    Order(Vec<ChoiceId>),
    /// Every left with its right.
    Match(BTreeMap<ChoiceId, ChoiceId>),
    /// Nothing is right or wrong.
    Scale,
}

impl Answer {
    /// The kind of question it answers.
    pub fn kind(&self) -> QuestionKind {
        match self {
            Answer::One(_) => QuestionKind::One,
            Answer::Many(_) => QuestionKind::Many,
            Answer::TrueFalse(_) => QuestionKind::TrueFalse,
            Answer::Number { .. } => QuestionKind::Number,
            Answer::Order(_) => QuestionKind::Order,
            Answer::Match(_) => QuestionKind::Match,
            Answer::Scale => QuestionKind::Scale,
        }
    }
}

impl ChoiceId {
    /// The first choice of a true-false question.
    pub const TRUE: ChoiceId = ChoiceId(1);
    /// The second choice of a true-false question.
    pub const FALSE: ChoiceId = ChoiceId(2);

    /// Deals the numbers 1, 2, 3 … to choices by a digest of their texts: the same definition always gives
    /// the same numbers, and the numbers say nothing of the places in it.
    pub fn deal(question: &str, texts: &[&str]) -> Vec<ChoiceId> {
        let mut digests: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(place, text)| {
                let digest = Sha256::new().chain_update(question).chain_update([0]).chain_update(text);
                (digest.finalize(), place)
            })
            .collect();
        digests.sort_unstable();
        let mut dealt: Vec<_> = (1u16..).zip(digests).map(|(id, (_, place))| (place, ChoiceId(id))).collect();
        dealt.sort_unstable();
        dealt.into_iter().map(|(_, id)| id).collect()
    }
}

/// A question with its right answer: for the server only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Unique in the quiz.
    pub key: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What it gives; 0 for a scale.
    pub points: u32,
    /// The texts by language.
    pub texts: BTreeMap<Language, QuestionText>,
    /// What is right.
    pub answer: Answer,
}

/// The words of a question in one language, in the author's order. HTML is sanitised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionText {
    /// The question: inline HTML.
    pub prompt_html: String,
    /// Further text under it: block HTML, may be empty.
    pub detail_html: String,
    /// Why, and how to do it otherwise: block HTML; empty only for a scale.
    pub explanation_html: String,
    /// Choices; what is put in order; left sides of a match.
    pub choices: Vec<Choice>,
    /// Right sides of a match.
    pub rights: Vec<Choice>,
    /// Inline HTML of the two column headings of a match.
    pub columns: Option<(String, String)>,
    /// The unit of a number.
    pub unit: Option<String>,
    /// The labels of a scale's ends.
    pub scale: Option<ScaleLabels>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its number.
    pub id: ChoiceId,
    /// Inline HTML.
    pub html: String,
}

/// The two ends of a scale. Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleLabels {
    /// What 1 means.
    pub lowest: String,
    /// What 5 means.
    pub highest: String,
}

/// A question as a trainee may see it before release. There is no room for an answer in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicQuestion {
    /// The question's key.
    pub key: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What it gives.
    pub points: u32,
    /// The language the texts are really in; may be another one than asked for.
    pub language: Language,
    /// The question: inline HTML.
    pub prompt_html: String,
    /// Further text: block HTML.
    pub detail_html: String,
    /// Choices in the author's order; what is put in order by its numbers.
    pub choices: Vec<Choice>,
    /// Right sides of a match by their numbers.
    pub rights: Vec<Choice>,
    /// The column headings of a match.
    pub columns: Option<(String, String)>,
    /// The unit of a number.
    pub unit: Option<String>,
    /// The labels of a scale.
    pub scale: Option<ScaleLabels>,
}

impl Question {
    /// The texts for a reader, with the language they are in: the reader's, then kk → ru → en.
    pub fn text(&self, reader: Language) -> Option<(Language, &QuestionText)> {
        reader.fallbacks().find_map(|language| Some((language, self.texts.get(&language)?)))
    }

    /// What a trainee may see before release.
    pub fn public(&self, reader: Language) -> Option<PublicQuestion> {
        let (language, text) = self.text(reader)?;
        let mut choices = text.choices.clone();
        if self.kind == QuestionKind::Order {
            choices.sort_by_key(|choice| choice.id);
        }
        let mut rights = text.rights.clone();
        rights.sort_by_key(|choice| choice.id);
        Some(PublicQuestion {
            key: self.key.clone(),
            kind: self.kind,
            points: self.points,
            language,
            prompt_html: text.prompt_html.clone(),
            detail_html: text.detail_html.clone(),
            choices,
            rights,
            columns: text.columns.clone(),
            unit: text.unit.clone(),
            scale: text.scale.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_comma_or_dot_and_at_most_three_decimals() {
        assert_eq!(Thousandths::parse("60"), Some(Thousandths(60_000)));
        assert_eq!(Thousandths::parse("-2,5"), Some(Thousandths(-2500)));
        assert_eq!(Thousandths::parse("0.125"), Some(Thousandths(125)));
        for faulty in ["", "-", "2.", ".5", "1.2345", "1 000", "7ч", "9999999999999"] {
            assert_eq!(Thousandths::parse(faulty), None, "{faulty}");
        }
        assert_eq!(Thousandths(-2500).to_string(), "-2.5");
        assert_eq!(Thousandths(7000).to_string(), "7");
    }

    #[test]
    fn numbers_of_choices_follow_the_text_and_not_the_place() {
        let there = ChoiceId::deal("q", &["first", "second", "third"]);
        let back = ChoiceId::deal("q", &["third", "second", "first"]);
        assert_eq!(there.iter().rev().collect::<Vec<_>>(), back.iter().collect::<Vec<_>>());
        assert_eq!(there.iter().copied().collect::<BTreeSet<_>>(), [1, 2, 3].map(ChoiceId).into());
    }

    #[test]
    fn the_public_part_of_an_ordering_has_the_same_look_whatever_is_right() {
        let question = |texts: [&str; 4]| {
            let ids = ChoiceId::deal("steps", &texts);
            let choices = ids.iter().zip(texts).map(|(id, text)| Choice { id: *id, html: text.into() });
            let text = QuestionText {
                prompt_html: "?".into(),
                detail_html: String::new(),
                explanation_html: "because".into(),
                choices: choices.collect(),
                rights: Vec::new(),
                columns: None,
                unit: None,
                scale: None,
            };
            Question {
                key: "steps".into(),
                kind: QuestionKind::Order,
                points: 1,
                texts: [(Language::Ru, text)].into(),
                answer: Answer::Order(ids),
            }
        };
        let there = question(["plan", "prepare", "hold", "sum up"]);
        let back = question(["sum up", "hold", "prepare", "plan"]);
        assert_ne!(there.answer, back.answer);
        assert_eq!(there.public(Language::Kk), back.public(Language::Kk));
        assert_eq!(there.public(Language::Kk).unwrap().language, Language::Ru);
    }
}
