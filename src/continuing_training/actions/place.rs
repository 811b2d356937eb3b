//! How one person stands, for that person and for those who teach, administer or send them.

use super::{Mentor, mentors};
use crate::attendance::store::marks;
use crate::continuing_training::rules::{Quarter, Standing, TrainingRule};
use crate::continuing_training::store::people::{self, Among, Gathering};
use crate::continuing_training::store::{self, RuleRow};
use crate::db::Read;
use crate::editions::actions as editions;
use crate::editions::rules::Scope;
use crate::editions::store::{self as rows, EditionRow, EnrolmentRow};
use crate::kernel::{ActivityId, Actor, EnrolmentId, Localised, Moment, PersonId, PersonName, Problem};
use crate::progress::store as progress;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// How one person stands, with everything it follows from.
#[derive(Debug, Clone)]
pub struct Place {
    /// The edition.
    pub edition: EditionRow,
    /// What it asks; a rule that asks nothing where none was set.
    pub rule: TrainingRule,
    /// The person.
    pub mentor: Mentor,
    /// Whether the reader is that person.
    pub own: bool,
    /// Whether the reader may credit what was done instead of a session.
    pub may_credit: bool,
    /// Whether the reader may set the start.
    pub may_start: bool,
    /// What day it is in the edition.
    pub today: NaiveDate,
    /// The sessions in a room that count for a quarter.
    pub gatherings: Vec<Gathering>,
    /// What was attended, by title.
    pub titles: HashMap<ActivityId, Localised>,
    /// The names of those who set and credited.
    pub names: HashMap<PersonId, PersonName>,
}

impl Place {
    /// How many sessions in a room count for a quarter, held or planned.
    pub fn gathered(&self, quarter: Quarter) -> usize {
        self.gatherings.iter().filter(|one| Quarter::of(one.held_on) == quarter).count()
    }
}

/// What an edition asks: nothing where no rule was set.
pub(super) fn asked(rule: Option<RuleRow>) -> TrainingRule {
    rule.map_or_else(TrainingRule::nothing, |row| row.rule)
}

/// How one person stands.
///
/// # Errors
/// `NotFound` for whoever may not see it, the person too once they have left.
pub fn place(r: &mut Read, actor: &Actor, id: EnrolmentId, now: Moment) -> Result<Place, Problem> {
    let (enrolment, edition) = rows::enrolment(r, id)?.ok_or_else(Problem::not_found)?;
    let own = is_own(actor, &enrolment);
    if !own {
        let (_, scope) = editions::visible(r, actor, edition.id)?;
        if !scope.includes(enrolment.organisation_id) {
            return Err(Problem::not_found());
        }
    }
    let rule = asked(store::rule(r, edition.id)?);
    let today = now.date_in(edition.time_zone);
    let mentor = one(r, id, (&edition, &rule), (actor, today))?;
    let mut gatherings = people::gatherings(r, edition.id)?;
    gatherings.retain(|one| rule.counts(one.activity));
    let planned = progress::planned(r, edition.version_id)?;
    let mut titles: HashMap<ActivityId, Localised> =
        planned.iter().map(|one| (one.id, one.title.0.clone())).collect();
    // What was attended in another edition may be taught by its version only.
    let visited = mentor.visits.iter().map(|visit| visit.activity);
    let others: Vec<ActivityId> = visited.filter(|id| !titles.contains_key(id)).collect();
    if !others.is_empty() {
        titles.extend(store::elsewhere::titles(r, &others)?);
    }
    let names = marks::names(r, &authors(&mentor))?.into_iter().collect();
    let teaches = actor.teaches(edition.id, edition.organisation_id);
    let may_start = !own && actor.require_administrator_of(edition.organisation_id).is_ok();
    let may_credit = !own && teaches;
    Ok(Place { edition, rule, mentor, own, may_credit, may_start, today, gatherings, titles, names })
}

/// Somebody's own place, while they are there.
fn is_own(actor: &Actor, enrolment: &EnrolmentRow) -> bool {
    actor.person == Some(enrolment.person_id) && enrolment.withdrawn_at.is_none()
}

pub(super) fn one(
    r: &mut Read,
    id: EnrolmentId,
    (edition, rule): (&EditionRow, &TrainingRule),
    (actor, today): (&Actor, NaiveDate),
) -> Result<Mentor, Problem> {
    let scope = Scope::Everyone;
    let found = mentors(r, Among::One(id), (edition, rule, &scope), (actor.language, today))?;
    found.into_iter().next().ok_or_else(Problem::not_found)
}

fn authors(mentor: &Mentor) -> Vec<PersonId> {
    let credited = mentor.credits.iter().filter_map(|credit| credit.credited_by);
    let revoked = mentor.credits.iter().filter_map(|credit| credit.revoked.as_ref()?.1);
    let set = mentor.start.and_then(|start| start.set_by);
    let all: BTreeSet<PersonId> = credited.chain(revoked).chain(set).collect();
    all.into_iter().collect()
}

/// How the actor stands in an edition that asks for training in person.
#[derive(Debug, Clone)]
pub struct Own {
    /// The actor's place there.
    pub enrolment: EnrolmentId,
    /// The edition's title.
    pub edition: String,
    /// How they stand.
    pub standing: Standing,
}

/// How the actor stands in every edition of theirs that asks for training in person and is not over.
///
/// # Errors
/// The database's.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<Own>, Problem> {
    let Some(person) = actor.person.filter(|_| !actor.roles.trainee_of.is_empty()) else {
        return Ok(Vec::new());
    };
    // Zones differ by about a day: what is over is told apart below.
    let yesterday = now.plus_minutes(-24 * 60).date_in(actor.zone);
    let mut found = Vec::new();
    for (edition, row) in store::holding(r, Some(&actor.roles.trainee_of), yesterday)? {
        let today = now.date_in(edition.time_zone);
        if row.rule.asks_nothing() || today > edition.ends_on {
            continue;
        }
        let Some(enrolment) = rows::enrolments::of_person(r, edition.id, person)? else { continue };
        if is_own(actor, &enrolment) {
            let mentor = one(r, enrolment.id, (&edition, &row.rule), (actor, today))?;
            found.push(Own { enrolment: enrolment.id, edition: edition.title, standing: mentor.standing });
        }
    }
    Ok(found)
}
