//! Pages where cases are written. Every button of a form saves; nothing that is typed waits for another press.

pub mod copies;
pub mod desks;
pub mod parts;
pub mod texts;

use super::actions::{self, Open};
use super::store::TextRow;
use crate::kernel::{CaseCopyId, Gate, Language, Problem};
use crate::web::{Failure, Form, Me, Web};

/// Who comes in; the actions ask for whoever may import programmes.
const GATE: Gate = Gate::Administrator;

/// A working copy, for a page.
async fn open(web: &Web, id: CaseCopyId) -> Result<(Me, Open), Failure> {
    web.read(GATE, move |r, me| actions::open(r, me, id)).await
}

fn language(tag: &str) -> Result<Language, Problem> {
    Language::from_tag(tag).ok_or_else(Problem::not_found)
}

/// The text of a language.
fn text(open: &Open, language: Language) -> Result<&TextRow, Problem> {
    open.text(language).ok_or_else(Problem::not_found)
}

/// The revision that a form was made from.
fn revision(form: &Form) -> i32 {
    form.text("revision").parse().unwrap_or_default()
}
