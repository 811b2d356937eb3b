//! Aiken: a question, its choices by letters, the letter of the right one. As Moodle documents it:
//! <https://docs.moodle.org/en/Aiken_format>.

use super::Code;
use super::desk::Desk;
use super::draft::{Draft, Form, Weighed};
use super::html::{self, Markup};
use crate::questions::rules::Weight;

/// Whether a text has the line that every Aiken question ends with.
pub(super) fn looks_like(text: &str) -> bool {
    let otherwise = |line: &str| is_answer_otherwise(line.trim());
    text.lines().any(|line| right_letter(line.trim()).is_some())
        || (!text.contains('{')
            && text.lines().any(otherwise)
            && text.lines().any(|line| choice(line.trim()).is_some()))
}

#[derive(Default)]
struct Open {
    line: u32,
    asked: String,
    choices: Vec<(u32, char, String)>,
}

pub(super) fn read(text: &str, desk: &mut Desk) {
    let mut open = Open::default();
    // What follows a question without its answer could be the rest of it: up to an empty line nothing is taken.
    let mut is_spoiled = false;
    let mut after_empty = false;
    for (line, number) in text.lines().map(str::trim).zip(1u32..) {
        if line.is_empty() {
            (is_spoiled, after_empty) = (false, true);
            continue;
        }
        let begins = std::mem::take(&mut after_empty);
        if let Some(letter) = right_letter(line) {
            if !std::mem::take(&mut is_spoiled) {
                finish(std::mem::take(&mut open), (number, letter), desk);
            }
        } else if is_spoiled {
            continue;
        } else if is_answer_otherwise(line) && (open.asked.is_empty() || !open.choices.is_empty()) {
            desk.name(number, Code::AnswerWord, line);
            open = Open::default();
        } else if let Some((letter, choice)) = choice(line).filter(|_| !open.asked.is_empty()) {
            open.choices.push((number, letter, choice.to_owned()));
        } else if open.choices.is_empty() {
            if open.asked.is_empty() {
                open.line = number;
            } else {
                open.asked.push('\n');
            }
            open.asked.push_str(line);
        } else {
            desk.add(open.line, Code::AnswerMissing, &[]);
            is_spoiled = !begins;
            open = Open::default();
            if begins {
                (open.line, open.asked) = (number, line.to_owned());
            }
        }
    }
    if !open.asked.is_empty() {
        desk.add(open.line, Code::AnswerMissing, &[]);
    }
}

fn finish(open: Open, (line, letter): (u32, String), desk: &mut Desk) {
    let before = desk.faults();
    if open.asked.is_empty() {
        desk.add(line, Code::TextEmpty, &[]);
        return;
    }
    for ((number, written, _), expected) in open.choices.iter().zip('A'..='Z') {
        if *written != expected {
            desk.add(*number, Code::ChoiceOrder, &[("expected", expected.to_string())]);
        }
    }
    let right = letter.chars().next().filter(|_| letter.chars().count() == 1).map(latin);
    if !open.choices.is_empty() && !open.choices.iter().any(|(_, written, _)| Some(*written) == right) {
        desk.name(line, Code::AnswerUnknown, &letter);
    }
    let mut choices = Vec::new();
    for (number, written, text) in open.choices {
        let weight = if Some(written) == right { Weight::WHOLE } else { Weight(0) };
        let text = desk.noted(number, html::inline(&text, Markup::Plain)).unwrap_or_default();
        choices.push(Weighed { line: number, text, weight, feedback: String::new() });
    }
    let html = desk.noted(open.line, html::clean(&open.asked, Markup::Plain)).unwrap_or_default();
    if desk.faults() == before {
        let form = Form::Choices { single: true, choices };
        desk.take(Draft { html, ..Draft::new(open.line, form) });
    }
}

/// What follows `ANSWER:`.
fn right_letter(line: &str) -> Option<String> {
    let (word, letter) = line.split_once(':')?;
    (word.trim() == "ANSWER").then(|| letter.trim().to_uppercase())
}

/// Whether a line names the right answer, but not as the format has it.
fn is_answer_otherwise(line: &str) -> bool {
    let Some((word, letter)) = line.split_once(':') else { return false };
    word.trim().eq_ignore_ascii_case("answer") && letter.trim().chars().count() <= 2
}

/// A letter with a dot or bracket, and the choice after it. Cyrillic letters that look the same are taken too.
fn choice(line: &str) -> Option<(char, &str)> {
    let mut characters = line.chars();
    let letter = latin(characters.next()?);
    let rest = characters.as_str().strip_prefix(['.', ')'])?;
    (letter.is_ascii_uppercase() && rest.starts_with(char::is_whitespace)).then_some((letter, rest.trim()))
}

fn latin(letter: char) -> char {
    match letter {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        letter => letter,
    }
}
