//! What the version before holds, by the Markdown that it is shown as: a text that nobody touched keeps its HTML
//! to the letter, whatever it was made from.

use crate::questions::rules::question::{Question, QuestionText};
use crate::questions::rules::source::{self, Notes};
use crate::questions::rules::to_markdown::to_markdown;
use std::collections::HashMap;

/// HTML by its Markdown; a line and a text that read alike are two things.
#[derive(Debug, Default)]
pub(super) struct Known {
    lines: HashMap<String, String>,
    texts: HashMap<String, String>,
}

impl Known {
    /// Of a version.
    pub(super) fn of(question: Option<&Question>) -> Known {
        let mut known = Known::default();
        let by_markdown = |html: &String| (to_markdown(html), html.clone());
        for text in question.into_iter().flat_map(|question| question.texts.values()) {
            known.lines.extend(lines(text).into_iter().map(by_markdown));
            known
                .texts
                .extend(blocks(text).into_iter().map(|html| (one_line(&to_markdown(html)), html.clone())));
            known.texts.extend(blocks(text).into_iter().map(by_markdown));
        }
        known
    }

    /// The HTML of a line.
    pub(super) fn inline(&self, text: &str, notes: Notes<'_>) -> String {
        self.lines.get(text).cloned().unwrap_or_else(|| source::inline(text, notes))
    }

    /// The HTML of a text.
    pub(super) fn blocks(&self, text: &str, notes: Notes<'_>) -> String {
        self.texts.get(text).cloned().unwrap_or_else(|| source::blocks(text, notes))
    }
}

/// A text where there is room for one line only.
pub(super) fn one_line(markdown: &str) -> String {
    markdown.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn lines(text: &QuestionText) -> Vec<&String> {
    let choices = text.choices.iter().chain(&text.rights).chain(text.gaps.values().flatten());
    let headings = text.columns.iter().flat_map(|(left, right)| [left, right]);
    std::iter::once(&text.prompt_html).chain(choices.map(|choice| &choice.html)).chain(headings).collect()
}

fn blocks(text: &QuestionText) -> Vec<&String> {
    let said = text.outcome.iter().flat_map(|said| [&said.right_html, &said.partly_html, &said.wrong_html]);
    let feedback = text.choice_feedback.values().chain(text.accepted_feedback.values());
    [&text.detail_html, &text.explanation_html, &text.marking_notes_html]
        .into_iter()
        .chain(feedback)
        .chain(&text.hints_html)
        .chain(said)
        .collect()
}
