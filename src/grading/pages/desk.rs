//! The trainer's desk: a work, its rubric, the grade.

use crate::grading::actions::{self, CorrectInput, GradeInput};
use crate::grading::rules::Marks;
use crate::grading::views::{Desk, Typed};
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
        marks: marks(&form),
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
    let input = CorrectInput { submission: id, marks: marks(&form), reason, revisions };
    let job = move |w: &mut _, me: &_, now| actions::correct(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, graded)) => web.see_other(
            paths::submission(id),
            Flash::good("grading-flash-corrected").with("points", graded.total),
        ),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

/// What is shown on the desk again, with everything that was typed.
const SHOWN: [ProblemCode; 8] = [
    ProblemCode::Invalid,
    ProblemCode::AlreadyGraded,
    ProblemCode::AlreadyMarked,
    ProblemCode::CalibrationFirst,
    ProblemCode::WorkTaken,
    ProblemCode::WorkAllotted,
    ProblemCode::Colleague,
    ProblemCode::Conflict,
];

/// The desk with everything that was typed: to be mended and sent again, or too late.
pub(super) async fn again(web: &Web, id: SubmissionId, form: &Form, problem: Problem) -> Reply {
    if !SHOWN.contains(&problem.code) {
        return Err(problem.into());
    }
    let now = web.now();
    let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id, now)).await?;
    let typed = Typed { form: Some(form), problem: Some(&problem), theirs: None };
    web.refused(&me, problem.code, &Desk::new(&work, &web.reader(&me), &typed)?)
}

/// The marks of a form.
pub(super) fn marks(form: &Form) -> Marks {
    // What is no number is points of no level; the rules say so by criterion.
    let points = form.under("points.").filter(|(_, text)| !text.trim().is_empty());
    let remarks = form.under("remarks.").filter(|(_, text)| !text.trim().is_empty());
    Marks {
        points: points.map(|(key, text)| (key.to_owned(), text.trim().parse().unwrap_or(u32::MAX))).collect(),
        remarks: remarks.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
        remark: form.raw("remark").to_owned(),
        advice: form.raw("advice").to_owned(),
    }
}
