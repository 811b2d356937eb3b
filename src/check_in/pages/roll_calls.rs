//! The roll call of a session, with what its people have marked themselves.

use crate::attendance::actions::{self, Saved, Sheet};
use crate::attendance::pages::{input, told};
use crate::attendance::views::{self, Telling};
use crate::check_in::actions::{Noted, noted};
use crate::check_in::views::roll_notes;
use crate::db::Read;
use crate::kernel::{Actor, Gate, SessionId};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, sheet) = sheet(&web, SessionId(path.into_inner())).await?;
    web.page(&me, &drawn(&web, &me, &sheet, views::Roll::new))
}

/// `POST /sessions/{session}/marks`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    if form.ticked("preset") {
        let (me, sheet) = sheet(&web, id).await?;
        let preset = |sheet: &Sheet, telling: Telling<'_>| views::Roll::preset(sheet, &form, telling);
        return web.page(&me, &drawn(&web, &me, &sheet, preset));
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
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, sheet) = sheet(&web, id).await?;
            let typed =
                |sheet: &Sheet, telling: Telling<'_>| views::Roll::typed(sheet, (&form, &problem), telling);
            web.invalid(Some(&me), &drawn(&web, &me, &sheet, typed))
        }
    }
}

/// Back to the sheet when everything was saved; otherwise the sheet with both values of the lines that came
/// too late.
async fn answer(web: &Web, id: SessionId, saved: &Saved) -> Reply {
    if saved.stale.is_empty() {
        let count = saved.first + saved.corrected;
        let flash = if count > 0 { "attendance-flash-saved" } else { "attendance-flash-same" };
        return web.see_other(paths::session(id), Flash::good(flash).with("count", count));
    }
    let (me, sheet) = sheet(web, id).await?;
    let stale = |sheet: &Sheet, telling: Telling<'_>| views::Roll::stale(sheet, saved, telling);
    web.conflict(&me, &drawn(web, &me, &sheet, stale))
}

async fn sheet(web: &Web, id: SessionId) -> Result<(Me, (Sheet, Noted)), Failure> {
    let now = web.now();
    let read = move |r: &mut Read, me: &Actor| {
        let sheet = actions::sheet(r, me, id, now)?;
        let noted = noted(r, &sheet)?;
        Ok((sheet, noted))
    };
    web.read(Gate::Trainer, read).await
}

/// A sheet with the notes to its rows.
fn drawn(
    web: &Web,
    me: &Me,
    (sheet, noted): &(Sheet, Noted),
    draw: impl FnOnce(&Sheet, Telling<'_>) -> views::Roll,
) -> views::Roll {
    told(web, me, |telling| draw(sheet, telling).noting(roll_notes(sheet, noted, telling)))
}
