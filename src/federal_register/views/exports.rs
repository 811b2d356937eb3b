//! The files that were made, and one of them.

use super::board::outcomes;
use super::{Around, Standing, who};
use crate::federal_register::actions::Shown;
use crate::federal_register::actions::exporting::Exports;
use crate::federal_register::rules::State;
use crate::federal_register::store::exports::{ExportRow, LineRow};
use crate::kernel::{DocumentId, FederalExportId, OrganisationId, PersonId, PersonName, Problem, dates};
use crate::web::{Choice, Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;
use std::collections::HashMap;

/// The files.
#[derive(Debug, Serialize)]
pub struct ExportsPage {
    around: Around,
    files: Vec<FileLine>,
}

#[derive(Debug, Clone, Serialize)]
struct FileLine {
    file_name: String,
    url: String,
    file_url: String,
    count: i32,
    sha256: String,
    made_at: String,
    made_by: Option<String>,
}

impl FileLine {
    fn new(row: &ExportRow, names: &HashMap<PersonId, PersonName>, reader: &Reader) -> FileLine {
        FileLine {
            file_name: row.name.clone(),
            url: paths::federal_export(row.organisation_id, row.id),
            file_url: paths::federal_export_file(row.organisation_id, row.id),
            count: row.row_count,
            sha256: row.sha256.clone(),
            made_at: dates::date_and_time(reader.language, row.exported_at, reader.zone),
            made_by: who(names, row.exported_by),
        }
    }

    fn sample() -> FileLine {
        FileLine {
            file_name: "frdo-1-0001-2026-09-10.xlsx".into(),
            url: paths::federal_export(OrganisationId(1), FederalExportId(1)),
            file_url: paths::federal_export_file(OrganisationId(1), FederalExportId(1)),
            count: 30,
            sha256: "9f".repeat(32),
            made_at: "10 сентября 2026 г., 12:00".into(),
            made_by: Some("Рябинина Ирина Павловна".into()),
        }
    }
}

impl ExportsPage {
    /// The files of an organisation.
    pub fn new(exports: &Exports, reader: &Reader) -> ExportsPage {
        let organisation = &exports.organisation;
        ExportsPage {
            around: Around::new(&organisation.short_name, organisation.id),
            files: exports.files.iter().map(|row| FileLine::new(row, &exports.names, reader)).collect(),
        }
    }
}

impl View for ExportsPage {
    const TEMPLATE: &'static str = "pages/federal_register/exports";

    fn title(&self) -> Title {
        Title::key("federal-exports-title")
    }

    fn samples() -> Vec<ExportsPage> {
        let unknown = FileLine { made_by: None, ..FileLine::sample() };
        vec![
            ExportsPage { around: Around::sample(), files: vec![FileLine::sample(), unknown] },
            ExportsPage { around: Around::sample(), files: Vec::new() },
        ]
    }
}

/// One file.
#[derive(Debug, Clone, Serialize)]
pub struct ExportPage {
    around: Around,
    file: FileLine,
    rows: Vec<Row>,
    outcomes_url: String,
    fields: Vec<Field>,
    outcome: Field,
    outcomes: Vec<Choice>,
    reason: Field,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    place: i32,
    number: String,
    url: String,
    holder: String,
    /// Nothing when it was exported again since: its state belongs to the later file.
    standing: Option<Standing>,
    later_url: Option<String>,
}

impl Row {
    fn new(line: &LineRow, export: &ExportRow) -> Row {
        let state = line.state.as_ref();
        let here = state.filter(|(_, file, _)| *file == export.id);
        let later = state.map(|(_, file, _)| *file).filter(|file| *file != export.id);
        Row {
            place: line.position,
            number: line.number.clone(),
            url: paths::document(line.document_id),
            holder: line.holder.clone(),
            standing: here.map(|(state, _, reason)| Standing::new(Some(*state), reason.as_deref())),
            later_url: later.map(|file| paths::federal_export(export.organisation_id, file)),
        }
    }
}

impl ExportPage {
    /// One file for a reader; with what was typed into the form of outcomes, when it was refused.
    pub fn new(
        shown: &Shown,
        typed: Option<(&Form, &Problem)>,
        (say, reader): (Say<'_>, &Reader),
    ) -> ExportPage {
        let (organisation, export) = (&shown.organisation, &shown.export);
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (outcome, reason) = (field("state"), field("reason"));
        let wrong = [&outcome, &reason].into_iter().filter(|field| !field.faults.is_empty());
        ExportPage {
            around: Around::new(&organisation.short_name, organisation.id),
            file: FileLine::new(export, &shown.names, reader),
            rows: shown.lines.iter().map(|line| Row::new(line, export)).collect(),
            outcomes_url: paths::federal_export_outcomes(organisation.id, export.id),
            fields: wrong.cloned().collect(),
            outcomes: outcomes(say, &outcome.value),
            outcome,
            reason,
        }
    }
}

impl View for ExportPage {
    const TEMPLATE: &'static str = "pages/federal_register/export";

    fn title(&self) -> Title {
        Title::text(&self.file.file_name)
    }

    fn samples() -> Vec<ExportPage> {
        let row = |state: Option<State>| Row {
            place: 1,
            number: "УПК-2026/0042".into(),
            url: paths::document(DocumentId(1)),
            holder: "Ахметова Алия".into(),
            standing: state.map(|state| Standing::new(Some(state), Some("Нет такой области"))),
            later_url: state.is_none().then(|| paths::federal_export(OrganisationId(1), FederalExportId(2))),
        };
        let say: Say<'_> = &|key: &str| key.to_owned();
        let page = |reason: Field| ExportPage {
            around: Around::sample(),
            file: FileLine::sample(),
            rows: vec![row(Some(State::Exported)), row(Some(State::Error)), row(None)],
            outcomes_url: "/".into(),
            fields: vec![reason.clone()].into_iter().filter(|field| !field.faults.is_empty()).collect(),
            outcome: Field::empty("state"),
            outcomes: outcomes(say, "error"),
            reason,
        };
        let fault = crate::kernel::Fault::new("reason", "federal-reason-missing");
        let refused = Field { faults: vec![fault], ..Field::empty("reason") };
        vec![page(Field::empty("reason")), page(refused)]
    }
}
