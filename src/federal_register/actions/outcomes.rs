//! What the register made of documents, as an operator reads it there and enters it here.

use super::federal;
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::federal_register::rules::State;
use crate::federal_register::store::exports::{self as store, NewEvent};
use crate::federal_register::store::queue::{self, Filter};
use crate::kernel::{Actor, DocumentId, Fault, FederalExportId, Moment, OrganisationId, Problem, Word as _};
use serde_json::json;
use std::collections::BTreeSet;

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 1000;

/// Of what something is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Of everything in a file that stands in no later one.
    File(FederalExportId),
    /// Of these documents.
    Documents(BTreeSet<DocumentId>),
}

/// What is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Of what.
    pub which: Which,
    /// `Accepted` or `Error`.
    pub state: State,
    /// Why the register refused it; required then.
    pub reason: Option<String>,
}

/// Enters what the register made of documents; gives how many that were. What is entered already is not entered again.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation, and for documents and files of another one;
/// `Invalid` without a reason for an error, and for documents that were not exported.
pub fn enter(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    outcome: &Outcome,
    now: Moment,
) -> Result<usize, Problem> {
    federal(w, actor, id)?;
    let mut faults = Vec::new();
    if outcome.state == State::Exported {
        faults.push(Fault::new("state", "required"));
    }
    if outcome.state == State::Error && outcome.reason.is_none() {
        faults.push(Fault::new("reason", "federal-reason-missing"));
    }
    let documents = chosen(w, id, &outcome.which)?;
    if documents.is_empty() {
        faults.push(Fault::new("documents", "federal-nobody-chosen"));
    }
    let states = store::states_of(w, &documents)?;
    let missing = documents.iter().filter(|document| !states.contains_key(document));
    faults.extend(missing.map(|_| Fault::new("documents", "federal-not-exported")).take(1));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let reason = outcome.reason.as_deref().filter(|_| outcome.state == State::Error);
    let event = |document: DocumentId| {
        let (state, export) = states.get(&document).copied()?;
        let entered_already = state == outcome.state && reason.is_none();
        (!entered_already).then_some(NewEvent { document, export, state: outcome.state, reason })
    };
    let events: Vec<NewEvent<'_>> = documents.into_iter().filter_map(event).collect();
    store::note(w, &events, (actor.person, now))?;
    let entries = events.iter().map(entry).collect();
    audit::record_all(w, actor, now, entries)?;
    Ok(events.len())
}

fn entry(event: &NewEvent<'_>) -> Entry {
    let after = json!({ "state": event.state.as_str(), "reason": event.reason, "export": event.export });
    let subject = ("document", event.document.0);
    Entry { action: "federal-outcome-entered", subject, before: None, after: Some(after) }
}

/// The documents that are meant, all of them of the organisation.
fn chosen(w: &mut Write, id: OrganisationId, which: &Which) -> Result<Vec<DocumentId>, Problem> {
    match which {
        Which::File(export) => {
            store::find(w, id, *export)?.ok_or_else(Problem::not_found)?;
            let lines = store::lines(w, *export)?.into_iter();
            // A document that was exported again since stands by its later file.
            let here = lines.filter(|line| line.state.as_ref().is_some_and(|(_, now, _)| now == export));
            Ok(here.map(|line| line.document_id).collect())
        }
        Which::Documents(these) => {
            let filter = Filter { these: Some(these.iter().copied().collect()), ..Filter::default() };
            let limit = i64::try_from(these.len()).unwrap_or(i64::MAX - 1);
            let (rows, _) = queue::queued(w, id, &filter, limit)?;
            if rows.len() < these.len() {
                return Err(Problem::not_found());
            }
            Ok(rows.into_iter().map(|row| row.id).collect())
        }
    }
}
