//! The sessions of a trainee, in all the person's editions.

use crate::attendance::rules::Status;
use crate::attendance::store::made_up::{self, MakeUpRow};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::{self, Listed};
use crate::db::Read;
use crate::formats::actions as formats;
use crate::formats::rules::Called;
use crate::kernel::{ActivityId, Actor, EnrolmentId, Minutes, PersonId, Problem, SessionId};
use crate::progress::actions::standing;
use crate::progress::rules::ActivityFact;
use crate::progress::store::assignment::{self, Among};
use std::collections::HashMap;

/// A session as one trainee has it.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The session.
    pub listed: Listed,
    /// What is held.
    pub format: Called,
    /// The enrolment it belongs to.
    pub enrolment: EnrolmentId,
    /// How the trainee attended, and what it credited.
    pub mark: Option<(Status, Minutes)>,
    /// What made up for having missed it.
    pub make_ups: Vec<MakeUpRow>,
}

/// Every session of the actor's editions that is asked of the actor, in the order they are held, the cancelled ones too.
///
/// # Errors
/// The database's.
pub fn schedule(r: &mut Read, actor: &Actor) -> Result<Vec<Planned>, Problem> {
    of_person(r, actor.person_id()?)
}

fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<Planned>, Problem> {
    let marks: HashMap<SessionId, (Status, Minutes)> = marks::of_person(r, person)?
        .into_iter()
        .map(|(session, status, minutes)| (session, (status, minutes)))
        .collect();
    let mut rows = sessions::of_person(r, person)?;
    let outside = assignment::outside(r, Among::Person(person))?;
    rows.retain(|(listed, who)| {
        let row = &listed.session;
        marks.contains_key(&row.id) || !outside.contains(row.edition_id, row.activity_id, *who)
    });
    let mut made: HashMap<(SessionId, EnrolmentId), Vec<MakeUpRow>> = HashMap::new();
    for row in made_up::of_person(r, person)? {
        made.entry((row.session, row.enrolment)).or_default().push(row);
    }
    let formats = formats::names(r, rows.iter().map(|(listed, _)| listed.format.as_str()))?;
    let planned = |(listed, enrolment): (Listed, EnrolmentId)| {
        let mark = marks.get(&listed.session.id).copied();
        let make_ups = made.remove(&(listed.session.id, enrolment)).unwrap_or_default();
        Planned { format: formats.call(&listed.format), listed, enrolment, mark, make_ups }
    };
    Ok(rows.into_iter().map(planned).collect())
}

/// An attended activity as one trainee has it.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The edition's title.
    pub edition: String,
    /// The activity with the time credited.
    pub fact: ActivityFact,
    /// Its sessions.
    pub sessions: Vec<Planned>,
}

/// A session, game, placement or hackathon of a trainee: when and where, and what was attended.
///
/// # Errors
/// `NotFound` when the enrolment is not the actor's to see, or the activity has a text of its own.
pub fn meeting(
    r: &mut Read,
    actor: &Actor,
    enrolment: EnrolmentId,
    activity: ActivityId,
) -> Result<Meeting, Problem> {
    let standing = standing(r, actor, enrolment)?;
    let fact = standing.facts.into_iter().find(|fact| fact.id == activity && fact.is_attended());
    let fact = fact.ok_or_else(Problem::not_found)?;
    let mut sessions = of_person(r, standing.enrolment.person_id)?;
    sessions.retain(|one| one.enrolment == enrolment && one.listed.session.activity_id == activity);
    Ok(Meeting { enrolment, edition: standing.edition.title, fact, sessions })
}
