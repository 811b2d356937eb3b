//! What one member gets of a team's work.

use crate::grading::actions::{self, AdjustInput};
use crate::grading::views::{Desk, Typed, TypedMember};
use crate::kernel::{EnrolmentId, Gate, SubmissionId};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /submissions/{submission}/members/{enrolment}`.
pub async fn adjust(web: Web, path: Path<(SubmissionId, EnrolmentId)>, form: Form) -> Reply {
    let (submission, enrolment) = path.into_inner();
    let mut errors = FormErrors::new();
    let points = errors.number(&form, "points", -10_000, 10_000);
    let present = form.ticked("present");
    let reason = form.raw("reason").to_owned();
    let input = AdjustInput { submission, enrolment, present, points, reason };
    let done = match errors.into_result(input) {
        Err(problem) => Err(problem.into()),
        Ok(input) => {
            let job = move |w: &mut _, me: &_, now| actions::adjust(w, me, &input, now);
            web.write(Gate::Trainer, &form, job).await
        }
    };
    match done {
        Ok(_) => web.see_other(paths::submission(submission), Flash::good("grading-teams-flash-adjusted")),
        Err(Failure::Repeated) => web.redirect(paths::submission(submission)),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let (me, work) =
                web.read(Gate::Trainer, move |r, me| actions::work(r, me, submission, now)).await?;
            let view = Desk::new(&work, &web.reader(&me), &Typed::default())?;
            let typed = TypedMember { enrolment, form: &form, problem: &problem };
            web.invalid(Some(&me), &view.with_member(typed))
        }
    }
}
