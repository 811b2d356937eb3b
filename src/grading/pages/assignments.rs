//! Giving a work to another trainer.

use crate::grading::actions::{self, AssignInput};
use crate::grading::views::{Desk, Typed};
use crate::kernel::{Gate, PersonId, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /submissions/{submission}/assignment`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let person = |name: &str| PersonId(form.text(name).parse().unwrap_or(0));
    let instead = Some(person("instead")).filter(|_| !form.text("instead").is_empty());
    let reason = form.raw("reason").to_owned();
    let input = AssignInput { submission: id, to: person("person"), instead, reason };
    let job = move |w: &mut _, me: &_, now| actions::reassign(w, me, &input, now);
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
