//! A question as its author types it: Markdown, numbers and shares as text, in three languages at once. Forms and
//! the API fill it, [`Draft::question`] makes a question of it or names every fault by its field, and it is kept
//! beside the version so that it can be typed on.

mod build;
mod gaps;
mod ids;
mod known;
mod of;
mod rows;
mod typed;

pub use rows::Command;

use super::{Question, QuestionKind};
use crate::kernel::{Fault, Language};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text in each language; empty where it is not written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Texts {
    /// In Russian.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ru: String,
    /// In Kazakh.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kk: String,
    /// In English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Texts {
    /// The text in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ru => &self.ru,
            Language::Kk => &self.kk,
            Language::En => &self.en,
        }
    }

    /// Sets the text in a language.
    pub fn set(&mut self, language: Language, text: impl Into<String>) {
        *match language {
            Language::Ru => &mut self.ru,
            Language::Kk => &mut self.kk,
            Language::En => &mut self.en,
        } = text.into();
    }

    /// Whether it is written in no language.
    pub fn is_empty(&self) -> bool {
        self.ru.trim().is_empty() && self.kk.trim().is_empty() && self.en.trim().is_empty()
    }
}

/// A choice, or what is put in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftChoice {
    /// Its number in the version before; empty for a new one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What it says: a line of Markdown.
    pub text: Texts,
    /// Whether it is right.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub right: bool,
    /// Its worth in percent, where choices have worths of their own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub worth: String,
    /// Said after an answer with it: Markdown.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A pair of a match; without a left, a right that belongs to none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftPair {
    /// The number of the left in the version before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The number of the right in the version before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub right_id: String,
    /// The left: a line of Markdown.
    pub left: Texts,
    /// The right: a line of Markdown.
    pub right: Texts,
}

/// A number that is accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftNumber {
    /// The number.
    pub value: String,
    /// How far from it still counts; nothing for exactly.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tolerance: String,
    /// Its worth in percent; all of it where empty. The first is worth everything.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub worth: String,
    /// Said after it: Markdown.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A unit of a number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftUnit {
    /// How it is written.
    pub symbol: String,
    /// What a number in it is multiplied with.
    pub multiplier: String,
}

/// A text that is accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftAccepted {
    /// The text; `*` stands for any characters.
    pub pattern: String,
    /// Its worth in percent; all of it where empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub worth: String,
    /// Said after it: Markdown.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A gap of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftGap {
    /// The number it has in the text, `[[1]]`.
    pub number: String,
    /// Its part among the gaps; 1 where empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub weight: String,
    /// `choice`, `text` or `number`.
    pub kind: String,
    /// The choices, one a line, the right one first; a share in front, `50% …`, says otherwise.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub options: Texts,
    /// Said after each choice, one a line in their order: Markdown. A dash where nothing is.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// What is accepted where it is typed, one a line: texts, or numbers like `60 ± 2`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accepted: String,
    /// Whether upper and lower case differ.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub case_matters: bool,
}

/// A hint for the next try.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DraftHint {
    /// The hint: Markdown.
    pub text: Texts,
}

/// A question as its author types it. Which of the lists count, the kind says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// How it is answered.
    #[schema(value_type = String)]
    pub kind: QuestionKind,
    /// What it gives.
    #[serde(default)]
    pub points: String,
    /// What every further try takes off, in percent.
    #[serde(default)]
    pub penalty: String,
    /// The question: a line of Markdown.
    #[serde(default)]
    pub prompt: Texts,
    /// The text under it: Markdown. With `[[1]]` where a gap is.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub detail: Texts,
    /// Why: Markdown.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub explanation: Texts,
    /// Choices of one, many and true-false; what is put in order, rightly.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<DraftChoice>,
    /// Pairs of a match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<DraftPair>,
    /// The heading over the lefts.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub left_heading: Texts,
    /// The heading over the rights.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub right_heading: Texts,
    /// Numbers that are accepted; the first is the right one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<DraftNumber>,
    /// What stands behind the field of a number.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub unit: Texts,
    /// Units that may be typed behind a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<DraftUnit>,
    /// Texts that are accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<DraftAccepted>,
    /// Whether upper and lower case differ in them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub case_matters: bool,
    /// The gaps of a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<DraftGap>,
    /// What 1 means on a scale.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub lowest: Texts,
    /// What 5 means on a scale.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub highest: Texts,
    /// The fewest words of an essay.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub min_words: String,
    /// The most words of an essay.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub max_words: String,
    /// What the field of an essay begins with.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub template: Texts,
    /// What whoever marks an essay looks for: Markdown.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub marking_notes: Texts,
    /// Said when all is right: Markdown.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub said_right: Texts,
    /// Said when some is right.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub said_partly: Texts,
    /// Said when nothing is right.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub said_wrong: Texts,
    /// Hints for further tries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<DraftHint>,
}

impl Draft {
    /// Nothing typed yet, with as many empty rows as the kind usually has.
    pub fn empty(kind: QuestionKind) -> Draft {
        let mut draft = Draft::bare(kind);
        draft.points = if kind == QuestionKind::Scale { String::new() } else { "1".to_owned() };
        match kind {
            QuestionKind::One | QuestionKind::Many | QuestionKind::Order => {
                draft.choices = vec![DraftChoice::default(); 3];
            }
            QuestionKind::TrueFalse => draft.choices = true_false(),
            QuestionKind::Match => draft.pairs = vec![DraftPair::default(); 3],
            QuestionKind::Number => draft.numbers = vec![DraftNumber::default()],
            QuestionKind::Text => draft.accepted = vec![DraftAccepted::default()],
            QuestionKind::Gaps => draft.add_gap(),
            QuestionKind::Scale | QuestionKind::Essay => {}
        }
        draft
    }

    /// The languages in which anything of the author's own is written: each of them needs everything.
    pub fn languages(&self) -> Vec<Language> {
        let all = self.texts();
        let written = |language: &Language| all.iter().any(|texts| !texts.get(*language).trim().is_empty());
        [Language::Ru, Language::Kk, Language::En].into_iter().filter(written).collect()
    }

    fn texts(&self) -> Vec<&Texts> {
        let alone = [
            &self.prompt,
            &self.detail,
            &self.explanation,
            &self.left_heading,
            &self.right_heading,
            &self.lowest,
            &self.highest,
            &self.template,
            &self.marking_notes,
            &self.said_right,
            &self.said_partly,
            &self.said_wrong,
        ];
        let mut all = alone.to_vec();
        // The words of true and false are there from the beginning.
        let own = self.kind != QuestionKind::TrueFalse;
        all.extend(self.choices.iter().filter(|_| own).map(|choice| &choice.text));
        all.extend(self.choices.iter().map(|choice| &choice.feedback));
        all.extend(self.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]));
        all.extend(self.gaps.iter().flat_map(|gap| [&gap.options, &gap.feedback]));
        all.extend(self.hints.iter().map(|hint| &hint.text));
        all
    }

    /// Puts the numbers that a question's choices got into its rows, so that they are kept from here on.
    pub fn number_by(&mut self, question: &Question) {
        let dealt = Draft::of(question);
        for (row, known) in self.choices.iter_mut().zip(dealt.choices) {
            row.id = known.id;
        }
        let (with, without): (Vec<DraftPair>, Vec<DraftPair>) =
            dealt.pairs.into_iter().partition(|pair| !pair.id.is_empty());
        let (mut with, mut without) = (with.into_iter(), without.into_iter());
        for row in &mut self.pairs {
            let known = if row.left.is_empty() { without.next() } else { with.next() };
            if let Some(known) = known {
                (row.id, row.right_id) = (known.id, known.right_id);
            }
        }
    }

    /// What is missing before quizzes may ask it: why the answer is right, wherever one is.
    pub fn unready(&self) -> Vec<Fault> {
        let needless = [QuestionKind::Scale, QuestionKind::Essay].contains(&self.kind);
        let silent = |language: &Language| self.explanation.get(*language).trim().is_empty();
        let languages = self.languages().into_iter().filter(|language| !needless && silent(language));
        languages
            .map(|language| Fault::new(format!("explanation-{}", language.tag()), "explanation-missing"))
            .collect()
    }

    /// Nothing at all.
    pub(super) fn bare(kind: QuestionKind) -> Draft {
        Draft {
            kind,
            points: String::new(),
            penalty: String::new(),
            prompt: Texts::default(),
            detail: Texts::default(),
            explanation: Texts::default(),
            choices: Vec::new(),
            pairs: Vec::new(),
            left_heading: Texts::default(),
            right_heading: Texts::default(),
            numbers: Vec::new(),
            unit: Texts::default(),
            units: Vec::new(),
            accepted: Vec::new(),
            case_matters: false,
            gaps: Vec::new(),
            lowest: Texts::default(),
            highest: Texts::default(),
            min_words: String::new(),
            max_words: String::new(),
            template: Texts::default(),
            marking_notes: Texts::default(),
            said_right: Texts::default(),
            said_partly: Texts::default(),
            said_wrong: Texts::default(),
            hints: Vec::new(),
        }
    }
}

/// The usual words of a true-false question.
fn true_false() -> Vec<DraftChoice> {
    let choice = |[ru, kk, en]: [&str; 3]| DraftChoice {
        text: Texts { ru: ru.to_owned(), kk: kk.to_owned(), en: en.to_owned() },
        ..DraftChoice::default()
    };
    vec![choice(["Верно", "Дұрыс", "True"]), choice(["Неверно", "Бұрыс", "False"])]
}

#[cfg(test)]
mod tests;
