//! Checking folders of course files and importing them as versions, once and for good (A4, A5).

use super::folder::{self, FolderFault};
use super::rules::{self, Body, Checked, FolderFiles, Limits, Media, Programme};
use super::store::{self, NewMedia, NewVersion, Place, StoredMedia, VersionRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::files::FileStore;
use crate::formats::actions as formats;
use crate::formats::rules::Added;
use crate::kernel::{Actor, Language, Moment, Problem, ProgrammeId, ProgrammeVersionId};
use crate::questions::actions as questions;
use crate::questions::store::NewCategory;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What an import came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// The version.
    pub version: ProgrammeVersionId,
    /// Its number, from 1.
    pub number: i32,
    /// Whether it was written now; `false` when the same content was there already.
    pub new: bool,
}

/// A folder under the content folder, read and checked.
#[derive(Debug)]
pub struct CheckedFolder {
    /// Its name.
    pub name: String,
    /// What the check gave, or why the folder could not be read.
    pub outcome: Result<Checked, FolderFault>,
}

impl CheckedFolder {
    /// The programme, when nothing stops an import.
    pub fn programme(&self) -> Option<&Programme> {
        self.outcome.as_ref().ok().and_then(|checked| checked.programme.as_ref())
    }
}

/// Who knows the fewest hours that hold here: rules of countries are no business of this room.
#[derive(Debug, Clone, Copy)]
pub struct HoursOf {
    /// The fewest hours by the profiles of the countries that organisations are in.
    pub limits: fn(&mut Read) -> Result<Limits, Problem>,
}

/// Reads a folder and checks it by the hours of Russia. Blocks: a few dozen files.
///
/// # Errors
/// The folder cannot be read at all.
pub fn check(path: &Path) -> Result<Checked, FolderFault> {
    check_within(path, &Limits::russia())
}

/// Reads a folder and checks it by the hours that hold. Blocks: a few dozen files.
///
/// # Errors
/// The folder cannot be read at all.
pub fn check_within(path: &Path, limits: &Limits) -> Result<Checked, FolderFault> {
    Ok(rules::parse_within(&folder::read(path)?, limits))
}

/// The folder that a version was imported from, as far as it was kept: its texts, and its media without their bytes,
/// which the import has looked at. `None` for a version from before texts were kept.
///
/// # Errors
/// The database's.
pub fn folder_of(r: &mut Read, version: &VersionRow) -> Result<Option<FolderFiles>, Problem> {
    let texts = store::sources(r, version.id)?;
    if texts.is_empty() {
        return Ok(None);
    }
    let mut files = FolderFiles::new(&version.slug);
    for (path, text) in texts {
        files.insert(path, text.into_bytes());
    }
    for media in store::media_of(r, version.id)? {
        let StoredMedia { path, media_type, blob } = media;
        let size = u64::try_from(blob.size).unwrap_or_default();
        files.insert_checked(Media { path, sha256: blob.sha256, media_type, size, bytes: Vec::new() });
    }
    Ok(Some(files))
}

/// Reads and checks every programme under the content folder, off the request threads. None when it is not there.
///
/// # Errors
/// The program is ending.
pub async fn check_all(content_dir: PathBuf, limits: Limits) -> Result<Vec<CheckedFolder>, Problem> {
    blocking(move || {
        let folders = folder::list(&content_dir).unwrap_or_default();
        folders
            .into_iter()
            .map(|name| CheckedFolder { outcome: check_within(&content_dir.join(&name), &limits), name })
            .collect()
    })
    .await
}

/// Reads and checks one programme under the content folder. Only names that a listing of it gives are looked at,
/// so that no name can lead out of it.
///
/// # Errors
/// `NotFound` for any other name.
pub async fn check_one(content_dir: PathBuf, name: String, limits: Limits) -> Result<CheckedFolder, Problem> {
    blocking(move || {
        let known = folder::list(&content_dir).unwrap_or_default();
        let name = known.into_iter().find(|known| *known == name)?;
        Some(CheckedFolder { outcome: check_within(&content_dir.join(&name), &limits), name })
    })
    .await?
    .ok_or_else(Problem::not_found)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
}

/// Lays the files of a programme away. Comes before the transaction: bytes without a row do no harm.
///
/// # Errors
/// `StorageFull` or `Internal`.
pub async fn lay_away(files: &FileStore, programme: &Programme) -> Result<Vec<StoredMedia>, Problem> {
    let mut stored = Vec::with_capacity(programme.media.len());
    for media in &programme.media {
        let blob = files.put(media.bytes.clone()).await?;
        stored.push(StoredMedia { path: media.path.clone(), media_type: media.media_type.clone(), blob });
    }
    Ok(stored)
}

/// Imports a programme as its next version. The same content as in a version that exists names that version and
/// writes nothing.
///
/// # Errors
/// `Forbidden` unless the actor administers the site.
pub fn import(
    w: &mut Write,
    actor: &Actor,
    programme: &Programme,
    media: &[StoredMedia],
    now: Moment,
) -> Result<Imported, Problem> {
    actor.require_site_administrator()?;
    let versions = store::versions_of(w, &programme.slug)?;
    if let Some(same) = versions.iter().find(|version| version.content_hash == programme.content_hash) {
        // A version from before the texts were kept gets them when its folder comes once more.
        if !store::has_sources(w, same.id)? {
            store::insert_sources(w, same.id, &programme.sources)?;
        }
        return Ok(Imported { version: same.id, number: same.number, new: false });
    }
    let number = versions.first().map_or(0, |last| last.number) + 1;
    let known = store::programme_of(w, &programme.slug)?;
    let id = known.map_or_else(|| store::insert_programme(w, &programme.slug, now), Ok)?;
    let new = NewVersion { programme: id, number, content: programme, by: actor.person, at: now };
    let version = store::insert_version(w, new)?;
    write_modules(w, actor, (id, version), programme, now)?;
    store::insert_sources(w, version, &programme.sources)?;
    for one in media {
        store::insert_media(w, version, NewMedia { media: one, by: actor.person, at: now })?;
    }
    let after = json!({ "slug": programme.slug, "number": number, "content_hash": programme.content_hash });
    let subject = ("programme-version", version.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "programme-imported", subject, before: None, after: Some(after) },
    )?;
    Ok(Imported { version, number, new: true })
}

fn write_modules(
    w: &mut Write,
    actor: &Actor,
    (id, version): (ProgrammeId, ProgrammeVersionId),
    programme: &Programme,
    now: Moment,
) -> Result<(), Problem> {
    let mut position = 0;
    for (place, module) in (0i32..).zip(&programme.modules) {
        let module_id = store::insert_module(w, version, place, module)?;
        for activity in &module.activities {
            let place =
                Place { version, module: module_id, position, academic_hour: programme.academic_hour };
            let row = store::insert_activity(w, place, activity)?;
            if let Body::Quiz(quiz) = &activity.body {
                let name = activity.title.for_reader(Language::Ru);
                let category = NewCategory { programme: id, key: &activity.key, name };
                let asked = questions::adopt(w, category, &quiz.questions, (actor.person, now))?;
                store::insert_quiz_questions(w, row, &asked)?;
            }
            position += 1;
        }
    }
    Ok(())
}

/// A programme with what an administrator asks of it.
#[derive(Debug, Clone)]
pub struct Shelved {
    /// Its versions, the newest first; at least one.
    pub versions: Vec<(VersionRow, i64)>,
}

/// Every programme, by slug; each version with the number of its editions.
///
/// # Errors
/// The database's.
pub fn shelf(r: &mut Read) -> Result<Vec<Shelved>, Problem> {
    let counts = store::edition_counts(r)?;
    let mut shelf: Vec<Shelved> = Vec::new();
    for version in store::versions(r)? {
        let editions = counts.get(&version.id).copied().unwrap_or_default();
        let same = |last: &Shelved| last.versions.last().is_some_and(|(one, _)| one.slug == version.slug);
        match shelf.last_mut().filter(|last| same(last)) {
            Some(last) => last.versions.push((version, editions)),
            None => shelf.push(Shelved { versions: vec![(version, editions)] }),
        }
    }
    Ok(shelf)
}

/// One version of a programme, with all its versions and what it changed.
#[derive(Debug, Clone)]
pub struct Shown {
    /// All versions, the newest first, with the number of their editions.
    pub versions: Vec<(VersionRow, i64)>,
    /// The version looked at.
    pub version: VersionRow,
    /// Its activities in their order.
    pub outline: Vec<rules::difference::Outline>,
    /// The names of formats that the centre added.
    pub formats: Added,
    /// What its trainees are asked about experience.
    pub declarations: Vec<rules::Declaration>,
    /// The version before it, and what is otherwise; `None` for the first one.
    pub changed: Option<(VersionRow, Vec<rules::difference::Change>)>,
}

/// A programme with one of its versions; the newest without a number.
///
/// # Errors
/// `NotFound` when there is no such programme or version.
pub fn show(r: &mut Read, slug: &str, number: Option<i32>) -> Result<Shown, Problem> {
    let counts = store::edition_counts(r)?;
    let versions = store::versions_of(r, slug)?;
    let wanted = versions.iter().position(|version| number.is_none_or(|number| version.number == number));
    let wanted = wanted.ok_or_else(Problem::not_found)?;
    let version = versions.get(wanted).cloned().ok_or_else(Problem::not_found)?;
    let outline = store::outline(r, version.id)?;
    let declarations = store::declarations(r, version.id)?;
    let formats = formats::names(r, outline.iter().map(|one| one.format.as_str()))?;
    let changed = match versions.get(wanted + 1) {
        None => None,
        Some(before) => {
            let changes = rules::difference::changes(&store::outline(r, before.id)?, &outline);
            Some((before.clone(), changes))
        }
    };
    let counted = |version: VersionRow| {
        let editions = counts.get(&version.id).copied().unwrap_or_default();
        (version, editions)
    };
    Ok(Shown {
        versions: versions.into_iter().map(counted).collect(),
        version,
        outline,
        formats,
        declarations,
        changed,
    })
}

/// How a folder stands to what is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderState {
    /// There are faults, so it cannot be imported.
    Faulty,
    /// No version of it was ever imported.
    New,
    /// It differs from every imported version; the last one has this number.
    Changed(i32),
    /// It is the version of this number.
    Imported(i32),
}

/// How a folder stands to what is imported.
pub fn state(folder: &CheckedFolder, shelf: &[Shelved]) -> FolderState {
    let Some(programme) = folder.programme() else { return FolderState::Faulty };
    let versions = shelf.iter().flat_map(|shelved| &shelved.versions).map(|(version, _)| version);
    let mut own = versions.filter(|version| version.slug == programme.slug).peekable();
    let Some(last) = own.peek().map(|last| last.number) else { return FolderState::New };
    let same = own.find(|version| version.content_hash == programme.content_hash);
    same.map_or(FolderState::Changed(last), |same| FolderState::Imported(same.number))
}
