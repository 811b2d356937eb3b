//! Checks that need more than one file: hours, keys, order, and files that nobody uses.

use crate::kernel::AcademicHours;
use crate::programmes::rules::files::FolderFiles;
use crate::programmes::rules::finding::{Code, Finding, Notes};
use crate::programmes::rules::limits::Limits;
use crate::programmes::rules::media;
use crate::programmes::rules::programme::Volume;
use crate::programmes::rules::read::module::{ActivityDraft, ModuleDraft};
use crate::programmes::rules::read::programme::Manifest;
use crate::programmes::rules::shelf::Shelf;
use crate::programmes::rules::table::At;
use crate::programmes::rules::words::{Nature, Word};
use std::collections::{BTreeMap, BTreeSet};

/// The programme's own settings.
pub(super) const MANIFEST: &str = "programme.toml";
/// Notes for authors, passed over.
const README: &str = "README.md";

/// Names of files: anything that needs no escaping in an address on any system.
pub(super) fn names(files: &FolderFiles, found: &mut Vec<Finding>) {
    for path in files.paths().filter(|path| *path != README) {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"/.-_".contains(&byte);
        if !path.bytes().all(plain) {
            Notes::new(path, found).add(1, Code::FileName, "");
        }
        let is_text = path.ends_with(".md") || path.ends_with(".toml");
        if is_text && files.text(path).is_none() {
            Notes::new(path, found).add(1, Code::NotUtf8, "");
        }
    }
}

/// The folders that look like modules, in their order.
pub(super) fn folders(files: &FolderFiles) -> Vec<At<String>> {
    let folders = files.paths().filter_map(|path| path.strip_suffix("/module.toml"));
    folders.map(|folder| At { value: folder.to_owned(), line: 1 }).collect()
}

/// Declared hours against the sum of the activities (A2) and the fewest of the kind. The hours of extra modules come
/// on top: the volume of a programme is the same for everybody.
pub(super) fn hours(manifest: &Manifest, modules: &[ModuleDraft], limits: &Limits, found: &mut Vec<Finding>) {
    let Some(declared) = &manifest.hours else { return };
    let mut notes = Notes::new(MANIFEST, found);
    if let Some(summed) = sum(modules)
        && summed != declared.value
    {
        let detail = format!(
            "declared theory {}, practice {} and self-study {}, the activities give {}, {} and {}",
            declared.value.theory.0,
            declared.value.practice.0,
            declared.value.self_study.0,
            summed.theory.0,
            summed.practice.0,
            summed.self_study.0
        );
        notes.add(declared.line, Code::HoursMismatch, detail);
    }
    let Some(kind) = manifest.kind else { return };
    let ((fewest, rule), total) = (limits.fewest(kind), declared.value.total().0);
    if total < fewest {
        let detail = format!("{} has at least {fewest}, here {total} ({rule})", kind.as_str());
        notes.add(declared.line, Code::HoursTooFew, detail);
    }
}

/// The sum of the activities; `None` when some of them could not be read, so that no second fault is made of one.
fn sum(modules: &[ModuleDraft]) -> Option<Volume> {
    let mut volume = Volume::default();
    let everybodys = modules.iter().filter(|module| module.extra_for.is_none());
    for activity in everybodys.flat_map(|module| &module.activities) {
        let AcademicHours(hours) = activity.hours?;
        match activity.nature? {
            Nature::Theory => volume.theory.0 += hours,
            Nature::Practice => volume.practice.0 += hours,
            Nature::SelfStudy => volume.self_study.0 += hours,
        }
    }
    Some(volume)
}

/// Extra modules of declarations that are not asked for, and declarations that no module hangs on (A14).
pub(super) fn declarations(manifest: &Manifest, modules: &[ModuleDraft], found: &mut Vec<Finding>) {
    let asked: BTreeSet<&str> = manifest.declarations.iter().map(|one| one.key.value.as_str()).collect();
    let mut used = BTreeSet::new();
    for module in modules {
        let Some(key) = &module.extra_for else { continue };
        used.insert(key.value.as_str());
        if !asked.contains(key.value.as_str()) {
            let path = module.path();
            Notes::new(&path, found).add(key.line, Code::ExtraUnknown, key.value.clone());
        }
    }
    let unused = manifest.declarations.iter().filter(|one| !used.contains(one.key.value.as_str()));
    for one in unused {
        Notes::new(MANIFEST, found).add(one.key.line, Code::DeclarationUnused, one.key.value.clone());
    }
}

/// Keys used twice, and `after` that names no earlier activity. Since only earlier ones are allowed, no cycle
/// is possible.
pub(super) fn order(modules: &[ModuleDraft], found: &mut Vec<Finding>) {
    let all: BTreeSet<&str> = activities(modules).map(|(_, activity)| activity.name()).collect();
    let mut earlier = BTreeSet::new();
    for (module, activity) in activities(modules) {
        let path = module.path();
        let mut notes = Notes::new(&path, found);
        for key in &activity.after {
            if !all.contains(key.value.as_str()) {
                notes.add(key.line, Code::AfterUnknown, key.value.clone());
            } else if !earlier.contains(key.value.as_str()) {
                notes.add(key.line, Code::AfterLater, key.value.clone());
            }
        }
        if let Some(key) = &activity.key
            && !earlier.insert(key.value.as_str())
        {
            notes.add(key.line, Code::KeyRepeated, key.value.clone());
        }
    }
}

/// Two activities with the same file.
pub(super) fn shared_files(modules: &[ModuleDraft], found: &mut Vec<Finding>) {
    let mut owners: BTreeMap<(String, &str), &str> = BTreeMap::new();
    for (module, activity) in activities(modules) {
        let (Some(file), Some(kind)) = (&activity.file, activity.kind) else { continue };
        let stem = (format!("{}/{}", module.key, file.value), kind.text_ending());
        if let Some(owner) = owners.insert(stem, activity.name()) {
            let path = module.path();
            Notes::new(&path, found).add(
                file.line,
                Code::FileShared,
                format!("{} and {owner}", activity.name()),
            );
        }
    }
}

/// Files that nobody uses, and media that are not what they say.
pub(super) fn leftovers(
    manifest: &Manifest,
    modules: &[ModuleDraft],
    shelf: &Shelf,
    found: &mut Vec<Finding>,
) {
    let listed: BTreeSet<&str> = manifest.modules.iter().map(|module| module.value.as_str()).collect();
    let settings: BTreeSet<String> = modules.iter().map(ModuleDraft::path).collect();
    let mut unlisted = BTreeSet::new();
    for path in shelf.files.paths() {
        let mut notes = Notes::new(path, found);
        let folder = path.split_once('/').map(|(folder, _)| folder);
        if let Some(folder) = folder.filter(|folder| *folder != "media" && !listed.contains(folder)) {
            if unlisted.insert(folder) {
                notes.add(1, Code::ModuleUnlisted, folder);
            }
        } else if media::is_media(path) {
            if !media::is_fine(shelf.files, path) {
                notes.add(1, Code::MediaKind, "");
            }
            if !shelf.is_used(path) {
                notes.add(1, Code::MediaUnused, "");
            }
        } else if ![MANIFEST, README].contains(&path) && !settings.contains(path) && !shelf.is_used(path) {
            notes.add(1, Code::FileUnlisted, "");
        }
    }
}

fn activities(modules: &[ModuleDraft]) -> impl Iterator<Item = (&ModuleDraft, &ActivityDraft)> {
    modules.iter().flat_map(|module| module.activities.iter().map(move |activity| (module, activity)))
}
