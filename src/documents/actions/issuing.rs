//! Issuing for an edition: the rules are decided again, the number taken and the snapshot kept, all in one transaction.

use super::desk::{Candidate, Desk, Verdict, Wanted, desk_of};
use super::entering::{Build, Contact, Entered, Tools, enter_all, number_ask, print_later, told};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::documents::rules::{self, Shortfall, Snapshot};
use crate::documents::store::{self, IssuedRow, shortfalls};
use crate::kernel::{
    Actor, DocumentId, EditionId, EnrolmentId, Fault, Moment, PersonId, PersonName, Problem, PublicId,
};
use crate::mail;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// To so many people documents are issued in one transaction; to more in a batch, which takes them part by part, goes on
/// after an interruption and keeps nobody else from writing meanwhile.
pub const MOST_AT_ONCE: usize = 200;

/// The longest qualification that a diploma names, in characters.
pub const LONGEST_QUALIFICATION: usize = 300;

/// What an administrator asks for.
#[derive(Debug, Clone)]
pub struct Issuing {
    /// The edition.
    pub edition: EditionId,
    /// Which paper; the programme's own when nothing is said.
    pub kind: Option<DocumentKind>,
    /// Who is to be issued a document.
    pub enrolments: BTreeSet<EnrolmentId>,
    /// The date on the documents; today in the zone of the edition when nothing is said.
    pub issued_on: Option<NaiveDate>,
    /// A number typed by hand, for one person; the next of the register when nothing is said.
    pub number: Option<String>,
    /// The qualification or activity that a diploma gives the right to.
    pub qualification: Option<String>,
    /// Why documents are issued although less was held than the programme has; kept with each of them.
    pub despite: Option<String>,
    /// As many fresh ids, drawn beforehand: the transaction may run more than once.
    pub public_ids: Vec<PublicId>,
}

impl Issuing {
    /// The programme's own paper for these people, today, under the next numbers.
    pub fn of(edition: EditionId, enrolments: BTreeSet<EnrolmentId>, public_ids: Vec<PublicId>) -> Issuing {
        Issuing {
            edition,
            kind: None,
            enrolments,
            issued_on: None,
            number: None,
            qualification: None,
            despite: None,
            public_ids,
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// New documents, by name of the holder.
    pub new: Vec<(EnrolmentId, IssuedRow)>,
    /// Chosen people who had a valid document already; they keep it.
    pub kept: Vec<(EnrolmentId, IssuedRow)>,
    /// Who issued those that are kept.
    pub by: HashMap<PersonId, PersonName>,
}

impl Issued {
    /// Who was first, where documents were there already: the name, and when.
    pub fn first(&self) -> Option<(&PersonName, Moment)> {
        let (_, row) = self.kept.first()?;
        Some((self.by.get(&row.issued_by?)?, row.issued_at))
    }
}

/// Issues documents to the chosen people of an edition: to all of them or, when one has not met the rule, to
/// nobody. Whoever has a valid document keeps it, so a double click and two administrators do no harm.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` for more than [`MOST_AT_ONCE`] people, and naming what is
/// missing of the issuer, the date, the choice, the number, or the reason where not all of the programme was held;
/// `RuleUnmet` with every missing condition of every chosen person.
pub fn issue(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &Issuing,
    now: Moment,
) -> Result<Issued, Problem> {
    if input.enrolments.len() > MOST_AT_ONCE {
        let fault = Fault::new("enrolments", "document-many-at-once").with("limit", MOST_AT_ONCE);
        return Err(Problem::invalid(vec![fault]));
    }
    let wanted = Wanted { edition: input.edition, kind: input.kind, issued_on: input.issued_on };
    let desk = desk_of(w, actor, tools.typesetter, (wanted, &input.enrolments), now)?;
    check(&desk, input)?;
    let mut issued = Issued { new: Vec::new(), kept: Vec::new(), by: HashMap::new() };
    let mut new = Vec::new();
    for candidate in chosen(&desk, input) {
        match candidate.verdict() {
            Verdict::Issued(document) => {
                issued.kept.push((candidate.trainee.enrolment, document.clone()));
            }
            _ => new.push(candidate),
        }
    }
    issued.new = issue_to(w, actor, tools, (&desk, &new, input), now)?;
    let first: Vec<PersonId> = issued.kept.iter().filter_map(|(_, row)| row.issued_by).collect();
    if !first.is_empty() {
        issued.by = store::names(w, &first)?;
    }
    Ok(issued)
}

fn chosen<'a>(desk: &'a Desk, input: &'a Issuing) -> impl Iterator<Item = &'a Candidate> {
    desk.people.iter().filter(move |one| input.enrolments.contains(&one.trainee.enrolment))
}

/// Everything that must hold before the first number is taken.
fn check(desk: &Desk, input: &Issuing) -> Result<(), Problem> {
    let mut faults = desk.blocked.clone();
    faults.extend(desk.date_fault(desk.issued_on));
    faults.extend(form_faults(desk, input));
    let known: BTreeSet<EnrolmentId> =
        desk.people.iter().map(|candidate| candidate.trainee.enrolment).collect();
    let strangers = input.enrolments.difference(&known);
    faults.extend(strangers.map(|id| Fault::new(format!("enrolments.{id}"), "document-not-enrolled")));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let unready = chosen(desk, input).filter(|candidate| candidate.verdict() == Verdict::Unready);
    let faults: Vec<Fault> = unready.flat_map(|candidate| candidate.faults.clone()).collect();
    if !faults.is_empty() {
        return Err(rules::unmet(faults));
    }
    let mut new = chosen(desk, input).filter(|candidate| candidate.verdict() == Verdict::Ready);
    let fault = new.find_map(|candidate| candidate.short?.fault(input.despite.as_deref()));
    fault.map_or(Ok(()), |fault| Err(Problem::invalid(vec![fault])))
}

/// What is wrong with what was typed, whoever is chosen.
fn form_faults(desk: &Desk, input: &Issuing) -> Vec<Fault> {
    let mut faults = Vec::new();
    if input.enrolments.is_empty() {
        faults.push(Fault::new("enrolments", "document-nobody-chosen"));
    }
    let new = chosen(desk, input).filter(|candidate| !matches!(candidate.verdict(), Verdict::Issued(_)));
    if input.number.is_some() && new.count() > 1 {
        faults.push(Fault::new("number", "document-number-for-one"));
    }
    let said = input.qualification.as_deref().unwrap_or_default();
    if desk.asks_qualification() && said.is_empty() {
        faults.push(Fault::new("qualification", "document-qualification"));
    }
    if said.chars().count() > LONGEST_QUALIFICATION {
        faults.push(Fault::new("qualification", "too-long").with("limit", LONGEST_QUALIFICATION));
    }
    faults
}

/// Issues to these people: numbers, documents, journal and letters are each written in a few statements, whatever the number
/// of people.
fn issue_to(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    (desk, new, input): (&Desk, &[&Candidate], &Issuing),
    now: Moment,
) -> Result<Vec<(EnrolmentId, IssuedRow)>, Problem> {
    if new.len() > input.public_ids.len() {
        return Err(Problem::internal(anyhow::anyhow!("too few ids were drawn")));
    }
    let entered: Vec<(Entered<'_>, Build<'_>)> =
        new.iter().zip(&input.public_ids).map(|(one, id)| entered(desk, one, input, id)).collect();
    let done = enter_all(w, actor, tools, &entered, now)?;
    let ids: Vec<DocumentId> = done.iter().map(|(row, _)| row.id).collect();
    print_later(w, &ids, now)?;
    let short: Vec<(DocumentId, Shortfall)> =
        new.iter().zip(&ids).filter_map(|(one, id)| Some((*id, one.short?))).collect();
    shortfalls::insert_all(w, &short, input.despite.as_deref().unwrap_or_default(), (actor.person, now))?;
    audit::record_all(w, actor, now, short.iter().map(despite).collect())?;
    let letter = |(candidate, (_, snapshot)): (&&Candidate, &(IssuedRow, Snapshot))| {
        let trainee = &candidate.trainee;
        let contact = Contact {
            person: trainee.person,
            email: &trainee.email,
            name: &trainee.name,
            language: trainee.language,
        };
        told(&contact, snapshot)
    };
    let letters: Vec<mail::Letter> = new.iter().zip(&done).map(letter).collect();
    mail::send_all(w, now, &letters)?;
    Ok(new.iter().zip(done).map(|(one, (row, _))| (one.trainee.enrolment, row)).collect())
}

fn entered<'a>(
    desk: &'a Desk,
    candidate: &'a Candidate,
    input: &'a Issuing,
    public_id: &'a PublicId,
) -> (Entered<'a>, Build<'a>) {
    let trainee = &candidate.trainee;
    let entered = Entered {
        organisation: desk.edition.organisation_id,
        person: trainee.person,
        course: Some((desk.edition.id, trainee.enrolment)),
        kind: desk.grounds.kind,
        issued_on: desk.issued_on,
        public_id,
        number: number_ask(input.number.as_deref()),
        replaces: None,
    };
    let qualification = input.qualification.as_deref().filter(|_| desk.asks_qualification());
    let build = move |particulars| desk.grounds.snapshot(candidate.bearer(qualification), particulars);
    (entered, Box::new(build))
}

/// What the log says where a document attests more than was held. Why somebody found that right stands with the document.
fn despite((id, short): &(DocumentId, Shortfall)) -> Entry {
    let after = json!({ "held_minutes": short.held, "planned_minutes": short.planned });
    let subject = ("document", id.0);
    Entry { action: "document-issued-despite", subject, before: None, after: Some(after) }
}
