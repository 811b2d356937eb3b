//! What an edition keeps free.

use super::input;
use crate::holidays::actions::{self, DaysOff};
use crate::holidays::views::DaysOffPage;
use crate::kernel::{ClosedHoursId, EditionId, Gate};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

async fn found(web: &Web, id: EditionId) -> Result<(Me, DaysOff), Failure> {
    web.read(Gate::Trainer, move |r, me| actions::days_off(r, me, id)).await
}

/// `GET /editions/{edition}/days-off`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, found) = found(&web, EditionId(path.into_inner())).await?;
    web.page(&me, &DaysOffPage::new(&found, (&web.say(&me), me.actor.language)))
}

/// `POST /editions/{edition}/days-off`: says whose days off it keeps.
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::kept(&form) {
        Ok(place) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::keep(w, me, id, place.as_ref(), now))
                .await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::days_off(id), Flash::good("holidays-flash-kept")),
        Err(failure) => refused(&web, id, &form, failure).await,
    }
}

/// `POST /editions/{edition}/closed-hours`
pub async fn close(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::closing(&form) {
        Ok(closing) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::close(w, me, id, &closing, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::days_off(id), Flash::good("holidays-flash-closed")),
        Err(failure) => refused(&web, id, &form, failure).await,
    }
}

async fn refused(web: &Web, id: EditionId, form: &Form, failure: Failure) -> Reply {
    if matches!(failure, Failure::Repeated) {
        return web.redirect(paths::days_off(id));
    }
    let problem = failure.about_the_form()?;
    let (me, found) = found(web, id).await?;
    let page = DaysOffPage::typed(&found, (form, &problem), (&web.say(&me), me.actor.language));
    web.invalid(Some(&me), &page)
}

/// `POST /editions/{edition}/closed-hours/{closed}/removal`
pub async fn open_again(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (edition, closed) = path.into_inner();
    let (id, closed) = (EditionId(edition), ClosedHoursId(closed));
    let done = web
        .write(Gate::Trainer, &form, move |w, me, now| actions::open_again(w, me, (id, closed), now))
        .await;
    match done {
        Ok(_) => web.see_other(paths::days_off(id), Flash::good("holidays-flash-opened")),
        Err(Failure::Repeated) => web.redirect(paths::days_off(id)),
        Err(failure) => Err(failure),
    }
}
