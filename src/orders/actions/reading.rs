//! One paper with everything about it, and that somebody has looked at it.

use super::group::{Desk, desk};
use super::papers::GroupPaper;
use super::signing::{check, returns};
use super::{administered, papers};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Fault, Moment, OrderId, PersonId, PersonName, Problem, ProblemCode};
use crate::orders::rules::content::Content;
use crate::orders::rules::effects::{Return, Undone, undone};
use crate::orders::rules::snapshot::Snapshot;
use crate::orders::rules::words::OrderKind;
use crate::orders::store::group::{Among, Colleague, colleagues};
use crate::orders::store::{self, OrderRow, prints};
use crate::people::rules::search_words;
use crate::secrets::sha256_hex;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeSet;

/// The snapshot of a signed paper, proved by its hash; nothing for a draft.
///
/// # Errors
/// `Internal` when the kept text is not what was signed.
pub fn snapshot(row: &OrderRow) -> Result<Option<Snapshot>, Problem> {
    let (Some(text), Some(sha256)) = (&row.signed.snapshot, &row.signed.snapshot_sha256) else {
        return Ok(None);
    };
    if sha256_hex(text.as_bytes()) != *sha256 {
        return Err(Problem::internal(anyhow::anyhow!("the snapshot of paper {} was changed", row.id)));
    }
    serde_json::from_str(text).map(Some).map_err(Problem::internal)
}

/// The edition of a paper, thrown away or not.
///
/// # Errors
/// `NotFound` for whoever does not administer the organisation whose paper it is.
pub fn edition_of(r: &mut Read, actor: &Actor, id: OrderId) -> Result<EditionId, Problem> {
    Ok(administered(r, actor, id)?.edition_id)
}

/// A paper with its group.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The paper.
    pub row: OrderRow,
    /// Its group.
    pub desk: Desk,
    /// What it prints, once it is signed.
    pub snapshot: Option<Snapshot>,
    /// What stands against signing it.
    pub faults: Vec<Fault>,
    /// The order that cancels it.
    pub cancelled_by: Option<OrderRow>,
    /// The orders that correct it.
    pub corrected_by: Vec<OrderRow>,
    /// The date a draft is proposed to have: today.
    pub dated: NaiveDate,
    /// SHA-256 of its PDF, once that is printed.
    pub pdf_sha256: Option<String>,
    /// What the cancellation it is, or the one it was cancelled by, undoes.
    pub cancelling: Option<Cancelling>,
    /// Who can be chosen into a commission, where this is a draft of one.
    pub colleagues: Vec<Colleague>,
    /// What it said at each revision, the newest first.
    pub versions: Vec<Version>,
}

/// A version of a paper.
#[derive(Debug, Clone)]
pub struct Version {
    /// Which revision.
    pub revision: i32,
    /// What it said.
    pub content: Content,
    /// When it was written.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonName>,
}

fn versions(r: &mut Read, id: OrderId) -> Result<Vec<Version>, Problem> {
    let rows = store::versions::versions(r, id)?;
    let people: BTreeSet<PersonId> = rows.iter().filter_map(|row| row.written_by).collect();
    let names = store::names(r, &people.into_iter().collect::<Vec<_>>())?;
    let version = |row: store::versions::VersionRow| Version {
        revision: row.revision,
        content: row.content.0,
        at: row.written_at,
        by: row.written_by.and_then(|id| names.get(&id).cloned()),
    };
    Ok(rows.into_iter().map(version).collect())
}

/// What cancelling a paper undoes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelling {
    /// What is so again.
    pub undone: Undone,
    /// Who was expelled, and whether they come back or are back.
    pub person: Option<(String, Return)>,
}

/// What cancelling a paper of a group undoes, as things stand.
fn would_undo(desk: &Desk, paper: OrderId, now: Moment) -> Option<Cancelling> {
    let undone = undone(desk.order(paper)?.kind)?;
    let person = returns(desk, paper, now);
    let person = person.and_then(|(who, back)| Some((desk.group.name(who)?.full(), back)));
    Some(Cancelling { undone, person })
}

/// A paper, for the administrators of the organisation whose it is.
///
/// # Errors
/// `NotFound` for everybody else, and for a draft that was thrown away.
pub fn show(r: &mut Read, actor: &Actor, id: OrderId, now: Moment) -> Result<Shown, Problem> {
    show_for(r, actor, (id, "", &[]), now)
}

/// The same, with those offered for a commission whom a search finds, and with these people beside them where they may be
/// of one.
///
/// # Errors
/// As [`show`].
pub fn show_for(
    r: &mut Read,
    actor: &Actor,
    (id, search, people): (OrderId, &str, &[PersonId]),
    now: Moment,
) -> Result<Shown, Problem> {
    let row = administered(r, actor, id)?;
    if row.discarded_at.is_some() {
        return Err(Problem::not_found());
    }
    let desk = desk(r, actor, row.edition_id, now)?;
    let faults = if row.is_draft() { check(&desk, &row) } else { Vec::new() };
    let about = |kind: OrderKind| {
        let signed = desk.orders.iter().filter(|other| other.signed.signed_at.is_some());
        signed.filter(move |other| other.kind == kind && other.about_id == Some(id)).cloned()
    };
    let cancelled_by = about(OrderKind::Cancellation).next();
    let undoes = match row.kind {
        OrderKind::Cancellation => row.about_id,
        _ => cancelled_by.as_ref().map(|_| id),
    };
    Ok(Shown {
        pdf_sha256: prints::of(r, &[id])?.pop().map(|print| print.sha256),
        cancelling: undoes.and_then(|paper| would_undo(&desk, paper, now)),
        colleagues: offered(r, (&row, &desk), (search, people))?,
        versions: versions(r, id)?,
        cancelled_by,
        corrected_by: about(OrderKind::Correction).collect(),
        snapshot: snapshot(&row)?,
        dated: desk.group.today,
        faults,
        row,
        desk,
    })
}

/// Who can be chosen into a commission: those found, those named in the draft, and those asked for.
fn offered(
    r: &mut Read,
    (row, desk): (&OrderRow, &Desk),
    (search, people): (&str, &[PersonId]),
) -> Result<Vec<Colleague>, Problem> {
    if !row.is_draft() || !matches!(row.content.0, Content::Commission { .. }) {
        return Ok(Vec::new());
    }
    let of = (row.organisation_id, row.edition_id);
    let mut found = colleagues(r, of, &Among::Words(search_words(search)))?;
    let named = row.content.0.members().iter().chain(&desk.commission).filter_map(|one| one.person);
    let missing: Vec<PersonId> =
        named.chain(people.iter().copied()).filter(|id| found.iter().all(|one| one.person != *id)).collect();
    if !missing.is_empty() {
        found.extend(colleagues(r, of, &Among::These(missing))?);
    }
    Ok(found)
}

/// How somebody looked at a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// At its page or its form, or at its content over the API.
    Page,
    /// At its PDF.
    Paper,
}

/// Writes down that somebody has looked at a paper.
///
/// # Errors
/// When the database refuses the row.
pub fn note_look(
    w: &mut Write,
    actor: &Actor,
    (row, look): (&OrderRow, Look),
    now: Moment,
) -> Result<(), Problem> {
    let action = match look {
        Look::Page => "order-seen",
        Look::Paper => "order-paper-taken",
    };
    let after = Some(json!({ "number": row.signed.number_text }));
    audit::record(w, actor, now, Entry { action, subject: ("order", row.id.0), before: None, after })
}

/// Writes down that somebody has looked at the papers of a group: they say who is in it, and who left it how.
///
/// # Errors
/// When the database refuses the row.
pub fn note_group_look(w: &mut Write, actor: &Actor, edition: EditionId, now: Moment) -> Result<(), Problem> {
    let subject = ("edition", edition.0);
    audit::record(w, actor, now, Entry { action: "group-papers-seen", subject, before: None, after: None })
}

/// Writes down that somebody has taken a table paper of a group.
///
/// # Errors
/// When the database refuses the row.
pub fn note_group_paper(
    w: &mut Write,
    actor: &Actor,
    (edition, which): (EditionId, GroupPaper),
    now: Moment,
) -> Result<(), Problem> {
    let after = Some(json!({ "paper": which.as_str() }));
    let subject = ("edition", edition.0);
    audit::record(w, actor, now, Entry { action: "group-paper-taken", subject, before: None, after })
}

/// Everything the ZIP of a group is put together from; the papers are printed outside of the database.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The group.
    pub desk: Desk,
    /// The modules with the activities of the programme.
    pub plan: papers::Plan,
    /// The signed papers, the cancelled ones too, in the order of their signing.
    pub signed: Vec<(OrderRow, Snapshot)>,
}

impl Whole {
    /// Reads it.
    ///
    /// # Errors
    /// `NotFound` for whoever does not administer the group.
    pub fn read(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Whole, Problem> {
        let desk = desk(r, actor, id, now)?;
        let mut signed = Vec::new();
        for row in desk.orders.iter().filter(|row| row.signed.signed_at.is_some()) {
            let kept = snapshot(row)?.ok_or_else(|| Problem::new(ProblemCode::Internal))?;
            signed.push((row.clone(), kept));
        }
        signed.sort_by_key(|(row, _)| (row.signed.signed_at, row.id));
        let plan = papers::Plan::read(r, &desk.group)?;
        Ok(Whole { plan, signed, desk })
    }
}
