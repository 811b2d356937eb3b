//! What a response to a question may consist of.

use super::QuestionKind;
use super::answer::{Answer, ChoiceId, Gap, GapAnswer};
use super::question::{Choice, Question, QuestionText};
use std::collections::{BTreeMap, BTreeSet};

/// What a response to a question may consist of. Says nothing about what is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// How it is answered.
    pub kind: QuestionKind,
    /// The numbers of its choices, or of the lefts of its pairs.
    pub choices: Vec<ChoiceId>,
    /// The numbers of the rights of its pairs.
    pub rights: Vec<ChoiceId>,
    /// Its gaps with the numbers of their choices; none for a gap that is typed.
    pub gaps: BTreeMap<ChoiceId, Vec<ChoiceId>>,
    /// Gaps in which a number is typed.
    pub numbers: BTreeSet<ChoiceId>,
    /// The symbols of the units it knows.
    pub units: Vec<String>,
    /// What the field of an essay begins with, in each language.
    pub templates: Vec<String>,
}

impl Shape {
    /// The shape of a question; the same in each of its languages.
    pub fn of(question: &Question) -> Shape {
        let text = question.texts.values().next();
        let ids = |choices: &[Choice]| choices.iter().map(|one| one.id).collect();
        let templates = question.texts.values().map(|text| text.template.clone());
        Shape {
            kind: question.kind,
            choices: text.map(|text| ids(&text.choices)).unwrap_or_default(),
            rights: text.map(|text| ids(&text.rights)).unwrap_or_default(),
            gaps: gaps_of(question, text),
            numbers: match &question.answer {
                Answer::Gaps(gaps) => {
                    let number = |gap: &Gap| matches!(gap.right, GapAnswer::Number(_));
                    gaps.iter().filter(|(_, gap)| number(gap)).map(|(id, _)| *id).collect()
                }
                _ => BTreeSet::new(),
            },
            units: match &question.answer {
                Answer::Number { units, .. } => units.iter().map(|unit| unit.symbol.clone()).collect(),
                _ => Vec::new(),
            },
            templates: templates.filter(|template| !template.is_empty()).collect(),
        }
    }

    pub(super) fn choice(&self, number: u64) -> Result<ChoiceId, &'static str> {
        super::response::known(&self.choices, number)
    }

    /// A shape with nothing in it, for tests to fill.
    #[cfg(test)]
    pub(super) fn empty() -> Shape {
        Shape {
            kind: QuestionKind::One,
            choices: Vec::new(),
            rights: Vec::new(),
            gaps: BTreeMap::new(),
            numbers: BTreeSet::new(),
            units: Vec::new(),
            templates: Vec::new(),
        }
    }
}

fn gaps_of(question: &Question, text: Option<&QuestionText>) -> BTreeMap<ChoiceId, Vec<ChoiceId>> {
    let Answer::Gaps(gaps) = &question.answer else { return BTreeMap::new() };
    let choices = |gap: &ChoiceId| text.and_then(|text| text.gaps.get(gap));
    let ids = |choices: &Vec<Choice>| choices.iter().map(|choice| choice.id).collect();
    gaps.keys().map(|gap| (*gap, choices(gap).map(ids).unwrap_or_default())).collect()
}
