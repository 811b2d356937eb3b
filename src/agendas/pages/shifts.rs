//! Shifts of an edition: list, new, change, take out.

use super::input;
use crate::agendas::actions;
use crate::agendas::views::{ShiftForm, ShiftsPage};
use crate::kernel::{EditionId, Gate, Problem, ShiftId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/shifts`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, shifts) = web.read(Gate::Trainer, move |r, me| actions::shifts(r, me, id)).await?;
    web.page(&me, &ShiftsPage::new(&shifts, &web.reader(&me), &web.say(&me)))
}

/// `GET /editions/{edition}/shifts/new`
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, shifts) = web.read(Gate::Trainer, move |r, me| actions::shifts(r, me, id)).await?;
    let (form, sound) = (Form::default(), Problem::invalid(Vec::new()));
    web.page(&me, &ShiftForm::new(&shifts.edition, (&form, &sound), &web.reader(&me), &web.say(&me)))
}

/// `POST /editions/{edition}/shifts`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::shift(&form) {
        Ok(wanted) => {
            let write = move |w: &mut _, me: &_, now| actions::create_shift(w, me, id, &wanted, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::edition_shifts(id), Flash::good("agendas-flash-shift")),
        Err(Failure::Repeated) => web.redirect(paths::edition_shifts(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shifts) = web.read(Gate::Trainer, move |r, me| actions::shifts(r, me, id)).await?;
            let typed = (&form, &problem);
            let view = ShiftForm::new(&shifts.edition, typed, &web.reader(&me), &web.say(&me));
            web.invalid(Some(&me), &view)
        }
    }
}

/// `GET /shifts/{shift}`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = ShiftId(path.into_inner());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::shift(r, me, id)).await?;
    web.page(&me, &ShiftForm::of(&found, &web.reader(&me), &web.say(&me)))
}

/// `POST /shifts/{shift}`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = ShiftId(path.into_inner());
    let outcome = match input::shift(&form) {
        Ok(wanted) => {
            let write = move |w: &mut _, me: &_, now| actions::update_shift(w, me, id, &wanted, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((_, edition)) => web.see_other(paths::edition_shifts(edition), Flash::good("agendas-flash-shift")),
        Err(Failure::Repeated) => web.redirect(paths::shift(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, (row, edition)) =
                web.read(Gate::Trainer, move |r, me| actions::shift(r, me, id)).await?;
            let view = ShiftForm::new(&edition, (&form, &problem), &web.reader(&me), &web.say(&me));
            web.invalid(Some(&me), &view.changing(row.id))
        }
    }
}

/// `POST /shifts/{shift}/removal`
pub async fn remove(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = ShiftId(path.into_inner());
    let write = move |w: &mut _, me: &_, now| actions::remove_shift(w, me, id, now);
    match web.write(Gate::Trainer, &form, write).await {
        Ok((_, edition)) => {
            web.see_other(paths::edition_shifts(edition), Flash::good("agendas-flash-shift-removed"))
        }
        Err(Failure::Repeated) => web.redirect(paths::EDITIONS),
        Err(failure) => Err(failure),
    }
}
