//! Appeals: the trainee's page and the trainer's.

use crate::kernel::{AppealId, AttemptId, Gate, ProblemCode, QuestionId};
use crate::quiz_marking::actions::{self, Decided};
use crate::quiz_marking::views::{AppealPage, DecisionPage, Typed};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /attempts/{attempt}/questions/{question}/appeal`.
pub async fn new(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (ids, now) = (ids(path), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::own_appeal(r, me, ids, now)).await?;
    web.page(&me, &AppealPage::new(&found, &web.reader(&me), None))
}

/// `POST /attempts/{attempt}/questions/{question}/appeal`.
pub async fn create(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (ids, now, text) = (ids(path), web.now(), form.raw("text").to_owned());
    let to = paths::question_appeal(ids.0, ids.1);
    match web.write(Gate::SignedIn, &form, move |w, me, now| actions::appeal(w, me, ids, &text, now)).await {
        Ok(_) => web.see_other(to, Flash::good("marking-flash-appealed")),
        Err(Failure::Repeated) => web.redirect(to),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let (me, found) =
                web.read(Gate::SignedIn, move |r, me| actions::own_appeal(r, me, ids, now)).await?;
            let typed = Typed { form: &form, problem: &problem };
            web.invalid(Some(&me), &AppealPage::new(&found, &web.reader(&me), Some(typed)))
        }
        Err(failure) => Err(failure),
    }
}

fn ids(path: Path<(i64, i64)>) -> (AttemptId, QuestionId) {
    let (attempt, question) = path.into_inner();
    (AttemptId(attempt), QuestionId(question))
}

/// `GET /appeals/{appeal}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = AppealId(path.into_inner());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::contested(r, me, id)).await?;
    web.page(&me, &DecisionPage::new(&found, &web.reader(&me), None))
}

/// `POST /appeals/{appeal}/decision`.
pub async fn decide(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppealId(path.into_inner());
    let input = Decided {
        appeal: id,
        accepted: form.raw("verdict") == "accept",
        points: form.text("points"),
        answer: form.raw("answer").to_owned(),
    };
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::decide(w, me, &input, now)).await {
        Ok(_) => web.see_other(paths::MARKING, Flash::good("marking-flash-decided")),
        Err(Failure::Repeated) => web.redirect(paths::appeal(id)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let (me, found) = web.read(Gate::Trainer, move |r, me| actions::contested(r, me, id)).await?;
            let typed = Typed { form: &form, problem: &problem };
            web.invalid(Some(&me), &DecisionPage::new(&found, &web.reader(&me), Some(typed)))
        }
        Err(failure) => Err(failure),
    }
}
