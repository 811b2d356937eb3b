//! How much people have attended, as the rules of their documents decide on it.

use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{EnrolmentId, Moment, Problem};
use crate::progress::rules;
use crate::progress::rules::shares::{Attendance, Part};
use crate::progress::rules::totals::Credits;
use crate::progress::store::overview as rows;
use crate::progress::store::totals as ledger;
use crate::progress::store::{self, PlannedActivity, Portion};

/// How much these people of an edition have attended, in their order: a fixed number of queries.
///
/// # Errors
/// The database's.
pub fn attendance(
    r: &mut Read,
    edition: &EditionRow,
    these: &[EnrolmentId],
    now: Moment,
) -> Result<Vec<Attendance>, Problem> {
    if these.is_empty() {
        return Ok(Vec::new());
    }
    let held = super::held_of(r, edition, now)?;
    let book = ledger::book(r, edition, these)?;
    let of = |(who, row): (&EnrolmentId, &Vec<(bool, Credits)>)| {
        let held = held.of(*who);
        let part = |one: &PlannedActivity, credits: &Credits| Part {
            planned: one.minutes,
            credited: credits.sum(),
            held: held.ended(one.id),
        };
        let cells = book.plan.iter().zip(row);
        let theirs = cells.filter(|(one, (theirs, _))| *theirs && !one.kind.has_text());
        Attendance::of(theirs.map(|(one, (_, credits))| part(one, credits)))
    };
    Ok(these.iter().zip(&book.people).map(of).collect())
}

/// The same of one person, without the ledger of the others.
///
/// # Errors
/// The database's.
pub fn attendance_of(
    r: &mut Read,
    edition: &EditionRow,
    who: EnrolmentId,
    now: Moment,
) -> Result<Attendance, Problem> {
    let meetings = rows::meetings(r, edition.id)?;
    let held = super::held_for(r, (edition, who), &meetings, now)?;
    let Portion { facts, .. } = store::portion(r, edition.version_id, who)?;
    Ok(rules::attended(&facts, &held.of(who)))
}
