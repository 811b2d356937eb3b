//! Sessions of an edition: list, new, change, cancel.

use super::{input, told};
use crate::attendance::{actions, views};
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Gate, Localised, SessionId};
use crate::web::{Failure, Field, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/sessions`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let read = move |r: &mut Read, me: &Actor| {
        let timetable = actions::timetable(r, me, id)?;
        let overlaps = actions::overlaps(r, &timetable, now)?;
        Ok((timetable, overlaps))
    };
    let (me, (timetable, overlaps)) = web.read(Gate::Trainer, read).await?;
    web.page(&me, &told(&web, &me, |telling| views::Sessions::new(&timetable, &overlaps, telling)))
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
    let outcome = match input::wanted(&form) {
        Ok((wanted, despite)) => {
            let book = move |w: &mut Write, me: &Actor, now| {
                actions::book_despite(w, me, id, (&wanted, despite.as_deref()), now)?;
                actions::day_off(w, id, wanted.held_on)
            };
            web.write(Gate::Trainer, &form, book).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((me, off)) => {
            let flash = said(&me, off, ["attendance-flash-booked", "attendance-flash-booked-day-off"]);
            web.see_other(paths::edition_sessions(id), flash)
        }
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

/// What is said of a session that was written down: that it is, or that its day is a day off besides.
fn said(me: &Me, off: Option<Localised>, [plain, warning]: [&str; 2]) -> Flash {
    match off {
        Some(name) => Flash::attention(warning).with("day", name.for_reader(me.actor.language)),
        None => Flash::good(plain),
    }
}

/// `GET /sessions/{session}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let load = move |r: &mut Read, me: &Actor| {
        let (session, setting) = actions::editing(r, me, id)?;
        Ok((session, setting, actions::day_off_of(r, id)?))
    };
    let (me, (session, setting, off)) = web.read(Gate::Trainer, load).await?;
    let view = told(&web, &me, |telling| {
        let off = off.map(|name| name.for_reader(telling.reader.language).to_owned());
        views::SessionForm::of(&session, &setting, telling).on_day_off(off)
    });
    web.page(&me, &view)
}

/// `POST /sessions/{session}/edit`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match input::wanted(&form) {
        Ok((wanted, despite)) => {
            let change = move |w: &mut Write, me: &Actor, now| {
                actions::change_despite(w, me, id, (&wanted, despite.as_deref()), now)?;
                actions::day_off_of(w, id)
            };
            web.write(Gate::Trainer, &form, change).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((me, off)) => {
            let flash = said(&me, off, ["attendance-flash-changed", "attendance-flash-changed-day-off"]);
            web.see_other(paths::session(id), flash)
        }
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
