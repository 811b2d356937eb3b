//! The cases of a programme, and a new one.

use super::GATE;
use crate::case_authoring::actions::{self, Desk, NewCaseForm};
use crate::case_authoring::views::{DeskPage, NewCasePage};
use crate::kernel::{Language, Localised, Problem, Word as _};
use crate::programmes::rules::{DeliveryMode, Nature};
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /programmes/{slug}/cases`.
pub async fn index(web: Web, path: Path<String>) -> Reply {
    let slug = path.into_inner();
    let (me, desk) = web.read(GATE, move |r, me| actions::desk(r, me, &slug)).await?;
    web.page(&me, &DeskPage::new(&desk, &web.reader(&me)))
}

/// `POST /programmes/{slug}/cases`: a working copy of a case.
pub async fn create(web: Web, path: Path<String>, form: Form) -> Reply {
    let (slug, key) = (path.into_inner(), form.text("case"));
    let back = paths::case_desk(&slug);
    match web.write(GATE, &form, move |w, me, now| actions::begin(w, me, (&slug, &key), now)).await {
        Ok((_, id)) => web.redirect(paths::case_copy(id)),
        Err(Failure::Repeated) => web.redirect(back),
        Err(other) => Err(other),
    }
}

/// `GET /programmes/{slug}/cases/new`.
pub async fn new(web: Web, path: Path<String>) -> Reply {
    let (me, desk) = desk(&web, path.into_inner()).await?;
    web.page(&me, &NewCasePage::new(&desk, None, (&web.reader(&me), &web.say(&me))))
}

async fn desk(web: &Web, slug: String) -> Result<(Me, Desk), Failure> {
    web.read(GATE, move |r, me| actions::desk(r, me, &slug)).await
}

/// `POST /programmes/{slug}/cases/new`.
pub async fn invent(web: Web, path: Path<String>, form: Form) -> Reply {
    let slug = path.into_inner();
    // Whoever may not come here is told so before anything about the form.
    let (me, shown) = desk(&web, slug.clone()).await?;
    let asked = match typed(&form) {
        Ok(asked) => asked,
        Err(problem) => {
            let say = web.say(&me);
            let page = NewCasePage::new(&shown, Some((&form, &problem)), (&web.reader(&me), &say));
            return web.invalid(Some(&me), &page);
        }
    };
    let back = paths::case_desk(&slug);
    match web.write(GATE, &form, move |w, me, now| actions::invent(w, me, &slug, &asked, now)).await {
        Ok((_, id)) => web.see_other(paths::case_copy(id), Flash::good("authoring-flash-new")),
        Err(Failure::Repeated) => web.redirect(back),
        Err(other) => Err(other),
    }
}

/// What a new case is called and how long it takes.
pub(super) fn named(form: &Form, errors: &mut FormErrors) -> (Localised, i32) {
    let mut title = Localised::default();
    for language in [Language::Ru, Language::Kk, Language::En] {
        title.put(language, errors.required(form, &format!("title-{}", language.tag()), 200));
    }
    (title, errors.number(form, "hours", 0, 1000))
}

/// What was asked for.
///
/// # Errors
/// `Invalid` with every field that is missing.
pub fn typed(form: &Form) -> Result<NewCaseForm, Problem> {
    let mut errors = FormErrors::new();
    let (title, hours) = named(form, &mut errors);
    let place = errors.required(form, "place", 300);
    let (module, behind) = match place.split_once('/') {
        Some((module, behind)) => (module.to_owned(), Some(behind.to_owned())),
        None => (place, None),
    };
    errors.into_result(NewCaseForm {
        module,
        behind,
        title,
        hours,
        nature: Nature::parse(form.raw("nature")).unwrap_or(Nature::Practice),
        mode: DeliveryMode::parse(form.raw("mode")).unwrap_or(DeliveryMode::Distance),
        staged: form.ticked("staged"),
        text: None,
    })
}
