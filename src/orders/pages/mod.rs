//! Pages of the trail: its steps, one paper, the form of a draft, the patterns of numbers.

pub mod draft;
mod input;
pub mod numbers;
pub mod one;
pub mod papers;
pub mod trail;

use crate::kernel::Language;
use crate::orders::views::Telling;
use crate::web::{Me, Web};

/// Makes a view in the reader's words.
fn told<V>(web: &Web, me: &Me, make: impl FnOnce(Telling<'_>) -> V) -> V {
    let (words, language): (_, Language) = (web.kit.words.clone(), me.actor.language);
    let say = move |key: &str| words.text(language, key);
    let reader = web.reader(me);
    make(Telling { reader: &reader, say: &say })
}
