//! Reading and writing what sessions are made of.

mod copying;
mod reading;
mod shifts;
mod speaking;
mod visiting;
mod writing;

pub use copying::{Copied, Copying, copy_programmes};
pub use reading::{Contents, Editing, Going, Programme, Timed, editing, programme, timed};
pub use shifts::{Shifts, create_shift, remove_shift, shift, shifts, update_shift};
pub use speaking::{Speakers, set_speakers};
pub use visiting::{remove_visit, report_visit, set_visit};
pub use writing::{Access, set_access, set_agenda, set_blocks};

use crate::attendance::actions::taught_session;
use crate::attendance::store::sessions::SessionRow;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, Problem, ProblemCode, SessionId};

/// A session that the actor may change now.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers its edition; `SessionCancelled`; `EditionClosed`.
fn changeable(r: &mut Read, actor: &Actor, id: SessionId) -> Result<(SessionRow, EditionRow), Problem> {
    let (session, edition, _) = taught_session(r, actor, id)?;
    if session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if edition.closed_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    Ok((session, edition))
}
