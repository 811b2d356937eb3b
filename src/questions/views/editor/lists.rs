//! Rows of the editor: choices, pairs, numbers, accepted texts, units, gaps, hints.

use super::parts::{Own, Single, Three};
use crate::questions::rules::QuestionKind;
use crate::questions::rules::draft::{DraftChoice, DraftGap, DraftPair};
use crate::web::{Choice, Field, Say};
use serde::Serialize;

/// Rows that can be added, removed and moved.
#[derive(Debug, Serialize)]
pub struct List {
    list: &'static str,
    title_key: String,
    hint_key: String,
    add_key: String,
    /// There are as many rows as there can be.
    fixed: bool,
    field: Field,
    rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    id: String,
    anchor: String,
    number: usize,
    first: bool,
    last: bool,
    /// The number of a right that belongs to the row.
    right_id: Option<Field>,
    mark: Option<Mark>,
    singles: Vec<Single>,
    select: Option<Select>,
    texts: Vec<Three>,
    lines: Option<Lines>,
    more: Vec<Three>,
    more_singles: Vec<Single>,
    more_open: bool,
}

/// The mark of what is right: one of the rows, or any of them.
#[derive(Debug, Serialize)]
struct Mark {
    name: String,
    value: String,
    checked: bool,
    radio: bool,
}

#[derive(Debug, Serialize)]
struct Select {
    field: Field,
    options: Vec<Choice>,
}

/// Answers one a line.
#[derive(Debug, Serialize)]
struct Lines {
    field: Field,
    case: Field,
    case_checked: bool,
}

/// The lists of a kind.
pub fn of(own: &Own<'_>, say: Say<'_>) -> Vec<List> {
    match own.draft.kind {
        QuestionKind::One | QuestionKind::Many | QuestionKind::TrueFalse | QuestionKind::Order => {
            let mut list = rows(own, "choices", &own.draft.choices, choice);
            list.fixed = own.draft.kind == QuestionKind::TrueFalse;
            let kind = crate::kernel::Word::as_str(own.draft.kind).replace('_', "-");
            list.hint_key = format!("questions-list-choices-{kind}-hint");
            vec![list]
        }
        QuestionKind::Match => vec![rows(own, "pairs", &own.draft.pairs, pair)],
        QuestionKind::Number => {
            let number =
                |own: &Own<'_>, row: &mut Row, number: &crate::questions::rules::draft::DraftNumber| {
                    let name = row.name.clone();
                    row.singles = vec![
                        own.single(&format!("{name}-value"), &number.value).short(),
                        own.single(&format!("{name}-tolerance"), &number.tolerance).short(),
                    ];
                    // The first number is the right one.
                    if row.number > 1 {
                        row.singles.push(own.single(&format!("{name}-worth"), &number.worth).short());
                    }
                    feedback(own, row, &number.feedback);
                };
            let unit = |own: &Own<'_>, row: &mut Row, unit: &crate::questions::rules::draft::DraftUnit| {
                let name = row.name.clone();
                row.singles = vec![
                    own.single(&format!("{name}-symbol"), &unit.symbol).short(),
                    own.single(&format!("{name}-multiplier"), &unit.multiplier).short(),
                ];
            };
            vec![rows(own, "numbers", &own.draft.numbers, number), rows(own, "units", &own.draft.units, unit)]
        }
        QuestionKind::Text => {
            let accepted =
                |own: &Own<'_>, row: &mut Row, text: &crate::questions::rules::draft::DraftAccepted| {
                    let name = row.name.clone();
                    row.singles = vec![
                        own.single(&format!("{name}-pattern"), &text.pattern),
                        own.single(&format!("{name}-worth"), &text.worth).short(),
                    ];
                    feedback(own, row, &text.feedback);
                };
            vec![rows(own, "accepted", &own.draft.accepted, accepted)]
        }
        QuestionKind::Gaps => {
            vec![rows(own, "gaps", &own.draft.gaps, |own, row, one| gap(own, row, one, say))]
        }
        QuestionKind::Scale | QuestionKind::Essay => Vec::new(),
    }
}

/// The hints, which every kind may have.
pub fn hints(own: &Own<'_>) -> List {
    rows(own, "hints", &own.draft.hints, |own, row, hint| {
        row.texts = vec![own.three(&format!("{}-text", row.name), &hint.text).rows(2).of_row(row.number)];
    })
}

fn rows<T>(own: &Own<'_>, list: &'static str, drafts: &[T], fill: impl Fn(&Own<'_>, &mut Row, &T)) -> List {
    let row = |(place, draft): (usize, &T)| {
        let mut row = Row {
            name: format!("{list}-{place}"),
            id: String::new(),
            anchor: format!("field-{list}-{place}"),
            number: place + 1,
            first: place == 0,
            last: place + 1 == drafts.len(),
            right_id: None,
            mark: None,
            singles: Vec::new(),
            select: None,
            texts: Vec::new(),
            lines: None,
            more: Vec::new(),
            more_singles: Vec::new(),
            more_open: false,
        };
        fill(own, &mut row, draft);
        let number = row.number;
        row.singles = row.singles.into_iter().map(|single| single.of_row(number)).collect();
        row.more_singles = row.more_singles.into_iter().map(|single| single.of_row(number)).collect();
        row
    };
    List {
        list,
        title_key: format!("questions-list-{list}"),
        hint_key: format!("questions-list-{list}-hint"),
        add_key: format!("questions-list-{list}-add"),
        fixed: false,
        field: own.field(list, ""),
        rows: drafts.iter().enumerate().map(row).collect(),
    }
}

fn choice(own: &Own<'_>, row: &mut Row, choice: &DraftChoice) {
    row.id.clone_from(&choice.id);
    let (kind, name) = (own.draft.kind, row.name.clone());
    row.mark = match kind {
        QuestionKind::One | QuestionKind::TrueFalse => {
            Some(Mark { name: "right".to_owned(), value: name.clone(), checked: choice.right, radio: true })
        }
        QuestionKind::Many => Some(Mark {
            name: format!("{name}-right"),
            value: "on".to_owned(),
            checked: choice.right,
            radio: false,
        }),
        _ => None,
    };
    row.texts = vec![own.three(&format!("{name}-text"), &choice.text).needed().of_row(row.number)];
    if kind != QuestionKind::Order {
        feedback(own, row, &choice.feedback);
    }
    if matches!(kind, QuestionKind::One | QuestionKind::Many) {
        row.more_singles = vec![own.single(&format!("{name}-worth"), &choice.worth).short()];
        row.more_open |= !choice.worth.is_empty();
    }
}

fn pair(own: &Own<'_>, row: &mut Row, pair: &DraftPair) {
    row.id.clone_from(&pair.id);
    let name = row.name.clone();
    row.right_id = Some(own.field(&format!("{name}-id"), &pair.right_id));
    row.texts = vec![
        own.three(&format!("{name}-left"), &pair.left).of_row(row.number),
        own.three(&format!("{name}-right"), &pair.right).needed().of_row(row.number),
    ];
}

fn gap(own: &Own<'_>, row: &mut Row, gap: &DraftGap, say: Say<'_>) {
    let name = row.name.clone();
    let field = |part: &str, value: &str| own.field(&format!("{name}-{part}"), value);
    row.singles = vec![
        own.single(&format!("{name}-number"), &gap.number).short(),
        own.single(&format!("{name}-weight"), &gap.weight).short(),
    ];
    let kinds = ["choice", "text", "number"];
    row.select = Some(Select {
        field: field("kind", &gap.kind),
        options: kinds.map(|kind| Choice::new(kind, say(&format!("questions-gap-{kind}")), &gap.kind)).into(),
    });
    row.texts = vec![own.three(&format!("{name}-options"), &gap.options).rows(4).of_row(row.number)];
    row.more = vec![own.three(&format!("{name}-said"), &gap.feedback).rows(4).of_row(row.number)];
    row.more_open = !gap.feedback.is_empty();
    row.lines = Some(Lines {
        field: field("accepted", &gap.accepted),
        case: field("case", ""),
        case_checked: gap.case_matters,
    });
}

fn feedback(own: &Own<'_>, row: &mut Row, texts: &crate::questions::rules::draft::Texts) {
    let name = format!("{}-feedback", row.name);
    row.more = vec![own.three(&name, texts).rows(2).of_row(row.number)];
    let wrong = own.faults.iter().any(|fault| fault.field.starts_with(&name));
    let worth = format!("{}-worth", row.name);
    row.more_open = !texts.is_empty() || wrong || own.faults.iter().any(|fault| fault.field == worth);
}
