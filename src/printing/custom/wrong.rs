//! What is wrong with a template of an organisation, and where.

use crate::printing::world::{CUSTOM_SOURCE, Job, NO_PACKAGES};
use serde::{Deserialize, Serialize};
use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpan, FileId, LinkedNode, Source, SyntaxKind};
use typst::{World, WorldExt};

/// The most faults told at once.
const MOST: usize = 10;

/// Something wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateFault {
    /// The file.
    pub file: String,
    /// The line in it, counted from 1; none where it is about the whole.
    pub line: Option<usize>,
    /// What.
    pub wrong: Wrong,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    /// A field of this name does not exist.
    UnknownField(String),
    /// A word that is neither a field nor a function.
    UnknownWord(String),
    /// A file that a template cannot reach.
    NoSuchFile(String),
    /// An import of a package.
    Packages,
    /// Letters that our fonts lack.
    Glyphs(String),
    /// A font that is not ours.
    Font(String),
    /// Text beyond the edge of its page.
    BeyondPage {
        /// The page, counted from 1.
        page: usize,
        /// The text, or its beginning.
        text: String,
    },
    /// Two texts over one another: a line runs out of its column.
    Overlapping {
        /// The page, counted from 1.
        page: usize,
        /// The text, or its beginning.
        text: String,
    },
    /// A text that does not fit into its block in any size.
    TooTall,
    /// More pages than a paper may have.
    Pages(usize),
    /// It computes for longer than so many seconds.
    Slow(u64),
    /// Other templates compute for too long.
    Busy,
    /// It wants more memory than a paper may have.
    Memory,
    /// It brings the engine down.
    Crashed,
    /// The file has no title, because the template sets it to none.
    NoTitle,
    /// It sets its page itself, so that the page does not move with the blank.
    SetPage,
    /// A picture without a word for readers who cannot see it.
    NoAlt,
    /// Anything else, in the words of the engine.
    Engine(String),
}

impl TemplateFault {
    /// A fault without a place.
    pub fn of_whole(wrong: Wrong) -> TemplateFault {
        TemplateFault { file: CUSTOM_SOURCE.to_owned(), line: None, wrong }
    }
}

/// What the engine says, each with the place in the template that led to it.
pub(super) fn told(job: &Job<'_>, diagnostics: &[SourceDiagnostic]) -> Vec<TemplateFault> {
    let fault = |diagnostic: &SourceDiagnostic| {
        let called = diagnostic.trace.iter().map(|point| DiagSpan::from(point.span));
        let spans: Vec<DiagSpan> = std::iter::once(diagnostic.span).chain(called).collect();
        let mut places = spans.iter().filter_map(|span| place(job, *span));
        let own = places.clone().find(|(file, _)| file == CUSTOM_SOURCE);
        let wrong = wrong_of(&diagnostic.message);
        // A text that does not fit is measured by a file of ours, which is not where its author can mend it.
        let elsewhere = || places.next().filter(|_| wrong != Wrong::TooTall);
        match own.or_else(elsewhere) {
            Some((file, line)) => TemplateFault { file, line: Some(line), wrong },
            None => TemplateFault::of_whole(wrong),
        }
    };
    let mut faults: Vec<TemplateFault> = diagnostics.iter().map(fault).collect();
    faults.dedup();
    faults.truncate(MOST);
    faults
}

/// Where a template sets its page itself, counted in lines from 1.
pub(super) fn page_set_at(text: &str) -> Option<usize> {
    let source = Source::detached(text);
    let place = set_page(&LinkedNode::new(source.root()))?;
    Some(source.lines().byte_to_line(place)? + 1)
}

fn set_page(node: &LinkedNode<'_>) -> Option<usize> {
    let text = (node.kind() == SyntaxKind::SetRule).then(|| node.full_text());
    let sets = text.as_deref().and_then(|text| text.strip_prefix("set"));
    if sets.is_some_and(|rest| rest.trim_start().starts_with("page(")) {
        return Some(node.offset());
    }
    node.children().find_map(|child| set_page(&child))
}

/// File and line of a span.
pub(super) fn place(job: &Job<'_>, span: DiagSpan) -> Option<(String, usize)> {
    let id: FileId = span.id()?;
    let source = job.source(id).ok()?;
    let line = source.lines().byte_to_line(job.range(span)?.start)?;
    Some((id.vpath().get_without_slash().to_owned(), line + 1))
}

/// The engine speaks English to programmers; what it says most often is told in the words of the house.
fn wrong_of(message: &str) -> Wrong {
    let rest = |before: &str| message.strip_prefix(before).map(str::to_owned);
    let until = |text: String, end: char| text.split(end).next().unwrap_or_default().to_owned();
    if let Some(field) = rest("dictionary does not contain key \"") {
        Wrong::UnknownField(until(field, '"'))
    } else if let Some(word) = rest("unknown variable: ") {
        Wrong::UnknownWord(word)
    } else if let Some(path) = rest("file not found (searched at ") {
        Wrong::NoSuchFile(until(path, ')'))
    } else if let Some(path) = rest("path `\"").filter(|_| message.contains("escape the project root")) {
        Wrong::NoSuchFile(until(path, '"'))
    } else if let Some(family) = rest("unknown font family: ") {
        Wrong::Font(family)
    } else if message.contains(NO_PACKAGES) {
        Wrong::Packages
    } else if message.contains("missing document title") {
        Wrong::NoTitle
    } else if message.contains("missing alt text") {
        Wrong::NoAlt
    } else if message.contains("the text does not fit on the page") {
        Wrong::TooTall
    } else {
        Wrong::Engine(message.to_owned())
    }
}
