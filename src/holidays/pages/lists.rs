//! The lists of days off: what there is, importing one, removing one.

use super::input;
use crate::holidays::{actions, views};
use crate::kernel::{Gate, HolidayListId, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /holidays`
pub async fn index(web: Web) -> Reply {
    let (me, lists) = web.read(Gate::Administrator, actions::lists).await?;
    let may_change = me.actor.require_site_administrator().is_ok();
    web.page(&me, &views::ListsPage::new(&lists, may_change, me.actor.language))
}

/// `GET /holidays/new`
pub async fn new(web: Web) -> Reply {
    let (me, ()) = web.read(Gate::Administrator, |_, me| me.require_site_administrator()).await?;
    let fine = Problem::invalid(Vec::new());
    web.page(&me, &views::ImportPage::new((&Form::default(), &fine), &[], me.actor.language))
}

/// `POST /holidays/dry-runs`: what a list would bring, and every line that is at fault. Nothing is kept.
pub async fn look(web: Web, form: Form) -> Reply {
    let (me, ()) = web.read(Gate::Administrator, |_, me| me.require_site_administrator()).await?;
    match input::list(&form) {
        Ok(list) => {
            let form = again(&form, &input::written(&list.days));
            let fine = Problem::invalid(Vec::new());
            web.page(&me, &views::ImportPage::new((&form, &fine), &list.days, me.actor.language))
        }
        Err(problem) => {
            let text =
                input::days(&form).map_or_else(|_| form.raw("text").to_owned(), |days| input::written(&days));
            let form = again(&form, &text);
            web.invalid(Some(&me), &views::ImportPage::new((&form, &problem), &[], me.actor.language))
        }
    }
}

/// The same form with its list as text: a file cannot be shown again.
fn again(form: &Form, text: &str) -> Form {
    let (country, region, year) = (form.text("country"), form.text("region"), form.text("year"));
    let source = form.text("source");
    Form::of(&[
        ("country", &country),
        ("region", &region),
        ("year", &year),
        ("source", &source),
        ("text", text),
    ])
}

/// `POST /holidays`: imports a list, all of it or nothing.
pub async fn create(web: Web, form: Form) -> Reply {
    let outcome = match input::list(&form) {
        Ok(list) => {
            let said = (list.place.code(), list.year, list.days.len());
            let import = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
                actions::import(w, me, &list, now)
            };
            web.write(Gate::Administrator, &form, import).await.map(|_| said)
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((place, year, count)) => {
            let flash = Flash::good("holidays-flash-imported").with("place", place).with("year", year);
            web.see_other(paths::HOLIDAYS, flash.with("count", count))
        }
        Err(Failure::Repeated) => web.redirect(paths::HOLIDAYS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, ()) = web.read(Gate::Administrator, |_, me| me.require_site_administrator()).await?;
            web.invalid(Some(&me), &views::ImportPage::new((&form, &problem), &[], me.actor.language))
        }
    }
}

/// `POST /holidays/{list}/removal`
pub async fn remove(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = HolidayListId(path.into_inner());
    let done = web.write(Gate::Administrator, &form, move |w, me, now| actions::remove(w, me, id, now)).await;
    match done {
        Ok(_) => web.see_other(paths::HOLIDAYS, Flash::good("holidays-flash-removed")),
        Err(Failure::Repeated) => web.redirect(paths::HOLIDAYS),
        Err(failure) => Err(failure),
    }
}
