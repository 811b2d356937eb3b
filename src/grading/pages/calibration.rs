//! Calibration: works that every grader marks first.

use crate::grading::actions;
use crate::grading::views::{CalibrationPage, typed_marks};
use crate::kernel::{ActivityId, EditionId, Gate, Problem, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/cases/{activity}/calibration`.
pub async fn show(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    page(&web, path.into_inner(), None).await
}

async fn page(web: &Web, at: (EditionId, ActivityId), typed: Option<(&Form, &Problem)>) -> Reply {
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::calibration(r, me, at)).await?;
    let view = CalibrationPage::new(&found, &web.reader(&me), typed);
    if typed.is_some() { web.invalid(Some(&me), &view) } else { web.page(&me, &view) }
}

/// `POST /editions/{edition}/cases/{activity}/calibration`.
pub async fn create(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let at = path.into_inner();
    let id = SubmissionId(form.text("submission").parse().unwrap_or(0));
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::choose(w, me, at, id, now)).await {
        Ok(_) => web.see_other(paths::case_calibration(at.0, at.1), Flash::good("grading-flash-chosen")),
        Err(Failure::Repeated) => web.redirect(paths::case_calibration(at.0, at.1)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            page(&web, at, Some((&form, &problem))).await
        }
    }
}

/// `POST /submissions/{submission}/calibration`.
pub async fn mark(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let (marks, rubric) = (typed_marks(&form), super::desk::rubric(&form));
    let job = move |w: &mut _, me: &_, now| actions::calibrate(w, me, (id, &marks, rubric), now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, total)) => web
            .see_other(paths::submission(id), Flash::good("grading-flash-calibrated").with("points", total)),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) if problem.code != ProblemCode::NotFound => {
            super::desk::again(&web, id, &form, *problem).await
        }
        Err(other) => Err(other),
    }
}

/// `POST /submissions/{submission}/calibration/removal`.
pub async fn destroy(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::unchoose(w, me, id, now)).await {
        Ok((_, at)) => {
            web.see_other(paths::case_calibration(at.0, at.1), Flash::good("grading-flash-unchosen"))
        }
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(other) => Err(other),
    }
}
