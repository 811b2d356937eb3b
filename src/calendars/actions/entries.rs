//! What concerns a person between two instants, and what is held in an edition.

use crate::attendance::rules::Standing;
use crate::attendance::store::beforehand;
use crate::attendance::store::sessions::Listed;
use crate::calendars::store::entries::{self, Span};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, EnrolmentId, Moment, Problem, SessionId};
use crate::progress::store::assignment::{self, Among};
use crate::web::paths;
use std::collections::{HashMap, HashSet};

/// What a session is to the one who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It is asked of them.
    Learns(EnrolmentId),
    /// They teach it, or their edition holds it.
    Teaches,
    /// They taught it, and the edition is no longer theirs to open.
    Taught,
}

/// A session in a calendar.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The session.
    pub listed: Listed,
    /// What it is to the reader.
    pub part: Part,
}

impl Entry {
    /// Where it leads.
    pub fn path(&self) -> Option<String> {
        let row = &self.listed.session;
        match self.part {
            Part::Learns(enrolment) => Some(paths::meeting(enrolment, row.activity_id)),
            Part::Teaches => Some(paths::session(row.id)),
            Part::Taught => None,
        }
    }
}

/// Every session that the actor attends or teaches, as they follow one another: a fixed number of queries, whatever
/// their number. Where one signs up, it is theirs with a place only; what they could sign up for, the schedule shows.
/// Of an edition that is no longer theirs to teach stays what they have taught, and not where it is held from now on.
///
/// # Errors
/// The database's.
pub fn own_entries(r: &mut Read, actor: &Actor, (span, now): (Span, Moment)) -> Result<Vec<Entry>, Problem> {
    let person = actor.person_id()?;
    let mut all = attended(r, actor, span)?;
    if actor.is_trainer() {
        let known: HashSet<SessionId> = all.iter().map(|one| one.listed.session.id).collect();
        let mine = |listed: &Listed| actor.roles.trainer_of.contains(&listed.session.edition_id);
        let taught = entries::taught(r, person, &actor.roles.trainer_of, span)?;
        let new = taught.into_iter().filter(|listed| !known.contains(&listed.session.id));
        let entries = new.map(|listed| {
            let part = if mine(&listed) { Part::Teaches } else { Part::Taught };
            Entry { listed, part }
        });
        all.extend(entries.filter(|one| one.part != Part::Taught || one.listed.session.ends_at <= now));
        all.sort_by_key(|one| (one.listed.session.starts_at, one.listed.session.id));
    }
    Ok(all)
}

fn attended(r: &mut Read, actor: &Actor, span: Span) -> Result<Vec<Entry>, Problem> {
    let person = actor.person_id()?;
    let mut learned = entries::learned(r, person, span)?;
    if learned.is_empty() {
        return Ok(Vec::new());
    }
    let outside = assignment::outside(r, Among::Person(person))?;
    learned.retain(|(listed, who)| {
        !outside.contains(listed.session.edition_id, listed.session.activity_id, *who)
    });
    let ids: Vec<SessionId> = learned.iter().map(|(listed, _)| listed.session.id).collect();
    let places = beforehand::taken(r, &ids)?;
    let standings = if places.is_empty() { HashMap::new() } else { beforehand::own(r, person)? };
    learned.retain(|(listed, _)| {
        let id = listed.session.id;
        !places.contains_key(&id) || standings.get(&id) == Some(&Standing::Confirmed)
    });
    Ok(learned.into_iter().map(|(listed, who)| Entry { listed, part: Part::Learns(who) }).collect())
}

/// An edition whose calendar the actor may see.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it.
pub fn seen_edition(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}

/// Every session of an edition, as they follow one another.
///
/// # Errors
/// The database's.
pub fn edition_entries(r: &mut Read, id: EditionId, span: Span) -> Result<Vec<Entry>, Problem> {
    let rows = entries::of_edition(r, id, span)?;
    Ok(rows.into_iter().map(|listed| Entry { listed, part: Part::Teaches }).collect())
}
