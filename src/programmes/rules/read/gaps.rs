//! Reads the gaps of a text: a numbered list with an item for each, under the number what fills it.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::read::answer::distinct;
use crate::programmes::rules::read::marked::{self, Marked};
use crate::programmes::rules::read::number;
use crate::programmes::rules::read::sections::take_braces;
use crate::questions::rules::{AcceptedNumber, AcceptedTexts, Weight};
use comrak::nodes::{Node, NodeValue};

/// One gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GapDraft {
    pub weight: u32,
    pub right: GapRight,
}

/// What fills a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum GapRight {
    Choice { choices: Vec<String>, worths: Vec<Weight>, feedback: Vec<String> },
    Text(AcceptedTexts),
    Number(Vec<AcceptedNumber>),
}

/// What the braces of a gap say.
#[derive(Default)]
struct GapWish {
    text: bool,
    case: bool,
    number: bool,
    weight: Option<u32>,
}

/// Reads the gaps; `None` when one has faults.
pub(super) fn read(list: Node<'_>, page: &mut Page) -> Option<Vec<GapDraft>> {
    let gaps: Vec<_> = list.children().map(|item| gap(item, page)).collect();
    gaps.into_iter().collect()
}

fn gap(item: Node<'_>, page: &mut Page) -> Option<GapDraft> {
    let line = page.line(item);
    let parts: Vec<_> = item.children().collect();
    let (wish, list) = match parts.as_slice() {
        [list] if is_list(*list) => (GapWish::default(), *list),
        [words, list] if is_list(*list) => (wish(words, line, page)?, *list),
        _ => {
            page.add(line, Code::GapShape, item.collect_text());
            return None;
        }
    };
    let items = marked::items(list, page)?;
    let right = right(&wish, &items, page)?;
    Some(GapDraft { weight: wish.weight.unwrap_or(1), right })
}

fn is_list(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::List(_)) && marked::has_boxes(node)
}

fn wish(words: Node<'_>, line: u32, page: &mut Page) -> Option<GapWish> {
    let said = take_braces(words);
    let mut wish = GapWish::default();
    if said.is_none() || !words.collect_text().trim().is_empty() {
        page.add(line, Code::GapShape, words.collect_text());
        return None;
    }
    for word in said.unwrap_or_default() {
        let weight = word.strip_prefix("weight=").and_then(|weight| weight.parse::<u32>().ok());
        match (word.as_str(), weight) {
            ("text", _) => wish.text = true,
            ("case", _) => wish.case = true,
            ("number", _) => wish.number = true,
            (_, Some(1..=100)) => wish.weight = weight,
            _ => {
                page.add(line, Code::GapShape, word);
                return None;
            }
        }
    }
    if (wish.case && !wish.text) || (wish.text && wish.number) {
        page.add(line, Code::GapShape, "case belongs to text; text and number exclude each other");
        return None;
    }
    Some(wish)
}

fn right(wish: &GapWish, items: &[Marked<'_>], page: &mut Page) -> Option<GapRight> {
    let typed = wish.text || wish.number;
    for item in items.iter().filter(|item| typed && !item.feedback.is_empty()) {
        page.add(item.line, Code::ChoiceShape, "a typed gap has no remarks");
    }
    if wish.text {
        return marked::texts(items, wish.case, page).map(GapRight::Text);
    }
    if wish.number {
        let numbers = number::listed(items, page)?;
        let right = &numbers.right;
        if right.unit.is_some() {
            page.add(items.first()?.line, Code::NumberSyntax, "a gap has no unit: write it in the text");
            return None;
        }
        let first = AcceptedNumber { value: right.value, tolerance: right.tolerance, weight: Weight::WHOLE };
        return Some(GapRight::Number(std::iter::once(first).chain(numbers.also).collect()));
    }
    chosen(items, page)
}

fn chosen(items: &[Marked<'_>], page: &mut Page) -> Option<GapRight> {
    let first = items.first()?;
    let texts: Vec<_> = items.iter().map(|item| (item.line, item.words)).collect();
    let mut faultless = distinct(&texts, Code::ChoiceRepeated, page);
    if items.len() < 2 {
        page.add(first.line, Code::ChoicesTooFew, "");
        faultless = false;
    }
    if !items.iter().any(|item| item.weight == Weight::WHOLE) {
        page.add(first.line, Code::RightMissing, "");
        faultless = false;
    }
    faultless.then(|| GapRight::Choice {
        choices: items.iter().map(|item| markdown::inline(item.words)).collect(),
        worths: items.iter().map(|item| item.weight).collect(),
        feedback: items.iter().map(|item| item.feedback.clone()).collect(),
    })
}

/// Whether the text has the mark of each gap once and no other.
pub(super) fn fit_the_text(gaps: usize, detail_html: &str) -> bool {
    let marks = detail_html.split("[[").skip(1).filter_map(|rest| rest.split_once("]]"));
    let mut found: Vec<usize> = marks.filter_map(|(inside, _)| inside.parse().ok()).collect();
    found.sort_unstable();
    found.into_iter().eq(1..=gaps)
}
