//! One question of a GIFT file.

use super::{Block, Code, Desk, unmask};
use crate::questions::rules::OutcomeTexts;
use crate::questions::rules::exchange::draft::{Draft, Form};
use crate::questions::rules::exchange::html::{self, Markup};

/// What is being read.
pub(super) struct Page<'b, 'd> {
    pub(super) block: &'b Block,
    /// How the question is marked up, and what is in it unless it says otherwise.
    pub(super) markup: Markup,
    pub(super) desk: &'d mut Desk,
    /// Said after a wrong answer.
    pub(super) after_wrong: String,
}

impl Page<'_, '_> {
    pub(super) fn add(&mut self, piece: &str, code: Code) {
        self.desk.add(self.block.line_of(piece), code, &[]);
    }

    pub(super) fn name(&mut self, piece: &str, code: Code, text: &str) {
        self.desk.name(self.block.line_of(piece), code, &unmask(text));
    }

    /// Inline HTML of a choice.
    pub(super) fn inline(&mut self, piece: &str) -> String {
        let (markup, text) = marked(piece, self.markup);
        let text = unmask(text);
        let html = html::inline(&text, markup);
        self.shown(piece, (&text, markup), html).unwrap_or_default()
    }

    /// Block HTML of what is said after an answer.
    pub(super) fn prose(&mut self, piece: &str) -> String {
        let (markup, text) = marked(piece, self.markup);
        let text = unmask(text);
        let html = html::prose(&text, markup);
        self.shown(piece, (&text, markup), html).unwrap_or_default()
    }

    /// A text, with its images named: GIFT carries none.
    fn shown(
        &mut self,
        piece: &str,
        (source, markup): (&str, Markup),
        html: Result<String, Code>,
    ) -> Option<String> {
        let line = self.block.line_of(piece);
        self.desk.elements_shown(line, source, markup);
        let html = self.desk.noted(line, html)?;
        Some(self.desk.images_shown(line, html))
    }
}

/// The markup named in brackets at the beginning of a text.
pub(super) fn marked(text: &str, otherwise: Markup) -> (Markup, &str) {
    let text = text.trim();
    let word = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    word.and_then(|(word, rest)| Some((Markup::of_word(word)?, rest))).unwrap_or((otherwise, text))
}

pub(super) fn read(block: &Block, desk: &mut Desk) -> Option<Draft> {
    let mut page = Page { block, markup: Markup::Moodle, desk, after_wrong: String::new() };
    let (name, body) = name(&mut page)?;
    let (before, inner, after) = parts(body, &mut page)?;
    let space = if before.ends_with(char::is_whitespace) { " " } else { "" };
    let (markup, before) = marked(before, Markup::Moodle);
    page.markup = markup;
    let line = block.line();
    let is_last = after.trim().is_empty();
    let asked = if is_last { before.to_owned() } else { format!("{before}{space}_____{after}") };
    let asked = unmask(&asked);
    let html = html::clean(&asked, markup);
    let html = page.shown(&block.text, (&asked, markup), html)?;
    let (answers, explanation) = inner.split_once("####").unwrap_or((inner, ""));
    let explanation_html = page.prose(explanation);
    let form = page.form(answers)?;
    let (id, tags) = labels(&block.comments);
    let outcome = OutcomeTexts { wrong_html: page.after_wrong, ..OutcomeTexts::default() };
    Some(Draft { name, id, tags, html, explanation_html, outcome, ..Draft::new(line, form) })
}

/// The name between double colons, and what follows it.
fn name<'b>(page: &mut Page<'b, '_>) -> Option<(String, &'b str)> {
    let text = page.block.text.as_str();
    let Some(named) = text.strip_prefix("::") else { return Some((String::new(), text)) };
    match named.split_once("::") {
        Some((name, rest)) => Some((unmask(name), rest)),
        None => {
            page.name(text, Code::NameOpen, named);
            None
        }
    }
}

/// What stands before the braces, in them, and after them.
fn parts<'b>(body: &'b str, page: &mut Page<'b, '_>) -> Option<(&'b str, &'b str, &'b str)> {
    let from = |at: usize| body.get(at..).unwrap_or_default();
    let Some(open) = body.find('{') else {
        match body.find('}') {
            Some(stray) => page.add(from(stray), Code::BraceStray),
            None => page.desk.name(page.block.line(), Code::KindUnsupported, "description"),
        }
        return None;
    };
    let (before, rest) = body.split_at_checked(open)?;
    if let Some(stray) = before.find('}') {
        page.add(from(stray), Code::BraceStray);
        return None;
    }
    let Some((inner, after)) = rest.get(1..).and_then(|rest| rest.split_once('}')) else {
        page.add(rest, Code::BraceOpen);
        return None;
    };
    if inner.contains('{') {
        page.add(rest, Code::BraceOpen);
        return None;
    }
    if let Some(next) = after.find(['{', '}']) {
        let next = after.get(next..).unwrap_or_default();
        let code = if next.starts_with('{') { Code::BraceTwice } else { Code::BraceStray };
        page.add(next, code);
        return None;
    }
    Some((before, inner, after))
}

/// `[id:…]` and `[tag:…]` of the comments above a question.
fn labels(comments: &[String]) -> (Option<String>, Vec<String>) {
    let (mut id, mut tags) = (None, Vec::new());
    for comment in comments {
        let mut rest = comment.as_str();
        while let Some(at) = rest.find('[') {
            rest = rest.get(at + 1..).unwrap_or_default();
            let (label, is_id) = match (rest.strip_prefix("id:"), rest.strip_prefix("tag:")) {
                (Some(label), _) => (label, true),
                (None, Some(label)) => (label, false),
                (None, None) => continue,
            };
            let Some((value, after)) = label_value(label) else { break };
            if is_id {
                id = Some(value);
            } else {
                tags.push(value);
            }
            rest = after;
        }
    }
    (id, tags)
}

/// A value up to the bracket that closes it; `\]` is a bracket of its own.
fn label_value(label: &str) -> Option<(String, &str)> {
    let end = label
        .match_indices(']')
        .map(|(at, _)| at)
        .find(|at| !label.get(..*at).is_some_and(|before| before.ends_with('\\')))?;
    let (value, after) = label.split_at_checked(end)?;
    Some((unmask(&value.replace("\\]", "]")), after))
}

impl Page<'_, '_> {
    /// Nothing between the braces asks for an essay.
    fn form(&mut self, answers: &str) -> Option<Form> {
        if answers.trim().is_empty() {
            let (template, notes_html) = (String::new(), String::new());
            return Some(Form::Essay { min_words: None, max_words: None, template, notes_html });
        }
        self.answered(answers)
    }
}
