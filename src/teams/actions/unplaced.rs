//! Team cases that somebody cannot hand in yet, because nobody has put them into a team.

use crate::db::Read;
use crate::editions::rules::Stage;
use crate::editions::store as editions;
use crate::kernel::{Actor, EditionId, Moment, Problem, TeamSetId};
use crate::progress::store::assignment::{self, Among};
use crate::teams::rules::sign_up_is_open;
use crate::teams::store::{self, TeamCase};

/// A team case with people who have no team and cannot choose one.
#[derive(Debug, Clone)]
pub struct Unplaced {
    /// The edition.
    pub edition: EditionId,
    /// Its title.
    pub edition_title: String,
    /// The case.
    pub case: TeamCase,
    /// The set to put them into; nothing while none is used.
    pub set: Option<TeamSetId>,
    /// How many people.
    pub people: i64,
}

/// What the actor's running editions lack, for their trainers: a fixed number of queries.
///
/// # Errors
/// The database's.
pub fn unplaced(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<Unplaced>, Problem> {
    let these: Vec<EditionId> = actor.roles.trainer_of.to_vec();
    if these.is_empty() {
        return Ok(Vec::new());
    }
    let mut listed = editions::listed(r, editions::Visible { these, ..editions::Visible::default() })?;
    listed.retain(|row| row.edition.closed_at.is_none() && row.edition.term().stage(now) == Stage::Running);
    let running: Vec<EditionId> = listed.iter().map(|row| row.edition.id).collect();
    let placings = store::placings(r, &running)?;
    if placings.is_empty() {
        return Ok(Vec::new());
    }
    let people = editions::people_counts(r, &running)?;
    let outside = assignment::outside(r, Among::Editions(&running))?;
    let mut found = Vec::new();
    for placing in placings {
        let title = listed.iter().find(|row| row.edition.id == placing.edition);
        let asked = people.get(&placing.edition).copied().unwrap_or_default()
            - outside.count(placing.edition, placing.case.id);
        let without = asked - placing.placed;
        let choosing = placing.set.is_some_and(|(_, until)| sign_up_is_open(until, now));
        if without > 0 && !choosing {
            found.push(Unplaced {
                edition: placing.edition,
                edition_title: title.map(|row| row.edition.title.clone()).unwrap_or_default(),
                case: placing.case,
                set: placing.set.map(|(set, _)| set),
                people: without,
            });
        }
    }
    Ok(found)
}
