//! Sessions of an edition: list, new, change, cancel.

use super::{input, told};
use crate::attendance::{actions, views};
use crate::kernel::{EditionId, Gate, SessionId};
use crate::web::{Failure, Field, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/sessions`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, timetable) = web.read(Gate::Trainer, move |r, me| actions::timetable(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| views::Sessions::new(&timetable, telling)))
}

/// `GET /editions/{edition}/sessions/new`
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, setting) = web.read(Gate::Trainer, move |r, me| actions::setting(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| views::SessionForm::new(&setting, telling)))
}

/// `POST /editions/{edition}/sessions`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::booking(&form) {
        Ok(wanted) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::book(w, me, id, &wanted, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::edition_sessions(id), Flash::good("attendance-flash-booked")),
        Err(Failure::Repeated) => web.redirect(paths::edition_sessions(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, setting) = web.read(Gate::Trainer, move |r, me| actions::setting(r, me, id)).await?;
            let view =
                told(&web, &me, |telling| views::SessionForm::typed(&setting, (&form, &problem), telling));
            web.invalid(Some(&me), &view)
        }
    }
}

/// `GET /sessions/{session}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (me, (session, setting)) = web.read(Gate::Trainer, move |r, me| actions::editing(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| views::SessionForm::of(&session, &setting, telling)))
}

/// `POST /sessions/{session}/edit`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match input::booking(&form) {
        Ok(wanted) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::change(w, me, id, &wanted, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::session(id), Flash::good("attendance-flash-changed")),
        Err(Failure::Repeated) => web.redirect(paths::session(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, (_, setting)) =
                web.read(Gate::Trainer, move |r, me| actions::editing(r, me, id)).await?;
            let view =
                told(&web, &me, |telling| views::SessionForm::typed(&setting, (&form, &problem), telling));
            web.invalid(Some(&me), &view.editing(id, Field::empty("reason")))
        }
    }
}

/// `POST /sessions/{session}/cancellation`
pub async fn cancel(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match input::reason(&form) {
        Ok(why) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::cancel(w, me, id, &why, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::session(id), Flash::good("attendance-flash-cancelled")),
        Err(Failure::Repeated) => web.redirect(paths::session(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, (session, setting)) =
                web.read(Gate::Trainer, move |r, me| actions::editing(r, me, id)).await?;
            let view = told(&web, &me, |telling| views::SessionForm::of(&session, &setting, telling));
            web.invalid(Some(&me), &view.editing(id, Field::typed("reason", &form, &problem)))
        }
    }
}
