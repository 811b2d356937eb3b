//! Until when a trainee can hand the cases of an edition in.

use crate::cases::store::{self, ExtensionRow};
use crate::db::Read;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{ActivityId, EnrolmentId, Moment, OrganisationId, Problem};
use crate::teams::store as teams;

/// For whom an extension may be: somebody of the edition, or whoever an organisation sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The place in the edition.
    pub enrolment: EnrolmentId,
    /// Who sent them.
    pub organisation: Option<OrganisationId>,
}

impl Place {
    /// Of somebody in the edition.
    pub(super) fn of(row: &EnrolmentRow) -> Place {
        Place { enrolment: row.id, organisation: row.organisation_id }
    }

    fn has(self, row: &ExtensionRow) -> bool {
        row.enrolment_id == Some(self.enrolment)
            || (row.organisation_id.is_some() && row.organisation_id == self.organisation)
    }
}

/// The extension that gives a trainee the latest day; one that any member of their team has holds for the team.
pub(super) fn extension_of<'x>(
    rows: impl IntoIterator<Item = &'x ExtensionRow>,
    own: Place,
    mates: &[Place],
) -> Option<&'x ExtensionRow> {
    let theirs = |row: &&ExtensionRow| own.has(row) || mates.iter().any(|mate| mate.has(row));
    // Of two that give the same day the own one says why.
    rows.into_iter().filter(theirs).max_by_key(|row| (row.due_on, own.has(row)))
}

/// The first instants at which these cases are late for one trainee; not those that are due with the edition's end.
/// In five queries at most, whatever their number.
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
    let extensions = store::extensions_in(r, edition.id)?;
    let mates = if extensions.is_empty() { Vec::new() } else { teams::mates(r, edition.id, enrolment.id)? };
    let due_days = store::due_days(r, edition.version_id)?;
    let due = |case: ActivityId| {
        let setup = setups.get(&(edition.id, case)).cloned().unwrap_or_default();
        let rows = extensions.iter().filter(|(other, _)| *other == case).map(|(_, row)| row);
        let mates: Vec<Place> = mates
            .iter()
            .filter(|(other, ..)| *other == case)
            .map(|(_, enrolment, organisation)| Place { enrolment: *enrolment, organisation: *organisation })
            .collect();
        let extended = extension_of(rows, Place::of(enrolment), &mates).map(|row| row.due_on);
        (case, setup.due_at(&edition.term(), due_days.get(&case).copied().flatten(), extended))
    };
    Ok(cases.map(due).filter(|(_, due)| *due < edition.term().ends_at()).collect())
}
