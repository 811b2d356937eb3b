//! Starting a batch, and setting one going again that stopped.

use super::{ISSUE_JOB, reading, run_key};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::document_batches::rules::{MOST, State};
use crate::document_batches::store::{self, NewBatch};
use crate::documents::actions::Tools;
use crate::documents::actions::desk::{Desk, Verdict, Wanted, desk_of};
use crate::documents::actions::issuing::LONGEST_QUALIFICATION;
use crate::documents::rules::issue_date_fault;
use crate::jobs::{NewJob, enqueue};
use crate::kernel::{
    Actor, DocumentBatchId, EditionId, EnrolmentId, Fault, Moment, OrganisationId, PersonId, Problem,
};
use crate::letters::actions as letters;
use crate::letters::rules::Wording;
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::registers::actions::years;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeSet;

/// What an administrator asks for: documents of an edition.
#[derive(Debug, Clone)]
pub struct Start {
    /// The edition.
    pub edition: EditionId,
    /// Who is to be issued a document.
    pub enrolments: BTreeSet<EnrolmentId>,
    /// The date on the documents; today in the zone of the edition when nothing is said.
    pub issued_on: Option<NaiveDate>,
    /// Which paper; the programme's own when nothing is said.
    pub kind: Option<DocumentKind>,
    /// The qualification or activity that a diploma gives the right to.
    pub qualification: Option<String>,
    /// Why documents are issued although less was held than the programme has.
    pub despite: Option<String>,
}

/// Starts a batch. What keeps everybody from being issued anything is said at once; who does not meet the rule is
/// refused when their turn comes.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` naming what is missing of the issuer, the date, the
/// choice, or the reason where not all of the programme was held.
pub fn start(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &Start,
    now: Moment,
) -> Result<DocumentBatchId, Problem> {
    let count = count_fault("enrolments", input.enrolments.len());
    // So many are not even looked for: the database takes only so many ids in one question.
    if let Some(fault) = count.clone().filter(|_| input.enrolments.len() > MOST) {
        return Err(Problem::invalid(vec![fault]));
    }
    let wanted = Wanted { edition: input.edition, kind: input.kind, issued_on: input.issued_on };
    let desk = desk_of(w, actor, tools.typesetter, (wanted, &input.enrolments), now)?;
    let mut faults = desk.blocked.clone();
    faults.extend(desk.date_fault(desk.issued_on));
    faults.extend(qualification_fault(&desk, input.qualification.as_deref()));
    faults.extend(count);
    let known: BTreeSet<EnrolmentId> = desk.people.iter().map(|one| one.trainee.enrolment).collect();
    let strangers = input.enrolments.difference(&known);
    faults.extend(strangers.map(|id| Fault::new(format!("enrolments.{id}"), "document-not-enrolled")));
    let chosen = || desk.people.iter().filter(move |one| input.enrolments.contains(&one.trainee.enrolment));
    if faults.is_empty() {
        let mut ready = chosen().filter(|one| one.verdict() == Verdict::Ready);
        faults.extend(ready.find_map(|one| one.short?.fault(input.despite.as_deref())));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let new = NewBatch {
        organisation: desk.edition.organisation_id,
        edition: Some(input.edition),
        kind: desk.grounds.kind,
        issued_on: desk.issued_on,
        qualification: input.qualification.clone().filter(|_| desk.asks_qualification()),
        despite: input.despite.clone(),
        letter: None,
        people: chosen().map(|one| (one.trainee.person, Some(one.trainee.enrolment))).collect(),
    };
    begin(w, actor, &new, now)
}

/// What an administrator asks for: letters.
#[derive(Debug, Clone)]
pub struct Letters {
    /// Who issues them.
    pub organisation: OrganisationId,
    /// Which.
    pub kind: DocumentKind,
    /// To whom.
    pub people: BTreeSet<PersonId>,
    /// The date on them.
    pub issued_on: NaiveDate,
    /// What they say.
    pub text: Wording,
}

/// Starts a batch of letters.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` naming what is wrong with the kind, the text, the
/// date or the choice.
pub fn start_letters(
    w: &mut Write,
    actor: &Actor,
    input: &Letters,
    now: Moment,
) -> Result<DocumentBatchId, Problem> {
    actor.require_administrator_of(input.organisation).map_err(|_| Problem::not_found())?;
    let mut faults = letters::faults_of(input.kind, &input.text);
    faults.extend(issue_date_fault(input.issued_on, now.date_in(actor.zone)));
    faults.extend(years::fault(w, input.organisation, input.issued_on)?);
    faults.extend(count_fault("people", input.people.len()));
    if input.people.len() > MOST {
        return Err(Problem::invalid(faults));
    }
    let people = letters::chosen(w, actor, &input.people)?;
    if people.len() < input.people.len() {
        faults.push(Fault::new("people", "letter-strangers"));
    }
    if faults.is_empty() {
        let facts = letters::facts_of(w, input.organisation, &people)?;
        let facts: Vec<_> = facts.into_values().collect();
        faults.extend(input.text.missing(&facts));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let new = NewBatch {
        organisation: input.organisation,
        edition: None,
        kind: input.kind,
        issued_on: input.issued_on,
        qualification: None,
        despite: None,
        letter: Some(serde_json::to_string(&input.text).map_err(Problem::internal)?),
        people: people.into_iter().map(|person| (person, None)).collect(),
    };
    begin(w, actor, &new, now)
}

/// A diploma says which qualification it gives, and has room for so much.
fn qualification_fault(desk: &Desk, said: Option<&str>) -> Option<Fault> {
    let said = said.unwrap_or_default();
    if desk.asks_qualification() && said.is_empty() {
        Some(Fault::new("qualification", "document-qualification"))
    } else if said.chars().count() > LONGEST_QUALIFICATION {
        Some(Fault::new("qualification", "too-long").with("limit", LONGEST_QUALIFICATION))
    } else {
        None
    }
}

fn count_fault(field: &str, count: usize) -> Option<Fault> {
    match count {
        0 => Some(Fault::new(field, "document-nobody-chosen")),
        count if count > MOST => Some(Fault::new(field, "document-batch-large").with("limit", MOST)),
        _ => None,
    }
}

fn begin(w: &mut Write, actor: &Actor, new: &NewBatch, now: Moment) -> Result<DocumentBatchId, Problem> {
    let id = store::insert(w, new, actor.person_id()?, now)?;
    set_going(w, (id, 1), now)?;
    let after = json!({
        "kind": new.kind.as_str(),
        "edition": new.edition,
        "people": new.people.len(),
        "issued_on": new.issued_on,
    });
    let subject = ("document-batch", id.0);
    let entry = Entry { action: "document-batch-started", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}

fn set_going(w: &mut Write, (batch, run): (DocumentBatchId, i32), now: Moment) -> Result<(), Problem> {
    let payload = json!({ "batch": batch, "run": run });
    enqueue(w, now, NewJob { kind: ISSUE_JOB, payload, unique_key: Some(run_key(batch, run)) })?;
    Ok(())
}

/// Sets a batch going again that stopped; of one that is going on, or done, nothing changes. A run that was interrupted
/// may wake up beside the new one: each part looks again who is waiting, in its own transaction.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn carry_on(w: &mut Write, actor: &Actor, id: DocumentBatchId, now: Moment) -> Result<(), Problem> {
    let shown = reading::show(w, actor, id, now)?;
    if shown.listed.state != State::Stopped {
        return Ok(());
    }
    let run = shown.runs + 1;
    store::insert_run(w, (id, run), actor.person_id()?, now)?;
    set_going(w, (id, run), now)?;
    let subject = ("document-batch", id.0);
    let after = Some(json!({ "run": run }));
    audit::record(w, actor, now, Entry { action: "document-batch-continued", subject, before: None, after })
}
