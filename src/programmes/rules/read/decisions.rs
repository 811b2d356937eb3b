//! Reads what stands under `### {question}`: choices `- {key -> stage}`, or `{text -> stage}`, and `{timeout -> stage}`.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::read::sections::{Part, take_braces};
use crate::programmes::rules::stages::{Branch, Decision};
use crate::programmes::rules::table::{At, is_key};
use comrak::nodes::{Node, NodeValue};

/// What the blocks under `### {question}` say.
#[derive(Default)]
pub(super) struct Asked<'a> {
    pub detail: Vec<Node<'a>>,
    pub choices: Vec<(At<String>, Branch, String)>,
    pub text: Option<At<String>>,
    pub timeout: Option<At<String>>,
    /// Something could not be read and is named.
    pub broken: bool,
}

/// Reads what stands under the question.
pub(super) fn read<'a>(blocks: &[Node<'a>], page: &mut Page) -> Asked<'a> {
    let mut asked = Asked::default();
    for block in blocks {
        if matches!(block.data().value, NodeValue::List(_)) && is_choices(block) {
            asked.take_list(block, page);
        } else if !asked.take_line(block, page) {
            let line = page.line(block);
            if asked.is_decided() {
                page.add(line, Code::TextStray, "after the decision");
                asked.broken = true;
            }
            asked.detail.push(block);
        }
    }
    asked
}

/// A list is one of choices when any of its items begins with braces; others belong to the question.
fn is_choices(list: Node) -> bool {
    list.children().any(|item| item.collect_text().trim_start().starts_with('{'))
}

/// What the braces of a lead say: what decides, and where it leads.
fn lead(node: Node, page: &mut Page) -> Option<(String, At<String>)> {
    let line = page.line(node);
    let words = take_braces(node)?;
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [key, "->" | "→", next] if is_key(key) && is_key(next) => {
            Some(((*key).to_owned(), At { value: (*next).to_owned(), line }))
        }
        [key, "->" | "→", next] => {
            page.add(line, Code::KeySyntax, format!("{key} -> {next}"));
            None
        }
        words => {
            page.add(line, Code::ChoiceTarget, words.join(" "));
            None
        }
    }
}

impl<'a> Asked<'a> {
    fn is_decided(&self) -> bool {
        !self.choices.is_empty() || self.text.is_some()
    }

    /// Where everything leads, with its line.
    pub(super) fn leads(&self) -> Vec<At<String>> {
        let choices = self.choices.iter().map(|(at, ..)| at.clone());
        choices.chain(self.text.clone()).chain(self.timeout.clone()).collect()
    }

    fn take_list(&mut self, list: Node<'a>, page: &mut Page) {
        for item in list.children() {
            let line = page.line(item);
            let parts: Vec<_> = item.children().collect();
            let [words] = parts.as_slice() else {
                page.add(line, Code::ChoiceShape, item.collect_text());
                self.broken = true;
                continue;
            };
            if !words.collect_text().trim_start().starts_with('{') {
                page.add(line, Code::ChoiceTarget, words.collect_text());
                self.broken = true;
                continue;
            }
            let Some((key, next)) = lead(words, page) else {
                self.broken = true;
                continue;
            };
            let html = markdown::inline(words);
            if html.is_empty() {
                page.add(line, Code::TextEmpty, key.clone());
            }
            if self.choices.iter().any(|(_, known, _)| known.key == key) {
                page.add(line, Code::KeyRepeated, key.clone());
            }
            self.choices.push((next.clone(), Branch { key, next: next.value }, html));
        }
    }

    /// Takes a line `{text -> stage}` or `{timeout -> stage}`; `false` for any other block.
    fn take_line(&mut self, block: Node<'a>, page: &mut Page) -> bool {
        let text = block.collect_text();
        let is_line =
            matches!(block.data().value, NodeValue::Paragraph) && text.trim_start().starts_with('{');
        if !is_line {
            return false;
        }
        let line = page.line(block);
        match lead(block, page) {
            Some((word, next)) if word == "text" && self.text.is_none() => self.text = Some(next),
            Some((word, next)) if word == "timeout" && self.timeout.is_none() => self.timeout = Some(next),
            Some((word, _)) => {
                page.add(line, Code::StageWord, word);
                self.broken = true;
            }
            None => self.broken = true,
        }
        if !block.collect_text().trim().is_empty() {
            page.add(line, Code::TextStray, block.collect_text());
        }
        true
    }

    /// What is decided; noted where it is nothing, or more than one thing.
    pub(super) fn decision(&self, (part, key): (&Part, &str), page: &mut Page) -> Option<Decision> {
        match (&self.text, self.choices.len()) {
            (Some(next), 0) => Some(Decision::Text { next: next.value.clone() }),
            (None, 2..) => {
                let branches = self.choices.iter().map(|(_, branch, _)| branch.clone()).collect();
                Some(Decision::Choice { branches })
            }
            // What could not be read is named already.
            (None, 0) if self.broken => None,
            (None, 1) if self.broken => None,
            (None, 1) => {
                page.add(part.line, Code::ChoicesTooFew, key);
                None
            }
            _ => {
                page.add(part.line, Code::StageDecision, key);
                None
            }
        }
    }
}
