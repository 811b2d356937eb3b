//! Reads the block of a question that says how it is answered: boxes, a number, a numbered list, a table of
//! pairs, a scale, accepted answers, or gaps.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::read::form::Form;
use crate::programmes::rules::read::question::{Wish, name};
use crate::programmes::rules::read::sections::Part;
use crate::programmes::rules::read::{gaps, marked, number};
use crate::programmes::rules::words::QuestionKind;
use crate::questions::rules::{ScaleLabels, Weight};
use comrak::nodes::{ListType, Node, NodeValue};
use std::collections::BTreeSet;

/// The shapes a block can be answered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Boxes,
    Scale,
    Number,
    Ordered,
    Table,
}

/// The place of the answer among the blocks of a question: boxes wherever they stand, else the line of a
/// scale or number, else the last numbered list or table. Notes a question without, or with several.
pub(super) fn find(part: &Part, wish: Wish, page: &mut Page) -> Option<usize> {
    let shapes: Vec<_> = part.blocks.iter().map(|block| shape_of(*block, wish)).collect();
    let all = |wanted: Shape| (0..shapes.len()).filter(move |at| shapes.get(*at) == Some(&Some(wanted)));
    let is_gaps = wish.kind == Some(QuestionKind::Gaps);
    for wanted in [Shape::Boxes, Shape::Scale, Shape::Number].into_iter().filter(|_| !is_gaps) {
        let places: Vec<_> = all.clone()(wanted).collect();
        for extra in places.iter().skip(1).filter_map(|at| part.blocks.get(*at)) {
            let line = page.line(extra);
            page.add(line, Code::AnswerTwice, name(part));
        }
        if let Some(first) = places.first() {
            return Some(*first);
        }
    }
    let last = all.clone()(Shape::Ordered).chain(all(Shape::Table).filter(|_| !is_gaps)).max();
    if last.is_none() {
        page.add(part.line, Code::AnswerMissing, name(part));
    }
    last
}

/// Reads the answer; `None` when it has faults.
pub(super) fn read(block: Node<'_>, wish: Wish, part: &Part, page: &mut Page) -> Option<Form> {
    let shape = shape_of(block, wish)?;
    let line = page.line(block);
    let fits = match wish.kind {
        None => true,
        Some(QuestionKind::Scale) => shape == Shape::Scale,
        Some(QuestionKind::Gaps) => shape == Shape::Ordered,
        Some(QuestionKind::Number) => matches!(shape, Shape::Boxes | Shape::Number),
        Some(_) => shape == Shape::Boxes,
    };
    if !fits {
        let is_scale = wish.kind == Some(QuestionKind::Scale);
        page.add(line, if is_scale { Code::ScaleScored } else { Code::AnswerMismatch }, name(part));
        return None;
    }
    match (shape, wish.kind) {
        (Shape::Boxes, Some(QuestionKind::Text)) => {
            let items = marked::items(block, page)?;
            let texts = marked::texts(&items, wish.case, page)?;
            Some(Form::Text { texts, feedback: items.into_iter().map(|item| item.feedback).collect() })
        }
        (Shape::Boxes, Some(QuestionKind::Number)) => {
            number::listed(&marked::items(block, page)?, page).map(Form::Number)
        }
        (Shape::Boxes, _) => boxes(block, wish, page),
        (Shape::Scale, _) => scale(&block.collect_text(), line, page),
        (Shape::Number, _) => number::short(&block.collect_text(), line, page).map(Form::Number),
        (Shape::Ordered, Some(QuestionKind::Gaps)) => gaps::read(block, page).map(Form::Gaps),
        (Shape::Ordered, _) => ordered(block, page),
        (Shape::Table, _) => pairs(block, page),
    }
}

/// Notes gaps that the text does not show, and marks of none.
pub(super) fn checked(form: Form, detail_html: &str, line: u32, page: &mut Page) -> Option<Form> {
    if let Form::Gaps(gaps) = &form
        && !gaps::fit_the_text(gaps.len(), detail_html)
    {
        page.add(line, Code::GapMarks, format!("{} in the list", gaps.len()));
        return None;
    }
    Some(form)
}

fn shape_of(block: Node, wish: Wish) -> Option<Shape> {
    match &block.data().value {
        NodeValue::List(list) => match (marked::has_boxes(block), list.list_type) {
            (true, _) => Some(Shape::Boxes),
            (false, ListType::Ordered) => Some(Shape::Ordered),
            (false, ListType::Bullet) => None,
        },
        NodeValue::Table(_) => Some(Shape::Table),
        NodeValue::Paragraph => {
            let text = block.collect_text();
            let begins_scale = wish.kind == Some(QuestionKind::Scale) && text.trim_start().starts_with('1');
            if begins_scale {
                return Some(Shape::Scale);
            }
            text.trim_start().starts_with('=').then_some(Shape::Number)
        }
        _ => None,
    }
}

fn boxes(block: Node<'_>, wish: Wish, page: &mut Page) -> Option<Form> {
    let line = page.line(block);
    let items = marked::items(block, page)?;
    let texts: Vec<_> = items.iter().map(|item| (item.line, item.words)).collect();
    let mut faultless = distinct(&texts, Code::ChoiceRepeated, page);
    if items.len() < 2 {
        page.add(line, Code::ChoicesTooFew, "");
        faultless = false;
    }
    let worths: Vec<Weight> = items.iter().map(|item| item.weight).collect();
    let whole = worths.iter().filter(|worth| **worth == Weight::WHOLE).count();
    let weighed = items.iter().any(|item| item.weighed);
    let kind = match wish.kind {
        Some(kind) => kind,
        None if whole > 1 => QuestionKind::Many,
        None => QuestionKind::One,
    };
    if kind == QuestionKind::TrueFalse && faultless && (items.len() != 2 || whole != 1 || weighed) {
        page.add(line, Code::TrueFalseShape, format!("{} choices, {whole} marked", items.len()));
        return None;
    }
    let gives = whole > 0 || (kind == QuestionKind::Many && worths.iter().any(|worth| worth.0 > 0));
    if !gives {
        page.add(line, Code::RightMissing, "");
        return None;
    }
    let choices = items.iter().map(|item| markdown::inline(item.words)).collect();
    let feedback = items.into_iter().map(|item| item.feedback).collect();
    faultless.then_some(Form::Choices { kind, choices, worths, weighed, feedback })
}

fn ordered(block: Node, page: &mut Page) -> Option<Form> {
    let items: Vec<_> = block.children().collect();
    choices(&items, page).map(|choices| Form::Order { choices })
}

/// The texts of list items: each one paragraph, at least two, none twice.
fn choices(items: &[Node], page: &mut Page) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut faultless = true;
    for item in items {
        let paragraphs: Vec<_> = item.children().collect();
        match paragraphs.as_slice() {
            [one] if matches!(one.data().value, NodeValue::Paragraph) => texts.push((page.line(item), *one)),
            _ => {
                let line = page.line(item);
                page.add(line, Code::ChoiceShape, item.collect_text());
                faultless = false;
            }
        }
    }
    if let Some(first) = items.first()
        && items.len() < 2
    {
        let line = page.line(first);
        page.add(line, Code::ChoicesTooFew, "");
        faultless = false;
    }
    faultless &= distinct(&texts, Code::ChoiceRepeated, page);
    faultless.then(|| texts.into_iter().map(|(_, node)| markdown::inline(node)).collect())
}

/// Notes texts that stand twice, whatever their case and spaces, and empty ones.
pub(super) fn distinct(texts: &[(u32, Node)], code: Code, page: &mut Page) -> bool {
    let mut seen = BTreeSet::new();
    let mut faultless = true;
    for (line, node) in texts {
        let text = node.collect_text();
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let has_image = node.descendants().any(|one| matches!(one.data().value, NodeValue::Image(_)));
        if folded.is_empty() && !has_image {
            page.add(*line, Code::TextEmpty, "a choice");
            faultless = false;
        } else if !seen.insert((folded, markdown::inline(node).contains("<img"))) {
            page.add(*line, code, text);
            faultless = false;
        }
    }
    faultless
}

fn pairs(block: Node, page: &mut Page) -> Option<Form> {
    let mut rows = Vec::new();
    for row in block.children() {
        let cells: Vec<_> = row.children().collect();
        let line = page.line(row);
        match cells.as_slice() {
            [left, right] => rows.push((line, *left, *right)),
            cells => {
                page.add(line, Code::MatchShape, format!("{} columns", cells.len()));
                return None;
            }
        }
    }
    let mut rows = rows.into_iter();
    let (_, left_head, right_head) = rows.next()?;
    let (lefts, rights): (Vec<_>, Vec<_>) =
        rows.map(|(line, left, right)| ((line, left), (line, right))).unzip();
    if lefts.len() < 2 {
        let line = page.line(block);
        page.add(line, Code::ChoicesTooFew, "pairs");
        return None;
    }
    let lefts_fine = distinct(&lefts, Code::ChoiceRepeated, page);
    let rights_fine = distinct(&rights, Code::MatchRepeated, page);
    let html = |cells: Vec<(u32, Node)>| cells.into_iter().map(|(_, cell)| markdown::inline(cell)).collect();
    (lefts_fine && rights_fine).then(|| Form::Pairs {
        lefts: html(lefts),
        rights: html(rights),
        columns: (markdown::inline(left_head), markdown::inline(right_head)),
    })
}

fn scale(text: &str, line: u32, page: &mut Page) -> Option<Form> {
    let labels = parse_scale(text);
    if labels.is_none() {
        page.add(line, Code::ScaleSyntax, text.trim());
    }
    labels.map(Form::Scale)
}

/// `1 – 5: lowest label / highest label`.
fn parse_scale(text: &str) -> Option<ScaleLabels> {
    let rest = text.trim().strip_prefix('1')?.trim_start().strip_prefix(['–', '-', '—'])?;
    let rest = rest.trim_start().strip_prefix('5')?.trim_start().strip_prefix(':')?;
    let (lowest, highest) = rest.split_once(" / ")?;
    let (lowest, highest) = (lowest.trim().to_owned(), highest.trim().to_owned());
    (!lowest.is_empty() && !highest.is_empty()).then_some(ScaleLabels { lowest, highest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_two_labels() {
        let labels = parse_scale("1 – 5: совсем нет / вполне, и/или даже больше").unwrap();
        assert_eq!(
            (labels.lowest.as_str(), labels.highest.as_str()),
            ("совсем нет", "вполне, и/или даже больше")
        );
        assert_eq!(parse_scale("1 – 10: a / b"), None);
        assert_eq!(parse_scale("1 – 5: a"), None);
    }
}
