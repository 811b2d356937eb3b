//! Which cells have to be of a list, and where the values of the list stand: data validations of both kinds that office
//! programs write, and defined names.

use super::rows::place;
use super::steps::{Step, attribute, walk};
use super::{BookError, Cells};
use std::collections::HashSet;

/// The most values of a list that are looked at; a list that has more is none.
pub const MOST_VALUES: usize = 5_000;

/// Cells that have to be of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validation {
    /// The first and the last column of each area, counted from 1.
    pub columns: Vec<(u32, u32)>,
    /// What says where the list is: a name, an area of a sheet, or the values themselves in quotes.
    pub formula: String,
}

impl Validation {
    /// Whether it speaks of a column, counted from 1.
    pub fn covers(&self, column: u32) -> bool {
        self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// Where the values of a list stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListSource {
    /// In the validation itself.
    Values(Vec<String>),
    /// In an area of a sheet: its first and its last row and column.
    Area {
        /// The sheet.
        sheet: String,
        /// The first row and column.
        first: (u32, u32),
        /// The last row and column.
        last: (u32, u32),
    },
}

impl ListSource {
    /// The values, out of the cells of the sheet that [`ListSource::sheet`] names; in their order, each once. No more
    /// than one above [`MOST_VALUES`].
    pub fn values(&self, cells: &Cells) -> Vec<String> {
        let found: Vec<&String> = match self {
            ListSource::Values(values) => values.iter().collect(),
            ListSource::Area { first, last, .. } => cells
                .range((first.0, 0)..=(last.0, u32::MAX))
                .filter(|((_, column), _)| (first.1..=last.1).contains(column))
                .map(|(_, value)| value)
                .collect(),
        };
        let mut seen = HashSet::new();
        let fresh = |value: &String| (!value.trim().is_empty()).then(|| value.clone());
        let values = found.into_iter().filter_map(fresh).filter(|value| seen.insert(value.clone()));
        values.take(MOST_VALUES + 1).collect()
    }

    /// The sheet to look into.
    pub fn sheet(&self) -> Option<&str> {
        match self {
            ListSource::Values(_) => None,
            ListSource::Area { sheet, .. } => Some(sheet),
        }
    }
}

/// The validations by a list on a sheet.
pub(super) fn validations(xml: &str) -> Result<Vec<Validation>, BookError> {
    #[derive(Default)]
    struct Draft {
        formula: String,
        areas: String,
    }
    let (mut found, mut draft) = (Vec::new(), None::<Draft>);
    let (mut in_formula, mut in_areas) = (false, false);
    walk(xml, |step| {
        match step {
            Step::Open { name: "dataValidation", element, .. } => {
                let is_list = attribute(element, "type").as_deref() == Some("list");
                let areas = attribute(element, "sqref").unwrap_or_default();
                draft = is_list.then(|| Draft { areas, ..Draft::default() });
            }
            Step::Open { name: "formula1", .. } => in_formula = true,
            Step::Close { name: "formula1", .. } => in_formula = false,
            // Validations whose list is on another sheet may stand among the extensions, with their cells apart.
            Step::Open { name: "sqref", .. } => in_areas = true,
            Step::Close { name: "sqref", .. } => in_areas = false,
            Step::Text(text) => {
                if let Some(draft) = &mut draft {
                    if in_formula {
                        draft.formula.push_str(text);
                    } else if in_areas {
                        draft.areas.push_str(text);
                    }
                }
            }
            Step::Close { name: "dataValidation", .. } => {
                if let Some(Draft { formula, areas }) = draft.take() {
                    let columns = areas.split_whitespace().filter_map(columns).collect();
                    found.push(Validation { columns, formula: formula.trim().to_owned() });
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// The columns of an area such as `B2:B1002`.
fn columns(area: &str) -> Option<(u32, u32)> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    Some((column_of(first)?, column_of(last)?))
}

/// The column of `B2`, and of `B` in an area of whole columns.
fn column_of(cell: &str) -> Option<u32> {
    let plain = cell.replace('$', "");
    place(&plain).map(|(_, column)| column).or_else(|| place(&format!("{plain}1")).map(|(_, column)| column))
}

/// A formula of a sheet with the sheet named: an area without one lies on the sheet of the validation. Names cannot look
/// like areas.
pub(super) fn with_sheet(formula: &str, sheet: &str) -> String {
    let cells = formula.trim_start_matches('=').replace('$', "");
    let (first, last) = cells.split_once(':').unwrap_or((&cells, &cells));
    match place(first).zip(place(last)) {
        Some(_) => format!("'{}'!{}", sheet.replace('\'', "''"), formula.trim_start_matches('=')),
        None => formula.to_owned(),
    }
}

/// Where a formula leads: itself, or through a name that was defined.
pub(super) fn source(
    formula: &str,
    names: &[(String, String)],
    known: &dyn Fn(&str) -> bool,
) -> Result<ListSource, String> {
    let formula = formula.trim().trim_start_matches('=').trim();
    if let Some(quoted) = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        let values = quoted.replace("\"\"", "\"");
        return Ok(ListSource::Values(values.split(',').map(|value| value.trim().to_owned()).collect()));
    }
    if let Some(area) = area(formula) {
        return found(area, known).ok_or_else(|| formula.to_owned());
    }
    // Names are compared without regard to case, as office programs do.
    let name = formula.to_lowercase();
    let reference = names.iter().find(|(known, _)| known.to_lowercase() == name).map(|(_, stands)| stands);
    let area = reference.and_then(|reference| area(reference.trim().trim_start_matches('=')));
    area.and_then(|area| found(area, known)).ok_or_else(|| formula.to_owned())
}

fn found(area: ListSource, known: &dyn Fn(&str) -> bool) -> Option<ListSource> {
    let there = area.sheet().is_some_and(known);
    there.then_some(area)
}

/// An area such as `Проверки!$A$2:$A$5` or `'Два слова'!A2`.
fn area(reference: &str) -> Option<ListSource> {
    let (sheet, cells) = reference.rsplit_once('!')?;
    let sheet = match sheet.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(quoted) => quoted.replace("''", "'"),
        None => sheet.to_owned(),
    };
    let cells = cells.replace('$', "");
    let (first, last) = cells.split_once(':').unwrap_or((&cells, &cells));
    let whole = place(first).zip(place(last));
    let (first, last) = match whole {
        Some(both) => both,
        // Whole columns.
        None => ((1, column_of(first)?), (u32::MAX, column_of(last)?)),
    };
    let (top, bottom) = (first.0.min(last.0), first.0.max(last.0));
    let (left, right) = (first.1.min(last.1), first.1.max(last.1));
    Some(ListSource::Area { sheet, first: (top, left), last: (bottom, right) })
}
