//! Who has a place and who waits, for the trainer.

use crate::attendance::actions::taught_session;
use crate::attendance::store::beforehand::{self, Taken};
use crate::attendance::store::marks::{self, OnRoll};
use crate::attendance::store::sessions::SessionRow;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, EnrolmentId, Localised, PersonId, PersonName, Problem, SessionId};
use crate::progress::store::assignment::{self, Among};
use crate::sign_ups::store::{self, SignUpRow};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A sign-up with the people who had a part in it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The sign-up.
    pub row: SignUpRow,
    /// Who signed them up, where that was somebody else.
    pub by: Option<PersonName>,
    /// Who ended it, where that was somebody else.
    pub ended_by: Option<PersonName>,
}

/// The places of a session as its trainer sees them.
#[derive(Debug, Clone)]
pub struct Board {
    /// The session.
    pub session: SessionRow,
    /// The edition.
    pub edition: EditionRow,
    /// What is taught.
    pub title: Localised,
    /// The places; none where nobody signs up.
    pub taken: Option<Taken>,
    /// With a place, in the order of arrival.
    pub confirmed: Vec<Line>,
    /// Waiting, in the order of arrival.
    pub waiting: Vec<Line>,
    /// Over, the newest first.
    pub ended: Vec<Line>,
    /// Who else could be signed up, in the reader's order of names.
    pub others: Vec<OnRoll>,
}

/// The places of a session with everybody who signed up.
///
/// # Errors
/// `NotFound` for a session of somebody else's.
pub fn board(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Board, Problem> {
    let (session, edition, activity) = taught_session(r, actor, id)?;
    let rows = store::history(r, id)?;
    let ended_by = |row: &SignUpRow| row.ended.and_then(|(_, by)| by);
    let authors: BTreeSet<PersonId> =
        rows.iter().flat_map(|row| row.signed_up_by.into_iter().chain(ended_by(row))).collect();
    let authors: Vec<PersonId> = authors.into_iter().collect();
    let names: HashMap<PersonId, PersonName> = marks::names(r, &authors)?.into_iter().collect();
    let another = |row: &SignUpRow, who: Option<PersonId>| {
        who.filter(|who| *who != row.person).and_then(|who| names.get(&who).cloned())
    };
    let line = |row: SignUpRow| Line {
        by: another(&row, row.signed_up_by),
        ended_by: another(&row, ended_by(&row)),
        row,
    };
    let (standing, mut ended): (Vec<Line>, Vec<Line>) =
        rows.into_iter().map(line).partition(|one| one.row.ended.is_none() && !one.row.withdrawn);
    ended.reverse();
    let here: HashSet<EnrolmentId> = standing.iter().map(|one| one.row.enrolment).collect();
    let outside = assignment::outside(r, Among::Editions(&[edition.id]))?;
    let mut others = marks::roll(r, edition.id, actor.language)?;
    let active: HashSet<EnrolmentId> =
        marks::addressees(r, edition.id)?.into_iter().map(|one| one.enrolment).collect();
    others.retain(|one| {
        active.contains(&one.enrolment)
            && !here.contains(&one.enrolment)
            && !outside.contains(edition.id, activity.id, one.enrolment)
    });
    let (confirmed, waiting) = standing.into_iter().partition(|one| one.row.confirmed_at.is_some());
    let taken = beforehand::taken(r, &[id])?.remove(&id);
    Ok(Board { title: activity.title.0, session, edition, taken, confirmed, waiting, ended, others })
}
