//! The stock of printed blanks: receiving, spoiling, and what is left.

use super::administered;
use super::taking::next_blank;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, BlankBatchId, DocumentId, Fault, Moment, OrganisationId, Problem, Word as _};
use crate::organisations::store::OrganisationRow;
use crate::programmes::rules::words::DocumentKind;
use crate::registers::rules::reason_fault;
use crate::registers::store::blanks::{self, NewBatch, SpoiledRow, Spoiling, Stock};
use serde_json::json;
use std::collections::BTreeMap;

/// How many spoiled blanks the report names.
const NAMED: i64 = 500;

/// The report of stock.
#[derive(Debug, Clone)]
pub struct Report {
    /// The organisation.
    pub organisation: OrganisationRow,
    /// What came, was used and spoiled, and is left, by kind and series.
    pub stock: BTreeMap<(DocumentKind, String), Stock>,
    /// The spoiled blanks, the last written down first.
    pub spoiled: Vec<SpoiledRow>,
}

/// The report of stock of an organisation.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn report(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<Report, Problem> {
    let organisation = administered(r, actor, id)?;
    Ok(Report { organisation, stock: blanks::stock(r, id)?, spoiled: blanks::all_spoiled(r, id, NAMED)? })
}

/// Writes down blanks that came with a paper. They are used in this order.
///
/// # Errors
/// `NotFound`; `Invalid` on `received_on` for a day to come, on `numbers` for a blank that is known already.
pub fn receive(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    new: &NewBatch,
    now: Moment,
) -> Result<BlankBatchId, Problem> {
    administered(w, actor, id)?;
    if new.received_on > now.date_in(actor.zone) {
        return Err(Problem::invalid(vec![Fault::new("received_on", "register-date-ahead")]));
    }
    if let Some(number) = blanks::known(w, id, new)? {
        let fault = Fault::new("numbers", "blank-known").with("series", &new.series).with("number", number);
        return Err(Problem::invalid(vec![fault]));
    }
    let batch = blanks::receive(w, id, new, (actor.person, now))?;
    let after = json!({
        "kind": new.kind.as_str(), "series": new.series, "first": new.numbers.first(), "last": new.numbers.last(),
        "count": new.numbers.len(), "received_with": new.received_with,
    });
    let subject = ("blank-batch", batch.0);
    let entry = Entry { action: "blanks-received", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(batch)
}

/// Which blank is spoiled, as it is printed on it, and how.
#[derive(Debug, Clone)]
pub struct Spoiled {
    /// For which kind.
    pub kind: DocumentKind,
    /// The series; empty when it has none.
    pub series: String,
    /// The number.
    pub number: String,
    /// The act.
    pub spoiling: Spoiling,
}

/// What came of spoiling a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The document that stood on it, with the blank it stands on now.
    pub moved: Option<(DocumentId, String)>,
}

/// Writes down that a blank is spoiled. It is never used again; a valid document that stood on it gets the next
/// blank.
///
/// # Errors
/// `NotFound`; `Invalid` on `number` for a blank that nobody received or that is spoiled already, on `dated` for a day to
/// come, on `reason`, on `blank` when the document cannot have another because none is left.
pub fn spoil(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    input: &Spoiled,
    now: Moment,
) -> Result<Outcome, Problem> {
    administered(w, actor, id)?;
    let refused = |fault| Problem::invalid(vec![fault]);
    if input.spoiling.dated > now.date_in(actor.zone) {
        return Err(refused(Fault::new("dated", "register-date-ahead")));
    }
    if let Some(fault) = reason_fault("reason", &input.spoiling.reason) {
        return Err(refused(fault));
    }
    let named = |code| Fault::new("number", code).with("series", &input.series).with("number", &input.number);
    let blank = blanks::find(w, (id, input.kind), (&input.series, &input.number))?
        .ok_or_else(|| refused(named("blank-unknown")))?;
    if let Some((act, dated)) = blanks::spoiled(w, blank.id)? {
        let fault = named("blank-spoiled-already").with("act", act).with("date", dated.format("%d.%m.%Y"));
        return Err(refused(fault));
    }
    blanks::take(w, blank.id)?;
    blanks::spoil(w, blank.id, &input.spoiling, (actor.person, now))?;
    let moved = match blanks::bound_to(w, blank.id)? {
        Some(document) => {
            let next = next_blank(w, id, input.kind)?;
            blanks::bind(w, next.id, document, (actor.person, now))?;
            Some((document, said(next.series.as_deref(), &next.number)))
        }
        None => None,
    };
    let after = json!({
        "blank": said(Some(&input.series), &input.number), "act": input.spoiling.act, "dated": input.spoiling.dated,
        "reason": input.spoiling.reason, "document": moved.as_ref().map(|(document, _)| document),
        "next_blank": moved.as_ref().map(|(_, next)| next),
    });
    let subject = ("blank", blank.id.0);
    let entry = Entry { action: "blank-spoiled", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(Outcome { moved })
}

/// A blank as people say it: series and number.
pub fn said(series: Option<&str>, number: &str) -> String {
    match series.filter(|series| !series.is_empty()) {
        Some(series) => format!("{series} {number}"),
        None => number.to_owned(),
    }
}
