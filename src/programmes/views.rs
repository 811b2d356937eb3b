//! The pages of administrators about programmes.

use super::actions::{CheckedFolder, FolderState, Shelved, Shown};
use super::rules::difference::{Aspect, Change, Outline};
use super::rules::words::Word as _;
use super::rules::{Checked, Finding, Severity};
use super::store::VersionRow;
use crate::kernel::{Localised, dates};
use crate::web::{Me, Reader, Say, Title, View, paths};
use filter::Filter;
use serde::Serialize;
use std::path::Path;

mod filter;
mod samples;

/// All programmes, and what lies in the content folder and is not imported.
#[derive(Debug, Serialize)]
pub struct Index {
    programmes: Vec<Card>,
    folders: Vec<Folder>,
    may_import: bool,
    imports_url: &'static str,
}

#[derive(Debug, Serialize)]
struct Card {
    title: String,
    summary: String,
    url: String,
    number: i32,
    imported_on: String,
    hours: i32,
    editions: i64,
}

/// A folder of course files as it stands to what is imported.
#[derive(Debug, Serialize)]
struct Folder {
    name: String,
    title: String,
    url: String,
    faulty: bool,
    new: bool,
    changed: bool,
    importable: bool,
    number: i32,
    errors: usize,
    warnings: usize,
    findings: Vec<FindingLine>,
    unreadable: String,
}

#[derive(Debug, Serialize)]
struct FindingLine {
    place: String,
    error: bool,
    key: String,
    detail: String,
}

impl Index {
    /// The page of what is imported and what is there.
    pub fn new(shelf: &[Shelved], folders: &[CheckedFolder], me: &Me, reader: &Reader) -> Index {
        let folders = folders.iter().map(|folder| Folder::new(folder, shelf, reader));
        Index {
            may_import: me.actor.roles.site_administrator,
            programmes: shelf.iter().filter_map(|shelved| Card::new(shelved, reader)).collect(),
            folders: folders.filter(|folder| folder.faulty || folder.importable).collect(),
            imports_url: paths::PROGRAMME_IMPORTS,
        }
    }
}

impl Card {
    fn new(shelved: &Shelved, reader: &Reader) -> Option<Card> {
        let (last, _) = shelved.versions.first()?;
        Some(Card {
            title: last.title.0.for_reader(reader.language).to_owned(),
            summary: last.summary.0.for_reader(reader.language).to_owned(),
            url: paths::programme(&last.slug),
            number: last.number,
            imported_on: day(last, reader),
            hours: last.volume().total().0,
            editions: shelved.versions.iter().map(|(_, editions)| editions).sum(),
        })
    }
}

fn day(version: &VersionRow, reader: &Reader) -> String {
    dates::date(reader.language, version.imported_at.date_in(reader.zone))
}

impl Folder {
    fn new(folder: &CheckedFolder, shelf: &[Shelved], reader: &Reader) -> Folder {
        let state = super::actions::state(folder, shelf);
        let number = match state {
            FolderState::Changed(number) | FolderState::Imported(number) => number,
            FolderState::Faulty | FolderState::New => 0,
        };
        let findings = folder.outcome.as_ref().map(findings).unwrap_or_default();
        let title = folder.programme().map(|programme| programme.title.for_reader(reader.language));
        let slug = folder.programme().map(|programme| programme.slug.as_str());
        Folder {
            title: title.unwrap_or(&folder.name).to_owned(),
            url: slug.filter(|_| number > 0).map(paths::programme).unwrap_or_default(),
            name: folder.name.clone(),
            faulty: state == FolderState::Faulty,
            new: state == FolderState::New,
            changed: matches!(state, FolderState::Changed(_)),
            importable: matches!(state, FolderState::New | FolderState::Changed(_)),
            number,
            errors: findings.iter().filter(|line| line.error).count(),
            warnings: findings.iter().filter(|line| !line.error).count(),
            findings,
            unreadable: folder.outcome.as_ref().err().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

/// The findings of a folder, those that stop an import first.
fn findings(checked: &Checked) -> Vec<FindingLine> {
    let mut lines: Vec<FindingLine> = checked.findings.iter().map(FindingLine::new).collect();
    lines.sort_by_key(|line| !line.error);
    lines
}

impl FindingLine {
    fn new(finding: &Finding) -> FindingLine {
        FindingLine {
            place: format!("{}:{}", finding.file, finding.line),
            error: finding.severity() == Severity::Error,
            key: finding_key(finding),
            detail: finding.detail.clone(),
        }
    }
}

/// The message of a finding: what is wrong, and what to do.
pub fn finding_key(finding: &Finding) -> String {
    format!("fault-content-{}", finding.code.as_str())
}

impl View for Index {
    const TEMPLATE: &'static str = "pages/programmes/index";

    fn title(&self) -> Title {
        Title::key("programmes-index-title")
    }

    fn samples() -> Vec<Index> {
        samples::index()
    }
}

/// The folders under the content folder with every finding of the checker.
#[derive(Debug, Serialize)]
pub struct Folders {
    folders: Vec<Folder>,
    may_import: bool,
    refused: bool,
    content_dir: String,
    imports_url: &'static str,
    programmes_url: &'static str,
}

/// Who looks at the content folder, and where it lies.
#[derive(Clone, Copy)]
pub struct Seen<'s> {
    /// Who.
    pub me: &'s Me,
    /// How they read.
    pub reader: &'s Reader,
    /// The content folder.
    pub content_dir: &'s Path,
}

impl Folders {
    /// All folders.
    pub fn all(folders: &[CheckedFolder], shelf: &[Shelved], seen: &Seen<'_>) -> Folders {
        let Seen { me, reader, content_dir } = *seen;
        Folders {
            may_import: me.actor.roles.site_administrator,
            folders: folders.iter().map(|folder| Folder::new(folder, shelf, reader)).collect(),
            refused: false,
            content_dir: content_dir.display().to_string(),
            imports_url: paths::PROGRAMME_IMPORTS,
            programmes_url: paths::PROGRAMMES,
        }
    }

    /// The one folder whose import was refused.
    pub fn refused(folder: &CheckedFolder, seen: &Seen<'_>) -> Folders {
        Folders { refused: true, ..Folders::all(std::slice::from_ref(folder), &[], seen) }
    }
}

impl View for Folders {
    const TEMPLATE: &'static str = "pages/programmes/folders";

    fn title(&self) -> Title {
        Title::key("programmes-folders-title")
    }

    fn samples() -> Vec<Folders> {
        samples::folders()
    }
}

/// One version of a programme.
#[derive(Debug, Serialize)]
pub struct Programme {
    title: String,
    kind: &'static str,
    summary: String,
    audience: String,
    number: i32,
    imported_on: String,
    hours: i32,
    theory: i32,
    practice: i32,
    self_study: i32,
    academic_hour: i32,
    languages: String,
    document: &'static str,
    attendance_percent: i32,
    hours_percent: i32,
    filter: Filter,
    modules: Vec<ModuleView>,
    changed: Option<Changed>,
    versions: Vec<VersionLine>,
    new_edition_url: &'static str,
    programmes_url: &'static str,
    /// Where its cases are written; empty for whoever may not.
    cases_url: String,
}

#[derive(Debug, Serialize)]
struct ModuleView {
    title: String,
    hours: i32,
    /// The question whose answer "no experience" assigns it, if it is an extra one.
    extra: Option<String>,
    activities: Vec<ActivityView>,
}

#[derive(Debug, Serialize)]
struct ActivityView {
    title: String,
    place: usize,
    format: String,
    mode: &'static str,
    nature: &'static str,
    hours: i32,
    after: String,
    preview_url: String,
}

#[derive(Debug, Serialize)]
struct Changed {
    number: i32,
    hours_before: i32,
    hours_now: i32,
    changes: Vec<ChangeLine>,
}

#[derive(Debug, Serialize)]
struct ChangeLine {
    title: String,
    added: bool,
    removed: bool,
    hours: i32,
    aspects: Vec<AspectView>,
}

#[derive(Debug, Serialize)]
struct AspectView {
    key: &'static str,
    from: i32,
    to: i32,
}

#[derive(Debug, Serialize)]
struct VersionLine {
    number: i32,
    url: String,
    current: bool,
    imported_on: String,
    theory: i32,
    practice: i32,
    self_study: i32,
    languages: String,
    editions: i64,
}

impl Programme {
    /// The page of a version, with the activities of one format where one is named.
    pub fn new(shown: &Shown, format: &str, reader: &Reader, say: Say<'_>) -> Programme {
        let version = &shown.version;
        let filter = Filter::new(shown, format, reader.language, say);
        let text = |text: &Localised| text.for_reader(reader.language).to_owned();
        Programme {
            title: text(&version.title.0),
            kind: version.kind.as_str(),
            summary: text(&version.summary.0),
            audience: text(&version.audience.0),
            number: version.number,
            imported_on: day(version, reader),
            hours: version.volume().total().0,
            theory: version.theory.0,
            practice: version.practice.0,
            self_study: version.self_study.0,
            academic_hour: version.academic_hour.0,
            languages: languages(version),
            document: version.document_kind.as_str(),
            attendance_percent: version.rule.0.attendance.as_percent(),
            hours_percent: version.rule.0.hours.as_percent(),
            modules: modules(shown, reader, &filter),
            filter,
            changed: shown
                .changed
                .as_ref()
                .map(|(before, changes)| Changed::new(before, version, changes, reader)),
            versions: shown.versions.iter().map(|row| VersionLine::new(row, version, reader)).collect(),
            new_edition_url: paths::NEW_EDITION,
            programmes_url: paths::PROGRAMMES,
            cases_url: String::new(),
        }
    }

    /// The same, with the way to where its cases are written.
    pub fn with_cases(self, shown: &Shown) -> Programme {
        Programme { cases_url: paths::case_desk(&shown.version.slug), ..self }
    }
}

fn languages(version: &VersionRow) -> String {
    version.languages.0.iter().map(|language| language.own_name()).collect::<Vec<_>>().join(", ")
}

fn modules(shown: &Shown, reader: &Reader, filter: &Filter) -> Vec<ModuleView> {
    let outline = &shown.outline;
    let question_of = |key: &String| {
        let asked = shown.declarations.iter().find(|one| one.key == *key);
        asked.map(|one| one.question.for_reader(reader.language).to_owned())
    };
    let title_of = |key: &str| {
        outline.iter().find(|one| one.key == *key).map(|one| one.title.for_reader(reader.language))
    };
    let mut modules: Vec<ModuleView> = Vec::new();
    let mut last = None;
    for (place, one) in (1..).zip(outline) {
        if last != Some(&one.module) {
            let title = one.module.for_reader(reader.language).to_owned();
            let extra = one.extra_for.as_ref().and_then(question_of);
            modules.push(ModuleView { title, hours: 0, extra, activities: Vec::new() });
            last = Some(&one.module);
        }
        if let Some(module) = modules.last_mut() {
            module.hours += one.hours.0;
            if !filter.lets(&one.format) {
                continue;
            }
            let after: Vec<&str> = one.after.iter().filter_map(|key| title_of(key)).collect();
            module.activities.push(ActivityView {
                title: one.title.for_reader(reader.language).to_owned(),
                place,
                format: filter.name(&one.format),
                mode: one.mode.as_str(),
                nature: one.nature.as_str(),
                hours: one.hours.0,
                after: after.join("; "),
                preview_url: preview_url(one),
            });
        }
    }
    modules.retain(|module| !module.activities.is_empty());
    modules
}

fn preview_url(one: &Outline) -> String {
    match one.kind {
        super::rules::ActivityKind::Lesson => paths::lesson_preview(one.id),
        super::rules::ActivityKind::Case => paths::case_preview(one.id),
        _ => String::new(),
    }
}

impl Changed {
    fn new(before: &VersionRow, now: &VersionRow, changes: &[Change], reader: &Reader) -> Changed {
        Changed {
            number: before.number,
            hours_before: before.volume().total().0,
            hours_now: now.volume().total().0,
            changes: changes.iter().map(|change| ChangeLine::new(change, reader)).collect(),
        }
    }
}

impl ChangeLine {
    fn new(change: &Change, reader: &Reader) -> ChangeLine {
        let (one, aspects) = match change {
            Change::Added(one) | Change::Removed(one) => (one, Vec::new()),
            Change::Changed { now, aspects } => (now, aspects.iter().map(AspectView::new).collect()),
        };
        ChangeLine {
            title: one.title.for_reader(reader.language).to_owned(),
            added: matches!(change, Change::Added(_)),
            removed: matches!(change, Change::Removed(_)),
            hours: one.hours.0,
            aspects,
        }
    }
}

impl AspectView {
    fn new(aspect: &Aspect) -> AspectView {
        let key = match aspect {
            Aspect::Hours { from, to } => {
                return AspectView { key: "programmes-aspect-hours", from: from.0, to: to.0 };
            }
            Aspect::Content => "programmes-aspect-content",
            Aspect::Title => "programmes-aspect-title",
            Aspect::Module => "programmes-aspect-module",
            Aspect::Extra => "programmes-aspect-extra",
            Aspect::Form => "programmes-aspect-form",
            Aspect::Nature => "programmes-aspect-nature",
            Aspect::Prerequisites => "programmes-aspect-prerequisites",
        };
        AspectView { key, from: 0, to: 0 }
    }
}

impl VersionLine {
    fn new((version, editions): &(VersionRow, i64), shown: &VersionRow, reader: &Reader) -> VersionLine {
        VersionLine {
            number: version.number,
            url: paths::programme_version(&version.slug, version.number),
            current: version.id == shown.id,
            imported_on: day(version, reader),
            theory: version.theory.0,
            practice: version.practice.0,
            self_study: version.self_study.0,
            languages: languages(version),
            editions: *editions,
        }
    }
}

impl View for Programme {
    const TEMPLATE: &'static str = "pages/programmes/show";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<Programme> {
        samples::programme()
    }
}
