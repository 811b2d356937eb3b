//! The templates of an organisation, uploading one, and the lists of one.

use super::{Around, who};
use crate::federal_register::actions::Shelf;
use crate::federal_register::rules::Lists;
use crate::federal_register::rules::columns::{header, letter};
use crate::federal_register::store::templates::TemplateRow;
use crate::kernel::{Fault, FederalTemplateId, OrganisationId, Problem, dates};
use crate::organisations::store::OrganisationRow;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The templates.
#[derive(Debug, Serialize)]
pub struct TemplatesPage {
    around: Around,
    upload_url: String,
    file: Field,
    effective_from: Field,
    fields: Vec<Field>,
    most_bytes: usize,
    most_megabytes: usize,
    templates: Vec<Version>,
}

#[derive(Debug, Serialize)]
struct Version {
    number: i32,
    file_name: String,
    url: String,
    sha256: String,
    from: String,
    in_force: bool,
    uploaded_at: String,
    uploaded_by: Option<String>,
}

impl Version {
    fn sample(in_force: bool) -> Version {
        Version {
            number: 2,
            file_name: "ДПО 2026.xlsx".into(),
            url: paths::federal_template(OrganisationId(1), FederalTemplateId(1)),
            sha256: "9f".repeat(32),
            from: "1 сентября 2026 г.".into(),
            in_force,
            uploaded_at: "1 сентября 2026 г., 10:00".into(),
            uploaded_by: in_force.then(|| "Рябинина Ирина Павловна".to_owned()),
        }
    }
}

impl TemplatesPage {
    /// The templates for a reader; with the form as it was typed, when it was refused. `most_bytes`: the most that a file
    /// may have.
    pub fn new(
        shelf: &Shelf,
        typed: Option<(&Form, &Problem)>,
        most_bytes: usize,
        reader: &Reader,
    ) -> TemplatesPage {
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (file, effective_from) = (field("file"), field("effective_from"));
        let wrong = [&file, &effective_from].into_iter().filter(|field| !field.faults.is_empty());
        let id = shelf.organisation.id;
        let version = |row: &TemplateRow| Version {
            number: row.number,
            file_name: row.name.clone(),
            url: paths::federal_template(id, row.id),
            sha256: row.sha256.clone(),
            from: dates::date(reader.language, row.effective_from),
            in_force: shelf.in_force == Some(row.id),
            uploaded_at: dates::date_and_time(reader.language, row.uploaded_at, reader.zone),
            uploaded_by: who(&shelf.names, row.uploaded_by),
        };
        TemplatesPage {
            around: Around::new(&shelf.organisation.short_name, id),
            upload_url: paths::federal_templates(id),
            fields: wrong.cloned().collect(),
            file,
            effective_from,
            most_bytes,
            most_megabytes: most_bytes / (1024 * 1024),
            templates: shelf.templates.iter().map(version).collect(),
        }
    }
}

impl View for TemplatesPage {
    const TEMPLATE: &'static str = "pages/federal_register/templates";

    fn title(&self) -> Title {
        Title::key("federal-templates-title")
    }

    fn samples() -> Vec<TemplatesPage> {
        let codes = [
            "federal-not-xlsx",
            "federal-macros",
            "federal-merged",
            "federal-formula",
            "federal-sheet-missing",
            "federal-header-moved",
            "federal-header-renamed",
            "federal-header-missing",
            "federal-header-added",
            "federal-list-missing",
            "federal-file-missing",
            "federal-template-missing",
        ];
        let fault = |code| {
            let fault =
                Fault::new("file", code).with("column", "V").with("header", "СНИЛС").with("found", "W");
            fault.with("list", "ДаНет").with("sheet", "Шаблон").with("cells", "A2:B3")
        };
        let page = |faults: Vec<Fault>, templates: Vec<Version>| {
            let file = Field { faults, ..Field::empty("file") };
            let fields = Some(file.clone()).filter(|file| !file.faults.is_empty()).into_iter().collect();
            TemplatesPage {
                around: Around::sample(),
                upload_url: paths::federal_templates(OrganisationId(1)),
                file,
                effective_from: Field::empty("effective_from"),
                fields,
                most_bytes: 5 * 1024 * 1024,
                most_megabytes: 5,
                templates,
            }
        };
        vec![
            page(Vec::new(), Vec::new()),
            page(codes.map(fault).into(), vec![Version::sample(true), Version::sample(false)]),
        ]
    }
}

/// One template with its lists.
#[derive(Debug, Serialize)]
pub struct TemplatePage {
    around: Around,
    file_name: String,
    file_url: String,
    sha256: String,
    from: String,
    lists: Vec<ListLine>,
    /// The columns that usually have a list and have none, by their letters.
    unlisted: String,
    /// Areas of the rows for data with conditional formats.
    formatted: String,
}

#[derive(Debug, Serialize)]
struct ListLine {
    column: String,
    header: String,
    list: String,
    count: usize,
    values: Vec<String>,
}

impl TemplatePage {
    /// One template for a reader.
    pub fn new(organisation: &OrganisationRow, row: &TemplateRow, reader: &Reader) -> TemplatePage {
        TemplatePage {
            around: Around::new(&organisation.short_name, organisation.id),
            file_name: row.name.clone(),
            file_url: paths::federal_template_file(organisation.id, row.id),
            sha256: row.sha256.clone(),
            from: dates::date(reader.language, row.effective_from),
            lists: lines(&row.lists.0),
            unlisted: row.lists.0.unlisted().join(", "),
            formatted: row.lists.0.formatted.join(", "),
        }
    }
}

fn lines(lists: &Lists) -> Vec<ListLine> {
    let line = |list: &crate::federal_register::rules::template::ColumnList| ListLine {
        column: letter(list.column),
        header: header(list.column).to_owned(),
        list: list.name.clone(),
        count: list.values.len(),
        values: list.values.clone(),
    };
    lists.lists.iter().map(line).collect()
}

impl View for TemplatePage {
    const TEMPLATE: &'static str = "pages/federal_register/template";

    fn title(&self) -> Title {
        Title::text(&self.file_name)
    }

    fn samples() -> Vec<TemplatePage> {
        let line = ListLine {
            column: "Z".into(),
            header: header(26).to_owned(),
            list: "Пол".into(),
            count: 2,
            values: vec!["Муж".into(), "Жен".into()],
        };
        let page = |lists: Vec<ListLine>, unlisted: &str| TemplatePage {
            around: Around::sample(),
            file_name: "ДПО 2026.xlsx".into(),
            file_url: paths::federal_template_file(OrganisationId(1), FederalTemplateId(1)),
            sha256: "9f".repeat(32),
            from: "1 сентября 2026 г.".into(),
            lists,
            unlisted: unlisted.to_owned(),
            formatted: if unlisted.is_empty() { "A2:A1002".to_owned() } else { String::new() },
        };
        vec![page(vec![line], ""), page(Vec::new(), "A, B")]
    }
}
