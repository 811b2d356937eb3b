//! What somebody has at the time of a session: another one for which they signed up, one that is asked of everybody, or a
//! consultation that they booked (F10). Whoever asks for a place is refused; whoever waits for one is passed over and told.

use super::{Ground, letters};
use crate::attendance::store::{beforehand, conflicts};
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, EditionId, Fault, Language, Localised, Moment, PersonId, Problem, SessionId, SignUpId, dates,
};
use crate::progress::store::assignment::{self, Among};
use crate::sign_ups::rules::Entry;
use crate::sign_ups::rules::setting::{FIELD, Span, overlap};
use crate::sign_ups::store::hindrances::{self as rows, Nearby, Waiting};
use chrono::{NaiveDate, NaiveTime};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// What kind of thing keeps somebody from a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Another session for which they signed up.
    SignedUp {
        /// Whether with a place.
        confirmed: bool,
    },
    /// A session that is asked of everybody.
    Asked,
    /// A consultation.
    Consulted,
}

/// What keeps somebody from a session.
#[derive(Debug, Clone)]
pub(super) struct Hindrance {
    /// What kind of thing it is.
    pub(super) kind: Kind,
    key: String,
    title: Title,
    held_on: NaiveDate,
    starts: NaiveTime,
    ends: NaiveTime,
}

#[derive(Debug, Clone)]
enum Title {
    Session(Localised),
    Edition(String),
}

impl Hindrance {
    /// What it is called: the title of the session, or of the edition whose consultation it is.
    pub(super) fn title(&self, reader: Language) -> &str {
        match &self.title {
            Title::Session(title) => title.for_reader(reader),
            Title::Edition(title) => title,
        }
    }

    /// When it is, by its own wall.
    pub(super) fn when(&self, reader: Language) -> String {
        let (from, to) = (dates::time(self.starts), dates::time(self.ends));
        format!("{}, {from}–{to}", dates::day(reader, self.held_on))
    }

    /// Whether somebody is refused who asks for a place. Whoever signs somebody else up says why, and knows what else is
    /// asked of them.
    fn refuses(&self, admitted: bool) -> bool {
        !admitted || matches!(self.kind, Kind::SignedUp { .. })
    }

    /// Whether somebody gets no place who waits for one. Of two for which somebody waits, neither is in the way of the
    /// other.
    fn passes_over(&self, admitted: bool) -> bool {
        match self.kind {
            Kind::SignedUp { confirmed } => confirmed,
            Kind::Asked | Kind::Consulted => !admitted,
        }
    }

    fn fault(&self, reader: Language) -> Fault {
        let (code, what) = match self.kind {
            Kind::SignedUp { .. } => ("sign-ups-clash", "title"),
            Kind::Asked => ("sign-ups-asked-elsewhere", "title"),
            Kind::Consulted => ("sign-ups-consulted", "edition"),
        };
        Fault::new(FIELD, code).with(what, self.title(reader)).with("when", self.when(reader))
    }
}

/// Why somebody is refused who asks for a place, named.
pub(super) fn refusal(
    r: &mut Read,
    ground: &Ground,
    (person, admitted): (PersonId, bool),
    reader: Language,
) -> Result<Option<Fault>, Problem> {
    let found = of(r, ground, &[person])?.remove(&person).unwrap_or_default();
    Ok(found.iter().find(|one| one.refuses(admitted)).map(|one| one.fault(reader)))
}

/// What keeps those who wait from the session, as far as it does: so many queries, however many they are.
pub(super) fn of_waiting(
    r: &mut Read,
    ground: &Ground,
) -> Result<HashMap<SignUpId, (PersonId, Hindrance)>, Problem> {
    let waiting = rows::waiting(r, ground.session.id)?;
    let people: Vec<PersonId> = waiting.iter().map(|one| one.person).collect();
    let mut found = of(r, ground, &people)?;
    let hindered = |one: &Waiting| {
        let own = found.remove(&one.person)?;
        let first = own.into_iter().find(|hindrance| hindrance.passes_over(one.admitted))?;
        Some((one.id, (one.person, first)))
    };
    Ok(waiting.iter().filter_map(hindered).collect())
}

/// Tells those who are passed over what is in their way and what they can do; of each thing once. They stay where they are
/// in the queue.
pub(super) fn tell(
    w: &mut Write,
    ground: &Ground,
    passed: &[Entry],
    (hindered, now): (&HashMap<SignUpId, (PersonId, Hindrance)>, Moment),
) -> Result<(), Problem> {
    let mut told = Vec::new();
    for entry in passed {
        let Some((person, hindrance)) = hindered.get(&entry.id) else { continue };
        if !rows::pass(w, entry.id, &hindrance.key, now)? {
            continue;
        }
        let after = json!({ "enrolment": entry.who, "hindrance": hindrance.key });
        let subject = ("session", ground.session.id.0);
        let line = audit::Entry { action: "place-passed-over", subject, before: None, after: Some(after) };
        audit::record(w, &Actor::program(), now, line)?;
        told.push((*person, hindrance));
    }
    letters::passed_over(w, ground, &told, now)
}

/// What people have at the time of a session, each what they signed up for first.
fn of(
    r: &mut Read,
    ground: &Ground,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<Hindrance>>, Problem> {
    let mut found: HashMap<PersonId, Vec<Hindrance>> = HashMap::new();
    if people.is_empty() {
        return Ok(found);
    }
    let session = &ground.session;
    let around = (session.id, session.starts_at, session.ends_at);
    let meets = |starts_at, ends_at| overlap(ground.span(), Span { starts_at, ends_at, cancelled: false });
    for one in rows::others(r, people, around)?.into_iter().filter(|one| meets(one.starts_at, one.ends_at)) {
        found.entry(one.person).or_default().push(Hindrance {
            kind: Kind::SignedUp { confirmed: one.confirmed_at.is_some() },
            key: format!("session:{}", one.session),
            title: Title::Session(one.title.0),
            held_on: one.held_on,
            starts: one.starts_local,
            ends: one.ends_local,
        });
    }
    let mut nearby = rows::nearby(r, people, around)?;
    nearby.retain(|one| meets(one.starts_at, one.ends_at));
    for one in asked(r, nearby)? {
        found.entry(one.person).or_default().push(Hindrance {
            kind: Kind::Asked,
            key: format!("session:{}", one.session),
            title: Title::Session(one.title.0),
            held_on: one.held_on,
            starts: one.starts_local,
            ends: one.ends_local,
        });
    }
    for (person, one) in conflicts::consultations_of(r, people, (session.starts_at, session.ends_at))? {
        found.entry(person).or_default().push(Hindrance {
            kind: Kind::Consulted,
            key: format!("consultation:{}", one.slot),
            title: Title::Edition(one.edition),
            held_on: one.held_on,
            starts: one.starts_local,
            ends: one.ends_local,
        });
    }
    Ok(found)
}

/// Those of these sessions that are asked of people without signing up.
fn asked(r: &mut Read, mut nearby: Vec<Nearby>) -> Result<Vec<Nearby>, Problem> {
    if nearby.is_empty() {
        return Ok(nearby);
    }
    let ids: Vec<SessionId> = nearby.iter().map(|one| one.session).collect();
    let chosen = beforehand::with_places(r, &ids)?;
    let editions: BTreeSet<EditionId> = nearby.iter().map(|one| one.edition).collect();
    let editions: Vec<EditionId> = editions.into_iter().collect();
    let outside = assignment::outside(r, Among::Editions(&editions))?;
    nearby.retain(|one| {
        !chosen.contains(&one.session) && !outside.contains(one.edition, one.activity, one.enrolment)
    });
    Ok(nearby)
}
