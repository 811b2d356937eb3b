//! Reads `module.toml`: the ordered activities of a module, before their texts.

use crate::kernel::{AcademicHours, Localised};
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::programme::{Activity, Body};
use crate::programmes::rules::table::{At, Document, Section, is_key};
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};

/// What `module.toml` says, as far as it could be read.
#[derive(Debug)]
pub(in crate::programmes::rules) struct ModuleDraft {
    /// The folder.
    pub key: String,
    pub title: Option<Localised>,
    /// The declaration that it is extra for.
    pub extra_for: Option<At<String>>,
    pub activities: Vec<ActivityDraft>,
}

/// One activity, as far as it could be read.
#[derive(Debug)]
pub(in crate::programmes::rules) struct ActivityDraft {
    pub line: u32,
    pub key: Option<At<String>>,
    pub kind: Option<ActivityKind>,
    pub format: Option<String>,
    pub mode: Option<DeliveryMode>,
    pub nature: Option<Nature>,
    pub hours: Option<AcademicHours>,
    pub after: Vec<At<String>>,
    pub title: Option<Localised>,
    pub file: Option<At<String>>,
}

impl ModuleDraft {
    /// The path of its `module.toml`.
    pub(in crate::programmes::rules) fn path(&self) -> String {
        format!("{}/module.toml", self.key)
    }
}

impl ActivityDraft {
    /// The key for messages and links; empty when it could not be read.
    pub(in crate::programmes::rules) fn name(&self) -> &str {
        self.key.as_ref().map_or("", |key| &key.value)
    }

    /// The activity with its content, if everything could be read.
    pub(in crate::programmes::rules) fn finish(self, body: Body) -> Option<Activity> {
        Some(Activity {
            key: self.key?.value,
            kind: self.kind?,
            format: self.format?,
            mode: self.mode?,
            nature: self.nature?,
            hours: self.hours?,
            after: self.after.into_iter().map(|key| key.value).collect(),
            title: self.title?,
            body,
        })
    }
}

/// Reads the module of the folder `key`.
pub(in crate::programmes::rules) fn read(text: &str, key: &str, notes: &mut Notes) -> ModuleDraft {
    let document = Document::parse(text, 1, notes);
    let mut root = document.root();
    let title = root.localised("title", notes);
    let extra_for = root.text_if("extra_for", notes);
    let sections = root.sections("activity", notes);
    if sections.is_empty() && !root.has("activity") {
        notes.add(root.line, Code::ListEmpty, "activity");
    }
    let activities = sections.into_iter().map(|section| activity(section, notes)).collect();
    root.finish(notes);
    ModuleDraft { key: key.to_owned(), title, extra_for, activities }
}

fn activity(mut section: Section, notes: &mut Notes) -> ActivityDraft {
    let kind = section.word::<ActivityKind>("kind", notes);
    let mode = section.word::<DeliveryMode>("mode", notes);
    let draft = ActivityDraft {
        line: section.line,
        key: key(&mut section, notes),
        kind: kind.as_ref().map(|kind| kind.value),
        format: format(&mut section, notes),
        mode: mode.as_ref().map(|mode| mode.value),
        nature: section.word::<Nature>("nature", notes).map(|nature| nature.value),
        hours: section.number("hours", 0..=1000, notes).map(|hours| AcademicHours(hours.value)),
        after: section.texts("after", notes),
        title: section.localised("title", notes),
        file: section.text_if("file", notes),
    };
    if let (Some(kind), Some(mode)) = (&kind, &mode)
        && !kind.value.has_text()
        && mode.value == DeliveryMode::Distance
    {
        notes.add(mode.line, Code::ModeDistance, draft.name());
    }
    check_file(&draft, section.has("file"), notes);
    section.finish(notes);
    draft
}

fn key(section: &mut Section, notes: &mut Notes) -> Option<At<String>> {
    let key = section.text("key", notes)?;
    if is_key(&key.value) {
        return Some(key);
    }
    notes.add(key.line, Code::KeySyntax, key.value);
    None
}

/// The format is an open list, so only its shape is checked (A3).
fn format(section: &mut Section, notes: &mut Notes) -> Option<String> {
    let format = section.text("format", notes)?;
    if is_key(&format.value.replace('_', "-")) {
        return Some(format.value);
    }
    notes.add(format.line, Code::WordUnknown, format!("format = \"{}\" (a–z, 0–9 and _)", format.value));
    None
}

fn check_file(draft: &ActivityDraft, written: bool, notes: &mut Notes) {
    match (draft.kind.map(ActivityKind::has_text), &draft.file) {
        (Some(true), None) if !written => notes.add(draft.line, Code::FileNeeded, draft.name()),
        (Some(false), Some(file)) => notes.add(file.line, Code::FileNotNeeded, draft.name()),
        _ => {}
    }
}
