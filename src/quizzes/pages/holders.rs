//! Which window or device answers an attempt.

use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Gate, ProblemCode};
use crate::quizzes::actions;
use crate::web::{Form, Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

/// `POST /attempts/{attempt}/holder`, by the page's script: takes the attempt, or with `take` takes it over.
pub async fn create(web: Web, path: Path<AttemptId>, form: Form) -> Reply {
    let (id, holder, take) = (path.into_inner(), form.text("holder"), form.ticked("take"));
    let hold = move |w: &mut Write, me: &Actor, _| actions::hold(w, me, id, (&holder, take));
    let code = match web.write(Gate::SignedIn, &super::repeatable(), hold).await {
        Ok(_) => None,
        Err(failure) => match failure.code() {
            Some(code @ (ProblemCode::AttemptElsewhere | ProblemCode::AttemptClosed)) => Some(code),
            _ => return Err(failure),
        },
    };
    let status = code.map_or(200, ProblemCode::status);
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok(HttpResponse::build(status).json(serde_json::json!({ "code": code.map(ProblemCode::as_str) })))
}
