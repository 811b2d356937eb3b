//! A document in the place of another: a duplicate, a correction, a new name, another blank. Each is a new row with a new
//! number; the one before stays in the register, marked replaced, and its credential is revoked.

use super::desk::{Wanted, desk_of, template};
use super::entering::{Build, Contact, Entered, Tools, enter, number_ask, print_later, tell};
use super::{papers, reading};
use crate::audit::{self, Entry};
use crate::countries::store as countries;
use crate::credentials::actions as credentials;
use crate::db::{Read, Write};
use crate::documents::rules::choosing;
use crate::documents::rules::fields;
use crate::documents::rules::grounds::holder_fault;
use crate::documents::rules::names::name_faults;
use crate::documents::rules::snapshot::{FORMAT, Replaced, Snapshot};
use crate::documents::rules::titles::title;
use crate::documents::rules::{self, Particulars, Relation, Standing};
use crate::documents::store::grounds::{self, HolderRow};
use crate::documents::store::{self, DocumentRow, IssuedRow};
use crate::identities::rules::Basics;
use crate::identities::store as identities;
use crate::kernel::{
    Actor, DocumentId, Fault, Moment, PersonName, Problem, ProblemCode, PublicId, Word as _,
};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeSet;

/// What an administrator asks for.
#[derive(Debug, Clone)]
pub struct Replacing {
    /// The document to be replaced.
    pub document: DocumentId,
    /// As what.
    pub relation: Relation,
    /// Why: the application, the mistake, the certificate of a new name.
    pub grounds: String,
    /// The date on the new document; today in the zone of the old one when nothing is said.
    pub issued_on: Option<NaiveDate>,
    /// A number typed by hand; the next of the register when nothing is said.
    pub number: Option<String>,
    /// Under which anybody verifies the new one, drawn beforehand.
    pub public_id: PublicId,
}

/// Issues a document in the place of another, for the administrators of the organisation that issued it.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `AlreadyRevoked` for one that is revoked; `Invalid` without grounds,
/// for one that is replaced already, with dates out of order, for a new name that is not recorded with its basis, for a
/// correction that would change nothing, or of a paper of somebody who was withdrawn since.
pub fn replace(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &Replacing,
    now: Moment,
) -> Result<IssuedRow, Problem> {
    let old = reading::administered(w, actor, input.document)?;
    let before = papers::snapshot(&old)?;
    let replaced = replaced(&old, input)?;
    let today = now.date_in(before.zone());
    let issued_on = input.issued_on.unwrap_or(today);
    let holder = grounds::holder(w, old.person_id)?.ok_or_else(Problem::not_found)?;
    let facts = facts(w, actor, tools, (&old, &before, &holder, input, issued_on), now)?;
    let federal = choosing::federal(&countries::profile_of(w, old.organisation_id)?, old.kind);
    check((&old, &before, federal), (&facts, issued_on, today), tools)?;
    store::retire(w, old.id)?;
    let entered = Entered {
        organisation: old.organisation_id,
        person: old.person_id,
        course: old.edition_id.zip(old.enrolment_id),
        kind: old.kind,
        issued_on,
        public_id: &input.public_id,
        number: number_ask(input.number.as_deref()),
        replaces: Some(replaced),
    };
    let build: Build<'_> = Box::new(|particulars| renewed(&facts, particulars));
    let (row, snapshot) = enter(w, actor, tools, (entered, build), now)?;
    credentials::revoke(w, &old.public_id, now)?;
    note(w, actor, (&old, &row, input), now)?;
    print_later(w, &[row.id], now)?;
    let contact = Contact {
        person: old.person_id,
        email: &holder.email,
        name: &holder.name,
        language: holder.language,
    };
    tell(w, &contact, &snapshot, now)?;
    Ok(row)
}

/// The link to the document that is replaced.
fn replaced(old: &DocumentRow, input: &Replacing) -> Result<Replaced, Problem> {
    match old.standing() {
        Standing::Revoked => return Err(Problem::new(ProblemCode::AlreadyRevoked)),
        Standing::Replaced => {
            let fault = Fault::new("relation", "document-replaced-already").with("number", &old.number);
            return Err(Problem::invalid(vec![fault]));
        }
        Standing::Valid => {}
    }
    Ok(Replaced {
        document: old.id,
        number: old.number.clone(),
        issued_on: old.issued_on,
        relation: input.relation,
        grounds: rules::reason_in("grounds", &input.grounds)?,
    })
}

/// What the new document says: the facts of the old one, except what the relation reads anew.
fn facts(
    r: &mut Read,
    actor: &Actor,
    tools: &Tools<'_>,
    (old, before, holder, input, issued_on): (&DocumentRow, &Snapshot, &HolderRow, &Replacing, NaiveDate),
    now: Moment,
) -> Result<Snapshot, Problem> {
    let basics = identities::basics_of(r, &[old.person_id])?.remove(&old.person_id);
    let spelling = basics.as_ref().and_then(|basics| basics.spelling.clone());
    match input.relation {
        Relation::Duplicate => Ok(before.clone()),
        Relation::Replacement => {
            let template = template(r, old.organisation_id, old.kind, before.language)?;
            Ok(Snapshot { template, ..before.clone() })
        }
        Relation::NameChange => {
            founded(&holder.name, &before.holder, basics.as_ref())?;
            Ok(Snapshot { holder: holder.name.clone(), spelling, ..before.clone() })
        }
        Relation::Correction => match (old.edition_id, old.enrolment_id) {
            (Some(edition), Some(enrolment)) => {
                let wanted = Wanted { edition, kind: Some(old.kind), issued_on: Some(issued_on) };
                let theirs = BTreeSet::from([enrolment]);
                let desk = desk_of(r, actor, tools.typesetter, (wanted, &theirs), now)?;
                let course = before.course.as_ref();
                let qualification = course.and_then(|course| course.qualification.as_deref());
                let gone = |_| Problem::invalid(vec![Fault::new("relation", "document-not-enrolled")]);
                let candidate = desk.candidate(enrolment).map_err(gone)?;
                let mut faults = desk.blocked.clone();
                faults.extend(candidate.faults.iter().cloned());
                if !faults.is_empty() {
                    return Err(Problem::invalid(on_the_relation(faults)));
                }
                // The time of a corrected certificate begins where that of the wrong one began.
                let began = before.valid.map_or(before.issued_on, |(from, _)| from);
                let particulars = Particulars { issued_on: began, ..Particulars::default() };
                let anew = desk.grounds.snapshot(candidate.bearer(qualification), particulars);
                changed(before, anew)
            }
            _ => {
                let issuer = grounds::issuer(r, old.organisation_id)?;
                let anew = Snapshot { holder: holder.name.clone(), spelling, issuer, ..before.clone() };
                changed(before, anew)
            }
        },
    }
}

/// The page of a document has one place for what keeps a correction from being issued.
fn on_the_relation(faults: Vec<Fault>) -> Vec<Fault> {
    faults.into_iter().map(|fault| Fault { field: "relation".to_owned(), ..fault }).collect()
}

/// A correction that corrects nothing is a mistake of who asks for it.
fn changed(before: &Snapshot, anew: Snapshot) -> Result<Snapshot, Problem> {
    let facts = |one: &Snapshot| {
        let course = one.course.as_ref().map(|course| {
            (course.taught.clone(), course.run.clone(), course.mark.clone(), course.modules.clone())
        });
        (one.holder.clone(), one.spelling.clone(), one.issuer.clone(), one.trail.clone(), course, one.valid)
    };
    if facts(before) == facts(&anew) {
        return Err(Problem::invalid(vec![Fault::new("relation", "document-nothing-to-correct")]));
    }
    Ok(anew)
}

/// A new name stands on a document only when it is recorded with what it rests on.
fn founded(now: &PersonName, before: &PersonName, basics: Option<&Basics>) -> Result<(), Problem> {
    let fault = |code| Err(Problem::invalid(vec![Fault::new("relation", code).with("name", now.full())]));
    if now == before {
        return fault("document-same-name");
    }
    let names = basics.map(|basics| basics.names.as_slice()).unwrap_or_default();
    let said = |basis: &Option<String>| basis.as_deref().is_some_and(|basis| !basis.trim().is_empty());
    if names.iter().any(|span| span.name == *now && said(&span.basis)) {
        Ok(())
    } else {
        fault("document-name-unfounded")
    }
}

fn check(
    (old, before, federal): (&DocumentRow, &Snapshot, bool),
    (facts, issued_on, today): (&Snapshot, NaiveDate, NaiveDate),
    tools: &Tools<'_>,
) -> Result<(), Problem> {
    let missing = |text: &str| tools.typesetter.missing_glyphs(text);
    let mut faults: Vec<Fault> = rules::issue_date_fault(issued_on, today).into_iter().collect();
    if issued_on < old.issued_on {
        let date = old.issued_on.format("%d.%m.%Y");
        faults.push(Fault::new("issued_on", "document-before-original").with("date", date));
    }
    if facts.holder != before.holder {
        faults.extend(name_faults(&facts.holder, facts.spelling.as_ref(), federal, "relation"));
        faults.extend(holder_fault(&facts.holder, "relation", &missing));
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

/// The facts under a new number. What the paper prints of them stays, except number, date, blank, name and the word for
/// "duplicate"; a document of the first format is told in the fields of this one.
fn renewed(facts: &Snapshot, particulars: Particulars) -> Snapshot {
    let Particulars { number, issued_on, verify_url, blank, replaces } = particulars;
    let bare = Snapshot {
        format: FORMAT,
        title: format!("{} {number}", title(facts.kind, facts.language).0),
        number,
        issued_on,
        verify_url,
        blank,
        replaces,
        fields: Vec::new(),
        paper: None,
        ..facts.clone()
    };
    let fields = if facts.fields.is_empty() {
        fields::of_first_format(&bare, facts.paper.as_ref())
    } else {
        facts.fields.iter().map(|old| fields::renewed(old, &bare)).collect()
    };
    Snapshot { fields, ..bare }
}

fn note(
    w: &mut Write,
    actor: &Actor,
    (old, new, input): (&DocumentRow, &IssuedRow, &Replacing),
    now: Moment,
) -> Result<(), Problem> {
    let after = json!({
        "number": old.number,
        "status": Standing::Replaced.as_str(),
        "by": new.number,
        "relation": input.relation.as_str(),
    });
    let entry = Entry {
        action: "document-replaced",
        subject: ("document", old.id.0),
        before: Some(json!({ "number": old.number, "status": Standing::Valid.as_str() })),
        after: Some(after),
    };
    audit::record(w, actor, now, entry)
}
