//! Issuing: the rule is decided again, the number taken and the snapshot kept, all in one transaction.

use super::desk::{Candidate, Desk, Verdict, desk};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::documents::rules;
use crate::documents::rules::snapshot::{Particulars, Snapshot};
use crate::documents::store::{self, IssuedRow, NewDocument, registers};
use crate::kernel::name::{fold, fold_loose};
use crate::kernel::{Actor, DocumentId, EditionId, EnrolmentId, Fault, Moment, Problem, PublicId};
use crate::mail::{self, Letter, Recipient};
use crate::printing::Typesetter;
use crate::programmes::rules::words::Word as _;
use crate::secrets::sha256_hex;
use crate::web::paths;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeSet;

/// What an administrator asks for.
#[derive(Debug, Clone)]
pub struct Issuing {
    /// The edition.
    pub edition: EditionId,
    /// Who is to be issued a document.
    pub enrolments: BTreeSet<EnrolmentId>,
    /// The date on the documents; today in the zone of the edition when nothing is said.
    pub issued_on: Option<NaiveDate>,
    /// Why documents are issued although less was held than the programme has; audited.
    pub despite: Option<String>,
    /// As many fresh ids, drawn beforehand: the transaction may run more than once.
    pub public_ids: Vec<PublicId>,
}

/// What issuing needs beside the database.
pub struct Tools<'a> {
    /// Knows which letters can be printed.
    pub typesetter: &'a Typesetter,
    /// The address under which people reach the product; goes into the code on the paper.
    pub public_url: &'a str,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// New documents, by name of the holder.
    pub new: Vec<(EnrolmentId, IssuedRow)>,
    /// Chosen people who had a valid document already; they keep it.
    pub kept: Vec<(EnrolmentId, IssuedRow)>,
}

/// Issues documents to the chosen people of an edition: to all of them or, when one has not met the rule, to
/// nobody. Whoever has a valid document keeps it, so a double click and two administrators do no harm.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` naming what is missing of the issuer, the
/// date, the choice, or the reason where not all of the programme was held; `RuleUnmet` with every missing condition
/// of every chosen person.
pub fn issue(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &Issuing,
    now: Moment,
) -> Result<Issued, Problem> {
    let desk = desk(w, actor, tools.typesetter, input.edition, now)?;
    let issued_on = input.issued_on.unwrap_or(desk.today);
    check(&desk, input, issued_on)?;
    let mut issued = Issued { new: Vec::new(), kept: Vec::new() };
    let mut public_ids = input.public_ids.iter();
    for candidate in desk.people.iter().filter(|one| input.enrolments.contains(&one.trainee.enrolment)) {
        let enrolment = candidate.trainee.enrolment;
        if let Verdict::Issued(document) = candidate.verdict() {
            issued.kept.push((enrolment, document.clone()));
            continue;
        }
        let public_id =
            public_ids.next().ok_or_else(|| Problem::internal(anyhow::anyhow!("too few ids were drawn")))?;
        let row = issue_one(w, actor, (&desk, candidate), (public_id, tools.public_url, issued_on), now)?;
        note_despite(w, actor, (candidate, row.id, input), now)?;
        issued.new.push((enrolment, row));
    }
    Ok(issued)
}

/// Everything that must hold before the first number is taken.
fn check(desk: &Desk, input: &Issuing, issued_on: NaiveDate) -> Result<(), Problem> {
    let mut faults = desk.blocked.clone();
    faults.extend(desk.date_fault(issued_on));
    if input.enrolments.is_empty() {
        faults.push(Fault::new("enrolments", "document-nobody-chosen"));
    }
    let known: BTreeSet<EnrolmentId> =
        desk.people.iter().map(|candidate| candidate.trainee.enrolment).collect();
    let strangers = input.enrolments.difference(&known);
    faults.extend(strangers.map(|id| Fault::new(format!("enrolments.{id}"), "document-not-enrolled")));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let chosen =
        desk.people.iter().filter(|candidate| input.enrolments.contains(&candidate.trainee.enrolment));
    let unready = chosen.clone().filter(|candidate| candidate.verdict() == Verdict::Unready);
    let faults: Vec<Fault> = unready.flat_map(|candidate| candidate.faults.clone()).collect();
    if !faults.is_empty() {
        return Err(rules::unmet(faults));
    }
    let mut new = chosen.filter(|candidate| candidate.verdict() == Verdict::Ready);
    let fault = new.find_map(|candidate| candidate.short?.fault(input.despite.as_deref()));
    fault.map_or(Ok(()), |fault| Err(Problem::invalid(vec![fault])))
}

fn issue_one(
    w: &mut Write,
    actor: &Actor,
    (desk, candidate): (&Desk, &Candidate),
    (public_id, public_url, issued_on): (&PublicId, &str, NaiveDate),
    now: Moment,
) -> Result<IssuedRow, Problem> {
    let (kind, year) = (desk.grounds.kind, rules::register_year(issued_on));
    let place = registers::next_number(w, desk.edition.organisation_id, kind, year)?;
    let (holder, enrolment) = (candidate.trainee.name.clone(), candidate.trainee.enrolment);
    let number = rules::number_text(kind, year, place.1);
    let full = holder.full();
    let snapshot = desk.grounds.snapshot(Particulars {
        holder,
        number: number.clone(),
        issued_on,
        verify_url: Some(format!("{public_url}{}", paths::verification(public_id))),
        conditions: candidate.conditions.clone(),
    });
    let snapshot_text = serde_json::to_string(&snapshot).map_err(Problem::internal)?;
    let new = NewDocument {
        public_id: public_id.clone(),
        person: candidate.trainee.person,
        organisation: desk.edition.organisation_id,
        course: Some((desk.edition.id, enrolment)),
        place,
        snapshot,
        snapshot_sha256: sha256_hex(snapshot_text.as_bytes()),
        snapshot_text,
        search_text: format!("{} {} {}", fold(&full), fold_loose(&full), fold(&number)),
        live_key: rules::live_key(enrolment, kind.as_str()),
    };
    let id = store::insert(w, &new, actor.person, now)?;
    note(w, actor, (id, &new), now)?;
    tell(w, candidate, &new.snapshot, now)?;
    Ok(IssuedRow { id, number, issued_on, valid: true })
}

/// Tells the holder that the document is there.
fn tell(w: &mut Write, candidate: &Candidate, snapshot: &Snapshot, now: Moment) -> Result<(), Problem> {
    let trainee = &candidate.trainee;
    let to = Recipient {
        person: Some(trainee.person),
        address: trainee.email.clone(),
        name: trainee.name.full(),
        language: trainee.language,
    };
    let data = json!({
        "name": trainee.name.address(),
        "kind": snapshot.kind.as_str(),
        "programme": snapshot.taught.title.for_reader(trainee.language),
        "number": snapshot.number,
        "path": paths::MY_DOCUMENTS,
    });
    mail::send(w, now, &Letter { name: "document_ready", to, data })?;
    Ok(())
}

/// Writes down that a document attests more than was held, and why somebody found that right.
fn note_despite(
    w: &mut Write,
    actor: &Actor,
    (candidate, id, input): (&Candidate, DocumentId, &Issuing),
    now: Moment,
) -> Result<(), Problem> {
    let Some(short) = candidate.short else { return Ok(()) };
    let after =
        json!({ "reason": input.despite, "held_minutes": short.held, "planned_minutes": short.planned });
    let subject = ("document", id.0);
    let entry = Entry { action: "document-issued-despite", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}

fn note(
    w: &mut Write,
    actor: &Actor,
    (id, new): (DocumentId, &NewDocument),
    now: Moment,
) -> Result<(), Problem> {
    let after = json!({
        "number": new.snapshot.number,
        "enrolment": new.course.map(|(_, enrolment)| enrolment),
        "issued_on": new.snapshot.issued_on,
        "snapshot_sha256": new.snapshot_sha256,
    });
    let subject = ("document", id.0);
    audit::record(
        w,
        actor,
        now,
        Entry { action: "document-issued", subject, before: None, after: Some(after) },
    )
}
