//! Opening the debrief of a case to everybody.

use crate::audit;
use crate::cases::store;
use crate::db::Write;
use crate::editions::store as editions;
use crate::kernel::{ActivityId, Actor, EditionId, Moment, Problem};
use crate::programmes::store as programmes;

/// Opens the debrief of a case to every trainee of an edition, before deadline and grades. Once is enough: again
/// changes nothing.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition, and for a case without a debrief.
pub fn open_debrief(
    w: &mut Write,
    actor: &Actor,
    (edition, activity): (EditionId, ActivityId),
    now: Moment,
) -> Result<(), Problem> {
    let row = editions::edition(w, edition)?.ok_or_else(Problem::not_found)?;
    if !actor.teaches(row.id, row.organisation_id) {
        return Err(Problem::not_found());
    }
    let case = programmes::activity(w, activity)?.ok_or_else(Problem::not_found)?;
    if case.version_id != row.version_id {
        return Err(Problem::not_found());
    }
    let definition = store::definition(w, activity)?.ok_or_else(Problem::not_found)?;
    if !definition.has_debrief() {
        return Err(Problem::not_found());
    }
    if store::debrief_opened(w, edition, activity)?.is_some() {
        return Ok(());
    }
    store::insert_debrief(w, (edition, activity), actor.person, now)?;
    let (subject, after) = (("edition", edition.0), Some(serde_json::json!({ "case": activity })));
    audit::record(w, actor, now, audit::Entry { action: "case-debrief-opened", subject, before: None, after })
}
