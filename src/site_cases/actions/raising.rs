//! Writing a case and raising it.

use super::letters::{News, tell_staff};
use super::opening::{Found, add, found};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::rules::Stage;
use crate::editions::store::{self as editions, EditionRow, EnrolmentRow};
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, ProblemCode, SiteCaseId};
use crate::organisations::store as organisations;
use crate::site_cases::rules::{EntryKind, May, Text};
use crate::site_cases::store::{self, CaseRow, CopyRow};
use serde_json::json;

/// A case in its author's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCase {
    /// The case.
    pub row: CaseRow,
    /// What it is called; nothing while its text is hidden.
    pub title: Option<String>,
    /// How many times those who teach have written.
    pub answers: i64,
}

/// What a trainee has raised, and what the edition reads.
#[derive(Debug, Clone)]
pub struct OwnCases {
    /// The place.
    pub enrolment: EnrolmentRow,
    /// The edition.
    pub edition: EditionRow,
    /// Whether another case can be raised.
    pub may_raise: bool,
    /// The trainee's cases, the newest first.
    pub cases: Vec<OwnCase>,
    /// The nameless texts that the whole edition reads.
    pub shared: Vec<CopyRow>,
}

/// The cases of the actor's own place.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn own(r: &mut Read, actor: &Actor, id: EnrolmentId, now: Moment) -> Result<OwnCases, Problem> {
    let (enrolment, edition) = own_place(r, actor, id)?;
    let rows = store::of_enrolment(r, id)?;
    let ids: Vec<SiteCaseId> = rows.iter().map(|row| row.id).collect();
    let (texts, answers) = (store::texts(r, &ids, false)?, store::answers(r, &ids)?);
    let title = |row: &CaseRow| {
        let newest = texts.iter().rfind(|text| text.case == row.id);
        let known = newest.map_or(Some(&row.draft.0), |text| text.hidden.is_none().then_some(&text.content));
        known.map(|text| text.title.clone()).filter(|title| !title.is_empty())
    };
    let case = |row: CaseRow| {
        let answers = answers.get(&row.id).copied().unwrap_or_default();
        OwnCase { title: title(&row), answers, row }
    };
    let cases = rows.into_iter().map(case).collect();
    let withdrawn = enrolment.withdrawn_at.is_some();
    let shared = if withdrawn { Vec::new() } else { store::shared(r, edition.id)? };
    let may_raise = may_begin(&enrolment, &edition, now).is_ok();
    Ok(OwnCases { enrolment, edition, may_raise, cases, shared })
}

/// The actor's own place, withdrawn or not.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub(super) fn own_place(
    r: &mut Read,
    actor: &Actor,
    id: EnrolmentId,
) -> Result<(EnrolmentRow, EditionRow), Problem> {
    let found = editions::enrolment(r, id)?.filter(|(place, _)| Some(place.person_id) == actor.person);
    found.ok_or_else(Problem::not_found)
}

/// A case can be brought up before the first lesson too; after the last day nobody waits for it any more.
fn may_begin(enrolment: &EnrolmentRow, edition: &EditionRow, now: Moment) -> Result<(), Problem> {
    let gone = enrolment.withdrawn_at.is_some() || edition.term().stage(now) == Stage::Over;
    if gone { Err(Problem::new(ProblemCode::EditionClosed)) } else { Ok(()) }
}

/// Begins to write a case; what was begun and not raised is gone on with.
///
/// # Errors
/// As [`own`]; `EditionClosed` for who was withdrawn, and when the edition is over.
pub fn begin(w: &mut Write, actor: &Actor, id: EnrolmentId, now: Moment) -> Result<SiteCaseId, Problem> {
    let (enrolment, edition) = own_place(w, actor, id)?;
    may_begin(&enrolment, &edition, now)?;
    if let Some(known) = store::draft_of(w, id)? {
        return Ok(known);
    }
    let sender = match enrolment.organisation_id {
        Some(organisation) => organisations::find(w, organisation)?,
        None => None,
    };
    let institution = sender.map(|row| row.name).unwrap_or_default();
    store::insert(w, (id, edition.id), &Text { institution, ..Text::default() }, now)
}

/// Keeps the draft, and gives its new revision.
///
/// # Errors
/// As [`found`]; as [`Found::allow`]; `Conflict` when another window has saved other words; `Invalid` for what is too
/// long to be kept.
pub fn save_draft(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    (draft, seen): (&Text, i32),
    now: Moment,
) -> Result<i32, Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Raise)?;
    keep(w, &found, (&draft.tidied(), seen), now)
}

fn keep(w: &mut Write, found: &Found, (draft, seen): (&Text, i32), now: Moment) -> Result<i32, Problem> {
    let row = &found.row;
    let faults = draft.too_long();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if *draft == row.draft.0 {
        return Ok(row.revision);
    }
    if seen != row.revision {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let revision = row.revision + 1;
    store::put_draft(w, row.id, (draft, revision), now)?;
    Ok(revision)
}

/// Raises the case, or raises it again with other words after its text was hidden.
///
/// # Errors
/// As [`save_draft`]; as [`Found::may_raise`]; `Invalid` for what it lacks, and for the very words that were hidden.
pub fn raise(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    (typed, seen): (&Text, i32),
    now: Moment,
) -> Result<(), Problem> {
    let found = found(w, actor, id)?;
    found.may_raise(now)?;
    let text = typed.tidied();
    let mut faults = text.faults();
    let before = store::texts(w, &[id], true)?.pop();
    if before.is_some_and(|row| row.content == text) {
        faults.push(Fault::new("happened", "site-unchanged"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    keep(w, &found, (&text, seen), now)?;
    let number = i32::try_from(found.texts.len() + 1).unwrap_or(i32::MAX);
    store::insert_text(w, (id, number), &text, now)?;
    add(w, &found, actor, (EntryKind::Raised, ""), now)?;
    // What it says may be what nobody was to say: the audit does not repeat it.
    let after = Some(json!({ "number": number }));
    let subject = ("site-case", id.0);
    audit::record(w, actor, now, Entry { action: "site-case-raised", subject, before: None, after })?;
    let news = if number == 1 { News::Raised } else { News::Written };
    tell_staff(w, &found, (actor, news), now)
}

/// Throws a draft away.
///
/// # Errors
/// As [`found`]; `Conflict` once it was raised.
pub fn discard(w: &mut Write, actor: &Actor, id: SiteCaseId) -> Result<EnrolmentId, Problem> {
    let found = found(w, actor, id)?;
    found.allow(May::Discard)?;
    store::discard(w, id)?;
    Ok(found.row.enrolment)
}
