//! A session that is held again and again: the form, its dates, and booking them.

use super::input;
use crate::attendance::actions as attendance;
use crate::attendance::pages::told;
use crate::kernel::{EditionId, Gate, Problem};
use crate::timetables::actions;
use crate::timetables::views::SeriesPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/session-series/new`
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, setting) = web.read(Gate::Trainer, move |r, me| attendance::setting(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| SeriesPage::new(&setting, telling)))
}

/// `POST /editions/{edition}/session-series/dry-runs`: every date with what speaks against it. Nothing is booked.
pub async fn look(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let wanted = match input::series(&form) {
        Ok(wanted) => wanted,
        Err(problem) => return again(&web, id, &form, &problem).await,
    };
    match web.read(Gate::Trainer, move |r, me| actions::series(r, me, id, &wanted)).await {
        Ok((me, run)) => {
            let fine = Problem::invalid(Vec::new());
            let dates = Some((run.lines.as_slice(), None));
            let view =
                told(&web, &me, |telling| SeriesPage::typed(&run.setting, (&form, &fine), dates, telling));
            web.page(&me, &view)
        }
        Err(failure) => again(&web, id, &form, &failure.about_the_form()?).await,
    }
}

/// `POST /editions/{edition}/session-series`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::series(&form).and_then(|wanted| Ok((wanted, input::chosen(&form)?))) {
        Ok((wanted, chosen)) => {
            let book = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
                actions::book_series(w, me, id, (&wanted, &chosen), now)
            };
            web.write(Gate::Trainer, &form, book).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((_, count)) => {
            let flash = Flash::good("attendance-flash-planned").with("count", count);
            web.see_other(paths::edition_sessions(id), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::edition_sessions(id)),
        Err(failure) => again(&web, id, &form, &failure.about_the_form()?).await,
    }
}

/// The form with its faults, and with its dates where it has any.
async fn again(web: &Web, id: EditionId, form: &Form, problem: &Problem) -> Reply {
    let wanted = input::series(form).ok();
    let load = move |r: &mut crate::db::Read, me: &crate::kernel::Actor| {
        let run = wanted.map(|wanted| actions::series(r, me, id, &wanted)).transpose();
        // A series without any date is said by the fault of the form.
        let lines = run.ok().flatten().map(|run| run.lines);
        Ok((attendance::setting(r, me, id)?, lines))
    };
    let (me, (setting, lines)) = web.read(Gate::Trainer, load).await?;
    let dates = lines.as_deref().map(|lines| (lines, Some(form.all("line"))));
    let view = told(web, &me, |telling| SeriesPage::typed(&setting, (form, problem), dates, telling));
    web.invalid(Some(&me), &view)
}
