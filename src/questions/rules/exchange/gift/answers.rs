//! What stands between the braces.

use super::question::{Page, marked};
use super::{Code, unmask};
use crate::questions::rules::exchange::draft::{Form, Pair, Weighed};
use crate::questions::rules::exchange::html::{self, Markup};
use crate::questions::rules::exchange::number;
use crate::questions::rules::{AcceptedNumber, Decimal, Weight};

/// An answer with its sign.
struct Piece<'b> {
    /// From the sign on.
    whole: &'b str,
    is_right: bool,
    body: &'b str,
}

impl Page<'_, '_> {
    /// The kind is told as Moodle tells it: by the first sign that fits.
    pub(super) fn answered(&mut self, answers: &str) -> Option<Form> {
        let trimmed = answers.trim();
        if let Some(numbers) = trimmed.strip_prefix('#') {
            return self.numbers(numbers);
        }
        if trimmed.contains('~') {
            return self.choices(trimmed);
        }
        if trimmed.contains('=') && trimmed.contains("->") {
            return self.pairs(trimmed);
        }
        let (word, said) = trimmed.split_once('#').unwrap_or((trimmed, ""));
        match word.trim().to_uppercase().as_str() {
            "T" | "TRUE" => Some(self.true_false(true, said)),
            "F" | "FALSE" => Some(self.true_false(false, said)),
            _ => self.texts(trimmed),
        }
    }

    /// The first text is said after a wrong answer, the second after a right one.
    fn true_false(&mut self, right: bool, said: &str) -> Form {
        let (wrong, fine) = said.split_once('#').unwrap_or((said, ""));
        let (wrong, fine) = (self.prose(wrong), self.prose(fine));
        let (after_true, after_false) = if right { (fine, wrong) } else { (wrong, fine) };
        Form::TrueFalse { right, after_true, after_false }
    }

    fn choices(&mut self, answers: &str) -> Option<Form> {
        let pieces = self.pieces(answers)?;
        let single = pieces.iter().any(|piece| piece.is_right);
        let mut choices = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let (weight, rest) = self.weight(&piece)?;
            let (text, said) = rest.split_once('#').unwrap_or((rest, ""));
            let line = self.block.line_of(piece.whole);
            choices.push(Weighed { line, text: self.inline(text), weight, feedback: self.prose(said) });
        }
        Some(Form::Choices { single, choices })
    }

    fn texts(&mut self, answers: &str) -> Option<Form> {
        let mut accepted = Vec::new();
        for piece in self.pieces_after_first(answers) {
            let (weight, rest) = self.weight(&piece)?;
            let (text, said) = rest.split_once('#').unwrap_or((rest, ""));
            let line = self.block.line_of(piece.whole);
            let text = self.typed(text);
            accepted.push(Weighed { line, text, weight, feedback: self.prose(said) });
        }
        Some(Form::Text { accepted, case_matters: false })
    }

    /// A text as it would be typed: the mark of its markup is none of it.
    fn typed(&mut self, piece: &str) -> String {
        let (markup, text) = marked(piece, Markup::Plain);
        let text = unmask(text).trim().to_owned();
        if matches!(markup, Markup::Plain | Markup::Markdown) {
            return text;
        }
        let line = self.block.line_of(piece);
        self.desk.elements_shown(line, &text, markup);
        html::plain(&self.desk.noted(line, html::clean(&text, markup)).unwrap_or_default())
    }

    fn pairs(&mut self, answers: &str) -> Option<Form> {
        let mut pairs = Vec::new();
        for piece in self.pieces(answers)? {
            let Some((left, right)) = piece.body.split_once("->") else {
                self.name(piece.whole, Code::PairIncomplete, piece.body);
                return None;
            };
            let right = unmask(right).split_whitespace().collect::<Vec<_>>().join(" ");
            let line = self.block.line_of(piece.whole);
            pairs.push(Pair { line, left: self.inline(left), right });
        }
        Some(Form::Match(pairs))
    }

    fn numbers(&mut self, answers: &str) -> Option<Form> {
        let mut accepted = Vec::new();
        for piece in self.pieces_after_first(answers) {
            let (weight, rest) = self.weight(&piece)?;
            let (text, said) = rest.split_once('#').unwrap_or((rest, ""));
            let said = self.prose(said);
            let text = unmask(text).trim().to_owned();
            // Any other number, to be told why it is wrong.
            if weight.0 <= 0 && matches!(text.as_str(), "" | "*") {
                self.after_wrong = said;
                continue;
            }
            let (value, tolerance) = self.number(piece.whole, &text)?;
            accepted.push((AcceptedNumber { value, tolerance, weight }, said));
        }
        Some(Form::Number { accepted, units: Vec::new(), unit: None })
    }

    /// `3.14`, `3.14:0.01` or `1..5`.
    fn number(&mut self, piece: &str, text: &str) -> Option<(Decimal, Decimal)> {
        let (one, other, is_range) = match text.split_once("..") {
            Some((low, high)) => (low, high, true),
            None => {
                let (value, tolerance) = text.split_once(':').unwrap_or((text, "0"));
                (value, tolerance, false)
            }
        };
        let (Some((one, rounded)), Some((other, rounded_too))) =
            (number::decimal(one), number::decimal(other))
        else {
            self.name(piece, Code::NumberSyntax, text);
            return None;
        };
        if rounded || rounded_too {
            self.name(piece, Code::NumberRounded, text);
        }
        if !is_range && other.0 >= 0 {
            return Some((one, other));
        }
        if is_range && one.0 <= other.0 {
            let middle = (one.0 + other.0).div_euclid(2);
            return Some((Decimal(middle), Decimal(other.0 - middle)));
        }
        let code = if is_range { Code::RangeReversed } else { Code::NumberSyntax };
        self.name(piece, code, text);
        None
    }

    /// The answers by their signs; text before the first sign is none.
    fn pieces<'b>(&mut self, answers: &'b str) -> Option<Vec<Piece<'b>>> {
        let (before, pieces) = split(answers);
        if !before.is_empty() {
            self.name(answers, Code::AnswerSign, before);
            return None;
        }
        Some(pieces)
    }

    /// The answers of a question that is typed into: the first right one needs no sign, as in `{Grant}`. Of a number
    /// without any sign, what stands there is the answer, even when that is nothing.
    fn pieces_after_first<'b>(&self, answers: &'b str) -> Vec<Piece<'b>> {
        let (before, mut pieces) = split(answers);
        if !before.is_empty() || pieces.is_empty() {
            pieces.insert(0, Piece { whole: before, is_right: true, body: before });
        }
        pieces
    }

    /// The weight between percent signs, or what the sign says, and what follows it.
    fn weight<'b>(&mut self, piece: &Piece<'b>) -> Option<(Weight, &'b str)> {
        let usual = if piece.is_right { Weight::WHOLE } else { Weight(0) };
        let written = piece.body.trim_start().strip_prefix('%').and_then(|rest| rest.split_once('%'));
        let Some((text, rest)) = written else { return Some((usual, piece.body)) };
        match number::weight(text) {
            Some(Ok(weight)) => Some((weight, rest)),
            Some(Err(())) => {
                self.name(piece.whole, Code::WeightRange, text);
                None
            }
            None if text.contains(char::is_whitespace) => Some((usual, piece.body)),
            None => {
                self.name(piece.whole, Code::WeightSyntax, text);
                None
            }
        }
    }
}

/// What stands before the first sign, and the answers by their signs.
fn split(answers: &str) -> (&str, Vec<Piece<'_>>) {
    let signs: Vec<usize> = answers.match_indices(['=', '~']).map(|(at, _)| at).collect();
    let first = signs.first().copied().unwrap_or(answers.len());
    let before = answers.get(..first).unwrap_or_default().trim();
    let ends = signs.iter().skip(1).copied().chain([answers.len()]);
    let pieces = signs.iter().zip(ends).filter_map(|(from, to)| {
        let whole = answers.get(*from..to)?;
        Some(Piece { whole, is_right: whole.starts_with('='), body: whole.get(1..)? })
    });
    (before, pieces.collect())
}
