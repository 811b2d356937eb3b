//! One consultation for the trainers of its edition.

use super::input;
use crate::appointments::actions;
use crate::appointments::views::SlotPage;
use crate::attendance::pages::told;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentSlotId, Gate};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /appointments/{appointment}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let (me, view) = web.read(Gate::Trainer, move |r, me| actions::slot(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| SlotPage::new(&view, None, telling)))
}

/// `POST /appointments/{appointment}/marks`
pub async fn mark(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let done = match input::outcomes(&form) {
        Ok(these) => {
            let mark = move |w: &mut Write, me: &Actor, now| actions::mark(w, me, id, &these, now);
            web.write(Gate::Trainer, &form, mark).await
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, &form, done.map(|_| Flash::good("appointments-flash-marked"))).await
}

/// `POST /appointments/{appointment}/withdrawal`
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let done = match input::reason(&form) {
        Ok(why) => {
            let withdraw = move |w: &mut Write, me: &Actor, now| actions::withdraw(w, me, id, &why, now);
            web.write(Gate::Trainer, &form, withdraw).await
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, &form, done.map(|_| Flash::good("appointments-flash-withdrawn"))).await
}

/// Back to the page; the page with what is wrong and with what was typed when nothing could be done.
async fn finish(web: &Web, id: AppointmentSlotId, form: &Form, done: Result<Flash, Failure>) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::appointment(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::appointment(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, view) = web.read(Gate::Trainer, move |r, me| actions::slot(r, me, id)).await?;
            let typed = Some((form, &problem));
            web.invalid(Some(&me), &told(web, &me, |telling| SlotPage::new(&view, typed, telling)))
        }
    }
}
