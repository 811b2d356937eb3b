//! A question as lines of plain words: for the search, for the difference of two versions, for lists.

use super::answer::{AcceptedNumber, AcceptedTexts, Answer, ChoiceId, Gap, GapAnswer};
use super::decimal::Weight;
use super::folding::fold;
use super::question::{Choice, Question, QuestionText};
use crate::kernel::Language;
use crate::render::markup::text_of;
use std::collections::BTreeMap;

/// What a line of a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What is asked.
    Prompt,
    /// The text under it.
    Detail,
    /// What can be chosen, ordered or joined.
    Choices,
    /// What is right.
    Right,
    /// Why.
    Explanation,
    /// What is said after an answer.
    Feedback,
    /// Points and penalty.
    Points,
    /// What an essay begins with, and what its marker looks for.
    Essay,
}

impl Part {
    /// Its part in Fluent keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Prompt => "prompt",
            Part::Detail => "detail",
            Part::Choices => "choices",
            Part::Right => "right",
            Part::Explanation => "explanation",
            Part::Feedback => "feedback",
            Part::Points => "points",
            Part::Essay => "essay",
        }
    }
}

/// The longest text that is searched, in characters.
const LONGEST: usize = 6000;

/// The words of a question in every language and what it is called, in the form in which words are compared.
pub fn search_fold(question: &Question, name: Option<&str>) -> String {
    let mut words = format!("{} {}", question.key, name.unwrap_or_default());
    for text in question.texts.values() {
        let choices = text.choices.iter().chain(&text.rights).chain(text.gaps.values().flatten());
        let html =
            [&text.prompt_html, &text.detail_html].into_iter().chain(choices.map(|choice| &choice.html));
        for html in html {
            words.push(' ');
            words.push_str(&text_of(html));
        }
    }
    fold(&words.chars().take(LONGEST).collect::<String>(), false)
}

/// The words of what is asked, for a reader.
pub fn title(question: &Question, reader: Language) -> String {
    question.text(reader).map(|(_, text)| text_of(&text.prompt_html)).unwrap_or_default()
}

/// Every line of a question, by what it is about and the language; what is the same in all has none.
pub fn lines(question: &Question) -> BTreeMap<(Part, Option<Language>), String> {
    let mut lines = BTreeMap::new();
    for (language, text) in &question.texts {
        let feedback = text.choice_feedback.values().chain(text.accepted_feedback.values());
        let outcome =
            text.outcome.iter().flat_map(|said| [&said.right_html, &said.partly_html, &said.wrong_html]);
        let said: Vec<String> =
            feedback.chain(outcome).chain(&text.hints_html).map(|html| text_of(html)).collect();
        let parts = [
            (Part::Prompt, text_of(&text.prompt_html)),
            (Part::Detail, text_of(&text.detail_html)),
            (Part::Choices, choices(question, text)),
            (Part::Right, right(question, text)),
            (Part::Explanation, text_of(&text.explanation_html)),
            (Part::Feedback, said.join(" ").trim().to_owned()),
            (
                Part::Essay,
                format!("{} {}", text.template, text_of(&text.marking_notes_html)).trim().to_owned(),
            ),
        ];
        lines.extend(parts.into_iter().map(|(part, text)| ((part, Some(*language)), text)));
    }
    lines.insert((Part::Points, None), format!("{} −{}%", question.points, percent(question.penalty)));
    lines.retain(|_, text| !text.is_empty());
    lines
}

/// What is right, in words of one language; empty where nothing is, or where a person says.
pub fn right(question: &Question, text: &QuestionText) -> String {
    let said = |id: ChoiceId| words_of(&text.choices, id);
    let worth = |(id, weight): (&ChoiceId, &Weight)| format!("{} ({} %)", said(*id), percent(*weight));
    let joined = |parts: Vec<String>| parts.join("; ");
    match &question.answer {
        Answer::One(id) => said(*id),
        Answer::Many(ids) => joined(ids.iter().map(|id| said(*id)).collect()),
        Answer::OneWeighted(worths) | Answer::ManyWeighted(worths) => {
            joined(worths.iter().map(worth).collect())
        }
        Answer::TrueFalse(right) => said(if *right { ChoiceId::TRUE } else { ChoiceId::FALSE }),
        Answer::Number { value, tolerance, also, .. } => {
            let first = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
            let numbers = std::iter::once(&first).chain(also).map(number);
            format!("{} {}", joined(numbers.collect()), text.unit.clone().unwrap_or_default())
                .trim()
                .to_owned()
        }
        Answer::Order(ids) => {
            joined((1..).zip(ids).map(|(place, id): (usize, _)| format!("{place}. {}", said(*id))).collect())
        }
        Answer::Match(pairs) => {
            let pair = |(left, right): (&ChoiceId, &ChoiceId)| {
                format!("{} – {}", said(*left), words_of(&text.rights, *right))
            };
            joined(pairs.iter().map(pair).collect())
        }
        Answer::Text(texts) => accepted(texts),
        Answer::Gaps(gaps) => {
            joined(gaps.iter().map(|(id, one)| format!("[[{}]] {}", id.0, gap(text, *id, one))).collect())
        }
        Answer::Scale | Answer::Essay { .. } => String::new(),
    }
}

fn gap(text: &QuestionText, id: ChoiceId, gap: &Gap) -> String {
    match &gap.right {
        GapAnswer::Choice(worths) => {
            let choices = text.gaps.get(&id).map(Vec::as_slice).unwrap_or_default();
            let good = worths.iter().filter(|(_, weight)| weight.0 > 0);
            good.map(|(id, _)| words_of(choices, *id)).collect::<Vec<_>>().join(" / ")
        }
        GapAnswer::Text(texts) => accepted(texts),
        GapAnswer::Number(numbers) => numbers.iter().map(number).collect::<Vec<_>>().join(" / "),
    }
}

fn choices(question: &Question, text: &QuestionText) -> String {
    if matches!(question.answer, Answer::Order(_)) {
        // The right order says the same once more.
        return String::new();
    }
    let of_gaps = text.gaps.values().flatten();
    let scale = text.scale.iter().flat_map(|ends| [ends.lowest.clone(), ends.highest.clone()]);
    let html = text.choices.iter().chain(&text.rights).chain(of_gaps).map(|choice| text_of(&choice.html));
    html.chain(scale).collect::<Vec<_>>().join("; ")
}

fn accepted(texts: &AcceptedTexts) -> String {
    let one = |text: &super::answer::AcceptedText| match text.weight {
        Weight::WHOLE => text.pattern.clone(),
        weight => format!("{} ({} %)", text.pattern, percent(weight)),
    };
    texts.accepted.iter().map(one).collect::<Vec<_>>().join(" / ")
}

fn number(number: &AcceptedNumber) -> String {
    let tolerance = if number.tolerance.0 == 0 { String::new() } else { format!(" ± {}", number.tolerance) };
    let worth = if number.weight == Weight::WHOLE {
        String::new()
    } else {
        format!(" ({} %)", percent(number.weight))
    };
    format!("{}{tolerance}{worth}", number.value)
}

fn words_of(choices: &[Choice], id: ChoiceId) -> String {
    choices.iter().find(|choice| choice.id == id).map(|choice| text_of(&choice.html)).unwrap_or_default()
}

/// A weight in percent, exactly, with a dot.
pub fn percent(weight: Weight) -> String {
    super::decimal::Decimal(i64::from(weight.0) * 10).to_string()
}
