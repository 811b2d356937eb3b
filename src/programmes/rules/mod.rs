//! Finds every fault in a programme's folder, and builds the programme when there is none. Pure: the files are
//! read by [`folder`](crate::programmes::folder) before.
//!
//! `parse` goes through the folder once: settings of the programme, modules with their activities, texts, and
//! at last what needs all of them together (hours, order, unused files). Every step notes faults and goes on,
//! so that an author sees all of them in one run.

pub mod case;
mod checks;
pub mod difference;
mod files;
mod finding;
pub mod graph;
pub mod hand_in;
pub mod limits;
pub mod links;
mod markdown;
mod media;
pub mod programme;
pub mod quiz;
mod read;
mod shelf;
pub mod stages;
mod table;
mod texts;
pub mod words;

pub use case::{CaseDefinition, CaseSettings, CaseText, Criterion, Level, PublicCase, TeamSize};
pub use files::FolderFiles;
pub use finding::{Code, Finding, Severity};
pub use limits::Limits;
pub use programme::{
    Activity, Body, CompletionShares, Declaration, LessonText, Media, Module, Programme, SelfCheck, Source,
    Volume,
};
pub use quiz::{
    Answer, Choice, ChoiceId, Decimal, PublicQuestion, Question, QuestionText, QuizDefinition, QuizSettings,
    ScaleLabels,
};
pub use stages::{Branch, Clock, Decision, EndText, PlanText, Stage, StagePlan, StageText};
pub use words::{
    Accepts, ActivityKind, DeliveryMode, DocumentKind, FileSort, Nature, PartKind, ProgrammeKind,
    QuestionKind, Release, SelfAssessment, Word,
};

use crate::kernel::Language;
use checks::MANIFEST;
use finding::Notes;
use read::module::{self, ModuleDraft};
use read::programme::{self as manifest, DeclarationDraft, Manifest};
use sha2::{Digest, Sha256};
use shelf::Shelf;
use std::collections::BTreeMap;
use texts::TextFiles;

/// What a check of a folder gives.
#[derive(Debug)]
pub struct Checked {
    /// The programme; `None` exactly when a finding is an error.
    pub programme: Option<Programme>,
    /// Everything that is wrong, by file and line.
    pub findings: Vec<Finding>,
    /// The text files of each activity by its key, the main language first.
    pub texts: BTreeMap<String, Vec<(Language, String)>>,
    /// The cases that could be read, by key, whatever is wrong elsewhere.
    pub cases: BTreeMap<String, CaseDefinition>,
}

impl Checked {
    /// The findings that stop an import.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity() == Severity::Error)
    }
}

/// Checks a folder by the hours of Russia, and builds its programme.
pub fn parse(files: &FolderFiles) -> Checked {
    parse_within(files, &Limits::russia())
}

/// Checks a folder by the hours that hold, and builds its programme.
pub fn parse_within(files: &FolderFiles, limits: &Limits) -> Checked {
    let mut found = Vec::new();
    checks::names(files, &mut found);
    let mut manifest = read_manifest(files, &mut found);
    if manifest.modules.is_empty() {
        // The fault is noted; the modules are still checked, all that there are.
        manifest.modules = checks::folders(files);
    }
    let drafts = read_modules(files, &manifest, &mut found);
    checks::order(&drafts, &mut found);
    checks::hours(&manifest, &drafts, limits, &mut found);
    checks::declarations(&manifest, &drafts, &mut found);
    checks::shared_files(&drafts, &mut found);
    let mut shelf = Shelf::new(files);
    let texts = find_texts(&manifest, &drafts, &mut shelf, &mut found);
    let bodies = read_bodies(&drafts, &texts, &mut shelf, &mut found);
    checks::leftovers(&manifest, &drafts, &shelf, &mut found);
    finding::tidy(&mut found);
    let names: Vec<String> = drafts
        .iter()
        .flat_map(|draft| &draft.activities)
        .map(|activity| activity.name().to_owned())
        .collect();
    let cases = names.iter().zip(&bodies).filter_map(|(key, body)| match body {
        Some(Body::Case(case)) => Some((key.clone(), case.clone())),
        _ => None,
    });
    let cases = cases.collect();
    let texts = names.into_iter().zip(texts).collect();
    let faultless = found.iter().all(|finding| finding.severity() == Severity::Warning);
    let modules = faultless.then(|| assemble(drafts, bodies)).flatten();
    let programme = modules.and_then(|modules| build(manifest, modules, &shelf));
    Checked { programme, findings: found, texts, cases }
}

fn read_manifest(files: &FolderFiles, found: &mut Vec<Finding>) -> Manifest {
    let mut notes = Notes::new(MANIFEST, found);
    match files.text(MANIFEST) {
        Some(text) => manifest::read(text, files.name(), &mut notes),
        None if files.has(MANIFEST) => Manifest::default(),
        None => {
            notes.add(1, Code::FileMissing, MANIFEST);
            Manifest::default()
        }
    }
}

fn read_modules(files: &FolderFiles, manifest: &Manifest, found: &mut Vec<Finding>) -> Vec<ModuleDraft> {
    let mut drafts = Vec::new();
    for listed in &manifest.modules {
        let path = format!("{}/module.toml", listed.value);
        match files.text(&path) {
            Some(text) => drafts.push(module::read(text, &listed.value, &mut Notes::new(&path, found))),
            None if files.has(&path) => {}
            None => Notes::new(MANIFEST, found).add(listed.line, Code::ModuleMissing, path),
        }
    }
    drafts
}

/// The text files of every activity. All are found before any is read, since texts link to each other.
fn find_texts(
    manifest: &Manifest,
    drafts: &[ModuleDraft],
    shelf: &mut Shelf,
    found: &mut Vec<Finding>,
) -> Vec<TextFiles> {
    let mut texts = Vec::new();
    for draft in drafts {
        for activity in &draft.activities {
            texts.push(texts::find(draft, activity, &manifest.languages, shelf, found));
        }
    }
    texts
}

fn read_bodies(
    drafts: &[ModuleDraft],
    texts: &[TextFiles],
    shelf: &mut Shelf,
    found: &mut Vec<Finding>,
) -> Vec<Option<Body>> {
    let activities = drafts.iter().flat_map(|draft| &draft.activities);
    activities.zip(texts).map(|(activity, texts)| texts::read(activity.kind?, texts, shelf, found)).collect()
}

fn assemble(drafts: Vec<ModuleDraft>, bodies: Vec<Option<Body>>) -> Option<Vec<Module>> {
    let mut bodies = bodies.into_iter();
    let mut modules = Vec::new();
    for draft in drafts {
        let mut activities = Vec::new();
        for activity in draft.activities {
            activities.push(activity.finish(bodies.next()??)?);
        }
        let extra_for = draft.extra_for.map(|key| key.value);
        modules.push(Module { key: draft.key, title: draft.title?, extra_for, activities });
    }
    Some(modules)
}

fn build(manifest: Manifest, modules: Vec<Module>, shelf: &Shelf) -> Option<Programme> {
    let used = shelf.files.paths().filter(|path| media::is_media(path) && shelf.is_used(path));
    let mut programme = Programme {
        slug: manifest.slug?,
        kind: manifest.kind?,
        languages: manifest.languages,
        academic_hour: manifest.academic_hour?,
        title: manifest.title?,
        summary: manifest.summary?,
        audience: manifest.audience?,
        hours: manifest.hours?.value,
        document: manifest.document?,
        rule: manifest.rule?,
        declarations: manifest
            .declarations
            .into_iter()
            .map(DeclarationDraft::finish)
            .collect::<Option<_>>()?,
        modules,
        media: used.map(|path| media::read(shelf.files, path)).collect::<Option<_>>()?,
        content_hash: String::new(),
        sources: shelf.files.texts(),
    };
    // Maps are ordered and there are no floats, so the JSON of one programme is always the same.
    let canonical = serde_json::to_vec(&programme).ok()?;
    programme.content_hash = hex::encode(Sha256::digest(canonical));
    Some(programme)
}
