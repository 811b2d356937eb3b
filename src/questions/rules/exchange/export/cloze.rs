//! Texts with gaps, as Moodle writes them into the text.

use super::shape::{Shape, Worth, clamped};
use super::{html_out, line_out};
use crate::questions::rules::exchange::{html, number};
use crate::questions::rules::{ChoiceId, Gap, GapAnswer, Weight};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The text with its gaps in it.
pub(super) fn text(shape: &Shape<'_>, gaps: &BTreeMap<ChoiceId, Gap>) -> String {
    let (mut text, mut rest) = (String::new(), shape.body.as_str());
    while let Some((before, marked)) = rest.split_once("[[") {
        text.push_str(&literal(before));
        let found = html::gap_mark(marked);
        match found.and_then(|(id, after)| Some((ChoiceId(id), gaps.get(&ChoiceId(id))?, after))) {
            Some((id, gap, after)) => {
                text.push_str(&written(shape, id, gap));
                rest = after;
            }
            None => {
                text.push_str("[[");
                rest = marked;
            }
        }
    }
    text.push_str(&literal(rest));
    text.replace(html::NO_MARK, "[[")
}

/// Text in which no brace begins a gap.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek();
        if character == '{' && next.is_none_or(|next| next.is_ascii_digit() || *next == ':') {
            out.push_str("&#123;");
        } else {
            out.push(character);
        }
    }
    out
}

fn written(shape: &Shape<'_>, id: ChoiceId, gap: &Gap) -> String {
    let (kind, answers) = match &gap.right {
        GapAnswer::Choice(worth) => ("MULTICHOICE", choices(shape, id, worth)),
        GapAnswer::Text(texts) => {
            let accepted = texts.accepted.iter().map(|one| Worth {
                text: html::escape(&line_out(&one.pattern)),
                weight: clamped(one.weight),
                feedback: String::new(),
            });
            (if texts.case_matters { "SHORTANSWER_C" } else { "SHORTANSWER" }, accepted.collect())
        }
        GapAnswer::Number(accepted) => {
            let one = |one: &crate::questions::rules::AcceptedNumber| Worth {
                text: format!("{}:{}", one.value, one.tolerance),
                weight: clamped(one.weight),
                feedback: String::new(),
            };
            ("NUMERICAL", accepted.iter().map(one).collect::<Vec<_>>())
        }
    };
    let answers = answers.iter().filter(|one| !one.text.is_empty()).map(answer).collect::<Vec<_>>();
    format!("{{{}:{kind}:{}}}", gap.weight.clamp(1, 9999), answers.join("~"))
}

fn choices(shape: &Shape<'_>, id: ChoiceId, worth: &BTreeMap<ChoiceId, Weight>) -> Vec<Worth> {
    let shown = shape.text.gaps.get(&id).map(Vec::as_slice).unwrap_or_default();
    let one = |choice: &crate::questions::rules::Choice| Worth {
        text: html_out(&choice.html),
        weight: clamped(worth.get(&choice.id).copied().unwrap_or_default()),
        feedback: shape.after(choice.id),
    };
    shown.iter().map(one).collect()
}

fn answer(worth: &Worth) -> String {
    let mut text = match worth.weight {
        // A sign at the beginning would be taken for one of weight.
        weight if worth.text.starts_with(['=', '%']) => format!("%{}%", number::percent(weight)),
        Weight::WHOLE => "=".to_owned(),
        Weight(0) => String::new(),
        weight => format!("%{}%", number::percent(weight)),
    };
    text.push_str(&escaped(&worth.text));
    if !worth.feedback.is_empty() {
        let _ = write!(text, "#{}", escaped(&worth.feedback));
    }
    text
}

/// Signs of the notation with a backslash, and a backslash where it would be taken for one of those.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let doubled = character == '\\' && characters.peek().is_none_or(|next| "}#~/\"\\".contains(*next));
        if doubled || "}#~".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
