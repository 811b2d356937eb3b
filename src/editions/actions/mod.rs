//! What is done with editions: opened, changed, given trainers, and who sees which.

pub mod enrolments;
mod hours;
pub mod imports;

use super::rules::draft::{Draft, Plan};
use super::rules::{CompletionRule, Scope};
use super::store::{self, EditionRow, ListedRow, Visible, trainers::Named};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Moment, OrganisationId, PersonId, Problem, ProgrammeVersionId,
};
use crate::organisations;
use crate::programmes::rules::CompletionShares;
use crate::programmes::store::{self as programmes, VersionRow};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

pub use enrolments::{enrol, enrol_by_address, enrol_found, enrol_newcomer, reinstate, withdraw};

/// The rule an edition of a version starts with: its shares, and every quiz and case.
pub fn usual_rule(shares: &CompletionShares) -> CompletionRule {
    CompletionRule {
        attendance: shares.attendance,
        attendance_of: Default::default(),
        hours: shares.hours,
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    }
}

/// Opens an edition.
///
/// # Errors
/// `Forbidden` for whoever does not administer the organisation that runs it; `Invalid` for a version,
/// organisation or trainer that does not exist, and for a programme with too few hours for the organisation's country.
pub fn open(w: &mut Write, actor: &Actor, plan: &Plan, now: Moment) -> Result<EditionId, Problem> {
    actor.require_administrator_of(plan.organisation)?;
    check_references(w, plan, &[])?;
    hours::check(w, plan)?;
    let id = store::insert(w, plan, actor.person, now)?;
    for trainer in &plan.trainers {
        store::trainers::insert(w, id, *trainer, actor.person, now)?;
    }
    note(w, actor, now, ("edition-opened", id), (None, Some(as_json(plan))))?;
    Ok(id)
}

/// Changes an edition. The rule's old and new values are audited apart from the rest.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` as in [`open`], for another version once
/// anybody was enrolled, and for a capacity below the people it has.
pub fn change(w: &mut Write, actor: &Actor, id: EditionId, plan: &Plan, now: Moment) -> Result<(), Problem> {
    let edition = administered(w, actor, id)?;
    let old = plan_of(w, &edition)?;
    actor.require_administrator_of(plan.organisation)?;
    check_references(w, plan, &old.trainers)?;
    if (old.version, old.organisation) != (plan.version, plan.organisation) {
        hours::check(w, plan)?;
    }
    check_people(w, id, &old, plan)?;
    store::update(w, id, plan)?;
    set_trainers(w, actor, id, (&old.trainers, &plan.trainers), now)?;
    if old.rule != plan.rule {
        let values = (Some(json!(old.rule)), Some(json!(plan.rule)));
        note(w, actor, now, ("edition-rule-changed", id), values)?;
    }
    note(w, actor, now, ("edition-changed", id), (Some(as_json(&old)), Some(as_json(plan))))
}

/// An edition for those who administer it.
///
/// # Errors
/// `NotFound` for everybody else: that it exists stays hidden.
pub fn administered(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    store::edition(r, id)?
        .filter(|edition| actor.require_administrator_of(edition.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)
}

/// An edition for those who teach or administer it, and for coordinators whose people are in it, with whose
/// records they see (B1).
///
/// # Errors
/// `NotFound` for everybody else.
pub fn visible(r: &mut Read, actor: &Actor, id: EditionId) -> Result<(EditionRow, Scope), Problem> {
    let edition = store::edition(r, id)?.ok_or_else(Problem::not_found)?;
    let mut sends = coordinated(r, actor)?;
    if !sends.is_empty() && !store::sent_people(r, &sends)?.contains_key(&id) {
        sends.clear();
    }
    let scope = Scope::of(actor, id, edition.organisation_id, sends).ok_or_else(Problem::not_found)?;
    Ok((edition, scope))
}

/// An edition in somebody's list, with the people they see in it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The edition.
    pub row: ListedRow,
    /// How many people.
    pub people: i64,
    /// Whether these are all people of the edition, so that the capacity says something.
    pub everyone: bool,
}

/// The editions somebody has a part in.
///
/// # Errors
/// `Forbidden` for whoever is neither administrator, nor trainer, nor coordinator.
pub fn list(r: &mut Read, actor: &Actor) -> Result<Vec<Listed>, Problem> {
    let roles = &actor.roles;
    let sends = coordinated(r, actor)?;
    if !actor.is_administrator() && !actor.is_trainer() && sends.is_empty() {
        return Err(Problem::forbidden());
    }
    let sent = if sends.is_empty() { HashMap::new() } else { store::sent_people(r, &sends)? };
    let mut these = roles.trainer_of.clone();
    these.extend(sent.keys());
    let visible = Visible { all: roles.site_administrator, run_by: roles.administrator_of.clone(), these };
    let rows = store::listed(r, visible)?;
    let ids: Vec<EditionId> = rows.iter().map(|row| row.edition.id).collect();
    let counts = store::people_counts(r, &ids)?;
    let listed = |row: ListedRow| {
        let everyone = actor.teaches(row.edition.id, row.edition.organisation_id);
        let seen = if everyone { &counts } else { &sent };
        Listed { people: seen.get(&row.edition.id).copied().unwrap_or_default(), everyone, row }
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// What the form of an edition chooses from.
#[derive(Debug, Clone)]
pub struct Choices {
    /// Versions: programmes by slug, each newest first.
    pub versions: Vec<VersionRow>,
    /// Organisations the actor may run editions of.
    pub organisations: Vec<(OrganisationId, String)>,
    /// The teaching staff.
    pub staff: Vec<Named>,
}

/// What the form of an edition chooses from.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn choices(r: &mut Read, actor: &Actor) -> Result<Choices, Problem> {
    let mut organisations = organisations::actions::choices(r, actor)?;
    organisations.retain(|(id, _)| actor.require_administrator_of(*id).is_ok());
    Ok(Choices { versions: programmes::versions(r)?, organisations, staff: store::trainers::staff(r)? })
}

/// An edition with its form.
#[derive(Debug, Clone)]
pub struct Editing {
    /// The edition.
    pub edition: EditionRow,
    /// What stands in its form.
    pub draft: Draft,
    /// Whether anybody was ever enrolled, which pins the version.
    pub has_people: bool,
    /// What the form chooses from.
    pub choices: Choices,
}

/// An edition with its form.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn editing(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Editing, Problem> {
    let edition = administered(r, actor, id)?;
    let draft = Draft::of(&plan_of(r, &edition)?);
    let mut choices = choices(r, actor)?;
    for trainer in store::trainers::of_edition(r, id)? {
        // Somebody who left the staff stays a trainer until the box is unticked.
        if choices.staff.iter().all(|(staff, _)| *staff != trainer.0) {
            choices.staff.push(trainer);
        }
    }
    Ok(Editing { has_people: store::enrolments::any_ever(r, id)?, edition, draft, choices })
}

/// The version an edition is pinned to.
///
/// # Errors
/// `NotFound` when there is none, which the schema rules out.
pub fn version_of(r: &mut Read, id: ProgrammeVersionId) -> Result<VersionRow, Problem> {
    programmes::version(r, id)?.ok_or_else(Problem::not_found)
}

/// The organisations an actor coordinates, with all that stand under them (B3).
fn coordinated(r: &mut Read, actor: &Actor) -> Result<Vec<OrganisationId>, Problem> {
    match actor.roles.coordinator_of.as_slice() {
        [] => Ok(Vec::new()),
        own => Ok(organisations::store::tree(r)?.with_those_under(own)),
    }
}

fn plan_of(r: &mut Read, edition: &EditionRow) -> Result<Plan, Problem> {
    let trainers = store::trainers::of_edition(r, edition.id)?;
    Ok(Plan {
        version: edition.version_id,
        organisation: edition.organisation_id,
        title: edition.title.clone(),
        term: edition.term(),
        capacity: edition.capacity,
        trainers: trainers.into_iter().map(|(person, _)| person).collect(),
        rule: edition.rule.0,
    })
}

fn check_references(r: &mut Read, plan: &Plan, teaching: &[PersonId]) -> Result<(), Problem> {
    let mut faults = Vec::new();
    if programmes::version(r, plan.version)?.is_none() {
        faults.push(Fault::new("version", "unknown"));
    }
    if organisations::store::find(r, plan.organisation)?.is_none() {
        faults.push(Fault::new("organisation", "unknown"));
    }
    let staff: BTreeSet<PersonId> =
        store::trainers::staff(r)?.into_iter().map(|(person, _)| person).collect();
    if plan.trainers.iter().any(|person| !staff.contains(person) && !teaching.contains(person)) {
        faults.push(Fault::new("trainers", "unknown"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

fn check_people(r: &mut Read, id: EditionId, old: &Plan, new: &Plan) -> Result<(), Problem> {
    let mut faults = Vec::new();
    if old.version != new.version && store::enrolments::any_ever(r, id)? {
        faults.push(Fault::new("version", "edition-has-people"));
    }
    let booked = store::booked(r, id)?;
    let said = |day: chrono::NaiveDate| day.format("%d.%m.%Y");
    if old.version != new.version && booked.is_some() {
        faults.push(Fault::new("version", "edition-has-sessions"));
    }
    // Sessions keep the clock they were booked by, and everything that follows reckons by the edition's.
    if old.term.zone != new.term.zone && booked.is_some() {
        faults.push(Fault::new("time_zone", "edition-zone-has-sessions"));
    }
    if let Some((first, last)) = booked.filter(|_| old.term != new.term) {
        if first < new.term.starts_on {
            faults.push(Fault::new("starts_on", "edition-session-before").with("day", said(first)));
        }
        if last > new.term.ends_on {
            faults.push(Fault::new("ends_on", "edition-session-after").with("day", said(last)));
        }
    }
    let people = store::enrolments::count(r, id)?;
    if i64::from(new.capacity) < people {
        faults.push(Fault::new("capacity", "capacity-below-people").with("count", people));
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

fn set_trainers(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (old, new): (&[PersonId], &[PersonId]),
    now: Moment,
) -> Result<(), Problem> {
    for gone in old.iter().filter(|person| !new.contains(person)) {
        store::trainers::remove(w, id, *gone)?;
        note(w, actor, now, ("edition-trainer-removed", id), (Some(json!(gone)), None))?;
    }
    for added in new.iter().filter(|person| !old.contains(person)) {
        store::trainers::insert(w, id, *added, actor.person, now)?;
        note(w, actor, now, ("edition-trainer-added", id), (None, Some(json!(added))))?;
    }
    Ok(())
}

fn as_json(plan: &Plan) -> Value {
    json!({
        "version": plan.version,
        "organisation": plan.organisation,
        "title": plan.title,
        "starts_on": plan.term.starts_on,
        "ends_on": plan.term.ends_on,
        "time_zone": plan.term.zone,
        "capacity": plan.capacity,
        "trainers": plan.trainers,
        "rule": plan.rule,
    })
}

type Values = (Option<Value>, Option<Value>);

fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, edition): (&'static str, EditionId),
    (before, after): Values,
) -> Result<(), Problem> {
    audit::record(w, actor, now, Entry { action, subject: ("edition", edition.0), before, after })
}

/// The same for an enrolment.
fn note_enrolment(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, enrolment): (&'static str, EnrolmentId),
    (before, after): Values,
) -> Result<(), Problem> {
    audit::record(w, actor, now, Entry { action, subject: ("enrolment", enrolment.0), before, after })
}
