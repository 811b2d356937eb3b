//! The trainer's queue and desk.

use crate::cases::actions::{self, GradeInput};
use crate::cases::views::{Desk, Filter, Queue, TypedGrade};
use crate::kernel::{Gate, Problem, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// More works than anybody looks through at once.
const MOST: i64 = 500;

/// What of the queue is asked for.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    edition: String,
    #[serde(default)]
    case: String,
}

/// `GET /grading`.
pub async fn index(web: Web, wish: Query<Wish>) -> Reply {
    let job = |r: &mut _, me: &_| actions::queue(r, me, SubmissionId(0), MOST);
    let (me, rows) = web.read(Gate::Trainer, job).await?;
    let Wish { edition, case } = wish.into_inner();
    web.page(&me, &Queue::new(&rows, &Filter { edition, case }, &web.reader(&me)))
}

/// `GET /submissions/{submission}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = SubmissionId(path.into_inner());
    let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id)).await?;
    web.page(&me, &Desk::new(&work, &web.reader(&me), None)?)
}

/// `POST /submissions/{submission}/grading`.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SubmissionId(path.into_inner());
    let input = input(id, &form);
    let job = move |w: &mut _, me: &_, now| actions::grade(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, graded)) => {
            let flash = if graded.passed { "cases-flash-passed" } else { "cases-flash-failed" };
            let to = match (form.raw("then"), graded.next) {
                ("next", Some(next)) => paths::submission(next),
                ("next", None) => paths::GRADING.to_owned(),
                _ => paths::submission(id),
            };
            web.see_other(to, Flash::good(flash).with("points", graded.total))
        }
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

/// The desk with everything that was typed: mended and sent again, or too late.
async fn again(web: &Web, id: SubmissionId, form: &Form, problem: Problem) -> Reply {
    if !matches!(problem.code, ProblemCode::Invalid | ProblemCode::AlreadyGraded) {
        return Err(problem.into());
    }
    let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id)).await?;
    let typed = TypedGrade { form, problem: &problem };
    web.refused(&me, problem.code, &Desk::new(&work, &web.reader(&me), Some(typed))?)
}

fn input(submission: SubmissionId, form: &Form) -> GradeInput {
    // What is no number is points of no level; the rules say so by criterion.
    let points = form.under("points.").filter(|(_, text)| !text.trim().is_empty());
    let remarks = form.under("remarks.").filter(|(_, text)| !text.trim().is_empty());
    GradeInput {
        submission,
        points: points.map(|(key, text)| (key.to_owned(), text.trim().parse().unwrap_or(u32::MAX))).collect(),
        remarks: remarks
            .map(|(key, text)| (key.to_owned(), crate::cases::rules::lines(text.trim())))
            .collect(),
        remark: crate::cases::rules::lines(form.raw("remark").trim()),
        advice: crate::cases::rules::lines(form.raw("advice").trim()),
    }
}
