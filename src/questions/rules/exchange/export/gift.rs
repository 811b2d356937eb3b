//! GIFT.

use super::shape::{Shape, Worth};
use super::{html_out, prose_out};
use crate::questions::rules::exchange::names::category_path;
use crate::questions::rules::exchange::number;
use crate::questions::rules::{AcceptedNumber, Answer, ChoiceId, Question, Weight};
use std::fmt::Write;

pub(super) fn category(parts: &[String]) -> String {
    format!("$CATEGORY: {}\n\n", escaped(&category_path(parts)))
}

/// The question, and whether all of it went along; nothing for a kind that GIFT does not have.
pub(super) fn question(shape: &Shape<'_>) -> Option<(String, bool)> {
    let answers = answers(shape)?;
    let mut text = format!("// [id:{}]", shape.key);
    for tag in &shape.tags {
        let tag = tag.replace('\\', "\\\\").replace(']', "\\]");
        let _ = write!(text, " [tag:{tag}]");
    }
    let explanation = match shape.explanation.as_str() {
        "" => String::new(),
        html => format!("\n\t####{}", marked(html)),
    };
    let lines = if answers.contains('\n') || !explanation.is_empty() { "\n" } else { "" };
    let (name, body) = (escaped(&shape.name), escaped(&shape.body));
    let _ = write!(text, "\n::{name}::[html]{body}{{{answers}{explanation}{lines}}}\n\n");
    Some((text, is_complete(shape)))
}

fn answers(shape: &Shape<'_>) -> Option<String> {
    let mut text = String::new();
    match &shape.question.answer {
        Answer::One(_) | Answer::OneWeighted(_) | Answer::Many(_) | Answer::ManyWeighted(_) => {
            let (single, choices) = shape.choices();
            // One sign of a right choice says that one is taken; without any of a wrong one, words are typed.
            let right = choices.iter().position(|choice| choice.weight == Weight::WHOLE);
            for (place, choice) in choices.iter().enumerate() {
                answer(&mut text, single && Some(place) == right, choice, true);
            }
        }
        Answer::TrueFalse(right) => {
            let (fine, wrong) = (shape.after(ChoiceId::TRUE), shape.after(ChoiceId::FALSE));
            let (fine, wrong) = if *right { (fine, wrong) } else { (wrong, fine) };
            text.push(if *right { 'T' } else { 'F' });
            if !fine.is_empty() || !wrong.is_empty() {
                let _ = write!(text, "#{}", marked(&wrong));
            }
            if !fine.is_empty() {
                let _ = write!(text, "#{}", marked(&fine));
            }
        }
        Answer::Text(texts) => {
            for one in shape.accepted(texts) {
                answer(&mut text, true, &one, false);
            }
        }
        Answer::Number { value, tolerance, also, .. } => {
            let first = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
            numbers(&mut text, shape, &shape.numbers(first, also));
        }
        Answer::Match(joined) => {
            for (left, right) in shape.pairs(joined) {
                let left = marked(&left.replace("->", "-&gt;"));
                let _ = write!(text, "\n\t={left} -> {}", escaped(&right));
            }
        }
        Answer::Essay { .. } => {}
        Answer::Order(_) | Answer::Gaps(_) | Answer::Scale => return None,
    }
    Some(text)
}

fn answer(text: &mut String, is_right: bool, worth: &Worth, is_html: bool) {
    let usual = if is_right { Weight::WHOLE } else { Weight(0) };
    text.push_str(if is_right { "\n\t=" } else { "\n\t~" });
    // A percent sign at the beginning would be taken for a weight.
    if worth.weight != usual || worth.text.starts_with('%') {
        let _ = write!(text, "%{}%", number::percent(worth.weight));
    }
    // What is typed may begin with a bracket, and is no markup then.
    text.push_str(if !is_html && worth.text.starts_with('[') { "[plain]" } else { "" });
    text.push_str(&if is_html { marked(&worth.text) } else { escaped(&worth.text) });
    if !worth.feedback.is_empty() {
        let _ = write!(text, "#{}", marked(&worth.feedback));
    }
}

fn numbers(text: &mut String, shape: &Shape<'_>, accepted: &[(AcceptedNumber, String)]) {
    text.push('#');
    for (one, said) in accepted {
        text.push_str("\n\t=");
        if one.weight != Weight::WHOLE {
            let _ = write!(text, "%{}%", number::percent(one.weight));
        }
        let _ = write!(text, "{}:{}", one.value, one.tolerance);
        if !said.is_empty() {
            let _ = write!(text, "#{}", marked(said));
        }
    }
    let [_, _, wrong] = shape.outcome();
    if !wrong.is_empty() {
        let _ = write!(text, "\n\t=%0%*#{}", marked(&wrong));
    }
}

/// HTML in the markup of its question; a bracket at its beginning would be taken for another markup.
fn marked(html: &str) -> String {
    if html.starts_with('[') { format!("[html]{}", escaped(html)) } else { escaped(html) }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '\n' {
            out.push_str("\\n");
            continue;
        }
        if "\\~=#{}:".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Whether nothing of the question has to stay behind.
fn is_complete(shape: &Shape<'_>) -> bool {
    let (question, text) = (shape.question, shape.text);
    let plain_answer = match &question.answer {
        Answer::Number { units, .. } => units.is_empty() && text.unit.is_none(),
        Answer::Text(texts) => !texts.case_matters,
        Answer::Essay { min_words, max_words } => {
            min_words.is_none()
                && max_words.is_none()
                && text.template.is_empty()
                && prose_out(&text.marking_notes_html).is_empty()
        }
        Answer::Match(_) => text.columns.is_none(),
        _ => true,
    };
    let [right, partly, wrong] = shape.outcome();
    let is_number = matches!(question.answer, Answer::Number { .. });
    plain_answer
        && right.is_empty()
        && partly.is_empty()
        && (wrong.is_empty() || is_number)
        && question.points == 1
        && question.penalty == Question::USUAL_PENALTY
        && text.hints_html.iter().all(|hint| html_out(hint).is_empty())
        && !shape.shows_images()
        && shape.is_whole()
}
