//! What an organisation has chosen for a programme, an edition and single people, from the lists of its template.

use super::{federal, note};
use crate::db::{Read, Write};
use crate::editions::rules::Scope;
use crate::editions::store::enrolments::{TraineeRow, trainees};
use crate::editions::store::{self as editions, EditionRow};
use crate::federal_register::rules::{Lists, Settings};
use crate::federal_register::store::queue;
use crate::federal_register::store::settings::{self as store, Whose};
use crate::federal_register::store::templates;
use crate::kernel::{Actor, EditionId, EnrolmentId, Fault, Localised, Moment, Problem, ProgrammeVersionId};
use serde_json::json;
use std::collections::HashMap;

/// Who pays may differ from one person to the next.
pub const OF_PEOPLE: &str = "funding";

/// Everything that is chosen for an edition.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The edition.
    pub edition: EditionRow,
    /// The version it teaches.
    pub version: ProgrammeVersionId,
    /// The title of its programme.
    pub programme: Localised,
    /// The lists of the template that holds today; empty while there is none.
    pub lists: Option<Lists>,
    /// What was chosen for all editions of the version.
    pub of_version: Settings,
    /// What was chosen for this edition.
    pub of_edition: Settings,
    /// Its people.
    pub people: Vec<TraineeRow>,
    /// What was chosen for single people.
    pub of_people: HashMap<EnrolmentId, Settings>,
}

/// Everything that is chosen for an edition.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation that runs it.
pub fn desk(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Desk, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    federal(r, actor, edition.organisation_id)?;
    let (version, _, programme) = queue::taught(r, &[id])?.remove(&id).ok_or_else(Problem::not_found)?;
    let today = now.date_in(actor.zone);
    let template = templates::in_force(r, edition.organisation_id, today)?;
    let people = trainees(r, id, &Scope::Everyone, actor.language)?;
    let these: Vec<EnrolmentId> = people.iter().map(|one| one.enrolment).collect();
    Ok(Desk {
        lists: template.map(|template| template.lists.0),
        of_version: store::of_versions(r, edition.organisation_id, &[version])?
            .remove(&version)
            .unwrap_or_default(),
        of_edition: store::of_editions(r, &[id])?.remove(&id).unwrap_or_default(),
        of_people: store::of_enrolments(r, &these)?,
        edition,
        version,
        programme,
        people,
    })
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choosing {
    /// For all editions of the version that the organisation runs.
    Version(Settings),
    /// For this edition; what it leaves open is that of the version.
    Edition(Settings),
    /// Who pays for single people; nothing for what the edition says.
    People(Vec<(EnrolmentId, Option<String>)>),
}

/// Chooses. What is as it was is not written down again.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation that runs the edition; `Invalid` for values that
/// the template's lists do not have, while no template holds, and for people of other editions.
pub fn choose(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    choosing: &Choosing,
    now: Moment,
) -> Result<(), Problem> {
    let desk = desk(w, actor, id, now)?;
    let missing = || Problem::invalid(vec![Fault::new("area", "federal-template-missing")]);
    let lists = desk.lists.as_ref().ok_or_else(missing)?;
    let changes = match choosing {
        Choosing::Version(settings) => one(Whose::Version(desk.version), &desk.of_version, settings),
        Choosing::Edition(settings) => one(Whose::Edition(id), &desk.of_edition, settings),
        Choosing::People(people) => of_people(&desk, people)?,
    };
    let mut faults = Vec::new();
    for (whose, settings) in &changes {
        let field = |fault: Fault| match whose {
            Whose::Enrolment(enrolment) => Fault { field: format!("{}-{enrolment}", fault.field), ..fault },
            Whose::Version(_) | Whose::Edition(_) => fault,
        };
        faults.extend(settings.faults(lists).into_iter().map(field));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    for (whose, settings) in &changes {
        store::insert(w, (desk.edition.organisation_id, *whose), settings, (actor.person, now))?;
        let subject = match whose {
            Whose::Version(version) => ("programme-version", version.0),
            Whose::Edition(edition) => ("edition", edition.0),
            Whose::Enrolment(enrolment) => ("enrolment", enrolment.0),
        };
        note(w, actor, now, ("federal-settings-chosen", subject, json!(settings)))?;
    }
    Ok(())
}

fn one(whose: Whose, before: &Settings, after: &Settings) -> Vec<(Whose, Settings)> {
    if before == after { Vec::new() } else { vec![(whose, after.clone())] }
}

fn of_people(
    desk: &Desk,
    people: &[(EnrolmentId, Option<String>)],
) -> Result<Vec<(Whose, Settings)>, Problem> {
    let mut changes = Vec::new();
    for (enrolment, value) in people {
        if !desk.people.iter().any(|one| one.enrolment == *enrolment) {
            return Err(Problem::not_found());
        }
        let before = desk.of_people.get(enrolment).cloned().unwrap_or_default();
        let after = before.clone().with(OF_PEOPLE, value.clone());
        changes.extend(one(Whose::Enrolment(*enrolment), &before, &after));
    }
    Ok(changes)
}
