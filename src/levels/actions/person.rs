//! One person: the level and the status in every organisation they have to do with, and what to do next.

use super::{administered, sent, since, stand, training};
use crate::continuing_training::actions as training_of;
use crate::continuing_training::rules::{Quarter, State, TrainingRule};
use crate::continuing_training::store as asked_of;
use crate::continuing_training::store::people::{self as sessions, Gathering};
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::identities::actions::reach;
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem, ZoneName,
};
use crate::levels::rules::status::{Status, Training};
use crate::levels::rules::{Attested, LevelRule, Reached, cycles};
use crate::levels::store::people::{PlaceRow, places};
use crate::levels::store::{self, Whose};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// A session in person that somebody can come to.
#[derive(Debug, Clone)]
pub struct NextSession {
    /// The person's place.
    pub enrolment: EnrolmentId,
    /// The edition.
    pub edition: String,
    /// When its clocks say what.
    pub zone: ZoneName,
    /// What, when and where.
    pub gathering: Gathering,
}

/// Somebody in one organisation.
#[derive(Debug, Clone)]
pub struct Section {
    /// Which.
    pub organisation: OrganisationId,
    /// Its short name.
    pub name: String,
    /// Whether the reader administers it.
    pub administers: bool,
    /// By what it gives levels.
    pub rule: LevelRule,
    /// The level.
    pub reached: Reached,
    /// The cycles that gave it.
    pub cycles: Vec<Attested>,
    /// The latest certificate of a mentor.
    pub certificate: Option<Attested>,
    /// How the mentor stands; nothing without a certificate.
    pub status: Option<Status>,
    /// Where mentors are trained every quarter and the person takes part now.
    pub running: Vec<Training>,
    /// The next session that counts, where one is needed.
    pub next: Option<NextSession>,
}

/// The levels of a person.
#[derive(Debug, Clone)]
pub struct PersonLevels {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// Whether it is the reader.
    pub own: bool,
    /// What day it is where the reader lives.
    pub today: NaiveDate,
    /// The organisations, by name.
    pub sections: Vec<Section>,
}

/// The actor's own levels.
///
/// # Errors
/// `Forbidden` when the program itself asks.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<PersonLevels, Problem> {
    let id = actor.person_id()?;
    load(r, actor, (id, actor.name.clone()), now)
}

/// The levels of somebody for that person, for administrators as far as their own organisations give them, and for
/// coordinators of whoever sent the person, as far as the organisations give them that teach the person for it.
///
/// # Errors
/// `NotFound` for anybody else, and for administrators whose organisations have nothing to do with the person.
pub fn person(r: &mut Read, actor: &Actor, id: PersonId, now: Moment) -> Result<PersonLevels, Problem> {
    if actor.person == Some(id) {
        return own(r, actor, now);
    }
    let sent = sent(r, actor)?;
    if !actor.is_administrator() && sent.iter().all(|(_, person)| *person != id) {
        return Err(Problem::not_found());
    }
    let mine: BTreeSet<OrganisationId> = administered(r, actor)?.into_iter().map(|(id, _)| id).collect();
    let name = store::names(r, &[id])?.remove(&id).ok_or_else(Problem::not_found)?;
    let mut levels = load(r, actor, (id, name), now)?;
    levels
        .sections
        .retain(|section| mine.contains(&section.organisation) || sent.contains(&(section.organisation, id)));
    if levels.sections.is_empty() {
        // Whoever may know the person learns that there is nothing; anybody else learns nothing.
        reach(r, actor, id)?;
    }
    Ok(levels)
}

/// What continuing training says of a person: by organisation, with the editions that are not over.
type Trained = HashMap<OrganisationId, Vec<(Training, EditionRow, TrainingRule)>>;

fn load(
    r: &mut Read,
    actor: &Actor,
    (person, name): (PersonId, PersonName),
    now: Moment,
) -> Result<PersonLevels, Problem> {
    let today = now.date_in(actor.zone);
    let mut attested: HashMap<OrganisationId, Vec<Attested>> = HashMap::new();
    for one in store::attested(r, Whose::Held(person))? {
        attested.entry(one.organisation).or_default().push(one);
    }
    let places = places(r, person)?;
    let mut trained = trained(r, &places, (now, today))?;
    let learns = places.iter().filter(|place| place.withdrawn_at.is_none());
    let mut ids: BTreeSet<OrganisationId> = learns.map(|place| place.edition.organisation_id).collect();
    ids.extend(attested.keys());
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let names = store::short_names(r, &ids)?;
    let mut rules = store::holding(r, &ids)?;
    let mut sections = Vec::new();
    for id in ids {
        let rule = rules.remove(&id).unwrap_or_else(LevelRule::usual);
        let papers = attested.remove(&id).unwrap_or_default();
        let trainings = trained.remove(&id).unwrap_or_default();
        let name = names.get(&id).cloned().unwrap_or_default();
        let section = section(r, (id, name, rule), (papers, trainings), (now, today))?;
        sections.push(Section { administers: actor.require_administrator_of(id).is_ok(), ..section });
    }
    sections.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(PersonLevels { person, name, own: actor.person == Some(person), today, sections })
}

fn section(
    r: &mut Read,
    (organisation, name, rule): (OrganisationId, String, LevelRule),
    (papers, trained): (Vec<Attested>, Vec<(Training, EditionRow, TrainingRule)>),
    (now, today): (Moment, NaiveDate),
) -> Result<Section, Problem> {
    let trainings: Vec<Training> = trained.iter().map(|(training, ..)| training.clone()).collect();
    let (reached, certificate, status) = stand(&rule, (&papers, &trainings), today);
    let mut next: Option<NextSession> = None;
    for (training, edition, asked) in &trained {
        if !training.runs(now.date_in(edition.time_zone)) || !wants(training, today) {
            continue;
        }
        let mut ahead = sessions::gatherings(r, edition.id)?;
        ahead.retain(|one| one.starts_at > now && asked.counts(one.activity));
        let Some(gathering) = ahead.into_iter().next() else { continue };
        if next.as_ref().is_none_or(|known| gathering.starts_at < known.gathering.starts_at) {
            let (enrolment, zone) = (training.enrolment, edition.time_zone);
            next = Some(NextSession { enrolment, edition: edition.title.clone(), zone, gathering });
        }
    }
    let running = trainings.iter().filter(|one| one.runs(today)).cloned().collect();
    let cycles = cycles(&rule, &papers).into_iter().cloned().collect();
    let administers = false;
    Ok(Section { organisation, name, administers, rule, reached, cycles, certificate, status, running, next })
}

/// Whether a session would change something: the quarter that runs is open, or something was missed.
fn wants(training: &Training, today: NaiveDate) -> bool {
    let now = training.standing.quarter(Quarter::of(today));
    training.standing.needs_training() || now.is_none_or(|one| !matches!(one.state, State::Closed(_)))
}

fn trained(r: &mut Read, places: &[PlaceRow], (now, today): (Moment, NaiveDate)) -> Result<Trained, Problem> {
    let ids: Vec<EditionId> = places.iter().map(|place| place.edition.id).collect();
    let mut trained: Trained = HashMap::new();
    if ids.is_empty() {
        return Ok(trained);
    }
    for (edition, row) in asked_of::holding(r, Some(&ids), since(today))? {
        let place = places.iter().find(|place| place.edition.id == edition.id);
        let Some(place) = place.filter(|_| row.rule.quarterly) else { continue };
        let there = now.date_in(edition.time_zone);
        let Some(mentor) = training_of::somebody(r, place.enrolment, (&edition, &row.rule), there)? else {
            continue;
        };
        let one = (training(&edition, mentor), edition, row.rule);
        trained.entry(one.1.organisation_id).or_default().push(one);
    }
    Ok(trained)
}
