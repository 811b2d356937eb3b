//! Finds the text files of the activities in all languages and reads them.

use crate::kernel::Language;
use crate::programmes::rules::files::{self, FolderFiles};
use crate::programmes::rules::finding::{Code, Finding, Notes};
use crate::programmes::rules::markdown::Page;
use crate::programmes::rules::programme::Body;
use crate::programmes::rules::read::module::{ActivityDraft, ModuleDraft};
use crate::programmes::rules::read::{case, lesson, quiz};
use crate::programmes::rules::shelf::Shelf;
use crate::programmes::rules::words::ActivityKind;
use std::collections::BTreeMap;

/// The text files of one activity that exist, the main language first.
pub(super) type TextFiles = Vec<(Language, String)>;

/// Finds the text files of an activity; notes the missing ones and those in undeclared languages.
pub(super) fn find(
    module: &ModuleDraft,
    activity: &ActivityDraft,
    languages: &[Language],
    shelf: &mut Shelf,
    found: &mut Vec<Finding>,
) -> TextFiles {
    let (Some(file), Some(kind)) = (&activity.file, activity.kind.filter(|kind| kind.has_text())) else {
        return Vec::new();
    };
    let module_path = module.path();
    let path = |language: Language| {
        format!("{}/{}.{}{}", module.key, file.value, language.tag(), kind.text_ending())
    };
    let mut there = Vec::new();
    for (place, language) in languages.iter().enumerate() {
        if shelf.files.has(&path(*language)) {
            there.push((*language, path(*language)));
        } else {
            let code = if place == 0 { Code::FileMissing } else { Code::TranslationMissing };
            Notes::new(&module_path, found).add(file.line, code, path(*language));
        }
    }
    let others = Language::ALL.into_iter().filter(|language| !languages.contains(language));
    for language in others.filter(|language| shelf.files.has(&path(*language))) {
        there.push((language, path(language)));
        // Without a readable list of languages every text is looked at.
        if !languages.is_empty() {
            Notes::new(&path(language), found).add(1, Code::LanguageUndeclared, language.tag());
        }
    }
    for (_, path) in &there {
        shelf.belongs(path.clone(), activity.name());
    }
    there
}

/// Reads the text files of an activity in all languages. `None` when any of them has faults.
pub(super) fn read(
    kind: ActivityKind,
    texts: &TextFiles,
    shelf: &mut Shelf,
    found: &mut Vec<Finding>,
) -> Option<Body> {
    match kind {
        ActivityKind::Lesson => {
            let texts = each(texts, shelf, found, |split, _, page| lesson::read(split, page));
            let all: Option<BTreeMap<_, _>> =
                texts.into_iter().map(|(language, text)| Some((language, text?))).collect();
            all.filter(|all| !all.is_empty()).map(Body::Lesson)
        }
        ActivityKind::Quiz => {
            let drafts = each(texts, shelf, found, quiz::read);
            compare(texts, &drafts, found, |other, first, notes| other.compare(first, notes));
            quiz::join(drafts).map(Body::Quiz)
        }
        ActivityKind::Case => {
            let drafts = each(texts, shelf, found, case::read);
            compare(texts, &drafts, found, |other, first, notes| other.compare(first, notes));
            case::join(drafts).map(Body::Case)
        }
        _ => Some(Body::None),
    }
}

fn each<T>(
    texts: &TextFiles,
    shelf: &mut Shelf,
    found: &mut Vec<Finding>,
    read: impl Fn(files::Split, bool, &mut Page) -> T,
) -> Vec<(Language, T)> {
    let files: &FolderFiles = shelf.files;
    let mut drafts = Vec::new();
    for (place, (language, path)) in texts.iter().enumerate() {
        let Some(text) = files.text(path) else { continue };
        let split = files::split(text);
        let notes = Notes::new(path, found);
        let folder = files::folder_of(path);
        let (first_line, body) = (split.body_line, split.body);
        let mut page = Page { folder, first_line, body, shelf: &mut *shelf, notes };
        if split.unclosed {
            page.add(1, Code::FrontMatterOpen, "");
            continue;
        }
        drafts.push((*language, read(split, place == 0, &mut page)));
    }
    drafts
}

fn compare<T>(
    texts: &TextFiles,
    drafts: &[(Language, T)],
    found: &mut Vec<Finding>,
    compare: impl Fn(&T, &T, &mut Notes),
) {
    let Some(((_, first), others)) = drafts.split_first() else { return };
    for (language, other) in others {
        if let Some((_, path)) = texts.iter().find(|(its, _)| its == language) {
            compare(other, first, &mut Notes::new(path, found));
        }
    }
}
