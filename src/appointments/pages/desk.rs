//! The consultations of an edition for its trainers.

use super::input;
use crate::appointments::actions;
use crate::appointments::views::DeskPage;
use crate::attendance::pages::told;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentRequestId, EditionId, Gate};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Whose consultations are asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    whose: String,
}

/// `GET /editions/{edition}/appointments`
pub async fn show(web: Web, path: Path<i64>, asked: Query<Asked>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (me, desk) = web.read(Gate::Trainer, move |r, me| actions::desk(r, me, id, now)).await?;
    let whose = me.actor.person.filter(|_| asked.whose == "mine");
    web.page(&me, &told(&web, &me, |telling| DeskPage::new(&desk, whose, None, telling)))
}

/// `POST /editions/{edition}/appointment-setting`
pub async fn set(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let done = match input::cancel_hours(&form) {
        Ok(hours) => {
            let set = move |w: &mut Write, me: &Actor, now| actions::set_cancel_hours(w, me, id, hours, now);
            web.write(Gate::Trainer, &form, set).await
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = done.map(|_| Flash::good("appointments-flash-limit"));
    finish(&web, (id, None), &form, flash).await
}

/// Back to the desk; the desk with what is wrong and with what was typed when nothing could be done.
pub(super) async fn finish(
    web: &Web,
    (id, request): (EditionId, Option<AppointmentRequestId>),
    form: &Form,
    done: Result<Flash, Failure>,
) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::edition_appointments(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::edition_appointments(id)),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let (me, desk) = web.read(Gate::Trainer, move |r, me| actions::desk(r, me, id, now)).await?;
            let typed = Some((request, form, &problem));
            let view = told(web, &me, |telling| DeskPage::new(&desk, None, typed, telling));
            web.invalid(Some(&me), &view)
        }
    }
}
