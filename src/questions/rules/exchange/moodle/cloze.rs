//! Gaps written into the text: `{2:MULTICHOICE:=right#fine~%50%half~wrong}`. As Moodle documents it:
//! <https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type>.

use super::Code;
use super::page::Page;
use crate::questions::rules::exchange::draft::{Form, GapDraft, GapForm, Weighed};
use crate::questions::rules::exchange::html::{self, Markup};
use crate::questions::rules::exchange::number;
use crate::questions::rules::{AcceptedNumber, Decimal, Weight};

#[derive(Clone, Copy)]
enum Kind {
    Choice,
    Text {
        case_matters: bool,
    },
    Number,
    /// Boxes to tick: there are none of them in a text here.
    Several,
}

/// The text with its gaps marked, the gaps, and the sum of their weights.
pub(super) fn read(page: &mut Page<'_, '_>) -> Option<(String, Form, u32)> {
    let element = page.element.child("questiontext")?;
    let (raw, markup) = page.raw(element);
    let (mut text, mut gaps, mut rest) = (String::new(), Vec::new(), raw.as_str());
    while let Some((before, marked)) = rest.split_once('{') {
        text.push_str(&html::without_marks(before));
        let Some((weight, kind, body)) = head(marked, page)? else {
            // As text it would show the answer to those who are asked.
            if is_nearly_gap(marked) {
                page.desk.name(page.element.line, Code::GapSyntax, &format!("{{{marked}"));
                return None;
            }
            text.push('{');
            rest = marked;
            continue;
        };
        let Some((answers, after)) = body_end(body) else {
            page.desk.name(page.element.line, Code::GapSyntax, marked);
            return None;
        };
        gaps.push(GapDraft { line: page.element.line, weight, form: gap(kind, answers, page)? });
        text.push_str(&format!("[[{}]]", gaps.len()));
        rest = after;
        if gaps.len() > 200 {
            page.desk.add(page.element.line, Code::ChoicesTooMany, &[("most", "200".to_owned())]);
            return None;
        }
    }
    text.push_str(&html::without_marks(rest));
    page.desk.elements_shown(element.line, &text, markup);
    let html = page.desk.noted(element.line, html::clean(&text, markup))?;
    let html = page.desk.images_shown(element.line, html);
    let points = gaps.iter().map(|gap| gap.weight).sum::<u32>().max(1);
    Some((html, Form::Gaps(gaps), points))
}

/// Weight, kind and what follows them; the inner `None` where a brace begins no gap.
fn head<'t>(marked: &'t str, page: &mut Page<'_, '_>) -> Option<Option<(u32, Kind, &'t str)>> {
    let digits = marked.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let Some(rest) = marked.get(digits..).and_then(|rest| rest.strip_prefix(':')) else { return Some(None) };
    let letters = rest.bytes().take(24).take_while(|b| b.is_ascii_uppercase() || *b == b'_').count();
    let (word, body) = rest.split_at_checked(letters).unwrap_or(("", rest));
    let Some(body) = body.strip_prefix(':').filter(|_| !word.is_empty()) else { return Some(None) };
    let weight = marked.get(..digits).and_then(|digits| digits.parse().ok()).unwrap_or(1).max(1);
    let kind = match word {
        "SHORTANSWER" | "SA" | "MW" => Kind::Text { case_matters: false },
        "SHORTANSWER_C" | "SAC" | "MWC" => Kind::Text { case_matters: true },
        "NUMERICAL" | "NM" => Kind::Number,
        _ if word.starts_with("MULTIRESPONSE") || word.starts_with("MR") => Kind::Several,
        "MC" | "MCS" | "MCV" | "MCVS" | "MCH" | "MCHS" => Kind::Choice,
        _ if word.starts_with("MULTICHOICE") => Kind::Choice,
        _ => {
            page.desk.name(page.element.line, Code::KindUnsupported, word);
            return None;
        }
    };
    if matches!(kind, Kind::Several) {
        page.desk.name(page.element.line, Code::KindUnsupported, word);
        return None;
    }
    // Upright, lying or shuffled: here a gap is a list to choose from, in the author's order.
    if word.ends_with(['V', 'H', 'S']) {
        page.layout_lost(word);
    }
    Some(Some((weight, kind, body)))
}

/// Whether somebody has meant a gap, ` 1 : multichoice :`, that the other system does not take for one either.
fn is_nearly_gap(marked: &str) -> bool {
    let space = |c: char| c.is_whitespace() || c == '\u{a0}';
    let rest = marked.trim_start_matches(space).trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(rest) = rest.trim_start_matches(space).strip_prefix(':') else { return false };
    let word = rest.trim_start_matches(space);
    let after = word.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '_');
    after.len() < word.len() && after.trim_start_matches(space).starts_with(':')
}

/// What stands before the brace that closes a gap, and after it.
fn body_end(body: &str) -> Option<(&str, &str)> {
    let end = unescaped(body, '}').next()?;
    Some((body.get(..end)?, body.get(end + 1..)?))
}

/// Where a sign stands without a backslash before it.
fn unescaped(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut escaped = false;
    text.char_indices().filter_map(move |(at, character)| {
        let was = escaped;
        escaped = character == '\\' && !was;
        (character == sign && !was).then_some(at)
    })
}

fn plain_signs(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match characters.peek() {
            Some(next) if character == '\\' && "}#~/\"\\".contains(*next) => shown.extend(characters.next()),
            _ => shown.push(character),
        }
    }
    shown
}

/// One answer of a gap: weight, text, what is said after it.
fn parts(piece: &str, page: &mut Page<'_, '_>) -> Option<(Weight, String, String)> {
    let piece = piece.trim();
    let (weight, rest) = match (piece.strip_prefix('='), piece.strip_prefix('%')) {
        (Some(rest), _) => (Weight::WHOLE, rest),
        (None, Some(weighed)) => {
            let (text, rest) = weighed.split_once('%').unwrap_or((weighed, ""));
            match number::weight(text) {
                Some(Ok(weight)) => (weight, rest),
                Some(Err(())) => {
                    page.desk.name(page.element.line, Code::WeightRange, text);
                    return None;
                }
                None => {
                    page.desk.name(page.element.line, Code::WeightSyntax, text);
                    return None;
                }
            }
        }
        (None, None) => (Weight(0), piece),
    };
    let sign = unescaped(rest, '#').find(|at| !rest.get(..*at).is_some_and(|text| text.ends_with('&')));
    let (text, said) = match sign {
        Some(at) => (rest.get(..at)?, rest.get(at + 1..)?),
        None => (rest, ""),
    };
    Some((weight, plain_signs(text), plain_signs(said)))
}

fn gap(kind: Kind, answers: &str, page: &mut Page<'_, '_>) -> Option<GapForm> {
    let line = page.element.line;
    let mut starts: Vec<usize> = unescaped(answers, '~').collect();
    starts.push(answers.len());
    let (mut texts, mut numbers, mut from) = (Vec::new(), Vec::new(), 0);
    for end in starts {
        let piece = answers.get(from..end)?;
        from = end + 1;
        if piece.trim().is_empty() {
            continue;
        }
        let (weight, text, said) = parts(piece, page)?;
        if matches!(kind, Kind::Number) {
            lost(&said, page);
            numbers.extend(accepted_number(weight, &text, page)?);
            continue;
        }
        let is_choice = matches!(kind, Kind::Choice);
        let html = page.desk.noted(line, html::inline(&text, Markup::Html))?;
        let feedback = page.desk.noted(line, html::prose(&said, Markup::Html))?;
        if !is_choice {
            lost(&said, page);
        }
        let text = if is_choice { html } else { html::plain(&html) };
        texts.push(Weighed { line, text, weight, feedback });
    }
    Some(match kind {
        Kind::Number => GapForm::Number(numbers),
        Kind::Text { case_matters } => GapForm::Text { accepted: texts, case_matters },
        Kind::Choice | Kind::Several => GapForm::Choice(texts),
    })
}

/// What is said after something typed has no place in a text with gaps.
fn lost(said: &str, page: &mut Page<'_, '_>) {
    if !said.trim().is_empty() {
        page.desk.name(page.element.line, Code::FeedbackLost, &html::plain(said));
    }
}

/// `23.8:0.1`; nothing for the star that stands for any other number.
fn accepted_number(weight: Weight, text: &str, page: &mut Page<'_, '_>) -> Option<Option<AcceptedNumber>> {
    let html = page.desk.noted(page.element.line, html::inline(text, Markup::Html))?;
    let text = html::plain(&html);
    if text == "*" && weight.0 <= 0 {
        return Some(None);
    }
    let (value, tolerance) = text.split_once(':').unwrap_or((&text, "0"));
    let line = page.element.line;
    let value = page.number(line, value)?;
    let tolerance = Decimal(page.number(line, tolerance)?.0.abs());
    Some(Some(AcceptedNumber { value, tolerance, weight }))
}
