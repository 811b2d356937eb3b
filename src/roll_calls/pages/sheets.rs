//! The sheet of a session with everything around it: what its people have marked themselves, what made up for a miss,
//! what was changed late.

use crate::attendance::actions::{self, Saved, Sheet};
use crate::attendance::pages::{input, told};
use crate::attendance::views::{self, Telling};
use crate::check_in::actions::{Noted, noted};
use crate::check_in::views::roll_notes;
use crate::db::Read;
use crate::kernel::{Actor, Gate, Language, Problem, ProblemCode, SessionId};
use crate::roll_calls::actions::{Desk, desk};
use crate::roll_calls::views::{SheetPage, Typed, notes};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, whole) = load(&web, SessionId(path.into_inner())).await?;
    web.page(&me, &drawn(&web, &me, &whole, views::Roll::new))
}

/// `POST /sessions/{session}/marks`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    if form.ticked("preset") {
        let (me, whole) = load(&web, id).await?;
        let preset = |sheet: &Sheet, telling: Telling<'_>| views::Roll::preset(sheet, &form, telling);
        return web.page(&me, &drawn(&web, &me, &whole, preset));
    }
    let outcome = match input::roll_call(&form) {
        Ok(roll) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::mark(w, me, id, &roll, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((_, saved)) => answer(&web, id, &saved).await,
        Err(Failure::Repeated) => web.redirect(paths::session(id)),
        Err(failure) if shut_out(&failure) => unsaved(&web, id, |_| form).await,
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, whole) = load(&web, id).await?;
            let typed =
                |sheet: &Sheet, telling: Telling<'_>| views::Roll::typed(sheet, (&form, &problem), telling);
            web.invalid(Some(&me), &drawn(&web, &me, &whole, typed))
        }
    }
}

/// Whether nothing can be marked any more: the session was cancelled, or moved ahead, after the sheet was opened.
pub(super) fn shut_out(failure: &Failure) -> bool {
    matches!(failure.code(), Some(ProblemCode::SessionCancelled | ProblemCode::SessionAhead))
}

/// The sheet with the marks that could not be saved, to be read, copied and printed: nothing is lost. The form may be one
/// of keys, which are those of the reader's language.
pub(super) async fn unsaved(web: &Web, id: SessionId, form: impl FnOnce(Language) -> Form) -> Reply {
    let (me, whole) = load(web, id).await?;
    let form = form(me.actor.language);
    let unsaved = |sheet: &Sheet, telling: Telling<'_>| views::Roll::unsaved(sheet, &form, telling);
    web.conflict(&me, &drawn(web, &me, &whole, unsaved))
}

/// Back to the sheet when everything was saved; otherwise the sheet with both values of the lines that came
/// too late.
async fn answer(web: &Web, id: SessionId, saved: &Saved) -> Reply {
    if saved.stale.is_empty() {
        let count = saved.first + saved.corrected;
        let flash = if count > 0 { "attendance-flash-saved" } else { "attendance-flash-same" };
        return web.see_other(paths::session(id), Flash::good(flash).with("count", count));
    }
    let (me, whole) = load(web, id).await?;
    let stale = |sheet: &Sheet, telling: Telling<'_>| views::Roll::stale(sheet, saved, telling);
    web.conflict(&me, &drawn(web, &me, &whole, stale))
}

/// A sheet with everything around it.
type Whole = (Sheet, Noted, Desk);

async fn load(web: &Web, id: SessionId) -> Result<(Me, Whole), Failure> {
    let now = web.now();
    let read = move |r: &mut Read, me: &Actor| {
        let sheet = actions::sheet(r, me, id, now)?;
        let noted = noted(r, &sheet)?;
        let desk = desk(r, me, &sheet)?;
        Ok((sheet, noted, desk))
    };
    web.read(Gate::Trainer, read).await
}

/// The page of a roll call that is drawn so.
fn drawn(
    web: &Web,
    me: &Me,
    whole: &Whole,
    draw: impl FnOnce(&Sheet, Telling<'_>) -> views::Roll,
) -> SheetPage {
    page(web, me, whole, (draw, None))
}

fn page(
    web: &Web,
    me: &Me,
    (sheet, noted, desk): &Whole,
    (draw, typed): (impl FnOnce(&Sheet, Telling<'_>) -> views::Roll, Typed<'_>),
) -> SheetPage {
    told(web, me, |telling| {
        let beside = roll_notes(sheet, noted, telling).into_iter().chain(notes(desk, telling));
        let roll = draw(sheet, telling).noting(beside.collect()).kept_for(me.actor.person);
        SheetPage::new(roll, sheet, desk, typed, telling)
    })
}

/// The page after a form beside the roll call was refused: with what was typed into it, and what is wrong.
pub(super) async fn refused(web: &Web, id: SessionId, (form, problem): (&Form, &Problem)) -> Reply {
    let (me, whole) = load(web, id).await?;
    let view = page(web, &me, &whole, (views::Roll::new, Some((form, problem))));
    web.refused(&me, problem.code, &view)
}
