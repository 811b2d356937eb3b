//! The stock of printed blanks.

use super::input;
use crate::db::Write;
use crate::kernel::{Actor, Gate, Moment, OrganisationId};
use crate::registers::actions::stock;
use crate::registers::views::{BlanksPage, RefusedBlanks};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /organisations/{organisation}/blanks`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, report) = web.read(Gate::Administrator, move |r, me| stock::report(r, me, id)).await?;
    web.page(&me, &BlanksPage::new(&report, None, &web.reader(&me), &web.say(&me)))
}

/// `POST /organisations/{organisation}/blanks`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let done = match input::batch(&form) {
        Ok(new) => {
            let count = new.numbers.len();
            let receive = move |w: &mut Write, me: &Actor, now: Moment| stock::receive(w, me, id, &new, now);
            web.write(Gate::Administrator, &form, receive).await.map(|_| count)
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = |count: usize| Flash::good("registers-flash-received").with("count", count);
    answer(&web, id, (RefusedBlanks::Receive, &form), done.map(flash)).await
}

/// `POST /organisations/{organisation}/blank-spoilings`
pub async fn spoil(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let done = match input::spoiled(&form) {
        Ok(spoiled) => {
            let spoil = move |w: &mut Write, me: &Actor, now: Moment| stock::spoil(w, me, id, &spoiled, now);
            web.write(Gate::Administrator, &form, spoil).await.map(|(_, outcome)| outcome.moved)
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = |moved: Option<(crate::kernel::DocumentId, String)>| match moved {
        Some((_, blank)) => Flash::attention("registers-flash-spoiled-moved").with("blank", blank),
        None => Flash::good("registers-flash-spoiled"),
    };
    answer(&web, id, (RefusedBlanks::Spoil, &form), done.map(flash)).await
}

async fn answer(
    web: &Web,
    id: OrganisationId,
    (refused, form): (RefusedBlanks, &Form),
    done: Result<Flash, Failure>,
) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::blanks(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::blanks(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, report) = web.read(Gate::Administrator, move |r, me| stock::report(r, me, id)).await?;
            let typed = Some((refused, form, &problem));
            web.invalid(Some(&me), &BlanksPage::new(&report, typed, &web.reader(&me), &web.say(&me)))
        }
    }
}
