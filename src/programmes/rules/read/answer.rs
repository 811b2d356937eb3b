//! Reads the block of a question that says how it is answered: boxes, a number, a numbered list, a table of
//! pairs, or a scale.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::{self, Page};
use crate::programmes::rules::quiz::{Decimal, ScaleLabels};
use crate::programmes::rules::read::question::{Form, Wish, name};
use crate::programmes::rules::read::sections::Part;
use crate::programmes::rules::words::QuestionKind;
use comrak::nodes::{ListType, Node, NodeValue};
use std::collections::BTreeSet;

/// The longest unit, in characters.
const LONGEST_UNIT: usize = 20;

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
    let shapes: Vec<_> = part.blocks.iter().map(|block| shape_of(block, wish)).collect();
    let all = |wanted: Shape| (0..shapes.len()).filter(move |at| shapes.get(*at) == Some(&Some(wanted)));
    for wanted in [Shape::Boxes, Shape::Scale, Shape::Number] {
        let places: Vec<_> = all.clone()(wanted).collect();
        for extra in places.iter().skip(1).filter_map(|at| part.blocks.get(*at)) {
            let line = page.line(extra);
            page.add(line, Code::AnswerTwice, name(part));
        }
        if let Some(first) = places.first() {
            return Some(*first);
        }
    }
    let last = all.clone()(Shape::Ordered).chain(all(Shape::Table)).max();
    if last.is_none() {
        page.add(part.line, Code::AnswerMissing, name(part));
    }
    last
}

/// Reads the answer; `None` when it has faults.
pub(super) fn read(block: &Node, wish: Wish, part: &Part, page: &mut Page) -> Option<Form> {
    let shape = shape_of(block, wish)?;
    let line = page.line(block);
    let fits = match wish.kind {
        None => true,
        Some(QuestionKind::Scale) => shape == Shape::Scale,
        Some(_) => shape == Shape::Boxes,
    };
    if !fits {
        let is_scale = wish.kind == Some(QuestionKind::Scale);
        page.add(line, if is_scale { Code::ScaleScored } else { Code::AnswerMismatch }, name(part));
        return None;
    }
    match shape {
        Shape::Boxes => boxes(block, wish, page),
        Shape::Scale => scale(&block.collect_text(), line, page),
        Shape::Number => number(&block.collect_text(), line, page),
        Shape::Ordered => ordered(block, page),
        Shape::Table => pairs(block, page),
    }
}

fn shape_of(block: &Node, wish: Wish) -> Option<Shape> {
    match &block.data().value {
        NodeValue::List(list) => {
            let has_box = block.children().any(|item| matches!(item.data().value, NodeValue::TaskItem(_)));
            match (has_box, list.list_type) {
                (true, _) => Some(Shape::Boxes),
                (false, ListType::Ordered) => Some(Shape::Ordered),
                (false, ListType::Bullet) => None,
            }
        }
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

fn boxes(block: &Node, wish: Wish, page: &mut Page) -> Option<Form> {
    let line = page.line(block);
    let mut right = BTreeSet::new();
    let mut items = Vec::new();
    for (place, item) in block.children().enumerate() {
        match &item.data().value {
            NodeValue::TaskItem(task) => {
                if task.symbol.is_some() {
                    right.insert(place);
                }
            }
            _ => {
                let line = page.line(item);
                page.add(line, Code::ChoiceShape, "without a box");
            }
        }
        items.push(item);
    }
    let choices = choices(&items, page)?;
    let kind = match wish.kind {
        Some(kind) => kind,
        None if right.len() > 1 => QuestionKind::Many,
        None => QuestionKind::One,
    };
    if kind == QuestionKind::TrueFalse && (choices.len() != 2 || right.len() != 1) {
        page.add(line, Code::TrueFalseShape, format!("{} choices, {} marked", choices.len(), right.len()));
        return None;
    }
    if right.is_empty() {
        page.add(line, Code::RightMissing, "");
        return None;
    }
    Some(Form::Choices { kind, choices, right })
}

fn ordered(block: &Node, page: &mut Page) -> Option<Form> {
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
fn distinct(texts: &[(u32, Node)], code: Code, page: &mut Page) -> bool {
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

fn pairs(block: &Node, page: &mut Page) -> Option<Form> {
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

fn number(text: &str, line: u32, page: &mut Page) -> Option<Form> {
    let form = parse_number(text);
    if form.is_none() {
        page.add(line, Code::NumberSyntax, text.trim());
    }
    form
}

/// `= 60`, `= 2,5`, `= 60 ± 2`, `= 60 ч`, `= 60 ± 2 ч`.
fn parse_number(text: &str) -> Option<Form> {
    let text = text.trim().strip_prefix('=')?.trim();
    let mut words = text.split_whitespace().peekable();
    let value = Decimal::parse(words.next()?)?;
    let mut tolerance = Decimal(0);
    if words.next_if_eq(&"±").is_some() {
        tolerance = Decimal::parse(words.next()?)?;
    }
    let unit = words.collect::<Vec<_>>().join(" ");
    let unit_fine = !unit.starts_with(|first: char| first.is_ascii_digit() || first == '±');
    let fine = unit_fine && unit.chars().count() <= LONGEST_UNIT && tolerance.0 >= 0;
    fine.then(|| Form::Number { value, tolerance, unit: (!unit.is_empty()).then_some(unit) })
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
    fn numbers_have_an_optional_tolerance_and_unit() {
        let form = |value: i64, tolerance: i64, unit: Option<&str>| {
            let (value, tolerance) = (Decimal(value * 1000), Decimal(tolerance * 1000));
            Some(Form::Number { value, tolerance, unit: unit.map(str::to_owned) })
        };
        assert_eq!(parse_number("= 60"), form(60_000, 0, None));
        assert_eq!(parse_number("= 2,5 ± 0.5 кв. м"), form(2500, 500, Some("кв. м")));
        assert_eq!(parse_number("= 60 ч"), form(60_000, 0, Some("ч")));
        for faulty in ["=", "= шесть", "= 1 000", "= 60 ±", "= 60 ± -1", "= 60ч"] {
            assert_eq!(parse_number(faulty), None, "{faulty}");
        }
    }

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
