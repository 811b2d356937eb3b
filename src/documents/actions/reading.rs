//! Who sees which documents: administrators those of their organisations, holders their own, strangers the few
//! facts of one whose address they have. Every look at a document is written down.

use super::blanks::{self, OnBlanks};
use super::papers;
use super::unprinted::{self, Printing};
use crate::audit::{self, Entry};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::documents::rules::Standing;
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::rules::term;
use crate::documents::store::shortfalls::{self, ShortfallRow};
use crate::documents::store::terms;
use crate::documents::store::{self, DocumentRow, SuccessorRow, Which};
use crate::kernel::{Actor, DocumentId, EditionId, Moment, PersonId, PersonName, Problem};
use crate::progress;
use chrono::NaiveDate;
use serde_json::json;
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

/// How somebody looked at a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// At its page, or its facts over the API.
    Page,
    /// At its paper.
    Paper,
}

/// A document with its snapshot, its chain and the people who acted.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The row.
    pub row: DocumentRow,
    /// What it prints.
    pub snapshot: Snapshot,
    /// The documents of the same enrolment and kind, or the one it replaced and those that replaced it: the newest first, this
    /// one too.
    pub chain: Vec<DocumentRow>,
    /// What came in the place of each of the chain, by the document replaced.
    pub successors: HashMap<DocumentId, SuccessorRow>,
    /// The names of who issued and revoked.
    pub names: HashMap<PersonId, PersonName>,
    /// The blanks it stands and stood on.
    pub blanks: OnBlanks,
    /// How long its entry in the register is kept, in the words of the country's profile that held when it was issued (0034).
    pub retention: Option<String>,
    /// Why it was issued although less was held than its programme has, and who found that right.
    pub shortfall: Option<ShortfallRow>,
    /// How its printing stands, where it did not go as usual.
    pub printing: Printing,
}

/// A document with everything about it; the look is written down.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn look(w: &mut Write, actor: &Actor, id: DocumentId, now: Moment) -> Result<Shown, Problem> {
    let shown = show(w, actor, id)?;
    note_look(w, actor, (&shown.row, Look::Page), now)?;
    Ok(shown)
}

/// A document whose paper is about to be handed out, to its holder or an administrator; the look is written down.
///
/// # Errors
/// As [`readable`].
pub fn take_paper(w: &mut Write, actor: &Actor, id: DocumentId, now: Moment) -> Result<DocumentRow, Problem> {
    let row = readable(w, actor, id)?;
    note_look(w, actor, (&row, Look::Paper), now)?;
    Ok(row)
}

fn note_look(
    w: &mut Write,
    actor: &Actor,
    (row, look): (&DocumentRow, Look),
    now: Moment,
) -> Result<(), Problem> {
    let action = match look {
        Look::Page => "document-seen",
        Look::Paper => "document-paper-taken",
    };
    let after = Some(json!({ "number": row.number }));
    audit::record(w, actor, now, Entry { action, subject: ("document", row.id.0), before: None, after })
}

/// A document with everything about it.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn show(r: &mut Read, actor: &Actor, id: DocumentId) -> Result<Shown, Problem> {
    let row = administered(r, actor, id)?;
    let of = row.enrolment_id.map_or(Which::Person(row.person_id), Which::Enrolment);
    let chain = chain(&row, store::documents(r, of)?);
    let ids: Vec<DocumentId> = chain.iter().map(|one| one.id).collect();
    let revoker = row.revocation.as_ref().and_then(|revocation| revocation.revoked_by);
    let shortfall = shortfalls::of(r, id)?;
    let acceptor = shortfall.as_ref().and_then(|short| short.accepted_by);
    let printing = unprinted::of(r, &row)?;
    let chooser = printing.choice.as_ref().and_then(|(choice, _)| choice.by);
    let people: Vec<PersonId> = [row.issued_by, revoker, acceptor, chooser].into_iter().flatten().collect();
    let held = countries::held(r, &[(row.organisation_id, row.issued_at)])?;
    let rule = held.at(row.organisation_id, row.issued_at).and_then(|profile| profile.kind(row.kind));
    Ok(Shown {
        retention: rule.map(|rule| rule.retention.clone()),
        snapshot: papers::snapshot(&row)?,
        successors: store::successors(r, &ids)?,
        names: store::names(r, &people)?,
        blanks: blanks::of(r, &[id])?.remove(&id).unwrap_or_default(),
        shortfall,
        printing,
        chain,
        row,
    })
}

/// Of the documents of an enrolment those of the same kind; of the papers of a person those tied to this one by
/// replacement.
fn chain(row: &DocumentRow, mut documents: Vec<DocumentRow>) -> Vec<DocumentRow> {
    documents.retain(|one| one.kind == row.kind && one.enrolment_id == row.enrolment_id);
    if row.enrolment_id.is_some() {
        return documents;
    }
    let mut tied = vec![row.id];
    // Each pass follows one link both ways; there are no more links than documents.
    for _ in 0..documents.len() {
        for one in &documents {
            let Some(before) = one.replaces_id else { continue };
            match (tied.contains(&one.id), tied.contains(&before)) {
                (true, false) => tied.push(before),
                (false, true) => tied.push(one.id),
                _ => {}
            }
        }
    }
    documents.retain(|one| tied.contains(&one.id));
    documents
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

/// Somebody's documents, the courses that have not led to one yet, and the certificates whose time is over or nearly so.
pub type OwnPage = (Vec<Whole>, Vec<progress::actions::Course>, Vec<Renewal>);

/// The actor's own documents, and the programmes that have not led to one yet.
///
/// # Errors
/// As [`own`].
pub fn own_page(r: &mut Read, actor: &Actor, now: Moment) -> Result<OwnPage, Problem> {
    let documents = own(r, actor)?;
    let has_one = |course: &progress::actions::Course| {
        documents.iter().any(|(row, _)| {
            row.enrolment_id == Some(course.row.enrolment.id) && row.standing() == Standing::Valid
        })
    };
    let mut courses = progress::actions::own_courses(r, actor)?;
    courses.retain(|course| !has_one(course));
    let renewals = renewals(r, &documents, now)?;
    Ok((documents, courses, renewals))
}

/// A certificate whose time is over or nearly so.
#[derive(Debug, Clone)]
pub struct Renewal {
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// The next edition of its programme and its first day, where there is one.
    pub next: Option<(String, NaiveDate)>,
}

fn renewals(r: &mut Read, documents: &[Whole], now: Moment) -> Result<Vec<Renewal>, Problem> {
    let ending: Vec<(&DocumentRow, &Snapshot, EditionId)> = documents
        .iter()
        .filter(|(row, _)| row.standing() == Standing::Valid)
        .filter_map(|(row, snapshot)| {
            let (time, course) = (snapshot.valid?, snapshot.course.as_ref()?);
            let near = term::reminded_on(time) <= now.date_in(snapshot.zone());
            near.then_some((row, snapshot, course.run.id))
        })
        .collect();
    let Some((_, first, _)) = ending.first() else { return Ok(Vec::new()) };
    let editions: Vec<EditionId> = ending.iter().map(|(_, _, edition)| *edition).collect();
    let next = terms::next_editions(r, &editions, now.date_in(first.zone()))?;
    let renewal = |(row, snapshot, edition): &(&DocumentRow, &Snapshot, EditionId)| Renewal {
        number: row.number.clone(),
        issuer: snapshot.issuer.name.clone(),
        next: next.get(edition).cloned(),
    };
    Ok(ending.iter().map(renewal).collect())
}
