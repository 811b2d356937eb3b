//! Reads lists with a box before each item: `[x]` is right, `[ ]` is not, `[50%]` is worth half. A quote under an
//! item is said to whoever answers so.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::questions::rules::folding::{fits, is_wild, sample};
use crate::questions::rules::{AcceptedText, AcceptedTexts, Decimal, Weight};
use comrak::nodes::{Node, NodeValue};

/// One item.
pub(super) struct Marked<'a> {
    /// Where it stands.
    pub line: u32,
    /// What it is worth.
    pub weight: Weight,
    /// Whether the worth is written in percent.
    pub weighed: bool,
    /// Its words, without the box.
    pub words: Node<'a>,
    /// What is said to it; may be empty.
    pub feedback: String,
}

/// Whether a list has boxes.
pub(super) fn has_boxes(list: Node<'_>) -> bool {
    list.children().any(|item| {
        let is_task = matches!(item.data().value, NodeValue::TaskItem(_));
        is_task || item.first_child().is_some_and(|words| percent_of(words).is_some())
    })
}

/// Reads the items; `None` when one of them has faults.
pub(super) fn items<'a>(list: Node<'a>, page: &mut Page) -> Option<Vec<Marked<'a>>> {
    let read: Vec<_> = list.children().map(|item| marked(item, page)).collect();
    read.into_iter().collect()
}

fn marked<'a>(item: Node<'a>, page: &mut Page) -> Option<Marked<'a>> {
    let line = page.line(item);
    let parts: Vec<_> = item.children().collect();
    let (words, feedback) = match parts.as_slice() {
        [words] => (*words, String::new()),
        [words, quote] if matches!(quote.data().value, NodeValue::BlockQuote) => {
            (*words, markdown::blocks(quote.children(), false))
        }
        _ => {
            page.add(line, Code::ChoiceShape, item.collect_text());
            return None;
        }
    };
    if !matches!(words.data().value, NodeValue::Paragraph) {
        page.add(line, Code::ChoiceShape, item.collect_text());
        return None;
    }
    let ticked = match &item.data().value {
        NodeValue::TaskItem(task) => Some(task.symbol.is_some()),
        _ => None,
    };
    let (weight, weighed) = match (ticked, percent_of(words)) {
        (Some(ticked), _) => (if ticked { Weight::WHOLE } else { Weight(0) }, false),
        (None, Some(percent)) => {
            let Some(weight) = weight(&percent) else {
                page.add(line, Code::WeightSyntax, format!("[{percent}]"));
                return None;
            };
            cut_box(words);
            (weight, true)
        }
        (None, None) => {
            page.add(line, Code::ChoiceShape, "without a box");
            return None;
        }
    };
    Some(Marked { line, weight, weighed, words, feedback })
}

/// What a box with percent holds.
fn percent_of(words: Node<'_>) -> Option<String> {
    let first = words.first_child()?;
    let data = first.data();
    let NodeValue::Text(text) = &data.value else { return None };
    let (inside, _) = text.strip_prefix('[')?.split_once(']')?;
    inside.ends_with('%').then(|| inside.to_owned())
}

fn cut_box(words: Node<'_>) {
    let Some(first) = words.first_child() else { return };
    let mut data = first.data_mut();
    if let NodeValue::Text(text) = &mut data.value {
        let rest = text.split_once(']').map_or("", |(_, rest)| rest).trim_start().to_owned();
        *text = rest.into();
    }
}

/// `50%`, `-25 %`, `33,33333%`: ten-millionths out of millionths of a percent.
fn weight(text: &str) -> Option<Weight> {
    let percent = Decimal::parse(text.trim_end_matches('%'))?;
    let weight = Weight(i32::try_from(percent.0 / 10).ok()?);
    (-Weight::WHOLE.0..=Weight::WHOLE.0).contains(&weight.0).then_some(weight)
}

/// The words of an item as they are written in the file: in a typed answer a star is no emphasis.
pub(super) fn written(item: &Marked<'_>, page: &Page) -> String {
    let lines = page.source(item.words);
    let after_box = |line: &str| line.split_once(']').map_or("", |(_, rest)| rest).trim().to_owned();
    let first = lines.first().map(|line| after_box(line)).unwrap_or_default();
    let rest = lines.iter().skip(1).map(|line| line.trim().to_owned());
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Accepted texts, the first that fits counts. Notes an answer that an earlier one takes away, and a list
/// without a fully right one.
pub(super) fn texts(items: &[Marked<'_>], case_matters: bool, page: &mut Page) -> Option<AcceptedTexts> {
    let mut accepted: Vec<AcceptedText> = Vec::new();
    let mut faultless = true;
    for item in items {
        let pattern = written(item, page);
        let simplest = sample(&pattern);
        let taken = accepted.iter().any(|one| fits(&one.pattern, &simplest, case_matters));
        if pattern.is_empty() {
            page.add(item.line, Code::TextEmpty, "an accepted answer");
            faultless = false;
        } else if taken && !is_wild(&pattern) {
            page.add(item.line, Code::AcceptedHidden, pattern.clone());
            faultless = false;
        }
        accepted.push(AcceptedText { pattern, weight: item.weight });
    }
    if let Some(first) = items.first()
        && !items.iter().any(|item| item.weight == Weight::WHOLE)
    {
        page.add(first.line, Code::RightMissing, "");
        faultless = false;
    }
    faultless.then_some(AcceptedTexts { accepted, case_matters })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worths_are_percent_up_to_a_whole_in_either_direction() {
        let read =
            [("50%", 5_000_000), ("33.33333%", 3_333_333), ("-25 %", -2_500_000), ("100%", 10_000_000)];
        for (text, expected) in read {
            assert_eq!(weight(text), Some(Weight(expected)), "{text}");
        }
        for faulty in ["%", "x%", "101%", "-100,1%", "1/3%"] {
            assert_eq!(weight(faulty), None, "{faulty}");
        }
    }
}
