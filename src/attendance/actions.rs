//! Scheduling sessions, calling the roll, and reading both.

mod arriving;
mod beforehand;
mod booking;
mod changes;
mod checking;
mod co_trainers;
mod day;
pub mod events;
mod letters;
mod made_up;
mod overlaps;
mod planning;
mod roll_call;
mod schedule;
mod sharing;
mod sheet;
mod taken;
mod taking_back;
mod timetable;

pub use arriving::{arrive, seat};
pub use beforehand::Beforehand;
pub use booking::{book, book_all, book_despite, booking_of, cancel, change, change_despite};
pub use changes::{Change, JOB as CHANGE_JOB, tell as tell_change};
pub use checking::{day_off, day_off_of, plain_faults};
pub use co_trainers::busy;
pub use day::{Day, Taught, day};
pub use letters::{concerned, held as held_at, path_of, seats_changed};
pub use made_up::settle_make_ups;
pub use overlaps::overlaps;
pub use planning::{Plan, laying_out, plan};
pub use roll_call::{Line, RollCall, Saved, mark};
pub use schedule::{Meeting, Planned, meeting, schedule};
pub use sharing::share_anew;
pub use sheet::{OnSheet, Sheet, sheet};
pub use taken::{Clash, Other, Taken};
pub use timetable::{Setting, Timetable, editing, setting, timetable};

use super::store::sessions::{self, SessionRow};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, Problem, SessionId};
use crate::programmes::store::ActivityRow;

/// An edition whose sessions the actor may see and change.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers it.
fn taught_edition(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionRow, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(edition.id, edition.organisation_id) { Ok(edition) } else { Err(Problem::not_found()) }
}

/// A session whose edition the actor teaches or administers.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn taught_session(
    r: &mut Read,
    actor: &Actor,
    id: SessionId,
) -> Result<(SessionRow, EditionRow, ActivityRow), Problem> {
    let found = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
    if actor.teaches(found.1.id, found.1.organisation_id) { Ok(found) } else { Err(Problem::not_found()) }
}
