//! Reads the quotes after the answer of a question: the explanation, and those that begin with a word in braces.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::read::sections::take_braces;
use crate::questions::rules::OutcomeTexts;
use comrak::nodes::{Node, NodeValue};

/// What is said about a question besides asking it.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pub explanation: String,
    pub hints: Vec<String>,
    pub outcome: Option<OutcomeTexts>,
    pub marking: String,
}

/// Reads the quotes; anything else there is stray.
pub(super) fn read(after: &[Node], is_essay: bool, page: &mut Page) -> Quotes {
    let mut quotes = Quotes::default();
    for node in after {
        let line = page.line(node);
        if matches!(node.data().value, NodeValue::BlockQuote) {
            quotes.add(node, is_essay, page);
        } else if !matches!(node.data().value, NodeValue::Heading(_)) {
            page.add(line, Code::TextStray, "after the choices");
        }
    }
    quotes
}

impl Quotes {
    fn add(&mut self, quote: Node<'_>, is_essay: bool, page: &mut Page) {
        let words = quote.first_child().and_then(take_braces);
        let html = markdown::blocks(quote.children(), false);
        let mut outcome = |change: fn(&mut OutcomeTexts, &str)| {
            change(self.outcome.get_or_insert_with(OutcomeTexts::default), &html);
        };
        match words.as_deref() {
            None => self.explanation.push_str(&html),
            Some([word]) => match word.as_str() {
                "hint" => self.hints.push(html),
                "right" => outcome(|texts, html| texts.right_html.push_str(html)),
                "partly" => outcome(|texts, html| texts.partly_html.push_str(html)),
                "wrong" => outcome(|texts, html| texts.wrong_html.push_str(html)),
                "marking" if is_essay => self.marking.push_str(&html),
                other => page.add(page.line(quote), Code::QuoteWord, other.to_owned()),
            },
            Some(words) => page.add(page.line(quote), Code::QuoteWord, words.join(" ")),
        }
    }
}
