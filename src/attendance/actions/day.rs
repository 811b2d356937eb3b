//! What awaits a trainer: sessions to run, and sheets that are not complete.

use crate::attendance::store::beforehand;
use crate::attendance::store::sessions::{self, Listed};
use crate::db::Read;
use crate::kernel::{Actor, EditionId, Moment, Problem, SessionId};
use crate::progress::store::assignment::{self, Among};
use std::collections::{BTreeSet, HashMap};

/// How far ahead sessions are shown.
const DAYS_AHEAD: i64 = 14;

/// How far back incomplete sheets are looked for: longer than any edition waits for its documents.
const DAYS_BACK: i64 = 180;

/// A session that somebody teaches, with how far it is marked.
#[derive(Debug, Clone)]
pub struct Taught {
    /// The session.
    pub listed: Listed,
    /// Of how many people it is asked.
    pub enrolled: i64,
    /// How many of them are marked.
    pub marked: i64,
}

impl Taught {
    /// How many marks are missing.
    pub fn missing(&self) -> i64 {
        (self.enrolled - self.marked).max(0)
    }
}

/// A trainer's sessions around today.
#[derive(Debug, Clone, Default)]
pub struct Day {
    /// Those of today, by the wall of their own zone.
    pub today: Vec<Taught>,
    /// The next ones.
    pub next: Vec<Taught>,
    /// Those before today that are not marked for everybody, the oldest first.
    pub unmarked: Vec<Taught>,
}

/// The sessions that await the actor as a trainer.
///
/// # Errors
/// The database's.
pub fn day(r: &mut Read, actor: &Actor, now: Moment) -> Result<Day, Problem> {
    let span = (now.plus_minutes(-DAYS_BACK * 24 * 60), now.plus_minutes(DAYS_AHEAD * 24 * 60));
    let mut rows = sessions::taught(r, actor.person_id()?, &actor.roles.trainer_of, span)?;
    // Whoever was taken out of an edition is awaited there no more.
    let mine = |edition| actor.roles.trainer_of.contains(&edition);
    rows.retain(|listed| mine(listed.session.edition_id) || listed.session.ends_at <= now);
    let editions: BTreeSet<EditionId> = rows.iter().map(|listed| listed.session.edition_id).collect();
    let editions: Vec<EditionId> = editions.into_iter().collect();
    let enrolled: HashMap<EditionId, i64> = sessions::enrolled(r, &editions)?.into_iter().collect();
    let ids: Vec<SessionId> = rows.iter().map(|listed| listed.session.id).collect();
    let marked: HashMap<SessionId, i64> = sessions::marked(r, &ids)?.into_iter().collect();
    let signed_up = beforehand::expected(r, &ids)?;
    let outside = assignment::outside(r, Among::Editions(&editions))?;
    let mut day = Day::default();
    for listed in rows {
        let (edition, activity) = (listed.session.edition_id, listed.session.activity_id);
        let enrolled = enrolled.get(&edition).copied().unwrap_or_default() - outside.count(edition, activity);
        let enrolled = signed_up.get(&listed.session.id).copied().unwrap_or(enrolled);
        let marked = marked.get(&listed.session.id).copied().unwrap_or_default();
        let taught = Taught { listed, enrolled, marked };
        let row = &taught.listed.session;
        let today = now.date_in(row.time_zone);
        if row.held_on == today {
            day.today.push(taught);
        } else if row.held_on > today {
            day.next.push(taught);
        } else if taught.missing() > 0 {
            day.unmarked.push(taught);
        }
    }
    Ok(day)
}
