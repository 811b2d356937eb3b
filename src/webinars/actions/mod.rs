//! Loading a list, saying what and who is in it, and marking by it.

mod applying;
mod loading;
mod reading;
mod removing;

pub use applying::{Applied, apply};
pub use loading::{MAX_BYTES, NewList, choose, decide, file, read_file, set_clock, upload};
pub use reading::{Person, Preview, Shelf, preview, shelf};
pub use removing::{FILE_JOB, KEPT_DAYS, remove, remove_old};

use crate::attendance::actions::{self as attendance, Sheet};
use crate::attendance::rules::marks::require_markable;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, Problem, SessionId, WebinarListId};
use serde_json::Value;

/// The sheet of a session that is held by a link, to somebody who teaches there.
///
/// # Errors
/// `NotFound` for anybody else and for a session in a room only.
fn online_sheet(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Sheet, Problem> {
    let sheet = attendance::sheet(r, actor, id, now)?;
    if sheet.session.mode.has_link() { Ok(sheet) } else { Err(Problem::not_found()) }
}

/// The same while it can be marked.
///
/// # Errors
/// Besides, `SessionAhead`, `SessionCancelled`.
fn open_sheet(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Sheet, Problem> {
    let sheet = online_sheet(r, actor, id, now)?;
    require_markable(sheet.session.starts_at, sheet.session.cancelled_at.is_some(), now)?;
    Ok(sheet)
}

/// Writes down what was done with a list.
fn note(
    w: &mut Write,
    actor: &Actor,
    (action, list): (&'static str, WebinarListId),
    after: Value,
    now: Moment,
) -> Result<(), Problem> {
    let entry = audit::Entry { action, subject: ("webinar-list", list.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}
