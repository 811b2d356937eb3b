//! Where else the people of an edition learn the same: editions of its programme that the same organisation holds, and the
//! sessions that they attended there (L2: a mentor's quarter is the mentor's, whichever edition meets in it).

use super::people::{PersonRow, visits_of};
use crate::continuing_training::rules::Visit;
use crate::db::schema::{activities, editions, enrolments, modules, programme_versions};
use crate::db::{Json, Read};
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Localised, PersonId, Problem, ProgrammeId, ProgrammeVersionId,
};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A place of somebody in an edition of the organisation.
#[derive(Debug, Clone, Copy, Queryable)]
struct Elsewhere {
    person: PersonId,
    enrolment: EnrolmentId,
    edition: EditionId,
    version: ProgrammeVersionId,
    programme: ProgrammeId,
}

/// What these people attended in other editions of the edition's programme in its organisation, by their enrolment here: one
/// query where nobody learns in another one, else four. An activity is the one of the same key here; of one that is
/// only there, nothing counts where a rule names activities.
///
/// # Errors
/// The database's.
pub fn visits(
    r: &mut Read,
    edition: &EditionRow,
    people: &[PersonRow],
) -> Result<HashMap<EnrolmentId, Vec<Visit>>, Problem> {
    let others = others(r, edition, people)?;
    if others.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<EnrolmentId> = others.iter().map(|one| one.enrolment).collect();
    let mut there = visits_of(r, &ids)?;
    if there.is_empty() {
        return Ok(HashMap::new());
    }
    let here = activities_here(r, edition.version_id, &others)?;
    let own: HashMap<PersonId, EnrolmentId> = people.iter().map(|row| (row.person, row.enrolment)).collect();
    let mut of_person: HashMap<EnrolmentId, Vec<Visit>> = HashMap::new();
    for one in others {
        let Some(enrolment) = own.get(&one.person) else { continue };
        let visits = there.remove(&one.enrolment).unwrap_or_default().into_iter();
        let translated = visits.map(|visit| Visit {
            activity: here.get(&visit.activity).copied().unwrap_or(visit.activity),
            elsewhere: true,
            ..visit
        });
        of_person.entry(*enrolment).or_default().extend(translated);
    }
    Ok(of_person)
}

/// Their places in other editions of the same programme.
fn others(r: &mut Read, edition: &EditionRow, people: &[PersonRow]) -> Result<Vec<Elsewhere>, Problem> {
    let who: Vec<PersonId> = people.iter().map(|row| row.person).collect();
    let all: Vec<Elsewhere> = enrolments::table
        .inner_join(editions::table.inner_join(programme_versions::table))
        .filter(enrolments::person_id.eq_any(who))
        .filter(editions::organisation_id.eq(edition.organisation_id))
        .order(enrolments::id)
        .select((
            enrolments::person_id,
            enrolments::id,
            editions::id,
            editions::version_id,
            programme_versions::programme_id,
        ))
        .load(r.conn())?;
    let programme = all.iter().find(|one| one.edition == edition.id).map(|one| one.programme);
    let same = |one: &Elsewhere| one.edition != edition.id && Some(one.programme) == programme;
    Ok(all.into_iter().filter(same).collect())
}

/// The activities of this edition's version by those of the others: of the same key.
fn activities_here(
    r: &mut Read,
    own: ProgrammeVersionId,
    others: &[Elsewhere],
) -> Result<HashMap<ActivityId, ActivityId>, Problem> {
    let versions: HashSet<ProgrammeVersionId> = others.iter().map(|one| one.version).chain([own]).collect();
    let versions: Vec<ProgrammeVersionId> = versions.into_iter().collect();
    let rows: Vec<(ProgrammeVersionId, ActivityId, String)> = activities::table
        .inner_join(modules::table)
        .filter(modules::version_id.eq_any(versions))
        .select((modules::version_id, activities::id, activities::key))
        .load(r.conn())?;
    let here: HashMap<&str, ActivityId> =
        rows.iter().filter(|(version, ..)| *version == own).map(|(_, id, key)| (key.as_str(), *id)).collect();
    Ok(rows.iter().filter_map(|(_, id, key)| Some((*id, *here.get(key.as_str())?))).collect())
}

/// The titles of activities, of whatever version they are.
///
/// # Errors
/// The database's.
pub fn titles(r: &mut Read, these: &[ActivityId]) -> Result<HashMap<ActivityId, Localised>, Problem> {
    let rows: Vec<(ActivityId, Json<Localised>)> = activities::table
        .filter(activities::id.eq_any(these.to_vec()))
        .select((activities::id, activities::title))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, title)| (id, title.0)).collect())
}
