//! One row of a table.

use super::columns::{Column, kind, truth};
use crate::questions::rules::exchange::desk::Desk;
use crate::questions::rules::exchange::draft::{Draft, Form, GapDraft, GapForm, Pair, Weighed};
use crate::questions::rules::exchange::html::{self, Markup};
use crate::questions::rules::exchange::{Code, number};
use crate::questions::rules::{AcceptedNumber, Decimal, QuestionKind, ScaleLabels, Weight};

/// The cells of a row by their columns.
pub(super) struct Row {
    line: u32,
    cells: Vec<(Column, String)>,
}

impl Row {
    pub(super) fn new(line: u32, columns: &[Option<Column>], cells: Vec<String>) -> Row {
        let cells = columns.iter().zip(cells).filter_map(|(column, cell)| Some(((*column)?, cell)));
        Row { line, cells: cells.filter(|(_, cell)| !cell.is_empty()).collect() }
    }

    /// Empty where there is nothing.
    pub(super) fn cell(&self, column: Column) -> &str {
        self.cells.iter().find(|(known, _)| *known == column).map_or("", |(_, cell)| cell.as_str())
    }

    /// The choices with the numbers of their columns, in the order of these.
    fn choices(&self) -> Vec<(u16, &str)> {
        let mut choices: Vec<_> = self
            .cells
            .iter()
            .filter_map(|(column, cell)| match column {
                Column::Choice(number) => Some((*number, cell.as_str())),
                _ => None,
            })
            .collect();
        choices.sort_by_key(|(number, _)| *number);
        choices
    }

    /// The kind that the cells speak of where none is named.
    fn guess(&self) -> QuestionKind {
        let right = self.cell(Column::Right);
        let choices = self.choices();
        if self.cell(Column::Text).contains("[[1]]") {
            QuestionKind::Gaps
        } else if choices.iter().any(|(_, choice)| pair(choice).is_some()) {
            QuestionKind::Match
        } else if !choices.is_empty() {
            let several = right_choices(right, &choices).is_some_and(|rights| rights.len() > 1);
            if several { QuestionKind::Many } else { QuestionKind::One }
        } else if right.is_empty() {
            QuestionKind::Essay
        } else if truth(right).is_some() && number::decimal(right).is_none() {
            QuestionKind::TrueFalse
        } else if measured(right, "").is_ok() {
            QuestionKind::Number
        } else {
            QuestionKind::Text
        }
    }
}

pub(super) fn read(row: &Row, desk: &mut Desk) -> Option<Draft> {
    let line = row.line;
    let kind = match row.cell(Column::Kind) {
        "" => row.guess(),
        word => match kind(word) {
            Some(kind) => kind,
            None => {
                desk.name(line, Code::KindUnknown, word);
                return None;
            }
        },
    };
    let html = desk.noted(line, html::clean(row.cell(Column::Text), Markup::Plain))?;
    let explanation_html = desk.noted(line, html::prose(row.cell(Column::Explanation), Markup::Plain))?;
    let points = points(row, desk)?;
    let form = form(kind, row, desk)?;
    let tags = row.cell(Column::Tags).split([',', ';']).map(|tag| tag.trim().to_owned()).collect();
    let name = row.cell(Column::Name).to_owned();
    Some(Draft { name, tags, html, explanation_html, points, ..Draft::new(line, form) })
}

fn points(row: &Row, desk: &mut Desk) -> Option<u32> {
    let text = row.cell(Column::Points);
    if text.is_empty() {
        return Some(1);
    }
    let points = text.parse().ok().filter(|points| (1..=100).contains(points));
    if points.is_none() {
        desk.name(row.line, Code::PointsSyntax, text);
    }
    points
}

fn form(kind: QuestionKind, row: &Row, desk: &mut Desk) -> Option<Form> {
    let right = row.cell(Column::Right);
    let choices = row.choices();
    match kind {
        QuestionKind::One | QuestionKind::Many => weighed(kind, row, &choices, desk),
        QuestionKind::TrueFalse => match truth(right) {
            Some(right) => {
                Some(Form::TrueFalse { right, after_true: String::new(), after_false: String::new() })
            }
            None => {
                let code = if right.is_empty() { Code::RightMissing } else { Code::AnswerUnknown };
                desk.name(row.line, code, right);
                None
            }
        },
        QuestionKind::Number => numbered(row, right, desk),
        QuestionKind::Text => Some(Form::Text { accepted: accepted(row.line, right), case_matters: false }),
        QuestionKind::Match => pairs(row.line, &choices, desk),
        QuestionKind::Order => {
            let items = choices.iter().map(|(_, text)| html::inline(text, Markup::Plain));
            Some(Form::Order(desk.noted(row.line, items.collect::<Result<_, _>>())?))
        }
        QuestionKind::Gaps => gaps(row, &choices, desk),
        QuestionKind::Essay => {
            let (template, notes_html) = (String::new(), String::new());
            Some(Form::Essay { min_words: None, max_words: None, template, notes_html })
        }
        QuestionKind::Scale => {
            let mut ends = choices.iter().map(|(_, text)| (*text).to_owned());
            match (ends.next(), ends.next()) {
                (Some(lowest), Some(highest)) => Some(Form::Scale(ScaleLabels { lowest, highest })),
                _ => {
                    desk.add(row.line, Code::ChoicesTooFew, &[]);
                    None
                }
            }
        }
    }
}

fn weighed(kind: QuestionKind, row: &Row, choices: &[(u16, &str)], desk: &mut Desk) -> Option<Form> {
    let right = row.cell(Column::Right);
    let single = kind == QuestionKind::One;
    let rights = right_choices(right, choices).filter(|rights| !single || rights.len() < 2);
    let Some(rights) = rights else {
        desk.name(row.line, Code::AnswerUnknown, right);
        return None;
    };
    let says = |(number, text): &(u16, &str)| !rights.contains(number) && text.trim() == right.trim();
    if choices.iter().any(says) {
        desk.name(row.line, Code::RightAmbiguous, right);
    }
    let share = if single { 1 } else { i32::try_from(rights.len().max(1)).unwrap_or(1) };
    let mut weighed = Vec::new();
    for (number, text) in choices {
        let is_right = rights.contains(number);
        let weight = match (is_right, single) {
            (true, _) => Weight(Weight::WHOLE.0 / share),
            (false, true) => Weight(0),
            (false, false) => Weight(-(Weight::WHOLE.0 / share)),
        };
        let text = desk.noted(row.line, html::inline(text, Markup::Plain))?;
        weighed.push(Weighed { line: row.line, text, weight, feedback: String::new() });
    }
    Some(Form::Choices { single, choices: weighed })
}

/// The numbers of the right choices: by their numbers, or the whole text of one. Nothing where one is unknown.
fn right_choices(right: &str, choices: &[(u16, &str)]) -> Option<Vec<u16>> {
    let right = right.trim();
    let same = |text: &str| text.to_lowercase() == right.to_lowercase();
    let numbers = right.split([',', ';', ' ', '\n', '+']).filter(|part| !part.is_empty());
    let numbers: Option<Vec<u16>> = numbers
        .map(|part| part.parse().ok().filter(|number| choices.iter().any(|(known, _)| known == number)))
        .collect();
    numbers.or_else(|| choices.iter().find(|(_, text)| same(text)).map(|(number, _)| vec![*number]))
}

/// `60`, `60 ± 0.5` or `1..5`, with the tolerance of its own column.
fn measured(text: &str, tolerance: &str) -> Result<(Decimal, Decimal, bool), Code> {
    let number = |text: &str| number::decimal(text).ok_or(Code::NumberSyntax);
    if let Some((low, high)) = text.split_once("..") {
        let ((low, cut), (high, cut_too)) = (number(low)?, number(high)?);
        if low > high {
            return Err(Code::RangeReversed);
        }
        let middle = (low.0 + high.0).div_euclid(2);
        return Ok((Decimal(middle), Decimal(high.0 - middle), cut || cut_too));
    }
    let (value, own) = text.split_once('±').unwrap_or((text, "0"));
    let own = if tolerance.is_empty() { own } else { tolerance };
    let ((value, cut), (tolerance, cut_too)) = (number(value)?, number(own)?);
    Ok((value, Decimal(tolerance.0.abs()), cut || cut_too))
}

fn numbered(row: &Row, right: &str, desk: &mut Desk) -> Option<Form> {
    match measured(right, row.cell(Column::Tolerance)) {
        Ok((value, tolerance, cut)) => {
            if cut {
                desk.name(row.line, Code::NumberRounded, right);
            }
            let one = AcceptedNumber { value, tolerance, weight: Weight::WHOLE };
            let unit = Some(row.cell(Column::Unit).to_owned()).filter(|unit| !unit.is_empty());
            Some(Form::Number { accepted: vec![(one, String::new())], units: Vec::new(), unit })
        }
        Err(code) => {
            desk.name(row.line, code, &format!("{right} {}", row.cell(Column::Tolerance)));
            None
        }
    }
}

fn accepted(line: u32, right: &str) -> Vec<Weighed> {
    let texts = right.split('|').map(str::trim).filter(|text| !text.is_empty());
    let one =
        |text: &str| Weighed { line, text: text.to_owned(), weight: Weight::WHOLE, feedback: String::new() };
    texts.map(one).collect()
}

/// `left -> right`
fn pair(choice: &str) -> Option<(&str, &str)> {
    choice.split_once("->").or_else(|| choice.split_once('→'))
}

fn pairs(line: u32, choices: &[(u16, &str)], desk: &mut Desk) -> Option<Form> {
    let mut pairs = Vec::new();
    for (_, choice) in choices {
        let Some((left, right)) = pair(choice) else {
            desk.name(line, Code::PairIncomplete, choice);
            return None;
        };
        let left = desk.noted(line, html::inline(left, Markup::Plain))?;
        pairs.push(Pair { line, left, right: right.split_whitespace().collect::<Vec<_>>().join(" ") });
    }
    Some(Form::Match(pairs))
}

/// The choice of a number is what fits the gap of that number: alone it is typed, with others after a stroke
/// it is chosen from them.
fn gaps(row: &Row, choices: &[(u16, &str)], desk: &mut Desk) -> Option<Form> {
    let line = row.line;
    let mut gaps = Vec::new();
    for ((number, cell), expected) in choices.iter().zip(1u16..) {
        if *number != expected || !row.cell(Column::Text).contains(&format!("[[{number}]]")) {
            desk.name(line, Code::GapUnknown, &number.to_string());
            return None;
        }
        let mut texts = accepted(line, cell);
        let form = if texts.len() < 2 {
            GapForm::Text { accepted: texts, case_matters: false }
        } else {
            texts.iter_mut().skip(1).for_each(|one| one.weight = Weight(0));
            for one in &mut texts {
                one.text = desk.noted(line, html::inline(&one.text, Markup::Plain))?;
            }
            GapForm::Choice(texts)
        };
        gaps.push(GapDraft { line, weight: 1, form });
    }
    let marks = row.cell(Column::Text).split("[[").skip(1).filter_map(html::gap_mark);
    let known = |number: u16| (1..=gaps.len()).contains(&usize::from(number));
    if let Some((stray, _)) = marks.into_iter().find(|(number, _)| !known(*number)) {
        desk.name(line, Code::GapUnknown, &stray.to_string());
        return None;
    }
    Some(Form::Gaps(gaps))
}
