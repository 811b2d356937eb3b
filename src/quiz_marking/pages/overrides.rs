//! Another mark in the place of one.

use crate::kernel::{AttemptId, Gate, ProblemCode, QuestionId};
use crate::quiz_marking::actions::{self, OverrideInput};
use crate::quiz_marking::views::{OverridePage, Typed};
use crate::quizzes::views::parts::points;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /attempts/{attempt}/questions/{question}/override`.
pub async fn new(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (attempt, question) = ids(path);
    let job = move |r: &mut _, me: &_| actions::overriding(r, me, attempt, question);
    let (me, found) = web.read(Gate::Trainer, job).await?;
    web.page(&me, &OverridePage::new(&found, &web.reader(&me), None))
}

/// `POST /attempts/{attempt}/questions/{question}/override`.
pub async fn create(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (attempt, question) = ids(path);
    let input = OverrideInput {
        attempt,
        question,
        points: form.text("points"),
        reason: form.raw("reason").to_owned(),
        seen: form.raw("seen").parse().unwrap_or_default(),
    };
    let job = move |w: &mut _, me: &_, now| actions::override_mark(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((me, given)) => {
            let flash =
                Flash::good("marking-flash-overridden").with("points", points(me.actor.language, given));
            web.see_other(paths::attempt(attempt), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::attempt(attempt)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let job = move |r: &mut _, me: &_| actions::overriding(r, me, attempt, question);
            let (me, found) = web.read(Gate::Trainer, job).await?;
            let typed = Typed { form: &form, problem: &problem };
            web.invalid(Some(&me), &OverridePage::new(&found, &web.reader(&me), Some(typed)))
        }
        Err(failure) => Err(failure),
    }
}

fn ids(path: Path<(i64, i64)>) -> (AttemptId, QuestionId) {
    let (attempt, question) = path.into_inner();
    (AttemptId(attempt), QuestionId(question))
}
