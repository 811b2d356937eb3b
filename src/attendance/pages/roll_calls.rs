//! The roll call of a session.

use super::{input, told};
use crate::attendance::actions::{self, Saved, Sheet};
use crate::attendance::views;
use crate::kernel::{Gate, SessionId};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, sheet) = sheet(&web, SessionId(path.into_inner())).await?;
    web.page(&me, &told(&web, &me, |telling| views::Roll::new(&sheet, telling)))
}

/// `POST /sessions/{session}/marks`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    if form.ticked("preset") {
        let (me, sheet) = sheet(&web, id).await?;
        return web.page(&me, &told(&web, &me, |telling| views::Roll::preset(&sheet, &form, telling)));
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
            let view = told(&web, &me, |telling| views::Roll::typed(&sheet, (&form, &problem), telling));
            web.invalid(Some(&me), &view)
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
    web.conflict(&me, &told(web, &me, |telling| views::Roll::stale(&sheet, saved, telling)))
}

async fn sheet(web: &Web, id: SessionId) -> Result<(Me, Sheet), Failure> {
    let now = web.now();
    web.read(Gate::Trainer, move |r, me| actions::sheet(r, me, id, now)).await
}
