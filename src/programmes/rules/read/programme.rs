//! Reads `programme.toml`.

use crate::kernel::{AcademicHours, Language, Localised, Minutes, Permille};
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::programme::{CompletionShares, Declaration, Volume};
use crate::programmes::rules::table::{At, Document, Section, is_key};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use std::collections::BTreeSet;

/// What `programme.toml` says, as far as it could be read.
#[derive(Debug, Default)]
pub(in crate::programmes::rules) struct Manifest {
    pub slug: Option<String>,
    pub kind: Option<ProgrammeKind>,
    pub languages: Vec<Language>,
    pub academic_hour: Option<Minutes>,
    pub title: Option<Localised>,
    pub summary: Option<Localised>,
    pub audience: Option<Localised>,
    pub hours: Option<At<Volume>>,
    pub document: Option<DocumentKind>,
    pub rule: Option<CompletionShares>,
    pub modules: Vec<At<String>>,
    pub declarations: Vec<DeclarationDraft>,
}

/// A declaration, as far as it could be read.
#[derive(Debug)]
pub(in crate::programmes::rules) struct DeclarationDraft {
    pub key: At<String>,
    pub question: Option<Localised>,
}

impl DeclarationDraft {
    /// The declaration, if everything could be read.
    pub(in crate::programmes::rules) fn finish(self) -> Option<Declaration> {
        Some(Declaration { key: self.key.value, question: self.question? })
    }
}

/// Reads the manifest of the folder `folder`.
pub(in crate::programmes::rules) fn read(text: &str, folder: &str, notes: &mut Notes) -> Manifest {
    let document = Document::parse(text, 1, notes);
    let mut root = document.root();
    let kind = root.word::<ProgrammeKind>("kind", notes);
    let manifest = Manifest {
        slug: slug(&mut root, folder, notes),
        kind: kind.as_ref().map(|kind| kind.value),
        languages: languages(&mut root, notes),
        academic_hour: root
            .number("academic_hour_minutes", 1..=120, notes)
            .map(|minutes| Minutes(minutes.value)),
        title: root.localised("title", notes),
        summary: root.localised("summary", notes),
        audience: root.localised("audience", notes),
        hours: hours(&mut root, notes),
        document: document_kind(&mut root, kind, notes),
        rule: rule(&mut root, notes),
        modules: root.list("modules", notes),
        declarations: declarations(&mut root, notes),
    };
    root.finish(notes);
    manifest
}

fn slug(root: &mut Section, folder: &str, notes: &mut Notes) -> Option<String> {
    let slug = root.text("slug", notes)?;
    if !is_key(&slug.value) {
        notes.add(slug.line, Code::KeySyntax, slug.value);
        return None;
    }
    if slug.value != folder {
        notes.add(slug.line, Code::SlugMismatch, format!("slug \"{}\", folder \"{folder}\"", slug.value));
    }
    Some(slug.value)
}

/// What trainees are asked; a declaration without a readable key is left out, its fault is noted.
fn declarations(root: &mut Section, notes: &mut Notes) -> Vec<DeclarationDraft> {
    let (mut drafts, mut keys) = (Vec::new(), BTreeSet::new());
    for mut section in root.sections("declaration", notes) {
        let key = section.text("key", notes);
        let question = section.localised("question", notes);
        section.finish(notes);
        let Some(key) = key else { continue };
        if !is_key(&key.value) {
            notes.add(key.line, Code::KeySyntax, key.value);
        } else if !keys.insert(key.value.clone()) {
            notes.add(key.line, Code::KeyRepeated, key.value);
        } else {
            drafts.push(DeclarationDraft { key, question });
        }
    }
    drafts
}

fn languages(root: &mut Section, notes: &mut Notes) -> Vec<Language> {
    let mut languages = Vec::new();
    for tag in root.list("languages", notes) {
        match Language::from_tag(&tag.value) {
            Some(language) => languages.push(language),
            None => notes.add(
                tag.line,
                Code::WordUnknown,
                format!("languages: \"{}\" (known: ru, kk, en)", tag.value),
            ),
        }
    }
    languages
}

fn hours(root: &mut Section, notes: &mut Notes) -> Option<At<Volume>> {
    let mut section = root.section("hours", notes)?;
    let theory = section.number("theory", 0..=5000, notes);
    let practice = section.number("practice", 0..=5000, notes);
    // Most programmes have none of it and need not say so.
    let self_study = section.number_if("self_study", 0..=5000, notes);
    let line = section.line;
    section.finish(notes);
    let volume = Volume {
        theory: AcademicHours(theory?.value),
        practice: AcademicHours(practice?.value),
        self_study: AcademicHours(self_study.map_or(0, |hours| hours.value)),
    };
    Some(At { value: volume, line })
}

fn document_kind(
    root: &mut Section,
    kind: Option<At<ProgrammeKind>>,
    notes: &mut Notes,
) -> Option<DocumentKind> {
    let mut section = root.section("document", notes)?;
    let document = section.word::<DocumentKind>("kind", notes);
    section.finish(notes);
    let document = document?;
    let qualifies = document.value == DocumentKind::AdvancedTrainingCertificate;
    if qualifies && kind.is_some_and(|kind| kind.value != ProgrammeKind::AdvancedTraining) {
        notes.add(
            document.line,
            Code::DocumentKind,
            "advanced_training_certificate needs kind = \"advanced_training\"",
        );
    }
    Some(document.value)
}

fn rule(root: &mut Section, notes: &mut Notes) -> Option<CompletionShares> {
    let mut section = root.section("rule", notes)?;
    let attendance = section.number("attendance_percent", 0..=100, notes);
    let hours = section.number("hours_percent", 0..=100, notes);
    section.finish(notes);
    Some(CompletionShares {
        attendance: Permille::percent(attendance?.value),
        hours: Permille::percent(hours?.value),
    })
}
