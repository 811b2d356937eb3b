//! The nameless copy of a version, and the question to its author.

use crate::case_library::actions;
use crate::case_library::views::{PreparedPage, Typed};
use crate::kernel::{Gate, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /submissions/{submission}/shown-answer`.
pub async fn show(web: Web, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
    web.page(&me, &PreparedPage::new(&found, &web.reader(&me), None))
}

/// `POST /submissions/{submission}/shown-answer`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let (id, text) = (path.into_inner(), form.raw("text").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::show(w, me, id, &text, now).map(|_| ());
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, id, &form, done, "shown-flash-shown").await
}

/// `POST /submissions/{submission}/shown-answer/removal`.
pub async fn destroy(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::take_out(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, id, &form, done, "shown-flash-taken-out").await
}

/// `POST /submissions/{submission}/example`.
pub async fn ask(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::ask(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, id, &form, done, "shown-flash-asked").await
}

/// `POST /submissions/{submission}/example/removal`.
pub async fn stop_asking(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::stop_asking(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, id, &form, done, "shown-flash-ended").await
}

async fn answer(web: &Web, id: SubmissionId, form: &Form, done: Result<(), Failure>, key: &str) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::shown_answer(id), Flash::good(key)),
        Err(Failure::Repeated) => web.redirect(paths::shown_answer(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
            let typed = Typed { form, problem: &problem };
            web.invalid(Some(&me), &PreparedPage::new(&found, &web.reader(&me), Some(typed)))
        }
    }
}
