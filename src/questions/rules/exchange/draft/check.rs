//! What makes a question one that can be answered and marked.

use super::{Draft, Form, GapDraft, GapForm, Pair, Weighed};
use crate::questions::rules::Weight;
use crate::questions::rules::exchange::desk::Desk;
use crate::questions::rules::exchange::{Code, html, number};
use std::collections::BTreeSet;

/// The most choices of a question.
const MOST_CHOICES: usize = 200;
/// How far weights may be from the whole, since thirds and sevenths are cut: two percent.
const SLACK: i64 = 200_000;

pub(super) fn check(draft: &Draft, desk: &mut Desk) {
    let line = draft.line;
    if html::plain(&draft.html).is_empty() && !draft.html.contains("<img") {
        desk.add(line, Code::TextEmpty, &[]);
    }
    match &draft.form {
        Form::Choices { single, choices } => {
            enough(line, choices.len(), desk);
            texts(choices, desk);
            twice(choices.iter().map(|choice| (choice.line, choice.text.as_str())), desk);
            weights(line, *single, choices, desk);
        }
        Form::Text { accepted, .. } => accepted_texts(line, accepted, desk),
        Form::Number { accepted, .. } => {
            if accepted.is_empty() {
                desk.add(line, Code::AnswerMissing, &[]);
            } else if !accepted.iter().any(|(one, _)| one.weight >= Weight::WHOLE) {
                desk.add(line, Code::RightMissing, &[]);
            }
        }
        Form::Match(all) => pairs(line, all, desk),
        Form::Order(items) => {
            enough(line, items.len(), desk);
            if items.iter().any(String::is_empty) {
                desk.add(line, Code::AnswerEmpty, &[]);
            }
            twice(items.iter().map(|item| (line, item.as_str())), desk);
        }
        Form::Gaps(gaps) => {
            if gaps.is_empty() {
                desk.add(line, Code::GapsMissing, &[]);
            }
            gaps.iter().for_each(|one| gap(one, desk));
        }
        Form::TrueFalse { .. } | Form::Essay { .. } | Form::Scale(_) => {}
    }
}

fn enough(line: u32, count: usize, desk: &mut Desk) {
    if count < 2 {
        desk.add(line, Code::ChoicesTooFew, &[]);
    } else if count > MOST_CHOICES {
        desk.add(line, Code::ChoicesTooMany, &[("most", MOST_CHOICES.to_string())]);
    }
}

fn texts(choices: &[Weighed], desk: &mut Desk) {
    for choice in choices.iter().filter(|choice| choice.text.is_empty()) {
        desk.add(choice.line, Code::AnswerEmpty, &[]);
    }
}

/// Nobody can tell two choices apart that say the same.
fn twice<'t>(choices: impl Iterator<Item = (u32, &'t str)>, desk: &mut Desk) {
    let mut seen = BTreeSet::new();
    for (line, text) in choices.filter(|(_, text)| !text.is_empty()) {
        if !seen.insert(text) {
            desk.name(line, Code::ChoiceTwice, &html::plain(text));
        }
    }
}

/// One right choice is worth the whole, several come to it.
fn weights(line: u32, single: bool, choices: &[Weighed], desk: &mut Desk) {
    let giving = choices.iter().map(|choice| i64::from(choice.weight.0)).filter(|weight| *weight > 0);
    let sum = if single { giving.max().unwrap_or(0) } else { giving.sum() };
    if sum == 0 {
        desk.add(line, Code::RightMissing, &[]);
    } else if (sum - i64::from(Weight::WHOLE.0)).abs() > SLACK {
        let sum = i32::try_from(sum).map(Weight).unwrap_or_default();
        desk.add(line, Code::WeightsSum, &[("sum", number::percent(sum))]);
    }
}

fn accepted_texts(line: u32, accepted: &[Weighed], desk: &mut Desk) {
    texts(accepted, desk);
    if accepted.is_empty() {
        desk.add(line, Code::AnswerMissing, &[]);
    } else if accepted.len() > MOST_CHOICES {
        desk.add(line, Code::ChoicesTooMany, &[("most", MOST_CHOICES.to_string())]);
    } else if !accepted.iter().any(|one| one.weight >= Weight::WHOLE) {
        desk.add(line, Code::RightMissing, &[]);
    }
}

fn pairs(line: u32, all: &[Pair], desk: &mut Desk) {
    for pair in all.iter().filter(|pair| pair.right.is_empty()) {
        desk.name(pair.line, Code::PairIncomplete, &html::plain(&pair.left));
    }
    if all.iter().filter(|pair| !pair.left.is_empty()).count() < 2 {
        desk.add(line, Code::PairsTooFew, &[]);
    } else if all.len() > MOST_CHOICES {
        desk.add(line, Code::ChoicesTooMany, &[("most", MOST_CHOICES.to_string())]);
    }
}

fn gap(gap: &GapDraft, desk: &mut Desk) {
    match &gap.form {
        GapForm::Choice(choices) => {
            texts(choices, desk);
            if !choices.iter().any(|choice| choice.weight >= Weight::WHOLE) {
                desk.add(gap.line, Code::RightMissing, &[]);
            }
        }
        GapForm::Text { accepted, .. } => accepted_texts(gap.line, accepted, desk),
        GapForm::Number(accepted) => {
            if !accepted.iter().any(|one| one.weight >= Weight::WHOLE) {
                desk.add(gap.line, Code::RightMissing, &[]);
            }
        }
    }
}
