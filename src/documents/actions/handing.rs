//! Handing documents over, one or a whole group, and notes of loss.

use super::reading::administered;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::rules::Standing;
use crate::documents::rules::book::Handing;
use crate::documents::store::book::{self, HandoverRow, WaitingRow};
use crate::documents::store::listing;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, DocumentId, EditionId, Fault, Moment, Problem, Word as _};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::HashMap;

/// A group with its valid documents.
#[derive(Debug, Clone)]
pub struct Group {
    /// The edition.
    pub edition: EditionRow,
    /// Its documents, by holder, with how each was handed over.
    pub documents: Vec<(WaitingRow, Option<HandoverRow>)>,
}

/// The documents of a group, for the administrators of the organisation that runs it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn group(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Group, Problem> {
    let edition = administered_edition(r, actor, id)?;
    let rows = book::valid_of_edition(r, id)?;
    let ids: Vec<DocumentId> = rows.iter().map(|row| row.id).collect();
    let mut handovers: HashMap<DocumentId, HandoverRow> =
        book::handovers(r, &ids)?.into_iter().map(|row| (row.document, row)).collect();
    let with = |row: WaitingRow| {
        let handover = handovers.remove(&row.id);
        (row, handover)
    };
    Ok(Group { edition, documents: rows.into_iter().map(with).collect() })
}

fn administered_edition(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    editions::edition(r, id)?
        .filter(|edition| actor.require_administrator_of(edition.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)
}

/// As [`hand_over`], for documents of one group. One that was replaced or revoked in between is said, not left out.
///
/// # Errors
/// As [`hand_over`]; `NotFound` for a document of another group too.
pub fn hand_over_group(
    w: &mut Write,
    actor: &Actor,
    (edition, documents): (EditionId, &[DocumentId]),
    handed: (NaiveDate, &Handing),
    now: Moment,
) -> Result<usize, Problem> {
    administered_edition(w, actor, edition)?;
    if listing::listed(w, documents)?.iter().any(|row| row.edition_id != Some(edition)) {
        return Err(Problem::not_found());
    }
    hand_over(w, actor, documents, handed, now)
}

/// Writes down that documents were handed over: all of them or none.
///
/// # Errors
/// `NotFound` for a document of another organisation; `Invalid` on `documents` when none is chosen or one is not valid, on
/// `handed_on` for a day before a document's or to come, and on what the way cannot do without.
pub fn hand_over(
    w: &mut Write,
    actor: &Actor,
    documents: &[DocumentId],
    (on, handing): (NaiveDate, &Handing),
    now: Moment,
) -> Result<usize, Problem> {
    let mut faults = handing.faults();
    if documents.is_empty() {
        faults.push(Fault::new("documents", "handover-nobody"));
    }
    if on > now.date_in(actor.zone) {
        faults.push(Fault::new("handed_on", "register-date-ahead"));
    }
    let rows = listing::listed(w, documents)?;
    let known = |id: &DocumentId| rows.iter().any(|row| row.id == *id);
    let mine = rows.iter().all(|row| actor.require_administrator_of(row.organisation_id).is_ok());
    if !mine || !documents.iter().all(known) {
        return Err(Problem::not_found());
    }
    for row in &rows {
        if row.standing() != Standing::Valid {
            faults.push(Fault::new("documents", "handover-not-valid").with("number", &row.number));
        } else if on < row.issued_on {
            let fault = Fault::new("handed_on", "handover-before-issue").with("number", &row.number);
            faults.push(fault.with("date", row.issued_on.format("%d.%m.%Y")));
        }
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    for row in &rows {
        book::hand_over(w, row.id, (on, handing), (actor.person, now))?;
        // Who received it stands in the book, where it can be put right; the log is never erased.
        let after = json!({ "number": row.number, "on": on, "way": handing.way.as_str() });
        let subject = ("document", row.id.0);
        let entry = Entry { action: "document-handed-over", subject, before: None, after: Some(after) };
        audit::record(w, actor, now, entry)?;
    }
    Ok(rows.len())
}

/// Writes down that the paper of a document was lost. The document stays valid: a duplicate is issued apart.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` on `lost_on` for a day to come, on `loss_note`.
pub fn lose(
    w: &mut Write,
    actor: &Actor,
    id: DocumentId,
    (on, note): (NaiveDate, &str),
    now: Moment,
) -> Result<(), Problem> {
    let row = administered(w, actor, id)?;
    if on > now.date_in(actor.zone) {
        return Err(Problem::invalid(vec![Fault::new("lost_on", "register-date-ahead")]));
    }
    book::lose(w, id, (on, note), (actor.person, now))?;
    let after = json!({ "number": row.number, "on": on });
    let entry =
        Entry { action: "document-lost", subject: ("document", id.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}
