//! What the members of a team say of each other's share.

use super::work::page;
use crate::cases::actions::{self, SaidOfMembers, Which};
use crate::cases::views::Typed;
use crate::kernel::{ActivityId, EnrolmentId, Gate, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /learn/{enrolment}/cases/{activity}/ratings/{submission}`.
pub async fn create(web: Web, path: Path<(EnrolmentId, ActivityId, SubmissionId)>, form: Form) -> Reply {
    let (enrolment, activity, id) = path.into_inner();
    let which = Which { enrolment, activity };
    let (said, back) = (said(&form), paths::case(enrolment, activity));
    let kept = said.clone();
    let job = move |w: &mut _, me: &_, now| actions::rate(w, me, (which, id), &said, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => web.see_other(back, Flash::good("case-teams-flash-rated")),
        Err(Failure::Repeated) => web.redirect(back),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::AlreadyGraded => {
            let typed = Typed { refused: Some(problem.code), ..Typed::default() };
            page(&web, which, &typed, Some(problem.code)).await
        }
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let typed = Typed { faults: problem.faults, ratings: Some(kept), ..Typed::default() };
            page(&web, which, &typed, Some(problem.code)).await
        }
    }
}

/// What was said of whom: a number, and a remark.
fn said(form: &Form) -> SaidOfMembers {
    let one = |(id, number): (&str, &str)| {
        let remark = form.raw(&format!("remark.{id}")).to_owned();
        Some((id.parse().ok()?, (number.parse().unwrap_or(0), remark)))
    };
    form.under("rating.").filter_map(one).collect()
}
