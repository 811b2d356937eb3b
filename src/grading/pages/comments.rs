//! Remarks on passages of a text.

use crate::grading::actions::{self, CommentInput};
use crate::grading::views::{Desk, Typed};
use crate::kernel::{Gate, PassageCommentId, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /submissions/{submission}/comments`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let input = CommentInput {
        submission: id,
        quote: form.raw("quote").to_owned(),
        occurrence: form.text("occurrence").parse().unwrap_or(0),
        text: form.raw("comment").to_owned(),
    };
    let job = move |w: &mut _, me: &_, now| actions::comment(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(paths::submission(id), Flash::good("grading-flash-noted")),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let now = web.now();
            let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id, now)).await?;
            let view = Desk::new(&work, &web.reader(&me), &Typed::default())?;
            web.invalid(Some(&me), &view.with_comment(&form, &problem))
        }
        Err(Failure::Problem(problem)) => super::desk::again(&web, id, &form, *problem).await,
    }
}

/// `POST /passage-comments/{comment}/removal`.
pub async fn destroy(web: Web, path: Path<PassageCommentId>, form: Form) -> Reply {
    let id = path.into_inner();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::remove_comment(w, me, id, now)).await {
        Ok((_, submission)) => {
            web.see_other(paths::submission(submission), Flash::good("grading-flash-note-removed"))
        }
        Err(Failure::Repeated) => web.redirect(paths::GRADING),
        Err(other) => Err(other),
    }
}
