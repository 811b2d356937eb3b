//! What would be exported now, and what keeps the rest out.

use super::Around;
use crate::federal_register::actions::{Checked, Line};
use crate::federal_register::rules::cells::{Issue, Level, Source};
use crate::federal_register::rules::columns::{header, letter};
use crate::kernel::{DocumentId, EditionId, Fault, Language, OrganisationId, dates};
use crate::organisations::store::OrganisationRow;
use crate::web::{Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CheckPage {
    around: Around,
    /// Without a template nothing can be compared.
    no_template: bool,
    template: Option<String>,
    template_url: Option<String>,
    export_url: String,
    /// Behind which place of the queue these documents stand; empty at its head.
    after: String,
    fine: usize,
    files: usize,
    held: usize,
    /// Where the next documents are, where there are more than are looked at at once.
    next_url: Option<String>,
    /// Where the first are, where these are not.
    first_url: Option<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    number: String,
    url: String,
    holder: String,
    due_on: String,
    goes: bool,
    issues: Vec<Said>,
}

#[derive(Debug, Clone, Serialize)]
struct Said {
    column: String,
    header: String,
    fault: Fault,
    keeps_out: bool,
    warns: bool,
    mend_key: Option<&'static str>,
    mend_url: String,
}

impl Said {
    fn new(issue: &Issue, line: &Line) -> Said {
        let queued = &line.queued;
        let document = || paths::document(queued.id);
        let (key, url) = match issue.source() {
            Source::Document => ("federal-mend-document", document()),
            Source::Programme => {
                ("federal-mend-programme", queued.edition_id.map_or_else(document, paths::edition))
            }
            Source::Settings => {
                ("federal-mend-settings", queued.edition_id.map_or_else(document, paths::federal_settings))
            }
            Source::Holder => ("federal-mend-holder", paths::person_identity(queued.person_id)),
        };
        Said {
            column: letter(issue.column),
            header: header(issue.column).to_owned(),
            fault: issue.fault.clone(),
            keeps_out: issue.level == Level::Fault,
            warns: issue.level == Level::Warning,
            mend_key: (issue.level > Level::Mended).then_some(key),
            mend_url: url,
        }
    }
}

impl CheckPage {
    /// What would be exported now.
    pub fn new(checked: &Checked, reader: Language) -> CheckPage {
        let id = checked.organisation.id;
        let fine = checked.fine().count();
        let row = |line: &Line| Row {
            number: line.queued.number.clone(),
            url: paths::document(line.queued.id),
            holder: line.queued.holder.clone(),
            due_on: dates::date(reader, line.due.on),
            goes: line.row.is_fine(),
            issues: line.row.issues.iter().map(|issue| Said::new(issue, line)).collect(),
        };
        let noted = checked.lines.iter().filter(|line| !line.row.issues.is_empty());
        CheckPage {
            around: Around::new(&checked.organisation.short_name, id),
            no_template: false,
            template: Some(checked.template.name.clone()),
            template_url: Some(paths::federal_template(id, checked.template.id)),
            export_url: paths::federal_exports(id),
            fine,
            files: fine.div_ceil(checked.federal.rows.max(1)),
            after: checked.after.map(place_text).unwrap_or_default(),
            held: checked.lines.len() - fine,
            next_url: checked.next.map(|next| check_of(id, Some(next))),
            first_url: checked.after.map(|_| check_of(id, None)),
            rows: noted.map(row).collect(),
        }
    }

    /// Nothing can be compared while no template holds.
    pub fn without_template(organisation: &OrganisationRow) -> CheckPage {
        CheckPage {
            around: Around::new(&organisation.short_name, organisation.id),
            no_template: true,
            template: None,
            template_url: None,
            export_url: paths::federal_exports(organisation.id),
            fine: 0,
            files: 0,
            after: String::new(),
            held: 0,
            next_url: None,
            first_url: None,
            rows: Vec::new(),
        }
    }
}

impl View for CheckPage {
    const TEMPLATE: &'static str = "pages/federal_register/check";

    fn title(&self) -> Title {
        Title::key("federal-check-title")
    }

    fn samples() -> Vec<CheckPage> {
        let id = OrganisationId(1);
        let said = |(column, code): &(usize, &'static str), level: Level| Said {
            column: letter(*column),
            header: header(*column).to_owned(),
            fault: Fault::new(letter(*column), code)
                .with("text", "Шкoла")
                .with("what", "double-space")
                .with("list", "Области")
                .with("limit", 255)
                .with("length", 300)
                .with("from", 1978)
                .with("to", 2026)
                .with("hours", 15)
                .with("fewest", 16),
            keeps_out: level == Level::Fault,
            warns: level == Level::Warning,
            mend_key: (level > Level::Mended).then_some("federal-mend-settings"),
            mend_url: paths::federal_settings(EditionId(1)),
        };
        let row = |goes: bool, issues: Vec<Said>| Row {
            number: "УПК-2026/0042".into(),
            url: paths::document(DocumentId(1)),
            holder: "Ахметова Алия".into(),
            due_on: "1 октября 2026 г.".into(),
            goes,
            issues,
        };
        let noted = vec![
            row(false, FAULTS.iter().map(|one| said(one, Level::Fault)).collect()),
            row(
                true,
                vec![
                    said(&(11, "federal-look-alike"), Level::Warning),
                    said(&(11, "federal-mended"), Level::Mended),
                ],
            ),
        ];
        let behind = (NaiveDate::default(), DocumentId(17));
        let page = |fine: usize, rows: Vec<Row>| CheckPage {
            around: Around::sample(),
            no_template: false,
            template: Some("ДПО 2026.xlsx".into()),
            template_url: Some(paths::federal_template(id, crate::kernel::FederalTemplateId(1))),
            export_url: paths::federal_exports(id),
            fine,
            files: fine.div_ceil(1000),
            after: if rows.is_empty() { String::new() } else { place_text(behind) },
            held: usize::from(!rows.is_empty()),
            next_url: (!rows.is_empty()).then(|| check_of(id, Some(behind))),
            first_url: (!rows.is_empty()).then(|| check_of(id, None)),
            rows,
        };
        let bare = CheckPage { no_template: true, template: None, template_url: None, ..page(0, Vec::new()) };
        vec![page(1_001, noted), page(3, Vec::new()), page(0, Vec::new()), bare]
    }
}

/// A place of the queue as addresses spell it.
fn place_text((day, document): (NaiveDate, DocumentId)) -> String {
    format!("{day}.{document}")
}

/// The address of the check behind a place of the queue.
pub fn check_of(id: OrganisationId, after: Option<(NaiveDate, DocumentId)>) -> String {
    let path = paths::federal_check(id);
    after.map_or_else(|| path.clone(), |place| format!("{path}?after={}", place_text(place)))
}

/// Every fault there is, each in a column that may have it.
const FAULTS: [(usize, &str); 20] = [
    (12, "federal-not-chosen"),
    (12, "federal-cell-not-in-list"),
    (1, "federal-no-word"),
    (11, "federal-too-long"),
    (11, "federal-signs"),
    (15, "federal-education-missing"),
    (15, "federal-education-studying"),
    (19, "federal-year"),
    (19, "federal-period-missing"),
    (21, "federal-hours"),
    (22, "federal-name"),
    (22, "federal-spelling-missing"),
    (25, "federal-date"),
    (25, "federal-born-missing"),
    (26, "federal-sex-missing"),
    (27, "federal-snils"),
    (27, "federal-snils-missing"),
    (31, "federal-citizenship"),
    (31, "federal-citizenship-missing"),
    (32, "federal-original-missing"),
];
