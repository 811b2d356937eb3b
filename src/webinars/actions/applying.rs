//! Marking by a list: through the roll call's own saving, so that what holds for a mark by hand holds here.

use super::{note, reading};
use crate::attendance::actions::{self as attendance, Line, RollCall};
use crate::attendance::rules::marks::require_markable;
use crate::db::Write;
use crate::kernel::{Actor, Moment, Problem, ProblemCode, SessionId, WebinarListId};
use crate::webinars::rules::outcome::{self, Change, Choices};
use crate::webinars::store;
use serde_json::json;

/// What became of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Applied {
    /// People marked for the first time.
    pub first: usize,
    /// Marks corrected.
    pub corrected: usize,
    /// Marks of trainers that say otherwise and stay.
    pub kept: usize,
    /// Marks that somebody else changed after the trainer looked, and that stay.
    pub stale: usize,
}

/// Marks by a list. What the sheet says already is not written again: the same list twice changes nothing.
///
/// # Errors
/// `NotFound`, `SessionAhead`, `SessionCancelled`; `Conflict` while nobody knows what the columns are; `Invalid` when a reason
/// is needed and there is none. Then nobody is marked.
pub fn apply(
    w: &mut Write,
    actor: &Actor,
    (session, list): (SessionId, WebinarListId),
    (choices, reason): (&Choices, Option<&str>),
    now: Moment,
) -> Result<Applied, Problem> {
    let preview = reading::preview(w, actor, (session, list), now)?;
    let row = &preview.sheet.session;
    require_markable(row.starts_at, row.cancelled_at.is_some(), now)?;
    if preview.tool.is_none() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let proposals: Vec<_> = preview.people.iter().map(|one| one.proposal.clone()).collect();
    let made = outcome::marks(&proposals, &preview.standings, &preview.rest, choices);
    let replaced = |one: &&outcome::Proposal| {
        one.change == Change::Conflict && !choices.replace.contains_key(&one.enrolment)
    };
    let kept = proposals.iter().filter(replaced).count();
    let lines = made.into_iter().map(|(enrolment, seen, mark)| Line { enrolment, seen, mark }).collect();
    let roll = RollCall { lines, reason: reason.map(str::to_owned) };
    let saved = attendance::mark(w, actor, session, &roll, now)?;
    let applied = Applied { first: saved.first, corrected: saved.corrected, kept, stale: saved.stale.len() };
    if saved.first + saved.corrected > 0 {
        let count = |number: usize| i32::try_from(number).map_err(Problem::internal);
        let done = (count(saved.first)?, count(saved.corrected)?);
        store::insert_application(w, list, done, (actor.person, now))?;
        let after = json!({ "marked": saved.first, "corrected": saved.corrected });
        note(w, actor, ("webinar-list-applied", list), after, now)?;
    }
    Ok(applied)
}
