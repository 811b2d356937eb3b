//! The sheet of a session as it is read.

use super::{Beforehand, taught_session};
use crate::attendance::rules::marks::{correction_needs_reason, require_markable};
use crate::attendance::store::marks::{self, CorrectionRow, MarkRow, OnRoll};
use crate::attendance::store::sessions::SessionRow;
use crate::attendance::store::{closings, composition};
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{
    Actor, EnrolmentId, Minutes, Moment, PersonId, PersonName, Problem, ProblemCode, SessionId,
};
use crate::programmes::store::ActivityRow;
use crate::progress::store::assignment::{self, Among};
use std::collections::{HashMap, HashSet};

/// A session with everybody who should be there.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The session.
    pub session: SessionRow,
    /// The edition.
    pub edition: EditionRow,
    /// What is taught.
    pub activity: ActivityRow,
    /// Who teaches.
    pub trainer: Option<PersonName>,
    /// The people, sorted for the reader.
    pub people: Vec<OnSheet>,
    /// Who has a place, and who told that they will not come.
    pub beforehand: Beforehand,
    /// Why nothing can be marked now.
    pub closed: Option<ProblemCode>,
    /// Whether changing a saved mark needs a reason.
    pub needs_reason: bool,
    /// What the blocks of the session sum to, where it has any.
    pub blocks: Option<Minutes>,
    /// Whether somebody has closed it: then whatever is marked needs a reason and is a late change.
    pub shut: bool,
}

/// A person on a sheet.
#[derive(Debug, Clone)]
pub struct OnSheet {
    /// The person.
    pub person: OnRoll,
    /// The mark, with who made it.
    pub mark: Option<(MarkRow, Option<PersonName>)>,
    /// What the mark said before, the oldest first.
    pub corrections: Vec<CorrectionRow>,
}

/// The sheet of a session.
///
/// # Errors
/// `NotFound` when the actor does not teach its edition.
pub fn sheet(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Sheet, Problem> {
    let (session, edition, activity) = taught_session(r, actor, id)?;
    let mut roll = marks::roll(r, edition.id, actor.language)?;
    let known = marks::of_session(r, id)?;
    // Of whom it is not asked, is not on the sheet, unless there is a mark already (A14).
    let outside = assignment::outside(r, Among::Editions(&[edition.id]))?;
    let marked: HashSet<EnrolmentId> = known.iter().map(|row| row.enrolment).collect();
    let asked = |who: EnrolmentId| marked.contains(&who) || !outside.contains(edition.id, activity.id, who);
    roll.retain(|person| asked(person.enrolment));
    let authors: HashSet<PersonId> =
        known.iter().filter_map(|row| row.marked_by).chain(session.trainer_id).collect();
    let authors: Vec<PersonId> = authors.into_iter().collect();
    let names: HashMap<PersonId, PersonName> = marks::names(r, &authors)?.into_iter().collect();
    let mut known: HashMap<EnrolmentId, MarkRow> =
        known.into_iter().map(|row| (row.enrolment, row)).collect();
    let mut before: HashMap<EnrolmentId, Vec<CorrectionRow>> = HashMap::new();
    for correction in marks::corrections(r, id)? {
        before.entry(correction.enrolment).or_default().push(correction);
    }
    let named = |id: Option<PersonId>| id.and_then(|id| names.get(&id).cloned());
    let people = roll.into_iter().map(|person| OnSheet {
        mark: known
            .remove(&person.enrolment)
            .map(|row| (named(row.marked_by), row))
            .map(|(by, row)| (row, by)),
        corrections: before.remove(&person.enrolment).unwrap_or_default(),
        person,
    });
    let mut people: Vec<OnSheet> = people.collect();
    let beforehand = Beforehand::of(r, id)?;
    beforehand.order(&mut people);
    let open = require_markable(session.starts_at, session.cancelled_at.is_some(), now);
    let shut = closings::standing(r, id)?.is_some();
    Ok(Sheet {
        trainer: named(session.trainer_id),
        people,
        beforehand,
        closed: open.err().map(|problem| problem.code),
        needs_reason: shut || correction_needs_reason(session.held_on, session.time_zone, now),
        shut,
        blocks: composition::blocks(r, &[id])?.remove(&id),
        session,
        edition,
        activity,
    })
}
