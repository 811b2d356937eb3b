//! Until when a trainee can hand the cases of an edition in.

use super::opening::extension_of;
use crate::cases::store;
use crate::db::Read;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{ActivityId, Moment, Problem};

/// The first instants at which these cases are late for one trainee; not those that are due with the edition's end.
///
/// # Errors
/// The database's.
pub fn deadlines(
    r: &mut Read,
    edition: &EditionRow,
    enrolment: &EnrolmentRow,
    cases: impl Iterator<Item = ActivityId>,
) -> Result<Vec<(ActivityId, Moment)>, Problem> {
    let mut found = Vec::new();
    for case in cases {
        let at = (edition.id, case);
        let definition = store::definition(r, case)?.ok_or_else(Problem::not_found)?;
        let (_, setup) = store::setup(r, at)?;
        let extensions = store::extensions(r, at)?;
        let extended = extension_of(&extensions, enrolment).map(|row| row.due_on);
        let due = setup.due_at(&edition.term(), definition.settings.due_days, extended);
        if due < edition.term().ends_at() {
            found.push((case, due));
        }
    }
    Ok(found)
}
