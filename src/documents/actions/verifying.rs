//! What anybody may know of a document: by the code on it few facts, by its number and a surname yes or no.

use crate::db::Read;
use crate::documents::rules::book::masked;
use crate::documents::rules::relation::Relation;
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::rules::{Holds, Standing};
use crate::documents::store::book;
use crate::documents::store::{self, listing};
use crate::identities;
use crate::kernel::name::{fold, fold_loose, tidy};
use crate::kernel::{
    AcademicHours, DocumentId, Localised, Moment, PersonId, PersonName, Problem, PublicId, ZoneName,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use std::sync::Arc;

/// The few facts of a document that never change.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Which paper.
    pub kind: DocumentKind,
    /// Its number with the middle hidden.
    pub number: String,
    /// Whose.
    pub holder: PersonName,
    /// The holder's name in Russian letters, where it is spelled apart.
    pub spelling: Option<PersonName>,
    /// The programme.
    pub programme: Option<Localised>,
    /// Its volume.
    pub hours: Option<AcademicHours>,
    /// From when until when it was taught.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// From when until when it holds, on a paper of authority.
    pub valid: Option<(NaiveDate, NaiveDate)>,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Who issued it.
    pub issuer: String,
    /// The zone of its dates.
    pub zone: ZoneName,
}

impl Facts {
    fn of(snapshot: Snapshot) -> Facts {
        Facts {
            kind: snapshot.kind,
            number: masked(&snapshot.number),
            programme: snapshot.programme().cloned(),
            hours: snapshot.hours(),
            period: snapshot.period(),
            valid: snapshot.valid,
            issued_on: snapshot.issued_on,
            zone: snapshot.zone(),
            issuer: snapshot.issuer.name,
            holder: snapshot.holder,
            spelling: snapshot.spelling,
        }
    }

    /// Where a moment stands in the time for which it was issued.
    pub fn holds(&self, now: Moment) -> Holds {
        Holds::on(now.date_in(self.zone), self.valid)
    }
}

/// What came in the place of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// Under which anybody verifies it.
    pub public_id: PublicId,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// As what it was issued.
    pub relation: Option<Relation>,
}

/// What anybody may know who has the address of a document, and nothing else.
#[derive(Debug, Clone)]
pub struct Known {
    /// The document.
    pub id: DocumentId,
    /// The facts.
    pub facts: Arc<Facts>,
    /// How it stands.
    pub standing: Standing,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
    /// What came in its place.
    pub successor: Option<Successor>,
    /// Whether the holder consents to be named in public.
    pub named: bool,
}

/// A document by the id on its code.
///
/// # Errors
/// `NotFound` when there is none.
pub fn by_code(r: &mut Read, id: &PublicId) -> Result<Known, Problem> {
    let row = listing::public(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = Standing::of(row.live_key.is_some(), row.revoked_at.is_some());
    Ok(Known {
        id: row.id,
        facts: facts(r, row.id)?,
        standing,
        revoked_at: row.revoked_at,
        successor: if standing == Standing::Replaced { successor(r, row.id)? } else { None },
        named: consents(r, row.person_id)?,
    })
}

/// The facts of a document: read and proved once for a connection, since they never change.
fn facts(r: &mut Read, id: DocumentId) -> Result<Arc<Facts>, Problem> {
    r.unchanging(id.0, |r| {
        let row = store::documents(r, store::Which::One(id))?.pop().ok_or_else(Problem::not_found)?;
        Ok(Facts::of(super::papers::snapshot(&row)?))
    })
}

fn successor(r: &mut Read, id: DocumentId) -> Result<Option<Successor>, Problem> {
    let Some(row) = store::successors(r, &[id])?.remove(&id) else { return Ok(None) };
    let public_id = book::public_id(r, row.id)?;
    let of = |public_id| Successor { public_id, issued_on: row.issued_on, relation: row.relation };
    Ok(public_id.map(of))
}

/// Whether somebody consents to be named in public; whoever never said so does not.
fn consents(r: &mut Read, person: PersonId) -> Result<bool, Problem> {
    Ok(identities::store::basics_of(r, &[person])?.get(&person).is_some_and(|basics| basics.public_name))
}

/// A document that was found by its number and a surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matched {
    /// The document.
    pub id: DocumentId,
    /// How it stands.
    pub standing: Standing,
    /// The answer: it is valid, and today is in the time for which it was issued.
    pub holds: bool,
}

/// The document that has this number and a holder of this surname: for the answer yes or no, and so that the look can be
/// counted. One that holds comes before others: organisations count apart.
///
/// # Errors
/// When the database refuses.
pub fn by_number(r: &mut Read, number: &str, surname: &str, now: Moment) -> Result<Option<Matched>, Problem> {
    let (number, surname) = (tidy(number), tidy(surname));
    if number.is_empty() || surname.is_empty() {
        return Ok(None);
    }
    let wanted = (fold(&surname), fold_loose(&surname));
    let named = |name: &PersonName| fold(&name.surname) == wanted.0 || fold_loose(&name.surname) == wanted.1;
    let mut found = None;
    for row in book::numbered(r, &number, &fold(&number))? {
        let facts = facts(r, row.id)?;
        if named(&facts.holder) || facts.spelling.as_ref().is_some_and(named) {
            let standing = row.standing();
            let holds = standing == Standing::Valid && facts.holds(now) == Holds::Now;
            let matched = Some(Matched { id: row.id, standing, holds });
            if holds {
                return Ok(matched);
            }
            found = found.or(matched);
        }
    }
    Ok(found)
}
