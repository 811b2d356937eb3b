//! Marking a question again.

use crate::kernel::{ActivityId, EditionId, Gate, Problem, ProblemCode, QuestionId, RegradeId};
use crate::quiz_marking::actions::{self, RegradeInput, Source};
use crate::quiz_marking::views::{FULL_MARKS, RegradePage, RegradedPage, Typed};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which question, and by what it is to be marked.
#[derive(Debug, Deserialize)]
pub struct Wish {
    question: i64,
    #[serde(default)]
    version: String,
}

/// What a form or an address says of the source; nothing when nothing is chosen.
fn source(version: &str) -> Option<Source> {
    if version == FULL_MARKS {
        return Some(Source::FullMarks);
    }
    version.parse().ok().map(|id| Source::Version(QuestionId(id)))
}

/// `GET /editions/{edition}/quizzes/{activity}/regrades/new`: what would change.
pub async fn new(web: Web, path: Path<(i64, i64)>, wish: Query<Wish>) -> Reply {
    let (edition, activity) = path.into_inner();
    let key = (EditionId(edition), ActivityId(activity), QuestionId(wish.question));
    let source = source(&wish.version);
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::preview(r, me, key, source)).await?;
    web.page(&me, &RegradePage::new(&found, &web.reader(&me), &web.say(&me), None))
}

/// `POST /editions/{edition}/quizzes/{activity}/regrades`.
pub async fn create(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (edition, activity) = path.into_inner();
    let (edition, activity) = (EditionId(edition), ActivityId(activity));
    let question = QuestionId(form.raw("question").parse().unwrap_or_default());
    let source = source(form.raw("version")).ok_or_else(|| Problem::new(ProblemCode::BadRequest))?;
    let reason = form.raw("reason").to_owned();
    let input = RegradeInput { edition, activity, question, source, reason };
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::order(w, me, &input, now)).await {
        Ok((_, id)) => web.see_other(paths::regrade(id), Flash::good("marking-flash-regrading")),
        Err(Failure::Repeated) => web.redirect(paths::new_regrade(edition, activity, question)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let key = (edition, activity, question);
            let job = move |r: &mut _, me: &_| actions::preview(r, me, key, Some(source));
            let (me, found) = web.read(Gate::Trainer, job).await?;
            let typed = Some(Typed { form: &form, problem: &problem });
            web.invalid(Some(&me), &RegradePage::new(&found, &web.reader(&me), &web.say(&me), typed))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /regrades/{regrade}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = RegradeId(path.into_inner());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::outcome_of(r, me, id)).await?;
    web.page(&me, &RegradedPage::new(&found, &web.reader(&me)))
}
