//! Who sees which documents: administrators those of their organisations, holders their own, strangers the few
//! facts of one whose address they have.

use super::papers;
use crate::db::Read;
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::store::listing::{self, Filter, ListedRow};
use crate::documents::store::{self, DocumentRow, Which};
use crate::kernel::{Actor, DocumentId, Moment, OrganisationId, PersonId, PersonName, Problem, PublicId};
use crate::progress;
use std::collections::HashMap;

/// A document for the administrators of the organisation that issued it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn administered(r: &mut Read, actor: &Actor, id: DocumentId) -> Result<DocumentRow, Problem> {
    store::documents(r, Which::One(id))?
        .pop()
        .filter(|row| actor.require_administrator_of(row.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)
}

/// A document for its holder and for the administrators of the organisation that issued it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn readable(r: &mut Read, actor: &Actor, id: DocumentId) -> Result<DocumentRow, Problem> {
    let may = |row: &DocumentRow| {
        actor.person == Some(row.person_id) || actor.require_administrator_of(row.organisation_id).is_ok()
    };
    store::documents(r, Which::One(id))?.pop().filter(may).ok_or_else(Problem::not_found)
}

/// A document with its snapshot, its chain and the people who acted.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The row.
    pub row: DocumentRow,
    /// What it prints.
    pub snapshot: Snapshot,
    /// All documents of the enrolment, the newest first, this one too.
    pub chain: Vec<DocumentRow>,
    /// The names of who issued and revoked.
    pub names: HashMap<PersonId, PersonName>,
}

/// A document with everything about it.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn show(r: &mut Read, actor: &Actor, id: DocumentId) -> Result<Shown, Problem> {
    let row = administered(r, actor, id)?;
    let chain = match row.enrolment_id {
        Some(enrolment) => store::documents(r, Which::Enrolment(enrolment))?,
        None => vec![row.clone()],
    };
    let revoker = row.revocation.as_ref().and_then(|revocation| revocation.revoked_by);
    let people: Vec<PersonId> = [row.issued_by, revoker].into_iter().flatten().collect();
    Ok(Shown { snapshot: papers::snapshot(&row)?, names: store::names(r, &people)?, chain, row })
}

/// A page of the register of the actor's organisations, with one line too many if it goes on, and the years there
/// are.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn register(
    r: &mut Read,
    actor: &Actor,
    filter: Filter,
    limit: i64,
) -> Result<(Vec<ListedRow>, Vec<i32>), Problem> {
    let organisations = scope(actor)?;
    let years = listing::years(r, organisations.clone())?;
    let filter = Filter { organisations, ..filter };
    Ok((listing::listed(r, &filter, limit)?, years))
}

fn scope(actor: &Actor) -> Result<Option<Vec<OrganisationId>>, Problem> {
    match &actor.roles {
        roles if roles.site_administrator => Ok(None),
        roles if roles.administrator_of.is_empty() => Err(Problem::forbidden()),
        roles => Ok(Some(roles.administrator_of.clone())),
    }
}

/// A document with its snapshot.
pub type Whole = (DocumentRow, Snapshot);

/// The actor's own documents, the newest first.
///
/// # Errors
/// `Forbidden` when the program itself asks.
pub fn own(r: &mut Read, actor: &Actor) -> Result<Vec<Whole>, Problem> {
    let rows = store::documents(r, Which::Person(actor.person_id()?))?;
    rows.into_iter()
        .map(|row| {
            let snapshot = papers::snapshot(&row)?;
            Ok((row, snapshot))
        })
        .collect()
}

/// The actor's own documents, and the programmes that have not led to one yet.
///
/// # Errors
/// As [`own`].
pub fn own_page(
    r: &mut Read,
    actor: &Actor,
) -> Result<(Vec<Whole>, Vec<progress::actions::Course>), Problem> {
    let documents = own(r, actor)?;
    let has_one = |course: &progress::actions::Course| {
        documents
            .iter()
            .any(|(row, _)| row.enrolment_id == Some(course.row.enrolment.id) && row.revocation.is_none())
    };
    let mut courses = progress::actions::own_courses(r, actor)?;
    courses.retain(|course| !has_one(course));
    Ok((documents, courses))
}

/// What anybody may know who has the address of a document, and nothing else.
#[derive(Debug, Clone)]
pub struct Verified {
    /// What was issued.
    pub snapshot: Snapshot,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

/// A document by the id on its code.
///
/// # Errors
/// `NotFound` when there is none.
pub fn verify(r: &mut Read, id: PublicId) -> Result<Verified, Problem> {
    let row = store::documents(r, Which::Public(id))?.pop().ok_or_else(Problem::not_found)?;
    Ok(Verified {
        snapshot: papers::snapshot(&row)?,
        revoked_at: row.revocation.map(|revocation| revocation.revoked_at),
    })
}
