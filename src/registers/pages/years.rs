//! The years of registers: closing one that is over, opening it again.

use crate::db::{Read, Write};
use crate::kernel::{Actor, Gate, Moment, OrganisationId};
use crate::registers::actions::years as actions;
use crate::registers::views::YearsPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /organisations/{organisation}/register-years`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), web.now());
    let read = move |r: &mut Read, me: &Actor| actions::show(r, me, id, now);
    let (me, years) = web.read(Gate::Administrator, read).await?;
    web.page(&me, &YearsPage::new(&years, None, &web.reader(&me)))
}

/// `POST /organisations/{organisation}/register-closings`
pub async fn close(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, year) = (OrganisationId(path.into_inner()), year(&form));
    let close = move |w: &mut Write, me: &Actor, now: Moment| actions::close(w, me, (id, year), now);
    let done = web.write(Gate::Administrator, &form, close).await;
    let flash = Flash::good("registers-year-flash-closed").with("year", year);
    answer(&web, (id, &form), done.map(|_| flash)).await
}

/// `POST /organisations/{organisation}/register-openings`
pub async fn open(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, year, reason) = (OrganisationId(path.into_inner()), year(&form), form.text("reason"));
    let open = move |w: &mut Write, me: &Actor, now: Moment| actions::open(w, me, (id, year, &reason), now);
    let done = web.write(Gate::Administrator, &form, open).await;
    let flash = Flash::attention("registers-year-flash-opened").with("year", year);
    answer(&web, (id, &form), done.map(|_| flash)).await
}

/// The year of the button that was pressed; none that there is when it is no number.
fn year(form: &Form) -> i32 {
    form.text("year").parse().unwrap_or_default()
}

async fn answer(web: &Web, (id, form): (OrganisationId, &Form), done: Result<Flash, Failure>) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::register_years(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::register_years(id)),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let read = move |r: &mut Read, me: &Actor| actions::show(r, me, id, now);
            let (me, years) = web.read(Gate::Administrator, read).await?;
            web.invalid(Some(&me), &YearsPage::new(&years, Some((form, &problem)), &web.reader(&me)))
        }
    }
}
