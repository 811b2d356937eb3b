//! HTML handlers of this room.

pub mod input;
pub mod plans;
pub mod schedules;
pub mod sessions;

use super::views::Telling;
use crate::web::{Me, Web};

/// Makes a view that speaks the reader's language.
pub(crate) fn told<V>(web: &Web, me: &Me, make: impl FnOnce(Telling<'_>) -> V) -> V {
    let (reader, words) = (web.reader(me), &web.kit.words);
    make(Telling { reader: &reader, say: &|key| words.text(reader.language, key) })
}
