//! The pages of a quiz for people: before, during, the last look, after.

pub mod answers;
pub mod attempts;
pub mod exceptions;
pub mod flags;
pub mod holders;
pub mod quiz;
pub mod setups;
pub mod submissions;

use super::actions::{self, Reading};
use super::rules::draft::Draft;
use crate::kernel::{AttemptId, Gate};
use crate::web::{Failure, Form, Me, Web};

/// An attempt as this reader may see it. One whose time is over is handed in first.
async fn read(web: &Web, id: AttemptId) -> Result<(Me, Reading), Failure> {
    let now = web.now();
    let (me, reading) = web.read(Gate::SignedIn, move |r, me| actions::attempt(r, me, id, now)).await?;
    if !reading.is_overdue(now) {
        return Ok((me, reading));
    }
    web.kit.db.write(move |w| actions::close_overdue(w, id, now)).await?;
    web.read(Gate::SignedIn, move |r, me| actions::attempt(r, me, id, now)).await
}

/// Forms here bear being sent twice: an attempt under way is resumed, answers are merged, handing in happens
/// once. The usual guard would swallow what was changed on a page that the reader has gone back to.
fn repeatable() -> Form {
    Form::default()
}

/// A form as text by field, the first value of each.
fn draft(form: &Form) -> Draft {
    Draft(form.under("").map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}
