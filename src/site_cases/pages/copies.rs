//! What others may read of a case.

use crate::case_library::views::Typed;
use crate::kernel::{Gate, Language, Problem, SiteCaseId};
use crate::site_cases::actions;
use crate::site_cases::rules::Copy;
use crate::site_cases::views::CopyPage;
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::Path;

/// `GET /site-cases/{case}/copy`.
pub async fn edit(web: Web, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
    web.page(&me, &CopyPage::new(&found, &web.reader(&me), None))
}

/// `POST /site-cases/{case}/copy`.
pub async fn update(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let part = |name: &str| form.raw(name).to_owned();
    let copy = Copy {
        title: part("title"),
        situation: part("situation"),
        task: part("task"),
        outcome: part("outcome"),
    };
    let job = move |w: &mut _, me: &_, now| actions::write_copy(w, me, id, &copy, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-copy").await
}

/// `POST /site-cases/{case}/consent-request`.
pub async fn ask(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::ask(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-asked").await
}

/// `POST /site-cases/{case}/opening`.
pub async fn open(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::open(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-opened").await
}

/// `POST /site-cases/{case}/opening/removal`.
pub async fn shut(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::shut(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-shut").await
}

/// `GET /site-cases/{case}/course-case/{language}`: a file, and who took it is written down. Where it would name
/// somebody by now, back to the page on which that is mended.
pub async fn course_case(web: Web, path: Path<(SiteCaseId, String)>) -> Reply {
    let (id, tag) = path.into_inner();
    let language = Language::from_tag(&tag).ok_or_else(Problem::not_found)?;
    let (me, _) = web.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
    let now = web.now();
    let job = move |w: &mut _| actions::course_case(w, &me.actor, id, language, now);
    match web.kit.db.write(job).await {
        Ok((name, text)) => Ok(attachment(&name, "text/markdown; charset=utf-8", text.into_bytes())),
        Err(problem) => {
            let problem = Failure::from(problem).about_the_form()?;
            let fault = problem.faults.into_iter().next().ok_or_else(|| Problem::new(problem.code))?;
            let flash = Flash { args: fault.args, ..Flash::stop(&format!("fault-{}", fault.code)) };
            web.see_other(paths::site_case_copy(id), flash)
        }
    }
}

async fn answered(web: &Web, id: SiteCaseId, form: &Form, done: Result<(), Failure>, key: &str) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::site_case_copy(id), Flash::good(key)),
        Err(Failure::Repeated) => web.redirect(paths::site_case_copy(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
            let typed = Typed { form, problem: &problem };
            web.invalid(Some(&me), &CopyPage::new(&found, &web.reader(&me), Some(typed)))
        }
    }
}
