//! Giving a work to another trainer.

use crate::grading::actions;
use crate::grading::views::{Desk, Typed};
use crate::kernel::{Gate, PersonId, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /submissions/{submission}/assignment`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let to = PersonId(form.text("person").parse().unwrap_or(0));
    let reason = form.raw("reason").to_owned();
    let job = move |w: &mut _, me: &_, now| actions::reassign(w, me, (id, to), &reason, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(paths::submission(id), Flash::good("grading-flash-reassigned")),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let now = web.now();
            let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id, now)).await?;
            let view = Desk::new(&work, &web.reader(&me), &Typed::default())?;
            web.invalid(Some(&me), &view.with_assignment(&form, &problem))
        }
        Err(other) => Err(other),
    }
}
