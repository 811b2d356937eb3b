//! What is right: for the server only, apart from the texts (G8).

use super::QuestionKind;
use super::decimal::{Decimal, Weight};
use super::ratio::Ratio;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The number of a choice or gap, unique in its question (in a match: among all lefts and rights).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChoiceId(pub u16);

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

/// What is right. Never leaves the server before release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "right", rename_all = "snake_case")]
pub enum Answer {
    /// This choice.
    One(ChoiceId),
    /// One choice, each with its own worth; not named, it is worth nothing.
    OneWeighted(BTreeMap<ChoiceId, Weight>),
    /// These choices and no other.
    Many(BTreeSet<ChoiceId>),
    /// Several choices, each giving or taking its own worth; not named, it is worth nothing.
    ManyWeighted(BTreeMap<ChoiceId, Weight>),
    /// Whether the statement is true; [`ChoiceId::TRUE`] stands for it.
    TrueFalse(bool),
    /// A number.
    Number {
        /// The right number.
        value: Decimal,
        /// How far from it is still right: anything in `value ± tolerance`.
        tolerance: Decimal,
        /// Further numbers with their worth; the first that fits counts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<AcceptedNumber>,
        /// Units that may follow, the first being the one `value` is in. Without any, a unit is passed over.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<Unit>,
    },
    /// All choices in the right order.
    Order(Vec<ChoiceId>),
    /// Every left with its right. Several lefts may have the same right.
    Match(BTreeMap<ChoiceId, ChoiceId>),
    /// Nothing is right or wrong.
    Scale,
    /// A word or a few.
    Text(AcceptedTexts),
    /// The gaps of a text by their numbers.
    Gaps(BTreeMap<ChoiceId, Gap>),
    /// A trainer marks it.
    Essay {
        /// The fewest words, told beforehand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_words: Option<u32>,
        /// The most words, told beforehand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_words: Option<u32>,
    },
}

/// A number that is worth something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedNumber {
    /// The number.
    pub value: Decimal,
    /// How far from it still counts.
    pub tolerance: Decimal,
    /// Its worth.
    pub weight: Weight,
}

/// A unit of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// How it is written.
    pub symbol: String,
    /// What a number in this unit is multiplied with to be compared.
    pub multiplier: Ratio,
}

/// Texts that are worth something, in the author's order: the first that fits counts. Accepted whatever the
/// language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedTexts {
    /// The texts.
    pub accepted: Vec<AcceptedText>,
    /// Whether upper and lower case differ.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub case_matters: bool,
}

/// A text that is worth something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedText {
    /// The text; `*` stands for any characters, `\*` for the star itself.
    pub pattern: String,
    /// Its worth.
    pub weight: Weight,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Its part among the gaps of the question.
    pub weight: u32,
    /// What is right in it.
    pub right: GapAnswer,
}

/// What is right in a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "right", rename_all = "snake_case")]
pub enum GapAnswer {
    /// A choice, by worth.
    Choice(BTreeMap<ChoiceId, Weight>),
    /// Something typed.
    Text(AcceptedTexts),
    /// A number typed.
    Number(Vec<AcceptedNumber>),
}

impl Answer {
    /// A right number with its tolerance and nothing more.
    pub fn number(value: Decimal, tolerance: Decimal) -> Answer {
        Answer::Number { value, tolerance, also: Vec::new(), units: Vec::new() }
    }

    /// The kind of question it answers.
    pub fn kind(&self) -> QuestionKind {
        match self {
            Answer::One(_) | Answer::OneWeighted(_) => QuestionKind::One,
            Answer::Many(_) | Answer::ManyWeighted(_) => QuestionKind::Many,
            Answer::TrueFalse(_) => QuestionKind::TrueFalse,
            Answer::Number { .. } => QuestionKind::Number,
            Answer::Order(_) => QuestionKind::Order,
            Answer::Match(_) => QuestionKind::Match,
            Answer::Scale => QuestionKind::Scale,
            Answer::Text(_) => QuestionKind::Text,
            Answer::Gaps(_) => QuestionKind::Gaps,
            Answer::Essay { .. } => QuestionKind::Essay,
        }
    }

    /// Whether a person marks it.
    pub fn needs_marker(&self) -> bool {
        matches!(self, Answer::Essay { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_choices_follow_the_text_and_not_the_place() {
        let there = ChoiceId::deal("q", &["first", "second", "third"]);
        let back = ChoiceId::deal("q", &["third", "second", "first"]);
        assert_eq!(there.iter().rev().collect::<Vec<_>>(), back.iter().collect::<Vec<_>>());
        assert_eq!(there.iter().copied().collect::<BTreeSet<_>>(), [1, 2, 3].map(ChoiceId).into());
    }

    #[test]
    fn an_answer_of_before_the_bank_is_read_as_it_was() {
        let stored = r#"{"kind":"number","right":{"value":60000,"tolerance":500}}"#;
        let read: Answer = serde_json::from_str(stored).unwrap();
        assert_eq!(read, Answer::number(Decimal::whole(60), Decimal(500_000)));
        let written = serde_json::to_string(&read).unwrap();
        assert_eq!(written, r#"{"kind":"number","right":{"value":"60","tolerance":"0.5"}}"#);
    }
}
