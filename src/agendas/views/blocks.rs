//! The form of the blocks of a session.

use super::kept::{BLOCK, blocks_form};
use super::{Crumb, Wrong, cell, crumbs, hours, kind_key, rows, samples};
use crate::agendas::actions::Editing;
use crate::agendas::rules::BlockKind;
use crate::attendance::views::Telling;
use crate::kernel::{Fault, Problem, Word as _};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The form.
#[derive(Debug, Serialize)]
pub struct BlocksForm {
    crumbs: Vec<Crumb>,
    about: String,
    length: i32,
    /// What the rows sum to, as far as they can be read.
    sum: i64,
    url: String,
    blocks: Field,
    lines: Vec<BlockRow>,
    count: usize,
    has_room: bool,
    wrong: Vec<Wrong>,
    back_url: String,
}

#[derive(Debug, Serialize)]
struct BlockRow {
    number: usize,
    place: usize,
    is_first: bool,
    kind: Field,
    kinds: Vec<Choice>,
    minutes: Field,
    called: Field,
    activity: Field,
    activities: Vec<Choice>,
}

impl BlocksForm {
    /// The form as it was typed, with its faults.
    pub fn typed(editing: &Editing, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> BlocksForm {
        let rows = rows::shown(form, &BLOCK);
        let row = |place| BlockRow::new(editing, place, (form, problem), telling);
        let lines: Vec<BlockRow> = (0..rows).map(row).collect();
        let blocks = Field::typed("blocks", form, problem);
        let mut wrong = Wrong::of(std::slice::from_ref(&blocks));
        let of_row = |row: &BlockRow| {
            Wrong::in_row(&[&row.kind, &row.minutes, &row.called, &row.activity], row.number, telling)
        };
        wrong.extend(lines.iter().flat_map(of_row));
        let minutes = |row: &BlockRow| row.minutes.value.trim().parse::<i32>().ok().map(i64::from);
        BlocksForm {
            crumbs: crumbs(editing, telling),
            about: hours(&editing.session),
            length: editing.session.length().0,
            sum: lines.iter().filter_map(minutes).sum(),
            url: paths::session_blocks(editing.session.id),
            count: lines.len(),
            has_room: lines.len() < rows::MOST,
            back_url: paths::session_programme(editing.session.id),
            blocks,
            lines,
            wrong,
        }
    }
}

impl BlockRow {
    fn new(
        editing: &Editing,
        place: usize,
        (form, problem): (&Form, &Problem),
        telling: Telling<'_>,
    ) -> BlockRow {
        let field = |column| cell(column, place, form, problem);
        let (kind, activity) = (field("kind"), field("activity"));
        let named = |one: &BlockKind| Choice::new(one.as_str(), telling.say(kind_key(*one)), &kind.value);
        let kinds = BlockKind::ALL.iter().map(named).collect();
        let offered = editing
            .activities
            .iter()
            .map(|one| Choice::new(one.id, one.title.0.for_reader(telling.reader.language), &activity.value));
        BlockRow {
            number: place + 1,
            place,
            is_first: place == 0,
            kinds,
            minutes: field("minutes"),
            called: field("title"),
            activities: offered.collect(),
            kind,
            activity,
        }
    }
}

impl View for BlocksForm {
    const TEMPLATE: &'static str = "pages/agendas/blocks";

    fn title(&self) -> Title {
        Title::key("agendas-blocks-title")
    }

    fn samples() -> Vec<BlocksForm> {
        let editing = samples::editing();
        let form = blocks_form(&editing);
        let short = Fault::new("blocks", "blocks-short").with("sum", 60).with("length", 90);
        let faults = vec![short.with("minutes", 30), Fault::new("kind-1", "choose-one")];
        let drawn = |(form, faults)| {
            samples::told(|telling| BlocksForm::typed(&editing, (&form, &Problem::invalid(faults)), telling))
        };
        [(Form::default(), Vec::new()), (form, faults)].map(drawn).into()
    }
}
