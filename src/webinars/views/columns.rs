//! Saying what the columns of a list are, where its header does not.

use super::{Crumb, closed_key, crumbs};
use crate::attendance::views::Telling;
use crate::kernel::Problem;
use crate::web::{Choice, Field, Form, Title, View, paths};
use crate::webinars::actions::Preview;
use crate::webinars::rules::Grid;
use serde::Serialize;

/// So many rows are shown.
const ROWS: usize = 5;
/// The fields of the form, each with its label.
const FIELDS: [(&str, &str); 5] = [
    ("name", "webinars-column-name"),
    ("email", "webinars-column-email"),
    ("join", "webinars-column-join"),
    ("leave", "webinars-column-leave"),
    ("duration", "webinars-column-duration"),
];

/// The page.
#[derive(Debug, Serialize)]
pub struct ColumnsPage {
    pub(super) crumbs: Vec<Crumb>,
    pub(super) file_name: String,
    pub(super) closed_key: Option<&'static str>,
    pub(super) url: String,
    pub(super) heads: Vec<usize>,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) columns: Vec<ColumnField>,
    pub(super) headless: Field,
    pub(super) headless_ticked: bool,
    pub(super) fields: Vec<Field>,
    pub(super) lists_url: String,
}

/// The choice of a column.
#[derive(Debug, Serialize)]
pub(super) struct ColumnField {
    pub(super) label_key: &'static str,
    pub(super) field: Field,
    pub(super) options: Vec<Choice>,
}

impl ColumnsPage {
    /// The page, with what was typed and what is wrong with it.
    pub fn new(preview: &Preview, typed: Option<(&Form, &Problem)>, telling: Telling<'_>) -> ColumnsPage {
        let heading = preview.sheet.activity.title.0.for_reader(telling.reader.language).to_owned();
        let known = preview.chosen.map(|chosen| chosen.columns).unwrap_or_default();
        let known = [known.name, known.email, known.join, known.leave, known.duration];
        let columns: Vec<ColumnField> = FIELDS
            .into_iter()
            .zip(known)
            .map(|((name, label_key), known)| {
                let known = known.map(|place| (place + 1).to_string()).unwrap_or_default();
                let field = match typed {
                    Some((form, problem)) => Field::typed(name, form, problem),
                    None => Field::filled(name, known),
                };
                let options = options(&preview.grid, &field.value, telling);
                ColumnField { label_key, field, options }
            })
            .collect();
        let headless = preview.chosen.is_some_and(|chosen| chosen.headless);
        let wrong = columns.iter().map(|one| &one.field).filter(|field| !field.faults.is_empty());
        ColumnsPage {
            crumbs: crumbs(&preview.sheet, &heading, Some(telling.say("webinars-title"))),
            file_name: preview.list.file_name.clone(),
            closed_key: closed_key(&preview.sheet),
            url: paths::webinar_columns(preview.sheet.session.id, preview.list.id),
            heads: (1..=width(&preview.grid)).collect(),
            rows: preview.grid.rows.iter().take(ROWS).map(|row| row.cells.clone()).collect(),
            headless: Field::empty("headless"),
            headless_ticked: typed.map_or(headless, |(form, _)| form.ticked("headless")),
            fields: wrong.cloned().collect(),
            columns,
            lists_url: paths::webinar_lists(preview.sheet.session.id),
        }
    }
}

fn width(grid: &Grid) -> usize {
    grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
}

/// «3 — Вход»: the number of a column and what stands on top of it.
fn options(grid: &Grid, chosen: &str, telling: Telling<'_>) -> Vec<Choice> {
    let first = grid.rows.first();
    let label = |place: usize| {
        let head = first.map_or("", |row| row.cell(Some(place - 1)));
        let head: String = head.chars().take(40).collect();
        format!(
            "{} {place}{}",
            telling.say("webinars-column"),
            if head.is_empty() { head } else { format!(" — {head}") }
        )
    };
    (1..=width(grid)).map(|place| Choice::new(place, label(place), chosen)).collect()
}

impl View for ColumnsPage {
    const TEMPLATE: &'static str = "pages/webinars/columns";

    fn title(&self) -> Title {
        Title::key("webinars-columns-title")
    }

    fn samples() -> Vec<ColumnsPage> {
        super::samples::columns()
    }
}
