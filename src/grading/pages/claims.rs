//! Taking a work, and leaving it to others.

use crate::grading::actions;
use crate::kernel::{Gate, ProblemCode, SubmissionId, dates};
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;
use serde_json::json;

/// `POST /submissions/{submission}/claim`; with a field `script` the answer is JSON.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::claim(w, me, id, now);
    let done = web.write(Gate::Trainer, &form, job).await;
    if form.ticked("script") {
        return match done {
            Ok((me, claimed)) => {
                let until = dates::time(claimed.until.local(web.reader(&me).zone).time());
                Ok(said(200, &json!({ "until": until })))
            }
            Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => Ok(quiet(&problem)),
            Err(other) => Err(other),
        };
    }
    match done {
        Ok(_) | Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) => super::desk::again(&web, id, &form, *problem).await,
    }
}

/// `POST /submissions/{submission}/claim/removal`.
pub async fn destroy(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::leave(w, me, id, now)).await {
        Ok(_) => web.see_other(paths::GRADING, Flash::good("grading-flash-left")),
        Err(Failure::Repeated) => web.redirect(paths::GRADING),
        Err(other) => Err(other),
    }
}
