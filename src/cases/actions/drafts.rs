//! Keeping the draft: the text with a revision that two devices notice each other by, and files beside it.

use super::opening::{Case, Which, workable};
use crate::cases::rules::{self, MOST_CHARACTERS, OwnMarks, Parts};
use crate::cases::store::{self, DraftOf, DraftRow, FileRow, NewFile, Present};
use crate::db::{Json, Read, Write};
use crate::files::FileKind;
use crate::kernel::{
    ActivityId, Actor, DraftId, Fault, Language, Moment, Problem, ProblemCode, StoredFileId,
};
use crate::programmes::rules::hand_in::Part;
use crate::programmes::rules::{Accepts, PartKind};
use std::collections::BTreeMap;

/// A draft with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The draft.
    pub row: DraftRow,
    /// Its files.
    pub files: Vec<FileRow>,
}

pub(super) fn load_draft(
    r: &mut Read,
    whose: DraftOf,
    activity: ActivityId,
) -> Result<Option<Draft>, Problem> {
    let Some(row) = store::draft(r, whose, activity)? else { return Ok(None) };
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
    /// Links by the key of their part; those of parts that are not here stay.
    pub links: BTreeMap<String, String>,
    /// Who of the team was present; asked for when a team hands in.
    pub present: Present,
    /// How the writer judges the work: points by criterion; nothing where it was not asked and what is kept stays.
    pub own: Option<BTreeMap<String, u32>>,
    /// The version of the rubric they had before them; the newest where it is not said.
    pub own_rubric: Option<i32>,
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
    /// How its writer judges it, by the version of the rubric that holds now.
    pub own: OwnMarks,
    /// What is wrong with files that were left out and with links.
    pub faults: Vec<Fault>,
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
    if rules::versions_left(&case.states(), settings.submissions) == 0 {
        return Err(Problem::new(ProblemCode::NoAttemptsLeft));
    }
    let text = text_of(&input.text)?;
    let known = case.draft.as_ref().map(|draft| &draft.row);
    let (old_text, revision) = known.map_or(("", 0), |row| (row.text.as_str(), row.revision));
    let kinds = settings.parts();
    let mut parts = known.map(|row| row.parts.0.clone()).unwrap_or_default();
    let kept = parts.clone();
    parts.take_links(&kinds, &input.links);
    let fits = input.revision == revision;
    // The same words and links from another device are no conflict.
    let stale = !fits && (text != old_text || parts != kept);
    if stale {
        parts = kept;
    }
    let row = match known {
        Some(row) if stale || text == old_text => row.clone(),
        _ => store::put_draft(w, (case.draft_of(), input.which.activity), &text, (actor.person, now))?,
    };
    let mut faults = rules::faulty_links(&kinds, &parts);
    faults.extend(change_files(w, (case, &kinds, row.id), &mut parts, (actor, input), now)?);
    let files = store::draft_files(w, row.id)?;
    parts.keep_files(|file| files.iter().any(|there| there.id.0 == file));
    let changed = parts != row.parts.0;
    // One save is one revision, whatever it changes.
    let revision = row.revision + i32::from(changed && row.revision == revision);
    if changed {
        store::put_draft_parts(w, row.id, (&parts, revision))?;
    }
    let own = keep_own(w, case, input, now)?;
    let present = if fits { keep_present(w, (case, &row), &input.present)? } else { row.present.0.clone() };
    let draft =
        Draft { files, row: DraftRow { parts: Json(parts), revision, present: Json(present), ..row } };
    Ok(if stale { Kept::Stale(draft) } else { Kept::Saved(Saved { draft, own, faults }) })
}

/// Keeps who of the team was said to have had a part in its work; what is not said now stays as it was said before. A page
/// that has not seen the last draft says nothing here: it would take back what others have chosen since.
fn keep_present(w: &mut Write, (case, row): (&Case, &DraftRow), said: &Present) -> Result<Present, Problem> {
    let mut present = row.present.0.clone();
    present.extend(said);
    let members = || case.team.iter().flat_map(|place| &place.members);
    present.retain(|enrolment, _| members().any(|one| one.enrolment == *enrolment));
    if present != row.present.0 {
        store::put_present(w, row.id, &present)?;
    }
    Ok(present)
}

/// The version of the rubric that a writer had before them. Whoever chose while it was being changed has judged by the one
/// before, and that is written down.
pub(super) fn seen_rubric(case: &Case, said: Option<i32>) -> i32 {
    said.filter(|number| case.rubrics.has(*number)).unwrap_or_else(|| case.rubrics.newest())
}

/// Keeps how the writer judges the work, where the case asks for that, as far as the rubric knows it.
fn keep_own(w: &mut Write, case: &Case, input: &DraftInput, now: Moment) -> Result<OwnMarks, Problem> {
    let Some(chosen) = input.own.as_ref().filter(|_| case.definition.settings.self_assessment.is_some())
    else {
        return Ok(case.own.clone());
    };
    let seen = seen_rubric(case, input.own_rubric);
    let own = OwnMarks::known(chosen, (seen, &case.rubrics.by(seen).criteria));
    if own != case.own {
        store::put_own_draft(w, (input.which.enrolment, input.which.activity), &own, now)?;
    }
    Ok(own)
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

/// Takes files out and puts files in; gives back what is wrong with those that were left out.
fn change_files(
    w: &mut Write,
    (case, kinds, draft): (&Case, &[Part], DraftId),
    parts: &mut Parts,
    (actor, input): (&Actor, &DraftInput),
    now: Moment,
) -> Result<Vec<Fault>, Problem> {
    let mut there = case.draft.as_ref().map(|draft| draft.files.clone()).unwrap_or_default();
    for file in there.extract_if(.., |file| input.remove.contains(&file.id)) {
        store::detach(w, draft, file.id)?;
    }
    let mut left_out = Vec::new();
    let room = most_files(case);
    for new in &input.files {
        let same = |file: &FileRow| file.sha256 == new.blob.sha256 && file.name == new.name;
        let Some(part) = part_of(kinds, &new.part) else { continue };
        if let Some(file) = there.iter().find(|file| same(file)) {
            parts.files.insert(file.id.0, part.key.clone());
            continue;
        }
        if let Some(fault) = unfit((&new.name, new.media_type), part, actor.language) {
            left_out.push(fault);
            continue;
        }
        if there.len() >= room {
            left_out
                .push(Fault::new(rules::field_of_part(part), "case-one-too-many").with("name", &new.name));
            continue;
        }
        let file = store::insert_file(w, new, actor.person_id()?, now)?;
        store::attach(w, draft, file.id)?;
        parts.files.insert(file.id.0, part.key.clone());
        there.push(file);
    }
    Ok(left_out)
}

/// The part a new file is for: the one it names, or else the first that takes files.
fn part_of<'p>(kinds: &'p [Part], key: &str) -> Option<&'p Part> {
    let takes = |part: &&Part| part.kind == PartKind::File;
    kinds.iter().filter(takes).find(|part| part.key == key).or_else(|| kinds.iter().find(takes))
}

/// What is wrong with a file that is of another kind than its part asks for.
pub(super) fn unfit((name, media_type): (&str, &str), part: &Part, reader: Language) -> Option<Fault> {
    let fits = kind_of(media_type).is_some_and(|kind| part.takes(kind));
    let fault = || Fault::new(rules::field_of_part(part), "case-part-kind").with("name", name);
    (!fits).then(fault).map(|fault| fault.with("part", part.title.for_reader(reader)))
}

/// The kind behind a media type that was found by content.
fn kind_of(media_type: &str) -> Option<FileKind> {
    Some(match media_type {
        "application/pdf" => FileKind::Pdf,
        image if image.starts_with("image/") => FileKind::Image,
        text if text.starts_with("text/") => FileKind::Text,
        office if office.starts_with("application/vnd.o") => FileKind::Office,
        _ => return None,
    })
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
