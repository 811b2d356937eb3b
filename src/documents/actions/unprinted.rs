//! Documents whose paper cannot be printed because of their organisation's template (decision 0039): the failure is written
//! down, the administrators of the organisation are told, and one of them may have the paper printed with another version. The
//! snapshot stays as it was issued.

use super::entering::print_later;
use super::sampling::{Printable, Printed};
use super::{papers, reading};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::rules::{self, Snapshot};
use crate::documents::store::unprinted::{self as store, ChoiceRow, FailureRow, NewFailure};
use crate::documents::store::{self as documents, DocumentRow, Which};
use crate::kernel::{
    Actor, DocumentId, Fault, Moment, OrganisationId, PaperTemplateVersionId, Problem, ProblemCode,
};
use crate::mail::{self, Letter};
use crate::organisations::store as organisations;
use crate::paper_templates::store as templates;
use crate::people::store::addressees;
use crate::web::paths;
use serde_json::json;
use std::collections::BTreeMap;

/// The most documents that a letter names.
const MOST_NAMED: usize = 10;

/// A failure about to be written down; nothing for a document that no template of an organisation was to print.
pub(super) fn failure(row: &DocumentRow, faults: &[Fault], now: Moment) -> Option<NewFailure> {
    let snapshot = papers::snapshot(row).ok()?;
    let version = snapshot.template.as_ref()?.version;
    Some(NewFailure {
        document: row.id,
        number: row.number.clone(),
        organisation: row.organisation_id,
        version,
        faults: faults.to_vec(),
        day: now.date_in(snapshot.zone()),
    })
}

/// Writes failures down and tells the administrators: one letter for each organisation, version and day. Twice is as once.
///
/// # Errors
/// The database's.
pub(super) fn tell(w: &mut Write, failures: &[NewFailure], now: Moment) -> Result<(), Problem> {
    let new = store::write_down(w, failures, now)?;
    let mut together: BTreeMap<_, Vec<&NewFailure>> = BTreeMap::new();
    for one in failures.iter().filter(|one| new.contains(&one.document)) {
        together.entry((one.organisation, one.version, one.day)).or_default().push(one);
    }
    for ((organisation, version, day), these) in together {
        if store::note(w, organisation, version, (day, now))? {
            write_to_administrators(w, (organisation, version), &these, now)?;
        }
    }
    Ok(())
}

fn write_to_administrators(
    w: &mut Write,
    (organisation, version): (OrganisationId, PaperTemplateVersionId),
    these: &[&NewFailure],
    now: Moment,
) -> Result<(), Problem> {
    let Some(first) = these.first() else { return Ok(()) };
    let Some(whose) = organisations::find(w, organisation)? else { return Ok(()) };
    let used = templates::version(w, version)?;
    let more = (these.len() > MOST_NAMED).then_some("…");
    let named = these.iter().take(MOST_NAMED).map(|one| one.number.as_str());
    let numbers: Vec<&str> = named.chain(more).collect();
    let administrators = addressees::administrators_of(w, organisation)?;
    for to in addressees::of(w, &administrators)? {
        let data = json!({
            "name": to.name.address(),
            "organisation": whose.short_name,
            "template": format!("{} ({})", used.name, used.number),
            "numbers": numbers.join(", "),
            "count": these.len(),
            "faults": first.faults,
            "path": paths::document(first.document),
        });
        mail::send(w, now, &Letter { name: "document_unprinted", to: to.recipient(), data })?;
    }
    Ok(())
}

/// How it stands with the printing of a document, where it did not go as usual.
#[derive(Debug, Clone, Default)]
pub struct Printing {
    /// What the template said when the paper could not be printed; nothing once it is printed.
    pub failure: Option<FailureRow>,
    /// Other documents without a paper because of the same version.
    pub others: Vec<(DocumentId, String)>,
    /// The other versions of the template, to choose from; nobody may choose where there is nothing.
    pub versions: Option<Vec<Printable>>,
    /// What was chosen; the version is nothing for the paper of the program.
    pub choice: Option<(ChoiceRow, Option<Printable>)>,
}

/// How it stands with the printing of a document.
///
/// # Errors
/// The database's.
pub(super) fn of(r: &mut Read, row: &DocumentRow) -> Result<Printing, Problem> {
    let Some(failure) = store::failure(r, row.id)? else { return Ok(Printing::default()) };
    let choice = match store::choice(r, row.id)? {
        Some(choice) => Some((choice.clone(), choice.version.map(|id| named(r, id)).transpose()?)),
        None => None,
    };
    if row.pdf_sha256.is_some() {
        return Ok(Printing { choice, ..Printing::default() });
    }
    let others = store::others(r, row.organisation_id, (row.id, failure.version))?;
    let versions = match &choice {
        Some(_) => None,
        None => Some(versions(r, failure.version)?),
    };
    Ok(Printing { failure: Some(failure), others, versions, choice })
}

fn named(r: &mut Read, id: PaperTemplateVersionId) -> Result<Printable, Problem> {
    let found = templates::version(r, id)?;
    Ok(Printable { version: id, name: found.name, number: found.number })
}

/// The other versions of the template that a version is of, the newest first.
fn versions(r: &mut Read, failed: PaperTemplateVersionId) -> Result<Vec<Printable>, Problem> {
    let used = templates::version(r, failed)?;
    let rows = templates::versions(r, &[used.template])?.into_iter().filter(|row| row.id != failed);
    Ok(rows.map(|row| Printable { version: row.id, name: used.name.clone(), number: row.number }).collect())
}

/// What an administrator asks for, as it was typed.
#[derive(Debug, Clone)]
pub struct Choosing {
    /// The document.
    pub document: DocumentId,
    /// A version, or [`Printed::BUILT_IN`].
    pub template: String,
    /// Why.
    pub reason: String,
}

/// What was asked for, found right.
#[derive(Debug, Clone)]
pub struct Weighed {
    row: DocumentRow,
    /// What the document says.
    pub snapshot: Snapshot,
    /// With which version it is to be printed; none for the paper of the program.
    pub version: Option<PaperTemplateVersionId>,
    failed: PaperTemplateVersionId,
    reason: String,
}

/// Whether a document may be printed with another version of its template, or with the paper of the program: for the
/// administrators of the organisation that issued it, while printing has failed and nothing was chosen yet.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `PaperSettled` for a document that has a paper, did not fail, or that a
/// version was chosen for; `Invalid` without a reason that explains, and for a version of another template.
pub fn weigh(r: &mut Read, actor: &Actor, ask: &Choosing) -> Result<Weighed, Problem> {
    let row = reading::administered(r, actor, ask.document)?;
    let snapshot = papers::snapshot(&row)?;
    let failure = store::failure(r, row.id)?.filter(|_| row.pdf_sha256.is_none());
    let settled = || Problem::new(ProblemCode::PaperSettled);
    let failed = failure.ok_or_else(settled)?.version;
    if store::choice(r, row.id)?.is_some() {
        return Err(settled());
    }
    let mut faults = Vec::new();
    let version = match Printed::parse(ask.template.trim()) {
        Some(Printed::BuiltIn) => None,
        Some(Printed::By(id)) if versions(r, failed)?.iter().any(|one| one.version == id) => Some(id),
        Some(Printed::AtWork) => {
            faults.push(Fault::new("template", "required"));
            None
        }
        _ => {
            faults.push(Fault::new("template", "unknown"));
            None
        }
    };
    match rules::reason(&ask.reason) {
        Ok(reason) if faults.is_empty() => Ok(Weighed { row, snapshot, version, failed, reason }),
        Ok(_) => Err(Problem::invalid(faults)),
        Err(problem) => {
            faults.extend(problem.faults);
            Err(Problem::invalid(faults))
        }
    }
}

/// Has a document printed with another version, which was tried before: one choice, for ever. The snapshot stays.
///
/// # Errors
/// As [`weigh`].
pub fn choose(w: &mut Write, actor: &Actor, ask: &Choosing, now: Moment) -> Result<DocumentRow, Problem> {
    let Weighed { row, version, failed, reason, .. } = weigh(w, actor, ask)?;
    store::choose(w, row.id, &ChoiceRow { version, reason, at: now, by: actor.person })?;
    let entry = Entry {
        action: "document-print-chosen",
        subject: ("document", row.id.0),
        before: Some(json!({ "number": row.number, "template": failed })),
        after: Some(json!({ "number": row.number, "template": version })),
    };
    audit::record(w, actor, now, entry)?;
    print_later(w, &[row.id], now)?;
    documents::documents(w, Which::One(row.id))?.pop().ok_or_else(Problem::not_found)
}
