//! HTML handlers of this room.

pub mod access;
pub mod agendas;
pub mod blocks;
pub mod input;
pub mod programmes;
pub mod shifts;
pub mod speakers;
pub mod timers;
pub mod visits;

use super::actions::{Editing, editing};
use crate::attendance::pages::told;
use crate::attendance::views::Telling;
use crate::kernel::{Gate, Problem, SessionId};
use crate::web::{Failure, Flash, Form, Me, Reply, View, Web, paths};

/// A form of a session: as it is kept, or as it was typed with its faults.
type Drawn<V> = fn(&Editing, (&Form, &Problem), Telling<'_>) -> V;

/// A page with a form.
async fn shown<V: View>(
    web: &Web,
    id: SessionId,
    kept: impl FnOnce(&Editing) -> Form,
    drawn: Drawn<V>,
) -> Reply {
    let (me, editing) = web.read(Gate::Trainer, move |r, me| editing(r, me, id)).await?;
    let (form, sound) = (kept(&editing), Problem::invalid(Vec::new()));
    web.page(&me, &told(web, &me, |telling| drawn(&editing, (&form, &sound), telling)))
}

/// The same page with its rows changed: nothing is saved.
async fn rearranged<V: View>(web: &Web, id: SessionId, form: &Form, drawn: Drawn<V>) -> Reply {
    let (me, editing) = web.read(Gate::Trainer, move |r, me| editing(r, me, id)).await?;
    let sound = Problem::invalid(Vec::new());
    web.page(&me, &told(web, &me, |telling| drawn(&editing, (form, &sound), telling)))
}

/// Back to the programme of the session when a form was saved; the form with its faults otherwise.
async fn saved<V: View>(
    web: &Web,
    id: SessionId,
    form: &Form,
    (outcome, flash): (Result<(Me, ()), Failure>, &'static str),
    drawn: Drawn<V>,
) -> Reply {
    match outcome {
        Ok(_) => web.see_other(paths::session_programme(id), Flash::good(flash)),
        Err(Failure::Repeated) => web.redirect(paths::session_programme(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, editing) = web.read(Gate::Trainer, move |r, me| editing(r, me, id)).await?;
            web.invalid(Some(&me), &told(web, &me, |telling| drawn(&editing, (form, &problem), telling)))
        }
    }
}
