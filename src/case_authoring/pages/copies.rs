//! A working copy as a whole: looked at, published, put upon a newer version, given up.

use super::{GATE, language, open, text};
use crate::case_authoring::actions;
use crate::case_authoring::views::{CopyPage, PreviewPage};
use crate::kernel::{CaseCopyId, Language, ProblemCode};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// In which language a working copy is shown.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    language: Option<String>,
}

/// `GET /case-copies/{copy}`.
pub async fn show(web: Web, path: Path<i64>, shown: Query<Shown>) -> Reply {
    let (me, open) = open(&web, CaseCopyId(path.into_inner())).await?;
    let asked = shown.language.as_deref().and_then(Language::from_tag);
    let main = open.texts.first().map(|text| text.language).unwrap_or_default();
    let text = text(&open, asked.unwrap_or(main))?;
    web.page(&me, &CopyPage::new(&open, text, &web.reader(&me)))
}

/// `POST /case-copies/{copy}/texts`: a translation begins with the main text.
pub async fn translate(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, tag) = (CaseCopyId(path.into_inner()), form.text("language"));
    let back = paths::case_copy_in(id, Language::from_tag(&tag).unwrap_or_default().tag());
    let job = move |w: &mut _, me: &_, now| actions::translate(w, me, id, language(&tag)?, now);
    match web.write(GATE, &form, job).await {
        Ok(_) => web.see_other(back, Flash::good("authoring-flash-translation")),
        Err(Failure::Repeated) => web.redirect(back),
        Err(other) => Err(other),
    }
}

/// `POST /case-copies/{copy}/plan`: what a case is called that no version has yet, and how long it takes.
pub async fn rename(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = CaseCopyId(path.into_inner());
    // Whoever may not come here is told so before anything about the form.
    let (me, shown) = open(&web, id).await?;
    let mut errors = FormErrors::new();
    let named = super::desks::named(&form, &mut errors);
    let (title, hours) = match errors.into_result(named) {
        Ok(named) => named,
        Err(problem) => {
            let main = shown.texts.first().map(|text| text.language).unwrap_or_default();
            let page = CopyPage::new(&shown, text(&shown, main)?, &web.reader(&me));
            return web.invalid(Some(&me), &page.named(&form, &problem));
        }
    };
    match web.write(GATE, &form, move |w, me, now| actions::rename(w, me, id, (&title, hours), now)).await {
        Ok(_) => web.see_other(paths::case_copy(id), Flash::good("authoring-flash-renamed")),
        Err(Failure::Repeated) => web.redirect(paths::case_copy(id)),
        Err(other) => Err(other),
    }
}

/// `POST /case-copies/{copy}/publication`.
pub async fn publish(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = CaseCopyId(path.into_inner());
    match web.write(GATE, &form, move |w, me, now| actions::publish(w, me, id, now)).await {
        Ok((_, published)) if published.new => {
            let to = paths::programme(&published.slug);
            web.see_other(to, Flash::good("authoring-flash-published").with("number", published.number))
        }
        Ok((_, same)) => {
            let flash = Flash::attention("authoring-flash-same").with("number", same.number);
            web.see_other(paths::case_copy(id), flash)
        }
        // The page says what stops it, each at its place.
        Err(Failure::Problem(problem))
            if [ProblemCode::ContentFaulty, ProblemCode::CaseOvertaken].contains(&problem.code) =>
        {
            let (me, open) = open(&web, id).await?;
            let main = open.texts.first().map(|text| text.language).unwrap_or_default();
            let page = CopyPage::new(&open, text(&open, main)?, &web.reader(&me));
            web.refused(&me, problem.code, &page)
        }
        Err(Failure::Repeated) => web.redirect(paths::PROGRAMMES),
        Err(other) => Err(other),
    }
}

/// `POST /case-copies/{copy}/base`.
pub async fn rebase(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = CaseCopyId(path.into_inner());
    match web.write(GATE, &form, move |w, me, now| actions::rebase(w, me, id, now)).await {
        Ok(_) => web.see_other(paths::case_copy(id), Flash::good("authoring-flash-rebased")),
        Err(Failure::Repeated) => web.redirect(paths::case_copy(id)),
        Err(other) => Err(other),
    }
}

/// `POST /case-copies/{copy}/withdrawal`.
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = CaseCopyId(path.into_inner());
    match web.write(GATE, &form, move |w, me, now| actions::discard(w, me, id, now)).await {
        Ok((_, slug)) => web.see_other(paths::case_desk(&slug), Flash::good("authoring-flash-withdrawn")),
        Err(Failure::Repeated) => web.redirect(paths::PROGRAMMES),
        Err(other) => Err(other),
    }
}

/// How far a preview has gone.
#[derive(Debug, Default, Deserialize)]
pub struct Along {
    #[serde(default)]
    way: String,
}

/// `GET /case-copies/{copy}/texts/{language}/preview`.
pub async fn preview(web: Web, path: Path<(i64, String)>, along: Query<Along>) -> Reply {
    let (id, tag) = path.into_inner();
    let (me, open) = open(&web, CaseCopyId(id)).await?;
    let language = text(&open, language(&tag)?)?.language;
    web.page(&me, &PreviewPage::new(&open, language, &along.way, &web.reader(&me)))
}
