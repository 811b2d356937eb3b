//! The whole text of a working copy, typed or carried away as a file.

use super::{GATE, language, open, revision, text};
use crate::case_authoring::actions::{self, Saving};
use crate::case_authoring::views::{TextPage, TypedText};
use crate::kernel::{CaseCopyId, Language, ProblemCode, dates};
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::Path;
use serde_json::json;

/// `GET /case-copies/{copy}/texts/{language}`.
pub async fn show(web: Web, path: Path<(i64, String)>) -> Reply {
    let (id, tag) = path.into_inner();
    page(&web, (CaseCopyId(id), language(&tag)?), None).await
}

async fn page(web: &Web, (id, language): (CaseCopyId, Language), typed: Option<TypedText>) -> Reply {
    let (me, open) = open(web, id).await?;
    let page = TextPage::new(&open, text(&open, language)?, typed.as_ref(), &web.reader(&me));
    match typed {
        None => web.page(&me, &page),
        Some(typed) if typed.faults.is_empty() => web.conflict(&me, &page),
        Some(_) => web.invalid(Some(&me), &page),
    }
}

/// `POST /case-copies/{copy}/texts/{language}`; with a field `script` the answer is JSON.
pub async fn update(web: Web, path: Path<(i64, String)>, form: Form) -> Reply {
    let (id, tag) = path.into_inner();
    let (id, language) = (CaseCopyId(id), language(&tag)?);
    let (typed, seen) = (form.raw("text").to_owned(), revision(&form));
    let body = typed.clone();
    let job = move |w: &mut _, me: &_, now| {
        actions::save(w, me, id, Saving { language, body: &body, revision: seen }, now)
    };
    let done = web.write(GATE, &form, job).await;
    if form.ticked("script") {
        return told(&web, (id, language), done.map(|(_, revision)| revision)).await;
    }
    let address = paths::case_copy_text(id, language.tag());
    match done {
        Ok(_) => web.see_other(address, Flash::good("authoring-flash-saved")),
        Err(Failure::Repeated) => web.redirect(address),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            page(&web, (id, language), Some(TypedText { text: typed, faults: Vec::new() })).await
        }
        Err(failure) => {
            let problem = failure.about_the_form()?;
            page(&web, (id, language), Some(TypedText::refused(&typed, &problem))).await
        }
    }
}

/// What a page's script is told: the new revision, or what somebody else has saved.
pub(super) async fn told(
    web: &Web,
    (id, language): (CaseCopyId, Language),
    done: Result<i32, Failure>,
) -> Reply {
    let status = match done {
        Ok(_) => 200,
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => problem.code.status(),
        Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => {
            return Ok(quiet(&problem));
        }
        Err(other) => return Err(other),
    };
    let (me, open) = open(web, id).await?;
    let text = text(&open, language)?;
    let at = dates::time(text.saved_at.local(web.reader(&me).zone).time());
    Ok(said(status, &json!({ "revision": text.revision, "saved_at": at, "text": text.body })))
}

/// `GET /case-copies/{copy}/texts/{language}/file`.
pub async fn download(web: Web, path: Path<(i64, String)>) -> Reply {
    let (id, tag) = path.into_inner();
    let (_, open) = open(&web, CaseCopyId(id)).await?;
    let text = text(&open, language(&tag)?)?;
    let name = text.path.rsplit('/').next().unwrap_or_default();
    Ok(attachment(name, "text/markdown; charset=utf-8", text.body.clone().into_bytes()))
}
