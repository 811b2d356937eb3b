//! Changing a consultation: the form, and saving it.

use super::input;
use crate::appointments::actions;
use crate::appointments::views::ChangePage;
use crate::attendance::pages::told;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentSlotId, Gate};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /appointments/{appointment}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let (me, view) = web.read(Gate::Trainer, move |r, me| actions::slot(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| ChangePage::new(&view, telling)))
}

/// `POST /appointments/{appointment}/changes`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let done = match input::change(&form) {
        Ok(wanted) => {
            let change = move |w: &mut Write, me: &Actor, now| actions::change(w, me, id, &wanted, now);
            web.write(Gate::Trainer, &form, change).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(_) => web.see_other(paths::appointment(id), Flash::good("appointments-flash-changed")),
        Err(Failure::Repeated) => web.redirect(paths::appointment(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, view) = web.read(Gate::Trainer, move |r, me| actions::slot(r, me, id)).await?;
            let typed = (&form, &problem);
            web.invalid(Some(&me), &told(&web, &me, |telling| ChangePage::typed(&view, typed, telling)))
        }
    }
}
