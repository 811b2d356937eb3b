//! Laying out the timetable of an edition.

use super::{input, told};
use crate::attendance::{actions, views};
use crate::kernel::{EditionId, Gate};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/session-plans/new`
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, (setting, unknown)) =
        web.read(Gate::Trainer, move |r, me| actions::laying_out(r, me, id)).await?;
    let view = told(&web, &me, |telling| views::PlanForm::new(&setting, telling).without(&unknown));
    web.page(&me, &view)
}

/// `POST /editions/{edition}/session-plans`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::plan(&form) {
        Ok(plan) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::plan(w, me, id, &plan, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((_, count)) => {
            let flash = Flash::good("attendance-flash-planned").with("count", count);
            web.see_other(paths::edition_sessions(id), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::edition_sessions(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, (setting, unknown)) =
                web.read(Gate::Trainer, move |r, me| actions::laying_out(r, me, id)).await?;
            let view = told(&web, &me, |telling| {
                views::PlanForm::typed(&setting, (&form, &problem), telling).without(&unknown)
            });
            web.invalid(Some(&me), &view)
        }
    }
}
