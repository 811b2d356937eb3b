//! A question, its texts by language, and what of it a trainee may see before release.

use super::QuestionKind;
use super::answer::{Answer, ChoiceId};
use super::decimal::Weight;
use crate::kernel::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// What every further try takes off where several are allowed; a third unless said otherwise.
    #[serde(default = "usual_penalty", skip_serializing_if = "is_usual_penalty")]
    pub penalty: Weight,
}

fn usual_penalty() -> Weight {
    Question::USUAL_PENALTY
}

fn is_usual_penalty(penalty: &Weight) -> bool {
    *penalty == Question::USUAL_PENALTY
}

/// The words of a question in one language, in the author's order. HTML is sanitised.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// The choices of the gaps that are chosen; `detail_html` has `[[1]]` where gap 1 stands. A gap that is
    /// typed has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gaps: BTreeMap<ChoiceId, Vec<Choice>>,
    /// Said after an answer that contains this choice: block HTML. Server only, before release.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub choice_feedback: BTreeMap<ChoiceId, String>,
    /// Said after a typed answer that fits the accepted one of this place; for a number, place 0 is the
    /// right one and the further ones follow.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub accepted_feedback: BTreeMap<u16, String>,
    /// Said by how right the whole answer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeTexts>,
    /// Hints for the next try, the first after the first: block HTML.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints_html: Vec<String>,
    /// What the field of an essay begins with. Plain text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// What whoever marks an essay looks for: block HTML. Never shown to trainees.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub marking_notes_html: String,
}

/// Texts by how right an answer is: block HTML, each may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OutcomeTexts {
    /// Everything is right.
    pub right_html: String,
    /// Some is.
    pub partly_html: String,
    /// Nothing is.
    pub wrong_html: String,
}

impl OutcomeTexts {
    /// What is said to an answer of which so much is right.
    pub fn of(&self, share: Weight) -> &String {
        match share.0 {
            ..=0 => &self.wrong_html,
            share if share < Weight::WHOLE.0 => &self.partly_html,
            _ => &self.right_html,
        }
    }
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// The choices of gaps, by their numbers; none for one that is typed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub gaps: BTreeMap<ChoiceId, Vec<Choice>>,
    /// What the field of an essay begins with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// The fewest and the most words of an essay.
    #[serde(skip_serializing_if = "is_unbounded")]
    pub words: (Option<u32>, Option<u32>),
    /// The symbols of the units that a number may be given in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
}

fn is_unbounded(words: &(Option<u32>, Option<u32>)) -> bool {
    *words == (None, None)
}

impl Question {
    /// Whether every language says why the answer is right; a scale has no right one, and of an essay its marker says it.
    pub fn is_explained(&self) -> bool {
        let needless = matches!(self.kind, QuestionKind::Scale | QuestionKind::Essay);
        needless || self.texts.values().all(|text| !text.explanation_html.trim().is_empty())
    }

    /// A third, as in other systems.
    pub const USUAL_PENALTY: Weight = Weight(3_333_333);

    /// The texts for a reader, with the language they are in: the reader's, then kk → ru → en.
    pub fn text(&self, reader: Language) -> Option<(Language, &QuestionText)> {
        reader.fallbacks().find_map(|language| Some((language, self.texts.get(&language)?)))
    }

    /// The gaps, each with its choices in the order of their numbers; a gap that is typed has none.
    fn gaps(&self, text: &QuestionText) -> BTreeMap<ChoiceId, Vec<Choice>> {
        let Answer::Gaps(gaps) = &self.answer else { return BTreeMap::new() };
        let choices = |id: &ChoiceId| {
            let mut choices = text.gaps.get(id).cloned().unwrap_or_default();
            choices.sort_by_key(|choice| choice.id);
            (*id, choices)
        };
        gaps.keys().map(choices).collect()
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
        let gaps = self.gaps(text);
        let words = match self.answer {
            Answer::Essay { min_words, max_words } => (min_words, max_words),
            _ => (None, None),
        };
        let units = match &self.answer {
            Answer::Number { units, .. } => units.iter().map(|unit| unit.symbol.clone()).collect(),
            _ => Vec::new(),
        };
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
            gaps,
            template: text.template.clone(),
            words,
            units,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::examples::{any_question, make_right};
    use crate::questions::rules::{Shape, wrong_response};
    use proptest::prelude::*;

    #[test]
    fn the_public_part_of_an_ordering_has_the_same_look_whatever_is_right() {
        let question = |texts: [&str; 4]| {
            let ids = ChoiceId::deal("steps", &texts);
            let choices = ids.iter().zip(texts).map(|(id, text)| Choice { id: *id, html: text.into() });
            let text = QuestionText {
                prompt_html: "?".into(),
                explanation_html: "because".into(),
                choices: choices.collect(),
                ..QuestionText::default()
            };
            Question {
                key: "steps".into(),
                kind: QuestionKind::Order,
                points: 1,
                texts: [(Language::Ru, text)].into(),
                answer: Answer::Order(ids),
                penalty: Question::USUAL_PENALTY,
            }
        };
        let there = question(["plan", "prepare", "hold", "sum up"]);
        let back = question(["sum up", "hold", "prepare", "plan"]);
        assert_ne!(there.answer, back.answer);
        assert_eq!(there.public(Language::Kk), back.public(Language::Kk));
        assert_eq!(there.public(Language::Kk).unwrap().language, Language::Ru);
    }

    proptest! {
        #[test]
        fn what_trainees_see_is_the_same_whatever_is_right(
            question in any_question(),
            secret in "[a-z]{12}",
        ) {
            let mut other = question.clone();
            if let Some(wrong) = wrong_response(&question.answer, &Shape::of(&question)) {
                make_right(&mut other.answer, &wrong);
                prop_assert_ne!(&other.answer, &question.answer);
            }
            for text in other.texts.values_mut() {
                let said = || secret.clone();
                (text.explanation_html, text.marking_notes_html) = (said(), said());
                text.hints_html = vec![said()];
                text.choice_feedback = [(ChoiceId(1), said())].into();
                text.accepted_feedback = [(0, said())].into();
                let outcome = OutcomeTexts { right_html: said(), partly_html: said(), wrong_html: said() };
                text.outcome = Some(outcome);
            }
            let seen = |question: &Question| serde_json::to_string(&question.public(Language::Ru)).unwrap();
            prop_assert_eq!(seen(&question), seen(&other));
            prop_assert!(!seen(&other).contains(&secret));
            if let Answer::Text(texts) = &question.answer {
                prop_assert!(texts.accepted.iter().all(|one| !seen(&question).contains(&one.pattern)));
            }
        }
    }
}
