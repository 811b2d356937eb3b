//! The trainer's desk: a work, its rubric, the grade.

use crate::grading::actions::{self, CorrectInput, GradeInput};
use crate::grading::views::{Desk, Typed, typed_marks};
use crate::kernel::{Gate, Problem, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /submissions/{submission}`.
pub async fn show(web: Web, path: Path<SubmissionId>) -> Reply {
    let (id, now) = (path.into_inner(), web.now());
    let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id, now)).await?;
    web.page(&me, &Desk::new(&work, &web.reader(&me), &Typed::default())?)
}

/// `POST /submissions/{submission}/grading`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let onward = form.raw("then") == "next";
    let phrases = form.all("phrase").iter().filter_map(|id| id.parse().ok());
    let input = GradeInput {
        submission: id,
        marks: typed_marks(&form),
        rubric: rubric(&form),
        phrases: phrases.collect(),
        keep: form.ticked("keep"),
        onward,
    };
    let job = move |w: &mut _, me: &_, now| actions::grade(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, graded)) => {
            let to = match (onward, graded.next) {
                (true, Some(next)) => paths::submission(next),
                (true, None) => paths::GRADING.to_owned(),
                _ => paths::submission(id),
            };
            web.see_other(to, flash(graded))
        }
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

fn flash(graded: actions::Graded) -> Flash {
    let key = match graded {
        actions::Graded { decided: false, .. } => "grading-flash-marked",
        actions::Graded { released: false, .. } => "grading-flash-in-review",
        actions::Graded { passed: true, .. } => "cases-flash-passed",
        actions::Graded { passed: false, .. } => "cases-flash-failed",
    };
    Flash::good(key).with("points", graded.total)
}

/// `POST /submissions/{submission}/correction`.
pub async fn correct(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let revisions = form.text("revisions").parse().unwrap_or(0);
    let reason = form.raw("reason").to_owned();
    let (marks, rubric, regrades) = (typed_marks(&form), rubric(&form), form.ticked("regrading"));
    let input = CorrectInput { submission: id, marks, rubric, reason, revisions };
    let job = move |w: &mut _, me: &_, now| actions::correct(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        // The next one of the grades that a changed rubric affects stands there.
        Ok((_, graded)) if regrades => web.see_other(
            paths::case_rubric(graded.case.0, graded.case.1),
            Flash::good("grading-flash-corrected").with("points", graded.total),
        ),
        Ok((_, graded)) => web.see_other(
            paths::submission(id),
            Flash::good("grading-flash-corrected").with("points", graded.total),
        ),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

/// What is shown on the desk again, with everything that was typed.
const SHOWN: [ProblemCode; 9] = [
    ProblemCode::Invalid,
    ProblemCode::AlreadyGraded,
    ProblemCode::AlreadyMarked,
    ProblemCode::CalibrationFirst,
    ProblemCode::WorkTaken,
    ProblemCode::WorkAllotted,
    ProblemCode::RubricChanged,
    ProblemCode::Colleague,
    ProblemCode::Conflict,
];

/// The desk with everything that was typed: to be mended and sent again, or too late.
pub(super) async fn again(web: &Web, id: SubmissionId, form: &Form, problem: Problem) -> Reply {
    if !SHOWN.contains(&problem.code) {
        return Err(problem.into());
    }
    let (now, regrades) = (web.now(), form.ticked("regrading"));
    let job = move |r: &mut _, me: &_| {
        if regrades { actions::regrading(r, me, id, now) } else { actions::work(r, me, id, now) }
    };
    let (me, work) = web.read(Gate::Trainer, job).await?;
    let typed = Typed { form: Some(form), problem: Some(&problem), theirs: None };
    web.refused(&me, problem.code, &Desk::new(&work, &web.reader(&me), &typed)?)
}

/// The version of the rubric that a form was about; one that does not say it is about the one that counts.
pub(super) fn rubric(form: &Form) -> Option<i32> {
    form.text("rubric").parse().ok()
}
