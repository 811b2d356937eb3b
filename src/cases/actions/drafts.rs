//! Keeping the draft: the text with a revision that two devices notice each other by, and files beside it.

use super::opening::{Case, Which, workable};
use crate::cases::rules::{self, MOST_CHARACTERS};
use crate::cases::store::{self, DraftRow, FileRow, NewFile};
use crate::db::{Read, Write};
use crate::kernel::{Actor, DraftId, Fault, Moment, Problem, ProblemCode, StoredFileId};
use crate::programmes::rules::Accepts;

/// A draft with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The draft.
    pub row: DraftRow,
    /// Its files.
    pub files: Vec<FileRow>,
}

pub(super) fn load_draft(r: &mut Read, which: Which) -> Result<Option<Draft>, Problem> {
    let Some(row) = store::draft(r, which.enrolment, which.activity)? else { return Ok(None) };
    let files = store::draft_files(r, row.id)?;
    Ok(Some(Draft { row, files }))
}

/// What is to be kept.
#[derive(Debug, Clone)]
pub struct DraftInput {
    /// Of which case.
    pub which: Which,
    /// The text.
    pub text: String,
    /// The revision that the writer had before the eyes; 0 when there was no draft.
    pub revision: i32,
    /// Files to take out.
    pub remove: Vec<StoredFileId>,
    /// Files to add, their bytes laid away already.
    pub files: Vec<NewFile>,
}

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It is saved.
    Saved(Saved),
    /// The text was changed elsewhere meanwhile: files are added, the text is not touched.
    Stale(Draft),
}

/// A saved draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The draft as it is now.
    pub draft: Draft,
    /// The names of files that were one too many.
    pub left_out: Vec<String>,
}

impl Saved {
    /// What is wrong with files that were one too many.
    pub fn faults(&self) -> Vec<Fault> {
        let fault = |name: &String| Fault::new("files", "case-one-too-many").with("name", name);
        self.left_out.iter().map(fault).collect()
    }
}

/// Saves the draft of the actor's own case.
///
/// # Errors
/// `NotFound` unless it is their own; `ActivityLocked`; `EditionClosed`; `NoAttemptsLeft`; `Invalid` for a text
/// beyond all bounds.
pub fn save_draft(w: &mut Write, actor: &Actor, input: &DraftInput, now: Moment) -> Result<Kept, Problem> {
    let case = workable(w, actor, input.which, now)?;
    keep(w, &case, actor, input, now)
}

pub(super) fn keep(
    w: &mut Write,
    case: &Case,
    actor: &Actor,
    input: &DraftInput,
    now: Moment,
) -> Result<Kept, Problem> {
    let settings = &case.definition.settings;
    if rules::versions_left(case.versions.len(), settings.submissions) == 0 {
        return Err(Problem::new(ProblemCode::NoAttemptsLeft));
    }
    let text = text_of(&input.text)?;
    let known = case.draft.as_ref().map(|draft| &draft.row);
    let (old_text, revision) = known.map_or(("", 0), |row| (row.text.as_str(), row.revision));
    // The same words from another device are no conflict.
    let stale = input.revision != revision && text != old_text;
    let row = match known {
        Some(row) if stale || text == old_text => row.clone(),
        _ => store::put_draft(w, (input.which.enrolment, input.which.activity), &text, now)?,
    };
    let left_out = change_files(w, case, row.id, (actor, input), now)?;
    let draft = Draft { files: store::draft_files(w, row.id)?, row };
    Ok(if stale { Kept::Stale(draft) } else { Kept::Saved(Saved { draft, left_out }) })
}

/// A text as it is kept.
///
/// # Errors
/// `Invalid` when it is longer than anybody would read.
pub(super) fn text_of(typed: &str) -> Result<String, Problem> {
    let text = rules::lines(typed);
    if text.chars().count() > MOST_CHARACTERS {
        return Err(Problem::invalid(vec![Fault::new("text", "too-long").with("limit", MOST_CHARACTERS)]));
    }
    Ok(text)
}

/// Takes files out and puts files in; gives back the names of those that were one too many.
fn change_files(
    w: &mut Write,
    case: &Case,
    draft: DraftId,
    (actor, input): (&Actor, &DraftInput),
    now: Moment,
) -> Result<Vec<String>, Problem> {
    let mut there = case.draft.as_ref().map(|draft| draft.files.clone()).unwrap_or_default();
    for file in there.extract_if(.., |file| input.remove.contains(&file.id)) {
        store::detach(w, draft, file.id)?;
    }
    let mut left_out = Vec::new();
    let room = most_files(case);
    for new in &input.files {
        let same = |file: &FileRow| file.sha256 == new.blob.sha256 && file.name == new.name;
        if there.iter().any(same) {
            continue;
        }
        if there.len() >= room {
            left_out.push(new.name.clone());
            continue;
        }
        let file = store::insert_file(w, new, actor.person_id()?, now)?;
        store::attach(w, draft, file.id)?;
        there.push(file);
    }
    Ok(left_out)
}

/// How many files one version may have.
pub(super) fn most_files(case: &Case) -> usize {
    let settings = &case.definition.settings;
    let accepted = settings.accepts.contains(&Accepts::Files);
    if accepted { usize::try_from(settings.max_files).unwrap_or(usize::MAX) } else { 0 }
}

/// Writes down whose file it is that a program has uploaded, to be handed in later.
///
/// # Errors
/// The database's.
pub fn save_file(w: &mut Write, actor: &Actor, new: &NewFile, now: Moment) -> Result<FileRow, Problem> {
    store::insert_file(w, new, actor.person_id()?, now)
}
