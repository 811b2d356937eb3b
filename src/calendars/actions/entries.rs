//! What concerns a person between two instants, and what is held in an edition.

use crate::attendance::store::sessions::Listed;
use crate::calendars::store::entries::{self, Span};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, EnrolmentId, Problem, SessionId};
use crate::progress::store::assignment::{self, Among};
use crate::web::paths;
use std::collections::HashSet;

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

/// Every session that is asked of the actor or taught by them, as they follow one another: four queries and no more,
/// whatever their number.
///
/// # Errors
/// The database's.
pub fn own_entries(r: &mut Read, actor: &Actor, span: Span) -> Result<Vec<Entry>, Problem> {
    let person = actor.person_id()?;
    let mut all: Vec<Entry> = Vec::new();
    let learned = entries::learned(r, person, span)?;
    if !learned.is_empty() {
        let outside = assignment::outside(r, Among::Person(person))?;
        let asked = |(listed, who): &(Listed, EnrolmentId)| {
            !outside.contains(listed.session.edition_id, listed.session.activity_id, *who)
        };
        let entry = |(listed, who)| Entry { listed, part: Part::Learns(who) };
        all.extend(learned.into_iter().filter(asked).map(entry));
    }
    if actor.is_trainer() {
        let known: HashSet<SessionId> = all.iter().map(|one| one.listed.session.id).collect();
        let mine = |listed: &Listed| actor.roles.trainer_of.contains(&listed.session.edition_id);
        let taught = entries::taught(r, person, &actor.roles.trainer_of, span)?;
        let new = taught.into_iter().filter(|listed| !known.contains(&listed.session.id));
        all.extend(new.map(|listed| {
            let part = if mine(&listed) { Part::Teaches } else { Part::Taught };
            Entry { listed, part }
        }));
        all.sort_by_key(|one| (one.listed.session.starts_at, one.listed.session.id));
    }
    Ok(all)
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
