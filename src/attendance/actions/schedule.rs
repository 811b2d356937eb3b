//! The sessions of a trainee, in all the person's editions.

use crate::attendance::rules::booking::overlap;
use crate::attendance::rules::{Notice, Standing, Status};
use crate::attendance::store::beforehand::{self, Taken};
use crate::attendance::store::composition::{self, Brief};
use crate::attendance::store::made_up::{self, MakeUpRow};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::{self, Listed};
use crate::db::Read;
use crate::formats::actions as formats;
use crate::formats::rules::Called;
use crate::kernel::{ActivityId, Actor, EnrolmentId, Minutes, Moment, PersonId, Problem, SessionId};
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
    /// Its own topic, and what makes its place accessible.
    pub brief: Brief,
    /// Its places, where people sign up for them.
    pub taken: Option<Taken>,
    /// How the trainee stands, who has signed up.
    pub standing: Option<Standing>,
    /// Since when the trainee has a place.
    pub confirmed_at: Option<Moment>,
    /// What the trainee told about missing it.
    pub notice: Option<Notice>,
    /// What made up for having missed it.
    pub make_ups: Vec<MakeUpRow>,
}

impl Planned {
    /// Whether the trainee can simply come: nobody has to sign up, or they have a place.
    pub fn has_seat(&self) -> bool {
        self.taken.is_none() || self.standing == Some(Standing::Confirmed)
    }
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
    let ids: Vec<SessionId> = rows.iter().map(|(listed, _)| listed.session.id).collect();
    let mut briefs = composition::briefs(r, &ids)?;
    let mut taken = beforehand::taken(r, &ids)?;
    let standings = if taken.is_empty() { HashMap::new() } else { beforehand::own_since(r, person)? };
    let mut notices = beforehand::notices_of(r, person)?;
    let planned = |(listed, enrolment): (Listed, EnrolmentId)| {
        let id = listed.session.id;
        Planned {
            format: formats.call(&listed.format),
            listed,
            enrolment,
            mark: marks.get(&id).copied(),
            taken: taken.remove(&id),
            standing: standings.get(&id).map(|(standing, _)| *standing),
            confirmed_at: standings.get(&id).and_then(|(_, at)| *at),
            notice: notices.remove(&id),
            brief: briefs.remove(&id).unwrap_or_default(),
            make_ups: made.remove(&(id, enrolment)).unwrap_or_default(),
        }
    };
    Ok(rows.into_iter().map(planned).collect())
}

impl Planned {
    /// Whether the trainee is awaited at another session at the same time.
    pub fn meets(&self, other: &Planned) -> bool {
        let awaited = |one: &Planned| one.listed.session.cancelled_at.is_none() && one.has_seat();
        let span = |one: &Planned| (one.listed.session.starts_at, one.listed.session.ends_at);
        self.listed.session.id != other.listed.session.id
            && overlap(span(self), span(other))
            && awaited(self)
            && awaited(other)
    }
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
