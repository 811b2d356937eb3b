//! Until when a trainee can hand the cases of an edition in.

use super::opening::extension_of;
use crate::cases::store;
use crate::db::Read;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{ActivityId, Moment, Problem};

/// The first instants at which these cases are late for one trainee; not those that are due with the edition's end.
/// In three queries, whatever their number.
///
/// # Errors
/// The database's.
pub fn deadlines(
    r: &mut Read,
    edition: &EditionRow,
    enrolment: &EnrolmentRow,
    cases: impl Iterator<Item = ActivityId>,
) -> Result<Vec<(ActivityId, Moment)>, Problem> {
    let setups = store::setups(r, &[edition.id])?;
    let extensions = store::extensions_of(r, edition.id, (enrolment.id, enrolment.organisation_id))?;
    let due_days = store::due_days(r, edition.version_id)?;
    let due = |case: ActivityId| {
        let setup = setups.get(&(edition.id, case)).cloned().unwrap_or_default();
        let here = extensions.iter().filter(|(other, _)| *other == case).map(|(_, row)| row);
        let extended = extension_of(here, enrolment).map(|row| row.due_on);
        (case, setup.due_at(&edition.term(), due_days.get(&case).copied().flatten(), extended))
    };
    Ok(cases.map(due).filter(|(_, due)| *due < edition.term().ends_at()).collect())
}
