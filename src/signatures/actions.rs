//! Attaching signature files and handing them out: administrators attach, they and the holder read.

use super::rules::Looked;
use super::store::{self, Of, SignatureRow};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::actions::reading;
use crate::documents::store as documents;
use crate::files::store::NewRow;
use crate::kernel::{
    Actor, Moment, OrderId, OrganisationId, PersonId, PersonName, Problem, SignatureFileId, Word as _,
};
use crate::orders::store::{self as orders, OrderRow};
use serde_json::json;
use std::collections::HashMap;

/// The signature files of a document or an order.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// Of what.
    pub of: Of,
    /// Its number.
    pub number: String,
    /// Whether the reader may attach more.
    pub may_attach: bool,
    /// The files, the newest first.
    pub files: Vec<SignatureRow>,
    /// The names of who attached them.
    pub names: HashMap<PersonId, PersonName>,
}

/// The signature files, for administrators of the organisation; those of a document for its holder too.
///
/// # Errors
/// `NotFound` for everybody else, and for an order that is not signed.
pub fn shelf(r: &mut Read, actor: &Actor, of: Of) -> Result<Shelf, Problem> {
    let (number, organisation) = readable(r, actor, of)?;
    let files = store::of(r, of)?;
    let people: Vec<PersonId> = files.iter().map(|file| file.by).collect();
    Ok(Shelf {
        of,
        number,
        may_attach: actor.require_administrator_of(organisation).is_ok(),
        names: documents::names(r, &people)?,
        files,
    })
}

fn readable(r: &mut Read, actor: &Actor, of: Of) -> Result<(String, OrganisationId), Problem> {
    match of {
        Of::Document(id) => {
            let row = reading::readable(r, actor, id)?;
            Ok((row.number, row.organisation_id))
        }
        Of::Order(id) => {
            let row = signed_order(r, actor, id)?;
            let number = row.signed.number_text.ok_or_else(Problem::not_found)?;
            Ok((number, row.organisation_id))
        }
    }
}

/// A signed order, for the administrators of the organisation whose it is.
///
/// # Errors
/// `NotFound` for everybody else, and for a draft.
pub fn signed_order(r: &mut Read, actor: &Actor, id: OrderId) -> Result<OrderRow, Problem> {
    orders::order(r, id)?
        .filter(|row| actor.require_administrator_of(row.organisation_id).is_ok())
        .filter(|row| row.signed.signed_at.is_some())
        .ok_or_else(Problem::not_found)
}

/// Keeps a signature file; the very same bytes a second time change nothing: `false`.
///
/// # Errors
/// `NotFound` for whoever does not administer the organisation.
pub fn attach(
    w: &mut Write,
    actor: &Actor,
    of: Of,
    (file, looked): (&NewRow, Looked),
    now: Moment,
) -> Result<bool, Problem> {
    let shelf = shelf(w, actor, of)?;
    if !shelf.may_attach {
        return Err(Problem::not_found());
    }
    if shelf.files.iter().any(|one| one.sha256 == file.blob.sha256) {
        return Ok(false);
    }
    let id = store::insert(w, of, (file, looked), (actor.person_id()?, now))?;
    let after = json!({
        "number": shelf.number, "sha256": file.blob.sha256, "format": looked.format.as_str(),
        "finding": looked.finding.as_str(),
    });
    let subject = ("signature-file", id.0);
    let entry = Entry { action: "signature-attached", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(true)
}

/// One of the files, for whoever may see the list. A signed PDF is the document itself: that it was taken is written down.
///
/// # Errors
/// `NotFound`.
pub fn take(
    w: &mut Write,
    actor: &Actor,
    (of, id): (Of, SignatureFileId),
    now: Moment,
) -> Result<SignatureRow, Problem> {
    let shelf = shelf(w, actor, of)?;
    let file = shelf.files.into_iter().find(|file| file.id == id).ok_or_else(Problem::not_found)?;
    let after = Some(json!({ "number": shelf.number, "sha256": file.sha256 }));
    let subject = ("signature-file", id.0);
    audit::record(w, actor, now, Entry { action: "signature-taken", subject, before: None, after })?;
    Ok(file)
}
