//! Enrolling from a file: the upload, and the dry run with its faults in the cells.

use super::wrong;
use crate::editions::actions::imports::{DryRun, MAX_BYTES};
use crate::editions::rules::import::{CheckedRow, Fate, ReadAs};
use crate::editions::store::EditionRow;
use crate::kernel::{EditionId, EnrolmentImportId, Fault};
use crate::web::{Field, Title, View, paths};
use serde::Serialize;

/// Choosing a file.
#[derive(Debug, Serialize)]
pub struct Upload {
    edition: String,
    edition_url: String,
    one_url: String,
    url: String,
    template_url: String,
    file: Field,
    fields: Vec<Field>,
    most_bytes: usize,
    most_megabytes: usize,
}

impl Upload {
    /// The form, with what is wrong about the file that was sent, and the most bytes a file may have.
    pub fn new(edition: &EditionRow, faults: &[Fault], most_bytes: usize) -> Upload {
        Upload::of(edition.id, edition.title.clone(), faults, most_bytes)
    }

    fn of(id: EditionId, edition: String, faults: &[Fault], most_bytes: usize) -> Upload {
        let file = Field { faults: faults.to_vec(), ..Field::empty("file") };
        Upload {
            edition,
            edition_url: paths::edition(id),
            one_url: paths::new_enrolment(id),
            url: paths::enrolment_imports(id),
            template_url: paths::enrolment_import_template(id),
            fields: wrong(&[&file]),
            file,
            most_bytes,
            most_megabytes: most_bytes / (1024 * 1024),
        }
    }
}

impl View for Upload {
    const TEMPLATE: &'static str = "pages/editions/upload";

    fn title(&self) -> Title {
        Title::key("import-upload-title")
    }

    fn samples() -> Vec<Upload> {
        let line = |code| Fault::new("file", code).with("line", 3).with("column", 2);
        let count = |code| Fault::new("file", code).with("limit", 2000).with("count", 2001);
        let faults = [
            line("table-quotes"),
            line("table-extra-cells"),
            line("table-cell-too-long"),
            line("table-too-many-columns"),
            line("table-broken-utf8"),
            Fault::new("file", "table-empty"),
            Fault::new("file", "table-damaged"),
            Fault::new("file", "table-unpacks-too-large"),
            count("import-too-many"),
            Fault::new("file", "import-no-rows"),
            Fault::new("file", "import-no-surname"),
            Fault::new("file", "import-no-given-name"),
            Fault::new("file", "import-no-email"),
            Fault::new("file", "import-column-twice").with("name", "Имя"),
            Fault::new("file", "edition-over"),
        ];
        vec![
            Upload::of(EditionId(1), "2-й поток".into(), &[], MAX_BYTES),
            Upload::of(EditionId(1), "2-й поток".into(), &faults, MAX_BYTES),
        ]
    }
}

/// A dry run.
#[derive(Debug, Serialize)]
pub struct Import {
    edition: String,
    edition_url: String,
    file_name: String,
    again_url: String,
    confirm_url: String,
    confirmed: bool,
    has_faults: bool,
    faults: usize,
    faulty_rows: usize,
    nothing_to_do: bool,
    rows_count: usize,
    create: usize,
    enrol: usize,
    to_enrol: usize,
    keep: usize,
    free: i64,
    unused: Option<String>,
    read_as: Option<Source>,
    rows: Vec<Row>,
}

/// How the file was read.
#[derive(Debug, Serialize)]
struct Source {
    encoding: String,
    delimiter: &'static str,
}

#[derive(Debug, Serialize)]
struct Row {
    line: u32,
    faulty: bool,
    fate_key: &'static str,
    good: bool,
    surname: Cell,
    given_name: Cell,
    patronymic: Cell,
    email: Cell,
    organisation: Cell,
    position: Cell,
    language: Cell,
}

#[derive(Debug, Serialize)]
struct Cell {
    text: String,
    fault: Option<Fault>,
    note: Option<Fault>,
}

impl Import {
    /// The dry run: rows with faults first, then the rest, both in the order of the file.
    pub fn new(run: &DryRun) -> Import {
        let (id, checked) = (run.edition.id, &run.checked);
        let create = checked.count(|fate| *fate == Fate::Create);
        let enrol = checked.count(|fate| matches!(fate, Fate::Enrol(_)));
        let faulty_rows = checked.count(|fate| *fate == Fate::Refuse);
        let mut rows: Vec<Row> = checked.rows.iter().map(row).collect();
        rows.sort_by_key(|row| !row.faulty);
        let unused = &run.import.content.0.unused;
        Import {
            edition: run.edition.title.clone(),
            edition_url: paths::edition(id),
            file_name: run.import.file_name.clone(),
            again_url: paths::new_enrolment_import(id),
            confirm_url: paths::import_confirmation(id, run.import.id),
            confirmed: run.import.confirmed_at.is_some(),
            has_faults: faulty_rows > 0,
            faults: checked.fault_count(),
            faulty_rows,
            nothing_to_do: create + enrol + faulty_rows == 0,
            rows_count: rows.len(),
            create,
            enrol,
            to_enrol: create + enrol,
            keep: checked.count(|fate| *fate == Fate::Keep),
            free: run.free_places.max(0),
            unused: Some(unused.join(", ")).filter(|names| !names.is_empty()),
            read_as: run.import.content.0.read_as.as_ref().map(Source::of),
            rows,
        }
    }
}

impl Source {
    fn of(read_as: &ReadAs) -> Source {
        Source { encoding: read_as.encoding.clone(), delimiter: read_as.delimiter_word() }
    }
}

fn row(row: &CheckedRow) -> Row {
    let entry = &row.entry;
    let cell = |field: &str, text: &str| {
        let own = |list: &[Fault]| list.iter().find(|fault| fault.field == field).cloned();
        Cell { text: text.to_owned(), fault: own(&row.faults), note: own(&row.notes) }
    };
    let language = if entry.language.is_empty() { row.language.own_name() } else { &entry.language };
    Row {
        line: row.line,
        faulty: row.fate == Fate::Refuse,
        good: matches!(row.fate, Fate::Create | Fate::Enrol(_)),
        fate_key: match row.fate {
            Fate::Create => "import-fate-create",
            Fate::Enrol(_) => "import-fate-enrol",
            Fate::Keep => "import-fate-keep",
            Fate::Refuse => "import-fate-refuse",
        },
        surname: cell("surname", &entry.surname),
        given_name: cell("given_name", &entry.given_name),
        patronymic: cell("patronymic", &entry.patronymic),
        email: cell("email", &entry.email),
        organisation: cell("organisation", &entry.organisation),
        position: cell("position", &entry.position),
        language: cell("language", language),
    }
}

impl View for Import {
    const TEMPLATE: &'static str = "pages/editions/import";

    fn title(&self) -> Title {
        Title::key("import-title")
    }

    fn samples() -> Vec<Import> {
        vec![sample(sample_rows(), false), sample(Vec::new(), false), sample(Vec::new(), true)]
    }
}

fn sample(rows: Vec<Row>, confirmed: bool) -> Import {
    let id = EditionId(1);
    Import {
        edition: "2-й поток".into(),
        edition_url: paths::edition(id),
        file_name: "список.xlsx".into(),
        again_url: paths::new_enrolment_import(id),
        confirm_url: paths::import_confirmation(id, EnrolmentImportId(1)),
        confirmed,
        has_faults: !rows.is_empty(),
        faults: 3,
        faulty_rows: 2,
        nothing_to_do: confirmed,
        rows_count: 41,
        create: 5,
        enrol: 1,
        to_enrol: 6,
        keep: 21,
        free: 7,
        unused: Some("Город".into()),
        read_as: ReadAs::of(Some("windows-1251"), Some(';')).as_ref().map(Source::of),
        rows,
    }
}

/// One row for each thing that may be said in a cell.
fn sample_rows() -> Vec<Row> {
    let named =
        |code| Some(Fault::new("email", code).with("name", "Ли Анна").with("line", 2).with("free", 3));
    let cell = |fault, note| Cell { text: "Ли".into(), fault, note };
    let faults =
        ["import-email-twice", "import-over-capacity", "import-account-closed", "import-other-person"];
    let notes = [
        "import-organisation-new",
        "import-already-enrolled",
        "import-enrolled-again",
        "import-has-account",
        "import-name-differs",
    ];
    let row = |fault: Option<Fault>, note: Option<Fault>| Row {
        line: 2,
        faulty: fault.is_some(),
        fate_key: if fault.is_some() { "import-fate-refuse" } else { "import-fate-keep" },
        good: false,
        surname: cell(None, None),
        given_name: cell(None, None),
        patronymic: cell(None, None),
        email: cell(fault, note),
        organisation: cell(None, None),
        position: cell(None, None),
        language: cell(None, None),
    };
    let faulty = faults.into_iter().map(|code| row(named(code), None));
    faulty.chain(notes.into_iter().map(|code| row(None, named(code)))).collect()
}
