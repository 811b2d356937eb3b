//! What makes the place of a session accessible.

use super::{input, saved, shown};
use crate::agendas::actions;
use crate::agendas::views::{AccessForm, kept};
use crate::kernel::{Gate, SessionId};
use crate::web::{Form, Reply, Web};
use actix_web::web::Path;

/// `GET /sessions/{session}/access`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    shown(&web, id, kept::access_form, AccessForm::typed).await
}

/// `POST /sessions/{session}/access`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match input::access(&form) {
        Ok(access) => {
            let write = move |w: &mut _, me: &_, now| actions::set_access(w, me, id, &access, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    saved(&web, id, &form, (outcome, "agendas-flash-access"), AccessForm::typed).await
}
