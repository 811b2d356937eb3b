//! How a question is answered, with what is right by its place in the file; and how the languages of one question
//! become one.

use crate::programmes::rules::read::gaps::{GapDraft, GapRight};
use crate::programmes::rules::read::number::Numbers;
use crate::programmes::rules::words::Word;
use crate::questions::rules::folding::takes_anything;
use crate::questions::rules::{
    AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Gap, GapAnswer, QuestionKind, QuestionText,
    ScaleLabels, Weight,
};
use std::collections::BTreeMap;

/// How a question is answered, with what is right by its place in the definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    Choices {
        kind: QuestionKind,
        choices: Vec<String>,
        worths: Vec<Weight>,
        weighed: bool,
        feedback: Vec<String>,
    },
    Order {
        choices: Vec<String>,
    },
    Pairs {
        lefts: Vec<String>,
        rights: Vec<String>,
        columns: (String, String),
    },
    Number(Numbers),
    Scale(ScaleLabels),
    Text {
        texts: AcceptedTexts,
        feedback: Vec<String>,
    },
    Gaps(Vec<GapDraft>),
    Essay {
        min_words: Option<u32>,
        max_words: Option<u32>,
        template: String,
    },
}

impl Form {
    pub(super) fn kind(&self) -> QuestionKind {
        match self {
            Form::Choices { kind, .. } => *kind,
            Form::Order { .. } => QuestionKind::Order,
            Form::Pairs { .. } => QuestionKind::Match,
            Form::Number(_) => QuestionKind::Number,
            Form::Scale(_) => QuestionKind::Scale,
            Form::Text { .. } => QuestionKind::Text,
            Form::Gaps(_) => QuestionKind::Gaps,
            Form::Essay { .. } => QuestionKind::Essay,
        }
    }

    /// In what this language differs from the main one besides words.
    pub(super) fn difference(&self, main: &Form) -> Option<String> {
        if self.kind() != main.kind() {
            return Some(format!("kind {}, {} is expected", self.kind().as_str(), main.kind().as_str()));
        }
        match (self, main) {
            (
                Form::Choices { choices: here, worths, .. },
                Form::Choices { choices: there, worths: main, .. },
            ) => other_count(here, there).or((worths != main).then(|| "other choices are right".to_owned())),
            (Form::Order { choices: here }, Form::Order { choices: there }) => other_count(here, there),
            (Form::Pairs { lefts: here, .. }, Form::Pairs { lefts: there, .. }) => other_count(here, there),
            (Form::Number(here), Form::Number(there)) => other_number(here, there),
            (Form::Text { texts: here, .. }, Form::Text { texts: there, .. }) => other_case(here, there),
            (Form::Gaps(here), Form::Gaps(there)) => other_gaps(here, there),
            (
                Form::Essay { min_words, max_words, .. },
                Form::Essay { min_words: main_min, max_words: main_max, .. },
            ) => {
                let same = (min_words, max_words) == (main_min, main_max);
                (!same).then(|| "other limits of words".to_owned())
            }
            _ => None,
        }
    }

    /// Numbers for the choices (or lefts, or all choices of gaps) and for the rights, unique among both.
    pub(super) fn deal(&self, key: &str) -> (Vec<ChoiceId>, Vec<ChoiceId>) {
        match self {
            Form::Choices { kind: QuestionKind::TrueFalse, .. } => {
                (vec![ChoiceId::TRUE, ChoiceId::FALSE], Vec::new())
            }
            Form::Choices { choices, .. } | Form::Order { choices } => (dealt(key, choices, 0), Vec::new()),
            Form::Pairs { lefts, rights, .. } => (dealt(key, lefts, 0), dealt(key, rights, lefts.len())),
            Form::Gaps(gaps) => {
                let mut ids: Vec<ChoiceId> = Vec::new();
                for gap in gaps {
                    if let GapRight::Choice { choices, .. } = &gap.right {
                        ids.extend(dealt(key, choices, gaps.len() + ids.len()));
                    }
                }
                (ids, Vec::new())
            }
            Form::Number(_) | Form::Scale(_) | Form::Text { .. } | Form::Essay { .. } => {
                (Vec::new(), Vec::new())
            }
        }
    }

    /// What is right, by the numbers of the choices.
    pub(super) fn answer(&self, lefts: &[ChoiceId], rights: &[ChoiceId]) -> Option<Answer> {
        Some(match self {
            Form::Choices { kind, worths, weighed, .. } => chosen(*kind, worths, *weighed, lefts)?,
            Form::Order { .. } => Answer::Order(lefts.to_vec()),
            Form::Pairs { .. } => Answer::Match(lefts.iter().copied().zip(rights.iter().copied()).collect()),
            Form::Number(Numbers { right, also, .. }) => Answer::Number {
                value: right.value,
                tolerance: right.tolerance,
                also: also.clone(),
                units: right.units.clone(),
            },
            Form::Scale(_) => Answer::Scale,
            Form::Text { texts, .. } => Answer::Text(texts.clone()),
            Form::Gaps(gaps) => {
                let mut ids = lefts.iter().copied();
                let gap = |(id, draft): (u16, &GapDraft)| {
                    (ChoiceId(id), Gap { weight: draft.weight, right: gap_answer(&draft.right, &mut ids) })
                };
                Answer::Gaps((1..).zip(gaps).map(gap).collect())
            }
            Form::Essay { min_words, max_words, .. } => {
                Answer::Essay { min_words: *min_words, max_words: *max_words }
            }
        })
    }

    /// Adds what this language accepts to what the languages before it do: a typed answer counts whatever the
    /// language of the page.
    pub(super) fn accept_too(&self, answer: &mut Answer) {
        match (self, answer) {
            (Form::Text { texts, .. }, Answer::Text(all)) => add(all, texts),
            (Form::Gaps(drafts), Answer::Gaps(gaps)) => {
                for (draft, gap) in drafts.iter().zip(gaps.values_mut()) {
                    if let (GapRight::Text(texts), GapAnswer::Text(all)) = (&draft.right, &mut gap.right) {
                        add(all, texts);
                    }
                }
            }
            _ => {}
        }
    }

    /// Puts the words of the answer into a text, with the numbers dealt in the main language.
    pub(super) fn fill(
        self,
        text: &mut QuestionText,
        lefts: &[ChoiceId],
        rights: &[ChoiceId],
        answer: &Answer,
    ) {
        match self {
            Form::Choices { choices, feedback, .. } => {
                text.choice_feedback = said(lefts.iter().copied().zip(feedback));
                text.choices = numbered(lefts, choices);
            }
            Form::Order { choices } => text.choices = numbered(lefts, choices),
            Form::Pairs { lefts: left_texts, rights: right_texts, columns } => {
                text.choices = numbered(lefts, left_texts);
                text.rights = numbered(rights, right_texts);
                text.columns = Some(columns);
            }
            Form::Number(numbers) => {
                text.accepted_feedback = said((0..).zip(numbers.feedback));
                text.unit = numbers.right.unit;
            }
            Form::Scale(labels) => text.scale = Some(labels),
            Form::Text { texts, feedback } => {
                let Answer::Text(all) = answer else { return };
                let place = |own: &AcceptedText| all.accepted.iter().position(|one| one == own);
                let places = texts.accepted.iter().map(|own| u16::try_from(place(own)?).ok());
                text.accepted_feedback =
                    said(places.zip(feedback).filter_map(|(place, html)| Some((place?, html))));
            }
            Form::Gaps(gaps) => fill_gaps(gaps, text, lefts),
            Form::Essay { template, .. } => text.template = template,
        }
    }
}

fn fill_gaps(gaps: Vec<GapDraft>, text: &mut QuestionText, ids: &[ChoiceId]) {
    let mut ids = ids.iter().copied();
    for (id, draft) in (1..).zip(gaps) {
        if let GapRight::Choice { choices, feedback, .. } = draft.right {
            let own: Vec<ChoiceId> = ids.by_ref().take(choices.len()).collect();
            text.choice_feedback.extend(said(own.iter().copied().zip(feedback)));
            text.gaps.insert(ChoiceId(id), numbered(&own, choices));
        }
    }
}

fn gap_answer(right: &GapRight, ids: &mut impl Iterator<Item = ChoiceId>) -> GapAnswer {
    match right {
        GapRight::Choice { worths, .. } => {
            let own = ids.by_ref().take(worths.len());
            GapAnswer::Choice(worth_something(own.zip(worths.iter().copied())))
        }
        GapRight::Text(texts) => GapAnswer::Text(texts.clone()),
        GapRight::Number(numbers) => GapAnswer::Number(numbers.clone()),
    }
}

fn chosen(kind: QuestionKind, worths: &[Weight], weighed: bool, ids: &[ChoiceId]) -> Option<Answer> {
    let worths = worth_something(ids.iter().copied().zip(worths.iter().copied()));
    let mut right = worths.iter().filter(|(_, worth)| **worth == Weight::WHOLE).map(|(id, _)| *id);
    Some(match (kind, weighed) {
        (QuestionKind::TrueFalse, _) => Answer::TrueFalse(right.next()? == ChoiceId::TRUE),
        (QuestionKind::One, false) => Answer::One(right.next()?),
        (QuestionKind::One, true) => Answer::OneWeighted(worths),
        (_, false) => Answer::Many(right.collect()),
        (_, true) => Answer::ManyWeighted(worths),
    })
}

fn worth_something(worths: impl Iterator<Item = (ChoiceId, Weight)>) -> BTreeMap<ChoiceId, Weight> {
    worths.filter(|(_, worth)| worth.0 != 0).collect()
}

/// Adds accepted texts behind the others, but before what accepts anything.
fn add(all: &mut AcceptedTexts, more: &AcceptedTexts) {
    let new: Vec<_> = more.accepted.iter().filter(|one| !all.accepted.contains(one)).cloned().collect();
    let accepted = std::mem::take(&mut all.accepted).into_iter().chain(new);
    let (anything, others): (Vec<_>, Vec<_>) = accepted.partition(|one| takes_anything(&one.pattern));
    all.accepted = others.into_iter().chain(anything).collect();
}

fn said<K: Ord>(texts: impl Iterator<Item = (K, String)>) -> BTreeMap<K, String> {
    texts.filter(|(_, html)| !html.is_empty()).collect()
}

fn other_count<T>(here: &[T], there: &[T]) -> Option<String> {
    let (here, there) = (here.len(), there.len());
    (here != there).then(|| format!("{here} choices, {there} are expected"))
}

fn other_number(here: &Numbers, there: &Numbers) -> Option<String> {
    let shown = |numbers: &Numbers| format!("= {} ± {}", numbers.right.value, numbers.right.tolerance);
    let multipliers =
        |numbers: &Numbers| numbers.right.units.iter().map(|unit| unit.multiplier).collect::<Vec<_>>();
    if shown(here) != shown(there) {
        return Some(format!("{}, {} is expected", shown(here), shown(there)));
    }
    let same = here.also == there.also && multipliers(here) == multipliers(there);
    (!same).then(|| "other numbers or units are accepted".to_owned())
}

fn other_case(here: &AcceptedTexts, there: &AcceptedTexts) -> Option<String> {
    (here.case_matters != there.case_matters).then(|| "the word case".to_owned())
}

fn other_gaps(here: &[GapDraft], there: &[GapDraft]) -> Option<String> {
    if here.len() != there.len() {
        return Some(format!("{} gaps, {} are expected", here.len(), there.len()));
    }
    let other = |(here, there): (&GapDraft, &GapDraft)| match (&here.right, &there.right) {
        _ if here.weight != there.weight => true,
        (GapRight::Choice { worths, .. }, GapRight::Choice { worths: main, .. }) => worths != main,
        (GapRight::Text(here), GapRight::Text(there)) => other_case(here, there).is_some(),
        (GapRight::Number(here), GapRight::Number(there)) => here != there,
        _ => true,
    };
    let place = here.iter().zip(there).position(other)?;
    Some(format!("gap {} is another one", place + 1))
}

/// Numbers in an order that the texts alone decide, above those that are taken.
fn dealt(key: &str, texts: &[String], taken: usize) -> Vec<ChoiceId> {
    let shift = u16::try_from(taken).unwrap_or_default();
    let ids = ChoiceId::deal(key, &texts.iter().map(String::as_str).collect::<Vec<_>>());
    ids.into_iter().map(|id| ChoiceId(id.0.saturating_add(shift))).collect()
}

fn numbered(ids: &[ChoiceId], texts: Vec<String>) -> Vec<Choice> {
    ids.iter().zip(texts).map(|(id, html)| Choice { id: *id, html }).collect()
}
