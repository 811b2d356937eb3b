//! The years of registers, each open or closed, with who closed and opened it.

use super::faulty;
use crate::kernel::{Fault, OrganisationId, Problem, dates};
use crate::registers::actions::years::{Year, Years};
use crate::registers::store::years::YearRow;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct YearsPage {
    organisation: String,
    registers_url: String,
    closing_url: String,
    opening_url: String,
    fields: Vec<Field>,
    years: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    year: i32,
    closed: bool,
    /// Whether it is over and open, so that it may be closed.
    may_close: bool,
    documents: i64,
    history: Vec<Act>,
    /// What was refused: the year itself.
    refused: Field,
    /// Why it is opened again.
    reason: Field,
}

#[derive(Debug, Clone, Serialize)]
struct Act {
    closed: bool,
    when: String,
    who: Option<String>,
    reason: Option<String>,
}

/// What was typed, and what is wrong with it.
type Typed<'a> = Option<(&'a Form, &'a Problem)>;

impl YearsPage {
    /// The page; with what was typed when that was refused.
    pub fn new(years: &Years, typed: Typed<'_>, reader: &Reader) -> YearsPage {
        let id = years.organisation.id;
        let lines: Vec<Line> = years.years.iter().map(|year| Line::new(year, typed, reader)).collect();
        let fields: Vec<&Field> = lines.iter().flat_map(|line| [&line.refused, &line.reason]).collect();
        YearsPage {
            organisation: years.organisation.name.clone(),
            registers_url: paths::registers(id),
            closing_url: paths::register_closings(id),
            opening_url: paths::register_openings(id),
            fields: unplaced(typed, &lines).into_iter().chain(faulty(&fields)).collect(),
            years: lines,
        }
    }
}

/// The fault of a year that is none of the list: there is no line to say it at.
fn unplaced(typed: Typed<'_>, lines: &[Line]) -> Vec<Field> {
    let Some((form, problem)) = typed else { return Vec::new() };
    if lines.iter().any(|line| line.year.to_string() == form.text("year")) {
        return Vec::new();
    }
    let field = Field { id: "register-years".to_owned(), ..Field::typed("year", form, problem) };
    faulty(&[&field])
}

impl Line {
    fn new(year: &Year, typed: Typed<'_>, reader: &Reader) -> Line {
        let typed = typed.filter(|(form, _)| form.text("year") == year.year.to_string());
        let field = |name: &str| {
            let field = match typed {
                Some((form, problem)) => Field::typed(name, form, problem),
                None => Field::empty(name),
            };
            Field { id: format!("{name}-{}", year.year), ..field }
        };
        Line {
            year: year.year,
            closed: year.closed,
            may_close: year.over && !year.closed,
            documents: year.documents,
            history: year.history.iter().map(|act| Act::new(act, reader)).collect(),
            refused: field("year"),
            reason: field("reason"),
        }
    }
}

impl Act {
    fn new((row, who): &(YearRow, Option<String>), reader: &Reader) -> Act {
        Act {
            closed: row.closed,
            when: dates::date_and_time(reader.language, row.at, reader.zone),
            who: who.clone(),
            reason: row.reason.clone(),
        }
    }
}

impl View for YearsPage {
    const TEMPLATE: &'static str = "pages/registers/years";

    fn title(&self) -> Title {
        Title::key("registers-years-title")
    }

    fn samples() -> Vec<YearsPage> {
        let act = |closed, reason: Option<&str>| Act {
            closed,
            when: "12 января 2026 г., 10:00".into(),
            who: reason.map(|_| "Орлова Елена Николаевна".to_owned()),
            reason: reason.map(str::to_owned),
        };
        let line = |year: i32, closed, may_close, history| Line {
            year,
            closed,
            may_close,
            documents: 214,
            history,
            refused: Field { id: format!("year-{year}"), ..Field::empty("year") },
            reason: Field { id: format!("reason-{year}"), ..Field::empty("reason") },
        };
        let page = |years: Vec<Line>| YearsPage {
            organisation: "Учебный центр «Бірге»".into(),
            registers_url: paths::registers(OrganisationId(1)),
            closing_url: paths::register_closings(OrganisationId(1)),
            opening_url: paths::register_openings(OrganisationId(1)),
            fields: Vec::new(),
            years,
        };
        let opened = act(false, Some("Не внесён протокол от 28 декабря"));
        let full = page(vec![
            line(2026, false, false, Vec::new()),
            line(2025, false, true, vec![opened, act(true, None)]),
            line(2024, true, false, vec![act(true, None)]),
        ]);
        let faults = ["register-year-not-over", "register-year-closed-already", "register-year-open"];
        let mut wrong = full.clone();
        if let Some(line) = wrong.years.last_mut() {
            line.refused.faults = faults.map(|code| Fault::new("year", code).with("year", 2024)).into();
            line.reason.faults = vec![Fault::new("reason", "register-reason-short").with("limit", 3)];
            wrong.fields = vec![line.refused.clone(), line.reason.clone()];
        }
        vec![full, wrong]
    }
}
