//! The page of a group's files.

pub mod papers;

use super::actions::{Listed, Shown};
use super::rules::Missing;
use crate::kernel::{EditionId, dates};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct FilesPage {
    edition: String,
    edition_url: String,
    url: String,
    missing: Vec<Lack>,
    working: bool,
    files: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Lack {
    key: String,
    count: usize,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    asked: String,
    by: String,
    printed: usize,
    planned: i32,
    troubled: bool,
    too_large: bool,
    given_up: bool,
    archive: Option<Archive>,
}

#[derive(Debug, Clone, Serialize)]
struct Archive {
    url: String,
    files: i32,
    sha256: String,
    missing: Vec<Lack>,
}

fn lacks(missing: &[Missing]) -> Vec<Lack> {
    let lack = |one: &Missing| Lack { key: format!("group-files-missing-{}", one.what), count: one.count };
    missing.iter().map(lack).collect()
}

impl FilesPage {
    /// The files for a reader.
    pub fn new(shown: &Shown, reader: &Reader) -> FilesPage {
        let line = |one: &Listed| Line {
            asked: dates::date_and_time(reader.language, one.row.asked_at, reader.zone),
            by: one.by.surname_and_initials(),
            printed: one.printed,
            planned: one.row.planned,
            troubled: one.troubled,
            too_large: one.too_large,
            given_up: one.given_up,
            archive: one.archive.as_ref().map(|(archive, missing)| Archive {
                url: paths::group_file_archive(archive.group_file_id),
                files: archive.files,
                sha256: archive.sha256.clone(),
                missing: lacks(missing),
            }),
        };
        FilesPage {
            edition: shown.title.clone(),
            edition_url: paths::edition(shown.edition),
            url: paths::group_files(shown.edition),
            missing: lacks(&shown.missing),
            working: shown.files.iter().any(|one| one.archive.is_none() && !one.given_up),
            files: shown.files.iter().map(line).collect(),
        }
    }
}

impl View for FilesPage {
    const TEMPLATE: &'static str = "pages/group_files/index";

    fn title(&self) -> Title {
        Title::key("group-files-title")
    }

    fn samples() -> Vec<FilesPage> {
        use super::store::{ArchiveRow, FileRow};
        use crate::kernel::{GroupFileId, Language, Moment, PersonId, PersonName};
        let at = Moment::from_utc(Default::default());
        let missing = |what: &str| Missing { what: what.to_owned(), count: 2 };
        let all = [
            "enrolment",
            "commission",
            "assessment-sheet",
            "protocol",
            "closing",
            "sessions",
            "documents",
            "without",
        ];
        let listed = |id, made: bool, troubled| Listed {
            row: FileRow {
                id: GroupFileId(id),
                edition_id: EditionId(1),
                language: Language::Ru,
                planned: 12,
                asked_at: at,
                asked_by: PersonId(1),
            },
            by: PersonName::new("Рябинина", "Инна", None),
            printed: 5,
            archive: made.then(|| {
                let archive = ArchiveRow {
                    group_file_id: GroupFileId(id),
                    files: 44,
                    missing: "[]".into(),
                    made_at: at,
                    name: "group.zip".into(),
                    storage_key: "ab/ab".into(),
                    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
                };
                (archive, vec![missing("closing")])
            }),
            troubled,
            too_large: id == 4,
            given_up: id >= 4,
        };
        let shown =
            |missing, files| Shown {
                edition: EditionId(1), title: "Осенний поток".into(), missing, files
            };
        let reader = Reader::sample();
        let files =
            [(5, false, true), (4, false, true), (3, false, false), (2, false, true), (1, true, false)];
        let files = files.into_iter().map(|(id, made, troubled)| listed(id, made, troubled)).collect();
        vec![
            FilesPage::new(&shown(Vec::new(), Vec::new()), &reader),
            FilesPage::new(&shown(all.map(missing).into(), files), &reader),
        ]
    }
}
