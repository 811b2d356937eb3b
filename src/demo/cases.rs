//! A working copy of a case, begun and not yet sound: no way leads to one of its ends any more.

use super::{courses::Course, lost};
use crate::case_authoring::actions::{self, Saving};
use crate::db::Write;
use crate::kernel::{Actor, Language, Moment, Problem};

/// Begins a working copy of the staged case, with the slip that the page is there to show.
///
/// # Errors
/// The case is not what it was: a fault of the demonstration.
pub fn begin(w: &mut Write, author: &Actor, now: Moment) -> Result<(), Problem> {
    let id = actions::begin(w, author, (Course::Partnership.slug(), super::script::STAGED), now)?;
    let open = actions::open(w, author, id)?;
    let text = open.text(Language::Ru).ok_or_else(|| lost("the text of the staged case"))?;
    let body = text.body.replace("{force -> chain-end}", "{force -> chess-end}");
    if body == text.body {
        return Err(lost("the last decision of the staged case"));
    }
    let saving = Saving { language: Language::Ru, body: &body, revision: text.revision };
    actions::put(w, author, id, saving, now)?;
    Ok(())
}
