//! Opening consultations: the form, its times, and opening them.

use super::input;
use crate::appointments::actions;
use crate::appointments::views::FormPage;
use crate::attendance::actions as attendance;
use crate::attendance::pages::told;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Gate, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/appointments/new`
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, setting) = web.read(Gate::Trainer, move |r, me| attendance::setting(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| FormPage::new(&setting, me.actor.person, telling)))
}

/// `POST /editions/{edition}/appointments/dry-runs`: every time with what speaks against it. Nothing is opened.
pub async fn look(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let opening = match input::opening(&form) {
        Ok((opening, _)) => opening,
        Err(problem) => return again(&web, id, &form, &problem).await,
    };
    match web.read(Gate::Trainer, move |r, me| actions::dry_run(r, me, id, &opening, now)).await {
        Ok((me, (setting, lines))) => {
            let fine = Problem::invalid(Vec::new());
            let view = told(&web, &me, |telling| FormPage::typed(&setting, (&form, &fine), &lines, telling));
            web.page(&me, &view)
        }
        Err(failure) => again(&web, id, &form, &failure.about_the_form()?).await,
    }
}

/// `POST /editions/{edition}/appointments`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let done = match input::opening(&form) {
        Ok((opening, skip)) => {
            let open = move |w: &mut Write, me: &Actor, now| actions::open(w, me, id, (&opening, skip), now);
            web.write(Gate::Trainer, &form, open).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok((_, opened)) => {
            let flash = Flash::good("appointments-flash-opened").with("count", opened.len());
            web.see_other(paths::edition_appointments(id), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::edition_appointments(id)),
        Err(failure) => again(&web, id, &form, &failure.about_the_form()?).await,
    }
}

/// The form with its faults, and with its times where it has any.
async fn again(web: &Web, id: EditionId, form: &Form, problem: &Problem) -> Reply {
    let (opening, now) = (input::opening(form).ok(), web.now());
    let load = move |r: &mut Read, me: &Actor| {
        let run = opening.map(|(opening, _)| actions::dry_run(r, me, id, &opening, now));
        // What is wrong with the form itself is said by its faults.
        let lines = run.and_then(Result::ok).map(|(_, lines)| lines).unwrap_or_default();
        Ok((attendance::setting(r, me, id)?, lines))
    };
    let (me, (setting, lines)) = web.read(Gate::Trainer, load).await?;
    let view = told(web, &me, |telling| FormPage::typed(&setting, (form, problem), &lines, telling));
    web.invalid(Some(&me), &view)
}
