//! Pages of formats.

use super::actions;
use super::rules::Draft;
use super::views::{FormatPage, Index};
use crate::db::Write;
use crate::kernel::{Actor, Gate, Language, Localised};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /formats`.
pub async fn index(web: Web) -> Reply {
    let (me, formats) = web.read(Gate::Administrator, actions::list).await?;
    web.page(&me, &Index::new(&formats, &Draft::default(), &[], &me.actor))
}

/// `POST /formats`.
pub async fn create(web: Web, form: Form) -> Reply {
    let draft = Draft { key: form.text("key"), ..typed(&form) };
    let input = draft.clone();
    let job = move |w: &mut _, me: &_, now| actions::add(w, me, &input.check()?, now);
    match web.write(Gate::Administrator, &form, job).await {
        Ok(_) => web.see_other(paths::FORMATS, Flash::good("formats-flash-added")),
        Err(Failure::Repeated) => web.redirect(paths::FORMATS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, formats) = web.read(Gate::Administrator, actions::list).await?;
            web.invalid(Some(&me), &Index::new(&formats, &draft, &problem.faults, &me.actor))
        }
    }
}

/// `GET /formats/{key}`.
pub async fn show(web: Web, path: Path<String>) -> Reply {
    let key = path.into_inner();
    let wanted = key.clone();
    let (me, name) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, &wanted)).await?;
    web.page(&me, &FormatPage::new(&draft_of(key, name.unwrap_or_default()), &[], &me.actor))
}

/// `POST /formats/{key}`.
pub async fn update(web: Web, path: Path<String>, form: Form) -> Reply {
    let draft = Draft { key: path.into_inner(), ..typed(&form) };
    let input = draft.clone();
    let job = move |w: &mut Write, me: &Actor, now| {
        me.require_site_administrator()?;
        actions::show(w, me, &input.key)?;
        actions::name(w, me, &input.check()?, now)
    };
    match web.write(Gate::Administrator, &form, job).await {
        Ok(_) => web.see_other(paths::FORMATS, Flash::good("formats-flash-named")),
        Err(Failure::Repeated) => web.redirect(paths::FORMATS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
            web.invalid(Some(&me), &FormatPage::new(&draft, &problem.faults, &me.actor))
        }
    }
}

fn typed(form: &Form) -> Draft {
    Draft { key: String::new(), ru: form.text("ru"), kk: form.text("kk"), en: form.text("en") }
}

fn draft_of(key: String, name: Localised) -> Draft {
    let text = |language| name.exact(language).unwrap_or_default().to_owned();
    Draft { key, ru: text(Language::Ru), kk: text(Language::Kk), en: text(Language::En) }
}
