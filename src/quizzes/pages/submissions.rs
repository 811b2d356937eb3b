//! The last look, and handing in.

use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Gate};
use crate::quizzes::{actions, views};
use crate::web::{Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /attempts/{attempt}/submission`.
pub async fn show(web: Web, path: Path<AttemptId>) -> Reply {
    let id = path.into_inner();
    let (me, reading) = super::read(&web, id).await?;
    if reading.attempt.submitted_at.is_some() {
        return web.redirect(paths::attempt(id));
    }
    web.page(&me, &views::Check::new(&reading, &web.reader(&me)))
}

/// `POST /attempts/{attempt}/submission`. Handed in twice is handed in once.
pub async fn create(web: Web, path: Path<AttemptId>, _: Form) -> Reply {
    let id = path.into_inner();
    let submit = move |w: &mut Write, me: &Actor, now| actions::submit(w, me, id, now);
    web.write(Gate::SignedIn, &super::repeatable(), submit).await?;
    web.see_other(paths::attempt(id), Flash::good("quizzes-flash-submitted"))
}
