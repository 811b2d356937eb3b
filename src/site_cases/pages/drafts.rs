//! Writing a case, and raising it.

use crate::case_library::views::Typed;
use crate::kernel::{Gate, Problem, ProblemCode, SiteCaseId, dates};
use crate::site_cases::actions;
use crate::site_cases::rules::Text;
use crate::site_cases::views::DraftPage;
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;
use serde_json::json;

/// `GET /site-cases/{case}/edit`.
pub async fn edit(web: Web, path: Path<SiteCaseId>) -> Reply {
    page(&web, path.into_inner(), None).await
}

async fn page(web: &Web, id: SiteCaseId, typed: Option<Typed<'_>>) -> Reply {
    let job = move |r: &mut _, me: &_| {
        let found = actions::found(r, me, id)?;
        found.may_read_draft()?;
        Ok(found)
    };
    let (me, found) = web.read(Gate::SignedIn, job).await?;
    let view = DraftPage::new(&found, &web.reader(&me), typed);
    match typed.map(|typed| typed.problem.code) {
        None => web.page(&me, &view),
        Some(ProblemCode::Conflict) => web.conflict(&me, &view),
        Some(_) => web.invalid(Some(&me), &view),
    }
}

/// `POST /site-cases/{case}/draft`; with a field `script` the answer is JSON.
pub async fn update(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let (text, seen) = typed(&form);
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, id, (&text, seen), now);
    let done = web.write(Gate::SignedIn, &form, job).await;
    if form.ticked("script") {
        return told(&web, done.map(|(me, revision)| (me.actor.zone, revision)));
    }
    match done {
        Ok(_) => web.see_other(paths::edit_site_case(id), Flash::good("site-flash-saved")),
        Err(failure) => refused(&web, id, &form, failure).await,
    }
}

/// What a page's script is told.
fn told(web: &Web, done: Result<(crate::kernel::ZoneName, i32), Failure>) -> Reply {
    match done {
        Ok((zone, revision)) => {
            let at = dates::time(web.now().local(zone).time());
            Ok(said(200, &json!({ "revision": revision, "saved_at": at })))
        }
        Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => Ok(quiet(&problem)),
        Err(other) => Err(other),
    }
}

/// `POST /site-cases/{case}/texts`.
pub async fn raise(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let (text, seen) = typed(&form);
    let job = move |w: &mut _, me: &_, now| actions::raise(w, me, id, (&text, seen), now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => web.see_other(paths::site_case(id), Flash::good("site-flash-raised")),
        Err(failure) => refused(&web, id, &form, failure).await,
    }
}

/// The form again with what was typed: something is wrong with it, or another window has saved meanwhile.
async fn refused(web: &Web, id: SiteCaseId, form: &Form, failure: Failure) -> Reply {
    let problem: Problem = match failure {
        Failure::Repeated => return web.redirect(paths::site_case(id)),
        Failure::Problem(problem) if problem.code == ProblemCode::Conflict => *problem,
        other => other.about_the_form()?,
    };
    page(web, id, Some(Typed { form, problem: &problem })).await
}

fn typed(form: &Form) -> (Text, i32) {
    let part = |name: &str| form.raw(name).to_owned();
    let text = Text {
        title: part("title"),
        institution: part("institution"),
        happened: part("happened"),
        tried: part("tried"),
        question: part("question"),
    };
    (text, form.text("revision").parse().unwrap_or_default())
}

/// `POST /site-cases/{case}/removal`.
pub async fn destroy(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, _| actions::discard(w, me, id);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok((_, enrolment)) => {
            web.see_other(paths::own_site_cases(enrolment), Flash::good("site-flash-discarded"))
        }
        Err(Failure::Repeated) => web.redirect(paths::NEXT),
        Err(failure) => Err(failure),
    }
}
