//! Flagging a question, by the page's script; a page without scripts sends its flags with its answers.

use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Gate, QuestionId};
use crate::quizzes::actions;
use crate::web::{Form, Reply, Web};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `POST /attempts/{attempt}/questions/{question}/flag`: with `on` it is flagged from now on, else not.
pub async fn create(web: Web, path: Path<(AttemptId, QuestionId)>, form: Form) -> Reply {
    let (at, on) = (path.into_inner(), form.ticked("on"));
    let flag = move |w: &mut Write, me: &Actor, now| actions::flag(w, me, at, (on, now));
    web.write(Gate::SignedIn, &super::repeatable(), flag).await?;
    Ok(HttpResponse::NoContent().finish())
}
