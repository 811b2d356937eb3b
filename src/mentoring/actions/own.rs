//! One's own path.

use super::{Path, path};
use crate::db::Read;
use crate::kernel::{Actor, OrganisationId, Problem};
use crate::mentoring::store::{self, settings};

/// One's own candidacies, and where one may apply.
#[derive(Debug, Clone)]
pub struct Own {
    /// The candidacies, the newest first.
    pub paths: Vec<Path>,
    /// Organisations that take applications and have none of one's own that is open.
    pub takers: Vec<(OrganisationId, String)>,
}

/// One's own candidacies, and where one may apply. What others noted of conversations and contacts is left out, and so is
/// what was advised after a talk, and that a pair was closed for the safety of the child: whoever looks into that says it to
/// the mentor, not a page. Nothing that is made of this can show it.
///
/// # Errors
/// `Forbidden` when the program itself asks.
pub fn own(r: &mut Read, actor: &Actor) -> Result<Own, Problem> {
    let rows = store::of_person(r, actor.person_id()?)?;
    let mut takers = settings::taking_applications(r)?;
    takers.retain(|(id, _)| !rows.iter().any(|row| row.is_open && row.organisation == *id));
    let mut paths = path::load(r, rows)?;
    for path in &mut paths {
        for row in &mut path.interviews {
            row.notes.clear();
            row.recommended = true;
        }
        path.contacts.iter_mut().for_each(|row| row.note.clear());
        path.pairs.iter_mut().filter_map(|row| row.closure.as_mut()).for_each(|row| {
            row.exit_interview.clear();
            row.reason = row.reason.for_mentor();
        });
        // Why the end was put off may speak of the child's circumstances.
        path.pairs.iter_mut().flat_map(|row| row.extensions.iter_mut()).for_each(|row| row.reason.clear());
    }
    Ok(Own { paths, takers })
}
