//! Divides a quiz or a case at its `## {key}` headings.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{Page, is_heading};
use crate::programmes::rules::table::{At, is_key};
use comrak::nodes::{Node, NodeValue};

/// A heading with its braces, and the blocks under it.
pub(in crate::programmes::rules) struct Part<'a> {
    /// The heading, without the braces.
    pub heading: Node<'a>,
    pub line: u32,
    /// What the braces hold, divided at spaces; the first is the key.
    pub key: Option<At<String>>,
    pub words: Vec<String>,
    pub blocks: Vec<Node<'a>>,
}

/// Divides a text at its headings of level 2. Notes text before the first one and headings without braces.
pub(in crate::programmes::rules) fn divide<'a>(root: Node<'a>, page: &mut Page) -> Vec<Part<'a>> {
    let mut parts: Vec<Part> = Vec::new();
    for node in root.children() {
        if is_heading(node, 2) {
            parts.push(part(node, page));
        } else if let Some(part) = parts.last_mut() {
            part.blocks.push(node);
        } else {
            let (line, code) = (page.line(node), stray(node));
            page.add(line, code, "before the first ## heading");
        }
    }
    parts
}

fn stray(node: Node) -> Code {
    match node.data().value {
        NodeValue::Heading(_) => Code::HeadingLevel,
        _ => Code::TextStray,
    }
}

fn part<'a>(heading: Node<'a>, page: &mut Page) -> Part<'a> {
    let line = page.line(heading);
    let mut words = take_braces(heading).unwrap_or_default().into_iter();
    let key = match words.next() {
        None => {
            page.add(line, Code::BraceMissing, heading.collect_text());
            None
        }
        Some(key) if is_key(&key) => Some(At { value: key, line }),
        Some(key) => {
            page.add(line, Code::KeySyntax, key);
            None
        }
    };
    Part { heading, line, key, words: words.collect(), blocks: Vec::new() }
}

/// Cuts `{…}` off the beginning of a heading or cell, and divides it at spaces.
pub(in crate::programmes::rules) fn take_braces(node: Node<'_>) -> Option<Vec<String>> {
    let mut data = node.first_child()?.data_mut();
    let NodeValue::Text(text) = &mut data.value else { return None };
    let (inside, rest) = text.trim_start().strip_prefix('{')?.split_once('}')?;
    let words = inside.split_whitespace().map(str::to_owned).collect();
    let rest = rest.trim_start().to_owned();
    *text = rest.into();
    Some(words)
}
