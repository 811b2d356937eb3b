//! How numbers are written, prepared numbers, and numbers without document.

use super::input;
use crate::db::Write;
use crate::kernel::{Actor, Gate, Moment, OrganisationId, Problem};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::registers::actions::settings::{self, NewSetting};
use crate::registers::views::{GapsPage, KindPage, Refused, RegistersPage};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;
use chrono::Datelike as _;

/// An organisation and a kind of its documents.
type Which = (OrganisationId, DocumentKind);

fn which(path: Path<(i64, String)>) -> Result<Which, Problem> {
    let (organisation, kind) = path.into_inner();
    Ok((OrganisationId(organisation), input::kind(&kind)?))
}

fn address((organisation, kind): Which) -> String {
    paths::register_setting(organisation, kind.as_str())
}

/// `GET /organisations/{organisation}/registers`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), web.now());
    let read = move |r: &mut crate::db::Read, me: &Actor| settings::overview(r, me, id, now);
    let (me, overview) = web.read(Gate::Administrator, read).await?;
    web.page(&me, &RegistersPage::new(&overview))
}

/// `GET /organisations/{organisation}/registers/{document_kind}`
pub async fn edit(web: Web, path: Path<(i64, String)>) -> Reply {
    let (which, now) = (which(path)?, web.now());
    let read = move |r: &mut crate::db::Read, me: &Actor| settings::one(r, me, which, now);
    let (me, (organisation, kind)) = web.read(Gate::Administrator, read).await?;
    let year = now.date_in(me.actor.zone).year();
    web.page(&me, &KindPage::new((which.0, &organisation.name), &kind, year, None))
}

/// `POST /organisations/{organisation}/registers/{document_kind}`
pub async fn update(web: Web, path: Path<(i64, String)>, form: Form) -> Reply {
    let which = which(path)?;
    let new = NewSetting { pattern: form.raw("pattern").to_owned(), on_blanks: form.ticked("on_blanks") };
    let set = move |w: &mut Write, me: &Actor, now: Moment| {
        settings::set(w, me, which, &new, now)?;
        Ok(settings::one(w, me, which, now)?.1.next)
    };
    let done = web.write(Gate::Administrator, &form, set).await;
    let flash = |next: String| Flash::good("registers-flash-set").with("number", next);
    answer(&web, which, (Refused::Setting, &form), done.map(|(_, next)| flash(next))).await
}

/// `POST /organisations/{organisation}/registers/{document_kind}/prepared-numbers`
pub async fn prepare(web: Web, path: Path<(i64, String)>, form: Form) -> Reply {
    let which = which(path)?;
    let done = match input::prepared(&form) {
        Ok((year, numbers)) => {
            let prepare = move |w: &mut Write, me: &Actor, now: Moment| {
                settings::prepare(w, me, which, (year, &numbers), now)
            };
            web.write(Gate::Administrator, &form, prepare).await.map(|(_, count)| count)
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = |count: usize| Flash::good("registers-flash-prepared").with("count", count);
    answer(&web, which, (Refused::Prepared, &form), done.map(flash)).await
}

/// `POST /organisations/{organisation}/registers/{document_kind}/skips`
pub async fn skip(web: Web, path: Path<(i64, String)>, form: Form) -> Reply {
    let which = which(path)?;
    let done = match input::skip(&form) {
        Ok((year, last, reason)) => {
            let skip = move |w: &mut Write, me: &Actor, now: Moment| {
                settings::skip(w, me, which, (year, last, &reason), now)
            };
            web.write(Gate::Administrator, &form, skip).await.map(|_| last)
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = |last: i32| Flash::good("registers-flash-skipped").with("last", last);
    answer(&web, which, (Refused::Skip, &form), done.map(flash)).await
}

/// Back to the page of the kind: with a message, or with what was refused.
async fn answer(
    web: &Web,
    which: Which,
    (refused, form): (Refused, &Form),
    done: Result<Flash, Failure>,
) -> Reply {
    match done {
        Ok(flash) => web.see_other(address(which), flash),
        Err(Failure::Repeated) => web.redirect(address(which)),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let read = move |r: &mut crate::db::Read, me: &Actor| settings::one(r, me, which, now);
            let (me, (organisation, kind)) = web.read(Gate::Administrator, read).await?;
            let year = now.date_in(me.actor.zone).year();
            let typed = Some((refused, form, &problem));
            web.invalid(Some(&me), &KindPage::new((which.0, &organisation.name), &kind, year, typed))
        }
    }
}

/// `GET /organisations/{organisation}/number-gaps`
pub async fn gaps(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, (organisation, gaps)) =
        web.read(Gate::Administrator, move |r, me| settings::gaps(r, me, id)).await?;
    web.page(&me, &GapsPage::new((id, &organisation.name), &gaps, &web.reader(&me)))
}
