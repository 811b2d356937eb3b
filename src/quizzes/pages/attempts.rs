//! Beginning an attempt, and the page of one: its questions while it runs, its result afterwards.

use crate::db::Write;
use crate::kernel::{ActivityId, Actor, AttemptId, EnrolmentId, Gate};
use crate::quizzes::{actions, views};
use crate::web::{Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /learn/{enrolment}/quizzes/{activity}/attempts`. Sent twice, it leads to the same attempt.
pub async fn create(web: Web, path: Path<(EnrolmentId, ActivityId)>, _: Form) -> Reply {
    let (at, seed) = (path.into_inner(), web.kit.secrets.number());
    let start = move |w: &mut Write, me: &Actor, now| actions::start(w, me, at, seed, now);
    let (_, id) = web.write(Gate::SignedIn, &super::repeatable(), start).await?;
    web.redirect(paths::attempt(id))
}

/// `GET /attempts/{attempt}`.
pub async fn show(web: Web, path: Path<AttemptId>) -> Reply {
    let (me, reading) = super::read(&web, path.into_inner()).await?;
    let reader = web.reader(&me);
    if reading.attempt.submitted_at.is_some() {
        web.page(&me, &views::After::new(&reading, &reader))
    } else {
        web.page(&me, &views::During::new(&reading, &reader, None))
    }
}
